"""The warning about changes with invisible characters, with a button that removes them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from caseeditor.domain.editing.edit import Edit, unseen_texts
from caseeditor.domain.text.fidelity import with_hidden_shown
from caseeditor.domain.text.unseen import unseen_places
from caseeditor.ui.messages.texts import quoted, tip_words, translate
from caseeditor.ui.state.session import Session

_MOST = 3
_AROUND = 16
"""Characters that are shown at either side of the first invisible one."""


class UnseenLine(QWidget):
    """A line that is visible only while a change other than a note has invisible characters."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._button = QPushButton(self.tr("Remove invisible characters"), self)
        self._button.clicked.connect(session.editor.remove_unseen)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._said, 1)
        layout.addWidget(self._button)
        session.editor.edit_changed.connect(self._update)
        self._update()

    def _update(self) -> None:
        words = unseen_words(self._session.edit)
        self.setVisible(bool(words))
        if words:
            self._said.setText(f"⚠ {words}")
            self._said.setToolTip(tip_words(self._said.text()))
            self._button.setAccessibleDescription(self._said.text())


def unseen_words(edit: Edit) -> str:
    """List the texts of an edit, except notes, with invisible characters; '' if there are none."""
    texts = list(dict.fromkeys(unseen_texts(edit)))
    shown = ", ".join(quoted(_excerpt(text)) for text in texts[:_MOST]) + (", …" if len(texts) > _MOST else "")
    return translate("UnseenLine", "Invisible characters, which are sent too: {0}").format(shown) if texts else ""


def _excerpt(text: str) -> str:
    """Return the text around the first invisible character on one line, with a visible mark for it."""
    place = next(unseen_places(text), 0)
    shown = " ".join(with_hidden_shown(text)[max(0, place - _AROUND) : place + _AROUND].split())
    return ("…" if place > _AROUND else "") + shown + ("…" if place + _AROUND < len(text) else "")
