"""Delivery to the built-in gateway, with good and bad behaviour: one POST, and an outcome decided by evidence."""

import asyncio
import contextlib
import sqlite3
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest

from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.reference import Server
from caseeditor.domain.delivery.draft import NONE_THERE, Draft
from caseeditor.domain.delivery.snapshot import take
from caseeditor.domain.delivery.submission import (
    BackToDraft,
    Confirmation,
    EffectStatus,
    ItWasStored,
    SendAgain,
    State,
    Submission,
)
from caseeditor.domain.delivery.submission_update import AgentAnswer, SubmissionUpdate
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.timeouts import Timing
from caseeditor.services.accounts.accounts import Accounts
from caseeditor.services.accounts.token_store import Credentials
from caseeditor.services.api.client import Gateway
from caseeditor.services.delivery.outbox import Outbox
from caseeditor.services.log.redaction import Secrets
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store
from tests.demo.caller import Caller

T = TypeVar("T")

HASTY = Timing(updating=0.5, reading=5, looks=(0.02, 0.02, 0.05, 0.1, 0.2, 0.3), keep_waiting=0.1, second=0.02)
NOTE = Edit(notes={1: "llamar mañana"})
EVERYTHING = Edit(
    subject="otro",
    notes={1: "uno\r\n", 2: "dos 👩‍🚀"},
    tags={"vip": True, "spam": False},
    rows={1: Row("región", "norte")},
)
PAUSE = (State.STORED, State.REJECTED, State.DRAFT, State.NEEDS_ANSWER)

# The demo's misbehaving cases, by their effect on an update.
STORED_THEN_DROPPED = "9003"
DROPPED = "9004"
REFUSED_WITH_200 = "9005"
REFUSED_WITH_400 = "9006"
NO_NOTES = "9009"
ID_ONLY = "9012"
WITH_DATA = "9013"
STORED_LATE = "9014"
TRIMMED = "9016"
STORED_BEHIND_503 = "9017"
STORED_YET_REFUSED = "9018"
CUT = "9019"
STORED_UNANSWERED = "9020"
REDIRECTED = "9023"
STORED_AS_ANOTHER = "9027"
TOO_LARGE = "9028"

STORED_ANYHOW = (STORED_THEN_DROPPED, STORED_BEHIND_503, CUT, STORED_UNANSWERED)
STORED_WHERE_NO_NOTES_WERE_SHOWN = (STORED_LATE, STORED_YET_REFUSED, STORED_AS_ANOTHER)

Answers = Callable[[Submission], AgentAnswer]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


async def _deliver(  # noqa: PLR0913, PLR0917 - a whole delivery
    demo: DemoServer, folder: Path, id_: str, edit: Edit, answers: tuple[Answers, ...], stamp: str = ""
) -> SubmissionUpdate:
    """Submit an edit, answer each question, and return the news of its end or of an unanswered question."""
    server, heard, left = Server(demo.url), asyncio.Queue[SubmissionUpdate](), list(answers)
    with ThreadPoolExecutor(1) as pool:

        def executor(work: Callable[[], T], /) -> Awaitable[T]:
            return asyncio.get_running_loop().run_in_executor(pool, work)

        gateway, database = Gateway(timing=HASTY, secrets=Secrets()), AsyncDatabase(executor, lambda _: Store(folder))
        accounts = Accounts(gateway, Credentials(executor, 10, wanted=False), database)
        outbox = Outbox(gateway, accounts, database, HASTY, heard.put_nowait, stamp=stamp)
        try:
            await outbox.start()
            user = (await accounts.sign_in(server, demo.token, keep=False)).user.key
            reading = await gateway.read_case(server, id_)
            base = take(reading, edit)
            draft = Draft(server=server.url, user=user, case_id=id_, edit=edit, base=base)
            await outbox.submit(draft, reading.case, NONE_THERE)
            async with asyncio.timeout(60):
                while (news := await heard.get()).submission.state not in PAUSE or (
                    news.submission.state is State.NEEDS_ANSWER and left
                ):
                    if news.submission.state is State.NEEDS_ANSWER:
                        await outbox.answer(news.submission, left.pop(0)(news.submission))
            return news
        finally:
            await outbox.close(1)
            await database.close()
            await gateway.close()


def deliver(demo: DemoServer, folder: Path, id_: str, edit: Edit = NOTE, *answers: Answers) -> SubmissionUpdate:
    return asyncio.run(_deliver(demo, folder, id_, edit, answers))


