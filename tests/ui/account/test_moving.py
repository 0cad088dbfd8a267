"""A server that moved: drafts, pending submissions, history and open cases follow after sign-in at the new address."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.reference import Server
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.delivery.submission import State
from caseeditor.domain.editing.edit import Edit
from caseeditor.services.storage.database import Store
from caseeditor.ui.account.moving import Moving
from caseeditor.ui.account.moving_dialog import MovingDialog
from tests.support.drafts import save
from tests.ui.history.test_history import rows, show
from tests.ui.parts import (
    AppFixture,
    AppOver,
    StartWorker,
    do_posted,
    field,
    find,
    labels,
    line,
    name_of,
    opened,
    press,
    submit,
)

LOST = 9004


def pressed(name: str, inside: QWidget) -> bool:
    """Press a button if present: a question disappears while its case is reloaded, and comes back."""
    do_posted()
    found = [each for each in inside.findChildren(QAbstractButton) if each.isVisible() and name_of(each) == name]
    for each in found:
        each.click()
    return len(found) == 1


@pytest.fixture
def moved_to() -> Iterator[DemoServer]:
    """Run the same Social Gateway at another address."""
    with DemoServer(pace=0.05, token="-".join(("another", "5678"))) as running:
        yield running


def action(app: AppFixture) -> QAction:
    return next(each for each in app.window.findChildren(QAction) if each.text() == "This server moved…")


def dialog(qtbot: QtBot, app: AppFixture) -> MovingDialog:
    action(app).trigger()
    qtbot.waitUntil(lambda: app.window.findChild(MovingDialog) is not None)
    found = app.window.findChild(MovingDialog)
    assert isinstance(found, MovingDialog)
    return found


def move(qtbot: QtBot, app: AppFixture, to: str, token: str) -> MovingDialog:
    shown = dialog(qtbot, app)
    line("New address", shown).setText(to)
    line("Access token", shown).setText(token)
    press("Move", shown)
    return shown


@contextlib.contextmanager
def moved(qtbot: QtBot, app: AppFixture) -> Iterator[None]:
    """Wait for the message that a server's data moved."""
    moving = app.window.findChild(Moving)
    assert isinstance(moving, Moving)
    with qtbot.waitSignal(moving.message_emitted) as told:
        yield
    (message,) = told.args
    assert message.text.startswith("Moved to ")


def servers(data: Path) -> set[str]:
    store = Store(data)
    found = {draft.server for draft in store.drafts()} | {submission.server for submission in store.open_submissions()}
    store.close()
    return found


def test_what_was_typed_and_what_is_open_goes_along(
    qtbot: QtBot, app: AppFixture, moved_to: DemoServer, server: DemoServer, data: Path
) -> None:
    opened(qtbot, app, 210)
    line("Subject", app.window).setText("en el 210")
    opened(qtbot, app, 203)
    field("New note", app.window).setPlainText("llamar mañana")
    with moved(qtbot, app):
        move(qtbot, app, moved_to.url, moved_to.token)
    qtbot.waitUntil(lambda: app.session.case is not None)
    assert app.tabs == ["210", "203"]
    assert {server.url for server, _ in app.workspace.sessions} == {moved_to.url}
    assert field("New note", app.window).toPlainText() == "llamar mañana"
    assert app.workspace.settings.server == moved_to.url
    assert app.workspace.settings.domains[Server(server.url).domain] == moved_to.url
    assert app.session.editor.undo_stack.undo_key is not None
    assert submit(qtbot, app.session).text.startswith("Submitted: stored at ")
    assert [note["text"] for note in moved_to.case(203)["notes"]] == ["llamar mañana"]
    assert "notes" not in server.case(203)
    assert servers(data) == {moved_to.url}


def test_what_waits_goes_on_at_the_new_address(
    qtbot: QtBot, app: AppFixture, moved_to: DemoServer, server: DemoServer, data: Path
) -> None:
    session = opened(qtbot, app, LOST)
    session.editor.set_note_text("llamar mañana")
    submit(qtbot, session)
    assert [submission.state for submission in session.submissions] == [State.NEEDS_ANSWER]
    with moved(qtbot, app):
        move(qtbot, app, moved_to.url, moved_to.token)
    qtbot.waitUntil(lambda: [each.server for each in app.workspace.deliveries.submissions.values()] == [moved_to.url])
    before = len(moved_to.requests)
    qtbot.waitUntil(lambda: len(moved_to.requests) > before + 1)
    asked = [request for request in server.requests if request.method == "POST"]
    assert len(asked) == 1
    view = app.window.current_view()
    assert view is not None
    qtbot.waitUntil(lambda: pressed("It was stored", view))
    qtbot.waitUntil(lambda: not app.workspace.deliveries.submissions)
    history = show(app)
    qtbot.waitUntil(lambda: [outcome for _, _, outcome in rows(history)] == ["you said so"])
    assert servers(data) == set()


