"""The bar that shows a message with its actions."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from caseeditor.ui.messages.message import ActionKind, Message, MessageAction, Severity
from caseeditor.ui.messages.severity_colour import severity_colour, severity_ground
from caseeditor.ui.messages.texts import in_a_menu, number_words

_EDGE = 4
_LINES = 12
"""Lines below the text. Thousands would leave no room for the case."""
_BESIDE = 2
"""Buttons that stand beside the text; more go below it."""


class NoticeBar(QWidget):
    """Shows one message until it is closed, answered or replaced; hidden when there is none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._severity = Severity.INFO
        self._message: Message | None = None
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._buttons: list[QPushButton] = []
        close = QToolButton(self)
        close.setText("×")
        close.setAutoRaise(True)
        close.setAccessibleName(self.tr("Close message"))
        close.setToolTip(self.tr("Close message"))
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
            button = QPushButton(self._action_words(action.kind, message.about), self)
            button.clicked.connect(partial(self._run, action))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self._buttons.append(button)
        self.show()
        self.update()

    def withdraw(self, message: Message) -> None:
        """Hide a message if it is still shown."""
        if self._message == message:
            self.hide()

    def _run(self, action: MessageAction) -> None:
        """Hide the message first: the action may replace it."""
        if not action.keeps_message:
            self.hide()
        action.run()

    def _action_words(self, kind: ActionKind, about: str) -> str:
        words = {
            ActionKind.RELOAD: self.tr("Reload case"),
            ActionKind.SEND_AGAIN: self.tr("Send again"),
            ActionKind.IT_WAS_STORED: self.tr("It was stored"),
            ActionKind.SUBMIT_ANYWAY: self.tr("Submit anyway"),
            ActionKind.SUBMIT_IN_PARTS: self.tr("Submit in parts"),
            ActionKind.KEEP_WAITING: self.tr("Keep waiting"),
            ActionKind.BACK_TO_DRAFT: self.tr("Back to draft"),
            ActionKind.DECIDE: self.tr("Decide…"),
            ActionKind.SIGN_IN: self.tr("Sign in…"),
            ActionKind.OPEN_HERE: self.tr("Open it here"),
            ActionKind.SIGN_IN_THERE: self.tr("Sign in there…"),
            ActionKind.OPEN_LINK: self.tr("Open in browser"),
            ActionKind.COPY_LINK: self.tr("Copy link"),
            ActionKind.COPY_CHANGES: self.tr("Copy my changes"),
            ActionKind.SAVE_CHANGES: self.tr("Save my changes as…"),
            ActionKind.MINE: self.tr("Yes, I did"),
            ActionKind.NOT_MINE: self.tr("No, I didn’t"),
            ActionKind.SHOW_OTHERS: self.tr("Show…"),
            ActionKind.MOVE_SERVER: self.tr("Move them"),
            ActionKind.SAVE_AGAIN: self.tr("Save again"),
            ActionKind.SAVE_AS_PDF: self.tr("Save as PDF…"),
            ActionKind.LEAVE_OUT: self.tr("Leave out {0}").format(in_a_menu(about)).strip(),
        }
        return words[kind]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = severity_colour(self.palette(), self._severity)
        painter.fillRect(event.rect(), severity_ground(self.palette(), self._severity))
        painter.fillRect(0, 0, _EDGE, self.height(), colour)
        painter.end()
