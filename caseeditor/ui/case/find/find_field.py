"""The field that searches a list of cards: Enter or F3 goes to the next match, with Shift to the previous one."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QListView, QWidget

from caseeditor.ui.case.find.finder import Finder
from caseeditor.ui.messages.texts import number_words, translate
from caseeditor.ui.widgets.fields.folded_field import FoldedField
from caseeditor.ui.widgets.lists.card_delegate import Cards

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindField(QWidget):
    """A field and the count of matches; F3 works in it and everywhere in `pane`, which is elsewhere."""

    def __init__(self, name: str, view: QListView, cards: Cards, pane: QWidget) -> None:
        super().__init__(pane)
        self.hide()  # until it has its place
        self._view = view
        self._cards = cards
        self._finder = Finder(view.model(), self)
        self._goes_to_first = False
        self._finder.found.connect(self._on_found)
        self.field = FoldedField(name, self)
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setMargin(3)
        self._count.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._count)
        layout.addWidget(self.field)
        self.setTabOrder(self.field, view)
        view.selectionModel().currentChanged.connect(self._show_count)
        for keys, step, where in (
            ("F3", 1, pane),
            ("Shift+F3", -1, pane),
            ("F3", 1, self),
            ("Shift+F3", -1, self),
        ):
            shortcut = QShortcut(QKeySequence(keys), where)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.step(step))

    def step(self, step: int) -> None:
        """Go to the next match, or to the previous one."""
        row = self._view.currentIndex().row()
        self._go(self._finder.after(row) if step > 0 else self._finder.before(row))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() in _ENTER and plain in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
                self.step(-1 if plain else 1)
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
        return False

    def _on_text(self, text: str) -> None:
        wanted = text.strip()
        self._cards.mark(wanted)
        self._goes_to_first = bool(wanted)
        self._finder.look_for(wanted)
        self._show_count()

    def _on_found(self) -> None:
        if self._goes_to_first and self._finder.rows:
            self._goes_to_first = False
            row = self._view.currentIndex().row()
            self._go(row if row in self._finder.rows else self._finder.rows[0])
        self._show_count()

    def _go(self, row: int | None) -> None:
        if row is None:
            return
        index = self._view.model().index(row, 0)
        self._view.setCurrentIndex(index)
        self._view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _show_count(self) -> None:
        rows = self._finder.rows
        here = self._view.currentIndex().row()
        self._count.setVisible(bool(self.field.text().strip()))
        if not rows:
            words = translate("Find", "Searching…") if self._finder.is_looking else translate("Find", "Not found")
        else:
            place = number_words(rows.index(here) + 1) if here in rows else "–"
            words = translate("Find", "{0} of {1}").format(place, number_words(len(rows)))
        self._count.setText(words)
        self.field.setAccessibleDescription(words if self.field.text().strip() else "")
