"""The filters of the queue in use, as chips above the list, and the button that adds one."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from caseeditor.domain.case.search import SINCE, Filters, narrowing
from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.domain.queue.saved import chosen_filters
from caseeditor.ui.messages.filter_words import cut_words, filter_with_value, filter_words
from caseeditor.ui.messages.texts import in_a_menu, tip_words, what_happened
from caseeditor.ui.style.colour_roles import roles_of
from caseeditor.ui.style.font_scaling import by_font, scaled
from caseeditor.ui.style.glyphs import GlyphButton, cross, funnel
from caseeditor.ui.widgets.flow_row import FlowRow

if TYPE_CHECKING:
    from caseeditor.ui.state.saved_queues import SavedQueues
    from caseeditor.ui.state.workspace import Workspace

_EDGE, _APART = 12, 4
_SMALL = 88
"""Size of the chips' text, in percent."""
_LETTERS = 32
"""The greatest width of a chip's text, in characters."""
_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class FilterChips(QWidget):
    """Shows a chip for each filter. A press of a chip offers other values, × removes the filter.

    A saved queue stays as it is saved until the agent saves the changes.
    """

    more_wanted = Signal(object)
    """The Filters, for the form with all of them."""

    def __init__(self, workspace: "Workspace", queues: "SavedQueues", parent: QWidget) -> None:
        super().__init__(parent)
        self._account = workspace.account
        self._queues = queues
        self._values = workspace.values
        self._chips: dict[str, _Chip] = {}
        self._last = ""
        """The filter that was set last."""
        self._row = FlowRow(self, QMargins(_EDGE, _APART, _EDGE, _APART), _APART)
        self._add = self._make_button(self.tr("+ Filter"), self._show_menu)
        self._add.setAccessibleName(self.tr("Add filter"))
        self._save = self._make_button(self.tr("Save changes"), queues.save_changes)
        self._reset = self._make_button(self.tr("Reset"), queues.reset)
        self.first = GlyphButton(funnel, self.tr("Add filter"), self)
        """The button while there is no chip: it stands elsewhere, so that no line is lost for it."""
        self.first.clicked.connect(self._show_menu)
        self._said, self._cut = QLabel(self), QLabel(self)
        for label in (self._said, self._cut):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._cut.setContentsMargins(_EDGE, 0, _EDGE, _APART)
        self._drop = QToolButton(self)
        self._drop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._drop.clicked.connect(self._remove_rejected)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._row)
        layout.addWidget(self._cut)
        self._trouble = QWidget(self)
        below = QVBoxLayout(self._trouble)
        below.setContentsMargins(_EDGE, 0, _EDGE, _APART)
        below.addWidget(self._said)
        below.addWidget(self._drop)
        layout.addWidget(self._trouble)
        self._trouble.hide()
        queues.changed.connect(self._show)
        self._values.found.connect(self._show)
        by_font(self, lambda: self._row.setFont(scaled(self.font(), _SMALL)))
        workspace.account.changed.connect(self._show)
        self._show()

    def _make_button(self, text: str, does: Callable[[], None]) -> QToolButton:
        button = QToolButton(self._row)
        button.setText(text)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(does)
        return button

    def tell(self, failure: Failure | None) -> bool:
        """Show that the server rejects the filters; returns whether it does."""
        is_rejected = failure is not None and failure.kind is FailureKind.REFUSED and bool(self._names())
        if failure and is_rejected:
            self._said.setText(what_happened(failure))
            name = self._rejected()
            words = self.tr("Remove filter {0}").format(filter_words(name)) if name else self.tr("Remove all filters")
            self._drop.setText(words)
        self._trouble.setVisible(is_rejected)
        return is_rejected

    # Content.

    def _names(self) -> tuple[str, ...]:
        return narrowing(self._queues.current.in_use)

    def _show(self) -> None:
        filters, names, has_row = self._queues.current.in_use, self._names(), self._has_row()
        self.first.setVisible(bool(self._account.key) and not has_row)
        self._row.setVisible(bool(self._account.key) and has_row)
        self._show_changed()
        cut = cut_words(chosen_filters(self._queues.current))
        self._cut.setText(cut)
        self._cut.setVisible(bool(cut))
        for name in self._chips.keys() - set(names):
            gone = self._chips.pop(name)
            if gone.has_focus:
                self._adding().setFocus()
            gone.hide()
            gone.deleteLater()
        for name in names:
            chip = self._chips.get(name) or self._make_chip(name)
            chip.show_text(filter_with_value(name, filters[name], self._values.seen))
        if names and not self._values.seen.by_kind:
            self._values.look()
        self._put_in_order(names)

    def _has_row(self) -> bool:
        return bool(self._names()) or self._queues.current.is_changed

    def _adding(self) -> QToolButton:
        """Return the button that adds a filter."""
        return self._add if self._has_row() else self.first

    def _show_changed(self) -> None:
        """Offer to save the changes of a saved queue, and to reset it."""
        current = self._queues.current
        for button, words in (
            (self._save, self.tr("Save queue {0}")),
            (self._reset, self.tr("Reset queue {0}")),
        ):
            if current.is_changed:
                name = words.format(current.chosen)
                button.setAccessibleName(name)
                button.setToolTip(tip_words(name))
            elif button.hasFocus():
                self._adding().setFocus()
            button.setVisible(current.is_changed)

    def _put_in_order(self, names: tuple[str, ...]) -> None:
        saving = [self._save, self._reset] if self._queues.current.is_changed else []
        parts = [*(self._chips[name] for name in names), self._add, *saving]
        self._row.put(parts)
        for before, after in pairwise(parts):
            self.setTabOrder(before.last if isinstance(before, _Chip) else before, after)

    def _make_chip(self, name: str) -> "_Chip":
        chip = _Chip(self._row)
        chip.pressed.connect(partial(self._choose, name))
        chip.removed.connect(partial(self._set, name, ""))
        chip.show()
        self._chips[name] = chip
        return chip

    def _set(self, name: str, value: str) -> None:
        self._last = name
        self._queues.set_filter(name, value)

    # Actions of the agent.

    def _show_menu(self) -> None:
        menu, given = QMenu(self), self._names()
        self._values.look()
        for name in (each for each in Filters.__struct_fields__ if not each.startswith("order") and each not in SINCE):
            if name not in given:
                menu.addAction(in_a_menu(filter_words(name))).triggered.connect(partial(self._choose, name))
        menu.addSeparator()
        menu.addAction(self.tr("More filters…")).triggered.connect(self._want_more)
        if given:
            menu.addAction(self.tr("Remove all filters")).triggered.connect(self._clear)
        menu.aboutToHide.connect(menu.deleteLater)
        button = self._adding()
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _clear(self) -> None:
        self._queues.remove_filters(self._names())

    def _want_more(self) -> None:
        self.more_wanted.emit(chosen_filters(self._queues.current))

    def _choose(self, name: str) -> None:
        """Offer values of a filter; a date is chosen in the form with all filters."""
        if name in SINCE:
            self._want_more()
            return
        from caseeditor.ui.queue.value_dialog import ValueDialog  # noqa: PLC0415 - seldom needed

        value = self._queues.current.in_use.get(name, "")
        ValueDialog(name, value, self._values, partial(self._set, name), self.window()).open()

    def _rejected(self) -> str:
        """Return the filter that is probably rejected: the only one, or the one set last."""
        names = self._names()
        return names[0] if len(names) == 1 else self._last if self._last in names else ""

    def _remove_rejected(self) -> None:
        if name := self._rejected():
            self._set(name, "")
        else:
            self._clear()
        self._adding().setFocus()


