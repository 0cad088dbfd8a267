"""Text direction, and isolation of text from its surroundings."""

import re
import unicodedata

_LOOKED_AT = 2000
_TURNED = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_TURNING = re.compile("[\u200f\u202b\u202e\u2067]")
"""Marks that reverse left-to-right text too, and the following text if they are not closed."""
_BEGIN, _END = "\u2068", "\u2069"
"""First strong isolate, pop directional isolate."""
_BEGINNINGS = frozenset("\u2066\u2067\u2068")


def isolated(text: str) -> str:
    """Isolate a text so that it can be embedded: right-to-left text would be reordered with its neighbours.

    Text without right-to-left characters or marks is returned unchanged. Unbalanced marks in the text are closed.
    """
    if not (has_right_to_left(text) or _TURNING.search(text)):
        return text
    begun, ended = _unmatched(text)
    return _BEGIN * (ended + 1) + text + _END * (begun + 1)


def shortened(text: str, longest: int) -> str:
    """Truncate a text to a number of characters, and close the isolates that the cut left open."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 1] + "…"
    return kept + _END * _unmatched(kept)[0]


def _unmatched(text: str) -> tuple[int, int]:
    """Count the unclosed isolates and the unmatched closing marks."""
    begun = ended = 0
    for letter in text:
        if letter in _BEGINNINGS:
            begun += 1
        elif letter == _END:
            begun, ended = max(begun - 1, 0), ended + (not begun)
    return begun, ended


def is_right_to_left(text: str) -> bool:
    """Return the direction by the first strong character (Unicode rule P2)."""
    for letter in text[:_LOOKED_AT]:
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return True
        if kind == "L":
            return False
    return False


def has_right_to_left(text: str) -> bool:
    """Check for right-to-left characters."""
    return bool(_TURNED.search(text))
