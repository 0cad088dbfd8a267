"""Which way a text runs."""

import re
import unicodedata

_LOOKED_AT = 2000
_TURNED = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


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
