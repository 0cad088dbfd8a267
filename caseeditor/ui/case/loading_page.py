"""The page that is shown instead of a case until it is read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from caseeditor.domain.text.short_text import in_a_list
from caseeditor.ui.state.session import Session
from caseeditor.ui.widgets.busy_bar import make_busy_bar


class WaitingPage(QWidget):
    """Shows that a case is being read or is not open, with the actions for that."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._subject = QLabel(self)
        self._subject.setTextFormat(Qt.TextFormat.PlainText)
        self._subject.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._subject.setWordWrap(True)
        self._subject.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # for long words
        self._text = QLabel(self)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._reading = make_busy_bar(self.tr("Opening"), self)
        self._reading.setMaximumWidth(300)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.clicked.connect(session.cancel_reading)
        self._again = QPushButton(self.tr("Try again"), self)
        self._again.clicked.connect(session.load)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self._subject)
        for widget in (self._text, self._reading, self._cancel, self._again):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(2)
        session.state_changed.connect(self._on_state)
        session.editor.case_changed.connect(self._on_state)
        self._on_state()

    def _on_state(self) -> None:
        is_reading = self._session.is_reading
        self._subject.setText(in_a_list(self._session.subject_remembered))
        self._subject.setVisible(bool(self._subject.text()))
        self._reading.setVisible(is_reading)
        self._cancel.setVisible(is_reading)
        self._again.setVisible(not is_reading)
        self.setFocusProxy(self._cancel if is_reading else self._again)
        words = self.tr("Opening case {0}…") if is_reading else self.tr("Case {0} isn't open.")
        self._text.setText(words.format(self._session.case_id))
