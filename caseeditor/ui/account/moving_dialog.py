"""The dialog about a server that moved: old server, new address, and token."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from caseeditor.domain.case.reference import Server, known_server
from caseeditor.domain.case.token import token_fault, trimmed_token
from caseeditor.ui.messages.texts import token_words
from caseeditor.ui.widgets.busy_bar import make_busy_bar
from caseeditor.ui.widgets.fields.text_fields import LineEdit
from caseeditor.ui.widgets.wheel import ComboBox

_WIDTH = 460


class MovingDialog(QDialog):
    """Dialog `This server moved`. It stays open until the new address accepts the token, or the agent cancels."""

    wanted = Signal(object, str, str, bool)
    """The Server that moved, the new address, the token ('' where the agent is signed in there), whether to keep it."""

    def __init__(self, servers: Iterable[Server], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("This server moved"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self._why = self._label("")
        self._why.hide()
        self._old = ComboBox(self)
        self._old.setAccessibleName(self.tr("Old address"))
        for server in servers:
            self._old.addItem(server.shown_url, server)
        self._new = LineEdit(self)
        self._new.setAccessibleName(self.tr("New address"))
        self._new.setPlaceholderText("https://example.org")
        self._token = LineEdit(self)
        self._token.setAccessibleName(self.tr("Access token"))
        self._token.setEchoMode(LineEdit.EchoMode.Password)
        self._keep = QCheckBox(self.tr("Keep in the system keyring"), self)
        self._keep.setChecked(True)
        hint = self._label(self.tr("Drafts, pending submissions and history move to the new address."))
        self._busy = make_busy_bar(self.tr("Signing in"), self)
        self._busy.hide()
        buttons = QDialogButtonBox(self)
        self._go = QPushButton(self.tr("Move"), self)
        self._go.setDefault(True)
        self._go.clicked.connect(self._on_go)
        buttons.addButton(self._go, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("Old address"), self._old)
        form.addRow(self.tr("New address"), self._new)
        form.addRow(self.tr("Access token"), self._token)
        form.addRow("", self._keep)
        layout = QVBoxLayout(self)
        layout.addWidget(self._why)
        layout.addLayout(form)
        layout.addWidget(hint)
        layout.addWidget(self._busy)
        layout.addWidget(buttons)
        self._new.setFocus()

    def tell(self, why: str) -> None:
        """Explain why nothing moved; the fields keep their content."""
        self._set_busy(busy=False)
        self._why.setText(f"⚠  {why}")
        self._why.show()
        self.adjustSize()

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _on_go(self) -> None:
        new = self._new.text().strip()
        if self._old.currentData() is None:
            self.tell(self.tr("Nothing to move: no server was used yet."))
            return
        if not new:
            self.tell(self.tr("Type the new address."))
            self._new.setFocus()
            return
        token = trimmed_token(self._token.text())
        if token and (fault := token_fault(token, known_server(new))):
            self.tell(token_words(fault))
            self._token.setFocus()
            return
        self._set_busy(busy=True)
        self.wanted.emit(self._old.currentData(), new, token, self._keep.isChecked())

    def _set_busy(self, *, busy: bool) -> None:
        self._busy.setVisible(busy)
        self._go.setEnabled(not busy)
