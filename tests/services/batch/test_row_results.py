"""Results of rows, and their undo, after a second submission or a colleague's change."""

from collections.abc import Callable

import msgspec

from caseeditor.domain.batch.batch import BatchState, status_text
from caseeditor.domain.batch.decisions import RowDecision
from caseeditor.domain.batch.plan.recipe import Recipe
from caseeditor.domain.batch.results import handed, set_anyway
from caseeditor.domain.batch.row import FieldResult, Outcome, Row, RowState
from caseeditor.domain.delivery.guard import BatchMark
from caseeditor.domain.delivery.submission import State, Submission
from caseeditor.domain.delivery.submission_update import SubmissionUpdate
from caseeditor.domain.editing.changes import ChangeKind
from caseeditor.services.batch.active_batch import ActiveBatch
from caseeditor.services.storage.batch.batches import Batches
from tests.faults.scripts import refused
from tests.faults.server import FIRST, FaultyServer
from tests.services.batch.test_runner import ALL, BOTH, cases
from tests.support.batch_office import Office

Do = Callable[..., None]
replace = msgspec.structs.replace


def test_removed_tags_are_put_back_by_an_undo(own: FaultyServer, do: Do) -> None:
    own.world.retag(FIRST + 1, ["old"], ["vip"])

    async def work(office: Office) -> None:
        number = await office.planned(Recipe(removed_tags=("vip",)), cases(3), options=ALL)
        own.world.retag(FIRST + 2, [], ["vip"])
        batch = await office.run(number)
        assert status_text(batch) == "done · stored 1 · already so 2"
        undo = await office.backend.make_undo(number)
        await office.until(lambda each: each.state is BatchState.PLANNED, undo.number)
        await office.run(undo.number)

    do(work)
    assert [own.world.case(case)["tags"] for case in cases(3)] == [["vip"], ["old"], []]


def test_set_anyway_keeps_the_results_of_the_other_fields(own: FaultyServer, do: Do) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(BOTH, cases(2), options=ALL)
        own.world.update(FIRST, (("region", "oeste"),), by="berta")
        await office.run(number)
        await office.backend.decide_rows(number, (1,), RowDecision.SET_ANYWAY)
        await office.until(lambda each: each.outcomes.get(Outcome.STORED) == 2, number)
        row = (await office.rows(number))[1]
        assert {(each.change.what, each.is_done) for each in row.results} == {
            (ChangeKind.NOTE, True),
            (ChangeKind.ATTRIBUTE, True),
            (ChangeKind.TAG_ADDED, True),
        }
        undo = await office.backend.make_undo(number)
        rows = await office.rows(undo.number)
        assert {change.what for change in rows[1].changes} == {ChangeKind.ATTRIBUTE, ChangeKind.TAG_REMOVED}

    do(work)


def test_what_was_stored_stays_done_if_set_anyway_is_rejected(own: FaultyServer, do: Do) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(BOTH, cases(2), options=ALL)
        own.world.update(FIRST, (("region", "oeste"),), by="berta")
        await office.run(number)
        own.rule(FIRST, "POST", refused("no"))
        await office.backend.decide_rows(number, (1,), RowDecision.SET_ANYWAY)
        await office.until(lambda each: each.outcomes.get(Outcome.REJECTED) == 1, number)
        results = (await office.rows(number))[1].results
        assert {each.change.what for each in results if each.is_done} == {ChangeKind.NOTE, ChangeKind.TAG_ADDED}

    do(work)


def test_a_field_that_is_left_to_a_colleague_is_moved_where_notes_are_not_shown(own: FaultyServer, do: Do) -> None:
    own.notes_are = "missing"

    async def work(office: Office) -> None:
        number = await office.planned(BOTH, cases(4), options=ALL)
        own.world.update(FIRST, (("region", "oeste"),), by="berta")
        assert status_text(await office.run(number)) == "done · accepted 3 · moved 1"

    do(work)
    assert own.world.case(FIRST)["region"] == "oeste"


def test_late_news_of_a_first_submission_end_no_second(do: Do) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(BOTH, cases(1), options=ALL)
        (row,) = (await office.rows(number)).values()
        results = tuple(FieldResult(change, is_done=False, now="theirs") for change in row.changes)
        row = handed(set_anyway(replace(row, submission=5, outcome=Outcome.MOVED, results=results)))
        active = ActiveBatch(
            await office.batch(number), [row], Batches(office.backend.database), lambda _: None, lambda: 1
        )
        first, second = [_sending(office, row, number, each) for each in (5, 6)]
        active.note(SubmissionUpdate(second), 0)
        active.note(SubmissionUpdate(replace(first, state=State.STORED)), 0)
        assert (active.rows[1].state, list(active.submissions.values())) == (RowState.HANDED, [second])
        active.note(SubmissionUpdate(replace(second, state=State.STORED)), 0)
        assert (active.rows[1].state, active.rows[1].submission) == (RowState.ENDED, 6)
        await active.close()

    do(work)


def _sending(office: Office, row: Row, batch: int, number: int) -> Submission:
    return Submission(
        number=number,
        server=office.server.url,
        user=office.user,
        names=office.names,
        case_id=row.case_id,
        edit=row.edit,
        base=row.base,
        batch=BatchMark(batch=batch, row=row.number),
        state=State.SENDING,
    )
