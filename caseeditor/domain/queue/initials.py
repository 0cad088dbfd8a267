"""Initials and colour of a name, in any script."""

import unicodedata
import zlib

_MOST_WORDS = 2
_LOOKED_AT = 200
"""Characters of a name."""
_MOST_MARKS = 2
_PREFIXED = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4")
"""Vowels of Thai and Lao that are written before the first consonant."""
_VIRAMA = 9
"""The combining class of marks that join a consonant to the next one."""
_NON_JOINER = "\u200c"
"""Keeps the letters of cursive scripts apart."""
_CURSIVE = ("AL",)


def initials(name: str) -> str:
    """Return the first letters of the first two words that have one; '' if there are none."""
    letters = [letter for word in name[:_LOOKED_AT].split() if (letter := _first_letter(word))][:_MOST_WORDS]
    is_cursive = any(unicodedata.bidirectional(letter[0]) in _CURSIVE for letter in letters)
    return (_NON_JOINER if is_cursive else "").join(letters)


def colour_number(name: str, count: int) -> int:
    """Return a number below `count` that is the same for a name at each start."""
    text = unicodedata.normalize("NFC", " ".join(name.split())).casefold()
    return zlib.crc32(text.encode("utf-8", "surrogatepass")) % count


def _first_letter(word: str) -> str:
    """Return the first letter or digit of a word with its marks, in upper case; '' if it has none."""
    word = unicodedata.normalize("NFKC", word)
    for place, letter in enumerate(word):
        if letter.isalnum() and letter not in _PREFIXED:
            upper = letter.upper()
            return (upper if len(upper) == 1 else letter) + _marks(word, place + 1)
    return ""


def _marks(word: str, start: int) -> str:
    end = start
    while end < len(word) and end - start < _MOST_MARKS and _is_mark(word[end]):
        end += 1
    return word[start:end]


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter) in ("Mn", "Mc") and unicodedata.combining(letter) != _VIRAMA
