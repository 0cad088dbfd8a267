"""The card of a contact: initials, name, ids, and a line for each channel with its address."""

from functools import partial

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QSpacerItem,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from caseeditor.domain.case.model import Contact, Profile
from caseeditor.domain.queue.initials import colour_number, initials
from caseeditor.domain.text.bidi import isolated, shortened
from caseeditor.ui.case.contact.cases_link import CasesLink
from caseeditor.ui.messages.texts import in_a_menu, tip_words
from caseeditor.ui.state.session import Session
from caseeditor.ui.style.font_scaling import by_font, demi_bold, scaled
from caseeditor.ui.style.glyphs import GlyphButton, sheets
from caseeditor.ui.widgets.elided_label import ElidedLabel
from caseeditor.ui.widgets.lists.avatar import HUES, Avatars, Face, channel_glyph

_NAME = 115
"""Size of the name, in percent."""
_PAD, _GAP = 12, 10
_LINES = 2.6
"""Diameter of the avatar, in lines of text."""
_MOST = 6
"""Channels that have a line; the tree has all."""
_LONGEST, _LONGEST_IN_MENU = 300, 60
Role = QPalette.ColorRole


class ContactCard(QWidget):
    """Follows the contact of a session's case."""

    cases_wanted = Signal(object)
    """A Contact whose cases are to be searched."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._contact: Contact | None = None
        self._avatars = Avatars()
        self._face = Face("", -1, "")
        self._name, self._ids = ElidedLabel(self), ElidedLabel(self)
        self._ids.setForegroundRole(Role.PlaceholderText)
        self._head = QVBoxLayout()
        self._head.setSpacing(0)
        self._head.addWidget(self._name)
        self._head.addWidget(self._ids)
        self._channels = QGridLayout()
        self._channels.setSpacing(0)
        self._channels.setColumnStretch(0, 1)
        self._rows: list[tuple[_ChannelLine, CopyButton]] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PAD, _PAD, _PAD, _PAD // 2)
        self._place = QSpacerItem(0, 0, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addItem(self._place)
        row.addLayout(self._head, 1)
        layout.addLayout(row)
        layout.addSpacing(_PAD // 2)
        layout.addLayout(self._channels)
        self._cases = CasesLink(self)
        self._cases.clicked.connect(lambda: self.cases_wanted.emit(self._contact))
        layout.addWidget(self._cases)
        by_font(self, self._fit)
        session.editor.case_changed.connect(self._on_case)
        self._on_case()

    @property
    def _side(self) -> int:
        return round(_LINES * self.fontMetrics().height())

    def _fit(self) -> None:
        """Fit the avatar's place and the name to the text size."""
        self._name.setFont(demi_bold(scaled(self.font(), _NAME)))
        self._place.changeSize(self._side + _GAP, self._side, QSizePolicy.Policy.Fixed)
        self._head.invalidate()

    def _on_case(self) -> None:
        contact = self._session.case.contact if self._session.case else None
        self.setVisible(contact is not None)
        if contact is None or contact == self._contact:
            return
        self._contact = contact
        name = contact.name
        self._face = Face(initials(name), colour_number(name, len(HUES)), "")
        self._name.show_text(shortened(name, _LONGEST) or self.tr("no name"))
        ids = dict(contact.fields)
        client, crm = (isolated(shortened(ids.get(each, ""), _LONGEST)) for each in ("client_id", "crm_id"))
        said = (self.tr("client {0}").format(client) if client else "", crm)
        self._ids.show_text(" · ".join(each for each in said if each))
        self._cases.show_contact(contact)
        self._show_channels([each for each in contact.profiles if _address(each)][:_MOST])
        self.update()

    def _show_channels(self, profiles: list[Profile]) -> None:
        while len(self._rows) < len(profiles):
            line, button = _ChannelLine(self), CopyButton(self)
            self._channels.addWidget(line, len(self._rows), 0)
            self._channels.addWidget(button, len(self._rows), 1)
            self._rows.append((line, button))
        for number, (line, button) in enumerate(self._rows):
            is_used = number < len(profiles)
            line.setVisible(is_used)
            button.setVisible(is_used)
            if is_used:
                address = _address(profiles[number])
                line.show_channel(profiles[number].source, shortened(address, _LONGEST))
                button.offer(address)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy each text of the card: labels that are elided have none to select."""
        menu = QMenu(self)
        for text in self._texts():
            shown = in_a_menu(isolated(shortened(text, _LONGEST_IN_MENU)))
            menu.addAction(self.tr("Copy {0}").format(shown), partial(QGuiApplication.clipboard().setText, text))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _texts(self) -> tuple[str, ...]:
        if self._contact is None:
            return ()
        ids = dict(self._contact.fields)
        addresses = [_address(each) for each in self._contact.profiles][:_MOST]
        texts = (self._contact.name, ids.get("client_id", ""), ids.get("crm_id", ""), *addresses)
        return tuple(dict.fromkeys(each for each in texts if each))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - _PAD - self._side if is_mirrored else _PAD
        head = self._head.geometry()
        place = QRect(left, head.top() + (head.height() - self._side) // 2, self._side, self._side)
        self._avatars.draw(painter, place, self._face, self.palette(), self.font())
        painter.end()


class _ChannelLine(ElidedLabel):
    """The glyph of a channel, and an address. The name of the channel is in the tooltip and in the accessible name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._channel = ""

    def show_channel(self, channel: str, address: str) -> None:
        self._channel = channel.casefold()
        self.show_text(address)
        spoken = f"{isolated(channel)}: {isolated(address)}" if channel else address
        self.setAccessibleName(spoken)
        self.setToolTip(tip_words(spoken))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self.fontMetrics().ascent()
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - side - 2 if is_mirrored else 2
        glyph = QRectF(left, (self.height() - side) / 2, side, side)
        channel_glyph(painter, self._channel, glyph, self.palette().color(Role.PlaceholderText))
        taken = side + _GAP
        box = self.rect().adjusted(0, 0, -taken, 0) if is_mirrored else self.rect().adjusted(taken, 0, 0, 0)
        self.paint_text(painter, box)
        painter.end()


class CopyButton(GlyphButton):
    """Copies a text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(sheets, "", parent)
        self._text = ""
        self.clicked.connect(self._copy)

    def offer(self, text: str) -> None:
        """Offer another text."""
        self._text = text
        name = self.tr("Copy {0}").format(isolated(shortened(text, _LONGEST)))
        self.setAccessibleName(name)
        self.setToolTip(tip_words(name))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self.tr("Copied"), self)


def _address(profile: Profile) -> str:
    return profile.user_name or profile.name
