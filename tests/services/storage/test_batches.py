"""Batches in a real file: rows by the hundred thousand, counts, and what is kept of malformed bodies."""

import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from caseeditor.domain.batch.batch import BatchState, Pause, status_text
from caseeditor.domain.batch.plan.recipe import Recipe
from caseeditor.domain.batch.row import FieldResult, Outcome, Row, RowPlan, RowState
from caseeditor.domain.delivery.guard import Guard
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.editing.changes import Change, ChangeKind
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.domain.local.data_news import DataNews, Salvaged
from caseeditor.services.storage.batch.batch_file import BatchFile
from caseeditor.services.storage.connections import StoreFailed
from tests.support.batch_counts import outcome_counts, plan_counts
from tests.support.batches import NAME, SERVER, USER, batch, change_body, row
from tests.support.disks import disk
from tests.support.time_bounds import is_within

replace = msgspec.structs.replace


@pytest.fixture
def file(tmp_path: Path) -> Iterator[BatchFile]:
    with closing(BatchFile(tmp_path, lambda: 5000)) as opened:
        yield opened


def test_a_batch_and_its_rows_come_back_as_they_were_saved(tmp_path: Path, file: BatchFile) -> None:
    guard, recipe = Guard(states=("open",)), Recipe(notes=("Hello",))
    saved = file.save(batch(guard=guard, recipe=recipe, columns=("id", "x")), [row(1), row(2, RowPlan.ALREADY_SO)])
    assert (saved.number, saved.made, saved.rows, saved.lost) == (1, 5000, 2, 0)
    assert saved.plans == {RowPlan.CHANGES: 1, RowPlan.ALREADY_SO: 1}
    assert saved.outcomes == {Outcome.NOT_SENT: 2}
    with closing(BatchFile(tmp_path)) as again:
        assert again.find(1) == saved
        assert again.rows(1) == (row(1), row(2, RowPlan.ALREADY_SO))
        assert again.of(SERVER, USER) == (saved,)


def test_a_hundred_thousand_rows_are_written_and_read_in_seconds(file: BatchFile) -> None:
    change = Change(ChangeKind.ATTRIBUTE, "prioridad", "baja", "alta")
    rows = [
        Row(
            number=number,
            case_id=str(number),
            plan=RowPlan.CHANGES,
            edit=Edit(values={"prioridad": "alta"}, notes={1: "A note. " * 10}),
            base=Snapshot(attributes={"prioridad": "baja"}, notes={"0123456789abcdef": 1}),
            changes=(change,),
            state=RowState.ENDED,
            outcome=Outcome.STORED,
            results=(FieldResult(change, is_done=True, now="alta"),),
        )
        for number in range(1, 100_001)
    ]
    began = time.process_time()
    saved = file.save(batch(), rows)
    assert is_within(time.process_time() - began, 5, time.process_time)
    began = time.process_time()
    found = file.rows(saved.number)
    assert is_within(time.process_time() - began, 1.5, time.process_time)
    assert found == tuple(rows)
    began = time.process_time()
    for number in range(50):  # their counts are kept, not counted
        saved = file.save(saved, [replace(rows[number], outcome=Outcome.REJECTED)])
    assert is_within(time.process_time() - began, 0.5, time.process_time)
    assert status_text(saved) == "planned · stored 99950 · rejected 50"


def test_counts_follow_each_save_and_are_those_of_the_rows(file: BatchFile) -> None:
    saved = file.save(batch(), [row(number) for number in range(1, 8)])
    saved = file.save(saved, [row(1, outcome=Outcome.STORED), row(2, outcome=Outcome.MOVED), row(8)])
    saved = file.save(saved, [row(1, RowPlan.ALREADY_SO, Outcome.ALREADY_SO)])
    rows = file.rows(saved.number)
    assert [each.number for each in rows] == list(range(1, 9))
    assert (saved.rows, saved.plans, saved.outcomes) == (8, plan_counts(rows), outcome_counts(rows))
    assert file.find(saved.number) == saved


def test_other_rows_take_the_place_of_all_that_were_there(file: BatchFile) -> None:
    other = file.save(batch(), [row(1)])
    saved = file.save(batch(), [row(1), row(2), row(3)])
    saved = file.replace_rows(replace(saved, state=BatchState.DRAFT), [row(1, RowPlan.UNPLANNED)])
    assert (saved.state, saved.rows, saved.plans) == (BatchState.DRAFT, 1, {RowPlan.UNPLANNED: 1})
    assert file.rows(saved.number) == (row(1, RowPlan.UNPLANNED),)
    file.drop(saved.number)
    assert (file.find(saved.number), file.rows(saved.number)) == (None, ())
    assert file.of(SERVER, USER) == (other,)
    assert file.rows(other.number) == (row(1),)
    assert file.save(batch()).number == saved.number + 1  # a number is never used twice


