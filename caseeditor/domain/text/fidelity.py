"""Texts as agents see them: hidden characters made visible, half characters made whole."""

import re

from caseeditor.domain.text.unseen import has_unseen, unseen_places

MASK = "••••"
"""What stands for a secret wherever one would be shown."""

_HIDDEN = re.compile("\\A +| +\\Z|  +|\t")
_SHOWN = {" ": "·", "\t": "→"}
_UNSEEN = "¦"
_ODD_BLANK = "⍽"


def hides_space(text: str) -> bool:
    """Tell whether a text has white space or other characters that one would not see."""
    return bool(_HIDDEN.search(text)) or has_unseen(text)


def with_hidden_shown(text: str) -> str:
    """Return a text with white space and other characters that one would not see made visible."""
    places = list(unseen_places(text))
    if places:
        letters = list(text)
        for place in places:
            letters[place] = _ODD_BLANK if letters[place].isspace() else _UNSEEN
        text = "".join(letters)
    return _HIDDEN.sub(lambda found: "".join(_SHOWN[each] for each in found[0]), text)


def whole(text: str) -> str:
    """Return the text with half characters (lone surrogates, which no encoding carries) made U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
