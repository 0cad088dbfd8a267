"""Text of cards is selected by mouse and keyboard, copied exactly, and its links are live."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.widgets.lists.card_delegate import Cards
from caseeditor.ui.widgets.lists.card_view import CardView
from tests.ui.case.contact.test_links import Browser, browser
from tests.ui.case.notes.test_notes import read_as
from tests.ui.case.stream.cards import Left, card_list, drag, move, point_at, row_of
from tests.ui.parts import AppFixture, case_of, double_click, field, focused, key, labels, line, press

__all__ = ["browser"]
pytestmark = pytest.mark.usefixtures("window")
Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
EXACT = "Precio:\u00a015\u202f999,90\r\nsegunda\u00a0línea 👩‍👩‍👧‍👦 fin"
TEXTS = (
    "Llame al +54 11 4770-3269 por la tarde",
    EXACT,
    "Vea https://shop.example/a?b=1, ana@mail.example o #210",
    "<b>bold</b> javascript:alert(1) file:///etc/passwd",
    "مرحبا بك 4770-3269 شكرا",
)


@pytest.fixture
def notes(qtbot: QtBot, app: AppFixture) -> CardView:
    return with_notes(qtbot, app, TEXTS)


def with_notes(qtbot: QtBot, app: AppFixture, texts: Sequence[str]) -> CardView:
    """Show these stored notes, in this order."""
    found = [{"date": 2_000_000_000_000 - at, "text": text, "userName": "lucia"} for at, text in enumerate(texts)]
    read_as(app.session, case_of(203, notes=found))
    shown = card_list("Notes", app.window)
    qtbot.waitUntil(lambda: not shown.visualRect(shown.model().index(len(texts) - 1, 0)).isEmpty())
    return shown


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def menu_of(shown: CardView, text: str) -> dict[str, QAction]:
    """Open the context menu on a text; return its actions."""
    place = point_at(shown, text)
    place.setX(place.x() + 2)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(shown.viewport(), QContextMenuEvent(reason, place, shown.viewport().mapToGlobal(place)))
    (menu,) = [menu for menu in shown.findChildren(QMenu) if menu.isVisible()]
    menu.close()
    return {action.text(): action for action in menu.actions() if action.text()}


def focus_row(shown: CardView, text: str) -> None:
    shown.setFocus()
    shown.setCurrentIndex(shown.model().index(row_of(shown, text), 0))


# By mouse.


@pytest.mark.parametrize(
    "wanted", ["+54 11 4770-3269", "tarde", "segunda\u00a0línea", "👩‍👩‍👧‍👦", "15\u202f999,90\r\nsegunda"]
)
def test_what_is_dragged_over_is_copied_exactly(notes: CardView, wanted: str) -> None:
    drag(notes, point_at(notes, wanted), point_at(notes, wanted, end=True))
    assert notes.selected_text() == wanted
    key(Key.Key_C, Ctrl)
    assert clipboard() == wanted


def test_dragging_backwards_selects_the_same(notes: CardView) -> None:
    drag(notes, point_at(notes, "por la", end=True), point_at(notes, "por la"))
    assert notes.selected_text() == "por la"


def test_dragging_beyond_the_card_selects_to_its_end_and_no_other_row(notes: CardView) -> None:
    drag(notes, point_at(notes, "por la"), point_at(notes, "bold"))
    assert notes.selected_text() == "por la tarde"
    assert notes.currentIndex().row() == row_of(notes, "por la")


def test_a_double_click_selects_a_word_and_a_phone_number_is_one(notes: CardView) -> None:
    double_click(notes.viewport(), point_at(notes, "tarde"))
    assert notes.selected_text() == "tarde"
    double_click(notes.viewport(), point_at(notes, "11 4770"))
    assert notes.selected_text() == "+54 11 4770-3269"


def test_a_triple_click_selects_the_line_of_the_text(notes: CardView) -> None:
    place = point_at(notes, "línea")
    QTest.mouseClick(notes.viewport(), Left, pos=place)
    double_click(notes.viewport(), place)
    QTest.mouseClick(notes.viewport(), Left, pos=place)
    assert notes.selected_text() == EXACT.partition("\r\n")[2]


def test_shift_and_a_click_extend_the_selection(notes: CardView) -> None:
    QTest.mouseClick(notes.viewport(), Left, pos=point_at(notes, "por la"))
    QTest.mouseClick(notes.viewport(), Left, Shift, point_at(notes, "tarde", end=True))
    assert notes.selected_text() == "por la tarde"


def test_a_click_elsewhere_ends_the_selection(notes: CardView) -> None:
    drag(notes, point_at(notes, "por la"), point_at(notes, "por la", end=True))
    QTest.mouseClick(notes.viewport(), Left, pos=point_at(notes, "bold"))
    assert notes.selected_text() == ""


def test_the_selection_is_painted(notes: CardView) -> None:
    focus_row(notes, "por la")
    before = notes.grab().toImage()
    drag(notes, point_at(notes, "por la"), point_at(notes, "por la", end=True))
    assert notes.grab().toImage() != before


def test_a_drag_ends_when_the_list_is_hidden(notes: CardView) -> None:
    start = point_at(notes, "por la")
    QTest.mousePress(notes.viewport(), Left, pos=start)
    move(notes, QPoint(start.x(), notes.viewport().height() + 50))
    notes.hide()
    assert not [timer for timer in notes.findChildren(QTimer) if timer.isActive()]
    notes.show()
    before = notes.selected_text()
    move(notes, start + QPoint(20, 0))
    assert notes.selected_text() == before
    QTest.mouseRelease(notes.viewport(), Left, pos=start)


# By keyboard.


def test_shift_and_arrows_select_characters_words_and_lines(notes: CardView) -> None:
    focus_row(notes, "Precio")
    key(Key.Key_Right, Shift)
    assert notes.selected_text() == "P"
    key(Key.Key_Right, Ctrl | Shift)
    assert notes.selected_text().startswith("Precio")
    key(Key.Key_End, Shift)
    assert notes.selected_text() == EXACT.partition("\r\n")[0]
    key(Key.Key_End, Ctrl | Shift)
    assert notes.selected_text() == EXACT
    key(Key.Key_Left, Shift)
    key(Key.Key_C, Ctrl)
    assert clipboard() == EXACT[:-1]


def test_a_family_is_one_step(notes: CardView) -> None:
    focus_row(notes, "Precio")
    key(Key.Key_End, Ctrl | Shift)
    for _ in " fin":
        key(Key.Key_Left, Shift)
    assert notes.selected_text().endswith("👩‍👩‍👧‍👦")
    key(Key.Key_Left, Shift)
    assert notes.selected_text().endswith("línea ")


def test_down_walks_lines_and_up_comes_back(notes: CardView) -> None:
    focus_row(notes, "Precio")
    key(Key.Key_Down, Shift)
    assert notes.selected_text() == EXACT[: EXACT.index("segunda")]
    key(Key.Key_Up, Shift)
    assert notes.selected_text() == ""


def test_ctrl_a_selects_the_card_and_escape_ends_it(notes: CardView) -> None:
    focus_row(notes, "Precio")
    key(Key.Key_A, Ctrl)
    assert notes.selected_text() == EXACT
    key(Key.Key_Escape)
    assert notes.selected_text() == ""


def test_without_a_selection_the_whole_text_is_copied(notes: CardView) -> None:
    focus_row(notes, "Precio")
    key(Key.Key_C, Ctrl)
    assert clipboard() == EXACT


def test_up_and_down_still_go_from_card_to_card(notes: CardView) -> None:
    focus_row(notes, "Llame")
    key(Key.Key_Down)
    assert notes.currentIndex().row() == row_of(notes, "Llame") + 1


# What happens to the list meanwhile.


def test_the_place_that_was_kept_while_cards_were_measured_is_forgotten(
    qtbot: QtBot, notes: CardView, app: AppFixture
) -> None:
    texts = [f"{number} " + "palabra " * (number % 90) for number in range(400)]
    cards = notes.itemDelegate()
    assert isinstance(cards, Cards)
    with qtbot.waitSignal(cards.measured):
        with_notes(qtbot, app, texts)
    bar = notes.verticalScrollBar()
    with qtbot.waitSignal(bar.rangeChanged):
        pass
    qtbot.waitUntil(lambda: not notes.visualRect(notes.model().index(399, 0)).isEmpty())
    QApplication.processEvents()
    top = notes.model().index(200, 0)
    notes.scrollTo(top, notes.ScrollHint.PositionAtTop)
    place = notes.visualRect(top).top()
    with_notes(qtbot, app, [*texts, "otra"])
    assert abs(notes.visualRect(top).top() - place) < notes.viewport().height()


def test_the_selection_stays_with_its_card_when_others_come_above(notes: CardView, app: AppFixture) -> None:
    drag(notes, point_at(notes, "por la"), point_at(notes, "por la", end=True))
    found = [{"date": 2_100_000_000_000, "text": "newest", "userName": "x"}]
    found += [{"date": 2_000_000_000_000 - at, "text": text, "userName": "lucia"} for at, text in enumerate(TEXTS)]
    read_as(app.session, case_of(203, notes=found))
    assert row_of(notes, "newest") == 0
    assert notes.selected_text() == "por la"
    key(Key.Key_C, Ctrl)
    assert clipboard() == "por la"


def test_the_selection_goes_with_its_card(notes: CardView, app: AppFixture) -> None:
    drag(notes, point_at(notes, "por la"), point_at(notes, "por la", end=True))
    read_as(app.session, case_of(203, notes=[{"date": 1, "text": "another", "userName": "x"}]))
    assert notes.selected_text() == ""
    notes.setCurrentIndex(QModelIndex())
    QGuiApplication.clipboard().setText("kept")
    notes.setFocus()
    key(Key.Key_C, Ctrl)
    assert clipboard() == "kept"


# Live places.


def click(notes: CardView, text: str) -> None:
    place = point_at(notes, text)
    place.setX(place.x() + 4)
    QTest.mouseClick(notes.viewport(), Left, pos=place)


def test_a_link_is_shown_before_it_is_opened_and_each_host_once(
    qtbot: QtBot, notes: CardView, window: MainWindow, browser: Browser
) -> None:
    click(notes, "https://shop")
    asked = "Open this link in your browser?\n      shop.example\n      https://shop.example/a?b=1"
    qtbot.waitUntil(lambda: asked in labels(window))
    assert browser.opened == []
    press("Open in browser", window)
    assert browser.opened == ["https://shop.example/a?b=1"]
    click(notes, "https://shop")
    qtbot.waitUntil(lambda: len(browser.opened) == 2)


@pytest.mark.parametrize(
    ("link", "asked", "offered"),
    [
        (
            f"https://bank.com.{'a' * 60}.{'b' * 60}.{'c' * 50}.evil.example/login",
            f"…{'c' * 46}.evil.example",
            f"Open https://…{'c' * 14}.evil.example/lo……",
        ),
        ("https://аррӏе.com/id", "xn--80ak6aa92e.com", "Open https://xn--80ak6aa92e.com/id…"),
        ("https://España.example/", "españa.example", "Open https://españa.example/…"),
    ],
)
def test_the_host_that_a_link_leads_to_is_in_sight(
    qtbot: QtBot, app: AppFixture, link: str, asked: str, offered: str
) -> None:
    shown = with_notes(qtbot, app, [f"Vea {link}"])
    assert offered in menu_of(shown, "https://")
    click(shown, "https://")
    qtbot.waitUntil(lambda: f"browser?\n      {asked}\n      {link}" in labels(app.window))
    said = next(each for each in app.window.findChildren(QLabel) if asked in each.text() and each.isVisible())
    assert said.fontMetrics().horizontalAdvance(f"      {asked}") <= said.width()


def test_an_address_and_a_number_are_shown_first(qtbot: QtBot, notes: CardView, window: MainWindow) -> None:
    click(notes, "ana@mail.example")
    qtbot.waitUntil(lambda: "Write an e-mail? ana@mail.example" in labels(window))
    press("Copy", window)
    assert clipboard() == "ana@mail.example"
    click(notes, "+54 11")
    qtbot.waitUntil(lambda: "Call this number? +541147703269" in labels(window))


def test_each_call_and_each_address_is_asked_about(qtbot: QtBot, app: AppFixture, browser: Browser) -> None:
    window = app.window
    texts = ("+54 11 4770-3269", "+54 11 4770-0000", "ana@mail.example", "eva@mail.example")
    shown = with_notes(qtbot, app, texts)
    for text, words in zip(texts, ("Call", "Call", "Write an e-mail", "Write an e-mail"), strict=True):
        for _ in range(2 if words == "Call" else 1):
            before = len(browser.opened)
            click(shown, text)
            qtbot.waitUntil(lambda: "? " in labels(window))
            assert len(browser.opened) == before
            press(words, window)
            assert len(browser.opened) == before + 1
    click(shown, "ana@mail.example")
    qtbot.waitUntil(lambda: len(browser.opened) == 7)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_call_that_no_program_takes_is_told(qtbot: QtBot, notes: CardView, window: MainWindow) -> None:
    """The tests' platform opens nothing, unless a stand-in takes it."""
    click(notes, "+54 11")
    qtbot.waitUntil(lambda: "+541147703269" in labels(window))
    press("Call", window)
    assert "Couldn’t open +541147703269" in labels(window)
    press("Copy", window)
    assert clipboard() == "+541147703269"


