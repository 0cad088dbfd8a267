"""Signing in with an access token."""

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

from caseeditor.domain.case.reference import known_server
from caseeditor.domain.case.token import token_fault, trimmed_token
from caseeditor.ui.messages.texts import token_words
from caseeditor.ui.style.font_scaling import by_font, demi_bold, scaled
from caseeditor.ui.widgets.busy_bar import make_busy_bar
from caseeditor.ui.widgets.fields.text_fields import LineEdit

_WIDTH = 460
_TITLE = 140
"""Size of the heading, in percent."""
_BELOW_WELCOME = 8


class SignInDialog(QDialog):
    """Stays open until the server accepts the token, or the agent cancels."""

    wanted = Signal(str, str, bool)
    """Server, token, whether to keep it in the keyring."""
    demo_wanted = Signal()
    message_emitted = Signal(str)

    def __init__(self, server: str, why: str, parent: QWidget, *, has_demo: bool = False) -> None:
        """`has_demo`: offer the demo at the first start."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sign in"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self._welcome = self._make_welcome()
        self._welcome.setVisible(not (server or why))
        self._why = self._label(_marked(why))
        self._server = LineEdit(self)
        self._server.setText(server)
        self._server.setAccessibleName(self.tr("Server"))
        self._server.setPlaceholderText("https://example.org")
        self._token = LineEdit(self)
        self._token.setAccessibleName(self.tr("Access token"))
        self._token.setEchoMode(LineEdit.EchoMode.Password)
        hint = self._label(self.tr("Ask your Social Gateway administrator for a token."))
        self._keep = QCheckBox(self.tr("Keep in the system keyring"), self)
        self._keep.setChecked(True)
        self._busy = make_busy_bar(self.tr("Signing in"), self)
        self._busy.hide()
        buttons = QDialogButtonBox(self)
        self._go = QPushButton(self.tr("Sign in"), self)
        self._go.setDefault(True)
        buttons.addButton(self._go, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        if has_demo and not (server or why):
            self._offer_demo(buttons)
        buttons.rejected.connect(self.reject)
        self._go.clicked.connect(self._on_go)
        form = QFormLayout()
        form.addRow(self.tr("Server"), self._server)
        form.addRow(self.tr("Access token"), self._token)
        form.addRow("", self._keep)
        layout = QVBoxLayout(self)
        layout.addWidget(self._welcome)
        layout.addWidget(self._why)
        layout.addLayout(form)
        layout.addWidget(hint)
        layout.addWidget(self._busy)
        layout.addWidget(buttons)
        self._why.setVisible(bool(why))
        (self._token if server else self._server).setFocus()

    def tell(self, why: str) -> None:
        """Explain why signing in failed; the fields keep their content."""
        self.message_emitted.emit(why)
        self._set_busy(busy=False)
        self.explain(why)

    def explain(self, why: str) -> None:
        """Explain why a token is needed."""
        self._why.setText(_marked(why))
        self._why.show()
        self.adjustSize()

    def _offer_demo(self, buttons: QDialogButtonBox) -> None:
        button = buttons.addButton(self.tr("Try the demo"), QDialogButtonBox.ButtonRole.ResetRole)
        words = self.tr("Opens a second window with made-up cases. Nothing leaves this computer.")
        button.setToolTip(words)
        button.setAccessibleDescription(words)
        button.setAutoDefault(False)
        button.clicked.connect(self.demo_wanted)

    def _make_welcome(self) -> QWidget:
        """Make the heading of the first start, when no account is known."""
        made = QWidget(self)
        title = self._label(self.tr("Welcome to Case Editor"))
        by_font(made, lambda: title.setFont(demi_bold(scaled(made.font(), _TITLE))))
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, _BELOW_WELCOME)
        layout.addWidget(title)
        layout.addWidget(self._label(self.tr("Connect to your Social Gateway to begin.")))
        return made

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _on_go(self) -> None:
        server, token = self._server.text().strip(), trimmed_token(self._token.text())
        if not server:
            self.tell(self.tr("Enter the address of your Social Gateway."))
            self._server.setFocus()
        elif fault := token_fault(token, known_server(server)):
            self.tell(token_words(fault))
            self._token.setFocus()
        else:
            self._set_busy(busy=True)
            self.wanted.emit(server, token, self._keep.isChecked())

    def _set_busy(self, *, busy: bool) -> None:
        self._busy.setVisible(busy)
        self._go.setEnabled(not busy)


def _marked(why: str) -> str:
    return f"⚠  {why}" if why else ""
