"""Redaction of secrets in displayed and written text."""

import re
from urllib.parse import quote, quote_plus

from caseeditor.domain.text.fidelity import MASK

_SHORTEST = 4
"""Minimum characters of a secret; redacting shorter ones (typing errors) would garble every text."""


class Secrets:
    """The tokens in use, redacted in any text, in raw and URL-encoded form.

    Written on the worker thread and read on any thread for the log: the set is replaced, never modified in place.
    """

    def __init__(self) -> None:
        self._forms: tuple[str, ...] = ()

    def add(self, secret: str) -> None:
        """Register a secret for redaction. It stays registered after sign-out."""
        if len(secret) >= _SHORTEST:
            escaped = {quote(secret, safe=""), quote(secret), quote_plus(secret)}
            lower = {re.sub("%[0-9A-F]{2}", lambda found: found[0].lower(), form) for form in escaped}
            self._forms = tuple(sorted({*self._forms, secret, *escaped, *lower}, key=len, reverse=True))

    def mask(self, text: str) -> str:
        """Return the text with all secrets redacted."""
        for form in self._forms:
            text = text.replace(form, MASK)
        return text
