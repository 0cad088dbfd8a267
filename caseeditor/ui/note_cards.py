"""How a note is shown and edited in the list."""

from math import ceil

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QPainter, QPalette, QStaticText, QTextOption, QTransform
from PySide6.QtWidgets import QListView, QPlainTextEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from caseeditor.ui.message import Tone
from caseeditor.ui.note_model import HEADING, PENDING
from caseeditor.ui.plain_edit import PlainEdit
from caseeditor.ui.theme import blend, muted, tone_colour

Index = QModelIndex | QPersistentModelIndex
_PAD = 6
_AT_ONCE = 100
_PICTURES = 60
"""Texts kept laid out: what a tall window shows, so that scrolling and repainting lay out nothing anew."""
_LONGEST = 20_000
"""Characters of a note that are painted."""
_LINE = "\u2028"
"""What a text layout takes for the end of a line."""


class NoteCards(QStyledItemDelegate):
    """Paints a note: when and by whom, and the text below it.

    Measuring thousands of texts would hold up the window, so a pass of layout measures the first few and estimates the
    rest; those are measured a few at a time while nothing else is to be done.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._width = 0
        self._heights: dict[str, int] = {}
        self._estimates: dict[str, int] = {}
        self._pictures: dict[str, QStaticText] = {}
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._measure_more)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        width = self._view.viewport().width() - 2 * _PAD
        if width != self._width:
            self._width = width
            self._heights.clear()
            self._estimates.clear()
            self._pictures.clear()
        text = str(index.data())
        height = self._heights.get(text)
        if height is None:
            if len(self._heights) < _AT_ONCE:
                height = self._measure(text)
            else:
                height = self._estimates.setdefault(text, self._estimate(text))
                self._idle.start(0)
        return QSize(width, height + self._view.fontMetrics().height() + 3 * _PAD)

    def _measure(self, text: str) -> int:
        height = ceil(self._laid_out(text).size().height())
        self._heights[text] = height
        return height

    def _laid_out(self, text: str) -> QStaticText:
        """Lay a text out in the width of the view: at words, and inside one that is longer than a line."""
        if known := self._pictures.get(text):
            return known
        shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
        laid_out = QStaticText(shown.replace("\r\n", _LINE).replace("\n", _LINE))
        laid_out.setTextFormat(Qt.TextFormat.PlainText)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        laid_out.setTextOption(option)
        laid_out.setTextWidth(self._width)
        laid_out.prepare(QTransform(), self._view.font())
        if len(self._pictures) >= _PICTURES:
            self._pictures.clear()
        self._pictures[text] = laid_out
        return laid_out

    def _estimate(self, text: str) -> int:
        metrics = self._view.fontMetrics()
        a_line = max(self._width // metrics.averageCharWidth(), 1)
        return (text.count("\n") + 1 + len(text) // a_line) * metrics.lineSpacing()

    def _measure_more(self) -> None:
        for text in list(self._estimates)[:_AT_ONCE]:
            self._measure(text)
            self._estimates.pop(text)
        if not self._estimates:
            self._idle.stop()
            self._view.scheduleDelayedItemsLayout()

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
        below = card.topLeft() + QPoint(0, option.fontMetrics.height() + _PAD // 2)
        painter.drawStaticText(below, self._laid_out(str(index.data())))
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
