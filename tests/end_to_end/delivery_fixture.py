"""A program and its Social Gateway, whose cases from 9001 on misbehave, for tests of submissions."""

from typing import Any

from caseeditor.demo.cases import messages
from caseeditor.demo.responses import Answer
from caseeditor.demo.server import DemoServer, Request
from tests.end_to_end.program import Program

NOTE = "Llamar mañana"
NEW = "new: "
PENDING = ("on its way: ", "not confirmed: ", "waits for your choice: ")


class Gateway(DemoServer):
    """A Social Gateway whose cases can be changed by a colleague, or by an update that lands late."""

    def change(self, number: int, name: str, value: str, *, by: str | None = None) -> None:
        """Apply an update with this parameter; the default author is the agent."""
        assert self._gateway, "It isn't running."
        self._gateway.world.update(number, [(name, value)], by=by)

    def messages(self, number: int) -> list[dict[str, Any]]:
        """Return the conversation of the case as in an answer."""
        assert self._gateway, "It isn't running."
        return messages(number, self._gateway.world.summary(number))


class TwoUsers(Gateway):
    """A Social Gateway with a second user, who has a token of her own."""

    def __init__(self, *, token: str, user: str, other_token: str, other_user: str) -> None:
        super().__init__(token=token, user=user)
        self._tokens = {token: user, other_token: other_user}

    def answer(self, request: Request, params: list[tuple[str, str]]) -> Answer:
        assert self._gateway, "It isn't running."
        world, token = self._gateway.world, dict(params).get("access_token", "")
        known = [(name, self.token if value in self._tokens else value) for name, value in params]
        with world.lock:
            world.user = self._tokens.get(token, world.user)
            return super().answer(request, known)


class DeliveryFixture:
    """One program and its server."""

    def __init__(self, editor: Program, server: Gateway) -> None:
        self.editor = editor
        self.server = server

    def open(self, number: int) -> Program:
        self.editor.open_case(str(number))
        self.editor.wait_title(f"– {number} –")
        self.editor.until(
            "its word", self.editor.status, {f"Case {number} opened", f"Case {number} is already open"}.__contains__
        )
        return self.editor

    def submit_note(self, note: str = NOTE) -> None:
        submit_note(self.editor, note)

    def updates(self, number: int) -> list[list[tuple[str, str]]]:
        return updates(self.server, number)

    def notes(self, number: int) -> list[str]:
        return notes(self.server, number)


def posts(server: DemoServer, number: int) -> list[Request]:
    """List the requests about a case other than reads."""
    return [
        request for request in server.requests if request.method == "POST" and request.path.split("/")[4] == str(number)
    ]


def sent(request: Request) -> list[tuple[str, str]]:
    return [pair for pair in request.params if pair[0] != "access_token"]


def updates(server: DemoServer, number: int) -> list[list[tuple[str, str]]]:
    """List the parameters of each update, without the token."""
    return [sent(request) for request in posts(server, number)]


def notes(server: DemoServer, number: int) -> list[str]:
    """List the notes on the server, oldest first."""
    return [note["text"] for note in server.case(number).get("notes", [])]


def submit_note(editor: Program, note: str = NOTE) -> None:
    editor.set_text("New note", note)
    editor.click("Submit")


def pending(editor: Program) -> list[str]:
    """List the notes of the draft."""
    return _marked(editor, NEW)


def on_their_way(editor: Program) -> list[str]:
    """List the notes of pending submissions."""
    return [note for mark in PENDING for note in _marked(editor, mark)]


def _marked(editor: Program, mark: str) -> list[str]:
    return [item.name.removeprefix(mark) for item in editor.items("Notes") if item.name.startswith(mark)]


def outbox(editor: Program) -> list[str]:
    """List the pending submissions. The pane is hidden while there are none, or while all are under way."""
    if editor.find(name="All changes sent", identifier="Outbox"):
        return []
    if not editor.exists("list", "Outbox"):
        (button,) = editor.find(identifier="Outbox")
        editor.activate()
        editor.desktop.click(*editor.extents(button).centre)
    return [item.name for item in editor.items("Outbox")]
