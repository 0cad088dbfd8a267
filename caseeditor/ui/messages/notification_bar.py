"""The bar that shows a message with its actions."""

from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from caseeditor.ui.application.press_guard import guard_presses
from caseeditor.ui.messages.action_words import action_words
from caseeditor.ui.messages.message import Message, MessageAction, Severity
from caseeditor.ui.messages.severity_colour import severity_colour, severity_ground
from caseeditor.ui.messages.texts import number_words
from caseeditor.ui.style.glyphs import GlyphButton, cross

_EDGE = 4
_LINES = 12
"""Lines below the text. Thousands would leave no room for the case."""
_ROOM = 14
"""Room around the text for margins and the button that closes the bar, in pixels."""
_RADIUS = 8
_BESIDE = 2
"""Buttons that stand beside the text; more go below it."""


class NoticeBar(QWidget):
    """Shows one message until it is closed, answered or replaced; hidden when there is none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._severity = Severity.INFO
        self._is_floating = False
        self._message: Message | None = None
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._text.setWordWrap(True)  # after the policy, which it gives a height for each width
        self._buttons: list[QPushButton] = []
        close = GlyphButton(cross, self.tr("Close message"), self)
        close.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.addWidget(self._text, 1)
        self._beside, self._below = QHBoxLayout(), QHBoxLayout()
        self._below.addStretch(1)
        row.addLayout(self._beside)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE + 10, 6, 6, 6)
        layout.addLayout(row)
        layout.addLayout(self._below)
        self.hide()

    def tell(self, message: Message) -> None:
        """Show a message; it replaces the present one."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        row = self._below if len(message.actions) > _BESIDE else self._beside
        self._message, self._severity = message, message.severity
        mark = {Severity.INFO: "ℹ", Severity.GOOD: "✓", Severity.WARNING: "⚠", Severity.ERROR: "⚠"}[message.severity]
        lines = message.lines
        if len(lines) > _LINES:
            more = self.tr("and {0} more").format(number_words(len(lines) - _LINES + 1))
            lines = (*lines[: _LINES - 1], more)
        self._text.setText("\n".join((f"{mark}  {message.text}", *(f"      {line}" for line in lines))))
        for action in message.actions:
            button = QPushButton(action_words(action.kind, message.about), self)
            guard_presses(button)
            button.clicked.connect(partial(self._run, action))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self._buttons.append(button)
        self.show()
        self.update()

    def lift(self) -> None:
        """Look like a card above the content, instead of a part of it."""
        self._is_floating = True
        self.update()

    def ideal_width(self) -> int:
        """Return the width in which each line of the text fits."""
        texts = self._text.text().splitlines()
        widest = max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
        below, beside = self._below.sizeHint().width(), self._beside.sizeHint().width()
        return max(widest + beside + 6 * _ROOM, below + 2 * _ROOM)

    def withdraw(self, message: Message) -> None:
        """Hide a message if it is still shown."""
        if self._message == message:
            self.hide()

    def _run(self, action: MessageAction) -> None:
        """Hide the message first: the action may replace it."""
        if not action.keeps_message:
            self.hide()
        action.run()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = severity_colour(self.palette(), self._severity)
        ground = severity_ground(self.palette(), self._severity)
        if self._is_floating:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour, 1))
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        else:
            painter.fillRect(event.rect(), ground)
            painter.fillRect(0, 0, _EDGE, self.height(), colour)
        painter.end()
