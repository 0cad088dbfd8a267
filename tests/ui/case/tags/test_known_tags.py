"""Suggested tags keep their spelling, regardless of case and accents; typed text stays unless one is chosen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QCompleter
from pytestqt.qtbot import QtBot

from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.editing.templates import Template
from caseeditor.ui.case.tags.completer import TagChoices
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.state.session import Session
from caseeditor.ui.state.session_parts.known_tags import KnownTags
from tests.ui.parts import AppFixture, Watched, break_disk, column, key, line, opened, typed

SEEN = ("Técnico", "técnico", "vip", "Información", "informe", "sin información", "שלום", "😀 feliz")


def known(qtbot: QtBot, session: Session, *tags: str) -> KnownTags:
    """Mark these tags as known."""
    session.known_tags.learn(tags)
    with qtbot.waitSignal(session.known_tags.found):
        session.known_tags.look()
    return session.known_tags


def popup(window: MainWindow) -> QAbstractItemView:
    completer = line("New tag", window).findChild(QCompleter)
    found = completer.popup() if isinstance(completer, QCompleter) else None
    assert found is not None
    return found


@pytest.fixture
def tagging(qtbot: QtBot, window: MainWindow, app: AppFixture) -> MainWindow:
    """Focus New tag, with known tags."""
    app.session.known_tags.learn(SEEN)
    with qtbot.waitSignal(app.session.known_tags.found):
        line("New tag", window).setFocus()
    return window


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("TECNICO", ("Técnico", "técnico")),
        ("técnico", ("Técnico",)),
        ("inf", ("Información", "informe", "sin información")),
        ("  VIP ", ("vip",)),
        ("vip", ()),
        ("שלו", ("שלום",)),
        ("FELIZ", ("😀 feliz",)),
        ("", ()),
        (" ", ()),
        ("x" * 100_000, ()),
    ],
)
def test_what_may_be_meant_is_offered(qtbot: QtBot, busy: Session, text: str, offered: tuple[str, ...]) -> None:
    assert known(qtbot, busy, *SEEN).matching(text) == offered


def test_tags_of_cases_that_were_read_and_of_templates_are_known(qtbot: QtBot, app: AppFixture) -> None:
    app.window.templates.keep((Template("t", tags=("de plantilla",)),))
    opened(qtbot, app, 210)
    session = opened(qtbot, app, 203)
    found = known(qtbot, session)
    assert found.matching("TECN") == ("técnico",)
    assert found.matching("plantilla") == ("de plantilla",)


def test_a_tag_that_the_case_has_is_marked(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 203)
    known(qtbot, session)
    line("New tag", app.window).setFocus()
    typed("SPA")
    assert column(popup(app.window).model()) == ["spam – already on the case", "Create tag “SPA”"]
    QTest.keyClick(popup(app.window), Qt.Key.Key_Down)
    assert line("New tag", app.window).text() == "spam"


def test_typing_offers_and_leaves_what_is_typed(tagging: MainWindow, app: AppFixture) -> None:
    typed("TECN")
    assert popup(tagging).isVisible()
    assert column(popup(tagging).model()) == ["Técnico", "técnico", "Create tag “TECN”"]
    assert line("New tag", tagging).accessibleDescription() == "Known tags: Técnico, técnico"
    assert line("New tag", tagging).text() == "TECN"
    key(Qt.Key.Key_Return)
    assert app.session.edit == Edit(tags={"TECN": True})


def test_one_is_chosen_by_arrow_and_enter(tagging: MainWindow, app: AppFixture) -> None:
    typed("tecnico")
    QTest.keyClick(popup(tagging), Qt.Key.Key_Down)
    assert line("New tag", tagging).text() == "Técnico"
    QTest.keyClick(popup(tagging), Qt.Key.Key_Return)
    assert app.session.edit == Edit(tags={"Técnico": True})
    assert line("New tag", tagging).text() == ""


def test_going_back_up_brings_back_what_was_typed(tagging: MainWindow) -> None:
    typed("tecnico")
    for which in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(popup(tagging), which)
    assert line("New tag", tagging).text() == "tecnico"


def test_escape_brings_back_what_was_typed(tagging: MainWindow, app: AppFixture) -> None:
    typed("tecnico")
    QTest.keyClick(popup(tagging), Qt.Key.Key_Down)
    QTest.keyClick(popup(tagging), Qt.Key.Key_Escape)
    assert not popup(tagging).isVisible()
    assert line("New tag", tagging).text() == "tecnico"
    assert app.session.edit.tag_text == "tecnico"


def test_one_is_chosen_by_a_click(tagging: MainWindow, app: AppFixture) -> None:
    typed("TECN")
    found = popup(tagging)
    place = found.visualRect(found.model().index(1, 0)).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert line("New tag", tagging).text() == "técnico"
    assert not found.isVisible()
    key(Qt.Key.Key_Return)
    assert app.session.edit == Edit(tags={"técnico": True})


@pytest.mark.linux_only("moves or deletes an open data file, which Windows denies")
def test_a_disk_that_fails_costs_the_offers_only(window: MainWindow, app: AppFixture, data: Path) -> None:
    break_disk(data)
    line("New tag", window).setFocus()
    typed("vip")
    key(Qt.Key.Key_Return)
    assert app.session.edit.tags == {"vip": True}


def test_the_offers_move_as_few_rows_as_they_can(busy: Session) -> None:
    model = TagChoices(tuple, busy)
    watched = Watched(model)
    model.offer(("a", "b", "c"))
    watched.forget()
    model.offer(("a", "c"))
    assert (watched.inserted, watched.removed, watched.resets) == ([], [1], 0)
    model.offer(())
    assert column(model) == []
