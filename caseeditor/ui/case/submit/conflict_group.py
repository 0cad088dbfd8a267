"""Fields that both the agent and somebody else changed, side by side, for a decision."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from caseeditor.domain.delivery.merge import Conflict
from caseeditor.domain.delivery.submission import Decided
from caseeditor.ui.application.press_guard import guard_presses
from caseeditor.ui.case.submit.field_conflict import Decision, FieldConflict, Latest, latest_words, side_names
from caseeditor.ui.messages.texts import tip_words
from caseeditor.ui.style.font_scaling import demi_bold
from caseeditor.ui.style.tab_order import put_after
from caseeditor.ui.widgets.elided_label import ElidedLabel
from caseeditor.ui.widgets.fitting_scroll import FittingScroll
from caseeditor.ui.widgets.lists.card_group import CardGroup

_PAD, _GAP = 12, 8
_LEAST = 5
"""Lines of text that are in sight at least: a card with its button."""


class ConflictGroup(CardGroup):
    """Group `Conflicts`: two cards for each field. Nothing is preset; *Submit* waits until all fields are decided.

    It has the focus itself when it appears for the agent, so that a key meant for something else decides nothing.
    """

    decided = Signal(object)
    """The Decided."""
    put_off = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", "base", parent)
        self.setAccessibleName(self.tr("Conflicts"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # no key can press anything in it then
        text = self.tr("A colleague changed this too. Nothing is sent until you choose.")
        said = ElidedLabel(self)
        said.show_text(text)
        said.setFont(demi_bold(said.font()))
        self.setAccessibleDescription(text)
        self._latest = ElidedLabel(self)
        self._latest.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.fields: list[FieldConflict] = []
        self._list = QWidget(self)
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(_PAD)
        self._scroll = FittingScroll(self._list, _LEAST, self)
        self._count = QLabel(self)
        self._later, self._submit = QPushButton(self.tr("Decide later"), self), QPushButton(self.tr("Submit"), self)
        self._submit.setDefault(True)
        self._later.clicked.connect(self.put_off)
        self._submit.clicked.connect(self.submit)
        buttons = QHBoxLayout()
        buttons.addWidget(self._count, 1)
        for button in (self._later, self._submit):
            button.setAutoDefault(False)
            guard_presses(button)
            button.setAccessibleDescription(self.accessibleName())
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PAD, _GAP, _PAD, _GAP)
        layout.setSpacing(_GAP)
        layout.addWidget(said)
        layout.addLayout(self._heads())
        layout.addWidget(self._scroll, 1)
        layout.addLayout(buttons)

    def _heads(self) -> QHBoxLayout:
        """Head the two columns once: cards with a heading each would leave too few of them in sight."""
        mine, theirs = (QLabel(text, self) for text in side_names())
        other = QHBoxLayout()
        other.addWidget(theirs)
        other.addWidget(self._latest, 1)
        heads = QHBoxLayout()
        heads.setContentsMargins(2, 0, 0, 0)
        heads.setSpacing(_GAP)
        heads.addWidget(mine, 1)
        heads.addLayout(other, 1)
        return heads

    def show_conflicts(self, conflicts: tuple[Conflict, ...], latest: Latest) -> None:
        """Show the conflicts. A field that changed once more is decided anew; others keep their decision."""
        self._show_latest(latest)
        if conflicts == tuple(each.conflict for each in self.fields):
            return
        decisions = {each.conflict: each.decision for each in self.fields}
        self.forget()
        self.fields = [FieldConflict(conflict, self._list) for conflict in conflicts]
        for field in self.fields:
            if decision := decisions.get(field.conflict):
                field.decide(decision)
            field.decided.connect(self._on_decided)
            self._rows.addWidget(field)
        controls = [control for field in self.fields for control in field.controls]
        put_after(self, *controls, self._later, self._submit)
        self._show()

    def forget(self) -> None:
        """Forget the fields and their decisions: a later submission is decided anew."""
        for field in self.fields:
            field.hide()
            field.deleteLater()
        self.fields = []

    def submit(self) -> bool:
        """Submit the decisions; returns False if a field is undecided, and moves the focus there."""
        if undecided := self._first_undecided():
            undecided.first_button.setFocus()
            self._scroll.ensureWidgetVisible(undecided)
            return False
        theirs = tuple(each.conflict.field for each in self.fields if each.decision is Decision.THEIRS)
        self.decided.emit(Decided(theirs))
        return True

    @property
    def is_decided(self) -> bool:
        """Tell whether each field has a decision."""
        return self._first_undecided() is None

    def _first_undecided(self) -> FieldConflict | None:
        return next((each for each in self.fields if each.decision is None), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_off.emit()
        else:
            super().keyPressEvent(event)

    def _on_decided(self) -> None:
        """Bring the next field without a decision into sight."""
        self._show()
        if undecided := self._first_undecided():
            self._scroll.ensureWidgetVisible(undecided)

    def _show_latest(self, latest: Latest) -> None:
        words = latest_words(latest)
        self._latest.show_text(words)
        if latest.exact:
            self._latest.setToolTip(tip_words(f"{words} ({latest.exact})"))

    def _show(self) -> None:
        done = sum(each.decision is not None for each in self.fields)
        self._count.setText(self.tr("{0} of {1} chosen").format(done, len(self.fields)))
        self._submit.setEnabled(done == len(self.fields))
