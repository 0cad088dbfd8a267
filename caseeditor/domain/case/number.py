"""Whole numbers as servers write them."""

import re

_NUMBER = re.compile(r"\+?([0-9]+)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,3}))?")
_LONGEST = 40
"""Digits of an id."""


def whole_number(text: str) -> str:
    """Return the digits of a whole number, however it is written (203.0, 2.03e2, " 203 "); any other text as it is."""
    found = _NUMBER.fullmatch(text.strip())
    if not found:
        return text
    whole, rest, power = found[1], found[2] or "", int(found[3] or 0)
    digits, point = whole + rest, len(whole) + power
    if digits[max(point, 0) :].strip("0"):
        return text
    number = digits[: max(point, 0)].ljust(point, "0").lstrip("0") or "0"
    return number if len(number) <= _LONGEST else text
