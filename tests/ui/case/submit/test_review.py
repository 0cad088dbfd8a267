"""Review: old and new values, and the exact request."""

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTableWidget
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.ui.case.submit.review_dialog import ReviewDialog
from tests.ui.case.submit.test_submit import posts
from tests.ui.parts import AppFixture, colleague, ended, find, labels, opened, press


@pytest.fixture
def changed(qtbot: QtBot, app: AppFixture) -> AppFixture:
    """Case 210 with a change of each kind."""
    session = opened(qtbot, app, 210)
    session.editor.set_subject("¿Dónde está?")
    session.editor.set_value("plan", "uno\ndos")
    session.editor.set_row(None, Row("prioridad", "alta"))
    session.editor.set_note_text("llamar\nmañana & <b>hoy</b>")
    session.editor.set_tag_text("vip")
    session.editor.remove_tag("app")
    return app


def dialogs(app: AppFixture) -> list[ReviewDialog]:
    return [each for each in app.window.findChildren(ReviewDialog) if each.isVisible()]


def review(app: AppFixture) -> ReviewDialog:
    press("Review changes", app.window)
    assert len(dialogs(app)) == 1
    return dialogs(app)[0]


def rows(dialog: ReviewDialog) -> list[tuple[str, ...]]:
    table = find(QTableWidget, "Before and after", dialog)
    model = table.model()
    return [
        tuple(str(model.index(row, number).data()) for number in range(table.columnCount()))
        for row in range(table.rowCount())
    ]


def sent(dialog: ReviewDialog) -> str:
    return find(QPlainTextEdit, "Exactly what is sent", dialog).toPlainText()


def test_it_shows_before_and_after(changed: AppFixture) -> None:
    dialog = review(changed)
    assert dialog.windowTitle() == "Review changes"
    assert set(rows(dialog)) == {
        ("Subject", "La aplicación se cierra sola al pagar", "¿Dónde está?"),
        ("plan", "Empresa", "uno\ndos"),
        ("prioridad", "–", "alta"),
        ("New note", "–", "llamar\nmañana & <b>hoy</b>"),
        ("Tag added", "–", "vip"),
        ("Tag removed", "app", "–"),
    }


def test_it_shows_exactly_what_is_sent_with_the_token_masked(changed: AppFixture, server: DemoServer) -> None:
    text = sent(review(changed))
    assert text.splitlines() == [
        f"POST {server.url}/api/v2/case/210",
        "    access_token = ••••",
        "    subject = ¿Dónde está?",
        "    tag = vip",
        "    note = llamar",
        "        mañana & <b>hoy</b>",
        "    plan = uno",
        "        dos",
        "    prioridad = alta",
        f"POST {server.url}/api/v2/case/210/tags",
        "    access_token = ••••",
        "    remove = app",
    ]
    assert server.token not in text


def test_what_it_shows_is_what_is_sent(qtbot: QtBot, changed: AppFixture, server: DemoServer) -> None:
    dialog = review(changed)
    shown = sent(dialog)
    with ended(qtbot, changed.session):
        press("Submit", dialog)
    lines: list[str] = []
    for path, parameters in posts(server):
        lines += [f"POST {server.url}{path}", "    access_token = ••••"]
        lines += ["    {} = {}".format(name, value.replace("\n", "\n        ")) for name, value in parameters]
    assert "\n".join(lines) == shown
    assert changed.session.edit == Edit()
    assert dialogs(changed) == []


def test_going_back_sends_nothing_and_keeps_everything(changed: AppFixture, server: DemoServer) -> None:
    before = changed.session.edit
    press("Back to the case", review(changed))
    assert dialogs(changed) == []
    assert changed.session.edit == before
    assert [request for request in server.requests if request.method == "POST"] == []


def test_without_changes_it_says_so_and_does_not_come(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 210)
    press("Review changes", app.window)
    assert dialogs(app) == []
    assert app.status == "Nothing to submit: no changes."


def test_only_tags_to_remove_are_one_call(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    opened(qtbot, app, 210).editor.remove_tag("app")
    assert sent(review(app)).splitlines()[0] == f"POST {server.url}/api/v2/case/210/tags"


@pytest.mark.parametrize("name", ["note", "state", "<b>plan</b>"])
def test_what_is_wrong_with_a_name_is_shown_as_text(qtbot: QtBot, app: AppFixture, name: str) -> None:
    session = opened(qtbot, app, 210)
    session.editor.set_row(None, Row(name, "x"))
    session.editor.set_row(None, Row(name, "y"))
    dialog = review(app)
    assert f"“{name}”" in labels(dialog)
    for each in dialog.findChildren(QLabel):
        assert "<" not in each.text() or each.textFormat().name == "PlainText"


def test_of_many_problems_the_first_are_told_and_nothing_is_said_to_be_sent(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 210)
    for number in range(300):
        session.editor.set_row(None, Row("note", str(number)))
    dialog = review(app)
    assert labels(dialog).count("⚠") == 5
    assert "and 295 more" in labels(dialog)
    assert dialog.height() < 800
    assert sent(dialog) == "Nothing is sent until this is fixed. Press Submit to go to it."


def test_it_says_which_texts_have_unseen_characters(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 210)
    session.editor.add_tags(["vi\u200bp"], "")
    session.editor.set_value("plan", "5\u00a0€")
    assert "⚠  Invisible characters, which are sent too: “vi¦p”, “5⍽€”" in labels(review(app)).splitlines()


def test_a_break_in_a_name_or_a_tag_begins_no_line_of_what_is_sent(
    qtbot: QtBot, app: AppFixture, server: DemoServer
) -> None:
    colleague(server, 210, **{"pl\nan": "x", "tag": "uno\r\ndos"})
    session = opened(qtbot, app, 210)
    session.editor.set_value("pl\nan", "y")
    session.editor.remove_tag("uno\r\ndos")
    shown = sent(review(app)).splitlines()
    assert "    pl↵an = y" in shown
    assert "    remove = uno↵dos" in shown


def test_it_submits_the_case_it_shows_also_when_another_came_to_the_front(
    qtbot: QtBot, app: AppFixture, server: DemoServer
) -> None:
    opened(qtbot, app, 210).editor.set_note_text("not yet")
    opened(qtbot, app, 203).editor.set_note_text("reviewed")
    dialog = review(app)
    app.window.tabs.step(-1)
    assert app.session.case_id == "210"
    press("Submit", dialog)
    qtbot.waitUntil(lambda: "reviewed" in [note["text"] for note in server.case(203).get("notes", [])])
    assert app.session.edit.note_text == "not yet"
    assert "not yet" not in str(server.case(210))