class _Chip(QWidget):
    """Two buttons on a rounded ground: the filter, and × to remove it. Delete removes it, too."""

    pressed = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = QToolButton(self)
        self._text.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._text.setMinimumWidth(24)
        self._text.clicked.connect(self.pressed)
        self.last = GlyphButton(cross, "", self)
        self.last.clicked.connect(self.removed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_APART, 0, 0, 0)
        layout.setSpacing(0)
        self._text.setAutoRaise(True)
        self._text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout.addWidget(self._text)
        layout.addWidget(self.last)

    @property
    def has_focus(self) -> bool:
        return self._text.hasFocus() or self.last.hasFocus()

    def show_text(self, text: str) -> None:
        """Show a filter with its values."""
        letters = self.fontMetrics()
        shown = letters.elidedText(text, Qt.TextElideMode.ElideRight, _LETTERS * letters.averageCharWidth())
        self._text.setText(in_a_menu(shown))
        self._text.setAccessibleName(text)
        self._text.setToolTip(tip_words(text))
        name = self.tr("Remove filter {0}").format(text)
        self.last.setAccessibleName(name)
        self.last.setToolTip(tip_words(name))
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _REMOVING:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        roles = roles_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(roles.line))
        painter.setBrush(QColor(roles.accent_soft))
        around = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(around, around.height() / 2, around.height() / 2)
        painter.end()
