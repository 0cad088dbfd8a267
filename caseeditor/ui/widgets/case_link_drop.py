"""What is dropped on the window, or on one of its fields."""

from PySide6.QtCore import QMimeData

from caseeditor.domain.case.reference import are_case_links

_LONGEST = 20_000
"""Characters that are looked at: nobody drops a book to open cases."""


def dropped_text(data: QMimeData) -> str | None:
    """Return what a drop says, a line each link; None where it says nothing."""
    if data.hasUrls():
        return "\n".join(url.toString() for url in data.urls())[:_LONGEST]
    return data.text()[:_LONGEST] if data.hasText() else None


def is_for_window(data: QMimeData) -> bool:
    """Tell whether a drop is links to cases and nothing else: no field takes those, the window opens them."""
    return are_case_links(dropped_text(data) or "")
