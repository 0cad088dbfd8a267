"""The footer of a case: the count of changes, the draft's state, and the buttons that submit or discard."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from caseeditor.domain.delivery.outcome import Outcome, outcome_of
from caseeditor.domain.delivery.submission import State
from caseeditor.domain.delivery.submission_update import SubmissionUpdate
from caseeditor.ui.messages.notices import kept_words
from caseeditor.ui.messages.texts import count_words, now_words
from caseeditor.ui.state.session import Session
from caseeditor.ui.style.font_scaling import by_font
from caseeditor.ui.widgets.busy_bar import make_busy_bar

_STORED = 2000
"""Milliseconds for which *Submit* says that the changes are stored."""


class SubmitButton(QPushButton):
    """The button *Submit*: it says for a moment when the changes were stored, without a change of its size."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(_STORED)
        self._moment.timeout.connect(self.show_name)
        self.setDefault(True)
        self.setToolTip(self.tr("Ctrl+Enter"))
        self.setAccessibleName(self.tr("Submit"))
        self.show_name()

    def show_name(self) -> None:
        """Say what the button does."""
        self._moment.stop()
        self.setText(self.tr("Submit"))

    def show_stored(self) -> None:
        """Say when the changes were stored."""
        self.setText(self.tr("✓ Stored {0}").format(now_words()))
        self._moment.start()

    def sizeHint(self) -> QSize:
        """Return the size for the longer one of its texts."""
        texts, option = (self.tr("Submit"), self.tr("✓ Stored {0}").format(now_words())), QStyleOptionButton()
        self.initStyleOption(option)
        option.text = max(texts, key=self.fontMetrics().horizontalAdvance)
        inside = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, option.text)
        return self.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, inside, self)


class CaseFooter(QWidget):
    """Follows the edit and the submissions of a session."""

    review_wanted = Signal()
    submit_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._count = QLabel(self)
        self._kept = QLabel(self)
        self._kept.setTextFormat(Qt.TextFormat.PlainText)
        by_font(self, self._reserve_lines)
        self._sending = make_busy_bar(self.tr("Submitting"), self)
        self._sending.setMaximumWidth(120)
        self._stop = QPushButton(self.tr("Stop waiting"), self)
        self._stop.clicked.connect(session.submitter.stop_waiting)
        self._discard = self._short_button(self.tr("Discard"), self.tr("Discard changes"))
        self._discard.clicked.connect(session.editor.discard)
        review = self._short_button(self.tr("Review"), self.tr("Review changes"))
        review.clicked.connect(self.review_wanted)
        submit_next = QPushButton(self.tr("Submit and next"), self)
        submit_next.setToolTip(QKeySequence("Ctrl+Shift+Enter").toString(QKeySequence.SequenceFormat.NativeText))
        submit_next.clicked.connect(self.next_wanted)
        self._submit = submit = SubmitButton(self)
        submit.clicked.connect(self.submit_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        told = QVBoxLayout()  # one line each: beside each other they would make the window wider than a small screen
        told.setSpacing(0)
        for label in (self._count, self._kept):
            # With a width of its own, each new text would lay out and repaint the whole case.
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            told.addWidget(label)
        layout.addLayout(told, 1)
        for widget in (self._sending, self._stop):
            layout.addWidget(widget)
        for widget in (self._discard, review, submit_next, submit):
            layout.addWidget(widget)
        session.editor.case_changed.connect(self._on_edit)
        session.editor.edit_changed.connect(self._on_edit)
        session.state_changed.connect(self._on_state)
        session.submitter.followed.connect(self._on_news)
        session.draft.kept_changed.connect(self._on_kept)
        self._on_edit()
        self._on_state()

    def _reserve_lines(self) -> None:
        """Fix the least size of the labels: a text that comes or goes would paint the whole case anew."""
        height = self.fontMetrics().height()
        self._count.setMinimumHeight(height)
        self._kept.setMinimumSize(1, height)

    def _short_button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _on_edit(self) -> None:
        count = len(self._session.list_changes())
        self._show_count()
        self._discard.setEnabled(count > 0)
        if count:
            self._submit.show_name()

    def _on_news(self, news: SubmissionUpdate) -> None:
        is_over = news.submission.state is State.STORED and news.unkept is None
        if is_over and outcome_of(news.submission) is Outcome.STORED and self._session.is_untouched:
            self._submit.show_stored()

    def _on_state(self) -> None:
        submissions = self._session.submissions
        self._sending.setVisible(self._session.is_submitting)
        self._show_count()
        self._stop.setVisible(bool(submissions) and submissions[0].state is State.SENDING)

    def _show_count(self) -> None:
        """Leave the room to the bar while changes are sent and there are no others."""
        is_told = bool(self._session.list_changes()) or not self._session.is_submitting
        self._count.setText(count_words(len(self._session.list_changes())) if is_told else "")

    def _on_kept(self) -> None:
        self._kept.setText(kept_words(self._session.kept, is_changed=bool(self._session.list_changes())))
