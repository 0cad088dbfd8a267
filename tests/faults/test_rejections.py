"""Updates that a server rejects but stores, at once or later; and attributes named like the envelope."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from caseeditor.domain.delivery.draft import NONE_THERE, Draft
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.delivery.submission import Submission
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.services.storage.database import Store
from tests.faults.conftest import Start
from tests.faults.editor import Editor
from tests.faults.scripts import empty, kept, land, landing, refused, said, stored
from tests.faults.server import TOKEN, TOKENS, Call, FaultyServer, Script

NOTE = "llamar mañana"
UNCLEAR = (b"408 Request Timeout", b"425 Too Early", b"499 Client Closed Request", b"409 Conflict", b"418 x", b"460 y")
REJECTIONS = tuple(b"%d x" % status for status in (400, 403, 404, 405, 410, 411, 413, 414, 415, 422, 431, 451))


def sign_in_again(editor: Editor) -> None:
    if "Sign in" not in editor.state["dialogs"]:
        editor.do("menu", name="Sign in…")
    editor.sign_in(TOKEN)


# 401.


def test_stored_then_401_is_one_note_and_a_token_is_asked_for(editor: Editor, server: FaultyServer, case: int) -> None:
    editor.open(case)
    server.plan(case, "POST", stored(empty("401 Sesión vencida".encode())))
    editor.submit_note(NOTE)
    editor.until_said("Sesión vencida")
    editor.sign_in()
    editor.until_said("Submitted: stored at")
    editor.until_state(case)
    assert editor.notes(case) == []
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


@pytest.mark.parametrize("lands", [True, False], ids=["stored", "not stored"])
def test_401_to_the_update_and_to_the_reads_waits_for_a_token_across_a_restart(
    lands: bool, start: Start, server: FaultyServer, case: int
) -> None:
    no = empty(b"401 Expired")
    first = start(case)
    server.plan(case, "GET", Call.good)
    server.plan(case, "POST", stored(no) if lands else no)
    server.rule(case, "GET", no)
    first.submit_note(NOTE)
    first.until_said("asks for another token")
    first.until_state(case, "unsure")
    first.kill()
    server.rule(case, "GET", None)
    second = start(case)
    second.until_said("Submitted: stored at")
    second.until_state(case)
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 2 - lands


def test_401_that_lands_later_is_seen_before_the_note_goes_out_again(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    lost: list[Call] = []
    server.plan(case, "POST", kept(lost, empty(b"401 Expired")))
    editor.submit_note(NOTE)
    editor.until_said("asks for another token")
    land(lost[0])
    editor.sign_in()
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


def test_401_to_a_token_that_was_just_good_is_told_as_that_and_the_note_is_one_however_late_it_lands(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    lost: list[Call] = []
    no = kept(lost, empty(b"401 Not this case"))
    server.plan(case, "POST", no, no)
    editor.submit_note(NOTE)
    editor.until_said("asks for another token")
    editor.sign_in()
    editor.until_said("accepted the token, but not for case")
    editor.until("the draft", lambda _: editor.notes(case) == [NOTE])
    sign_in_again(editor)
    land(lost[0])
    editor.click("Submit")
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 2


# Other statuses.


@pytest.mark.parametrize("status", UNCLEAR)
def test_stored_then_a_status_that_decides_nothing_is_found_by_reading(
    status: bytes, editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    server.plan(case, "POST", stored(refused("Busy", status)))
    editor.submit_note(NOTE)
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


@pytest.mark.parametrize("status", UNCLEAR)
def test_a_status_that_decides_nothing_is_a_question_in_the_servers_words_and_landing_later_one_note(
    status: bytes, editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    lost: list[Call] = []
    server.plan(case, "POST", kept(lost, refused("Busy just now", status)))
    editor.submit_note(NOTE)
    editor.until_state(case, "asking")
    editor.until_said("Busy just now")
    land(lost[0])
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


@pytest.mark.parametrize("status", REJECTIONS)
def test_a_rejection_gives_the_draft_back_and_the_same_note_goes_out_again_unasked(
    status: bytes, editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    server.plan(case, "POST", refused("Not today", status))
    editor.submit_note(NOTE)
    editor.until("the draft", lambda _: editor.notes(case) == [NOTE])
    server.world.update(case, [("note", "something else"), ("subject", "moved")], by="support")
    editor.click("Submit")
    editor.until_said("Submitted: stored at")
    assert "asking" not in editor.states_now(case)
    assert server.stored(case) == ["something else", NOTE]
    assert len(server.posts_of(case)) == 2


@pytest.mark.parametrize("status", [b"400 Bad Request", b"403 Forbidden", b"422 x", b"200 OK"])
def test_a_rejection_that_lands_later_is_seen_before_the_note_goes_out_again(
    status: bytes, editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    lost: list[Call] = []
    server.plan(case, "POST", kept(lost, refused("No", status)))
    editor.submit_note(NOTE)
    editor.until("the draft", lambda _: editor.notes(case) == [NOTE])
    land(lost[0])
    editor.click("Submit")
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


def test_a_rejection_that_lands_after_the_note_was_written_anew_is_a_question(
    start: Start, server: FaultyServer, case: int
) -> None:
    editor = start(case)
    lost: list[Call] = []
    server.plan(case, "POST", kept(lost, refused("No", b"400 Bad Request")))
    editor.submit_note(NOTE)
    editor.until("the draft", lambda _: editor.notes(case) == [NOTE])
    editor.kill()
    land(lost[0])
    editor = start(case)
    editor.until("the draft", lambda _: editor.notes(case) == [NOTE])
    editor.do("select", name="Notes", row=0)
    editor.click("Edit note")
    editor.fill("Edit note", f"{NOTE} temprano")
    editor.click("Submit")
    editor.until_said("a new note may be yours")
    editor.until_state(case, "asking")
    assert len(server.posts_of(case)) == 1


def test_429_that_lands_while_it_is_waited_for_is_seen_before_the_second_attempt(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    lost: list[Call] = []
    server.plan(case, "POST", kept(lost, empty(b"429 Too Many Requests", b"Retry-After: 5")))
    server.plan(case, "GET", Call.good, Call.good, landing(lost))
    editor.submit_note(NOTE)
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


# Malformed success.


@pytest.mark.parametrize("said_success", ["false", 1, None, "true", 0])
def test_success_that_is_no_boolean_is_neither_a_rejection_nor_a_success(
    said_success: object, editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    lost: list[Call] = []
    server.plan(case, "POST", kept(lost, said({"success": said_success, "statusMessage": "Quizás"})))
    editor.submit_note(NOTE)
    editor.until_state(case, "asking")
    editor.until_said("Quizás")
    land(lost[0])
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]


# Envelope names.

NAMED: dict[str, dict[str, Any]] = {
    "success": {"success": False},
    "success as a text": {"success": "false"},
    "success and its words": {"success": "no", "statusMessage": "abierto"},
    "data": {"data": "2026"},
    "nested data": {"data": {"a": 1}},
    "total": {"total": 7},
    "items": {"items": "3"},
    "a list of items": {"items": ["a", "b"]},
    "case_id": {"case_id": "9"},
}


def showing(case: int, attributes: dict[str, Any], *, below: bool) -> Script:
    """Answer with a case that has these attributes, bare or below `data`; store the update."""

    def script(call: Call) -> None:
        if call.method == "POST":
            call.store()
        whole = {**call.server.world.case(case), **attributes}
        envelope = {"success": True, "case_id": case, "data": whole}
        call.answer(json.dumps(envelope if below else whole).encode())

    return script


@pytest.mark.parametrize("below", [False, True], ids=["bare", "data"])
@pytest.mark.parametrize("named", NAMED)
def test_a_case_with_an_attribute_named_like_the_envelope_opens_shows_it_and_is_updated(
    named: str, below: bool, editor: Editor, server: FaultyServer, case: int
) -> None:
    script = showing(case, NAMED[named], below=below)
    server.rule(case, "GET", script)
    server.rule(case, "POST", script)
    editor.open(case)
    assert {*NAMED[named]} <= {*editor.do("names")["cells"]}
    editor.submit_note(NOTE)
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


@pytest.mark.parametrize("name", ["success", "statusMessage", "case_id", "data", "total", "items"])
def test_an_attribute_named_like_the_envelope_is_not_sent(
    name: str, editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    editor.do("set", name=name, value="false")
    editor.click("Submit")
    editor.until_said("Nothing was sent.")
    assert server.posts_of(case) == []
    editor.click("Discard changes")


# Envelope names in drafts of version 0.1.0, which treated them as ordinary attributes.

OLD_NAMES = ("data", "total", "items", "success", "statusMessage", "case_id")


def of_old(own: FaultyServer, case: int, edit: Edit) -> Draft:
    """Return a draft of a version that submits envelope names, over a case with an attribute `total`."""
    user = f"name:{next(iter(TOKENS.values()))}"
    base = Snapshot(attributes={"total": "7"})
    return Draft(server=own.url, user=user, case_id=str(case), edit=edit, base=base, subject="old")


@pytest.mark.parametrize("name", OLD_NAMES)
@pytest.mark.parametrize("is_new", [True, False], ids=["new", "changed"])
def test_a_kept_draft_with_a_name_of_the_envelope_is_not_sent_and_says_so(
    name: str, is_new: bool, own: FaultyServer, home: Path, data: Path
) -> None:
    case = own.fresh()
    script = showing(case, {} if is_new else {name: "7"}, below=False)
    own.rule(case, "GET", script)
    rows, values = ({1: Row(name, "8")}, {}) if is_new else ({}, {name: "8"})
    edit = Edit(notes={1: NOTE}, rows=rows, values=values)
    data.mkdir(mode=0o700)
    with closing(Store(data)) as store:
        store.save_draft(of_old(own, case, edit), NONE_THERE)
    with Editor(data, own.url, case, home=home) as editor:
        editor.sign_in()
        editor.until_open(case)
        editor.click("Submit")
        told = editor.until_said("Nothing was sent.")
        assert f"“{name}” is reserved" in told
        assert editor.notes(case) == [NOTE]
        assert own.posts_of(case) == []
        editor.click(f"Leave out {name}")
        editor.click("Submit")
        editor.until_said("Submitted: stored at")
    assert own.stored(case) == [NOTE]
    assert [params for posted in own.posts_of(case) for params in posted.params if params[0] == name] == []


@pytest.mark.parametrize("is_new", [True, False], ids=["new", "changed"])
@pytest.mark.parametrize("name", OLD_NAMES)
def test_a_kept_submission_with_a_name_of_the_envelope_goes_to_the_draft_and_says_so(
    name: str, is_new: bool, own: FaultyServer, home: Path, data: Path
) -> None:
    case = own.fresh()
    own.rule(case, "GET", showing(case, {} if is_new else {name: "7"}, below=False))
    rows, values = ({1: Row(name, "8")}, {}) if is_new else ({}, {name: "8"})
    edit = Edit(subject="mine", notes={1: NOTE}, rows=rows, values=values)
    draft = of_old(own, case, edit)
    submission = Submission(server=own.url, user=draft.user, case_id=str(case), edit=edit, base=draft.base)
    data.mkdir(mode=0o700)
    with closing(Store(data)) as store:
        store.submit(draft, submission, NONE_THERE)
    with Editor(data, own.url, case, home=home) as editor:
        editor.sign_in()
        told = editor.until_said("are back in the draft")
        assert "These names are reserved" in told
        assert name in told
        editor.until_open(case)
        editor.until("the draft", lambda _: editor.notes(case) == [NOTE])
        assert (editor.edit(case)["rows"] if is_new else editor.edit(case)["values"]) != {}
        assert editor.edit(case)["subject"] == "mine"
        assert own.posts_of(case) == []
