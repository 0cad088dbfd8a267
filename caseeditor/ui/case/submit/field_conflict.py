"""One field that both the agent and somebody else changed: two cards, and the value before."""

import enum
from datetime import UTC, datetime

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from caseeditor.domain.case.dates import parse
from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.merge import Conflict
from caseeditor.domain.editing.changes import ChangeKind
from caseeditor.domain.text.bidi import isolated, shortened
from caseeditor.domain.text.word_diff import Span, differing_words
from caseeditor.ui.application.press_guard import guard_presses
from caseeditor.ui.case.submit.value_text import ValueText
from caseeditor.ui.messages.mark_texts import Marked, marked
from caseeditor.ui.messages.texts import date_words, quoted, span_words, tip_words, translate
from caseeditor.ui.style.font_scaling import by_font, demi_bold
from caseeditor.ui.widgets.elided_label import ElidedLabel
from caseeditor.ui.widgets.lists.card_group import CardGroup

_LINES, _LINES_BEFORE = 4, 2
_PAD = 8
_NAMED = 60
"""Characters of a name."""
_READ_OUT = 3
"""Differing parts that the description of a card lists, each of at most _NAMED characters."""
_CHOSEN = "✓ "


class Decision(enum.Enum):
    """The agent's decision about a field."""

    MINE = "mine"
    THEIRS = "theirs"


class Latest(msgspec.Struct, frozen=True):
    """Who changed the case last, and when; '' where unknown."""

    who: str = ""
    ago: str = ""
    exact: str = ""


def side_names() -> tuple[str, str]:
    """Name the agent's side, and the other one."""
    return translate("FieldConflict", "Mine"), translate("FieldConflict", "Theirs")


def latest_change(case: Case | None) -> Latest:
    """Return the last change of a case. The API doesn't tell who changed a single field."""
    date = parse(case.update_date) if case else None
    who = isolated(shortened(case.updated_by, _NAMED)) if case else ""
    if date is None:
        return Latest(who)
    return Latest(who, span_words(max((datetime.now(UTC) - date).total_seconds(), 0)), date_words(date))


