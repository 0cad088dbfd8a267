"""Validation of access tokens. Other texts are never sent as a token."""

import enum
import re

from caseeditor.domain.case.reference import Server, is_link

LONGEST = 4096
"""Maximum characters: a token is part of a URL, which servers limit to 8 kB."""

_PRINTABLE = re.compile("[!-~]*")
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"


class TokenFault(enum.Enum):
    """The reason why a text is not an access token."""

    EMPTY = "empty"
    BLANKS = "blanks"
    CHARACTERS = "characters"
    LONG = "long"
    ADDRESS = "address"


def trimmed_token(text: str) -> str:
    """Strip white space and invisible characters around a pasted token."""
    before = None
    while text != before:
        before, text = text, text.strip().strip(_UNSEEN)
    return text


def token_fault(token: str, server: Server | None = None) -> TokenFault | None:
    """Return the reason why a trimmed text cannot be a token for a server, None if it can."""
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
    """Return the spellings of a server without its scheme."""
    return server.host, server.domain, server.shown
