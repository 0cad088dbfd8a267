"""Doubts about cells that are text: a spreadsheet may have written them otherwise than somebody typed them."""

import re

from caseeditor.domain.batch.tables.table import CellFlag

_LONGEST = 60
_EXPONENT = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]{1,3}")
_LONG_NUMBER = re.compile(r"[+-]?[0-9]{16,}(?:[.,][0-9]*)?")
_DATE = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2(?:[0-9]{4}|[0-9]{2})(?:[ T].*)?")
_MONTHS = "jan|ene|feb|fev|mar|apr|abr|may|mai|jun|jul|aug|ago|sep|set|oct|out|nov|dec|dic|dez"
_SHORT_DATE = re.compile(rf"(?:[0-9]{{1,2}}[-/](?:{_MONTHS})\.?|(?:{_MONTHS})\.?[-/][0-9]{{2}})", re.IGNORECASE)
"""`2-mar`, `mar-26`: a spreadsheet makes these of 2-3 and 3-26."""
_MONTHS_IN_YEAR = 12


def doubt_about(cell: str) -> CellFlag | None:
    """Return the doubt about a text cell, None if there is none.

    A date is in doubt if it is another one where the month comes first.
    """
    if "\ufffd" in cell:
        return CellFlag.NOT_DECODED
    if len(cell) > _LONGEST or not any(map(str.isdigit, cell)):
        return None
    cell = cell.strip()
    if _EXPONENT.fullmatch(cell):
        return CellFlag.EXPONENT
    if _LONG_NUMBER.fullmatch(cell):
        return CellFlag.LONG_NUMBER
    date = _DATE.fullmatch(cell)
    if date and date[1] != date[3] and max(int(date[1]), int(date[3])) <= _MONTHS_IN_YEAR:
        return CellFlag.DATE
    return CellFlag.DATE if _SHORT_DATE.fullmatch(cell) else None