def test_a_token_that_the_new_address_does_not_take_moves_nothing(
    qtbot: QtBot, app: AppFixture, moved_to: DemoServer, server: DemoServer
) -> None:
    opened(qtbot, app, 203)
    shown = move(qtbot, app, moved_to.url, "wrong")
    qtbot.waitUntil(lambda: "doesn't accept the access token" in labels(shown))
    assert {server.url for server, _ in app.workspace.sessions} == {server.url}
    assert app.workspace.account.server == Server(server.url)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (" x", "Type the new address."),
        ("ftp://example.org x", "That isn't a server address."),
        ("https://example.org ", "Paste the access token of the new address."),
        ("{0}/case/203 x", "That is the old address."),
    ],
)
def test_what_cant_be_right_is_told_in_the_dialog(
    qtbot: QtBot, app: AppFixture, server: DemoServer, typed: str, words: str
) -> None:
    to, token = typed.format(server.url).split(" ")
    shown = move(qtbot, app, to, token)
    qtbot.waitUntil(lambda: words in labels(shown))


def test_who_gives_up_moves_nothing_at_a_later_sign_in(qtbot: QtBot, app: AppFixture, moved_to: DemoServer) -> None:
    shown = dialog(qtbot, app)
    press("Cancel", shown)
    with qtbot.waitSignal(app.workspace.account.signed_in):
        app.workspace.account.sign_in(moved_to.url, moved_to.token, keep=False)
    assert "Moved" not in app.status


def test_another_server_than_the_one_in_use_can_be_named_and_nothing_is_sent_to_it(
    qtbot: QtBot, app_over: AppOver, start_worker: StartWorker, data: Path, moved_to: DemoServer
) -> None:
    gone = "https://gone.example"
    store = Store(data)
    edit = Edit(notes={1: "borrador"})
    save(store, Draft(server=gone, user="name:demo", case_id="203", edit=edit, base=Snapshot()))
    store.close()
    app = app_over(start_worker(""))
    app.workspace.start(Server(moved_to.url), ())
    with qtbot.waitSignal(app.workspace.account.signed_in):
        app.workspace.account.sign_in(moved_to.url, moved_to.token, keep=False)
    shown = dialog(qtbot, app)
    old = find(QComboBox, "Old address", shown)
    assert [old.itemText(row) for row in range(old.count())] == [moved_to.url, gone]
    old.setCurrentIndex(1)
    line("New address", shown).setText(moved_to.url)
    with moved(qtbot, app):
        press("Move", shown)  # already signed in there: no token is needed
    opened(qtbot, app, 203)
    qtbot.waitUntil(lambda: [change.after for change in app.session.list_changes()] == ["borrador"])


def test_what_cant_be_a_token_of_the_new_address_is_sent_nowhere(
    qtbot: QtBot, app: AppFixture, moved_to: DemoServer
) -> None:
    shown = move(qtbot, app, moved_to.url, "Cliente llama por la factura")
    assert "An access token has no spaces or line breaks. Copy it again." in labels(shown)
    assert line("Access token", shown).hasFocus()
    assert moved_to.requests == ()


# From http to https.


def test_https_of_a_host_that_was_used_by_http_is_offered_and_nothing_moves_unasked(
    qtbot: QtBot, app: AppFixture, data: Path, address: Server
) -> None:
    plain = Server("http://desk.example:8080")
    store = Store(data)
    save(store, Draft(server=plain.url, user="demo", case_id="203", edit=Edit(notes={1: "borrador"}), base=Snapshot()))
    store.close()
    moving = app.window.findChild(Moving)
    assert isinstance(moving, Moving)
    app.workspace.account.signed_in.emit(address)
    app.workspace.account.signed_in.emit(Server("https://other.example"))
    app.workspace.account.signed_in.emit(Server("https://desk.example"))
    text = "http://desk.example:8080 was used before. Its drafts and history can move to https://desk.example."
    qtbot.waitUntil(lambda: app.status == text)
    assert servers(data) == {plain.url}
    with moved(qtbot, app):
        press("Move them", app.window)
    assert servers(data) == {"https://desk.example"}
