"""Text that is pasted or dropped, also where a program gives it only as HTML or as links."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextDocumentFragment

from caseeditor.domain.case.reference import are_case_links
from caseeditor.domain.text.field_text import LONGEST_TABLE

_LONGEST_DROP = 20_000
"""Characters that are looked at: nobody drops a book to open cases."""
_PLAIN = QKeySequence("Ctrl+Shift+V")
_PICTURE = "\ufffc"
"""What stands for a picture in a text."""


def is_paste(event: QKeyEvent) -> bool:
    """Tell whether a key pastes: also the one that elsewhere pastes without looks, as is always done here."""
    return event.matches(QKeySequence.StandardKey.Paste) or QKeySequence(event.keyCombination()) == _PLAIN


def has_text(data: QMimeData) -> bool:
    """Tell whether there is any text in it."""
    return data.hasText() or data.hasHtml()


def text_of(data: QMimeData) -> str:
    """Return the plain text; of HTML alone the text that it shows, of pictures nothing."""
    text = data.text()
    if text or not data.hasHtml():
        return text
    html = data.html()
    if len(html) > LONGEST_TABLE:  # reading it would hold the window; as it is, it is refused as too long
        return html
    return QTextDocumentFragment.fromHtml(html).toPlainText().replace(_PICTURE, "")


def dropped_text(data: QMimeData) -> str | None:
    """Return what a drop says, a line each link; None where it says nothing."""
    if data.hasUrls():
        return "\n".join(url.toString() for url in data.urls())[:_LONGEST_DROP]
    return data.text()[:_LONGEST_DROP] if data.hasText() else None


def is_for_window(data: QMimeData) -> bool:
    """Tell whether a drop is links to cases and nothing else: no field takes those, the window opens them."""
    return are_case_links(dropped_text(data) or "")
