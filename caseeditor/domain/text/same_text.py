"""Differences between spellings of a text that comparisons ignore."""

import unicodedata


def plain(text: str) -> str:
    """Normalize a text for comparison: LF, NFC, trimmed."""
    return even(text).strip()


def even(text: str) -> str:
    """Normalize without trimming."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
