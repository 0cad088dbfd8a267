"""The text on the clipboard, also where a program put it there only with its looks."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextDocumentFragment

from caseeditor.domain.text.field_text import LONGEST_TABLE

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
