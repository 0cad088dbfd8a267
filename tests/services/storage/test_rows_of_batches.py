"""Submissions of batches in the store: found by their marks, let go from memory, never sent again."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from caseeditor.domain.delivery.guard import BatchMark, Guard
from caseeditor.domain.delivery.submission import State, Submission, UnconfirmedNote
from caseeditor.services.storage.database import Store
from caseeditor.services.storage.known import Known
from caseeditor.services.storage.unreadable import Held
from tests.services.storage.test_database import SERVER, USER, draft, submission
from tests.support import batches
from tests.support.drafts import save
from tests.support.time_bounds import is_within

replace = msgspec.structs.replace
Start = Callable[[], Store]


def row(number: int, batch: int = 1, **changed: object) -> Submission:
    mark = BatchMark(batch=batch, row=number, guard=Guard(with_tag="vip"))
    return submission(draft(str(1000 + number)), batch=mark, **changed)


def with_batch(store: Store, rows: int) -> Store:
    """Save a batch with these rows."""
    made = [batches.row(number) for number in range(1, rows + 1)]
    store.batches.save(batches.batch(server=SERVER, user=USER), made)
    return store


def insert(store: Store, submission: Submission) -> Submission:
    return store.insert_rows([submission])[0]


def test_a_row_becomes_a_submission_and_one_whose_case_has_a_draft_waits(start: Start) -> None:
    store = start()
    save(store, draft("1001", subject="typed"))
    (made,) = store.insert_rows([row(1), row(2)])
    assert made.number
    assert (made.batch, made.case_id) == (row(2).batch, "1002")
    assert store.open_submissions() == (made,)
    assert store.submission(made.number) == made
    assert store.draft(SERVER, USER, "1001") == draft("1001", subject="typed")
    assert store.select("SELECT subject FROM parcel") == [("before",)]
    store.close()
    assert start().open_submissions() == (made,)


def test_a_row_whose_case_has_an_open_submission_waits(start: Start) -> None:
    store = start()
    mine = store.submit(draft("1001", notes={1: "mine"}), submission(draft("1001", notes={1: "mine"})), None)
    assert store.insert_rows([row(1)]) == ()
    store.save(replace(mine, state=State.STORED))
    assert len(store.insert_rows([row(1)])) == 1


def test_the_latest_submission_of_a_row_is_found_by_its_mark(start: Start) -> None:
    store = with_batch(start(), 3)
    first = insert(store, row(1))
    store.save(replace(first, state=State.REJECTED))
    again = replace(insert(store, row(1)), state=State.REJECTED)
    store.save(again)
    second = insert(store, row(2))
    insert(store, row(1, batch=12))
    insert(store, replace(row(3), batch=None, edit=row(3).edit))
    assert store.marked(1, [1, 2, 3]) == {1: again, 2: second}
    assert store.marked(1, [2]) == {2: second}
    assert store.marked(2, [1]) == {}
    assert store.marked(1, []) == {}


def test_a_mark_is_found_after_its_server_moved_and_its_account_got_another_key(start: Start) -> None:
    store = with_batch(start(), 1)
    made = insert(store, row(1))
    store.move_server(SERVER, "https://new.example")
    assert store.marked(1, [1]) == {1: replace(made, server="https://new.example")}


def test_a_mark_is_found_after_a_move_of_its_server_was_cut_off(start: Start) -> None:
    store = with_batch(start(), 1)
    made = insert(store, row(1))
    insert(store, replace(row(2), server="https://another.example"))
    store.batches.move_server(SERVER, "https://new.example")
    assert store.marked(1, [1]) == {1: made}


def test_a_text_that_looks_like_a_mark_is_none(start: Start) -> None:
    store = with_batch(start(), 1)
    text = '"batch":{"batch":1,"row":1}'
    insert(store, replace(submission(draft("1001", notes={1: text}))))
    assert store.marked(1, [1]) == {}


def test_marks_are_found_among_a_hundred_thousand_submissions(start: Start) -> None:
    store = with_batch(start(), 100_000)
    body = msgspec.json.encode(row(1))
    with store.transaction() as cursor:
        cursor.executemany(
            "INSERT INTO parcel (server, user, case_id, subject, state, is_open, body, began)"
            " VALUES (?, ?, ?, '', 'stored', 0, ?, 1)",
            (
                (SERVER, USER, str(1000 + number), body.replace(b'"row":1', b'"row":%d' % number))
                for number in range(1, 100_001)
            ),
        )
    began = time.process_time()
    assert set(store.marked(1, range(40_000, 40_008))) == set(range(40_000, 40_008))
    assert is_within(time.process_time() - began, 0.05, time.process_time)


def test_ended_rows_leave_the_memory_and_an_older_copy_of_the_file_does_not_reopen_them(
    start: Start, tmp_path: Path
) -> None:
    store, file = with_batch(start(), 301), tmp_path / "caseeditor.sqlite"
    made = [insert(store, row(number)) for number in range(1, 302)]
    store.checkpoint()
    shutil.copy(file, tmp_path / "older")
    for each in made:
        store.save(replace(each, state=State.STORED))
    assert len(store._known.submissions) == 200  # noqa: SLF001 - memory is what is measured
    for path in tmp_path.glob("caseeditor.sqlite*"):
        path.unlink()
    shutil.copy(tmp_path / "older", file)
    store.saw_date(2_000_000_000)
    assert store.open_submissions() == ()
    assert set(store.marked(1, range(1, 302))) == set(range(1, 302))


def test_rows_whose_note_may_still_be_stored_leave_the_memory_too_but_later() -> None:
    known = Known()
    for number in range(1, 2_101):
        ended = replace(row(number), number=number, state=State.STORED, unconfirmed=(UnconfirmedNote("x", 1, number),))
        known.submissions[number] = Held(ended, "", 1, 2)
    known.let_rows_go()
    assert min(known.submissions) == 101
    assert len(known.submissions) == 2_000


def test_a_submission_of_the_version_before_has_no_mark(start: Start) -> None:
    store = start()
    made = insert(store, row(1))
    old = msgspec.json.decode(msgspec.json.encode(made))
    del old["batch"]
    with store.transaction() as cursor:
        cursor.execute("UPDATE parcel SET body = ?", (msgspec.json.encode(old),))
    assert store.open_submissions() == (replace(made, batch=None),)


@pytest.mark.parametrize("state", [State.STORED, State.REJECTED])
def test_a_row_that_was_let_go_can_still_be_saved(start: Start, state: State) -> None:
    store = start()
    made = [insert(store, row(number)) for number in range(1, 202)]
    for each in made:
        store.save(replace(each, state=State.STORED))
    store.save(replace(made[0], state=state, words="later"))
    found = store.submission(made[0].number)
    assert found
    assert (found.state, found.words) == (state, "later")
