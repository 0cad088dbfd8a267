"""The flat style: measures, scroll bars, colours of what it paints, and its replacement."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from caseeditor.ui.style.colour import contrast
from caseeditor.ui.style.colour_roles import DARK, LIGHT, ColourRoles, palette_of
from caseeditor.ui.style.flat_parts import part_of_scroll_bar
from caseeditor.ui.style.flat_style import FlatStyle
from caseeditor.ui.style.high_contrast_style import StarkStyle

Part = QStyle.SubControl
THEMES = pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["light", "dark"])


def bar(first: int, last: int, page: int, position: int, *, is_mirrored: bool = False) -> QStyleOptionSlider:
    made = QStyleOptionSlider()
    made.orientation = Qt.Orientation.Horizontal
    made.rect = QRect(10, 5, 200, 12)
    made.minimum, made.maximum, made.pageStep, made.sliderPosition = first, last, page, position
    made.direction = Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight
    made.upsideDown = False
    return made


def shown(widget: QWidget, qtbot: QtBot) -> QImage:
    qtbot.addWidget(widget)
    widget.show()
    return widget.grab().toImage()


@pytest.mark.parametrize("position", [0, 25, 63, 100])
@pytest.mark.parametrize("page", [1, 10, 5000])
def test_the_parts_of_a_scroll_bar_fill_it(position: int, page: int) -> None:
    option = bar(0, 100, page, position)
    before, handle, after = (
        part_of_scroll_bar(option, part)
        for part in (Part.SC_ScrollBarSubPage, Part.SC_ScrollBarSlider, Part.SC_ScrollBarAddPage)
    )
    assert before.left() == 10
    assert before.width() + handle.width() + after.width() == 200
    assert handle.left() == before.left() + before.width()
    assert handle.width() >= 28
    assert (before.width() == 0) == (position == 0)
    assert (after.width() == 0) == (position == 100)
    mirrored = part_of_scroll_bar(bar(0, 100, page, position, is_mirrored=True), Part.SC_ScrollBarSlider)
    assert mirrored.left() - 10 == 209 - handle.right()


def test_a_scroll_bar_without_a_range_is_all_handle() -> None:
    assert part_of_scroll_bar(bar(0, 0, 10, 0), Part.SC_ScrollBarSlider) == QRect(10, 5, 200, 12)
    assert part_of_scroll_bar(bar(0, -1, 0, 0), Part.SC_ScrollBarSlider) == QRect(10, 5, 200, 12)


def test_a_scroll_bar_shorter_than_its_handle_stays_within() -> None:
    option = bar(0, 1000, 1, 1000)
    option.rect = QRect(0, 0, 9, 12)
    assert part_of_scroll_bar(option, Part.SC_ScrollBarSlider) == QRect(0, 0, 9, 12)


@THEMES
def test_the_default_button_has_legible_words_on_the_accent(roles: ColourRoles, qtbot: QtBot) -> None:
    button = QPushButton("■■■■■■")
    button.setPalette(palette_of(roles))
    button.setDefault(True)
    image = shown(button, qtbot)
    found = {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}
    assert {roles.accent, roles.on_accent} <= found
    assert contrast(QColor(roles.accent), QColor(roles.on_accent)) >= 5


def test_a_button_leaves_the_font_of_the_painter(qtbot: QtBot) -> None:
    button = QPushButton("Submit")
    qtbot.addWidget(button)
    option = QStyleOptionButton()
    option.initFrom(button)
    option.text = button.text()
    option.features = QStyleOptionButton.ButtonFeature.DefaultButton
    image = QImage(100, 30, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    before = painter.font()
    FlatStyle().drawControl(QStyle.ControlElement.CE_PushButtonLabel, option, painter, button)
    after = painter.font()
    painter.end()
    assert after == before


@THEMES
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_field_is_rounded_on_the_window_and_has_its_own_ground(
    kind: type[QWidget], roles: ColourRoles, qtbot: QtBot
) -> None:
    window = QWidget()
    window.setPalette(palette_of(roles))
    field = kind(window)
    field.setGeometry(10, 10, 120, 60)
    image = shown(window, qtbot)
    assert image.pixelColor(10, 10).name() == roles.window
    assert image.pixelColor(70, 40).name() == roles.base


def test_fields_and_buttons_are_of_one_height(qtbot: QtBot) -> None:
    line, button = QLineEdit(), QPushButton("Add")
    for each in (line, button):
        qtbot.addWidget(each)
    assert line.sizeHint().height() == button.sizeHint().height()


def test_an_editor_in_a_cell_has_no_frame_and_no_room_beside_its_text(qtbot: QtBot) -> None:
    framed, plain = QLineEdit(), QLineEdit()
    plain.setFrame(False)
    for each in (framed, plain):
        qtbot.addWidget(each)
        each.resize(100, 30)
    assert plain.cursorRect().left() < framed.cursorRect().left()


def test_it_can_be_replaced_while_widgets_are_shown(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    field = QPlainTextEdit(window)
    shown(window, qtbot)
    assert not field.viewport().autoFillBackground()
    for _ in range(3):
        qapp.setStyle(StarkStyle())
        window.grab()
        assert field.viewport().autoFillBackground()
        qapp.setStyle(FlatStyle())
        window.grab()
        assert not field.viewport().autoFillBackground()


def test_the_focus_shows_in_a_button_by_more_than_a_colour(qtbot: QtBot) -> None:
    window = QWidget()
    window.setPalette(palette_of(LIGHT))
    button = QPushButton("Review", window)
    button.setGeometry(QRect(QPoint(10, 10), button.sizeHint()))
    QLineEdit(window).setGeometry(10, 60, 60, 30)
    shown(window, qtbot)
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()
    with_focus = window.grab().toImage()
    accent = [y for y in range(with_focus.height()) if with_focus.pixelColor(40, y).name() == LIGHT.accent]
    assert len(accent) >= 4  # two pixels above and below
    assert window.palette().color(QPalette.ColorRole.Highlight).name() == LIGHT.accent
