"""The question if another program has the data folder and doesn't answer. Comes before any other window."""

import enum
from typing import Protocol

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout

_WIDTH = 460


class Holder(Protocol):
    """The program that has a folder. `pid` is 0, `host` and `since` (ISO 8601, UTC) are '' where that is not known."""

    @property
    def pid(self) -> int: ...

    @property
    def host(self) -> str: ...

    @property
    def since(self) -> str: ...

    @property
    def is_elsewhere(self) -> bool:
        """Tell whether it runs on another computer."""


class Choice(enum.Enum):
    """The agent's choice."""

    TRY_AGAIN = "try again"
    START_ANYWAY = "start anyway"
    CANCEL = "cancel"


class HeldDialog(QDialog):
    """Names the program that has the data folder. After it is closed, `choice` is the agent's choice."""

    def __init__(self, holder: Holder) -> None:
        super().__init__()
        self.setWindowTitle("Case Editor")
        self.setMinimumWidth(_WIDTH)
        self.choice = Choice.CANCEL
        advice = self.tr("Close it, then try again. If you start anyway, nothing is sent until it closes.")
        said = (f"⚠  {self._what(holder)}", self._who(holder), advice)
        buttons = QDialogButtonBox(self)
        again = QPushButton(self.tr("Try again"), self)
        anyway = QPushButton(self.tr("Start anyway"), self)
        cancel = QPushButton(self.tr("Cancel"), self)
        buttons.addButton(again, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(anyway, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        again.clicked.connect(lambda: self._choose(Choice.TRY_AGAIN))
        anyway.clicked.connect(lambda: self._choose(Choice.START_ANYWAY))
        cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        for text in filter(None, said):
            layout.addWidget(self._label(text))
        layout.addWidget(buttons)
        again.setDefault(True)
        again.setFocus()

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _what(self, holder: Holder) -> str:
        if holder.is_elsewhere:
            return self.tr("Case Editor is open on another computer: {0}.").format(holder.host)
        return self.tr("Case Editor is already open, but isn't responding.")

    def _who(self, holder: Holder) -> str:
        """Describe the program that has the folder; '' if nothing is known."""
        moment = QDateTime.fromString(holder.since, Qt.DateFormat.ISODate).toLocalTime()
        since = QLocale().toString(moment, QLocale.FormatType.ShortFormat) if moment.isValid() else ""
        if holder.pid and since:
            return self.tr("Process {0} has been using the data folder since {1}.").format(holder.pid, since)
        if holder.pid:
            return self.tr("Process {0} is using the data folder.").format(holder.pid)
        return self.tr("It has been using the data folder since {0}.").format(since) if since else ""

    def _choose(self, choice: Choice) -> None:
        self.choice = choice
        self.accept()


def ask_about(holder: Holder) -> Choice:
    """Ask the agent; needs a QApplication. Returns CANCEL if the dialog is closed without a choice."""
    dialog = HeldDialog(holder)
    dialog.exec()
    return dialog.choice
