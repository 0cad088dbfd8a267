"""The grid of dynamic attributes, with its filter and the actions on several of them."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QStyleOptionButton, QVBoxLayout, QWidget

from caseeditor.domain.editing.changes import Problem
from caseeditor.domain.editing.edit import Row
from caseeditor.domain.text.fidelity import with_hidden_shown
from caseeditor.ui.case.attributes.delegate import AttributeCells
from caseeditor.ui.case.attributes.filter_model import AttributeOrder
from caseeditor.ui.case.attributes.missing_line import MissingLine
from caseeditor.ui.case.attributes.model import NAME, ROW, VALUE, AttributeModel
from caseeditor.ui.case.attributes.offers.field_offers import FieldOffers
from caseeditor.ui.case.attributes.offers.name_completer import AttributeNames
from caseeditor.ui.case.attributes.offers.value_offers import LearnedOffers
from caseeditor.ui.case.attributes.table_view import PIN_KEY, AttributeTable
from caseeditor.ui.messages.message import Ground, Message
from caseeditor.ui.messages.texts import number_words
from caseeditor.ui.state.session import Session
from caseeditor.ui.style.font_scaling import by_font, demi_bold
from caseeditor.ui.style.glyphs import dots, paint_glyph_of
from caseeditor.ui.widgets.fields.folded_field import FoldedField
from caseeditor.ui.widgets.fields.mime_text import text_of
from caseeditor.ui.widgets.fields.open_editors import take_in

if TYPE_CHECKING:
    from caseeditor.ui.case.attributes.paste.bulk_actions import AttributeWork

_PAD = 8
_PAUSE_MS = 300
"""Milliseconds until a width is saved: a dragged column reports each pixel."""


class AttributeGrid(QWidget):
    """Table `Attributes`: Name, Value, and the former value."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        offers = FieldOffers(session, LearnedOffers(session, self))
        self._model = AttributeModel(session, self, offers)
        self._order = AttributeOrder(self._model, self)
        self._worker: AttributeWork | None = None
        self._begun: set[str] = set()
        """Names of required attributes that the grid began."""
        self._table = AttributeTable(self._order, self)
        names = AttributeNames(session, self._model.is_hidden, self)
        self._cells = AttributeCells(names, offers, self._table)
        self._connect_cells()
        self._table.setItemDelegate(self._cells)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(self._show_menu)
        self._table.left.connect(self.focusNextChild)
        self._table.copying.connect(lambda: self._work.copy_cells(self._table.selected()))
        self._table.cutting.connect(lambda: self._work.cut(self._table.selected()))
        self._table.pasting.connect(self._paste)
        self._table.clearing.connect(lambda: self._work.clear(self._table.selected()))
        self._table.adding.connect(self._table.go_to_empty_row)
        self._table.pinning.connect(self._pin_current)
        self._filter = self._make_filter()
        self._table.finding.connect(self._filter.setFocus)
        head = QHBoxLayout()
        self._title = QLabel(self.tr("Attributes"), self)
        self._title.setForegroundRole(QPalette.ColorRole.Text)
        by_font(self, lambda: self._title.setFont(demi_bold(self.font())))
        head.addWidget(self._title, 1)
        head.addWidget(self._filter)
        more = self._make_more()
        head.addWidget(more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self._table, 1)
        layout.addWidget(MissingLine(session, self._begin_missing, self), 0, Qt.AlignmentFlag.AlignLeft)
        self.last = self._table
        """The last control in the tab order of the attributes."""
        self.setTabOrder(self._filter, more)
        self.setTabOrder(more, self._table)
        self._widened = QTimer(self)
        self._widened.setSingleShot(True)
        self._widened.setInterval(_PAUSE_MS)
        self._widened.timeout.connect(self._keep_widths)
        self._table.widened.connect(self._on_widened)

    def _connect_cells(self) -> None:
        cells, editor = self._cells, self._session.editor
        cells.pasting.connect(self._paste)
        cells.leading.connect(self._lead)
        cells.taken_back.connect(self._begin_typed)
        cells.editors.ended.connect(editor.end_typing)
        cells.editors.ended.connect(self._drop_begun)
        cells.editors.reverted.connect(editor.tell_left)
        cells.editors.reverted.connect(self._drop_begun)

    def take_in_editor(self) -> None:
        """Commit the cell that is being edited."""
        take_in(self._table)

    def count(self) -> int:
        """Return the count of rows, including the empty one, independent of the filter."""
        return self._model.rowCount()

    def text(self, row: int) -> str:
        """Return name and value of a row."""
        return "\n".join(str(self._model.index(row, part).data() or "") for part in (NAME, VALUE))

    def show_row(self, row: int) -> None:
        """Scroll to a row; clears a filter that hides it."""
        if self._order.shown_row(row) is None:
            self._filter.clear()
        index = self._order.index(self._order.shown_row(row) or 0, VALUE)
        self._table.put_cursor(index)
        self._table.scrollTo(index)

    def names(self) -> tuple[str, ...]:
        """Return the names of the attributes, those of the case first."""
        rows = (self._model.row(row).name for row in range(self._model.rowCount()))
        return tuple(dict.fromkeys(name for name in rows if name))

    def edit_value(self, name: str) -> None:
        """Edit the value of an attribute; one that is read-only gets the cursor."""
        row = self._model.row_named(name)
        if row is None and self._session.case and name in self._session.case.attributes:
            row = self._make_row(name)  # hidden
        if row is not None:
            if self._order.shown_row(row) is None:
                self._filter.clear()
            self._table.go_to(self._order.shown_row(row) or 0, VALUE)
            if self._table.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
                self._table.edit(self._table.currentIndex())

    def _lead(self, typed: str, name: str) -> None:
        """Go on from a name that exists to its value."""
        self.edit_value(name)
        if typed != name:
            text = self.tr("“{0}” leads to “{1}”. Enter instead of Tab keeps a new name as typed.")
            if self._cells.offer_back(typed):
                back = self.tr("Shift+Tab makes “{0}” a new attribute now.")
                text = f"{text} {back}"
            told = text.format(with_hidden_shown(typed), with_hidden_shown(name))
            self._session.editor.message_emitted.emit(Message(told, transient=True, ground=Ground.STEP))

    def _begin_typed(self, name: str, value: str) -> None:
        """Begin a new attribute whose name led to another one."""
        self._session.editor.set_row(None, Row(name, value))
        self.edit_value(name)

    def begin_new(self) -> None:
        """Begin a new attribute."""
        self._filter.clear()
        self._table.go_to_empty_row()

    def go_to(self, problem: Problem) -> None:
        """Move the focus to the cell of a problem; clears a filter that hides it."""
        row = self._model.row_of(problem)
        if row is None:
            row = self._make_row(problem.name)
        if self._order.shown_row(row) is None:
            self._filter.clear()
        is_of_value = problem.violation or (problem.name and not problem.is_blocking)
        self._table.go_to(self._order.shown_row(row) or 0, VALUE if is_of_value else NAME)

    def _begin_missing(self, name: str) -> None:
        """Begin an attribute that the case lacks, at its value."""
        if self._model.row_named(name) is None:
            self._make_row(name)
        self.edit_value(name)

    def _drop_begun(self) -> None:
        """Remove the begun attributes that were left without a value: they would be sent as empty."""
        rows = self._session.edit.rows if self._begun else {}
        for number, row in tuple(rows.items()):
            if row.name in self._begun and not row.value.strip():
                self._session.editor.set_row(number, Row())

    def _make_row(self, name: str) -> int:
        """Show a hidden attribute of the case, or begin a required one that the case lacks; return its row."""
        if self._session.case and name in self._session.case.attributes:
            self._model.reveal(name)
        else:
            self._session.editor.set_row(None, Row(name))
            self._begun.add(name)
        return self._model.row_named(name) or 0

    @property
    def _work(self) -> "AttributeWork":
        if self._worker is None:
            from caseeditor.ui.case.attributes.paste.bulk_actions import AttributeWork  # noqa: PLC0415 - the case is on screen before it is

            self._worker = AttributeWork(self._session, self._model, self._order)
        return self._worker

    # Pinned rows, and the widths of columns.

    def _pin_current(self) -> None:
        """Pin the row of the cursor on top, or unpin it."""
        cell = self._table.currentIndex()
        name = cell.data(ROW).name if cell.isValid() else ""
        if name:
            pinned = self._session.context.pinned(self._session.server)
            rest = tuple(each for each in pinned if each != name)
            self._session.context.keep_pinned(self._session.server, rest if name in pinned else (*rest, name))
            self._keep_current(self._show_pinned)

    def _show_pinned(self) -> None:
        self._order.pin(self._session.context.pinned(self._session.server))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if widths := self._session.context.columns():
            self._table.set_name_width(widths[0])
        if self._table.state() != AttributeTable.State.EditingState:
            self._keep_current(self._show_pinned)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._widened.isActive():
            self._keep_widths()

    def _on_widened(self) -> None:
        if self.isVisible():  # else not by the agent, and perhaps while the window ends
            self._widened.start()

    def _keep_widths(self) -> None:
        self._widened.stop()
        _, former = self._session.context.columns() or (0.0, 0.0)
        self._session.context.keep_columns((self._table.name_width, former))

    # Construction.

    def _make_filter(self) -> FoldedField:
        line = FoldedField(self.tr("Filter attributes"), self)
        line.add_clear_button(self.tr("Clear filter"))
        line.textChanged.connect(self._look_for)
        line.installEventFilter(self)
        return line

    def _make_more(self) -> QPushButton:
        button = _MoreButton(self)
        button.setAccessibleName(self.tr("More for attributes"))
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill_more(menu))
        button.setMenu(menu)
        return button

    def _fill_more(self, menu: QMenu) -> None:
        menu.clear()
        menu.addAction(self.tr("Edit as text…"), self._show_bulk_text)
        menu.addAction(self.tr("Paste"), self._paste)
        self._add_copying(menu, self.tr("Copy as"), lambda: range(self._order.rowCount()))
        menu.addSeparator()
        is_sorted = menu.addAction(self.tr("Sort by name (view only)"))
        is_sorted.setCheckable(True)
        is_sorted.setChecked(self._order.is_sorted)
        is_sorted.toggled.connect(self._sort)
        menu.addSeparator()
        trim = menu.addAction(self.tr("Trim names of new attributes"), self._work.trim_names)
        trim.setEnabled(self._work.count_untrimmed() > 0)
        revert = menu.addAction(self.tr("Revert all attributes"), self._work.revert_all)
        revert.setEnabled(bool(self._session.edit.values or self._session.edit.rows))

    def _add_copying(self, menu: QMenu, title: str, rows: Callable[[], Iterable[int]]) -> None:
        copying = menu.addMenu(title)
        from caseeditor.ui.case.attributes.paste.bulk_actions import FORMS  # noqa: PLC0415 - as above

        for form in FORMS:
            copying.addAction(form.value).triggered.connect(
                lambda _=False, form=form: self._work.copy_rows(rows(), form)
            )

    def _show_menu(self, place: QPoint) -> None:
        """Open the menu of the cell under the pointer, or of the current one, and of the selected rows."""
        table, work = self._table, self._work
        cell = table.indexAt(place)
        if not cell.isValid():
            cell = table.currentIndex()
        cells = table.selected()
        rows = sorted({row for row, _ in cells} | ({cell.row()} if cell.isValid() else set()))
        is_changed = any(work.is_changed(row) for row in rows)
        is_editable = bool(cell.flags() & Qt.ItemFlag.ItemIsEditable)
        menu = QMenu(table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        edit = menu.addAction(self.tr("Edit"), lambda: table.edit(cell))
        edit.setEnabled(is_editable)
        menu.addAction(self.tr("New attribute"), table.go_to_empty_row)
        menu.addSeparator()
        menu.addAction(self.tr("Cut"), lambda: work.cut(cells))
        menu.addAction(self.tr("Copy"), lambda: work.copy_cells(cells))
        self._add_copying(menu, self.tr("Copy rows as"), lambda: rows)
        menu.addAction(self.tr("Paste"), self._paste)
        menu.addSeparator()
        self._add_pinning(menu, cell)
        revert_cell = menu.addAction(self.tr("Revert cell"), lambda: work.revert_cell((cell.row(), cell.column())))
        revert_cell.setEnabled(is_editable and work.is_changed(cell.row()))
        text = self.tr("Revert row") if len(rows) == 1 else self.tr("Revert rows")
        menu.addAction(text, lambda: work.revert_rows(rows)).setEnabled(is_changed)
        if work.count_untrimmed():
            menu.addAction(self.tr("Trim names of new attributes"), work.trim_names)
        menu.popup(table.viewport().mapToGlobal(place))

    def _add_pinning(self, menu: QMenu, cell: QModelIndex) -> None:
        name = cell.data(ROW).name if cell.isValid() else ""
        is_pinned = name in self._session.context.pinned(self._session.server)
        pin = menu.addAction(self.tr("Unpin") if is_pinned else self.tr("Pin to the top"), self._pin_current)
        pin.setShortcut(PIN_KEY)
        pin.setEnabled(bool(name))

    # Filtering.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._filter and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_filter_key(event)
        return super().eventFilter(watched, event)

    def _on_filter_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self._filter.text():
            self._filter.clear()
            return True
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._table.go_to(0, VALUE)
            return True
        return False

    def _look_for(self, text: str) -> None:
        self._keep_current(lambda: self._order.look_for(text))
        rows, of = self._order.rowCount() - 1, self._model.rowCount() - 1
        shown = self.tr("Attributes: {0} of {1}").format(number_words(rows), number_words(of))
        self._title.setText(shown if self._order.is_filtered else self.tr("Attributes"))

    def _sort(self, is_sorted: bool) -> None:
        self._keep_current(lambda: self._order.sort_by_name(is_sorted))

    def _keep_current(self, change: Callable[[], None]) -> None:
        """Change the filter or the order, and stay at the current row if it is still shown."""
        current = self._table.currentIndex()
        row = self._order.source_row(current.row()) if current.isValid() else None
        change()
        shown = None if row is None else self._order.shown_row(row)
        if shown is not None:
            self._table.put_cursor(self._order.index(shown, current.column()))

    # Several at once.

    def _paste(self) -> None:
        cell = self._table.currentIndex()
        where = (cell.row(), cell.column()) if cell.isValid() else (self._order.rowCount() - 1, NAME)
        top = min((row for row, column in self._table.selected() if column == where[1]), default=where[0])
        from caseeditor.ui.case.attributes.paste.copied_cells import copied_cells  # noqa: PLC0415 - as above

        data = QGuiApplication.clipboard().mimeData()
        self._work.paste(text_of(data), where, self, copied=copied_cells(data), top=min(top, where[0]))

    def paste(self, text: str, cell: tuple[int, int]) -> None:
        """Paste a text on a cell, given by row and column."""
        self._work.paste(text, cell, self)

    def _show_bulk_text(self) -> None:
        self.take_in_editor()
        self._work.edit_as_text(self)


class _MoreButton(QPushButton):
    """A flat button with three dots, which tell enough without the arrow of a menu."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFlat(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_glyph_of(self, dots)

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu

    def sizeHint(self) -> QSize:
        return QSize(*(2 * [self.fontMetrics().height() + _PAD]))
