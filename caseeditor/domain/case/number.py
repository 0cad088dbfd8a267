"""Whole numbers in the spellings that servers use."""

import re

_NUMBER = re.compile(r"\+?([0-9]+)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,3}))?")
_LONGEST = 40
"""Maximum digits of an id."""


def whole_number(text: str) -> str:
    """Return the digits of a whole number in any spelling (203.0, 2.03e2, " 203 "); return other text unchanged."""
    found = _NUMBER.fullmatch(text.strip())
    if not found:
        return text
    whole, rest, power = found[1], found[2] or "", int(found[3] or 0)
    digits, point = whole + rest, len(whole) + power
    if digits[max(point, 0) :].strip("0"):
        return text
    number = digits[: max(point, 0)].ljust(point, "0").lstrip("0") or "0"
    return number if len(number) <= _LONGEST else text
