"""The footer of a case: the count of changes, the draft's state, and the buttons that submit or discard."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from caseeditor.domain.delivery.outcome import Outcome, outcome_of
from caseeditor.domain.delivery.submission import State
from caseeditor.domain.delivery.submission_update import SubmissionUpdate
from caseeditor.ui.messages.notices import kept_words
from caseeditor.ui.messages.texts import count_words, now_words
from caseeditor.ui.state.session import Session
from caseeditor.ui.widgets.busy_bar import make_busy_bar
from caseeditor.ui.widgets.elided_label import ElidedLabel

_LETTERS = 16
"""Room of the count, or of the button *Stop waiting* in its place."""
_UNNOTICED = 150
"""Milliseconds of submitting without a progress bar: it would only flicker."""
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
        self.setToolTip(QKeySequence("Ctrl+Enter").toString(QKeySequence.SequenceFormat.NativeText))
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
        self._said = ElidedLabel(self)
        self._said.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._sending = make_busy_bar(self.tr("Submitting"), self)
        self._sending.setMaximumWidth(120)
        self._sending.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._sending.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_UNNOTICED)
        self._soon.timeout.connect(self._sending.show)
        self._stop = QPushButton(self.tr("Stop waiting"), self)
        self._stop.clicked.connect(session.submitter.stop_waiting)
        self._discard = self._short_button(self.tr("Discard"), self.tr("Discard changes"))
        self._discard.setFlat(True)
        self._discard.clicked.connect(session.editor.discard)
        review = self._short_button(self.tr("Review"), self.tr("Review changes"))
        review.clicked.connect(self.review_wanted)
        submit_next = QPushButton(self.tr("Submit and next"), self)
        submit_next.setToolTip(QKeySequence("Ctrl+Shift+Enter").toString(QKeySequence.SequenceFormat.NativeText))
        submit_next.clicked.connect(self.next_wanted)
        self._submit = submit = SubmitButton(self)
        submit.clicked.connect(self.submit_wanted)
        self._layout = layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setColumnStretch(0, 1)
        self._buttons = ((self._discard, review), (submit_next, submit))
        first, self._second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._said, 1)
        first.addWidget(self._sending, 1)
        first.addWidget(self._stop)
        self._second.addStretch()
        for row, buttons in zip((first, self._second), self._buttons, strict=True):
            for button in buttons:
                row.addWidget(button)
        layout.addLayout(first, 0, 0)
        layout.addLayout(self._second, 0, 1)
        self._is_one_row = True
        self._measured: tuple[QFont, tuple[int, int]] | None = None
        session.editor.case_changed.connect(self._on_edit)
        session.editor.edit_changed.connect(self._on_edit)
        session.state_changed.connect(self._on_state)
        session.submitter.followed.connect(self._on_news)
        session.draft.kept_changed.connect(self._show_count)
        self._on_edit()
        self._on_state()

    @property
    def one_row(self) -> int:
        """The width at which all has room in one row, whatever is visible: else the case would be laid out anew."""
        return sum(self._widths) + self._layout.horizontalSpacing()

    @property
    def _widths(self) -> tuple[int, int]:
        """The widths of both rows; each layout of the case asks several times."""
        if self._measured is None or self._measured[0] != self.font():
            self._measured = self.font(), self._measure()
        return self._measured[1]

    def _measure(self) -> tuple[int, int]:
        gap = self._layout.horizontalSpacing()
        first, second = (sum(each.sizeHint().width() + gap for each in buttons) for buttons in self._buttons)
        return first + self.fontMetrics().averageCharWidth() * _LETTERS, second - gap

    def minimumSizeHint(self) -> QSize:
        """Return the size that two rows need."""
        return QSize(max(self._widths), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_one_row = self.width() >= self.one_row
        if is_one_row != self._is_one_row:
            self._is_one_row = is_one_row
            self._layout.removeItem(self._second)
            self._layout.addLayout(self._second, *((0, 1) if is_one_row else (1, 0)))

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
        if not self._session.is_submitting:
            self._soon.stop()
            self._sending.hide()
        elif self._sending.isHidden() and not self._soon.isActive():
            self._soon.start()
        self._show_count()
        self._stop.setVisible(bool(submissions) and submissions[0].state is State.SENDING)
        self._submit.setDefault(not (submissions and submissions[0].state is State.CONFLICTED))  # the group has its own

    def _show_count(self) -> None:
        """Show the count and the draft's state; leave the room to the bar while changes are sent."""
        count = len(self._session.list_changes())
        said = count_words(count) if count or not self._session.is_submitting else ""
        kept = kept_words(self._session.kept, is_changed=count > 0)
        text = " · ".join(filter(None, (said, kept)))
        if text != self._said.text():
            self._said.show_text(text)
