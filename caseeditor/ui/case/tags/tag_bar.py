"""The tags of a case as chips with a button each, and the field for a new one."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from caseeditor.domain.text.bidi import isolated
from caseeditor.domain.text.fidelity import with_hidden_shown
from caseeditor.domain.text.field_text import MOST_TAGS
from caseeditor.ui.case.tags.completer import TagCompleter
from caseeditor.ui.case.tags.model import TagModel
from caseeditor.ui.messages.message import Severity
from caseeditor.ui.messages.severity_colour import severity_colour
from caseeditor.ui.messages.texts import tip_words
from caseeditor.ui.state.session import Session
from caseeditor.ui.style.colour import blend, readable
from caseeditor.ui.style.font_scaling import by_font
from caseeditor.ui.style.glyphs import GlyphButton, cross, undo
from caseeditor.ui.widgets.fields.marked_fields import MarkedLine
from caseeditor.ui.widgets.fields.refusal import tell_refusal

_PAD = 8
_LINES = 8
_LONGEST = 400
"""Greatest width of a tag's text, in pixels."""
_BETWEEN = 2
_EDGE = 1.4
"""Width of the edge of a tag that is new on the server."""
_LETTERS = 16
"""Width of the field for a new tag."""


class _Chips(QStyledItemDelegate):
    """Paints a tag as a chip with room for its button."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        self.initStyleOption(option, index)
        width, height = chip_width(option.fontMetrics, option.text), option.fontMetrics.height() + _PAD
        around = self.parent()
        if isinstance(around, QListView):  # a button shows only where its chip is whole
            width = max(min(width, around.viewport().width() - 4 * _BETWEEN), 2 * height)
        return QSize(width, height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        palette = option.palette
        base, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
        model = index.model()
        added = isinstance(model, TagModel) and model.is_added(option.text)
        fill = blend(base, severity_colour(palette, Severity.GOOD) if added else text, 0.16 if added else 0.1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(fill)
        selected = bool(option.state & option.state.State_HasFocus)
        edge = palette.color(QPalette.ColorRole.Highlight) if selected else fill
        if isinstance(model, TagModel) and model.is_first_use(option.text):
            edge = edge if selected else severity_colour(palette, Severity.GOOD)
            painter.setPen(QPen(edge, _EDGE, Qt.PenStyle.DashLine))
        else:
            painter.setPen(edge)
        chip = option.rect.adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.setPen(readable(text, fill))
        painter.setFont(option.font)
        space = chip.adjusted(_PAD + 2, 0, -chip.height(), 0)
        seen = with_hidden_shown(option.text)
        shown = option.fontMetrics.elidedText(seen, Qt.TextElideMode.ElideRight, space.width())
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        painter.restore()


def chip_width(metrics: QFontMetrics, tag: str) -> int:
    """Return the width of a tag's chip where there is room for it."""
    return min(metrics.horizontalAdvance(with_hidden_shown(tag)), _LONGEST) + 2 * _PAD + metrics.height() + _PAD


