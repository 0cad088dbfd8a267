"""The accepted forms of integers, decimals, dates, and yes and no. The typed text is never rewritten."""

import datetime as dt
import re

_LONGEST = 200
"""Characters of a number or a date; the patterns here are linear, and longer texts are neither."""
_YES_NO = frozenset({"yes", "no", "true", "false", "1", "0", "sí", "si", "sim", "não", "nao"})
_TIME = r"(?:[ T]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?)?"
# Compiled when first used: most starts need none of them.
_INTEGER = r"[+-]?[0-9]+"
_DECIMAL = r"[+-]?(?:[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+)"
_YEAR_FIRST = rf"([0-9]{{4}})-([0-9]{{2}})-([0-9]{{2}}){_TIME}"
_DAY_FIRST = rf"([0-9]{{1,2}})([/.-])([0-9]{{1,2}})\2([0-9]{{4}}){_TIME}"


def is_integer(text: str) -> bool:
    """Check for digits with an optional sign, without separators of thousands."""
    return len(text) <= _LONGEST and re.fullmatch(_INTEGER, text) is not None


def is_decimal(text: str) -> bool:
    """Check for a number with at most one decimal separator, a point or a comma."""
    return len(text) <= _LONGEST and re.fullmatch(_DECIMAL, text) is not None


def is_date(text: str) -> bool:
    """Check for an existing day, year first (2026-11-30) or day first (30/11/2026), with or without a time."""
    if len(text) > _LONGEST:
        return False
    if found := re.fullmatch(_YEAR_FIRST, text):
        year, month, day, *time = found.groups()
    elif found := re.fullmatch(_DAY_FIRST, text):
        day, _, month, year, *time = found.groups()
    else:
        return False
    try:
        dt.date(int(year), int(month), int(day))
        hour, minute, second = (int(part or 0) for part in time)
        dt.time(hour, minute, second)
    except ValueError:
        return False
    return True


def is_yes_no(text: str) -> bool:
    """Check for yes or no in English, Spanish or Portuguese, for true or false, and for 1 or 0."""
    return text.casefold() in _YES_NO
