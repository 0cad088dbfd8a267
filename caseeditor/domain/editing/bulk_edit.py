"""What a paste, a bulk text or taking back makes of an edit: a whole new one, so that it is one step to undo."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from caseeditor.domain.case.model import RESERVED, Case
from caseeditor.domain.editing.changes import is_reserved
from caseeditor.domain.editing.edit import Edit, Row


class Overwritten(msgspec.Struct, frozen=True):
    """A value that a paste would put another one in place of."""

    name: str
    before: str
    after: str


class Pasted(msgspec.Struct, frozen=True):
    """What a paste makes of an edit."""

    edit: Edit
    overwritten: tuple[Overwritten, ...] = ()


class Target(msgspec.Struct, frozen=True):
    """A row that is filled: an attribute by its name, or a new one by its number, too."""

    name: str
    number: int | None = None
    is_fixed: bool = False


class Filled(msgspec.Struct, frozen=True):
    """What filling a column makes of an edit. `fixed`: the texts for rows that can't change; `left`: those too many."""

    edit: Edit
    overwritten: tuple[Overwritten, ...] = ()
    fixed: tuple[Row, ...] = ()
    left: tuple[str, ...] = ()


def shown_rows(case: Case, edit: Edit) -> tuple[Row, ...]:
    """Return what the grid shows, in its order: the case's attributes, those changed here and gone there, new ones."""
    names = (*case.attributes, *(name for name in edit.values if name not in case.attributes))
    rows = (Row(name, shown_value(case, edit, name)) for name in names)
    return (*rows, *(row for _, row in sorted(edit.rows.items())))


def shown_value(case: Case, edit: Edit, name: str) -> str:
    """Return what the grid shows as the value of an attribute that the case has, or had."""
    if name in edit.values:
        return edit.values[name]
    return case.attributes[name].text if name in case.attributes else ""


def is_fixed(case: Case, name: str) -> bool:
    """Tell whether a value can't be changed: the server means something else by the name, or it has parts."""
    return name in RESERVED or (name in case.attributes and case.attributes[name].kind == "nested")


def with_pasted(edit: Edit, case: Case, rows: Iterable[Row], *, overwrite: bool = True) -> Pasted:
    """Take rows in by their names: what is there gets the value, what is not becomes new.

    A name that comes again, or whose value can't be changed, becomes a new row: it is marked there, and nothing is
    lost. Without `overwrite`, values that are there and not empty stay.
    """
    values, new = dict(edit.values), dict(edit.rows)
    numbers: dict[str, int] = {}
    for number, row in sorted(new.items()):
        numbers.setdefault(row.name, number)
    number = max(new, default=0)
    overwritten: list[Overwritten] = []
    taken: set[str] = set()
    for row in rows:
        name, is_first = row.name, row.name not in taken
        taken.add(name)
        is_there = (name in case.attributes or name in edit.values) and not is_fixed(case, name)
        if is_first and name and (is_there or name in numbers):
            before = shown_value(case, edit, name) if is_there else new[numbers[name]].value
            if before and before != row.value:
                overwritten.append(Overwritten(name, before, row.value))
                if not overwrite:
                    continue
            if is_there:
                _set_value(values, case, name, row.value)
            else:
                new[numbers[name]] = row
        elif is_first and name in case.attributes and row.value == case.attributes[name].text:
            continue  # fixed, and as it is
        elif row != Row():
            number += 1
            new[number] = row
    return Pasted(msgspec.structs.replace(edit, values=values, rows=new), tuple(overwritten))


def with_filled(
    edit: Edit, case: Case, targets: Sequence[Target], cells: Sequence[str], *, overwrite: bool = True
) -> Filled:
    """Set the values of rows, one below the other. Without `overwrite`, values that are not empty stay."""
    values, new = dict(edit.values), dict(edit.rows)
    overwritten: list[Overwritten] = []
    fixed: list[Row] = []
    for target, cell in zip(targets, cells, strict=False):
        is_gone = target.number is not None and target.number not in new
        before = shown_value(case, edit, target.name) if target.number is None or is_gone else new[target.number].value
        if before == cell:
            continue
        if target.is_fixed or is_gone:
            fixed.append(Row(target.name, cell))
            continue
        if before:
            overwritten.append(Overwritten(target.name, before, cell))
            if not overwrite:
                continue
        if target.number is None:
            _set_value(values, case, target.name, cell)
        else:
            new[target.number] = Row(target.name, cell)
    filled = msgspec.structs.replace(edit, values=values, rows={key: row for key, row in new.items() if row != Row()})
    return Filled(filled, tuple(overwritten), tuple(fixed), tuple(cells[len(targets) :]))