def test_the_number_of_a_case_opens_it(qtbot: QtBot, notes: CardView, app: AppFixture) -> None:
    click(notes, "#210")
    qtbot.waitUntil(lambda: app.status == "Case 210 opened")


def test_dragging_and_double_clicks_open_nothing(qtbot: QtBot, notes: CardView, app: AppFixture) -> None:
    drag(notes, point_at(notes, "#210"), point_at(notes, "#210", end=True))
    place = point_at(notes, "https://shop")
    place.setX(place.x() + 4)
    QTest.mouseClick(notes.viewport(), Left, pos=place)
    double_click(notes.viewport(), place)
    assert notes.selected_text() == "https://shop.example/a?b=1"
    with qtbot.assertNotEmitted(notes.link_wanted, wait=2 * QApplication.doubleClickInterval()):
        pass
    assert app.tabs == ["203"]


def test_a_link_that_comes_below_the_mouse_meanwhile_is_not_opened(qtbot: QtBot, app: AppFixture) -> None:
    shown = with_notes(qtbot, app, ["https://a.example/x", "https://b.example/x"])
    place = point_at(shown, "https://b")
    place.setX(place.x() + 4)
    QTest.mousePress(shown.viewport(), Left, pos=place)
    with_notes(qtbot, app, ["otra", "https://a.example/x", "https://b.example/x"])
    assert shown.indexAt(place).data() == "https://a.example/x"
    QTest.mouseRelease(shown.viewport(), Left, pos=place)
    with qtbot.assertNotEmitted(shown.link_wanted, wait=2 * QApplication.doubleClickInterval()):
        pass
    click(shown, "https://b")
    qtbot.waitUntil(lambda: "https://b.example/x" in labels(app.window))


