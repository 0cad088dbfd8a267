"""Unreadable data is not treated as absent: nothing on disk is replaced unread."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.faults.conftest import Start
from tests.faults.editor import Editor
from tests.faults.scripts import page, reset
from tests.faults.server import FaultyServer

NAME = "caseeditor.sqlite"


@contextmanager
def held(data: Path) -> Iterator[None]:
    """Lock the data file exclusively, like a backup."""
    with closing(sqlite3.connect(data / NAME, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("CREATE TABLE backup (x)")
        yield
        other.execute("ROLLBACK")


def drafts(data: Path, case: int) -> list[dict[str, object]]:
    with closing(sqlite3.connect(data / NAME)) as disk:
        rows = disk.execute("SELECT body FROM draft WHERE case_id = ?", (str(case),)).fetchall()
    return [json.loads(body)["edit"] for (body,) in rows]


def left(start: Start, case: int, note: str) -> None:
    """Leave a draft with a note from an earlier start."""
    editor = start(case)
    editor.fill("New note", note)
    editor.until_saved(case)
    assert editor.close() == 0


def test_a_draft_that_cannot_be_read_at_first_is_merged_with_what_is_typed_meanwhile(
    start: Start, case: int, data: Path
) -> None:
    left(start, case, "ayer")
    with held(data):
        editor = start(case)
        editor.fill("New note", "hoy")
        editor.until_seen("NOT saved")
    editor.until("both notes", lambda _: sorted(editor.notes(case)) == ["ayer", "hoy"])
    editor.until_saved(case)
    (draft,) = drafts(data, case)
    assert (draft["note_text"], draft["notes"]) == ("hoy", {"1": "ayer"})


def test_a_draft_that_can_be_read_later_comes_without_a_word_typed(start: Start, case: int, data: Path) -> None:
    left(start, case, "ayer")
    with held(data):
        editor = start(case)
        assert editor.notes(case) == []
    editor.until("the draft", lambda _: editor.notes(case) == ["ayer"])


def test_what_had_to_give_way_to_what_was_typed_is_in_the_history(start: Start, case: int, data: Path) -> None:
    editor = start(case)
    editor.fill("Subject", "el de ayer")
    editor.until_saved(case)
    assert editor.close() == 0
    with held(data):
        editor = start(case)
        editor.fill("Subject", "el de hoy")
        editor.until_seen("NOT saved")
    editor.until_saved(case)
    assert [draft["subject"] for draft in drafts(data, case)] == ["el de hoy"]
    with closing(sqlite3.connect(data / NAME)) as disk:
        (body,) = disk.execute("SELECT body FROM discarded").fetchone()
    assert json.loads(body)["edit"]["subject"] == "el de ayer"


def test_discarding_what_was_typed_leaves_the_draft_that_was_not_seen(start: Start, case: int, data: Path) -> None:
    left(start, case, "ayer")
    with held(data):
        editor = start(case)
        editor.fill("New note", "hoy")
        editor.click("Discard changes")
    editor.until("the draft", lambda _: editor.notes(case) == ["ayer"])


def test_pending_submissions_that_cannot_be_read_at_the_start_are_read_later_and_none_is_taken_until_then(
    start: Start, server: FaultyServer, case: int, data: Path
) -> None:
    editor = start(case)
    server.rule(case, "GET", reset)
    editor.submit_note("llamar")
    editor.until_state(case, "queued")
    assert editor.close() == 0
    with held(data):
        server.clear(case)
        editor = start(case)
        assert "couldn't be read" in editor.until_seen("ending submissions")
        editor.submit_note("llamar")
        editor.until("the note still here", lambda _: editor.notes(case) == ["llamar"])
        assert server.posts_of(case) == []
    editor.until_said("stored at")
    assert server.stored(case) == ["llamar"]
    assert editor.notes(case) == ["llamar"]


def test_tabs_are_not_overwritten_before_they_could_be_read(
    start: Start, server: FaultyServer, case: int, data: Path
) -> None:
    other = server.fresh()
    assert start(case, other).close() == 0
    with held(data):
        editor = start()
        editor.until_seen("couldn't be read")
        third = server.fresh()
        editor.open(third)
    editor.until("the tabs", lambda state: len(state["tabs"]) == 3)
    assert editor.close() == 0
    assert len(tabs(data)) == 3


def tabs(data: Path) -> list[str]:
    with closing(sqlite3.connect(data / NAME)) as disk:
        return [case for (case,) in disk.execute("SELECT case_id FROM tab ORDER BY place")]


@pytest.mark.parametrize("why", ["down", "404", "403"])
def test_a_draft_is_shown_edited_and_kept_though_its_case_cannot_be_read(
    why: str, start: Start, server: FaultyServer, case: int, data: Path
) -> None:
    editor = start(case)
    editor.fill("New note", "ayer")
    editor.do("set", name="region", value="sur")
    editor.until_saved(case)
    assert editor.close() == 0
    answer = {"down": reset, "404": page(b"404 Not Found"), "403": page(b"403 Forbidden")}[why]
    server.rule(case, "GET", answer)
    editor = start()
    editor.do("open", case=case)
    editor.until("the draft", lambda state: case in state["opened"] and editor.notes(case) == ["ayer"])
    editor.until_seen("draft")
    editor.fill("New note", "ayer y hoy")
    editor.until_saved(case)
    assert [draft["note_text"] for draft in drafts(data, case)] == ["ayer y hoy"]
    editor.click("Submit")
    assert case_is_kept(editor, case)
    assert server.posts_of(case) == []
    server.clear(case)
    editor.do("menu", name="Reload case")
    editor.until_said("reloaded")
    assert editor.notes(case) == ["ayer y hoy"]
    editor.click("Submit")
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == ["ayer y hoy"]
    assert len(server.posts_of(case)) == 1


def case_is_kept(editor: Editor, case: int) -> bool:
    editor.until_said("can't be read")
    return editor.notes(case) == ["ayer y hoy"]


def test_the_draft_of_a_case_that_is_gone_can_be_copied_and_discarded(
    start: Start, server: FaultyServer, case: int, data: Path
) -> None:
    left(start, case, "ayer")
    server.rule(case, "GET", page(b"404 Not Found"))
    editor = start()
    editor.do("open", case=case)
    editor.until("the draft", lambda state: case in state["opened"])
    editor.click("Copy my changes")
    assert "ayer" in editor.do("state")["clipboard"]
    editor.click("Discard changes")
    editor.until("no draft on disk", lambda _: drafts(data, case) == [])