def with_names(edit: Edit, case: Case, names: Iterable[str]) -> Pasted:
    """Add new attributes by their names; one that is there already stays as it is."""
    there = {*case.attributes, *edit.values, *(row.name for row in edit.rows.values())}
    return with_pasted(edit, case, [Row(name, "") for name in dict.fromkeys(names) if name not in there])


def list_reserved(edit: Edit) -> tuple[str, ...]:
    """List the names of attributes that the server means something else by."""
    names = (*edit.values, *(row.name for _, row in sorted(edit.rows.items())))
    return tuple(dict.fromkeys(filter(is_reserved, names)))


def without_reserved(edit: Edit) -> Edit:
    """Leave out the attributes that can't be one."""
    rows = {number: row for number, row in edit.rows.items() if not is_reserved(row.name)}
    values = {name: value for name, value in edit.values.items() if not is_reserved(name)}
    return msgspec.structs.replace(edit, rows=rows, values=values)


def with_bulk(edit: Edit, case: Case, before: Sequence[Row], rows: Sequence[Row]) -> Edit:
    """Take the whole grid in as it was written anew, `before` being what it was.

    A line that was left as it was leaves what has arrived since. An attribute of the case whose line is gone stays as
    it is; a new one goes.
    """
    was: dict[str, str] = {}
    for row in before:
        was.setdefault(row.name, row.value)
    values = dict(edit.values)
    new: list[Row] = []
    taken: set[str] = set()
    for row in rows:
        is_there = row.name in case.attributes or row.name in edit.values
        if row.name in taken or not is_there:
            new.append(row)
        elif row.value != was.get(row.name):
            if is_fixed(case, row.name):
                new.append(row)
            else:
                _set_value(values, case, row.name, row.value)
        taken.add(row.name)
    return msgspec.structs.replace(edit, values=values, rows=_numbered(edit.rows, new))


def without_attributes(edit: Edit) -> Edit:
    """Take back whatever was done to attributes."""
    return msgspec.structs.replace(edit, values={}, rows={})


def without(edit: Edit, names: Iterable[str], numbers: Iterable[int]) -> Edit:
    """Take back the values of these attributes, and these new ones."""
    names, numbers = set(names), set(numbers)
    return msgspec.structs.replace(
        edit,
        values={name: value for name, value in edit.values.items() if name not in names},
        rows={number: row for number, row in edit.rows.items() if number not in numbers},
    )


def with_cells(edit: Edit, case: Case, values: Mapping[str, str], rows: Mapping[int, Row]) -> Edit:
    """Set several values and new rows at once; a row that is left with nothing goes."""
    changed = dict(edit.values)
    for name, value in values.items():
        if not is_fixed(case, name):
            _set_value(changed, case, name, value)
    merged = {**edit.rows, **rows}
    return msgspec.structs.replace(
        edit, values=changed, rows={number: row for number, row in merged.items() if row != Row()}
    )


def with_trimmed_names(edit: Edit) -> Edit:
    """Take the spaces at either end of new names away."""
    rows = {number: Row(row.name.strip(), row.value) for number, row in edit.rows.items()}
    return msgspec.structs.replace(edit, rows=rows)


def _set_value(values: dict[str, str], case: Case, name: str, value: str) -> None:
    """Set a value; the server's own is no change."""
    if name in case.attributes and case.attributes[name].text == value:
        values.pop(name, None)
    else:
        values[name] = value


def _numbered(old: Mapping[int, Row], new: Sequence[Row]) -> dict[int, Row]:
    numbers = sorted(old)
    more = range(max(numbers, default=0) + 1, max(numbers, default=0) + 1 + len(new))
    return dict(zip((*numbers, *more), new, strict=False))
