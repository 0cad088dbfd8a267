"""Findings of a hostile review: other ways to lose, duplicate, orphan or hide a text."""

import json
import sqlite3
from contextlib import ExitStack, closing, suppress
from pathlib import Path

from caseeditor.domain.delivery.draft import NONE_THERE, Draft
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.delivery.submission import Submission
from caseeditor.domain.editing.edit import Edit
from caseeditor.services.config.folder import DATA_FILE
from caseeditor.services.storage.database import Store, StoreFailed
from tests.faults.conftest import Start
from tests.faults.editor import Editor
from tests.faults.scripts import kept, land, page, reset
from tests.faults.server import OTHER_TOKEN, TOKEN, Call, FaultyServer
from tests.faults.test_unread import held

NOTE = "llamar mañana"


def doubtful(editor: Editor, server: FaultyServer, case: int) -> Call:
    """Submit a note that is lost, and take it back into the draft; returns the call, which may still land."""
    lost: list[Call] = []
    server.plan(case, "POST", kept(lost, reset))
    editor.submit_note(NOTE)
    editor.until_state(case, "asking")
    editor.click("Back to draft")
    editor.until("the note in the draft", lambda _: editor.notes(case) == [NOTE] and editor.states(case) == [])
    editor.until_saved(case)
    return lost[0]


def test_typing_a_note_in_doubt_again_while_the_draft_cannot_be_read_keeps_the_doubt(
    start: Start, server: FaultyServer, case: int, data: Path
) -> None:
    editor = start(case)
    lost = doubtful(editor, server, case)
    assert editor.close() == 0
    land(lost)
    with held(data):
        editor = start(case)
        assert editor.notes(case) == []
        editor.fill("New note", NOTE)
        editor.until_seen("NOT saved")
    editor.until_saved(case)
    editor.click("Submit")
    editor.until("an end", lambda _: editor.states(case) in ([], ["asking"]) and editor.notes(case) == [])
    editor.listen(1)
    assert server.stored(case) == [NOTE]


def test_a_note_in_doubt_that_is_discarded_and_brought_back_in_a_tab_opened_again_keeps_its_doubt(
    start: Start, server: FaultyServer, case: int
) -> None:
    editor = start(case)
    lost = doubtful(editor, server, case)
    land(lost)
    editor.click("Discard changes")
    editor.until_saved(case)
    editor.do("menu", name="Close case")
    editor.until_closed(case)
    editor.open(case)
    editor.do("menu", name="Undo discarding changes")
    editor.until("the note again", lambda _: editor.notes(case) == [NOTE])
    editor.click("Submit")
    editor.until("an end", lambda _: editor.states(case) in ([], ["asking"]) and editor.notes(case) == [])
    editor.listen(1)
    assert server.stored(case) == [NOTE]


def test_a_note_in_doubt_that_is_discarded_and_typed_again_is_not_stored_twice_unasked(
    start: Start, server: FaultyServer, case: int
) -> None:
    editor = start(case)
    lost = doubtful(editor, server, case)
    land(lost)
    editor.click("Discard changes")
    editor.until_saved(case)
    editor.submit_note(NOTE)
    editor.until("an end", lambda _: editor.states(case) in ([], ["asking"]) and editor.notes(case) == [])
    editor.listen(1)
    assert server.stored(case) == [NOTE]


def test_tags_that_one_had_to_remove_hold_up_nobody_elses_note(start: Start, server: FaultyServer, case: int) -> None:
    editor = start(case)

    def stored_then_down(call: Call) -> None:
        call.store()
        server.rule(case, "GET", page(b"503 Down"))
        call.good()

    server.plan(case, "POST", stored_then_down)
    editor.fill("New note", "uno")
    editor.click("Remove tag vip")
    editor.click("Submit")
    editor.until_state(case, "removing")
    editor.kill()
    server.clear(case)
    other = start(case, token=OTHER_TOKEN)
    other.submit_note("dos")
    other.do("menu", name="Others’ drafts and submissions…")
    other.until("the list", lambda _: other.seen(" · "))
    other.do("select", name="Others’ drafts and submissions", row=0)
    other.click("Take over")
    other.until("their end", lambda _: other.states(case) == [])
    assert server.stored(case) == ["uno", "dos"]


def test_a_submission_in_doubt_whose_case_cannot_be_read_any_more_can_be_taken_back(
    start: Start, server: FaultyServer, case: int
) -> None:
    editor = start(case)

    def script(call: Call) -> None:
        server.rule(case, "GET", page(b"404 Not Found"))
        call.reset()

    server.plan(case, "POST", script)
    editor.submit_note(NOTE)
    editor.until_state(case, "unsure")
    editor.until_said("has no such case")
    editor.do("select", name="Outbox", row=0)
    editor.click("Back to draft")
    editor.until("the draft", lambda _: editor.notes(case) == [NOTE])


