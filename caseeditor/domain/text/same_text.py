"""The differences between two spellings of a text that are never told apart."""

import unicodedata


def plain(text: str) -> str:
    """Return a text without the differences that are never told apart: LF, NFC, nothing blank at either end."""
    return even(text).strip()


def even(text: str) -> str:
    """Return it with what is blank at its ends."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
