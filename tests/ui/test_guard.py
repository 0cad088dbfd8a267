"""The wrong-case guard asks once; undo survives a tab being closed; the palette goes to anything."""

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.ui.main_window.command_palette import Entry, Palette, matching
from tests.ui.parts import Heard, Office, column, ended, field, find, key, labels, line, opened, press, typed
from tests.ui.test_submit import posts

if TYPE_CHECKING:
    from collections.abc import Callable

Ctrl = Qt.KeyboardModifier.ControlModifier


# The guard.


def test_a_note_that_names_another_case_asks_once(
    qtbot: QtBot, office: Office, server: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseeditor.ui.state.session_parts.submitter._TOO_SOON", -1)
    session = opened(qtbot, office, 210)
    heard = Heard(session)
    field("New note", office.window).setPlainText("igual que el caso 211")
    key(Qt.Key.Key_Return, Ctrl)
    assert heard.last.text == "Nothing was sent. A note names case 211, but this is case 210. Is it meant for here?"
    assert posts(server) == []
    assert session.edit.note_text == "igual que el caso 211"
    with ended(qtbot, session):
        key(Qt.Key.Key_Return, Ctrl)
    assert len(posts(server)) == 1


def test_submit_anyway_stands_beside_the_question(qtbot: QtBot, office: Office, server: DemoServer) -> None:
    session = opened(qtbot, office, 210)
    field("New note", office.window).setPlainText("ver caso 999")
    key(Qt.Key.Key_Return, Ctrl)
    with ended(qtbot, session):
        press("Submit anyway", office.window)
    assert len(posts(server)) == 1


def test_an_address_of_another_open_cases_contact_asks(qtbot: QtBot, office: Office, server: DemoServer) -> None:
    opened(qtbot, office, 203)
    session = opened(qtbot, office, 210)
    heard = Heard(session)
    session.editor.set_note_text("escribir a jp@socialgateway.net")
    session.submit()
    assert heard.last.text.startswith("Nothing was sent. A note names jp@socialgateway.net, whom case 203 is about")
    assert posts(server) == []


def test_the_second_click_of_a_double_click_answers_nothing(
    qtbot: QtBot, office: Office, server: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseeditor.ui.state.session_parts.submitter._TOO_SOON", 60_000)
    session = opened(qtbot, office, 210)
    field("New note", office.window).setPlainText("igual que el caso 211")
    for _ in range(2):
        press("Submit", office.window)
    assert not session.is_handing_over
    assert session.edit.note_text == "igual que el caso 211"
    assert posts(server) == []


def test_the_question_goes_once_what_it_is_about_is_mended(qtbot: QtBot, office: Office) -> None:
    session = opened(qtbot, office, 210)
    session.editor.set_note_text("igual que los casos 211 y caso 212")
    session.submit()
    assert "The notes name 211, 212, but this is case 210." in labels(office.window.current_view() or office.window)
    session.editor.set_note_text("igual que los casos 211 y caso 212, sí")
    assert "The notes name 211, 212" in labels(office.window.current_view() or office.window)
    session.editor.set_note_text("igual")
    assert "Nothing was sent" not in labels(office.window.current_view() or office.window)


def test_a_problem_goes_once_it_is_mended(qtbot: QtBot, office: Office) -> None:
    session = opened(qtbot, office, 210)
    session.editor.set_row(None, Row("", "alta"))
    session.submit()
    assert "Nothing was sent" in labels(office.window.current_view() or office.window)
    session.editor.set_row(1, Row("prioridad", "alta"))
    assert "Nothing was sent" not in labels(office.window.current_view() or office.window)


# Undo over closing.


def test_undo_survives_the_tab_being_closed_and_opened(qtbot: QtBot, office: Office) -> None:
    session = opened(qtbot, office, 210)
    was = session.editor.subject
    session.editor.set_subject("uno ")
    session.editor.set_subject("uno dos")
    session.editor.set_value("plan", "Pyme")
    key(Qt.Key.Key_W, Ctrl)
    qtbot.waitUntil(lambda: not office.tabs)
    again = opened(qtbot, office, 210)
    assert again is not session
    undo = next(each for each in office.window.findChildren(QAction) if each.text().startswith("Undo"))
    assert undo.text() == "Undo change of plan"
    for _ in range(3):
        key(Qt.Key.Key_Z, Ctrl)
    assert (again.editor.subject, again.edit) == (was, Edit())
    for _ in range(3):
        key(Qt.Key.Key_Y, Ctrl)
    assert again.editor.subject == "uno dos"
    assert again.edit.values == {"plan": "Pyme"}


def test_steps_that_led_to_another_draft_are_not_taken_up(qtbot: QtBot, office: Office) -> None:
    session = opened(qtbot, office, 210)
    session.editor.set_subject("uno")
    key(Qt.Key.Key_W, Ctrl)
    qtbot.waitUntil(lambda: not office.tabs)
    server, case_id = session.server, "210"

    async def drop(backend: object) -> None:
        found = await backend.database.do(lambda store: store.find_draft(server.url, "name:demo", case_id))  # type: ignore[attr-defined]
        await backend.save_draft(msgspec.structs.replace(found.draft, edit=Edit()), found.generation)  # type: ignore[attr-defined]

    done: list[object] = []
    office.workspace.worker.run(drop, done.append)
    qtbot.waitUntil(lambda: bool(done))
    again = opened(qtbot, office, 210)
    assert again.edit == Edit()
    assert again.editor.undo_stack.undo_key is None


# The palette.


def palette(qtbot: QtBot, office: Office) -> Palette:
    key(Qt.Key.Key_K, Ctrl)
    (found,) = (each for each in office.window.findChildren(Palette) if each.isVisible())
    qtbot.waitUntil(lambda: QApplication.focusWidget() is line("Action, case or template", found))
    return found


def found(qtbot: QtBot, office: Office, wanted: str) -> list[str]:
    shown = palette(qtbot, office)
    line("Action, case or template", shown).setText(wanted)
    return column(find(QListView, "Found", shown).model())


def test_actions_are_found_by_words_in_any_order_and_without_accents() -> None:
    entries = [Entry("Reload case", "F5", int), Entry("Caso de Año Nuevo", "case", int), Entry("Case", "", int)]
    assert [each.text for each in matching(entries, "ano caso")] == ["Caso de Año Nuevo"]
    assert [each.text for each in matching(entries, "case")] == ["Case", "Reload case", "Caso de Año Nuevo"]


def test_an_action_is_done_when_it_is_chosen(qtbot: QtBot, office: Office) -> None:
    session = opened(qtbot, office, 210)
    session.editor.set_subject("changed")
    assert found(qtbot, office, "discard")[0] == "Discard changes"
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.edit == Edit())


@pytest.mark.parametrize("text", ["211", "#211", "caseeditor:211"])
def test_a_case_is_opened_by_its_id(qtbot: QtBot, office: Office, text: str) -> None:
    assert found(qtbot, office, text)[0] == "Open case 211"
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: office.status == "Case 211 opened")


