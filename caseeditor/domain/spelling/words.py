"""The words of a text that a spelling check reads, with their places in UTF-16 units, as Qt counts.

Not checked: links, e-mail addresses, domains, file names and paths, placeholders such as `{contact.name}`, `#203`,
words with digits or underscores, words in capitals, single letters, and words of more than LONGEST letters.
"""

import re
import unicodedata

import msgspec

LONGEST = 60
"""Letters of a word."""
_MOST_HYPHENS = 3
"""Hyphens of a word; with more of them, its parts are words."""
_MARKS = "".join(chr(code) for code in range(0x300, 0x1D00) if unicodedata.category(chr(code)) in ("Mn", "Mc"))
_TOKEN = re.compile(rf"[\w{_MARKS}\u00ad\u200c\u200d]+(?:['’‐-][\w{_MARKS}\u00ad\u200c\u200d]+)*")
_SKIPPED = re.compile(
    r"\{[^{}\s]{1,100}\}"  # a placeholder
    r"|#\w+"
    r"|(?<!\S)\S*?(?:://|www\.|@|\\)\S*"  # a link, an address, a path
    r"|(?<!\S)/\S+"
    r"|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}\b(?:[/:]\S*)?"  # a domain, a file's name
)
"""Each part begins at a fixed place, so that the time grows with the length of the text only."""
_SIMPLE = re.compile(r"[#{@/\\.]")
_HYPHEN = re.compile("[‐-]")
_NO_LETTERS = re.compile(r"[\d_]")
_SPACES = re.compile(r"\S+")
_LONGEST_RUN = 2_000
"""Characters without a blank that are searched for links."""


class Word(msgspec.Struct, frozen=True):
    """A word to check, and its place in the text, in UTF-16 units."""

    text: str
    start: int
    end: int


def words_to_check(text: str) -> tuple[Word, ...]:
    """Return the words of a text in order."""
    places = _Places(text)
    found: list[Word] = []
    for run in _SPACES.finditer(text):
        if run.end() - run.start() <= _LONGEST_RUN:
            skipped = [match.span() for match in _skipped(run[0])]
            for start, end in _tokens(run[0], skipped):
                word = run[0][start:end]
                if _is_checked(word):
                    start, end = run.start() + start, run.start() + end  # noqa: PLW2901 - places in the whole text
                    found.append(Word(looked_up(word), places.of(start), places.of(end)))
    return tuple(found)


def looked_up(word: str) -> str:
    """Return the form of a word that dictionaries have."""
    return unicodedata.normalize("NFC", word.replace("’", "'").replace("‐", "-").replace("\u00ad", ""))


def _skipped(run: str) -> "list[re.Match[str]]":
    return list(_SKIPPED.finditer(run)) if _SIMPLE.search(run) else []


def _tokens(run: str, skipped: list[tuple[int, int]]) -> list[tuple[int, int]]:
    tokens: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(run):
        start, end = match.span()
        if any(start < until and since < end for since, until in skipped):
            continue
        if len(_HYPHEN.findall(match[0])) <= _MOST_HYPHENS:
            tokens.append((start, end))
        else:
            tokens += [(start + part.start(), start + part.end()) for part in re.finditer("[^‐-]+", match[0])]
    return tokens


def _is_checked(word: str) -> bool:
    if not 1 < len(word) <= LONGEST or _NO_LETTERS.search(word):
        return False
    return word != word.upper() or word == word.lower()  # a script without capitals


class _Places:
    """Converts places of a Python string to UTF-16 units, in rising order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._is_same = text.isascii() or max(text) <= "\uffff"
        self._last = self._units = 0

    def of(self, place: int) -> int:
        if self._is_same:
            return place
        self._units += sum(1 + (letter > "\uffff") for letter in self._text[self._last : place])
        self._last = place
        return self._units