def test_a_new_note_that_is_pending_elsewhere_already_is_one_note(
    start: Start, server: FaultyServer, case: int, data: Path
) -> None:
    editor = start(case)
    editor.fill("New note", NOTE)
    editor.until_saved(case)
    assert editor.close() == 0
    with held(data):
        editor = start(case)
        editor.fill("New note", NOTE)
        editor.click("Add note")
        editor.until_seen("NOT saved")
    editor.until_saved(case)
    editor.click("Submit")
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]


def test_where_nobody_is_named_a_draft_that_cannot_be_read_at_first_is_found_and_what_is_typed_stays_with_it(
    own: FaultyServer, home: Path
) -> None:
    own.me = {TOKEN: {"zone": "sur"}}
    case, data = own.fresh(), home / "data"

    def begin() -> Editor:
        editor = running.enter_context(Editor(data, own.url, case, home=home))
        editor.sign_in()
        editor.until_open(case)
        return editor

    with ExitStack() as running:
        editor = begin()
        editor.fill("New note", "ayer")
        editor.until_saved(case)
        assert editor.close() == 0
        with held(data):
            editor = begin()
        editor.until("the draft", lambda _: editor.notes(case) == ["ayer"])
        editor.fill("New note", "ayer y hoy")
        editor.until_saved(case)
        assert editor.close() == 0
        assert begin().notes(case) == ["ayer y hoy"]


def test_what_is_typed_in_one_case_while_another_is_saved_before_a_move_is_kept(own: FaultyServer, home: Path) -> None:
    one, other, data = own.fresh(), own.fresh(), home / "data"
    slow = {"draft_pause": 1.0, "draft_longest": 2.0}
    with FaultyServer() as new, Editor(data, own.url, one, other, home=home, timing=slow) as editor:
        editor.sign_in()
        editor.until("both", lambda state: {one, other} <= {*state["opened"]})
        for url in (new.url, own.url):
            editor.do("menu", name="Sign in…")
            editor.until("the dialog", lambda state: "Sign in" in state["dialogs"])
            editor.fill("Server", url)
            editor.sign_in()
        editor.open(other)
        editor.fill("New note", "de la otra")
        editor.open(one)
        editor.do("menu", name="This server moved…")
        editor.until("the dialog", lambda state: "This server moved" in state["dialogs"])
        with closing(sqlite3.connect(data / DATA_FILE, isolation_level=None)) as slow_disk:
            slow_disk.execute("BEGIN IMMEDIATE")
            editor.fill("New address", new.url)
            editor.click("Move")
            editor.until("the dialog is gone", lambda state: not state["dialogs"])
            editor.fill("New note", "de la una")
            slow_disk.execute("ROLLBACK")
        editor.until("it moved", lambda state: "Moved to" in state["status"] or editor.seen("Moved to"))
        with closing(sqlite3.connect(data / DATA_FILE)) as disk:
            bodies = disk.execute("SELECT body FROM draft").fetchall()
    assert sorted(json.loads(body)["edit"]["note_text"] for (body,) in bodies) == ["de la otra", "de la una"]


def test_a_draft_that_another_program_submitted_is_not_submitted_again_unasked(tmp_path: Path) -> None:
    typed = Draft(server="https://a.example", user="id:1", case_id="203", edit=Edit(notes={1: NOTE}), base=Snapshot())
    submission = Submission(
        server=typed.server, user=typed.user, case_id=typed.case_id, edit=typed.edit, base=typed.base
    )
    one, anyway = Store(tmp_path), Store(tmp_path)
    seen = one.save_draft(typed, NONE_THERE).generation
    seen_too = anyway.find_draft(typed.server, typed.user, typed.case_id).generation
    one.submit(typed, submission, seen)
    with suppress(StoreFailed):
        anyway.submit(typed, submission, seen_too)
    assert len(one.open_submissions()) == 1


def test_an_older_copy_of_before_a_move_brings_nothing_back_to_the_old_address(tmp_path: Path) -> None:
    typed = Draft(server="https://a.example", user="id:1", case_id="203", edit=Edit(notes={1: NOTE}), base=Snapshot())
    submission = Submission(
        server=typed.server, user=typed.user, case_id=typed.case_id, edit=typed.edit, base=typed.base
    )
    store = Store(tmp_path)
    store.submit(typed, submission, NONE_THERE)
    store.checkpoint()
    copy = (tmp_path / DATA_FILE).read_bytes()
    store.move_server(typed.server, "https://b.example")
    (tmp_path / DATA_FILE).write_bytes(copy)
    assert [each.server for each in store.open_submissions()] == ["https://b.example"]
