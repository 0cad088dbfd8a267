"""A value that is only read: plain text of a few lines, which scrolls if there are more."""

from bisect import bisect_left
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPalette, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from caseeditor.domain.text.word_diff import Span
from caseeditor.ui.style.colour_roles import roles_of
from caseeditor.ui.widgets.bidi import stand_by_its_text

_SURROGATES = 0x10000
"""The first code point that takes two units in Qt."""


class ValueText(QPlainTextEdit):
    """Shows a text as it is, with some words underlined on a ground of their own.

    It takes part in the tab order only while it scrolls: a short one is read with the group around it.
    """

    def __init__(self, text: str, lines: int, parent: QWidget, *, is_muted: bool = False) -> None:
        """`lines`: the number of lines that it shows at most."""
        super().__init__(text, parent)
        self._lines = lines
        self._is_muted = is_muted
        self._spans: tuple[Span, ...] = ()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(self.wordWrapMode().WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(0)
        stand_by_its_text(self)
        self.viewport().setAutoFillBackground(False)  # the card behind it is seen
        self._show_marks()
        self._fit()

    def mark(self, spans: Iterable[Span]) -> None:
        """Underline these parts of the text."""
        self._spans = tuple(spans)
        self._show_marks()

    def sizeHint(self) -> QSize:
        shown = min(max(self._line_count(), 1), self._lines)
        return QSize(0, shown * self.fontMetrics().lineSpacing() + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._show_marks()
        elif event.type() is QEvent.Type.FontChange:
            self._fit()

    def _line_count(self) -> int:
        """Count the lines as they are wrapped at the present width."""
        return int(self.document().size().height())

    def _fit(self) -> None:
        scrolls = self._line_count() > self._lines
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.ClickFocus)
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        self.updateGeometry()

    def _show_marks(self) -> None:
        places, length = _Places(self.toPlainText()), len(self.toPlainText())
        marks = [self._selection(places.unit(start), places.unit(end), self._marked()) for start, end in self._spans]
        muted = [self._selection(0, places.unit(length), self._muted())] if self._is_muted else []
        self.setExtraSelections([*muted, *marks])

    def _marked(self) -> QTextCharFormat:
        looks = QTextCharFormat()
        looks.setFontUnderline(True)
        looks.setBackground(QColor(roles_of(self.palette()).accent_soft))
        looks.setForeground(self.palette().color(QPalette.ColorRole.Text))
        return looks

    def _muted(self) -> QTextCharFormat:
        looks = QTextCharFormat()
        looks.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))
        return looks

    def _selection(self, start: int, end: int, looks: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection, cursor = QTextEdit.ExtraSelection(), QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor, selection.format = cursor, looks
        return selection


class _Places:
    """Converts places in characters to places in Qt's UTF-16 units."""

    def __init__(self, text: str) -> None:
        self._wide = [place for place, letter in enumerate(text) if ord(letter) >= _SURROGATES]

    def unit(self, place: int) -> int:
        return place + bisect_left(self._wide, place)