class SideCard(CardGroup):
    """One side of a conflict: its value, and the button that keeps it."""

    chosen = Signal()

    def __init__(self, name: str, button: str, marks: tuple[str, str], parent: QWidget) -> None:
        """Make a card; `marks` are the value with visible marks, and their description."""
        super().__init__(name, "in_bg", parent)
        self.button = QPushButton(_CHOSEN + button, self)
        self.button.setMinimumWidth(self.button.sizeHint().width())  # the mark changes no width
        self.button.setText(button)
        self.button.setAccessibleName(button)
        self.button.setAutoDefault(False)
        guard_presses(self.button)
        self.button.clicked.connect(self.chosen)
        text, self._mark_words = marks
        self.value = ValueText(text, _LINES, self)
        self.value.setAccessibleName(name)
        self.value.setToolTip(tip_words(self._mark_words))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_PAD + 2, _PAD // 2, _PAD // 2, _PAD // 2)
        layout.setSpacing(_PAD)
        layout.addWidget(self.value, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def mark(self, spans: tuple[Span, ...]) -> None:
        """Underline the differing words, and list the first of them for assistive technology."""
        self.value.mark(spans)
        text = self.value.toPlainText()
        parts = [quoted(isolated(shortened(text[start:end], _NAMED))) for start, end in spans[:_READ_OUT]]
        if len(spans) > _READ_OUT:
            parts.append("…")
        words = self.tr("Differs in {0}.").format(", ".join(parts)) if parts else ""
        self.value.setAccessibleDescription(" ".join(each for each in (words, self._mark_words) if each))

    def show_chosen(self, *, chosen: bool, field: str) -> None:
        """Mark this side as the one that stays, or as not chosen."""
        name = self.button.accessibleName()
        self.button.setText(_CHOSEN + name if chosen else name)
        self.button.setAccessibleDescription(f"{field}, {self.tr('chosen')}" if chosen else field)
        self.setAccessibleDescription(self.tr("chosen") if chosen else "")
        self.paint_as("good_bg" if chosen else "in_bg", chosen=chosen)


class FieldConflict(CardGroup):
    """Group with the name of the field. Nothing is decided until the agent presses one of the two buttons."""

    decided = Signal()

    def __init__(self, conflict: Conflict, parent: QWidget) -> None:
        super().__init__(_field_words(conflict), "", parent)
        self.conflict = conflict
        self.decision: Decision | None = None
        shown = _shown(conflict)
        mine, theirs, before = (text or "" for text in shown.texts)
        my_name, their_name = side_names()
        self._mine = SideCard(my_name, self.tr("Keep mine"), (mine, shown.words), self)
        self._theirs = SideCard(their_name, self.tr("Take theirs"), (theirs, shown.words), self)
        self._mine.chosen.connect(lambda: self.decide(Decision.MINE))
        self._theirs.chosen.connect(lambda: self.decide(Decision.THEIRS))
        if conflict.what not in _TAGS:
            mine_spans, their_spans = differing_words(mine, theirs)
            self._mine.mark(mine_spans)
            self._theirs.mark(their_spans)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_PAD)
        layout.setVerticalSpacing(_PAD // 2)
        self._value_before: ValueText | None = None
        layout.addLayout(self._heading(None if conflict.base is None else before), 0, 0, 1, 2)
        layout.addWidget(self._mine, 1, 0)
        layout.addWidget(self._theirs, 1, 1)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 1)
        self._show()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """The controls in the tab order."""
        sides = (self._mine.value, self._mine.button, self._theirs.value, self._theirs.button)
        return (*sides, self._value_before) if self._value_before else sides

    @property
    def first_button(self) -> QPushButton:
        return self._mine.button

    def decide(self, decision: Decision) -> None:
        """Choose a side; it can be changed until the decisions are submitted."""
        self.decision = decision
        self._show()
        self.decided.emit()

    def _show(self) -> None:
        name = self.accessibleName()
        self._mine.show_chosen(chosen=self.decision is Decision.MINE, field=name)
        self._theirs.show_chosen(chosen=self.decision is Decision.THEIRS, field=name)
        self.setAccessibleDescription("" if self.decision else self.tr("not decided yet"))

    def _heading(self, before: str | None) -> QHBoxLayout:
        """Make one row of the name and the value before; a tag has none."""
        row = QHBoxLayout()
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(_PAD)
        name = ElidedLabel(self)
        name.show_text(self.accessibleName())
        by_font(self, lambda: _fit(name, demi_bold(self.font())))
        row.addWidget(name, 1, Qt.AlignmentFlag.AlignTop)
        if self.conflict.what in _TAGS:
            row.addStretch(1)
            return row
        label = QLabel(self.tr("Before:"), self)
        shown = self.tr("(didn't exist)") if before is None else before or self.tr("(empty)")
        value = ValueText(shown, _LINES_BEFORE, self, is_muted=True)
        value.setAccessibleName(self.tr("Before"))
        self._value_before = value
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(value, 1, Qt.AlignmentFlag.AlignTop)
        return row


def _fit(name: ElidedLabel, font: QFont) -> None:
    """Give a name the width of its text, of which it takes half a row at most."""
    metrics = QFontMetrics(font)
    name.setFont(font)
    name.setFixedHeight(metrics.height())  # its text stands on the line of the value before
    name.setMaximumWidth(metrics.horizontalAdvance(name.text()) + 1)


_TAGS = (ChangeKind.TAG_ADDED, ChangeKind.TAG_REMOVED)


def _field_words(conflict: Conflict) -> str:
    """Name a field in conflict."""
    if conflict.what is ChangeKind.SUBJECT:
        return translate("Conflict", "Subject")
    return translate("Conflict", "Tag {0}").format(conflict.name) if conflict.what in _TAGS else conflict.name


def latest_words(latest: Latest) -> str:
    """Tell who changed the case last, and when; '' if neither is known."""
    if latest.who and latest.ago:
        return translate("Conflict", "last change: {0}, {1} ago").format(latest.who, latest.ago)
    if latest.who:
        return translate("Conflict", "last change: {0}").format(latest.who)
    return translate("Conflict", "last change: {0} ago").format(latest.ago) if latest.ago else ""


def _shown(conflict: Conflict) -> Marked:
    """Return the agent's value, the other one and the one before, with visible marks; of a tag, the actions."""
    if conflict.what is ChangeKind.TAG_REMOVED:
        return Marked((translate("Conflict", "remove it"), translate("Conflict", "put back"), None), "")
    if conflict.what is ChangeKind.TAG_ADDED:
        return Marked((translate("Conflict", "add it"), translate("Conflict", "removed"), None), "")
    theirs = translate("Conflict", "(doesn't exist)") if conflict.theirs is None else conflict.theirs
    return marked(conflict.mine, theirs, conflict.base, in_a_line=conflict.what is ChangeKind.SUBJECT)