class _TagList(QListView):
    """A list as high as its chips need, up to a few lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSpacing(_BETWEEN)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def line(self) -> int:
        return self.fontMetrics().height() + _PAD + 6

    def _chip_width(self, index: QModelIndex) -> int:
        font = index.data(Qt.ItemDataRole.FontRole)
        metrics = QFontMetrics(font.resolve(self.font())) if isinstance(font, QFont) else self.fontMetrics()
        return chip_width(metrics, str(index.data())) + 2 * _BETWEEN

    def fit_width(self) -> None:
        """Limit the width to that of all chips in one line: the field for a new tag follows the last one."""
        chips = sum(self._chip_width(self.model().index(row, 0)) for row in range(self.model().rowCount()))
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)  # Qt keeps room for it in each line
        self.setMaximumWidth(chips + 2 * _BETWEEN + bar)


class TagBar(QWidget):
    """List `Tags`, with a button beside it for each tag (inside the list, assistive technology would not see them)."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.model = TagModel(session, self)
        self._buttons: dict[str, GlyphButton] = {}
        self._list = _TagList(self)
        self._list.setAccessibleName(self.tr("Tags"))
        self._list.setItemDelegate(_Chips(self._list))
        self._list.setModel(self.model)
        self._list.viewport().installEventFilter(self)
        self._list.verticalScrollBar().valueChanged.connect(self._place_buttons)
        self.entry = MarkedLine(self)
        self.entry.setAccessibleName(self.tr("New tag"))
        self.entry.setPlaceholderText(self.tr("New tag"))
        by_font(self.entry, lambda: self.entry.setFixedWidth(self.entry.fontMetrics().averageCharWidth() * _LETTERS))
        self.entry.textChanged.connect(lambda: session.editor.set_tag_text(self.entry.exact_text()))
        self.entry.set_apart.connect(session.editor.end_typing)
        self.entry.returnPressed.connect(session.editor.add_tag)
        self.entry.takes_lines = self._take_lines
        self._completer = TagCompleter(session.known_tags, self.model.tags, self.entry)
        self._completer.creation_chosen.connect(session.editor.add_tag)
        self._add = QPushButton(self.tr("Add tag"), self)
        self._add.clicked.connect(session.editor.add_tag)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list, 1)
        layout.addWidget(self.entry, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignTop)
        layout.addStretch()
        session.editor.edit_changed.connect(self._on_edit)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved, self.model.dataChanged):
            signal.connect(self._update_buttons)
        self._update_buttons()

    def show_row(self, row: int) -> None:
        """Scroll to a tag."""
        self._list.setCurrentIndex(self.model.index(row, 0))

    def focus_entry(self) -> None:
        self.entry.setFocus()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self._list.viewport() and event.type() in (QEvent.Type.Resize, QEvent.Type.Paint):
            self._place_buttons()
        return False

    def _take_lines(self, tags: tuple[str, ...], rest: str) -> bool:
        """Add pasted lines as tags."""
        if len(tags) > MOST_TAGS:
            tell_refusal(self.entry, self.tr("Nothing was pasted: at most {0} tags at once.").format(MOST_TAGS))
            return False
        self._session.editor.add_tags(tags, self.entry.read(rest))
        return True

    def _on_edit(self) -> None:
        if self.entry.exact_text() != self._session.edit.tag_text:
            self.entry.follow(self._session.edit.tag_text)

    def _update_buttons(self) -> None:
        tags = self.model.tags()
        for tag in self._buttons.keys() - set(tags):
            gone = self._buttons.pop(tag)
            gone.hide()
            gone.deleteLater()
        for tag in tags:
            button = self._buttons.get(tag) or self._make_button(tag)
            removed = self.model.is_removed(tag)
            button.show_glyph(undo if removed else cross)
            words = self.tr("Keep tag {0}") if removed else self.tr("Remove tag {0}")
            name = words.format(tag)
            button.setAccessibleName(name)
            button.setToolTip(tip_words(words.format(isolated(tag))))
            button.setAccessibleDescription(name)
        self._list.fit_width()
        self._list.doItemsLayout()
        self._place_buttons()
        self._put_in_order(tags)

    def _put_in_order(self, tags: Iterable[str]) -> None:
        """Set the tab order: the list, its buttons in the order of the tags, *New tag*."""
        before: QWidget = self._list
        for after in (*(self._buttons[tag] for tag in tags), self.entry, self._add):
            self.setTabOrder(before, after)
            before = after

    def _make_button(self, tag: str) -> GlyphButton:
        button = GlyphButton(cross, "", self)
        button.clicked.connect(lambda: self._press(tag))
        self._buttons[tag] = button
        button.show()
        return button

    def _press(self, tag: str) -> None:
        if self.model.is_removed(tag):
            self._session.editor.keep_tag(tag)
        else:
            self._session.editor.remove_tag(tag)

    def _place_buttons(self) -> None:
        bottom = 0
        visible = self._list.viewport().rect()
        offset = self._list.viewport().mapTo(self, visible.topLeft())
        for row, tag in enumerate(self.model.tags()):
            chip = self._list.visualRect(self.model.index(row))
            bottom = max(bottom, chip.bottom() + self._list.verticalOffset())
            side = chip.height() - 4
            button = self._buttons[tag]
            button.setGeometry(QRect(chip.right() - side - 1, chip.top() + 2, side, side).translated(offset))
            button.setVisible(visible.adjusted(0, -2, 0, 2).contains(chip))
        line = self._list.line()
        height = min(max(bottom + 4, line), _LINES * line)
        if height != self._list.height():
            self._list.setFixedHeight(height)
