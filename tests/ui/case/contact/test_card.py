"""The card of a contact: initials, name, ids, and a line for each channel with a button that copies its address."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeView, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.ui.case.contact.card import ContactCard, CopyButton
from caseeditor.ui.case.contact.panel import ContactPane
from caseeditor.ui.state.session import Session
from caseeditor.ui.style.colour_roles import DARK, LIGHT, ColourRoles, palette_of
from caseeditor.ui.widgets.elided_label import ElidedLabel
from caseeditor.ui.widgets.lists.avatar import HUES
from tests.ui.parts import case_of, find, showing

LONG = "<b>Ferretería</b>\n" * 40
PROFILES = [
    {"source": "email", "name": "Ana", "user_name": "ana@mail.example"},
    {"source": "whatsapp", "name": "+54 9 11 4770-3269"},
    {"source": "twitter"},
]


@pytest.fixture
def root(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def card(root: QWidget, session: Session, **contact: object) -> ContactCard:
    made = ContactCard(showing(session, case_of(203, contact={"id": 43, **contact})), root)
    made.resize(300, made.sizeHint().height())
    root.show()
    return made


def said(shown: QWidget) -> list[str]:
    """Return what a screen reader reads, in the order of the card."""
    found = [each for each in shown.findChildren(QWidget) if each.isVisible()]
    return [QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in found]


def test_it_tells_name_ids_and_channels(root: QWidget, session: Session) -> None:
    shown = card(root, session, name="Ana Pérez", client_id="34911336", crm_id="CRM-8619", profiles=PROFILES)
    assert said(shown) == [
        "Ana Pérez",
        "client 34911336 · CRM-8619",
        "email: ana@mail.example",
        "Copy ana@mail.example",
        "whatsapp: +54 9 11 4770-3269",
        "Copy +54 9 11 4770-3269",
    ]


def test_a_button_copies_the_address_by_mouse_and_keyboard(root: QWidget, session: Session) -> None:
    shown = card(root, session, name="Ana", profiles=PROFILES)
    first, second = (each for each in shown.findChildren(CopyButton) if each.isVisible())
    first.click()
    assert QGuiApplication.clipboard().text() == "ana@mail.example"
    assert second.focusPolicy() is Qt.FocusPolicy.TabFocus
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == "+54 9 11 4770-3269"


def test_it_follows_the_case(root: QWidget, session: Session) -> None:
    shown = card(root, session, name="Ana", client_id="1", profiles=PROFILES)
    showing(session, case_of(203, contact={"id": 44, "profiles": PROFILES[:1]}))
    assert said(shown) == ["no name", "", "email: ana@mail.example", "Copy ana@mail.example"]


def test_many_profiles_leave_room_for_the_tree(root: QWidget, session: Session) -> None:
    many = [{"source": "email", "name": f"ana{number}@mail.example"} for number in range(500)]
    shown = card(root, session, name="Ana", profiles=many)
    assert len(said(shown)) == 2 + 2 * 6


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_hostile_texts_take_one_line_each(root: QWidget, session: Session, direction: Qt.LayoutDirection) -> None:
    root.setLayoutDirection(direction)
    shown = card(root, session, name=LONG, client_id=LONG, profiles=[{"source": LONG, "name": LONG}])
    assert shown.minimumSizeHint().width() < 150
    for label in shown.findChildren(ElidedLabel):
        assert label.height() < 2 * label.fontMetrics().height()
        assert "&lt;b&gt;" in label.toolTip()


@pytest.mark.parametrize("roles", [LIGHT, DARK])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_avatar_stands_beside_the_name(
    root: QWidget, session: Session, roles: ColourRoles, direction: Qt.LayoutDirection
) -> None:
    root.setPalette(palette_of(roles))
    root.setLayoutDirection(direction)
    shown = card(root, session, name="Ana Pérez")
    image = shown.grab().toImage()
    places = {
        x for x in range(image.width()) for y in range(image.height()) if QColor(image.pixel(x, y)).name() in HUES
    }
    name = shown.findChildren(ElidedLabel)[0]
    assert places
    assert not places & set(range(name.geometry().left(), name.geometry().right() + 1))


def test_the_tree_keeps_all_fields_folded_below(root: QWidget, session: Session) -> None:
    showing(session, case_of(203, contact={"id": 43, "name": "Ana", "profiles": PROFILES}))
    pane = ContactPane(session, root)
    root.show()
    tree = find(QTreeView, "Contact and profiles", pane)
    model = tree.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [
        "Ana",
        "email · Ana · ana@mail.example",
        "whatsapp · +54 9 11 4770-3269",
        "twitter",
    ]
    assert not any(tree.isExpanded(model.index(row, 0)) for row in range(model.rowCount()))
