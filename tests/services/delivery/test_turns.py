"""Interleavings of outbox, store and sign-in.

The gateway is a fake that waits where a test requires: a real server can't be paused between two lines of our code.
"""

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import msgspec
import pytest

from caseeditor.domain.case.model import Case
from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.user import User
from caseeditor.domain.delivery.draft import NONE_THERE, Draft
from caseeditor.domain.delivery.handover import draft_of, joined_draft
from caseeditor.domain.delivery.snapshot import Reading, Snapshot
from caseeditor.domain.delivery.submission import BackToDraft, ItWasStored, State, Submission
from caseeditor.domain.delivery.submission_update import SubmissionUpdate
from caseeditor.domain.editing.changes import Parameters
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.errors.failure import Failure, FailureKind, OperationFailed
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.services.accounts.accounts import Accounts
from caseeditor.services.accounts.token_store import Credentials
from caseeditor.services.delivery.outbox import Outbox
from caseeditor.services.log.log_file import Log
from caseeditor.services.log.redaction import Secrets
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store, StoreFailed
from tests.services.accounts.test_token_store import Thread
from tests.services.client import TOKEN
from tests.services.delivery.test_outbox import HASTY
from tests.support.drafts import save, submit
from tests.support.samples import stored
from tests.support.submissions import OLD, OURS, START, after, asking, case

if TYPE_CHECKING:
    from caseeditor.services.api.client import Gateway

T = TypeVar("T")
SERVER, USER = Server("https://example.org"), "support"
LATE = Reading(case(moved=True, notes=[OURS, OLD]), START + 99)
replace = msgspec.structs.replace


def draft(note: str) -> Draft:
    return Draft(server=SERVER.url, user=USER, case_id="203", edit=Edit(notes={1: note}), base=Snapshot())


def submission(note: str) -> Submission:
    return Submission(server=SERVER.url, user=USER, case_id="203", edit=Edit(notes={1: note}), base=Snapshot())


def notes(store: Store) -> list[str]:
    found = store.draft(SERVER.url, USER, "203")
    return sorted(found.edit.notes.values()) if found else []


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "data")
    yield made
    made.close()


@pytest.fixture
def two(store: Store) -> tuple[Submission, Submission]:
    """Two pending submissions of one case."""
    one, other = (submit(store, draft(note), submission(note)) for note in ("one", "two"))
    return replace(one, state=State.DRAFT), replace(other, state=State.DRAFT)


def give_back(store: Store, *submissions: Submission) -> None:
    for each in submissions:
        store.give_back(each, draft_of(each))


# Changes returned while a save that lacks them is under way.


def test_two_that_came_back_are_both_in_the_draft(store: Store, two: tuple[Submission, Submission]) -> None:
    give_back(store, *two)
    save(store, draft("typed"))
    assert notes(store) == sorted(["one", "two", "typed"])


def test_the_earlier_one_that_comes_back_after_the_later_stays(
    store: Store, two: tuple[Submission, Submission]
) -> None:
    one, other = two
    give_back(store, other, one)
    save(store, joined_draft(draft("typed"), draft_of(other)))
    assert notes(store) == sorted(["one", "two", "typed"])


def test_a_submission_leaves_all_that_came_back(store: Store, two: tuple[Submission, Submission]) -> None:
    give_back(store, *two)
    submit(store, draft("typed"), submission("typed"))
    assert notes(store) == ["one", "two"]


