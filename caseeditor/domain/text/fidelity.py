"""Faithful display of text: hidden characters made visible, lone surrogates replaced."""

import re

from caseeditor.domain.text.unseen import has_unseen, unseen_places

MASK = "••••"
"""Replaces a secret in any output."""

_HIDDEN = re.compile("\\A +| +\\Z|  +|\t")
_SHOWN = {" ": "·", "\t": "→"}
_UNSEEN = "¦"
_ODD_BLANK = "⍽"


def hides_space(text: str) -> bool:
    """Check for white space or other characters that a reader would miss."""
    return bool(_HIDDEN.search(text)) or has_unseen(text)


def with_hidden_shown(text: str) -> str:
    """Replace white space and other characters that a reader would miss by visible signs."""
    places = list(unseen_places(text))
    if places:
        letters = list(text)
        for place in places:
            letters[place] = _ODD_BLANK if letters[place].isspace() else _UNSEEN
        text = "".join(letters)
    return _HIDDEN.sub(lambda found: "".join(_SHOWN[each] for each in found[0]), text)


def whole(text: str) -> str:
    """Replace lone surrogates, which no encoding can represent, by U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
