"""Keeps secrets out of whatever is shown or written."""

from urllib.parse import quote, quote_plus

MASK = "••••"


class Secrets:
    """The tokens in use, to be masked in any text: raw and as a URL carries them.

    Written on the worker thread, read by the log's on any: a set that is replaced, never changed in place.
    """

    def __init__(self) -> None:
        self._forms: tuple[str, ...] = ()

    def add(self, secret: str) -> None:
        """Have a secret masked from now on; it stays so when it is signed out."""
        if secret:
            forms = {*self._forms, secret, quote(secret, safe=""), quote_plus(secret)}
            self._forms = tuple(sorted(forms, key=len, reverse=True))

    def mask(self, text: str) -> str:
        """Return the text with every secret in it masked."""
        for form in self._forms:
            text = text.replace(form, MASK)
        return text
