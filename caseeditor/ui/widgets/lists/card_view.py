"""A list of cards whose text can be selected, by mouse and by keyboard, and whose links are live."""

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QElapsedTimer,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QListView, QStyleOptionViewItem, QWidget

from caseeditor.domain.text.live_text import LiveKind, LivePlace
from caseeditor.ui.widgets.lists.card_delegate import CardPlace, Cards, Chosen
from caseeditor.ui.widgets.lists.card_roles import text_of
from caseeditor.ui.widgets.lists.card_text import CardText, Span
from caseeditor.ui.widgets.lists.item_data import Index
from caseeditor.ui.widgets.lists.unplaced_cards import beginning_of_end, paint_from

if TYPE_CHECKING:
    from collections.abc import Callable

_BATCH = 150
"""Cards that are placed before control returns to the event loop."""
_SCROLL_TURN = 40
"""Milliseconds between two steps of scrolling while the mouse is outside."""
_SCROLL_STEP = 0.7
"""In heights of a line."""
Standard, Key, Modifier = QKeySequence.StandardKey, Qt.Key, Qt.KeyboardModifier
_STEPS = {Key.Key_Left: -1, Key.Key_Right: 1}
_LINES = {Key.Key_Up: -1, Key.Key_Down: 1}
_ENDS = {Key.Key_Home: -1, Key.Key_End: 1}
_LiveInRow = tuple[QPersistentModelIndex, LivePlace]


