"""A list of thousands of cards shows those in sight before all of them have their places."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caseeditor.ui.widgets.lists.card_delegate import Cards
from caseeditor.ui.widgets.lists.card_view import CardView
from tests.ui.case.notes.test_notes import picture_at_rest, read_as
from tests.ui.case.stream.cards import card_list
from tests.ui.case.stream.test_stream import DAY, note
from tests.ui.parts import AppFixture, case_of, key, opened

Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NOTES = [note(number * DAY, f"note {number}\n" * (1 + number % 3)) for number in range(2_000)]


def cards_of(shown: CardView) -> Cards:
    cards = shown.itemDelegate()
    assert isinstance(cards, Cards)
    return cards


def are_all_placed(shown: CardView) -> bool:
    model = shown.model()
    return not shown.visualRect(model.index(model.rowCount() - 1, 0)).isEmpty()


def thousands(qtbot: QtBot, app: AppFixture, name: str) -> CardView:
    """Return a list of 2,000 notes of which all are measured and placed."""
    session = opened(qtbot, app, 210)
    if name == "All":
        key(Qt.Key.Key_M, Ctrl | Shift)
    shown = card_list(name, app.window)
    with qtbot.waitSignal(cards_of(shown).measured):
        read_as(session, case_of(210, notes=NOTES))
        assert not are_all_placed(shown)
    qtbot.waitUntil(lambda: are_all_placed(shown))
    return shown


@pytest.mark.parametrize(("name", "row"), [("Notes", 0), ("Notes", 700), ("Notes", 1_999), ("All", 0), ("All", 1_999)])
def test_while_all_are_placed_anew_the_picture_stays(qtbot: QtBot, app: AppFixture, name: str, row: int) -> None:
    shown = thousands(qtbot, app, name)
    shown.setCurrentIndex(shown.model().index(row, 0))
    before = picture_at_rest(qtbot, shown.viewport())
    cards_of(shown).measured.emit()
    assert shown.viewport().grab().toImage() == before
    assert not are_all_placed(shown)
    qtbot.waitUntil(lambda: are_all_placed(shown))
    assert picture_at_rest(qtbot, shown.viewport()) == before


@pytest.mark.parametrize("name", ["Notes", "All"])
def test_the_first_picture_has_the_cards_in_sight(qtbot: QtBot, app: AppFixture, name: str) -> None:
    shown = thousands(qtbot, app, name)
    before = picture_at_rest(qtbot, shown.viewport())
    read_as(app.session, case_of(210, notes=[]))
    read_as(app.session, case_of(210, notes=NOTES))
    shown.visualRect(shown.model().index(0, 0))  # places the first cards
    assert shown.viewport().grab().toImage() == before
    assert not are_all_placed(shown)
