"""The history shows the outcome of each change, by evidence: in its column, in the details, in CSV and in JSON."""

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.delivery.submission import Decided
from caseeditor.domain.editing.edit import Row
from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.services.backend import Backend
from tests.ui.exports import read_csv
from tests.ui.history.test_history import detail, rows, save_as, show
from tests.ui.parts import AppFixture, AppOver, answered, labels, opened, press, submit
from tests.ui.scripted_server import ScriptedServer


@pytest.fixture
def deaf(qtbot: QtBot, app_over: AppOver, stranger: BackgroundWorker[Backend], scripted: ScriptedServer) -> AppFixture:
    """Show case 7 of a server that answers each update with the unchanged case."""
    scripted.case |= {"notes": [{"date": 1, "text": "old", "userName": "lucia"}], "plan": "a", "tags": ["x"]}
    made = app_over(stranger)
    with qtbot.waitSignal(made.workspace.account.signed_in):
        made.workspace.account.sign_in(scripted.url, "token", keep=False)
    opened(qtbot, made, 7)
    return made


@pytest.fixture
def ignored(qtbot: QtBot, deaf: AppFixture) -> AppFixture:
    session = deaf.session
    session.editor.set_subject("mine")
    session.editor.set_value("plan", "b")
    session.editor.set_row(None, Row("zona", "sur"))
    session.editor.set_tag_text("vip")
    submit(qtbot, session)
    return deaf


def exported(qtbot: QtBot, app: AppFixture, to: Path) -> list[dict[str, str]]:
    dialog = show(app)
    save_as(to)
    press("Export…", dialog)
    qtbot.waitUntil(lambda: "Exported." in labels(dialog))
    if to.suffix == ".json":
        return list(json.loads(to.read_text("utf-8")))
    return read_csv(to)


def test_what_the_server_ignored_is_not_called_stored(qtbot: QtBot, ignored: AppFixture) -> None:
    dialog = show(ignored)
    qtbot.waitUntil(lambda: [outcome for _, _, outcome in rows(dialog)] == ["differs"])
    assert detail(dialog, 0) == [
        "Subject: “Pedido” → “mine”; the server held “Pedido”",
        "Tag added: “vip” — not there",
        "plan: “a” → “b”; the server held “a”",
        "zona: “sur” — not there",
    ]
    assert ignored.status.startswith("Submitted: accepted at ")


@pytest.mark.parametrize("name", ["history.csv", "history.json"])
def test_it_is_exported_with_what_the_server_held(qtbot: QtBot, ignored: AppFixture, tmp_path: Path, name: str) -> None:
    lines = exported(qtbot, ignored, tmp_path / name)
    assert [(each["after"], each["held"], each["outcome"]) for each in lines] == [
        ("mine", "Pedido", "differs"),
        ("vip", "", "not there"),
        ("b", "a", "differs"),
        ("sur", "", "not there"),
    ]


def test_what_the_server_did_is_told_apart_from_what_it_did_not(
    qtbot: QtBot, deaf: AppFixture, scripted: ScriptedServer, tmp_path: Path
) -> None:
    scripted.after_update = {**scripted.case, "subject": "mine"}
    deaf.session.editor.set_subject("mine")
    deaf.session.editor.set_value("plan", "b")
    submit(qtbot, deaf.session)
    dialog = show(deaf)
    qtbot.waitUntil(lambda: [outcome for _, _, outcome in rows(dialog)] == ["differs"])
    assert detail(dialog, 0) == ["Subject: “Pedido” → “mine” — stored", "plan: “a” → “b”; the server held “a”"]
    dialog.accept()
    lines = exported(qtbot, deaf, tmp_path / "history.json")
    assert [(each["held"], each["outcome"]) for each in lines] == [("mine", "stored"), ("a", "differs")]


def test_what_a_server_without_notes_accepted_is_not_called_stored(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 9009)
    session.editor.set_note_text("llamar")
    submit(qtbot, session)
    dialog = show(app)
    qtbot.waitUntil(lambda: [outcome for _, _, outcome in rows(dialog)] == ["accepted; can't be verified"])
    assert detail(dialog, 0) == ["New note: “llamar”"]


def test_what_the_agent_says_is_told_as_that(qtbot: QtBot, app: AppFixture, tmp_path: Path) -> None:
    session = opened(qtbot, app, 9004)
    session.editor.set_note_text("llamar")
    submit(qtbot, session)
    with answered(qtbot, session):
        press("It was stored", app.window.current_view())  # type: ignore[arg-type]  # it is shown
    lines = exported(qtbot, app, tmp_path / "history.csv")
    assert [(each["after"], each["held"], each["outcome"]) for each in lines] == [("llamar", "", "you said so")]


def test_a_note_that_the_server_trimmed_shows_both_texts(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    session = opened(qtbot, app, 9016)
    session.editor.set_note_text("  llamar mañana\n")
    submit(qtbot, session)
    dialog = show(app)
    qtbot.waitUntil(lambda: [outcome for _, _, outcome in rows(dialog)] == ["stored; the text differs"])
    assert "; the server held “llamar mañana”" in "\n".join(detail(dialog, 0))
    assert server.case(9016)["notes"][-1]["text"] == "llamar mañana"


def test_what_was_left_to_a_colleague_is_theirs(
    qtbot: QtBot, deaf: AppFixture, scripted: ScriptedServer, tmp_path: Path
) -> None:
    deaf.session.editor.set_subject("mine")
    deaf.session.editor.set_value("plan", "b")
    scripted.case = {**scripted.case, "subject": "de luis"}
    scripted.after_update = {**scripted.case, "plan": "b"}
    submit(qtbot, deaf.session)
    submission = deaf.session.submissions[0]
    with answered(qtbot, deaf.session):
        deaf.session.submitter.answer(submission, Decided(("subject:",)))
    dialog = show(deaf)
    qtbot.waitUntil(lambda: [outcome for _, _, outcome in rows(dialog)] == ["stored in part; the rest is theirs"])
    dialog.accept()
    lines = exported(qtbot, deaf, tmp_path / "history.json")
    assert [(each["what"], each["after"], each["held"], each["outcome"]) for each in lines] == [
        ("plan", "b", "b", "stored"),
        ("Subject", "mine", "de luis", "theirs; not sent"),
    ]
