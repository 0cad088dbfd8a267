"""A message beside what it is about, with what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from caseeditor.ui.colour import blend
from caseeditor.ui.message import Message, Offer, Tone
from caseeditor.ui.theme import tone_colour

_EDGE = 4
_BESIDE = 2
"""Buttons that stand beside the text; more go below it."""


class NoticeBar(QWidget):
    """Shows one message until it is closed or replaced; hidden when there is none."""

    chosen = Signal(object)
    """The Offer that the agent took."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tone = Tone.INFO
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
        """Show a message in place of the one before."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        offers = self._below if len(message.offers) > _BESIDE else self._beside
        self._tone = message.tone
        mark = {Tone.INFO: "ℹ", Tone.GOOD: "✓", Tone.WARNING: "⚠", Tone.ERROR: "⚠"}[message.tone]
        self._text.setText("\n".join((f"{mark}  {message.text}", *(f"      {line}" for line in message.lines))))
        for offer in message.offers:
            button = QPushButton(self._offer_words(offer), self)
            button.clicked.connect(lambda _=False, offer=offer: self.chosen.emit(offer))
            offers.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self._buttons.append(button)
        self.show()
        self.update()

    def _offer_words(self, offer: Offer) -> str:  # noqa: C901, PLR0911, PLR0912 - a button each
        match offer:
            case Offer.RELOAD:
                return self.tr("Reload case")
            case Offer.SEND_AGAIN:
                return self.tr("Send again")
            case Offer.IT_WAS_STORED:
                return self.tr("It was stored")
            case Offer.SUBMIT_ANYWAY:
                return self.tr("Submit anyway")
            case Offer.KEEP_WAITING:
                return self.tr("Keep waiting")
            case Offer.BACK_TO_DRAFT:
                return self.tr("Back to draft")
            case Offer.DECIDE:
                return self.tr("Decide…")
            case Offer.SIGN_IN:
                return self.tr("Sign in…")
            case Offer.OPEN_HERE:
                return self.tr("Open it here")
            case Offer.SIGN_IN_THERE:
                return self.tr("Sign in there…")
            case Offer.OPEN_LINK:
                return self.tr("Open in browser")
            case Offer.COPY_LINK:
                return self.tr("Copy link")
            case Offer.MOVE_SERVER:
                return self.tr("Move them")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = tone_colour(self.palette(), self._tone)
        painter.fillRect(event.rect(), blend(self.palette().color(QPalette.ColorRole.Base), colour, 0.12))
        painter.fillRect(0, 0, _EDGE, self.height(), colour)
        painter.end()
