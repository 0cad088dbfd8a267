"""Moved and unsure rows, decided by groups and not one by one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from caseeditor.domain.batch.decisions import RowDecision
from caseeditor.domain.batch.groups import MovedGroup, UnsureGroup, moved_groups, unsure_groups
from caseeditor.domain.batch.reasons import Reason, reasons_of
from caseeditor.domain.batch.row import Row
from caseeditor.domain.delivery.submission import EffectStatus
from caseeditor.domain.editing.changes import Change
from caseeditor.domain.text.bidi import isolated
from caseeditor.domain.text.short_text import in_a_list
from caseeditor.ui.batch.buttons import make_label
from caseeditor.ui.batch.texts import cases_words, field_words
from caseeditor.ui.messages.texts import translate

_MOST = 6
"""Groups shown at once; the next ones come as these are decided."""


class Decisions(QWidget):
    """A line for each group, with its buttons."""

    decided = Signal(object, object)
    """The numbers of the rows, and a RowDecision."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._decided: dict[int, Row] = {}
        self._lines: list[QWidget] = []
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._shown: tuple[MovedGroup | UnsureGroup, ...] = ()
        self.hide()

    def show_rows(self, rows: tuple[Row, ...], *, is_decided: bool = False) -> None:
        """Show the groups of moved and unsure rows that wait for a decision."""
        if rows == self._rows and not is_decided:
            return
        self._rows = rows
        open_rows = [row for row in rows if not is_left(row) and self._decided.get(row.number) != row]
        found: list[MovedGroup | UnsureGroup] = [*unsure_groups(open_rows), *moved_groups(open_rows)]
        groups = tuple(found[:_MOST])
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
            button.clicked.connect(partial(self._decide, group.rows, decision))
            layout.addWidget(button)
        return line

    def _offers(self, group: MovedGroup | UnsureGroup) -> tuple[tuple[str, RowDecision], ...]:
        if isinstance(group, MovedGroup):
            return (self.tr("Leave"), RowDecision.LEAVE), (self.tr("Set anyway"), RowDecision.SET_ANYWAY)
        return (
            (self.tr("Leave"), RowDecision.LEAVE),
            (self.tr("It was stored"), RowDecision.WAS_STORED),
            (self.tr("Send again"), RowDecision.SEND_AGAIN),
        )

    def _decide(self, numbers: tuple[int, ...], decision: RowDecision) -> None:
        chosen = set(numbers)
        self._decided |= {row.number: row for row in self._rows if row.number in chosen}
        self.decided.emit(numbers, decision)
        self.show_rows(self._rows, is_decided=True)


def is_left(row: Row) -> bool:
    """Tell whether the agent left a row as it is."""
    return any(reason is Reason.LEFT for reason, _ in reasons_of(row.why))


def moved_words(group: MovedGroup) -> str:
    """Tell which value somebody else set."""
    field = field_words(Change(group.what, group.name))
    theirs = translate("Decisions", "gone") if group.theirs is None else f"“{_short(group.theirs)}”"
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