def test_batches_are_listed_by_user_and_the_unfinished_ones_of_all(file: BatchFile) -> None:
    running = file.save(batch(state=BatchState.RUNNING))
    file.save(batch(state=BatchState.PAUSED, pause=Pause.CANARY, user="id:8"), [row(1)])
    handed = replace(row(1), state=RowState.HANDED)
    in_doubt = file.save(batch(state=BatchState.PAUSED, pause=Pause.CANARY, user="id:8"), [handed])
    done = file.save(batch(state=BatchState.DONE, ended=9), [handed])
    assert file.of(SERVER, USER) == (done, running)
    assert file.of("https://other.example/api", USER) == ()
    assert file.unfinished() == (running, in_doubt)


def test_the_text_of_the_ids_comes_back_and_is_not_written_with_each_row(tmp_path: Path, file: BatchFile) -> None:
    ids = "\n".join(map(str, range(100_000)))
    saved = file.save(batch(ids_text=ids), [row(1)])
    log = tmp_path / f"{NAME}-wal"
    before = log.stat().st_size
    file.save(saved, [row(1, outcome=Outcome.STORED)])
    assert log.stat().st_size - before < 100_000
    assert file.of(SERVER, USER)[0].ids_text == ids
    saved = file.save(replace(saved, ids_text="203"))
    assert file.find(saved.number) == saved


def test_batches_follow_their_account_and_server(file: BatchFile) -> None:
    saved = file.save(batch(), [row(1)])
    file.rename_user(SERVER, USER, "id:8")
    assert file.of(SERVER, USER) == ()
    assert file.find(saved.number) == replace(saved, user="id:8")
    file.move_server(SERVER, "https://new.example/api")
    late = file.save(replace(saved, name="saved by who still has the former key"))
    assert (late.server, late.user) == ("https://new.example/api", "id:8")
    assert file.of("https://new.example/api", "id:8") == (late,)


# Faults.


def test_nothing_is_made_on_disk_until_there_is_a_batch(tmp_path: Path, file: BatchFile) -> None:
    assert (file.of(SERVER, USER), file.unfinished(), file.find(1), file.rows(1), file.ended()) == (
        (),
        (),
        None,
        (),
        (),
    )
    file.rename_user(SERVER, USER, "id:8")
    file.clear()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.linux_only("modes of files")
def test_folder_and_file_are_for_their_user_only(tmp_path: Path) -> None:
    with closing(BatchFile(tmp_path / "data")) as opened:
        opened.save(batch())
        assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
        for each in (tmp_path / "data").iterdir():
            assert stat.S_IMODE(each.stat().st_mode) == 0o600, each


def test_a_commit_survives_a_power_failure_by_the_pragmas(file: BatchFile) -> None:
    file.save(batch())
    connection = file._connection  # noqa: SLF001 - the pragmas are the connection's own
    pragmas = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")}
    assert pragmas == {"journal_mode": "wal", "synchronous": 2}


def test_a_save_is_whole_or_not_there(file: BatchFile) -> None:
    saved = file.save(batch(), [row(1)])

    def rows() -> Iterator[Row]:
        yield row(1, outcome=Outcome.STORED)
        raise KeyError

    with pytest.raises(KeyError):
        file.save(replace(saved, name="another"), rows())
    assert file.find(saved.number) == saved
    assert file.rows(saved.number) == (row(1),)


def test_the_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    with closing(BatchFile(tmp_path)) as opened:
        opened.save(batch())
    with closing(sqlite3.connect(tmp_path / NAME)) as newer:
        newer.execute("PRAGMA user_version = 2")
    before = (tmp_path / NAME).read_bytes()
    with closing(BatchFile(tmp_path)) as opened:
        for call in (opened.unfinished, lambda: opened.save(batch()), opened.clear):
            with pytest.raises(StoreFailed) as failed:
                call()
            assert failed.value.fault is StorageProblem.NEWER
        opened.rename_user(SERVER, USER, "id:8")  # signing in goes on
    assert (tmp_path / NAME).read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [NAME]


def test_an_empty_file_gets_the_schema(tmp_path: Path, file: BatchFile) -> None:
    (tmp_path / NAME).touch()
    assert file.unfinished() == ()
    assert file.save(batch()).number == 1


def test_a_file_that_is_no_database_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"no database" * 1000)
    news: list[DataNews] = []
    with closing(BatchFile(tmp_path, lambda: 0, news.append)) as opened:
        assert opened.unfinished() == ()
        assert opened.save(batch()).number == 1
    aside = tmp_path / f"{NAME}.corrupt-19700101-000000"
    assert news == [DataNews(set_aside=str(aside), salvaged=Salvaged(batches=0))]
    assert aside.read_bytes() == b"no database" * 1000


