"""The rows and the changes of a batch, by a table and the use of its columns."""

import enum
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from caseeditor.domain.batch.plan.recipe import Recipe, ValueRule
from caseeditor.domain.batch.row import Row
from caseeditor.domain.batch.row_ids import case_in
from caseeditor.domain.batch.tables.column_names import letters, use_named
from caseeditor.domain.batch.tables.table import CellFlag, ColumnUse, Flag, Table, Use
from caseeditor.domain.case.model import OWN_FIELDS
from caseeditor.domain.editing.changes import is_reserved
from caseeditor.domain.text.folding import fold
from caseeditor.domain.text.unseen import compared

ACCEPTABLE = frozenset({CellFlag.SAME_ID, CellFlag.LONG_NUMBER, CellFlag.LEADING_ZEROS, CellFlag.HIDDEN})
"""Doubts about an id or, of HIDDEN, a row in spite of which it can be used."""
_SAMPLE = 200
_MOSTLY = 0.8


class UseProblem(enum.Enum):
    """A problem of a column's use. SIMILAR, OWN_FIELD are questions, the others prevent the plan."""

    NO_ID = "no id"  # no column has the case ids; of no column
    SECOND = "second"  # another column has this use, of which there can be one
    NO_NAME = "no name"
    RESERVED = "reserved"
    DUPLICATE = "duplicate"  # another column sets the same attribute
    SIMILAR = "similar"  # a known attribute's name, `name`, differs in letter case or accents
    OWN_FIELD = "own field"

    @property
    def is_blocking(self) -> bool:
        return self not in (UseProblem.SIMILAR, UseProblem.OWN_FIELD)


class UseDoubt(msgspec.Struct, frozen=True):
    """A problem of a column's use; `column` is '' for the whole table. `name` is a known attribute's."""

    problem: UseProblem
    column: str = ""
    name: str = ""


def guessed_uses(table: Table, most: int | None = None) -> tuple[ColumnUse, ...]:
    """Guess the use of each of the first columns by its name, that of the ids by its cells, too."""
    ids = _id_column(table, most)
    seen: set[Use] = set()
    uses: list[ColumnUse] = []
    for number, column in enumerate(table.columns[:most]):
        use = Use.CASE_ID if number == ids else _use_of(table, number)
        if use in seen and use in (Use.SUBJECT, Use.NOTE):
            use = Use.IGNORED
        seen.add(use)
        uses.append(ColumnUse(column=column, use=use, name=column if use is Use.ATTRIBUTE else ""))
    return tuple(uses)


def _use_of(table: Table, number: int) -> Use:
    name = table.columns[number]
    use = use_named(name)
    if table.header is None or name == letters(number):  # a column without a name
        return Use.IGNORED
    if use is not None:
        return Use.IGNORED if use is Use.CASE_ID else use
    is_second = name.endswith(")") and name.rpartition(" (")[0] in table.columns
    is_own = is_reserved(name) or name.lower() in OWN_FIELDS
    return Use.IGNORED if is_second or is_own else Use.ATTRIBUTE


def _id_column(table: Table, most: int | None) -> int | None:
    """Return the column with the most ids among those with such a name, else the first that has nearly only ids."""
    rows, columns = table.rows[:_SAMPLE], table.columns[:most]
    named = [number for number, name in enumerate(columns) if use_named(name) is Use.CASE_ID]
    if named:
        return max(named, key=lambda number: _share_of_ids(rows, number))
    return next((number for number in range(len(columns)) if _share_of_ids(rows, number) >= _MOSTLY), None)


def _share_of_ids(rows: Sequence[Sequence[str]], column: int) -> float:
    cells = [row[column] for row in rows if row[column].strip()]
    return sum(case_in(cell) is not None for cell in cells) / len(cells) if cells else 0.0


def use_problems(uses: Sequence[ColumnUse], known_names: Collection[str] = ()) -> tuple[UseDoubt, ...]:
    """List the problems of the uses, at most one a column. `known_names` are those of attributes."""
    found: list[UseDoubt] = []
    if all(use.use is not Use.CASE_ID for use in uses):
        found.append(UseDoubt(UseProblem.NO_ID))
    known = _known(tuple(known_names))
    seen: set[Use] = set()
    names: set[str] = set()
    for use in uses:
        if use.use in (Use.CASE_ID, Use.SUBJECT) and use.use in seen:
            found.append(UseDoubt(UseProblem.SECOND, use.column))
        seen.add(use.use)
        if use.use is Use.ATTRIBUTE:
            if doubt := _name_doubt(use, names, known):
                found.append(doubt)
            names.add(compared(use.name).strip())
    return tuple(found)


class _Known(NamedTuple):
    names: frozenset[str]
    folded: Mapping[str, str]


@lru_cache(2)
def _known(names: tuple[str, ...]) -> _Known:
    """Prepare known names: up to 10,000 are asked for whenever the use of a column is changed."""
    return _Known(frozenset(names), {fold(name): name for name in names})


