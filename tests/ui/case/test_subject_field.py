"""The subject looks like a title until it is hovered or has the focus; neither its size nor its text moves."""

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QImage, QPalette, QRegion
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.ui.case.subject_field import SubjectField
from caseeditor.ui.style import theme
from caseeditor.ui.style.colour_roles import DARK, LIGHT, ColourRoles, palette_of

LONG = "Necesito ayuda con la factura de la heladera, la cocina y el lavarropas " * 3


@pytest.fixture
def root(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.setPalette(palette_of(LIGHT))
    layout = QVBoxLayout(made)
    layout.addWidget(SubjectField(made))
    layout.addWidget(QLineEdit(made))
    made.resize(400, 120)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    other(made).setFocus()
    return made


def field(root: QWidget) -> SubjectField:
    found = root.findChild(SubjectField)
    assert isinstance(found, SubjectField)
    return found


def other(root: QWidget) -> QLineEdit:
    return next(each for each in root.findChildren(QLineEdit) if not isinstance(each, SubjectField))


def hover(shown: SubjectField, *, inside: bool) -> None:
    place = QPointF(5, 5)
    event = QEnterEvent(place, place, place) if inside else QEvent(QEvent.Type.Leave)
    shown.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, inside)
    QApplication.sendEvent(shown, event)


def picture(shown: SubjectField) -> QImage:
    return shown.grab().toImage()


def colours(image: QImage, *, edge: int = 0) -> set[str]:
    """Return the colours of a picture; of its outermost pixels only, for `edge`."""
    wide, high = image.width(), image.height()
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(wide)
        for y in range(high)
        if not edge or min(x, y, wide - 1 - x, high - 1 - y) < edge
    }


@pytest.mark.parametrize("roles", [LIGHT, DARK])
def test_it_has_no_frame_and_no_ground_of_its_own(root: QWidget, roles: ColourRoles) -> None:
    root.setPalette(palette_of(roles))
    assert colours(picture(field(root))) == {roles.window}


def test_hovered_or_focused_it_is_a_field(root: QWidget) -> None:
    shown = field(root)
    hover(shown, inside=True)
    hovered = colours(picture(shown), edge=2)
    hover(shown, inside=False)
    assert len(hovered) > 1
    assert colours(picture(shown)) == {LIGHT.window}
    shown.setFocus()
    assert LIGHT.base in colours(picture(shown))
    assert len(colours(picture(shown), edge=2)) > 1


def test_size_and_text_stay_where_they_are(root: QWidget) -> None:
    shown = field(root)
    shown.fill("Hola")
    before, as_title = (shown.geometry(), shown.cursorRect(), shown.sizeHint()), dark(picture(shown))
    hover(shown, inside=True)
    assert (shown.geometry(), shown.cursorRect(), shown.sizeHint()) == before
    assert dark(picture(shown)) == as_title


def dark(image: QImage) -> QRect:
    """Return the box of the letters, without the frame."""
    found = QRegion()
    for x in range(4, image.width() - 4):
        for y in range(4, image.height() - 4):
            if QColor(image.pixel(x, y)).lightness() < 100:
                found += QRect(x, y, 1, 1)
    assert not found.isEmpty()
    return found.boundingRect()


@pytest.mark.parametrize("is_dark", [False, True])
def test_high_contrast_always_has_the_frame(root: QWidget, is_dark: bool) -> None:
    root.setPalette(theme.colours("contrast", QPalette(), dark=is_dark, wants_contrast=False))
    assert not field(root).is_title


def test_the_text_is_a_title_at_each_text_size(root: QWidget) -> None:
    assert field(root).font().weight() == QFont.Weight.DemiBold
    for points in (10.0, 25.0):
        font = QFont(root.font())
        font.setPointSizeF(points)
        root.setFont(font)
        assert field(root).font().pointSizeF() == pytest.approx(1.4 * points)


def test_a_long_title_is_read_from_its_beginning(root: QWidget) -> None:
    shown = field(root)
    shown.fill(LONG)
    assert shown.cursorPosition() == 0
    shown.setFocus()
    assert shown.cursorPosition() == len(shown.text())
    shown.setCursorPosition(7)
    other(root).setFocus()
    assert shown.cursorPosition() == 0
    shown.setFocus()
    assert (shown.cursorPosition(), shown.selectedText()) == (7, "")
