"""Which way a text runs, and what that does to the texts beside it."""

import re
import unicodedata

_LOOKED_AT = 2000
_TURNED = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_TURNING = re.compile("[\u200f\u202b\u202e\u2067]")
"""Marks that turn even text without such letters, and what follows it if nothing ends them."""
_BEGIN, _END = "\u2068", "\u2069"
"""First strong isolate, pop directional isolate."""
_BEGINNINGS = frozenset("\u2066\u2067\u2068")


def isolated(text: str) -> str:
    """Make a text fit to stand beside others: one that runs from the right would change places with them.

    Only such a text gets marks, an isolate around it, whatever marks it has itself.
    """
    if not (has_right_to_left(text) or _TURNING.search(text)):
        return text
    begun, ended = _unmatched(text)
    return _BEGIN * (ended + 1) + text + _END * (begun + 1)


def shortened(text: str, longest: int) -> str:
    """Cut a text that is longer, and end the isolates that the cut left open."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 1] + "…"
    return kept + _END * _unmatched(kept)[0]


def _unmatched(text: str) -> tuple[int, int]:
    """Count the isolates that are not ended, and the ends of none."""
    begun = ended = 0
    for letter in text:
        if letter in _BEGINNINGS:
            begun += 1
        elif letter == _END:
            begun, ended = max(begun - 1, 0), ended + (not begun)
    return begun, ended


def is_right_to_left(text: str) -> bool:
    """Tell by the first letter that has a direction, as Unicode does."""
    for letter in text[:_LOOKED_AT]:
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return True
        if kind == "L":
            return False
    return False


def has_right_to_left(text: str) -> bool:
    """Tell whether any of a text runs from the right."""
    return bool(_TURNED.search(text))
