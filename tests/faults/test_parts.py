"""Large numbers of attributes, at a server that accepts 1,000 parameters and drops the rest."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from caseeditor.domain.case.model import read_answer
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.parts import MOST
from caseeditor.domain.delivery.snapshot import Reading, take
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.services.storage.database import Store
from tests.faults.editor import Editor
from tests.faults.server import TOKENS, Call, FaultyServer
from tests.support.drafts import save

ATTRIBUTES = {f"name {number}": f"value {number}" for number in range(1, 1241)}
NOTE, TAG, SUBJECT = "one note", "urgent", "another subject"
TAKES = 1000
ASKED = "1,243 values at once; some servers take only 1,000."
HANDED = "Submitted: "


@pytest.fixture
def own() -> Iterator[FaultyServer]:
    """Set up a server that accepts 1,000 parameters."""
    with FaultyServer() as server:
        server.most = TAKES
        yield server


@pytest.fixture
def case(own: FaultyServer) -> int:
    return own.fresh()


@pytest.fixture
def editor(own: FaultyServer, case: int, home: Path) -> Iterator[Editor]:
    """Start a program whose draft of the case has a large number of new attributes."""
    data = home / "data"
    data.mkdir(mode=0o700)
    store, shown = Store(data), read_answer(own.shown(case)).case
    assert shown
    rows = {number: Row(*pair) for number, pair in enumerate(ATTRIBUTES.items(), 1)}
    edit = Edit(subject=SUBJECT, notes={1: NOTE}, tags={TAG: True}, rows=rows)
    base = take(Reading(shown, int(own.now().timestamp())), edit)
    user = f"name:{next(iter(TOKENS.values()))}"
    save(store, Draft(server=own.url, user=user, case_id=shown.id, edit=edit, base=base))
    store.close()
    with Editor(data, own.url, home=home) as editor:
        editor.sign_in()
        editor.open(case)
        yield editor


def held(server: FaultyServer, case: int) -> dict[str, str]:
    """Return the attributes of a case that are among the new ones."""
    return {name: value for name, value in server.world.case(case).items() if name in ATTRIBUTES}


def in_parts(editor: Editor, own: FaultyServer, case: int) -> None:
    """Check that all changes are sent in parts, each once."""
    editor.until("they are on their way", lambda state: state["parcels"])
    editor.until("all is delivered", lambda state: not state["parcels"])
    assert held(own, case) == ATTRIBUTES
    assert own.stored(case) == [NOTE]
    assert own.world.case(case)["subject"] == SUBJECT
    assert own.world.case(case)["tags"] == ["vip", TAG]
    sent = [len(posted.params) for posted in own.updates_of(case)]
    assert sent == [MOST, MOST, MOST, len(ATTRIBUTES) + 3 - 3 * MOST]
    assert editor.edit(case)["rows"] == {}
    assert editor.notes(case) == []


def test_very_many_are_asked_about_and_go_in_parts(editor: Editor, own: FaultyServer, case: int) -> None:
    editor.click("Submit")
    editor.until_said(ASKED)
    assert own.posts_of(case) == []
    editor.click("Submit in parts")
    in_parts(editor, own, case)


def test_the_review_warns_of_very_many_and_offers_parts(editor: Editor, own: FaultyServer, case: int) -> None:
    editor.click("Review changes")
    editor.until_seen(ASKED)
    editor.click("Submit in parts")
    in_parts(editor, own, case)


def test_sent_at_once_the_token_survives_and_the_receipt_tells_what_was_dropped(
    editor: Editor, own: FaultyServer, case: int
) -> None:
    editor.click("Submit")
    editor.until_said(ASKED)
    editor.click("Submit anyway")
    receipt = editor.until_said(HANDED)
    assert "Part of it differs on the server" in receipt
    assert "name 1240: the server holds “”" in receipt
    assert "name 1:" not in receipt
    assert "and 233 more" in editor.until_seen("Part of it differs on the server")
    assert own.stored(case) == [NOTE]
    assert len(held(own, case)) == TAKES - 1 - 3
    assert len(own.updates_of(case)) == 1


@pytest.fixture
def losing(own: FaultyServer, case: int) -> FaultyServer:
    """Make the server drop the token after too many parameters."""

    def script(call: Call) -> None:
        if len(call.params) > TAKES:
            call.answer(b"", b"401 Unauthorized")
        else:
            call.store()
            call.good()

    own.most = None
    own.rule(case, "POST", script)
    return own


def test_401_to_very_many_offers_parts_which_go_once_a_read_shows_that_nothing_is_stored(
    editor: Editor, losing: FaultyServer, case: int
) -> None:
    editor.click("Submit")
    editor.until_said(ASKED)
    editor.click("Submit anyway")
    assert "1,243 values at once; some servers take only 1,000." in editor.until_said("asks for another token")
    editor.until("the dialog", lambda state: "Sign in" in state["dialogs"])
    editor.click("Cancel")
    editor.click("Submit in parts")
    editor.until("all is delivered", lambda state: not state["parcels"] and len(losing.updates_of(case)) > 4)
    assert held(losing, case) == ATTRIBUTES
    assert losing.stored(case) == [NOTE]
    sent = [len(posted.params) for posted in losing.updates_of(case)]
    assert sent == [len(ATTRIBUTES) + 3, MOST, MOST, MOST, len(ATTRIBUTES) + 3 - 3 * MOST]
    assert editor.edit(case)["rows"] == {}


def test_a_second_401_to_very_many_offers_parts_of_what_is_in_the_draft_again(
    editor: Editor, losing: FaultyServer, case: int
) -> None:
    editor.click("Submit")
    editor.until_said(ASKED)
    editor.click("Submit anyway")
    editor.sign_in()
    editor.until_said("accepted the token, but not for case")
    editor.until("the draft", lambda _: editor.notes(case) == [NOTE])
    if "Sign in" in editor.state["dialogs"]:
        editor.click("Cancel")
    editor.click("Submit in parts")
    editor.until("all is delivered", lambda state: not state["parcels"] and len(losing.updates_of(case)) > 5)
    assert held(losing, case) == ATTRIBUTES
    assert losing.stored(case) == [NOTE]


def test_few_are_not_asked_about(own: FaultyServer, case: int, home: Path) -> None:
    with Editor(home / "data", own.url, case, home=home) as editor:
        editor.sign_in()
        editor.until_open(case)
        editor.submit_note(NOTE)
        editor.until_said(HANDED)
    assert own.stored(case) == [NOTE]
