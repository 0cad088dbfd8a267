"""A submission whose outcome is unknown: the parts that the server shows, and the agent's answers."""

from PySide6.QtCore import QDateTime, QLocale, QMargins, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from caseeditor.domain.delivery.submission import Submission
from caseeditor.ui.case.submit.action_button import action_button
from caseeditor.ui.messages.case_actions import CaseActions
from caseeditor.ui.messages.delivery import doubt_words, facts_lines
from caseeditor.ui.messages.texts import now_words, number_words
from caseeditor.ui.style.font_scaling import demi_bold
from caseeditor.ui.widgets.fitting_scroll import FittingScroll
from caseeditor.ui.widgets.flow_row import FlowRow
from caseeditor.ui.widgets.lists.card_group import CardGroup

_PAD, _GAP = 12, 6
_LEAST = 2
"""Lines of the list that are in sight at least."""


class DoubtGroup(CardGroup):
    """Group `Not confirmed`: says of each part whether it is on the server. It never says that it is stored."""

    def __init__(self, actions: CaseActions, parent: QWidget) -> None:
        super().__init__("", "warn_bg", parent)
        self.setAccessibleName(self.tr("Not confirmed"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # no key can press anything in it then
        self._reads = -1
        self._read_at = ""
        self._said = WrappedLabel("", self)
        self._said.setFont(demi_bold(self._said.font()))
        self._checked = WrappedLabel("", self)
        self._checked.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._lines: tuple[str, ...] = ()
        self._list = QWidget(self)
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(_PAD, 0, 0, 0)
        self._rows.setSpacing(_GAP // 2)
        buttons = FlowRow(self, QMargins(), _GAP)
        buttons.put([action_button(action, buttons) for action in actions.answers])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PAD, _GAP + 2, _PAD, _GAP + 2)
        layout.setSpacing(_GAP)
        layout.addWidget(self._said)
        layout.addWidget(self._checked)
        layout.addWidget(FittingScroll(self._list, _LEAST, self), 1)
        layout.addWidget(buttons)

    def show_submission(self, submission: Submission) -> None:
        """Show the facts of the latest read."""
        text, *why = doubt_words(submission)
        self._said.setText(f"⚠  {text}")
        self.setAccessibleDescription("\n".join((text, *facts_lines(submission))))
        self._show_lines(facts_lines(submission))
        if self._reads >= 0 and submission.verification_reads != self._reads:
            self._read_at = now_words()
        self._reads = submission.verification_reads
        self._checked.setText(" ".join(filter(None, (*why, self._checked_words(submission)))))

    def _checked_words(self, submission: Submission) -> str:
        """Tell how often the server was asked. The time of the last read is unknown after a restart."""
        since = submission.current.date if submission.current else 0
        if not since or not self._reads:
            return ""
        began = QLocale().toString(QDateTime.fromSecsSinceEpoch(since).time(), "HH:mm")
        count = number_words(self._reads)
        if self._read_at:
            return self.tr("Checked {0} times since {1}; last at {2}.").format(count, began, self._read_at)
        return self.tr("Checked {0} times since {1}.").format(count, began)

    def _show_lines(self, lines: tuple[str, ...]) -> None:
        if lines == self._lines:
            return
        self._lines = lines
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._rows.addWidget(WrappedLabel(line, self._list))


class WrappedLabel(QLabel):
    """A plain text that may be as narrow as its place, and as high as that makes it."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self.setWordWrap(True)  # after the policy, which it gives a height for each width

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing())
