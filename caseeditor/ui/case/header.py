"""The header of a case: its state and dates at a glance, and the news since the agent's last visit."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from caseeditor.domain.case.reference import is_web_link
from caseeditor.ui.case.summary import case_facts, glance, original_dates
from caseeditor.ui.messages.notices import since_words
from caseeditor.ui.messages.texts import span_words, tip_words
from caseeditor.ui.state.session import Session

_MINUTE = 60_000
"""Milliseconds."""


class CaseHeader(QWidget):
    """Follows the case of a session."""

    link_wanted = Signal(str)
    """The address of the case's page."""
    step_wanted = Signal(int)
    """1 for the next case of the list, -1 for the previous one."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._glance = QLabel(self)
        self._glance.setTextFormat(Qt.TextFormat.PlainText)
        bold = QFont(self._glance.font())
        bold.setBold(True)
        self._glance.setFont(bold)
        self._glance.setMinimumWidth(1)  # a long state does not make the window wider
        self._facts = self._wrapping_label()
        self._since = self._wrapping_label()
        self._since.hide()
        self._page = QPushButton(self.tr("Case page ↗"), self)
        self._page.setFlat(True)
        self._page.clicked.connect(lambda: self.link_wanted.emit(session.case.url if session.case else ""))
        row = QHBoxLayout()
        row.addWidget(self._glance, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._facts, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._page, 0, Qt.AlignmentFlag.AlignTop)
        for button in (
            self._stepping_button("‹", self.tr("Previous case"), "Shift+F8", -1),
            self._stepping_button("›", self.tr("Next case"), "F8", 1),
        ):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self._since)
        self._minutes = QTimer(self)
        self._minutes.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._minutes.setInterval(_MINUTE)
        self._minutes.timeout.connect(self._show_facts)
        session.editor.case_changed.connect(self._on_case)
        self._on_case()

    def _stepping_button(self, glyph: str, name: str, keys: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setText(glyph)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} · {QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)}")
        button.clicked.connect(lambda: self.step_wanted.emit(step))
        return button

    def _wrapping_label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return label

    def _on_case(self) -> None:
        case = self._session.case
        if case is None:
            return
        self._glance.setText(" · ".join(glance(case)))
        self._glance.setToolTip(tip_words(self._glance.text()))
        since = self._session.since
        self._since.setText("● " + since_words(since, span_words(since.passed / 1000)) if since else "")
        self._since.setVisible(since is not None)
        self._show_facts()
        self._facts.setToolTip(tip_words("\n".join(original_dates(case))))
        self._page.setVisible(is_web_link(case.url))
        self._page.setToolTip(tip_words(case.url))
        self._page.setAccessibleDescription(case.url)

    def _show_facts(self) -> None:
        """Show the facts with their present age, which grows by the minute."""
        if self._session.case:
            self._facts.setText(" · ".join(case_facts(self._session.case, datetime.now(UTC))))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_facts()
        self._minutes.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minutes.stop()
