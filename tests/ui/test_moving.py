"""A server that moved: drafts, what waits, the history and the open cases go along, once the agent signed in there."""

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
from tests.services.drafts import save
from tests.ui.parts import (
    Hire,
    Office,
    OfficeOver,
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
from tests.ui.test_history import rows, show

LOST = 9004


def pressed(name: str, inside: QWidget) -> bool:
    """Press a button if it is there: a question goes while its case is read anew, and comes back."""
    do_posted()
    found = [each for each in inside.findChildren(QAbstractButton) if each.isVisible() and name_of(each) == name]
    for each in found:
        each.click()
    return len(found) == 1


@pytest.fixture
def moved_to() -> Iterator[DemoServer]:
    """Run the same Social Gateway at another address, as one that moved."""
    with DemoServer(pace=0.05, token="-".join(("another", "5678"))) as running:
        yield running


def action(office: Office) -> QAction:
    return next(each for each in office.window.findChildren(QAction) if each.text() == "This server moved…")


def dialog(qtbot: QtBot, office: Office) -> MovingDialog:
    action(office).trigger()
    qtbot.waitUntil(lambda: office.window.findChild(MovingDialog) is not None)
    found = office.window.findChild(MovingDialog)
    assert isinstance(found, MovingDialog)
    return found


def move(qtbot: QtBot, office: Office, to: str, token: str) -> MovingDialog:
    shown = dialog(qtbot, office)
    line("New address", shown).setText(to)
    line("Access token", shown).setText(token)
    press("Move", shown)
    return shown


@contextlib.contextmanager
def moved(qtbot: QtBot, office: Office) -> Iterator[None]:
    """Wait until it is told that a server's data moved."""
    moving = office.window.findChild(Moving)
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
    qtbot: QtBot, office: Office, moved_to: DemoServer, server: DemoServer, data: Path
) -> None:
    opened(qtbot, office, 210)
    line("Subject", office.window).setText("en el 210")
    opened(qtbot, office, 203)
    field("New note", office.window).setPlainText("llamar mañana")
    with moved(qtbot, office):
        move(qtbot, office, moved_to.url, moved_to.token)
    qtbot.waitUntil(lambda: office.session.case is not None)
    assert office.tabs == ["210", "203"]
    assert {server.url for server, _ in office.workspace.sessions} == {moved_to.url}
    assert field("New note", office.window).toPlainText() == "llamar mañana"
    assert office.workspace.settings.server == moved_to.url
    assert office.workspace.settings.domains[Server(server.url).domain] == moved_to.url
    assert office.session.editor.undo_stack.undo_key is not None
    assert submit(qtbot, office.session).text.startswith("Submitted: stored at ")
    assert [note["text"] for note in moved_to.case(203)["notes"]] == ["llamar mañana"]
    assert "notes" not in server.case(203)
    assert servers(data) == {moved_to.url}


def test_what_waits_goes_on_at_the_new_address(
    qtbot: QtBot, office: Office, moved_to: DemoServer, server: DemoServer, data: Path
) -> None:
    session = opened(qtbot, office, LOST)
    session.editor.set_note_text("llamar mañana")
    submit(qtbot, session)
    assert [submission.state for submission in session.submissions] == [State.NEEDS_ANSWER]
    with moved(qtbot, office):
        move(qtbot, office, moved_to.url, moved_to.token)
    qtbot.waitUntil(
        lambda: [each.server for each in office.workspace.deliveries.submissions.values()] == [moved_to.url]
    )
    before = len(moved_to.requests)
    qtbot.waitUntil(lambda: len(moved_to.requests) > before + 1)
    asked = [request for request in server.requests if request.method == "POST"]
    assert len(asked) == 1
    view = office.window.current_view()
    assert view is not None
    qtbot.waitUntil(lambda: pressed("It was stored", view))
    qtbot.waitUntil(lambda: not office.workspace.deliveries.submissions)
    history = show(office)
    qtbot.waitUntil(lambda: [outcome for _, _, outcome in rows(history)] == ["you said so"])
    assert servers(data) == set()


