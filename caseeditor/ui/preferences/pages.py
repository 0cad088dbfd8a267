"""The pages of the preferences. Each reads the settings, and returns the content of its fields."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from caseeditor.domain.case.reference import is_proxy
from caseeditor.domain.delivery.handover import may_be_stamp
from caseeditor.domain.timeouts import LONGEST_READING, SHORTEST_READING
from caseeditor.ui.application.installation import Installed
from caseeditor.ui.preferences.option_names import (
    AFTER_SUBMIT,
    LANGUAGE_CHOICES,
    THEMES,
    after_submit_words,
    language_words,
    theme_words,
)
from caseeditor.ui.state.account import Account
from caseeditor.ui.style.appearance import SIZES
from caseeditor.ui.widgets.fields.text_fields import LineEdit
from caseeditor.ui.widgets.wheel import ComboBox, SpinBox

if TYPE_CHECKING:
    from caseeditor.domain.local.settings import Settings

_CLOSE, _BESIDE, _APART = 4, 6, 12
"""Pixels between related and between unrelated fields."""
_LONGEST_DAYS = 3650
_LONGEST_STAMP = 200


class Page(QWidget):
    """A page of the preferences: fields, and an explanation below each."""

    def __init__(self, locked: frozenset[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._locked = locked
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(_CLOSE)
        self._grid.setHorizontalSpacing(_APART)
        self._grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(self._grid)
        layout.addStretch(1)

    def chosen(self) -> dict[str, object]:
        """Return the content of the fields by the names of the settings."""
        return {}

    def wrong(self) -> tuple[QWidget, str] | None:
        """Return the first invalid field and the reason; None if all are valid."""
        return None

    def _add(self, name: str, label: str, field: QWidget, said: str = "") -> None:
        """Add a field of a setting; a locked one is read-only, and names the administrator as the reason."""
        title = QLabel(label, self)
        title.setBuddy(field)
        if not isinstance(field, QCheckBox):
            field.setAccessibleName(label.replace("&", ""))
        if isinstance(field, SpinBox):
            field.lineEdit().setAccessibleName(label.replace("&", ""))
        row = self._grid.rowCount()
        if label:
            is_tall = isinstance(field, QListView)
            self._grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop if is_tall else Qt.AlignmentFlag(0))
        self._grid.addWidget(field, row, 1)
        is_locked = name in self._locked
        field.setEnabled(not is_locked)
        lines = [self.tr("🔒 Your administrator has set this.")] if is_locked else []
        if said:
            lines.append(said)
        field.setAccessibleDescription(" ".join(lines))
        self._explain("\n".join(lines))

    def _explain(self, said: str) -> None:
        """Add an explanation below the last field."""
        row = self._grid.rowCount()
        muted = explaining(said, self)
        muted.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._grid.addWidget(muted, row, 1)
        self._grid.setRowMinimumHeight(row + 1, _APART)

    def _choices(self, values: Iterable[object], words: Iterable[str], current: object) -> ComboBox:
        box = ComboBox(self)
        box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value, text in zip(values, words, strict=True):
            box.addItem(text, value)
        box.setCurrentIndex(max(box.findData(current), 0))
        return box


class AccountPage(Page):
    """The account and its server. Signing in and out take effect at once."""

    sign_in_wanted = Signal()

    def __init__(self, account: Account, installed: Installed, parent: QWidget) -> None:
        super().__init__(installed.locked, parent)
        self._account = account
        self._server, self._user = explaining("", self), explaining("", self)
        for row, (title, said) in enumerate(((self.tr("Server"), self._server), (self.tr("User"), self._user))):
            self._grid.addWidget(QLabel(title, self), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(said, row, 1)
        self._grid.setRowMinimumHeight(2, _APART)
        sign_in = QPushButton(self.tr("Sign in…"), self)
        sign_in.clicked.connect(self.sign_in_wanted)
        self._sign_out = QPushButton(self.tr("Sign out"), self)
        self._sign_out.clicked.connect(account.sign_out)
        buttons = QHBoxLayout()
        buttons.setSpacing(_BESIDE)
        buttons.addWidget(sign_in)
        buttons.addWidget(self._sign_out)
        buttons.addStretch(1)
        self._grid.addLayout(buttons, self._grid.rowCount(), 1)
        explained = self.tr(
            "The access token is kept in the system keyring only. Signing in and out take effect at once."
        )
        if installed.is_demo:
            explained = self.tr(
                "Demo: the access token is kept in memory only. Signing in and out take effect at once."
            )
        if "server" in installed.locked:
            explained = "\n".join((self.tr("🔒 Your administrator has set the server."), explained))
        self._explain(explained)
        account.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        account = self._account
        self._server.setText(account.server.shown_url if account.server else self.tr("none yet"))
        self._user.setText((account.user or self.tr("signed in")) if account.has_token else self.tr("not signed in"))
        self._sign_out.setEnabled(account.has_token)


class LooksPage(Page):
    """Language, theme, text size, and the place of the attributes."""

    def __init__(self, settings: "Settings", locked: frozenset[str], parent: QWidget) -> None:
        super().__init__(locked, parent)
        self._language = self._choices(LANGUAGE_CHOICES, map(language_words, LANGUAGE_CHOICES), settings.language)
        self._theme = self._choices(THEMES, map(theme_words, THEMES), settings.theme)
        sizes = sorted({*SIZES, settings.text_size})
        percent = [self.tr("{0} %").format(size) for size in sizes]
        self._size = self._choices(sizes, percent, settings.text_size)
        self._in_middle = QCheckBox(self.tr("&Attributes beside the notes"), self)
        self._in_middle.setChecked(settings.attributes_in_middle)
        self._add("language", self.tr("&Language"), self._language, self.tr("Takes effect at the next start."))
        self._add("theme", self.tr("&Theme"), self._theme, self.tr("“System” follows the system setting."))
        self._add("text_size", self.tr("Text si&ze"), self._size, self.tr("100 % is the system's own size."))
        said = self.tr("For many attributes. Otherwise they are below the contact.")
        self._add("attributes_in_middle", "", self._in_middle, said)

    def chosen(self) -> dict[str, object]:
        return {
            "language": self._language.currentData(),
            "theme": self._theme.currentData(),
            "text_size": self._size.currentData(),
            "attributes_in_middle": self._in_middle.isChecked(),
        }


class ConnectionPage(Page):
    """Proxy, plain http, timeout of reads, and refreshes of the queue."""

    def __init__(self, settings: "Settings", locked: frozenset[str], parent: QWidget) -> None:
        super().__init__(locked, parent)
        self._proxy = LineEdit(self)
        self._proxy.setText(settings.proxy)
        self._proxy.setPlaceholderText("http://proxy.example.org:3128")
        self._plain = QCheckBox(self.tr("Allow plain &http"), self)
        self._plain.setChecked(settings.plain_http)
        self._add(
            "proxy",
            self.tr("&Proxy"),
            self._proxy,
            self.tr("Leave empty to use the system settings. Takes effect at the next start."),
        )
        self._add(
            "plain_http",
            "",
            self._plain,
            self.tr(
                "⚠ Others can then read everything, your access token too. Use it only on a network you trust. "
                "Takes effect at the next start."
            ),
        )
        self._seconds = SpinBox(self)
        self._seconds.setRange(SHORTEST_READING, LONGEST_READING)
        self._seconds.setValue(settings.reading_seconds)
        self._add(
            "reading_seconds",
            self.tr("&Seconds to wait for an answer"),
            self._seconds,
            self.tr("Raise it for a slow server. Takes effect at the next start."),
        )
        self._refresh = QCheckBox(self.tr("&Refresh the queue every minute"), self)
        self._refresh.setChecked(settings.queue_refresh)
        self._add("queue_refresh", "", self._refresh, self.tr("Only while the window is visible."))

    def chosen(self) -> dict[str, object]:
        return {
            "proxy": self._proxy.text().strip(),
            "plain_http": self._plain.isChecked(),
            "reading_seconds": self._seconds.value(),
            "queue_refresh": self._refresh.isChecked(),
        }

    def wrong(self) -> tuple[QWidget, str] | None:
        text = self._proxy.text().strip()
        if not text or is_proxy(text):
            return None
        return self._proxy, self.tr("That isn't a proxy address. Addresses look like http://proxy.example.org:3128.")


class SubmittingPage(Page):
    """The effect of *Submit* on the tab, days that the history is kept, the stamp, and notices."""

    def __init__(self, settings: "Settings", locked: frozenset[str], parent: QWidget) -> None:
        super().__init__(locked, parent)
        self._after = self._choices(AFTER_SUBMIT, map(after_submit_words, AFTER_SUBMIT), settings.after_submit)
        self._days = SpinBox(self)
        self._days.setRange(1, max(_LONGEST_DAYS, settings.keep_days))
        self._days.setValue(settings.keep_days)
        self._stamp = LineEdit(self)
        self._stamp.setText(settings.stamp)
        self._stamp.setMaxLength(_LONGEST_STAMP)
        self._stamp.setPlaceholderText(self.tr("none"))
        self._notices = QCheckBox(self.tr("Desktop &notice when a case needs you"), self)
        self._notices.setChecked(settings.notices)
        self._add(
            "after_submit",
            self.tr("&After submit"),
            self._after,
            self.tr("“Submit and next” always opens the next case. A case that needs you keeps its tab."),
        )
        self._add(
            "keep_days",
            self.tr("&Days to keep the history"),
            self._days,
            self.tr("Older entries are deleted at the next start: they hold customers' data."),
        )
        self._add(
            "stamp",
            self.tr("&Stamp attribute"),
            self._stamp,
            self.tr(
                "Each submission also sets this attribute to an ID of its own. Where the server shows "
                "attributes, a lost answer then leaves no doubt."
            ),
        )
        self._add(
            "notices",
            "",
            self._notices,
            self.tr("Only while the window is in the background. It shows the case ID, and no text of the case."),
        )

    def chosen(self) -> dict[str, object]:
        return {
            "notices": self._notices.isChecked(),
            "after_submit": self._after.currentData(),
            "keep_days": self._days.value(),
            "stamp": self._stamp.text().strip(),
        }

    def wrong(self) -> tuple[QWidget, str] | None:
        name = self._stamp.text().strip()
        if may_be_stamp(name):
            return None
        said = self.tr("“{0}” is reserved and can't be the stamp. Choose another name.")
        return self._stamp, said.format(name)


def explaining(text: str, parent: QWidget) -> QLabel:
    """Make a label with plain text."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