def test_the_readable_rows_of_a_damaged_file_are_kept_and_its_batch_tells_how_many_are_lost(tmp_path: Path) -> None:
    with closing(BatchFile(tmp_path)) as opened:
        saved = opened.save(batch(ids_text="x"), [row(number, outcome=Outcome.STORED) for number in range(1, 1001)])
        opened.save(batch(name="another"), [row(1)])
    content = bytearray((tmp_path / NAME).read_bytes())
    page = next(
        place
        for place in range(0, len(content), 4096)
        if content[place] == 0x0D and b'"Subject 500"' in content[place:][:4096]
    )
    content[page : page + 4096] = b"\xff" * 4096
    (tmp_path / NAME).write_bytes(content)
    news: list[DataNews] = []
    with closing(BatchFile(tmp_path, tell=news.append)) as opened:
        with pytest.raises(StoreFailed) as failed:
            opened.rows(saved.number)
        assert failed.value.fault is StorageProblem.BROKEN
        rows = opened.rows(saved.number)
        found = opened.find(saved.number)
        assert opened.rows(2) == (row(1),)
    assert found
    assert 950 < len(rows) < 1000
    assert (found.rows, found.lost, found.ids_text) == (len(rows), 1000 - len(rows), "x")
    assert found.outcomes == {Outcome.STORED: len(rows)}
    assert [each.salvaged for each in news] == [Salvaged(batches=2)]
    assert Path(news[0].set_aside).exists()


def test_a_row_that_cannot_be_decoded_keeps_its_outcome_and_the_others_survive(tmp_path: Path, file: BatchFile) -> None:
    handed = replace(row(3), state=RowState.HANDED, submission=7)
    saved = file.save(batch(), [row(1), row(2, outcome=Outcome.STORED), handed, row(4)])
    for number in (1, 2, 3):
        change_body(tmp_path, "row", saved.number * 1_000_000 + number, b"{")
    waiting, ended, sent, other = file.rows(saved.number)
    assert other == row(4)
    assert (waiting.case_id, waiting.plan, waiting.why, waiting.edit) == ("1001", RowPlan.INVALID, "unreadable", Edit())
    assert (ended.state, ended.outcome) == (RowState.ENDED, Outcome.STORED)
    assert (sent.state, sent.submission, sent.outcome) == (RowState.HANDED, 7, None)
    found = file.find(saved.number)
    assert found
    assert (found.lost, found.rows, found.plans[RowPlan.INVALID]) == (3, 4, 1)
    assert file.rows(saved.number) == (waiting, ended, sent, other)


def test_a_batch_that_cannot_be_decoded_is_paused_and_what_waits_is_skipped_since_its_guard_is_lost(
    tmp_path: Path, file: BatchFile
) -> None:
    handed = replace(row(2), state=RowState.HANDED)
    saved = file.save(batch(state=BatchState.RUNNING, ids_text="1"), [row(1), handed, row(3, outcome=Outcome.STORED)])
    other = file.save(batch(state=BatchState.RUNNING))
    change_body(tmp_path, "batch", saved.number, b'{"state": "dancing"}')
    found, untouched = file.unfinished()
    assert untouched == other
    assert (found.state, found.pause, found.lost, found.ids_text) == (BatchState.PAUSED, Pause.DISK, 1, "1")
    assert (found.server, found.user, found.rows) == (SERVER, USER, 3)
    skipped, *others = file.rows(saved.number)
    assert (skipped.state, skipped.outcome, skipped.why) == (RowState.ENDED, Outcome.SKIPPED, "unreadable")
    assert others == [handed, row(3, outcome=Outcome.STORED)]


def test_a_planned_batch_that_cannot_be_decoded_is_a_draft(tmp_path: Path, file: BatchFile) -> None:
    saved = file.save(batch(), [row(1)])
    change_body(tmp_path, "batch", saved.number, b"\xff")
    (found,) = file.of(SERVER, USER)
    assert (found.state, found.lost) == (BatchState.DRAFT, 1)
    assert file.rows(saved.number) == (row(1),)


def test_a_file_that_another_program_locks_is_told_and_works_afterwards(tmp_path: Path) -> None:
    with closing(BatchFile(tmp_path, busy_ms=10)) as opened:
        saved = opened.save(batch())
        with closing(sqlite3.connect(tmp_path / NAME)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreFailed) as failed:
                opened.save(replace(saved, name="another"))
            assert failed.value.fault is StorageProblem.LOCKED
            assert opened.find(saved.number) == saved
        assert opened.save(replace(saved, name="another")).name == "another"


@pytest.mark.mounts
@pytest.mark.linux_only("mounts a small disk")
def test_a_full_disk_is_told_and_what_was_there_stays(tmp_path: Path) -> None:
    with disk(tmp_path / "small", "size=3m") as small, closing(BatchFile(small)) as opened:
        saved = opened.save(batch(), [row(1)])
        with pytest.raises(StoreFailed) as failed:
            opened.save(saved, (row(number) for number in range(1, 20_000)))
        assert failed.value.fault is StorageProblem.FULL
        assert opened.find(saved.number) == saved
        assert opened.rows(saved.number) == (row(1),)
        assert opened.save(saved, [row(2)]).rows == 2


@pytest.mark.linux_only("moves or deletes an open file, which Windows denies")
def test_a_file_that_is_removed_while_the_program_runs_is_begun_again(tmp_path: Path, file: BatchFile) -> None:
    saved = file.save(batch(), [row(1), row(2)])
    for each in tmp_path.iterdir():
        each.unlink()
    assert file.find(saved.number) is None
    again = file.save(saved, [row(2, outcome=Outcome.STORED)])
    assert (again.number, again.rows) == (saved.number, 1)
    with closing(BatchFile(tmp_path)) as other:
        assert other.rows(saved.number) == (row(2, outcome=Outcome.STORED),)