def posts(demo: DemoServer) -> list[str]:
    """List the paths of the POST requests."""
    return [request.path.removeprefix("/api/v2/") for request in demo.requests if request.method == "POST"]


def stored(demo: DemoServer, id_: str, text: str = "llamar mañana") -> int:
    """Count the copies of a note on the server."""
    return sum(note["text"] == text for note in demo.case(int(id_)).get("notes", []))


def send_again(submission: Submission) -> AgentAnswer:
    assert submission.findings
    return SendAgain(submission.findings)


def test_everything_is_stored_and_seen_to_be(demo: DemoServer, folder: Path) -> None:
    submission = deliver(demo, folder, "203", EVERYTHING).submission
    assert (submission.state, submission.confirmation, submission.attempts) == (State.STORED, Confirmation.SEEN, 1)
    assert posts(demo) == ["case/203", "case/203/tags"]
    case = demo.case(203)
    assert (case["subject"], case["tags"], case["región"]) == ("otro", ["vip"], "norte")
    assert [stored(demo, "203", text) for text in EVERYTHING.notes.values()] == [1, 1]


def test_removing_a_tag_alone_is_one_call(demo: DemoServer, folder: Path) -> None:
    assert deliver(demo, folder, "203", Edit(tags={"spam": False})).submission.state is State.STORED
    assert posts(demo) == ["case/203/tags"]
    assert demo.case(203)["tags"] == []


@pytest.mark.parametrize("id_", [ID_ONLY, WITH_DATA])
def test_each_shape_of_a_good_answer_is_one(id_: str, demo: DemoServer, folder: Path) -> None:
    submission = deliver(demo, folder, id_).submission
    assert (submission.state, submission.confirmation) == (State.STORED, Confirmation.SEEN)
    assert posts(demo) == [f"case/{id_}"]


def test_a_note_that_the_server_changed_is_found_and_what_it_became_is_told(demo: DemoServer, folder: Path) -> None:
    submission = deliver(demo, folder, TRIMMED, Edit(notes={1: " uno\r\ndos "})).submission
    assert submission.state is State.STORED
    assert submission.findings
    assert [evidence.shown for evidence in submission.findings.evidence] == ["uno\ndos"]


def test_a_server_that_shows_no_notes_has_accepted_and_nothing_is_verified(demo: DemoServer, folder: Path) -> None:
    submission = deliver(demo, folder, NO_NOTES).submission
    assert (submission.state, submission.confirmation) == (State.STORED, Confirmation.ACCEPTED)
    assert stored(demo, NO_NOTES) == 1


@pytest.mark.parametrize("id_", STORED_ANYHOW)
def test_an_update_that_was_stored_whatever_was_answered_is_found_by_reading(
    id_: str, demo: DemoServer, folder: Path
) -> None:
    submission = deliver(demo, folder, id_).submission
    assert (submission.state, submission.confirmation) == (State.STORED, Confirmation.SEEN)
    assert posts(demo) == [f"case/{id_}"]
    assert stored(demo, id_) == 1


@pytest.mark.parametrize("id_", STORED_WHERE_NO_NOTES_WERE_SHOWN)
def test_where_no_notes_were_shown_before_one_younger_than_the_read_is_ours(
    id_: str, demo: DemoServer, folder: Path
) -> None:
    submission = deliver(demo, folder, id_).submission
    assert (submission.state, submission.confirmation) == (State.STORED, Confirmation.SEEN)
    assert submission.findings
    assert [(evidence.status, evidence.shown) for evidence in submission.findings.evidence] == [
        (EffectStatus.CONFIRMED, "llamar mañana")
    ]
    assert posts(demo) == [f"case/{id_}"]
    assert stored(demo, id_) == 1


@pytest.mark.parametrize("id_", [DROPPED, REDIRECTED])
def test_an_update_without_a_trace_is_asked_about_and_not_posted_again(
    id_: str, demo: DemoServer, folder: Path
) -> None:
    assert deliver(demo, folder, id_).submission.state is State.NEEDS_ANSWER
    assert posts(demo) == [f"case/{id_}"]
    assert stored(demo, id_) == 0


def test_it_is_posted_again_when_the_agent_says_so(demo: DemoServer, folder: Path) -> None:
    submission = deliver(demo, folder, DROPPED, NOTE, send_again).submission
    assert (submission.state, submission.attempts) == (State.NEEDS_ANSWER, 2)
    assert posts(demo) == [f"case/{DROPPED}"] * 2