def _name_doubt(use: ColumnUse, names: set[str], known: _Known) -> UseDoubt | None:
    name = compared(use.name).strip()
    if not name:
        return UseDoubt(UseProblem.NO_NAME, use.column)
    if is_reserved(use.name):
        return UseDoubt(UseProblem.RESERVED, use.column)
    if name in names:
        return UseDoubt(UseProblem.DUPLICATE, use.column)
    if use.name not in known.names and (like := known.folded.get(fold(use.name))):
        return UseDoubt(UseProblem.SIMILAR, use.column, like)
    return UseDoubt(UseProblem.OWN_FIELD, use.column) if use.name in OWN_FIELDS else None


def rows_of(
    table: Table,
    uses: Sequence[ColumnUse],
    domains: Collection[str],
    *,
    accepted: Collection[CellFlag] = (),
) -> tuple[tuple[Row, ...], tuple[Flag, ...]]:
    """Make the rows of a batch; return them with the problems of ids, of which only `accepted` ones are used.

    `domains` are the host[:port] that links to cases of the server have. Of ACCEPTABLE, SAME_ID concerns the rows after
    the first of a case. Rows without any text are left out.
    """
    column = next((number for number, use in enumerate(uses) if use.use is Use.CASE_ID), None)
    if column is None:
        return (), ()
    doubts = {flag.row: flag.flag for flag in table.flags if flag.column == column}
    hidden = {flag.row for flag in table.flags if flag.flag is CellFlag.HIDDEN}
    rows: list[Row] = []
    problems: list[Flag] = []
    seen: set[str] = set()
    for number, cells in enumerate(table.rows):
        if not any(cell.strip() for cell in cells):
            continue
        case_id, found = _id_of(cells[column], doubts.get(number), domains)
        if case_id in seen:
            found = (*found, CellFlag.SAME_ID)
        if number in hidden:
            found = (*found, CellFlag.HIDDEN)
        problems += [Flag(number, column, flag) for flag in found]
        if ACCEPTABLE.intersection(accepted).issuperset(found):
            seen.add(case_id)
            named = dict(zip(table.columns, cells, strict=True))
            rows.append(Row(number=len(rows) + 1, case_id=case_id, cells=named))
    return tuple(rows), tuple(problems)


def _id_of(cell: str, doubt: CellFlag | None, domains: Collection[str]) -> tuple[str, tuple[CellFlag, ...]]:
    """Return the id in a cell, '' if it has none, and its problems."""
    case = case_in(cell)
    if case is None:
        return "", (CellFlag.EXPONENT if doubt is CellFlag.EXPONENT else CellFlag.NOT_AN_ID,)
    if case.domain and case.domain not in domains:
        return "", (CellFlag.OTHER_SERVER,)
    return case.id, (doubt,) if doubt in ACCEPTABLE - {CellFlag.HIDDEN} else ()


def recipe_of(uses: Sequence[ColumnUse], recipe: Recipe) -> Recipe:
    """Return a recipe with the changes that the columns of a table set, after its own.

    A column of the subject or of an attribute replaces its own rule. A blank cell leaves its value alone, unless
    `blank_clears`; in planning, a note or a tag that is blank once filled in is none.
    """
    texts = {use: [field_of(each.column) for each in uses if each.use is use] for use in Use}
    subjects = [_rule(use, "") for use in uses if use.use is Use.SUBJECT]
    attributes = [_rule(use, use.name) for use in uses if use.use is Use.ATTRIBUTE]
    names = {rule.name for rule in attributes}
    return msgspec.structs.replace(
        recipe,
        subject=subjects[0] if subjects else recipe.subject,
        notes=_joined(recipe.notes, texts[Use.NOTE]),
        added_tags=_joined(recipe.added_tags, texts[Use.TAG_ADDED]),
        removed_tags=_joined(recipe.removed_tags, texts[Use.TAG_REMOVED]),
        attributes=(*(rule for rule in recipe.attributes if rule.name not in names), *attributes),
    )


def without_columns(recipe: Recipe, columns: Iterable[str]) -> Recipe:
    """Return a recipe without what the columns of a table set, before another table takes its place."""
    fields = {field_of(column) for column in columns}
    return msgspec.structs.replace(
        recipe,
        subject=None if recipe.subject and recipe.subject.value in fields else recipe.subject,
        notes=tuple(text for text in recipe.notes if text not in fields),
        added_tags=tuple(text for text in recipe.added_tags if text not in fields),
        removed_tags=tuple(text for text in recipe.removed_tags if text not in fields),
        attributes=tuple(rule for rule in recipe.attributes if rule.value not in fields),
    )


def field_of(column: str) -> str:
    """Return the field that is replaced by a row's cell."""
    return f"{{row.{column}}}"


def _rule(use: ColumnUse, name: str) -> ValueRule:
    return ValueRule(name=name, value=field_of(use.column), blank_clears=use.blank_clears)


def _joined(own: Sequence[str], more: Sequence[str]) -> tuple[str, ...]:
    return (*own, *(text for text in more if text not in own))
