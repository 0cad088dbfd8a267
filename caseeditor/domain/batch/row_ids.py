"""Case ids as tables write them."""

import re

from caseeditor.domain.case.reference import AddressError, CaseRef, parse_case

_WHOLE = re.compile(r"\s*(#?\s*[0-9]{1,40})[.,]0{1,10}\s*")
"""A number that a spreadsheet wrote with decimals."""
_LONGEST = 2_000
"""Characters of a link."""


def case_in(cell: str) -> CaseRef | None:
    """Return the case that a cell names as `203`, `#203`, `203.0` or a link, None if it names none."""
    if len(cell) > _LONGEST or not cell or cell.isspace():
        return None
    if whole := _WHOLE.fullmatch(cell):
        cell = whole[1]
    try:
        return parse_case(cell)
    except AddressError:
        return None
