"""Keeps secrets out of whatever is shown or written."""

import re
from urllib.parse import quote, quote_plus

from caseeditor.domain.text.fidelity import MASK

_SHORTEST = 4
"""Characters: what is shorter is a slip of the hand, and masking it would garble every text."""


class Secrets:
    """The tokens in use, to be masked in any text: raw and as a URL carries them.

    Written on the worker thread, read by the log's on any: a set that is replaced, never changed in place.
    """

    def __init__(self) -> None:
        self._forms: tuple[str, ...] = ()

    def add(self, secret: str) -> None:
        """Have a secret masked from now on; it stays so when it is signed out."""
        if len(secret) >= _SHORTEST:
            escaped = {quote(secret, safe=""), quote(secret), quote_plus(secret)}
            lower = {re.sub("%[0-9A-F]{2}", lambda found: found[0].lower(), form) for form in escaped}
            self._forms = tuple(sorted({*self._forms, secret, *escaped, *lower}, key=len, reverse=True))

    def mask(self, text: str) -> str:
        """Return the text with every secret in it masked."""
        for form in self._forms:
            text = text.replace(form, MASK)
        return text
