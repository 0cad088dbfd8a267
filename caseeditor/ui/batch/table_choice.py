"""Rows and changes of a table whose columns have a meaning. Pure."""

from collections.abc import Callable, Iterator

import msgspec

from caseeditor.domain.batch.batch import MOST_ROWS
from caseeditor.domain.batch.recipe import Recipe, ValueRule
from caseeditor.domain.batch.row import Row
from caseeditor.domain.batch.table import ColumnUse, Table, Use
from caseeditor.domain.case.reference import AddressError, parse_case

_AT_ONCE = 100


def guess_uses(table: Table) -> tuple[ColumnUse, ...]:
    """Take the first column of which most cells are ids for the case's."""
    sample = table.rows[:50]
    for place, column in enumerate(table.columns):
        found = sum(place < len(cells) and case_id_in(cells[place]) != "" for cells in sample)
        if sample and found * 2 > len(sample):
            return (ColumnUse(column=column, use=Use.CASE_ID),)
    return ()


def case_id_in(cell: str, is_here: Callable[[str], bool] = lambda _: True) -> str:
    """Return the id in a cell: `203`, `#203`, `203.0` or a link; '' for none, or for one of another server."""
    head, dot, zeros = cell.strip().partition(".")
    try:
        case = parse_case(head if dot and zeros and not zeros.strip("0") else cell)
    except AddressError:
        return ""
    return case.id if not case.domain or is_here(case.domain) else ""


class TableRows:
    """Makes the rows of a table, in steps. A case that is named again is left out."""

    def __init__(self, table: Table, uses: tuple[ColumnUse, ...], is_here: Callable[[str], bool]) -> None:
        self._table, self._is_here = table, is_here
        self._ids = next(place for place, each in enumerate(uses) if each.use is Use.CASE_ID)
        self.rows: dict[str, Row] = {}

    def make(self) -> Iterator[None]:
        columns = self._table.columns
        for number, cells in enumerate(self._table.rows):
            case_id = case_id_in(cells[self._ids], self._is_here) if self._ids < len(cells) else ""
            if case_id and case_id not in self.rows and len(self.rows) < MOST_ROWS:
                given = dict(zip(columns, cells, strict=False))
                self.rows[case_id] = Row(number=len(self.rows) + 1, case_id=case_id, cells=given)
            if number % _AT_ONCE == 0:
                yield


def recipe_with(recipe: Recipe, uses: tuple[ColumnUse, ...]) -> Recipe:
    """Return the changes with those that the columns make."""
    named = {each.name or each.column for each in uses if each.use is Use.ATTRIBUTE}
    kept = [rule for rule in recipe.attributes if rule.name not in named]
    for use in uses:
        field = "{row." + use.column + "}"
        match use.use:
            case Use.SUBJECT:
                rule = ValueRule(value=field, blank_clears=use.blank_clears)
                recipe = msgspec.structs.replace(recipe, subject=rule)
            case Use.NOTE if field not in recipe.notes:
                recipe = msgspec.structs.replace(recipe, notes=(*recipe.notes, field))
            case Use.TAG_ADDED if field not in recipe.added_tags:
                recipe = msgspec.structs.replace(recipe, added_tags=(*recipe.added_tags, field))
            case Use.TAG_REMOVED if field not in recipe.removed_tags:
                recipe = msgspec.structs.replace(recipe, removed_tags=(*recipe.removed_tags, field))
            case Use.ATTRIBUTE:
                kept.append(ValueRule(name=use.name or use.column, value=field, blank_clears=use.blank_clears))
            case _:
                pass
    return msgspec.structs.replace(recipe, attributes=tuple(kept))
