"""The wrong-case guard asks once; undo survives closing a tab; the command palette reaches everything."""

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
from caseeditor.ui.main_window.menus.command_palette import Palette
from caseeditor.ui.widgets.lists.entry_dialog import matching
from caseeditor.ui.widgets.lists.entry_list import Entry
from tests.ui.case.submit.test_submit import posts
from tests.ui.parts import AppFixture, Heard, column, ended, field, find, key, labels, line, opened, press, typed

if TYPE_CHECKING:
    from collections.abc import Callable

Ctrl = Qt.KeyboardModifier.ControlModifier


# The guard.


def test_a_note_that_names_another_case_asks_once(
    qtbot: QtBot, app: AppFixture, server: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseeditor.ui.state.session_parts.submitter._TOO_SOON", -1)
    session = opened(qtbot, app, 210)
    heard = Heard(session)
    field("New note", app.window).setPlainText("igual que el caso 211")
    key(Qt.Key.Key_Return, Ctrl)
    assert heard.last.text == "Nothing was sent. A note names case 211, but this is case 210. Is this the right case?"
    assert posts(server) == []
    assert session.edit.note_text == "igual que el caso 211"
    with ended(qtbot, session):
        key(Qt.Key.Key_Return, Ctrl)
    assert len(posts(server)) == 1


def test_submit_anyway_stands_beside_the_question(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    session = opened(qtbot, app, 210)
    field("New note", app.window).setPlainText("ver caso 999")
    key(Qt.Key.Key_Return, Ctrl)
    with ended(qtbot, session):
        press("Submit anyway", app.window)
    assert len(posts(server)) == 1


def test_an_address_of_another_open_cases_contact_asks(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    opened(qtbot, app, 203)
    session = opened(qtbot, app, 210)
    heard = Heard(session)
    session.editor.set_note_text("escribir a jp@socialgateway.net")
    session.submit()
    assert heard.last.text.startswith("Nothing was sent. A note names jp@socialgateway.net, the contact of case 203")
    assert posts(server) == []


def test_the_second_click_of_a_double_click_answers_nothing(
    qtbot: QtBot, app: AppFixture, server: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseeditor.ui.state.session_parts.submitter._TOO_SOON", 60_000)
    session = opened(qtbot, app, 210)
    field("New note", app.window).setPlainText("igual que el caso 211")
    for _ in range(2):
        press("Submit", app.window)
    assert not session.is_handing_over
    assert session.edit.note_text == "igual que el caso 211"
    assert posts(server) == []


def test_the_question_goes_once_what_it_is_about_is_mended(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 210)
    session.editor.set_note_text("igual que los casos 211 y caso 212")
    session.submit()
    assert "The notes name 211, 212, but this is case 210." in labels(app.window.current_view() or app.window)
    session.editor.set_note_text("igual que los casos 211 y caso 212, sí")
    assert "The notes name 211, 212" in labels(app.window.current_view() or app.window)
    session.editor.set_note_text("igual")
    assert "Nothing was sent" not in labels(app.window.current_view() or app.window)


def test_a_problem_goes_once_it_is_mended(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 210)
    session.editor.set_row(None, Row("", "alta"))
    session.submit()
    assert "Nothing was sent" in labels(app.window.current_view() or app.window)
    session.editor.set_row(1, Row("prioridad", "alta"))
    assert "Nothing was sent" not in labels(app.window.current_view() or app.window)


# Undo across closing.


def test_undo_survives_the_tab_being_closed_and_opened(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 210)
    was = session.editor.subject
    session.editor.set_subject("uno ")
    session.editor.set_subject("uno dos")
    session.editor.set_value("plan", "Pyme")
    key(Qt.Key.Key_W, Ctrl)
    qtbot.waitUntil(lambda: not app.tabs)
    again = opened(qtbot, app, 210)
    assert again is not session
    undo = next(each for each in app.window.findChildren(QAction) if each.text().startswith("Undo"))
    assert undo.text() == "Undo change to plan"
    for _ in range(3):
        key(Qt.Key.Key_Z, Ctrl)
    assert (again.editor.subject, again.edit) == (was, Edit())
    for _ in range(3):
        key(Qt.Key.Key_Y, Ctrl)
    assert again.editor.subject == "uno dos"
    assert again.edit.values == {"plan": "Pyme"}


def test_steps_that_led_to_another_draft_are_not_taken_up(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 210)
    session.editor.set_subject("uno")
    key(Qt.Key.Key_W, Ctrl)
    qtbot.waitUntil(lambda: not app.tabs)
    server, case_id = session.server, "210"

    async def drop(backend: object) -> None:
        found = await backend.database.do(lambda store: store.find_draft(server.url, "name:demo", case_id))  # type: ignore[attr-defined]
        await backend.save_draft(msgspec.structs.replace(found.draft, edit=Edit()), found.generation)  # type: ignore[attr-defined]

    done: list[object] = []
    app.workspace.worker.run(drop, done.append)
    qtbot.waitUntil(lambda: bool(done))
    again = opened(qtbot, app, 210)
    assert again.edit == Edit()
    assert again.editor.undo_stack.undo_key is None


# The command palette.


def palette(qtbot: QtBot, app: AppFixture) -> Palette:
    key(Qt.Key.Key_K, Ctrl)
    (found,) = (each for each in app.window.findChildren(Palette) if each.isVisible())
    qtbot.waitUntil(lambda: QApplication.focusWidget() is line("Action, case or template", found))
    return found


def found(qtbot: QtBot, app: AppFixture, wanted: str) -> list[str]:
    shown = palette(qtbot, app)
    line("Action, case or template", shown).setText(wanted)
    return column(find(QListView, "Found", shown).model())


def test_actions_are_found_by_words_in_any_order_and_without_accents() -> None:
    entries = [Entry("Reload case", "F5", int), Entry("Caso de Año Nuevo", "case", int), Entry("Case", "", int)]
    assert [each.text for each in matching(entries, "ano caso")] == ["Caso de Año Nuevo"]
    assert [each.text for each in matching(entries, "case")] == ["Case", "Reload case", "Caso de Año Nuevo"]


def test_an_action_is_done_when_it_is_chosen(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 210)
    session.editor.set_subject("changed")
    assert found(qtbot, app, "discard")[0] == "Discard changes"
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.edit == Edit())


@pytest.mark.parametrize("text", ["211", "#211", "caseeditor:211"])
def test_a_case_is_opened_by_its_id(qtbot: QtBot, app: AppFixture, text: str) -> None:
    assert found(qtbot, app, text)[0] == "Open case 211"
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.status == "Case 211 opened")


def test_recent_cases_are_found_by_their_subject(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 210)
    qtbot.waitUntil(lambda: app.window.panes.lists.remembered.recent.rowCount() == 1)
    key(Qt.Key.Key_W, Ctrl)
    qtbot.waitUntil(lambda: not app.tabs)
    word = max(session.editor.subject.split(), key=len)
    assert any(text.startswith("210 ") for text in found(qtbot, app, word))


def test_it_is_gone_with_escape_and_its_model_is_sound(qtbot: QtBot, app: AppFixture) -> None:
    shown = palette(qtbot, app)
    tester = QAbstractItemModelTester(
        find(QListView, "Found", shown).model(), QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    typed("re")
    key(Qt.Key.Key_Down)
    assert line("Action, case or template", shown).accessibleDescription()
    key(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not app.window.findChildren(Palette))
    assert tester is not None


def test_what_is_chosen_stays_chosen_when_the_templates_come(qtbot: QtBot, app: AppFixture) -> None:
    chosen = [Entry(text, "", int) for text in ("Alfa", "Beta")]
    shown = Palette(chosen, lambda _: [], app.window)
    qtbot.addWidget(shown)
    shown.open()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is line("Action, case or template", shown))
    typed("a")
    key(Qt.Key.Key_Down)
    shown.add([Entry("A nueva", "template", int)])
    assert find(QListView, "Found", shown).currentIndex().data() == "Beta"


# A case closed twice, and the names of undo steps.


def test_a_case_is_closed_once(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 210)
    session.editor.set_note_text("x")
    done: list[int] = []
    for number in range(2):
        app.workspace.cases.drafts.keep([session], lambda number=number: done.append(number))  # type: ignore[misc]
    qtbot.waitUntil(lambda: done == [0, 1])
    app.workspace.cases.close_session(session)
    app.workspace.cases.close_session(session)
    assert app.tabs == []


def test_undo_names_the_step(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 210)
    undo = next(each for each in app.window.findChildren(QAction) if each.text().startswith("Undo"))
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
        "Undo note text",
        "Undo new note",
        "Undo note change",
        "Undo removing a note",
        "Undo tag text",
        "Undo new attribute prioridad",
    ]
