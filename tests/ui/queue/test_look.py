"""The rows of the queue in each theme: every text is readable on its ground, and a row mirrors with the window."""

import pytest
from PySide6.QtCore import QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseeditor.domain.case.search import Listed
from caseeditor.domain.queue.due import Band, Urgency
from caseeditor.domain.queue.rows import QueueRow
from caseeditor.ui.queue.model import QueueModel
from caseeditor.ui.queue.view import QueueView
from caseeditor.ui.style.colour import PERCEIVABLE, READABLE, contrast
from caseeditor.ui.style.colour_roles import LEGIBLE
from caseeditor.ui.style.due_colours import band_colour, pill_colours
from caseeditor.ui.widgets.lists.avatar import HUES
from tests.ui.style.test_rows import STATES, paint, palettes, worst

NOW = 1_795_000_000.0
LEFTS = (-5700, 2280, 200_000, None)
_PILL_WIDE, _AGE_WIDE, _PAD = 16, 40, 20
"""Pixels at the right edge of a painted row."""


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> QueueView:
    model = QueueModel(QObject(qapp))
    made = QueueView(model, None)  # type: ignore[arg-type]  # a window of its own
    qtbot.addWidget(made)
    model.show_rows([_row(each, left, "Closed" if left is None else "Arrived") for each, left in enumerate(LEFTS)], NOW)
    return made


def _row(id_: int, left: float | None, state: str) -> QueueRow:
    case = Listed(str(id_), "Pedido", state, "email", "Juan Pérez")
    return QueueRow(case, None if left is None else NOW + left, NOW - 7200, "", is_changed=True)


def parts(image: QImage) -> dict[str, QImage]:
    """Return the parts of a painted row that have one ground each: the names, the age, and the inside of the pill."""
    wide, middle = image.width(), image.height() // 2
    left = image.height() + 2
    return {
        "texts": image.copy(QRect(left, 0, wide // 2 - left, image.height())),
        "age": image.copy(QRect(wide - _AGE_WIDE, 0, _AGE_WIDE, middle - 4)),
        "pill": image.copy(QRect(wide - _PILL_WIDE, middle + 4, _PILL_WIDE - 4, 12)),
    }


@pytest.mark.parametrize("told", list(STATES))
def test_each_text_is_readable_in_each_palette_and_state(view: QueueView, qapp: QApplication, told: str) -> None:
    group, state = STATES[told]
    poor: dict[str, float] = {}
    for name, palette in palettes(qapp.palette()).items():
        palette.setCurrentColorGroup(group)
        view.setEnabled(group is not QPalette.ColorGroup.Disabled)
        least = READABLE if view.isEnabled() else PERCEIVABLE
        for place in range(view.model().rowCount(QModelIndex())):
            for part, image in parts(paint(view, view.model().index(place, 0), palette, state)).items():
                found = worst(image, is_smooth=False)
                if found < least:
                    poor[f"{name} {place} {part}"] = round(found, 2)
    assert poor == {}


def test_pills_have_a_clear_contrast_in_each_palette(qapp: QApplication) -> None:
    for name, palette in palettes(qapp.palette()).items():
        for urgency in Urgency:
            text, ground = pill_colours(palette, urgency)
            assert contrast(text, ground) >= (READABLE if name.startswith("Windows") else LEGIBLE), name


def test_the_parts_of_the_bar_are_told_from_the_window_in_each_palette(qapp: QApplication) -> None:
    for palette in palettes(qapp.palette()).values():
        for part in Band:
            assert contrast(band_colour(palette, part), palette.color(QPalette.ColorRole.Window)) >= PERCEIVABLE


def test_initials_are_readable_on_each_hue() -> None:
    assert min(contrast(QColor("white"), QColor(hue)) for hue in HUES) >= LEGIBLE


def test_a_row_mirrors_with_the_window(view: QueueView) -> None:
    def grab() -> QImage:
        view.resize(300, 250)
        return view.viewport().grab().toImage()

    view.show()
    plain = grab()
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    turned = grab()
    avatar, height = QColor(plain.pixel(20, 20)), plain.height()
    assert height
    assert QColor(turned.pixel(turned.width() - 21, 20)) == avatar
    assert QColor(turned.pixel(20, 20)) != avatar