def test_what_could_not_be_given_back_is_not_in_a_draft(
    store: Store, two: tuple[Submission, Submission], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise sqlite3.OperationalError

    with monkeypatch.context() as broken:
        broken.setattr("caseeditor.services.storage.database.put_draft", fails)
        with pytest.raises(StoreFailed):
            give_back(store, two[0])
    save(store, draft("typed"))
    assert notes(store) == ["typed"]
    give_back(store, two[0])
    assert notes(store) == ["one", "typed"]


def test_a_submission_that_the_disk_refused_does_not_forget_what_came_back(
    store: Store, two: tuple[Submission, Submission]
) -> None:
    handed = draft("typed")
    save(store, handed)
    give_back(store, two[0])
    shown = joined_draft(replace(draft(""), edit=Edit()), draft_of(two[0]))
    save(store, joined_draft(shown, handed))
    assert notes(store) == ["one", "typed"]


# The outbox between two awaits.


class Held:
    """A gateway whose reads wait for `go`, and that stores each update."""

    def __init__(self) -> None:
        self.go = asyncio.Event()
        self.reading = asyncio.Event()
        self.posted: list[str] = []
        self.user = USER

    async def read_case(self, *_: object) -> Reading:
        self.reading.set()
        await self.go.wait()
        return Reading(case(), START)

    async def update_case(self, _: Server, __: str, parameters: Parameters) -> Case:
        texts = [value for name, value in parameters if name == "note"]
        self.posted += texts
        return case(moved=True, notes=[*(stored(text, date=9) for text in texts), OLD])

    # Stands in for the accounts, too.

    def follow(self, _: object) -> None:
        pass

    async def must_be(self, _: Server, user: str) -> User:
        return User(key=user)

    async def presumed(self, _: Server) -> User:
        return User(key=self.user)

    def signed_in(self, _: Server) -> User:
        return User(key=self.user)

    def is_in(self, _: Server, user: str) -> bool:
        return self.user == user


def over(
    tmp_path: Path,
    work: Callable[[Outbox, Held, asyncio.Queue[SubmissionUpdate], AsyncDatabase], Coroutine[Any, Any, T]],
    *,
    may_send: bool = True,
) -> T:
    """Run a coroutine with an outbox over a held gateway."""
    lane = Thread()

    async def main() -> T:
        held, heard = Held(), asyncio.Queue[SubmissionUpdate]()
        database = AsyncDatabase(lane, lambda _: Store(tmp_path / "data"))
        gateway, accounts = cast("Gateway", held), cast("Accounts", held)
        outbox = Outbox(gateway, accounts, database, HASTY, heard.put_nowait, may_send=may_send)
        try:
            await outbox.start()
            async with asyncio.timeout(60):
                return await work(outbox, held, heard, database)
        finally:
            await outbox.close(1)
            await database.close()

    with lane.pool:
        return asyncio.run(main())


async def ended(heard: asyncio.Queue[SubmissionUpdate], number: int) -> State:
    """Return the final state of a submission."""
    while (news := await heard.get()).submission.number != number or news.submission.state.is_open:
        pass
    return news.submission.state


def test_one_that_waits_and_is_taken_back_is_not_sent_though_the_disk_is_slow_to_take_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give, tries = Store.give_back, iter(range(100))

    def locked(store: Store, *of: Any) -> Draft:  # noqa: ANN401 - give_back's
        if next(tries) < 5:
            raise StoreFailed(StorageProblem.LOCKED)
        return give(store, *of)

    monkeypatch.setattr(Store, "give_back", locked)

    async def work(
        outbox: Outbox, held: Held, heard: asyncio.Queue[SubmissionUpdate], database: AsyncDatabase
    ) -> list[str]:
        one, two, three = [await outbox.submit(draft(note), case(), NONE_THERE) for note in ("one", "two", "three")]
        taking = asyncio.create_task(outbox.answer(two, BackToDraft()))
        held.go.set()
        assert await ended(heard, one.number) is State.STORED
        assert await ended(heard, three.number) is State.STORED
        await taking
        assert await database.do(notes) == ["two"]
        return held.posted

    assert over(tmp_path, work) == ["one", "three"]


@pytest.mark.parametrize("clicks", [1, 2])
def test_one_that_is_taken_back_while_its_case_is_read_is_not_sent_and_no_other_is_taken_back(
    tmp_path: Path, clicks: int
) -> None:
    async def work(outbox: Outbox, held: Held, heard: asyncio.Queue[SubmissionUpdate], _: AsyncDatabase) -> list[str]:
        one, two = [await outbox.submit(draft(note), case(), NONE_THERE) for note in ("one", "two")]
        await held.reading.wait()
        for _click in range(clicks):
            await outbox.answer(one, BackToDraft())
        held.go.set()
        assert await ended(heard, one.number) is State.DRAFT
        assert await ended(heard, two.number) is State.STORED
        return held.posted

    assert over(tmp_path, work) == ["two"]


def test_signing_in_while_it_is_found_that_nobody_is_signed_in_is_not_missed(tmp_path: Path) -> None:
    async def work(outbox: Outbox, held: Held, heard: asyncio.Queue[SubmissionUpdate], _: AsyncDatabase) -> list[str]:
        async def nobody(*_: object) -> None:
            held.must_be = somebody  # type: ignore[method-assign]  # from now on
            outbox.wake()
            raise OperationFailed(Failure(kind=FailureKind.TOKEN_MISSING))

        somebody = held.must_be
        held.must_be = nobody  # type: ignore[method-assign, assignment]
        held.go.set()
        one = await outbox.submit(draft("one"), case(), NONE_THERE)
        assert await ended(heard, one.number) is State.STORED
        return held.posted

    assert over(tmp_path, work) == ["one"]


def test_nothing_goes_out_as_another_user_who_signed_in_while_the_case_was_read(tmp_path: Path) -> None:
    async def work(outbox: Outbox, held: Held, heard: asyncio.Queue[SubmissionUpdate], _: AsyncDatabase) -> list[str]:
        one = await outbox.submit(draft("one"), case(), NONE_THERE)
        await held.reading.wait()
        held.user = "luis"
        held.go.set()
        while (news := await heard.get()).submission.state is not State.SENDING:
            pass
        while (news := await heard.get()).submission.state is not State.QUEUED:
            pass
        assert held.posted == []
        held.user = USER
        outbox.wake()
        assert await ended(heard, news.submission.number) is State.STORED
        assert one.number == news.submission.number
        return held.posted

    assert over(tmp_path, work) == ["one"]


# Late evidence.


def is_in_doubt(store: Store) -> None:
    """Save a closed submission with an unconfirmed note."""
    one = submit(store, draft("llamar"), submission("llamar"))
    closed = after(replace(asking(), number=one.number, server=SERVER.url), ItWasStored())
    store.save(replace(closed, case_id="203"))


def test_a_late_note_is_told_though_the_read_that_showed_it_is_given_up(tmp_path: Path, store: Store) -> None:
    is_in_doubt(store)

    async def work(outbox: Outbox, _: Held, heard: asyncio.Queue[SubmissionUpdate], __: AsyncDatabase) -> int:
        looking = asyncio.create_task(outbox.look_back(SERVER.url, LATE))
        await heard.get()
        looking.cancel()
        await asyncio.wait([looking])
        return heard.qsize()

    assert over(tmp_path, work) == 0


def test_a_disk_that_takes_nothing_keeps_no_case_from_being_opened(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_in_doubt(store)

    def full(*_: object) -> None:
        raise StoreFailed(StorageProblem.FULL)

    monkeypatch.setattr(Store, "set_shows_notes", full)

    async def work(outbox: Outbox, _: Held, heard: asyncio.Queue[SubmissionUpdate], __: AsyncDatabase) -> int:
        await outbox.look_back(SERVER.url, LATE)
        return heard.qsize()

    assert over(tmp_path, work) == 0


def test_a_late_note_is_told_to_whose_it_is(tmp_path: Path, store: Store) -> None:
    is_in_doubt(store)

    async def work(outbox: Outbox, held: Held, heard: asyncio.Queue[SubmissionUpdate], _: AsyncDatabase) -> list[int]:
        held.user = "luis"
        await outbox.look_back(SERVER.url, LATE)
        by_another = heard.qsize()
        held.user = USER
        await outbox.look_back(SERVER.url, LATE)
        return [by_another, heard.qsize()]

    assert over(tmp_path, work) == [0, 1]


# Signing in.


class Names:
    """A gateway that identifies the user of a token; calls without a token wait for `go`."""

    def __init__(self) -> None:
        self.go = asyncio.Event()
        self.token = USER

    def admit(self, _: Server, token: str) -> None:
        self.token = token

    def has_token(self, _: Server) -> bool:
        return True

    async def me(self, _: Server, token: str = "") -> User:
        asked = token or self.token
        if not token:
            await self.go.wait()
        return User(name=asked, key=f"login:{asked}")

    def digest(self, _: Server, __: bytes, ___: str = "") -> str:
        return self.token


class Slow(Credentials):
    """A keyring that waits for the agent."""

    def __init__(self) -> None:
        super().__init__(asyncio.to_thread, 10)
        self.asked, self.go = asyncio.Event(), asyncio.Event()

    async def keep(self, server: Server, token: str) -> None:  # noqa: ARG002 - as Credentials has it
        self.asked.set()
        await self.go.wait()


def signing(tmp_path: Path, work: Callable[[Accounts, Names, Slow], Coroutine[Any, Any, T]]) -> T:
    lane = Thread()

    async def main() -> T:
        names, keyring = Names(), Slow()
        database = AsyncDatabase(lane, lambda _: Store(tmp_path / "data"))
        try:
            async with asyncio.timeout(60):
                return await work(Accounts(cast("Gateway", names), keyring, database), names, keyring)
        finally:
            await database.close()

    with lane.pool:
        return asyncio.run(main())


def test_whose_the_token_before_was_is_not_taken_for_whose_it_is_now(tmp_path: Path) -> None:
    async def work(accounts: Accounts, names: Names, keyring: Slow) -> bool:
        asking_who = asyncio.create_task(accounts.who(SERVER))
        await asyncio.sleep(0)
        keyring.go.set()
        await accounts.sign_in(SERVER, "luis", keep=True)
        names.go.set()
        assert (await asking_who).name == "luis"
        with pytest.raises(OperationFailed):
            await accounts.must_be(SERVER, USER)
        return accounts.is_in(SERVER, "login:luis")

    assert signing(tmp_path, work)


def test_a_sign_in_that_is_cancelled_while_the_keyring_asks_is_too_late_to_cancel(tmp_path: Path) -> None:
    async def work(accounts: Accounts, _: Names, keyring: Slow) -> str:
        signing_in = asyncio.create_task(accounts.sign_in(SERVER, "luis", keep=True))
        await keyring.asked.wait()
        signing_in.cancel()
        keyring.go.set()
        return (await signing_in).user.name

    assert signing(tmp_path, work) == "luis"


def test_without_a_log_nothing_goes_to_stderr(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    log = Log(tmp_path / "file" / "log", Secrets())
    logging.getLogger("caseeditor.services.delivery.outbox").error("access_token=%s", TOKEN)
    log.stop()
    assert capfd.readouterr() == ("", "")
