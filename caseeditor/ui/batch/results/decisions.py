"""Moved and unsure rows, decided by groups and not one by one."""

from functools import partial

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from caseeditor.domain.batch.decisions import RowDecision
from caseeditor.domain.batch.plan.groups import MovedGroup, UnsureGroup
from caseeditor.domain.delivery.submission import EffectStatus
from caseeditor.domain.editing.changes import Change
from caseeditor.domain.text.bidi import isolated
from caseeditor.domain.text.short_text import in_a_list
from caseeditor.ui.batch.buttons import make_label
from caseeditor.ui.batch.texts import cases_words, field_words
from caseeditor.ui.messages.texts import quoted, translate

_MOST = 6
"""Groups shown at once; the next ones come as these are decided."""


class Decisions(QWidget):
    """A line for each group, with its buttons."""

    decided = Signal(object, object, str)
    """The numbers of the rows, a RowDecision, and the field of moved ones (Change.field)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._found: tuple[MovedGroup | UnsureGroup, ...] = ()
        self._decided: set[tuple[int, str]] = set()
        """Rows, with their field, of decisions that are not answered yet."""
        self._lines: list[QWidget] = []
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._shown: tuple[MovedGroup | UnsureGroup, ...] = ()
        self.hide()

    def show_groups(self, found: tuple[MovedGroup | UnsureGroup, ...]) -> None:
        """Show the groups of moved and unsure rows that wait for a decision."""
        self._found = found
        groups = tuple(left for group in found if (left := self._undecided(group)))[:_MOST]
        if groups == self._shown:
            return
        self._shown = groups
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [self._line(group) for group in groups]
        for line in self._lines:
            self._inside.addWidget(line)
        self.setVisible(bool(groups))

    def take_answer(self, numbers: tuple[int, ...]) -> None:
        """Show rows again that a decision, once answered, left as they were."""
        answered = set(numbers)
        self._decided = {key for key in self._decided if key[0] not in answered}
        self.show_groups(self._found)

    def _undecided(self, group: MovedGroup | UnsureGroup) -> MovedGroup | UnsureGroup | None:
        """Return a group without the rows whose decision is on its way; None if no other is left."""
        field = _field(group)
        rows = tuple(row for row in group.rows if (row, field) not in self._decided) if self._decided else group.rows
        if not rows:
            return None
        if isinstance(group, MovedGroup):
            return msgspec.structs.replace(group, rows=rows)
        return msgspec.structs.replace(group, rows=rows)

    def _line(self, group: MovedGroup | UnsureGroup) -> QWidget:
        line = QWidget(self)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        words = moved_words(group) if isinstance(group, MovedGroup) else unsure_words(group)
        layout.addWidget(make_label(line, words), 1)
        for text, decision in self._offers(group):
            button = QPushButton(text, line)
            button.setAutoDefault(False)
            button.setAccessibleDescription(words)
            button.clicked.connect(partial(self._decide, group, decision))
            layout.addWidget(button)
        return line

    def _offers(self, group: MovedGroup | UnsureGroup) -> tuple[tuple[str, RowDecision], ...]:
        if isinstance(group, MovedGroup):
            return (self.tr("Leave"), RowDecision.LEAVE), (self.tr("Set anyway"), RowDecision.SET_ANYWAY)
        offers = (self.tr("Leave"), RowDecision.LEAVE), (self.tr("It was stored"), RowDecision.WAS_STORED)
        if not group.kinds:  # nothing is known that would make it safe
            return offers
        return (*offers, (self.tr("Send again"), RowDecision.SEND_AGAIN))

    def _decide(self, group: MovedGroup | UnsureGroup, decision: RowDecision) -> None:
        field = _field(group)
        self._decided |= {(row, field) for row in group.rows}
        self.decided.emit(group.rows, decision, field)
        self.show_groups(self._found)


def _field(group: MovedGroup | UnsureGroup) -> str:
    return group.field if isinstance(group, MovedGroup) else ""


def moved_words(group: MovedGroup) -> str:
    """Tell which value somebody else set."""
    field = field_words(Change(group.what, group.name))
    theirs = translate("Decisions", "gone") if group.theirs is None else quoted(_short(group.theirs))
    text = translate("Decisions", "{0}: {1} is {2} now, changed since the plan. Planned: “{3}”.")
    return text.format(cases_words(len(group.rows)), isolated(field), theirs, _short(group.mine or ""))


def unsure_words(group: UnsureGroup) -> str:
    """Tell what is known of unsure rows."""
    said = translate("Decisions", "{0}: not confirmed.").format(cases_words(len(group.rows)))
    facts = [
        _fact_words(field_words(Change(what)) or translate("Decisions", "Attribute"), status)
        for what, status in group.kinds
    ]
    moved = [translate("Decisions", "Somebody changed the cases since.")] if group.moved else []
    return " ".join((said, *facts, *moved))


def _fact_words(field: str, status: EffectStatus) -> str:
    match status:
        case EffectStatus.CONFIRMED:
            return translate("Decisions", "✓ {0} is there.").format(field)
        case EffectStatus.MISSING | EffectStatus.REVERTED:
            return translate("Decisions", "✗ {0} isn't there.").format(field)
        case _:
            return translate("Decisions", "{0} can't be seen.").format(field)


def _short(text: str) -> str:
    return isolated(in_a_list(text)[:60])
