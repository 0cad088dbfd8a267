"""The grid of dynamic attributes."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from caseeditor.domain.changes import Problem
from caseeditor.ui.attribute_model import NAME, VALUE, WAS, AttributeModel
from caseeditor.ui.editing import take_in
from caseeditor.ui.message import Tone
from caseeditor.ui.plain_edit import LineEdit, PlainEdit
from caseeditor.ui.session import Session
from caseeditor.ui.theme import tone_colour

Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemDelegate.EndEditHint
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_EDGE = 3
_FILLED = "filled"
_LINES = 8


class _Cells(QStyledItemDelegate):
    """Edits a name in a line, a value in as many lines as it has; Enter and Tab take it, Esc leaves it as it was."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        model = index.model()
        if index.column() != NAME or not isinstance(model, AttributeModel):
            return
        mark, problem = model.mark(index.row()), model.problem(index.row())
        if not mark:
            return
        tone = (Tone.ERROR if problem.forbids else Tone.WARNING) if problem else Tone.GOOD
        colour = tone_colour(option.palette, tone)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(option.rect.adjusted(0, 1, _EDGE - option.rect.width(), -1), colour)
        painter.setPen(option.palette.color(QPalette.ColorRole.HighlightedText) if selected else colour)
        painter.drawText(option.rect.adjusted(0, 0, -5, 0), _RIGHT, mark)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        if index.column() == NAME:
            line = LineEdit(parent)
            line.setFrame(False)
            line.setAccessibleName(self.tr("Name of the attribute"))
            return line
        editor = _ValueEdit(parent)
        editor.setAccessibleName(self.tr("Value of the attribute"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if editor.property(_FILLED):  # what is being typed is never replaced by what arrives
            return
        editor.setProperty(_FILLED, True)
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QLineEdit):
            editor.setText(text)
        elif isinstance(editor, _ValueEdit):
            editor.setPlainText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())
        elif isinstance(editor, _ValueEdit) and editor.is_touched():
            model.setData(index, editor.exact_text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        super().updateEditorGeometry(editor, option, index)
        if isinstance(editor, _ValueEdit):
            editor.grow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, _ValueEdit) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            hints = {Qt.Key.Key_Tab: Hint.EditNextItem, Qt.Key.Key_Backtab: Hint.EditPreviousItem}
            if plain:
                hints |= {Qt.Key.Key_Return: Hint.SubmitModelCache, Qt.Key.Key_Enter: Hint.SubmitModelCache}
            hint = hints.get(Qt.Key(event.key()))
            if hint is not None:
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, hint)
                return True
        return super().eventFilter(watched, event)


class _ValueEdit(PlainEdit):
    """Grows with its lines; Shift+Enter makes a new one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(True)  # what is typed in a cell is not yet a change of the case
        self.setLineWrapMode(PlainEdit.LineWrapMode.WidgetWidth)
        self.document().setDocumentMargin(2)
        self._touched = False
        self.textChanged.connect(self.grow)

    def setPlainText(self, text: str) -> None:
        super().setPlainText(text)
        self._touched = False
        self.textChanged.connect(self._touch)

    def is_touched(self) -> bool:
        """Tell whether the agent changed the text: showing it may already have made CRLF LF."""
        return self._touched

    def _touch(self) -> None:
        self._touched = True

    def grow(self) -> None:
        lines = min(max(int(self.document().size().height()), 1), _LINES)
        height = lines * self.fontMetrics().lineSpacing() + 2 * self.frameWidth() + 6
        parent = self.parentWidget()
        room = parent.height() if parent else height
        self.resize(self.width(), min(max(height, self.minimumHeight()), room))
        self.move(self.x(), max(0, min(self.y(), room - self.height())))


class _Table(QTableView):
    """Moves between the cells that can be edited; Tab leaves it unless a cell is being edited."""

    def moveCursor(self, action: QTableView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        step = {QTableView.CursorAction.MoveNext: 1, QTableView.CursorAction.MovePrevious: -1}.get(action)
        if step is None:
            return super().moveCursor(action, modifiers)
        model, index = self.model(), self.currentIndex()
        columns = VALUE + 1
        place = index.row() * columns + index.column() + step
        while 0 <= place < model.rowCount() * columns:
            found = model.index(place // columns, place % columns)
            if found.flags() & Qt.ItemFlag.ItemIsEditable:
                return found
            place += step
        return index

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if is_enter and index.isValid() and self.state() != QAbstractItemView.State.EditingState:
            self.edit(index)
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(420, 200)


class AttributeGrid(QWidget):
    """Table `Attributes`: Name, Value, and what the value was."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = AttributeModel(session, self)
        self._table = _Table(self)
        self._table.setAccessibleName(self.tr("Attributes"))
        self._table.setModel(self._model)
        self._table.setItemDelegate(_Cells(self._table))
        self._table.setEditTriggers(
            QTableView.EditTrigger.DoubleClicked
            | QTableView.EditTrigger.AnyKeyPressed
            | QTableView.EditTrigger.EditKeyPressed
        )
        self._table.setTabKeyNavigation(False)
        self._table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self._table.setWordWrap(False)
        self._table.setCornerButtonEnabled(False)
        self._table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        rows = self._table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 10)
        columns = self._table.horizontalHeader()
        columns.setSectionResizeMode(VALUE, QHeaderView.ResizeMode.Stretch)
        columns.resizeSection(NAME, self.fontMetrics().averageCharWidth() * 22)
        columns.resizeSection(WAS, self.fontMetrics().averageCharWidth() * 14)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setHighlightSections(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(QLabel(self.tr("Attributes"), self))
        layout.addWidget(self._table, 1)
        session.problem_found.connect(self._go_to)

    def take_in_editor(self) -> None:
        """Commit the cell that is being edited, so that it counts."""
        take_in(self._table)

    def _go_to(self, problem: Problem) -> None:
        column = VALUE if problem.name and not problem.forbids else NAME
        index = self._model.index(self._model.row_of(problem), column)
        self._table.setFocus()
        self._table.setCurrentIndex(index)
        self._table.scrollTo(index)