def test_a_token_that_the_new_address_does_not_take_moves_nothing(
    qtbot: QtBot, office: Office, moved_to: DemoServer, server: DemoServer
) -> None:
    opened(qtbot, office, 203)
    shown = move(qtbot, office, moved_to.url, "wrong")
    qtbot.waitUntil(lambda: "does not accept the access token" in labels(shown))
    assert {server.url for server, _ in office.workspace.sessions} == {server.url}
    assert office.workspace.account.server == Server(server.url)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (" x", "Type the new address."),
        ("ftp://example.org x", "This is no server's address."),
        ("https://example.org ", "Paste the access token of the new address."),
        ("{0}/case/203 x", "That is the old address."),
    ],
)
def test_what_cant_be_right_is_told_in_the_dialog(
    qtbot: QtBot, office: Office, server: DemoServer, typed: str, words: str
) -> None:
    to, token = typed.format(server.url).split(" ")
    shown = move(qtbot, office, to, token)
    qtbot.waitUntil(lambda: words in labels(shown))


def test_who_gives_up_moves_nothing_at_a_later_sign_in(qtbot: QtBot, office: Office, moved_to: DemoServer) -> None:
    shown = dialog(qtbot, office)
    press("Cancel", shown)
    with qtbot.waitSignal(office.workspace.account.signed_in):
        office.workspace.account.sign_in(moved_to.url, moved_to.token, keep=False)
    assert "Moved" not in office.status


def test_another_server_than_the_one_in_use_can_be_named_and_nothing_is_sent_to_it(
    qtbot: QtBot, office_over: OfficeOver, hire: Hire, data: Path, moved_to: DemoServer
) -> None:
    gone = "https://gone.example"
    store = Store(data)
    edit = Edit(notes={1: "borrador"})
    save(store, Draft(server=gone, user="name:demo", case_id="203", edit=edit, base=Snapshot()))
    store.close()
    office = office_over(hire(""))
    office.workspace.start(Server(moved_to.url), ())
    with qtbot.waitSignal(office.workspace.account.signed_in):
        office.workspace.account.sign_in(moved_to.url, moved_to.token, keep=False)
    shown = dialog(qtbot, office)
    old = find(QComboBox, "Old address", shown)
    assert [old.itemText(row) for row in range(old.count())] == [moved_to.url, gone]
    old.setCurrentIndex(1)
    line("New address", shown).setText(moved_to.url)
    with moved(qtbot, office):
        press("Move", shown)  # signed in there already: no token is wanted
    opened(qtbot, office, 203)
    qtbot.waitUntil(lambda: [change.after for change in office.session.list_changes()] == ["borrador"])


def test_what_cant_be_a_token_of_the_new_address_is_sent_nowhere(
    qtbot: QtBot, office: Office, moved_to: DemoServer
) -> None:
    shown = move(qtbot, office, moved_to.url, "Cliente llama por la factura")
    assert "An access token has no spaces or line breaks. Copy it again." in labels(shown)
    assert line("Access token", shown).hasFocus()
    assert moved_to.requests == ()


# http that became https.


def test_https_of_a_host_that_was_used_by_http_is_offered_and_nothing_moves_unasked(
    qtbot: QtBot, office: Office, data: Path, address: Server
) -> None:
    plain = Server("http://desk.example:8080")
    store = Store(data)
    save(store, Draft(server=plain.url, user="demo", case_id="203", edit=Edit(notes={1: "borrador"}), base=Snapshot()))
    store.close()
    moving = office.window.findChild(Moving)
    assert isinstance(moving, Moving)
    office.workspace.account.signed_in.emit(address)
    office.workspace.account.signed_in.emit(Server("https://other.example"))
    office.workspace.account.signed_in.emit(Server("https://desk.example"))
    text = "http://desk.example:8080 was used before. Its drafts and history can move to https://desk.example."
    qtbot.waitUntil(lambda: office.status == text)
    assert servers(data) == {plain.url}
    with moved(qtbot, office):
        press("Move them", office.window)
    assert servers(data) == {"https://desk.example"}