class CardView(QListView):
    """Selects text within one card. The selection belongs to the view: it moves with its row, and goes with it.

    A click on a link waits until it can no longer be the first half of a double click, which selects.
    """

    link_wanted = Signal(str)
    """A URL."""
    case_wanted = Signal(str)
    """The id of a case."""
    quote_wanted = Signal(str)
    """A text to be quoted in a note."""
    search_wanted = Signal(str)
    """Words to look for in other cases."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = QPersistentModelIndex()
        self._text = ""
        """The text of that row: the selection is dropped if it changes."""
        self._anchor = self._caret = 0
        self._is_by_key = False
        self._pressed: QPointF | None = None
        self._pressed_live: _LiveInRow | None = None
        self._is_dragged = False
        self._unit: Span | None = None
        """The word of a double click, which dragging extends word by word."""
        self._since_double = QElapsedTimer()
        self._waiting: LivePlace | None = None
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.timeout.connect(self._open_clicked)
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_TURN)
        self._scrolling.timeout.connect(self._scroll_on)
        self._kept: tuple[QPersistentModelIndex, int] | None = None
        """The uppermost card in sight and its place, while all cards are placed anew."""
        self._top = (0, 0)
        """Row and place of the uppermost card as last painted."""
        self._is_at_end: Callable[[], bool] = lambda: False
        self.setMouseTracking(True)

    def show_cards(self, cards: Cards, model: QAbstractItemModel) -> None:
        """Show a model as cards; stays fast with thousands of rows."""
        self._cards = cards
        cards.chosen = self._chosen
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)  # lays out at once all that is there by then
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(cards)
        self.setModel(model)
        cards.measured.connect(self._place_anew)
        self.verticalScrollBar().rangeChanged.connect(self._restore_place)
        self.verticalScrollBar().sliderMoved.connect(self._forget_place)
        self.verticalScrollBar().actionTriggered.connect(self._forget_place)
        model.rowsAboutToBeInserted.connect(self._keep_place)
        model.dataChanged.connect(self._drop_if_changed)
        self.selectionModel().currentChanged.connect(self._on_current)

    def begin_at_end(self, is_at_end: "Callable[[], bool]") -> None:
        """Show the last cards while all are being placed, as long as they are to be in sight afterwards."""
        self._is_at_end = is_at_end

    def _place_anew(self) -> None:
        """Place all cards in their measured heights; the part that is in sight stays."""
        self._keep_place()
        self.scheduleDelayedItemsLayout()

    def _keep_place(self) -> None:
        """Keep the part that is in sight until all cards are placed; the beginning of the list stays its beginning."""
        if self.verticalScrollBar().value() == 0:
            return
        top = self.indexAt(QPoint(self.viewport().width() // 2, self.fontMetrics().height()))
        if top.isValid():
            self._kept = QPersistentModelIndex(top), self.visualRect(top).top()

    def _restore_place(self) -> None:
        if self._kept and self._kept[0].isValid():
            bar, rect = self.verticalScrollBar(), self.visualRect(self.model().index(self._kept[0].row(), 0))
            if not rect.isEmpty():
                bar.setValue(bar.value() + rect.top() - self._kept[1])
            if not self.visualRect(self.model().index(self.model().rowCount() - 1, 0)).isEmpty():  # all are placed
                self._forget_place()

    def _forget_place(self) -> None:
        self._kept = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._forget_place()
        super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_placing():
            super().paintEvent(event)
            index = self.indexAt(QPoint(self.viewport().width() // 2, 0))
            self._top = (index.row(), self.visualRect(index).top()) if index.isValid() else (0, 0)
            return
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        paint_from(self, self._cards, option, *self._beginning(option))

    def _beginning(self, option: QStyleOptionViewItem) -> tuple[int, int]:
        """Return the row of the uppermost card in sight and its place, while cards are being placed."""
        if self._kept and self._kept[0].isValid():
            return self._kept[0].row(), self._kept[1]
        if self._is_at_end():
            return beginning_of_end(self, self._cards, option)
        return self._top if self.verticalScrollBar().value() else (0, 0)

    def _is_placing(self) -> bool:
        rows = self.model().rowCount() if self.model() else 0
        return rows > _BATCH and self.visualRect(self.model().index(rows - 1, 0)).isEmpty()

    # The selection.

    def selected_text(self) -> str:
        """Return the selected text exactly as it came; '' if there is none."""
        start, end = self._span()
        return self._text[start:end] if self._holds() else ""

    def clear_selected_text(self) -> None:
        self._row = QPersistentModelIndex()
        self._text = ""
        self._anchor = self._caret = 0
        self.viewport().update()

    def copy(self) -> None:
        """Copy the selected text, or else the text of the current card."""
        if text := self.selected_text() or self._current_text():
            QGuiApplication.clipboard().setText(text)

    def selectAll(self) -> None:  # noqa: N802 - Qt's name
        """Select the text of the current card."""
        if self.currentIndex().isValid():
            self._select(self.currentIndex(), 0, len(self._current_text()), by_key=True)

    def _select(self, index: Index, anchor: int, caret: int, *, by_key: bool) -> None:
        if self._row != index:
            self.clear_selected_text()
            self._row = QPersistentModelIndex(index)
            self._text = text_of(index)
        self._anchor, self._caret, self._is_by_key = anchor, caret, by_key
        self.update(self.model().index(index.row(), 0))

    def _span(self) -> Span:
        return min(self._anchor, self._caret), max(self._anchor, self._caret)

    def _holds(self) -> bool:
        return self._row.isValid()

    def _chosen(self, index: Index) -> Chosen | None:
        if not self._holds() or self._row != index:
            return None
        return self._span(), self._caret if self._is_by_key else None

    def _drop_if_changed(self) -> None:
        if self._holds() and text_of(self._row) != self._text:
            self.clear_selected_text()

    def _on_current(self, now: QModelIndex) -> None:
        """Drop the selection in another card: copying it would be a surprise."""
        self._forget_place()
        if self._holds() and self._row != now:
            self.clear_selected_text()

    def _current_text(self) -> str:
        index = self.currentIndex()
        return text_of(index) if index.isValid() else ""

    # The mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._forget_place()
        self._opening.stop()
        self._waiting = None
        before = QPersistentModelIndex(self._row)
        is_extending = bool(event.modifiers() & Modifier.ShiftModifier)
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        self._pressed, self._is_dragged, self._unit = event.position(), False, None
        self._pressed_live = self._live_at(event.position())
        place = self._text_at(index, event.position())
        if is_extending and before == index:
            self._select(index, self._anchor, place, by_key=False)
            self._is_dragged = True
        elif self._is_third_click():
            self._select(index, *self._text_of(index).paragraph_at(place), by_key=False)
            self._is_dragged = True
        else:
            self._select(index, place, place, by_key=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_cursor(event.position())
            return  # Qt would make the row below the mouse the current one
        if not self._is_dragged:
            way = (event.position() - self._pressed).manhattanLength()
            self._is_dragged = way >= QApplication.startDragDistance()
        if self._is_dragged:
            self._drag_to(event.position())
            is_inside = self.viewport().rect().contains(event.position().toPoint())
            if is_inside:
                self._scrolling.stop()
            elif not self._scrolling.isActive():
                self._scrolling.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._scrolling.stop()
        was_pressed, self._pressed = self._pressed, None
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or was_pressed is None:
            return
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection() and (text := self.selected_text()):
            clipboard.setText(text, QClipboard.Mode.Selection)
        if self._is_dragged or self._unit or self._pressed_live is None:
            return
        if self._live_at(event.position()) == self._pressed_live:  # the list may have moved meanwhile
            self._waiting = self._pressed_live[1]
            self._opening.start(QApplication.doubleClickInterval())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._opening.stop()
        index = self.indexAt(event.position().toPoint())
        is_editable = bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid() or is_editable:
            super().mouseDoubleClickEvent(event)
            return
        self._since_double.start()
        self._pressed, self._is_dragged = event.position(), False
        self._unit = self._text_of(index).word_at(self._text_at(index, event.position()))
        self._select(index, *self._unit, by_key=False)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._opening.stop()
        self._scrolling.stop()
        self._pressed = None

    def _is_third_click(self) -> bool:
        return self._since_double.isValid() and self._since_double.elapsed() < QApplication.doubleClickInterval()

    def _drag_to(self, point: QPointF) -> None:
        if not self._holds():
            return
        index = self.model().index(self._row.row(), 0)
        place = self._text_at(index, point)
        if self._unit:
            start, end = self._unit
            word = self._text_of(index).word_at(place)
            is_before = word[0] < start
            self._select(index, end if is_before else start, word[0] if is_before else max(end, word[1]), by_key=False)
        elif place != self._caret:
            self._select(index, self._anchor, place, by_key=False)

    def _scroll_on(self) -> None:
        """Scroll while the mouse is above or below, and select on."""
        point = self.viewport().mapFromGlobal(self.cursor().pos())
        height = self.viewport().height()
        beyond = min(point.y(), 0) + max(point.y() - height, 0)
        if self._pressed is None or not beyond or not self._holds():
            self._scrolling.stop()
            return
        step = round(self.fontMetrics().height() * _SCROLL_STEP)
        row = self.visualRect(self.model().index(self._row.row(), 0))
        if (beyond > 0 and row.bottom() > height) or (beyond < 0 and row.top() < 0):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (step if beyond > 0 else -step))
        self._drag_to(QPointF(point))

    def _show_cursor(self, point: QPointF) -> None:
        index = self.indexAt(point.toPoint())
        shape = Qt.CursorShape.ArrowCursor
        if index.isValid():
            place = self._place(index)
            inside = point - place.at
            if place.text.live_at(inside):
                shape = Qt.CursorShape.PointingHandCursor
            elif place.frame.contains(point) and place.text.is_on_text(inside):
                shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    # The keyboard.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._forget_place()
        if event.matches(Standard.Copy):
            self.copy()
        elif event.matches(Standard.SelectAll):
            self.selectAll()
        elif event.key() == Key.Key_Escape and self._holds() and self._anchor != self._caret:
            self.clear_selected_text()
        elif event.key() in (Key.Key_Return, Key.Key_Enter) and (live := self._live_at_caret()):
            self.open(live)
        elif not self._moves_caret(event):
            super().keyPressEvent(event)

    def _moves_caret(self, event: QKeyEvent) -> bool:
        """Move the caret, with Shift the end of the selection; returns whether the key did that."""
        modifiers = event.modifiers() & ~Modifier.KeypadModifier
        is_shifted, is_far = bool(modifiers & Modifier.ShiftModifier), bool(modifiers & Modifier.ControlModifier)
        index, key = self.currentIndex(), Key(event.key())
        if modifiers & ~(Modifier.ShiftModifier | Modifier.ControlModifier) or not index.isValid():
            return False
        if key not in _STEPS and not (is_shifted and key in (*_LINES, *_ENDS)):
            return False
        if key in _LINES and is_far:  # moves a pending note
            return False
        if not self._holds() or self._row != index:
            self._select(index, 0, 0, by_key=True)
        text = self._text_of(index)
        caret = self._moved(text, key, is_far=is_far)
        start, end = self._span()
        if not is_shifted and start != end and not is_far:
            caret = start if _STEPS[key] < 0 else end
        self._select(index, self._anchor if is_shifted else caret, caret, by_key=True)
        self._show_caret(index, text)
        return True

    def _moved(self, text: CardText, key: Qt.Key, *, is_far: bool) -> int:
        if key in _STEPS:
            return text.beside(self._caret, _STEPS[key], by_word=is_far)
        if key in _ENDS:
            step = _ENDS[key]
            return (len(text.text) if step > 0 else 0) if is_far else text.line_end(self._caret, step)
        beyond = text.beyond_line(self._caret, _LINES[key])
        if beyond is None:
            return len(text.text) if _LINES[key] > 0 else 0
        return beyond

    def _show_caret(self, index: QModelIndex, text: CardText) -> None:
        """Scroll until the caret is in sight."""
        caret = text.caret(self._caret).translated(self._place(index).at)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if caret.top() < 0:
            bar.setValue(bar.value() + round(caret.top()) - self.fontMetrics().height())
        elif caret.bottom() > height:
            bar.setValue(bar.value() + round(caret.bottom()) - height + self.fontMetrics().height())

    def _live_at_caret(self) -> LivePlace | None:
        """Return the live place at the caret, or the one that is selected."""
        if not self._holds() or self._row != self.currentIndex():
            return None
        return self._text_of(self.currentIndex()).live_near(min(self._span()))

    # Live places.

    def open(self, live: LivePlace) -> None:
        """Ask for a link or a case to be opened."""
        if live.kind is LiveKind.CASE:
            self.case_wanted.emit(live.target)
        else:
            self.link_wanted.emit(live.target)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer actions for the selected text, the live place below the mouse, or else the whole card."""
        from caseeditor.ui.widgets.lists.card_menu import CardActions, show_card_menu  # noqa: PLC0415 - not at start

        is_by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        point = event.pos()
        index = self.currentIndex() if is_by_key else self.indexAt(point)
        if not index.isValid():
            return
        found = None if is_by_key else self._live_at(QPointF(point))
        live = self._live_at_caret() if is_by_key else found and found[1]
        text = self.selected_text() if self._holds() and self._row == index else ""
        if is_by_key:
            point = self._place(index).at.toPoint()
            point.setY(min(max(point.y(), 0), self.viewport().height() - 1))
        offered = (live,) if live else () if text else self._text_of(index).live
        if not text and live:
            text = text_of(index)[live.start : live.end]
        actions = CardActions(self.open, self.quote_wanted.emit, self.search_wanted.emit)
        show_card_menu(self, self.viewport().mapToGlobal(point), text or text_of(index), offered, actions)

    def _live_at(self, point: QPointF) -> _LiveInRow | None:
        index = self.indexAt(point.toPoint())
        if not index.isValid():
            return None
        place = self._place(index)
        live = place.text.live_at(point - place.at)
        return (QPersistentModelIndex(index), live) if live else None

    def _open_clicked(self) -> None:
        if self._waiting and self.isVisible():
            self.open(self._waiting)
        self._waiting = None

    # Geometry.

    def _place(self, index: Index) -> CardPlace:
        row = self.model().index(index.row(), 0)
        return self._cards.place(self.visualRect(row), row)

    def _text_of(self, index: Index) -> CardText:
        return self._place(index).text

    def _text_at(self, index: Index, point: QPointF | QPoint) -> int:
        place = self._place(index)
        return place.text.place_at(QPointF(point) - place.at)
