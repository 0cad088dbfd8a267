"""The shape of a value: its letters and digits without their identity. It tells a form, and no person's data."""

import re
import unicodedata

from caseeditor.domain.text.date_forms import date_forms

_DIGIT, _LETTERS = "9", "aaa"
_RUNS = re.compile(r"a+")
_BLANKS = re.compile(r"\s+")
_DIGITS = 6
"""Digits from which a number may identify a person: a phone number, an identity card, a bank card, an account."""
_SEPARATED = re.compile(rf"(?:\d[\s().\-/+:_]{{0,2}}){{{_DIGITS},}}")
_HANDLE = re.compile(r"@\w")
_WORD = re.compile(r"\S+")


def shape(text: str) -> str:
    """Return the shape of a text: `99/99/9999`, `aaa@aaa.aaa`.

    Each digit is a 9, each run of letters is `aaa`, whatever its script, case and length; blanks are one space.
    """
    shaped = "".join(map(_shape_of, unicodedata.normalize("NFC", text)))
    return _BLANKS.sub(" ", _RUNS.sub(_LETTERS, shaped))


def looks_personal(text: str) -> bool:
    """Tell whether a text looks like a person's data.

    That is an e-mail address, a handle, any date, which may be one of birth, and whatever has six digits in a row or
    in a word: numbers of phones, cards, accounts and computers. A person's name can't be told from other words.
    """
    if _HANDLE.search(text) or _SEPARATED.search(text) or date_forms(text):
        return True
    return any(sum(map(str.isdecimal, word)) >= _DIGITS for word in _WORD.findall(text))


def _shape_of(character: str) -> str:
    if character.isdecimal():
        return _DIGIT
    return "a" if character.isalnum() or unicodedata.category(character).startswith("M") else character
