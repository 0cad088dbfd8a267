"""The notes of a case, and where a new one is written."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from caseeditor.ui.message import Tone
from caseeditor.ui.note_model import HEADING, PENDING, NoteModel
from caseeditor.ui.plain_edit import PlainEdit
from caseeditor.ui.session import Session
from caseeditor.ui.theme import blend, muted, tone_colour

Index = QModelIndex | QPersistentModelIndex
_PAD = 6
_WRAP = Qt.TextFlag.TextWrapAnywhere | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextExpandTabs
_TALLEST = 100_000


class _Cards(QStyledItemDelegate):
    """Paints a note: when and by whom, and the text below it."""

    def _width(self, option: QStyleOptionViewItem) -> int:
        view = option.widget
        return (view.viewport().width() if isinstance(view, QListView) else option.rect.width()) - 2 * _PAD

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._width(option)
        metrics = option.fontMetrics
        space = QRect(0, 0, width, _TALLEST)
        text = metrics.boundingRect(space, _WRAP, str(index.data())).height()
        return QSize(width, text + metrics.height() + 3 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette = option.palette
        base = palette.color(QPalette.ColorRole.Base)
        painter.save()
        pending = bool(index.data(PENDING))
        colour = tone_colour(palette, Tone.GOOD)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, blend(base, palette.color(QPalette.ColorRole.Highlight), 0.25))
        elif pending:
            painter.fillRect(option.rect, blend(base, colour, 0.12))
        card = option.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        font = QFont(option.font)
        font.setBold(pending)
        painter.setFont(font)
        painter.setPen(colour if pending else muted(palette))
        painter.drawText(card, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine, str(index.data(HEADING)))
        painter.setFont(option.font)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(card.adjusted(0, option.fontMetrics.height() + _PAD // 2, 0, 0), _WRAP, str(index.data()))
        painter.setPen(blend(base, palette.color(QPalette.ColorRole.Text), 0.15))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        editor = PlainEdit(parent)
        editor.setAccessibleName(self.tr("Edit note"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QPlainTextEdit) and not editor.document().isModified():
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, PlainEdit):
            model.setData(index, editor.exact_text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        editor.setGeometry(
            option.rect.adjusted(0, 0, 0, max(0, 4 * option.fontMetrics.height() - option.rect.height()))
        )


class NoteList(QWidget):
    """List `Notes`, with buttons for the pending one that is selected, and New note."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._model = NoteModel(session, self)
        self._list = QListView(self)
        self._list.setAccessibleName(self.tr("Notes"))
        self._list.setItemDelegate(_Cards(self._list))
        self._list.setModel(self._model)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setLayoutMode(QListView.LayoutMode.Batched)  # thousands are measured a few at a time
        self._list.setBatchSize(50)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._edit = QPushButton(self.tr("Edit note"), self)
        self._edit.clicked.connect(lambda: self._list.edit(self._list.currentIndex()))
        self._remove = QPushButton(self.tr("Remove note"), self)
        self._remove.clicked.connect(self._on_remove)
        self._entry = PlainEdit(self)
        self._entry.setAccessibleName(self.tr("New note"))
        self._entry.setPlaceholderText(self.tr("Write a note"))
        self._entry.setTabChangesFocus(True)
        self._entry.setFixedHeight(self._entry.fontMetrics().lineSpacing() * 3 + 14)
        self._entry.textChanged.connect(lambda: session.set_note_text(self._entry.exact_text()))
        add = QPushButton(self.tr("Add note"), self)
        add.clicked.connect(session.add_note)
        heading = QLabel(self.tr("Notes"), self)
        buttons = QHBoxLayout()
        buttons.addWidget(self._edit)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        buttons.addWidget(add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(heading)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._entry)
        layout.addLayout(buttons)
        session.edit_changed.connect(self._on_edit)
        self._list.selectionModel().currentChanged.connect(self._update_buttons)
        for signal in (self._model.rowsInserted, self._model.rowsRemoved, self._model.modelReset):
            signal.connect(self._update_buttons)
        self._update_buttons()

    def focus_entry(self) -> None:
        self._entry.setFocus()

    def _on_edit(self) -> None:
        if self._entry.exact_text() != self._session.edit.note_text:
            self._entry.setPlainText(self._session.edit.note_text)

    def _on_remove(self) -> None:
        number = self._model.number(self._list.currentIndex())
        if number is not None:
            self._session.set_note(number, "")

    def _update_buttons(self) -> None:
        pending = self._model.number(self._list.currentIndex()) is not None
        for button in (self._edit, self._remove):
            button.setVisible(bool(self._session.edit.notes))
            button.setEnabled(pending)