def test_a_link_is_opened_by_keyboard(qtbot: QtBot, notes: CardView) -> None:
    focus_row(notes, "https://shop")
    for _ in "Vea ":
        key(Key.Key_Right)
    with qtbot.waitSignal(notes.link_wanted) as asked:
        key(Key.Key_Return)
    assert asked.args == ["https://shop.example/a?b=1"]


def test_the_keyboards_menu_offers_each_link_of_the_card(notes: CardView) -> None:
    focus_row(notes, "https://shop")
    centre = notes.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, centre, notes.viewport().mapToGlobal(centre))
    QApplication.sendEvent(notes.viewport(), event)
    (menu,) = [menu for menu in notes.findChildren(QMenu) if menu.isVisible()]
    texts = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    assert texts == [
        "Copy",
        "Quote in a note",
        "Open https://shop.example/a?b=1…",
        "Write to ana@mail.example…",
        "Open case 210",
        "Search cases with this",
    ]


def test_the_menu_acts_on_what_is_below_the_mouse(notes: CardView, app: AppFixture) -> None:
    found = menu_of(notes, "ana@mail.example")
    found["Copy"].trigger()
    assert clipboard() == "ana@mail.example"
    assert [text for text in found if text.startswith(("Open", "Write", "Call"))] == ["Write to ana@mail.example…"]
    found["Search cases with this"].trigger()
    assert line("Case id or link", app.window).text() == "ana@mail.example"
    assert focused() is line("Case id or link", app.window)


def test_a_selection_is_quoted_in_a_note_as_one_step(notes: CardView, app: AppFixture) -> None:
    field("New note", app.window).setPlainText("Hola")
    focus_row(notes, "Precio")
    key(Key.Key_A, Ctrl)
    menu_of(notes, "Precio")["Quote in a note"].trigger()
    first, _, second = EXACT.partition("\r\n")
    assert app.session.edit.note_text == f"Hola\n> {first}\n> {second}\n"
    assert focused() is field("New note", app.window)
    app.session.editor.undo()
    assert app.session.edit.note_text == "Hola"


def test_scripts_and_files_are_plain_text(notes: CardView) -> None:
    texts = menu_of(notes, "javascript:")
    assert [text for text in texts if text.startswith(("Open", "Write", "Call"))] == []


def test_a_number_between_right_to_left_words_is_selected_exactly(notes: CardView) -> None:
    place = point_at(notes, "شكرا", end=True)
    place.setX(place.x() - 3)
    double_click(notes.viewport(), place)
    assert notes.selected_text() == "شكرا"
    focus_row(notes, "شكرا")
    key(Key.Key_A, Ctrl)
    key(Key.Key_C, Ctrl)
    assert clipboard() == TEXTS[4]
