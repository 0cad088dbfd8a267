"""Forms of calendar dates: `dd/MM/yyyy`, `d.M.yy`, `yyyy-MM-dd`. Read and written without the system's locale."""

import re
from collections.abc import Iterator
from datetime import date

_DATE = re.compile(r"(\d{1,4})([/.\-])(\d{1,2})\2(\d{1,4})", re.ASCII)
_FORM = re.compile(r"(d{1,2}|M{1,2}|y{4}|y{2})([/.\-])(d{1,2}|M{1,2})\2(d{1,2}|M{1,2}|y{4}|y{2})")
_ORDERS = ("dMy", "Mdy", "yMd")
_PARTS = (1, 3, 4)
"""The groups of both patterns that are parts of a date."""
_SHORT = 2
"""Digits of a day or a month, and of a short year."""
_CENTURY = 100
_PIVOT = 70
"""Years of two digits below this one are of 2000 and later."""


def date_forms(text: str) -> tuple[str, ...]:
    """Return the forms in which a text is a date: two if day and month may be swapped, none for another text."""
    found = _DATE.fullmatch(text)
    if not found:
        return ()
    parts, separator = (found[1], found[3], found[4]), found[2]
    return tuple(form for form in _forms(parts, separator) if read_date(text, form))


def _forms(parts: tuple[str, str, str], separator: str) -> Iterator[str]:
    """Return the forms with these numbers of digits. Two digits of a year need a slash: `10.0.26` is a version."""
    for order in _ORDERS:
        widths = dict(zip(order, map(len, parts), strict=True))
        is_long = widths["y"] == 2 * _SHORT
        is_short = widths["y"] == _SHORT and separator == "/" and order != "yMd"
        if max(widths["d"], widths["M"]) <= _SHORT and (is_long or is_short):
            yield separator.join(letter * widths[letter] for letter in order)


def read_date(text: str, form: str) -> date | None:
    """Read a date in a form; leading zeros of day and month may be missing or added."""
    found, wanted = _DATE.fullmatch(text), _FORM.fullmatch(form)
    if not found or not wanted or found[2] != wanted[2]:
        return None
    parts = {
        letters[0]: (letters, digits)
        for letters, digits in zip(wanted.group(*_PARTS), found.group(*_PARTS), strict=True)
    }
    if parts.keys() != {"d", "M", "y"}:
        return None
    (letters, year), (_, month), (_, day) = parts["y"], parts["M"], parts["d"]
    if len(year) != len(letters) or max(len(day), len(month)) > _SHORT:
        return None
    century = 0 if len(year) > _SHORT else 2000 if int(year) < _PIVOT else 1900
    try:
        return date(century + int(year), int(month), int(day))
    except ValueError:
        return None


def write_date(day: date, form: str) -> str:
    """Write a date in a form."""
    numbers = {"d": day.day, "M": day.month, "y": day.year}

    def written(part: re.Match[str]) -> str:
        letters = part[0]
        number = numbers[letters[0]]
        return f"{number % _CENTURY if letters == 'yy' else number:0{len(letters)}d}"

    return re.sub("d+|M+|y+", written, form)
