"""While the token's user is unknown, text typed and submitted still becomes that user's."""

import contextlib
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caseeditor.domain.case.reference import Server
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.editing.edit import Edit
from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.services.backend import Backend
from caseeditor.services.storage.database import Store
from tests.support.drafts import save
from tests.ui.account.test_accounts import round_trip
from tests.ui.parts import AppFixture, AppOver, Heard
from tests.ui.scripted_server import ScriptedServer


def admit(worker: BackgroundWorker[Backend], server: ScriptedServer, token: str = "token") -> None:  # noqa: S107 - opens nothing
    """Put a token into use without sign-in, as when it comes from the keyring."""

    async def take(backend: Backend) -> None:
        backend.gateway.admit(Server(server.url), token)

    worker.run(take, lambda _: None)


@pytest.fixture
def unknown(
    qtbot: QtBot, app_over: AppOver, stranger: BackgroundWorker[Backend], scripted: ScriptedServer
) -> AppFixture:
    """Show case 7, opened while `me` failed."""
    scripted.me["token"] = {"id": 7, "name": "Ana", "login": "demo"}
    scripted.me_fails = 2  # opening the case calls `me`, and so does the window then
    scripted.case["notes"] = [{"date": 1, "text": "old", "userName": "lucia"}]
    admit(stranger, scripted)
    app = app_over(stranger)
    app.workspace.start(Server(scripted.url), ("7",))
    qtbot.waitUntil(lambda: app.status == "Case 7 opened" and scripted.asked == 2)
    round_trip(qtbot, stranger)
    assert app.workspace.account.user == ""
    return app


def drafts(data: Path) -> list[tuple[str, str]]:
    """List user and text of each draft on disk."""
    with contextlib.closing(Store(data)) as store:
        return [(draft.user, draft.edit.note_text) for draft in store.drafts()]


def test_what_was_submitted_while_me_failed_goes_out_once_it_does_not(
    qtbot: QtBot, unknown: AppFixture, scripted: ScriptedServer
) -> None:
    session = unknown.session
    session.editor.set_note_text("llamar")
    session.submit()
    qtbot.waitUntil(lambda: len(scripted.posted) == 1)
    assert scripted.posted[0] == [("access_token", "token"), ("note", "llamar")]
    qtbot.waitUntil(lambda: "Ana · " in unknown.account)
    assert unknown.session is session
    assert (session.user, session.draft.user_name) == ("id:7", "Ana")


def test_what_was_typed_while_me_failed_stays_where_it_is_and_becomes_the_users(
    qtbot: QtBot, unknown: AppFixture, data: Path
) -> None:
    session = unknown.session
    heard = Heard(session)
    session.editor.set_note_text("a medias")
    qtbot.waitUntil(lambda: bool(session.kept.at))
    assert [text for _, text in drafts(data)] == ["a medias"]
    session.load()
    qtbot.waitUntil(lambda: session.user == "id:7")
    qtbot.waitUntil(lambda: bool(heard.messages))  # the account may be known before the case is read
    round_trip(qtbot, unknown.workspace.worker)
    assert (unknown.session, session.edit.note_text) == (session, "a medias")
    assert drafts(data) == [("id:7", "a medias")]
    assert [message.text for message in heard.messages] == ["Case 7 reloaded"]


def test_what_the_user_had_typed_before_joins_what_they_typed_while_nobody_knew_them(
    qtbot: QtBot, app_over: AppOver, stranger: BackgroundWorker[Backend], scripted: ScriptedServer, data: Path
) -> None:
    with contextlib.closing(Store(data)) as store:
        edit = Edit(notes={1: "de ayer"}, subject="de ayer")
        save(store, Draft(server=scripted.url, user="id:7", case_id="7", edit=edit, base=Snapshot()))
    scripted.me["token"] = {"id": 7, "name": "Ana"}
    scripted.me_fails = 2
    admit(stranger, scripted)
    app = app_over(stranger)
    app.workspace.start(Server(scripted.url), ("7",))
    qtbot.waitUntil(lambda: app.status == "Case 7 opened" and scripted.asked == 2)
    session = app.session
    session.editor.set_note_text("de hoy")
    qtbot.waitUntil(lambda: bool(session.kept.at))
    session.load()
    qtbot.waitUntil(lambda: session.user == "id:7")
    assert (session.edit.note_text, session.edit.notes, session.edit.subject) == ("de hoy", {1: "de ayer"}, "de ayer")
    qtbot.waitUntil(lambda: bool(session.kept.at))
    assert len(drafts(data)) == 1
