"""Which texts can be an access token: no other text is sent as one."""

import enum
import re

from caseeditor.domain.case.reference import Server, is_link

LONGEST = 4096
"""Characters. A token is part of a URL, which servers take up to 8 kB."""

_PRINTABLE = re.compile("[!-~]*")
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"


class TokenFault(enum.Enum):
    """Why a text can't be an access token."""

    EMPTY = "empty"
    BLANKS = "blanks"
    CHARACTERS = "characters"
    LONG = "long"
    ADDRESS = "address"


def trimmed_token(text: str) -> str:
    """Return a pasted token without the blanks, line breaks and unseen characters around it."""
    before = None
    while text != before:
        before, text = text, text.strip().strip(_UNSEEN)
    return text


def token_fault(token: str, server: Server | None = None) -> TokenFault | None:
    """Tell why a trimmed text can't be a token for a server; None when it can."""
    if not token:
        return TokenFault.EMPTY
    if len(token) > LONGEST:
        return TokenFault.LONG
    if any(letter.isspace() for letter in token):
        return TokenFault.BLANKS
    if not _PRINTABLE.fullmatch(token):
        return TokenFault.CHARACTERS
    if is_link(token) or (server and token.lower().rstrip("/") in _names(server)):
        return TokenFault.ADDRESS
    return None


def _names(server: Server) -> tuple[str, ...]:
    """Return how a server is written without its scheme."""
    return server.host, server.domain, server.shown
