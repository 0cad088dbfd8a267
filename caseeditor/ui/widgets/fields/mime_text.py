"""Text that is pasted or dropped, also where a program gives it only as HTML or as links."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextDocumentFragment

from caseeditor.domain.case.reference import are_case_links
from caseeditor.domain.text.field_text import LONGEST_TABLE

_LONGEST_DROP = 20_000
"""Characters of a drop that are read."""
_PLAIN = QKeySequence("Ctrl+Shift+V")
_PICTURE = "\ufffc"
"""The placeholder of an image in a text."""


def is_paste(event: QKeyEvent) -> bool:
    """Tell whether a key pastes. *Paste without formatting* counts, since no field keeps formatting."""
    return event.matches(QKeySequence.StandardKey.Paste) or QKeySequence(event.keyCombination()) == _PLAIN


def has_text(data: QMimeData) -> bool:
    """Tell whether the data has any text."""
    return data.hasText() or data.hasHtml()


def text_of(data: QMimeData) -> str:
    """Return the plain text; of HTML alone its visible text without images."""
    text = data.text()
    if text or not data.hasHtml():
        return text
    html = data.html()
    if len(html) > LONGEST_TABLE:  # parsing it would block the window; as it is, the field rejects it as too long
        return html
    return QTextDocumentFragment.fromHtml(html).toPlainText().replace(_PICTURE, "")


def dropped_text(data: QMimeData) -> str | None:
    """Return the text of a drop, one line for each link; None if it has none."""
    if data.hasUrls():
        return "\n".join(url.toString() for url in data.urls())[:_LONGEST_DROP]
    return data.text()[:_LONGEST_DROP] if data.hasText() else None


def is_for_window(data: QMimeData) -> bool:
    """Tell whether a drop consists of links to cases: the window opens these, and no field accepts them."""
    return are_case_links(dropped_text(data) or "")
