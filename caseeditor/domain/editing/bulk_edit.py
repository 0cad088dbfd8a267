"""Changes of many attributes at once. Each returns one new edit, and so is one undo step."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from caseeditor.domain.case.model import RESERVED, Case
from caseeditor.domain.editing.changes import is_reserved
from caseeditor.domain.editing.edit import Edit, Row


class Overwritten(msgspec.Struct, frozen=True):
    """A value that a paste would overwrite."""

    name: str
    before: str
    after: str


class Pasted(msgspec.Struct, frozen=True):
    """The result of a paste."""

    edit: Edit
    overwritten: tuple[Overwritten, ...] = ()


class Target(msgspec.Struct, frozen=True):
    """A row to fill: an attribute by name; a new one also by number."""

    name: str
    number: int | None = None
    is_fixed: bool = False


class Filled(msgspec.Struct, frozen=True):
    """The result of filling a column. `fixed`: texts for read-only rows; `left`: surplus texts."""

    edit: Edit
    overwritten: tuple[Overwritten, ...] = ()
    fixed: tuple[Row, ...] = ()
    left: tuple[str, ...] = ()


def shown_rows(case: Case, edit: Edit) -> tuple[Row, ...]:
    """Return the grid's rows in order: the case's attributes, changed ones that the case no longer has, new ones."""
    names = (*case.attributes, *(name for name in edit.values if name not in case.attributes))
    rows = (Row(name, shown_value(case, edit, name)) for name in names)
    return (*rows, *(row for _, row in sorted(edit.rows.items())))


def shown_value(case: Case, edit: Edit, name: str) -> str:
    """Return the value that the grid shows for an attribute that the case has or had."""
    if name in edit.values:
        return edit.values[name]
    return case.attributes[name].text if name in case.attributes else ""


def is_fixed(case: Case, name: str) -> bool:
    """Check for a read-only value: its name is reserved, or it is nested."""
    return name in RESERVED or (name in case.attributes and case.attributes[name].kind == "nested")


def with_pasted(edit: Edit, case: Case, rows: Iterable[Row], *, overwrite: bool = True) -> Pasted:
    """Merge pasted rows by name: existing attributes get the value, others are added.

    A repeated name, or one with a read-only value, is added as a new row, which is marked, so that nothing is lost.
    Without `overwrite`, existing non-empty values stay.
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
            continue  # read-only and unchanged
        elif row != Row():
            number += 1
            new[number] = row
    return Pasted(msgspec.structs.replace(edit, values=values, rows=new), tuple(overwritten))


def with_filled(
    edit: Edit, case: Case, targets: Sequence[Target], cells: Sequence[str], *, overwrite: bool = True
) -> Filled:
    """Set the values of consecutive rows. Without `overwrite`, non-empty values stay."""
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
    """Add new attributes by name; existing ones stay."""
    there = {*case.attributes, *edit.values, *(row.name for row in edit.rows.values())}
    return with_pasted(edit, case, [Row(name, "") for name in dict.fromkeys(names) if name not in there])


def list_reserved(edit: Edit) -> tuple[str, ...]:
    """List the attributes whose names are reserved."""
    names = (*edit.values, *(row.name for _, row in sorted(edit.rows.items())))
    return tuple(dict.fromkeys(filter(is_reserved, names)))


def without_reserved(edit: Edit) -> Edit:
    """Remove the attributes whose names are reserved."""
    rows = {number: row for number, row in edit.rows.items() if not is_reserved(row.name)}
    values = {name: value for name, value in edit.values.items() if not is_reserved(name)}
    return msgspec.structs.replace(edit, rows=rows, values=values)


def with_bulk(edit: Edit, case: Case, before: Sequence[Row], rows: Sequence[Row]) -> Edit:
    """Apply the rewritten text of the whole grid; `before` has the grid's rows when it was written.

    An unchanged line keeps a value that has arrived since. If a line is missing, an attribute of the case stays and a
    new one is removed.
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
    """Revert all changes to attributes."""
    return msgspec.structs.replace(edit, values={}, rows={})


def without(edit: Edit, names: Iterable[str], numbers: Iterable[int]) -> Edit:
    """Revert the values of these attributes and remove these new ones."""
    names, numbers = set(names), set(numbers)
    return msgspec.structs.replace(
        edit,
        values={name: value for name, value in edit.values.items() if name not in names},
        rows={number: row for number, row in edit.rows.items() if number not in numbers},
    )


def with_cells(edit: Edit, case: Case, values: Mapping[str, str], rows: Mapping[int, Row]) -> Edit:
    """Set several values and new rows at once; empty rows are removed."""
    changed = dict(edit.values)
    for name, value in values.items():
        if not is_fixed(case, name):
            _set_value(changed, case, name, value)
    merged = {**edit.rows, **rows}
    return msgspec.structs.replace(
        edit, values=changed, rows={number: row for number, row in merged.items() if row != Row()}
    )


def with_trimmed_names(edit: Edit) -> Edit:
    """Trim the names of new attributes."""
    rows = {number: Row(row.name.strip(), row.value) for number, row in edit.rows.items()}
    return msgspec.structs.replace(edit, rows=rows)


def _set_value(values: dict[str, str], case: Case, name: str, value: str) -> None:
    """Set a value; the server's own value is not a change."""
    if name in case.attributes and case.attributes[name].text == value:
        values.pop(name, None)
    else:
        values[name] = value


def _numbered(old: Mapping[int, Row], new: Sequence[Row]) -> dict[int, Row]:
    numbers = sorted(old)
    more = range(max(numbers, default=0) + 1, max(numbers, default=0) + 1 + len(new))
    return dict(zip((*numbers, *more), new, strict=False))
