"""The page that is shown instead of a case until it is read."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.text.short_text import in_a_list
from caseeditor.ui.messages.action_words import action_words
from caseeditor.ui.messages.message import ActionKind
from caseeditor.ui.messages.texts import what_happened
from caseeditor.ui.state.session import Session
from caseeditor.ui.style.font_scaling import by_font, demi_bold, scaled
from caseeditor.ui.widgets.busy_bar import make_busy_bar

_APART = 6
"""Pixels between the reason and the buttons."""
_TITLE = 140
"""Size of the heading above a reason, in percent."""


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
        self._reason = QLabel(self)
        self._reason.setTextFormat(Qt.TextFormat.PlainText)
        self._reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._reason.setWordWrap(True)
        self._reason.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._reason.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._sign_in = QPushButton(action_words(ActionKind.SIGN_IN), self)
        self._sign_in.clicked.connect(session.actions.sign_in.run)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self._subject)
        layout.addWidget(self._text, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._reason)
        layout.addSpacing(_APART)
        for widget in (self._reading, self._cancel, self._sign_in, self._again):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(2)
        session.state_changed.connect(self._on_state)
        session.editor.case_changed.connect(self._on_state)
        by_font(self, self._on_state)

    def _on_state(self) -> None:
        if self._session.case is not None:
            return  # a large case is shown in the next turn; until then the page is as it was, with the focus
        is_reading = self._session.is_reading
        self._subject.setText(in_a_list(self._session.subject_remembered))
        self._subject.setVisible(bool(self._subject.text()))
        self._reading.setVisible(is_reading)
        self._cancel.setVisible(is_reading)
        self._again.setVisible(not is_reading)
        self._show_failure(self._session.opening_failure)
        self.setFocusProxy(self._cancel if is_reading else self._again)
        words = self.tr("Opening case {0}…") if is_reading else self.tr("Case {0} isn't open.")
        self._text.setText(words.format(self._session.case_id))

    def _show_failure(self, failure: Failure | None) -> None:
        self._reason.setText(what_happened(failure) if failure else "")
        self._reason.setVisible(failure is not None)
        needs_token = failure is not None and failure.kind.needs_token
        self._sign_in.setVisible(needs_token)
        self._sign_in.setDefault(needs_token)
        self._again.setDefault(failure is not None and not needs_token)
        self._text.setFont(demi_bold(scaled(self.font(), _TITLE)) if failure else self.font())
