"""The context menu of the contact's card copies the name, the ids and the addresses, exactly."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from caseeditor.ui.case.contact.card import ContactCard
from tests.ui.parts import AppFixture, opened

Reason = QContextMenuEvent.Reason


def actions_of(app: AppFixture) -> list[QAction]:
    """Right-click the name on the card."""
    [card] = [each for each in app.window.findChildren(ContactCard) if each.isVisible()]
    name = card.findChildren(QLabel)[0]
    event = QContextMenuEvent(Reason.Mouse, QPoint(2, 2), name.mapToGlobal(QPoint(2, 2)))
    QApplication.sendEvent(name, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu.actions()


def test_it_copies_name_ids_and_addresses(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 210)
    assert session.case
    contact = session.case.contact
    fields = dict(contact.fields)
    addresses = [each.user_name or each.name for each in contact.profiles]
    wanted = [contact.name, fields.get("client_id", ""), fields.get("crm_id", ""), *addresses]
    wanted = list(dict.fromkeys(each for each in wanted if each))
    actions = actions_of(app)
    assert [each.text() for each in actions] == [f"Copy {text}" for text in wanted]
    for action, text in zip(actions, wanted, strict=True):
        action.trigger()
        assert QGuiApplication.clipboard().text() == text
    popup = QApplication.activePopupWidget()
    assert popup
    popup.close()