def test_recent_cases_are_found_by_their_subject(qtbot: QtBot, office: Office) -> None:
    session = opened(qtbot, office, 210)
    qtbot.waitUntil(lambda: office.window.panes.lists.remembered.recent.rowCount() == 1)
    key(Qt.Key.Key_W, Ctrl)
    qtbot.waitUntil(lambda: not office.tabs)
    word = max(session.editor.subject.split(), key=len)
    assert any(text.startswith("210 ") for text in found(qtbot, office, word))


def test_it_is_gone_with_escape_and_its_model_is_sound(qtbot: QtBot, office: Office) -> None:
    shown = palette(qtbot, office)
    tester = QAbstractItemModelTester(
        find(QListView, "Found", shown).model(), QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    typed("re")
    key(Qt.Key.Key_Down)
    assert line("Action, case or template", shown).accessibleDescription()
    key(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not office.window.findChildren(Palette))
    assert tester is not None


def test_what_is_chosen_stays_chosen_when_the_templates_come(qtbot: QtBot, office: Office) -> None:
    chosen = [Entry(text, "", int) for text in ("Alfa", "Beta")]
    shown = Palette(chosen, lambda _: [], office.window)
    qtbot.addWidget(shown)
    shown.open()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is line("Action, case or template", shown))
    typed("a")
    key(Qt.Key.Key_Down)
    shown.add([Entry("A nueva", "template", int)])
    assert find(QListView, "Found", shown).currentIndex().data() == "Beta"


# A case that is closed twice, and what undo is called.


def test_a_case_is_closed_once(qtbot: QtBot, office: Office) -> None:
    session = opened(qtbot, office, 210)
    session.editor.set_note_text("x")
    done: list[int] = []
    for number in range(2):
        office.workspace.cases.drafts.keep([session], lambda number=number: done.append(number))  # type: ignore[misc]
    qtbot.waitUntil(lambda: done == [0, 1])
    office.workspace.cases.close_session(session)
    office.workspace.cases.close_session(session)
    assert office.tabs == []


def test_undo_names_the_step(qtbot: QtBot, office: Office) -> None:
    session = opened(qtbot, office, 210)
    undo = next(each for each in office.window.findChildren(QAction) if each.text().startswith("Undo"))
    named = []
    steps: list[Callable[[], object]] = [
        lambda: session.editor.set_note_text("x"),
        session.editor.add_note,
        lambda: session.editor.set_note(1, "y"),
        lambda: session.editor.set_note(1, ""),
        lambda: session.editor.set_tag_text("v"),
        lambda: session.editor.set_row(None, Row("prioridad", "alta")),
    ]
    for step in steps:
        step()
        named.append(undo.text())
    assert named == [
        "Undo typing of note",
        "Undo new note",
        "Undo change of note",
        "Undo removal of note",
        "Undo typing of tag",
        "Undo new attribute prioridad",
    ]
