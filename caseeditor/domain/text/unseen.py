"""Invisible characters, and the contexts in which they are legitimate.

The rule: soft hyphens, word joiners, byte order marks, control characters and white space other than the space are
reported everywhere. Others are part of a script or an emoji, and reported only outside of it:

- Joiners (U+200C, U+200D and similar) occur in Persian, Arabic, Indic and Mongolian words and in emoji: reported at
  either end of a text, and between Latin, Greek or Cyrillic letters, digits, signs or white space.
- A zero width space occurs between letters of scripts without spaces (Thai, Khmer, Lao, Burmese, Tibetan).
- Direction marks occur inside a text with right-to-left letters: reported at its ends, and in any other text.
- A variation selector belongs to the preceding sign, so it may end a text: reported after a letter as in the first
  item, after white space and at the beginning; after a digit unless it makes a keycap.
- Tags occur in flags, between U+1F3F4 and U+E007F.
- An ideographic space occurs between wide characters.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator

_ALWAYS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"
_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f"
_JOINERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c\u200d\u2800\u3164\uffa0"
_BREAK = "\u200b"
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_TAGS = "\U000e0000-\U000e007f"
_WIDE_BLANK = "\u3000"
# Patterns are compiled when first used: most starts need none of them, and they take 2 ms.
_SUSPECT = f"[{_ALWAYS}{_BLANKS}{_JOINERS}{_BREAK}{_DIRECTIONS}{_SELECTORS}{_TAGS}{_WIDE_BLANK}]"
_FLAG = "\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"
_IS_ALWAYS = f"[{_ALWAYS}{_BLANKS}]"
_IS_BLANK = f"[{_BLANKS}{_WIDE_BLANK}]"
_IS_JOINER = f"[{_JOINERS}]"
_IS_DIRECTION = f"[{_DIRECTIONS}]"
_IS_SELECTOR = f"[{_SELECTORS}]"
_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_WITHOUT_BLANKS = "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\u1a20-\u1aaf\uaa60-\uaadf]"
_PLAIN_LETTER = "[\u0000-\u024f\u0250-\u02ff\u0370-\u052f\u1d00-\u1fff\u2c60-\u2c7f\ua640-\ua69f]"
_KEYCAP = "\u20e3"
_SEEN_WITH_SELECTOR = "©®"


def unseen_places(text: str) -> Iterator[int]:
    """Yield the positions of invisible characters, by the rule of this module."""
    if not re.search(_SUSPECT, text):
        return
    flags = {place for flag in re.finditer(_FLAG, text) for place in range(*flag.span())}
    first, last = _seen_ends(text)
    has_right_to_left = re.search(_RIGHT_TO_LEFT, text) is not None
    for found in re.finditer(_SUSPECT, text):
        place = found.start()
        if place in flags:
            continue
        is_inside = first < place < last
        if not _belongs(text, place, is_inside=is_inside, has_right_to_left=has_right_to_left):
            yield place


def has_unseen(text: str) -> bool:
    """Check for invisible characters, by the rule of this module."""
    return next(unseen_places(text), None) is not None


def without_unseen(text: str) -> str:
    """Remove invisible characters. Odd white space inside the text becomes a space; at its ends it is removed."""
    places = set(unseen_places(text))
    if not places:
        return text
    first = next((place for place in range(len(text)) if place not in places), len(text))
    last = next((place for place in reversed(range(len(text))) if place not in places), -1)
    kept: list[str] = []
    for place in range(first, last + 1):
        if place not in places:
            kept.append(text[place])
        elif re.match(_IS_BLANK, text[place]):
            kept.append(" ")
    return "".join(kept)


def compared(text: str) -> str:
    """Return the form in which names and tags are compared: without invisible characters, NFC."""
    return unicodedata.normalize("NFC", without_unseen(text))


class Lookalikes:
    """Names that are looked up by their looks; made once for many lookups, since it goes through all of them."""

    def __init__(self, names: Collection[str]) -> None:
        self._names = names
        self._odd: dict[str, str] = {}
        for name in names:
            if not (name.isascii() and name.isprintable()):
                self._odd.setdefault(compared(name), name)

    def find(self, name: str) -> str | None:
        """Return the name that looks the same, preferring an exact match; None if there is none."""
        if name in self._names:
            return name
        key = compared(name)
        return key if key in self._names else self._odd.get(key)


def same_name(name: str, names: Collection[str]) -> str | None:
    """Return the name that looks the same, preferring an exact match; None if there is none."""
    return name if name in names else Lookalikes(names).find(name)


def stripped(text: str) -> str:
    """Clean up an id or link: remove invisible characters of every kind; odd white space becomes a space."""
    return re.sub(_SUSPECT, lambda found: " " if re.match(_IS_BLANK, found[0]) else "", text).strip()


def _belongs(text: str, place: int, *, is_inside: bool, has_right_to_left: bool) -> bool:
    letter = text[place]
    if re.match(_IS_ALWAYS, letter):
        return False
    before, after = _neighbour(text, place, -1), _neighbour(text, place, 1)
    if letter == _BREAK:
        return bool(re.match(_WITHOUT_BLANKS, before) and re.match(_WITHOUT_BLANKS, after))
    if letter == _WIDE_BLANK:
        return is_inside and all(unicodedata.east_asian_width(each) in "WF" for each in (before, after))
    if re.match(_IS_JOINER, letter):
        return is_inside and not (_is_plain(before) and _is_plain(after))
    if re.match(_IS_DIRECTION, letter):
        return is_inside and has_right_to_left
    if re.match(_IS_SELECTOR, letter):
        base = text[place - 1 : place]
        is_keycap = text[place + 1 : place + 2] == _KEYCAP
        return bool(base) and (is_keycap or base in _SEEN_WITH_SELECTOR or not _is_plain(base))
    return False


def _seen_ends(text: str) -> tuple[int, int]:
    """Return the positions of the first and last visible characters."""
    first, last = 0, len(text) - 1
    while first <= last and _is_nothing(text[first]):
        first += 1
    while first <= last and _is_nothing(text[last]):
        last -= 1
    return first, last


def _is_nothing(letter: str) -> bool:
    return letter.isspace() or bool(re.match(_SUSPECT, letter))


def _neighbour(text: str, place: int, step: int) -> str:
    """Return the next visible character in a direction, '' at the end."""
    place += step
    while 0 <= place < len(text) and re.match(_SUSPECT, text[place]):
        place += step
    return text[place] if 0 <= place < len(text) else ""


def _is_plain(letter: str) -> bool:
    return not letter or letter.isspace() or bool(re.match(_PLAIN_LETTER, letter))