def test_it_is_closed_when_the_agent_says_that_it_was_stored(demo: DemoServer, folder: Path) -> None:
    submission = deliver(demo, folder, DROPPED, NOTE, lambda _: ItWasStored()).submission
    assert (submission.state, submission.confirmation) == (State.STORED, Confirmation.AGENT)
    assert posts(demo) == [f"case/{DROPPED}"]


def test_it_comes_back_as_a_draft_with_its_doubt_when_the_agent_takes_it_back(demo: DemoServer, folder: Path) -> None:
    news = deliver(demo, folder, DROPPED, NOTE, lambda _: BackToDraft())
    assert news.submission.state is State.DRAFT
    assert news.back
    assert news.back.edit == msgspec.structs.replace(NOTE, doubtful=(1,))
    assert news.back.doubt


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        (REFUSED_WITH_200, "This case is locked by the supervisor"),
        (REFUSED_WITH_400, "The campaign of this case accepts no changes"),
    ],
)
def test_a_refusal_is_told_in_the_servers_words_and_the_draft_is_back(
    id_: str, words: str, demo: DemoServer, folder: Path
) -> None:
    edit = Edit(notes={1: "x"}, tags={"otra": True})
    news = deliver(demo, folder, id_, edit)
    assert (news.submission.state, news.submission.words) == (State.REJECTED, words)
    assert news.back
    assert news.back.edit == msgspec.structs.replace(edit, doubtful=(1,))
    assert posts(demo) == [f"case/{id_}"]


def test_a_submission_that_is_too_large_is_refused_and_the_draft_is_back(demo: DemoServer, folder: Path) -> None:
    edit = Edit(notes={1: "x" * 3000})
    news = deliver(demo, folder, TOO_LARGE, edit)
    assert news.submission.state is State.REJECTED
    assert news.back
    assert news.back.edit == msgspec.structs.replace(edit, doubtful=(1,))


def test_a_refused_update_removes_no_tags(demo: DemoServer, folder: Path) -> None:
    tag = demo.case(int(REFUSED_WITH_400))["tags"][0]
    deliver(demo, folder, REFUSED_WITH_400, Edit(subject="x", tags={tag: False}))
    assert posts(demo) == [f"case/{REFUSED_WITH_400}"]
    assert tag in demo.case(int(REFUSED_WITH_400))["tags"]


def test_a_stamp_decides_where_no_notes_are_shown(demo: DemoServer, folder: Path) -> None:
    submission = asyncio.run(_deliver(demo, folder, NO_NOTES, NOTE, (), "sello")).submission
    assert (submission.state, submission.confirmation) == (State.STORED, Confirmation.SEEN)
    assert submission.stamp is not None
    assert demo.case(int(NO_NOTES))["sello"] == submission.stamp.value
    assert deliver(demo, folder, NO_NOTES).submission.confirmation is Confirmation.ACCEPTED


def test_a_note_that_turns_up_after_its_submission_was_closed_is_told_once(demo: DemoServer, folder: Path) -> None:
    deliver(demo, folder, DROPPED, NOTE, lambda _: ItWasStored())
    store = Store(folder)
    (closed,) = store.closed_unconfirmed(demo.url, DROPPED)
    store.save(msgspec.structs.replace(closed, case_id="203"))
    store.close()
    with contextlib.closing(sqlite3.connect(folder / "caseeditor.sqlite")) as connection, connection:
        connection.execute("UPDATE parcel SET case_id = '203'")  # a well-behaved case
    assert look_back(demo, folder, "203") == []
    with contextlib.closing((caller := Caller(demo)).line):
        caller.post("case/203", ("note", "llamar mañana"))
    assert [news.submission.late for news in look_back(demo, folder, "203")] == [("llamar mañana",)]
    assert look_back(demo, folder, "203") == []


def look_back(demo: DemoServer, folder: Path, id_: str) -> list[SubmissionUpdate]:
    """Open a case again, and return the reported outcomes of its closed submissions."""

    async def main() -> list[SubmissionUpdate]:
        heard: list[SubmissionUpdate] = []
        gateway, database = (
            Gateway(timing=HASTY, secrets=Secrets()),
            AsyncDatabase(asyncio.to_thread, lambda _: Store(folder)),
        )
        accounts = Accounts(gateway, Credentials(asyncio.to_thread, 10, wanted=False), database)
        try:
            await accounts.sign_in(Server(demo.url), demo.token, keep=False)
            reading = await gateway.read_case(Server(demo.url), id_)
            await Outbox(gateway, accounts, database, HASTY, heard.append).look_back(demo.url, reading)
        finally:
            await database.close()
            await gateway.close()
        return heard

    return asyncio.run(main())
