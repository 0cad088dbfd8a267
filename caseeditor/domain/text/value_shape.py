"""The shape of a value: its letters and digits without their identity. It tells a form, and no person's data."""

import re
import unicodedata

from caseeditor.domain.text.folding import fold

_DIGIT, _LETTERS = "9", "aaa"
_RUNS = re.compile(r"a+")
_BLANKS = re.compile(r"\s+")
_DIGITS = 6
"""Digits from which a number may identify a person: a phone number, an identity card, a bank card, an account."""
_SEPARATED = re.compile(rf"(?:\d[\W_]{{0,4}}){{{_DIGITS},}}")
_HANDLE = re.compile(r"@\w")
_LINK = re.compile(r"\w://\w|\bwww\.\w|\w\.[^\W\d_]{2,}/\w")
_WORD = re.compile(r"\S+")
_NUMBER = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
_POSTAL = 5
"""Digits of a postal code: with a further number and a word, a text may be an address."""
_DATE = re.compile(r"(?<!\d)(\d{1,4})\s?([/.\-])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?!\d)")
_YEARS = (2, 4)
"""Numbers of digits of a year."""
_DAYS, _MONTHS = 31, 12
_MONTH = (
    r"(?:ene(?:ro)?|jan(?:uary|eiro)?|feb(?:ruary|rero)?|fev(?:ereiro)?|mar(?:ch|zo|co)?|apr(?:il)?|abr(?:il)?"
    r"|mayo?|maio?|june?|junio|junho|july?|julio|julho|aug(?:ust)?|ago(?:sto)?|sept?(?:ember|iembre)?|setiembre"
    r"|set(?:embro)?|oct(?:ober|ubre)?|out(?:ubro)?|nov(?:ember|iembre|embro)?|dec(?:ember)?|dic(?:iembre)?"
    r"|dez(?:embro)?)"
)
_NAMED_MONTH = (
    rf"\b\d{{1,2}}(?:st|nd|rd|th|o|a|er)?[\s.,/\-]*(?:(?:de|of)\s+)?{_MONTH}\b"
    rf"|\b{_MONTH}[\s.,/\-]*(?:de\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?[\s.,/\-]+(?:de\s+)?\d{{2}}|\d{{4}})"
)
"""In English, Spanish and Portuguese, for a folded text."""


def shape(text: str) -> str:
    """Return the shape of a text: `99/99/9999`, `aaa@aaa.aaa`.

    Each digit is a 9, each run of letters is `aaa`, whatever its script, case and length; blanks are one space.
    """
    shaped = "".join(map(_shape_of, unicodedata.normalize("NFC", text)))
    return _BLANKS.sub(" ", _RUNS.sub(_LETTERS, shaped))


def looks_personal(text: str) -> bool:
    """Tell whether a text looks like a person's data.

    That is an e-mail address, a handle, a link, any date, which may be one of birth, a word with a number and a postal
    code, and whatever has six digits in a row or in a word: numbers of phones, cards, accounts and computers. A
    person's name can't be told from other words.
    """
    if _HANDLE.search(text) or _LINK.search(text) or _SEPARATED.search(text):
        return True
    if any(sum(map(str.isdecimal, word)) >= _DIGITS for word in _WORD.findall(text)):
        return True
    return _has_date(text) or _has_address(text)


def _has_date(text: str) -> bool:
    """Find a date anywhere: of numbers, in any order, or with the name of its month."""
    if any(_may_be_date(*found.groups()) for found in _DATE.finditer(text)):
        return True
    return any(map(str.isdecimal, text)) and re.search(_NAMED_MONTH, fold(text)) is not None


def _may_be_date(first: str, separator: str, middle: str, last: str) -> bool:
    """Month first only without points: `2.13.40` is a version."""
    orders = ((first, middle, last), (last, middle, first), *(() if separator == "." else ((middle, first, last),)))
    return any(
        0 < int(day) <= _DAYS and 0 < int(month) <= _MONTHS and len(year) in _YEARS for day, month, year in orders
    )


def _has_address(text: str) -> bool:
    numbers = _NUMBER.findall(text)
    return len(numbers) > 1 and _LETTER.search(text) is not None and any(len(each) == _POSTAL for each in numbers)


def _shape_of(character: str) -> str:
    if character.isdecimal():
        return _DIGIT
    return "a" if character.isalnum() or unicodedata.category(character).startswith("M") else character
