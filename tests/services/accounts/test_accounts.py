"""Users of tokens, over a real server and store: requested once, known offline, and moved once better known."""

import asyncio
import contextlib
import json
import sqlite3
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest

from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.user import LEGACY_NOBODY, User
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.errors.failure import OperationFailed
from caseeditor.domain.local.whose import AccountKnown, Unclaimed
from caseeditor.domain.timeouts import Timing
from caseeditor.services.accounts import identities
from caseeditor.services.accounts.accounts import Accounts
from caseeditor.services.accounts.token_store import Credentials
from caseeditor.services.api.client import Gateway
from caseeditor.services.log.redaction import Secrets
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store
from caseeditor.services.storage.decoding import DRAFT, SUBMISSION
from caseeditor.services.storage.history import History
from tests.faults.scripts import page
from tests.faults.server import OTHER_TOKEN, TOKEN, FaultyServer
from tests.support.batches import batch
from tests.support.drafts import save

T = TypeVar("T")
OLD = Path(__file__).parents[1] / "data" / "accounts-0.1.0.sql"
ANA = {"id": 7, "name": "Ana Perez", "user_name": "aperez"}


class Start:
    """The account services of one run of the program."""

    def __init__(self, folder: Path, url: str, pool: ThreadPoolExecutor) -> None:
        def executor(work: Callable[[], T], /) -> Awaitable[T]:
            return asyncio.get_running_loop().run_in_executor(pool, work)

        self.server = Server(url)
        self.gateway = Gateway(timing=Timing(reading=5, connecting=2), secrets=Secrets())
        self.database = AsyncDatabase(executor, lambda _: Store(folder))
        self.accounts = Accounts(self.gateway, Credentials(executor, 10, wanted=False), self.database)
        self.heard: list[AccountKnown] = []
        self.accounts.follow(self.heard.append)

    async def sign_in(self, token: str = TOKEN) -> User:
        return (await self.accounts.sign_in(self.server, token, keep=False)).user

    def resume(self, token: str = TOKEN) -> None:
        """Put a token into use without sign-in, as when it comes from the keyring."""
        self.gateway.admit(self.server, token)

    async def type(self, user: User, case_id: str, text: str) -> None:
        made = Draft(server=self.server.url, user=user.key, case_id=case_id, edit=Edit(note_text=text), base=Snapshot())
        await self.database.do(lambda store: save(store, made))

    async def drafts(self) -> list[tuple[str, str, str]]:
        """List user, case and text of each draft."""
        found = await self.database.do(lambda store: store.drafts())
        return sorted((each.user, each.case_id, each.edit.note_text or each.edit.notes[1]) for each in found)


@pytest.fixture
def own() -> Iterator[FaultyServer]:
    with FaultyServer() as own:
        yield own


Begin = Callable[[Callable[[Start], Coroutine[Any, Any, T]]], T]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def begin(folder: Path, own: FaultyServer) -> Begin[Any]:
    """Run a coroutine in a new run of the program."""
    url = own.url

    def begin(work: Callable[[Start], Coroutine[Any, Any, T]]) -> T:
        async def main() -> T:
            with ThreadPoolExecutor(1) as pool:
                start = Start(folder, url, pool)
                try:
                    async with asyncio.timeout(60):
                        return await work(start)
                finally:
                    await start.database.close()
                    await start.gateway.close()

        return asyncio.run(main())

    return begin


# Requests.


def test_all_who_want_to_know_at_once_share_one_call(begin: Begin[Any], own: FaultyServer) -> None:
    own.me[TOKEN] = ANA

    async def work(start: Start) -> set[str]:
        start.resume()
        return {user.key for user in await asyncio.gather(*(start.accounts.who(start.server) for _ in range(20)))}

    assert begin(work) == {"id:7"}
    assert own.reads[0] == 1


def test_a_failure_is_told_to_all_who_wait_and_is_asked_anew_after(begin: Begin[Any], own: FaultyServer) -> None:
    own.me_scripts.append(page(b"503 Service Unavailable"))

    async def work(start: Start) -> tuple[list[bool], str]:
        start.resume()
        waiting = [start.accounts.who(start.server) for _ in range(5)]
        failed = [isinstance(each, OperationFailed) for each in await asyncio.gather(*waiting, return_exceptions=True)]
        return failed, (await start.accounts.user(start.server)).key

    assert begin(work) == ([True] * 5, "name:support")
    assert own.reads[0] == 2


def test_who_gives_up_waiting_takes_the_answer_from_nobody_else(begin: Begin[Any]) -> None:
    async def work(start: Start) -> str:
        start.resume()
        one, other = (asyncio.create_task(start.accounts.who(start.server)) for _ in range(2))
        await asyncio.sleep(0)
        one.cancel()
        return (await other).key

    assert begin(work) == "name:support"


def test_who_asks_right_after_the_last_one_gave_up_gets_an_answer(begin: Begin[Any]) -> None:
    async def work(start: Start) -> str:
        start.resume()
        one = asyncio.create_task(start.accounts.who(start.server))
        await asyncio.sleep(0)
        one.cancel()
        await asyncio.sleep(0)  # cancelled, but its request is still ending
        return (await start.accounts.who(start.server)).key

    assert begin(work) == "name:support"


# Known users.


def test_the_next_start_knows_offline_whose_drafts_are_shown(begin: Begin[Any], own: FaultyServer) -> None:
    own.me |= {TOKEN: ANA, OTHER_TOKEN: {"id": 8, "name": "Ana Perez"}}

    async def first(start: Start) -> None:
        await start.sign_in()
        await start.sign_in(OTHER_TOKEN)

    begin(first)
    own.shut()

    async def offline(start: Start) -> list[User]:
        found = []
        for token in (TOKEN, OTHER_TOKEN):
            start.resume(token)
            found.append(await start.accounts.user(start.server))
        return found

    found = begin(offline)
    assert [(user.key, user.name) for user in found] == [("id:7", "Ana Perez"), ("id:8", "Ana Perez")]
    assert found[0].names == ("Ana Perez", "aperez")


def test_a_token_of_nobody_is_known_offline_too(begin: Begin[Any], own: FaultyServer) -> None:
    own.me[TOKEN] = {}
    first: User = begin(lambda start: start.sign_in())
    asked = own.reads[0]

    async def again(start: Start) -> User:
        start.resume()
        return await start.accounts.user(start.server)

    found: User = begin(again)
    assert (found.key, found.name, found.is_named) == (first.key, "", False)
    assert first.key.startswith("token:")
    assert own.reads[0] == asked


def test_the_digest_of_a_token_is_another_in_each_data_folder(own: FaultyServer, tmp_path: Path) -> None:
    gateway = Gateway(timing=Timing(), secrets=Secrets())
    gateway.admit(Server(own.url), TOKEN)
    digests = set()
    for name in ("one", "other"):
        with contextlib.closing(Store(tmp_path / name)) as store:
            salt = identities.read_salt(store)
            assert len(salt) == 16
            digests.add(gateway.digest(Server(own.url), salt))
    assert len(digests) == 2
    assert all(TOKEN[:5] not in digest for digest in digests)


def test_what_was_typed_while_me_failed_moves_with_its_token(begin: Begin[Any], own: FaultyServer) -> None:
    own.me[TOKEN] = ANA
    own.me_scripts.append(page(b"500 Oops"))

    async def work(start: Start) -> list[tuple[str, str, str]]:
        start.resume()
        unknown = await start.accounts.user(start.server)
        assert not unknown.is_named
        await start.type(unknown, "200", "a medias")
        known = await start.accounts.user(start.server)
        assert unknown.key in start.heard[-1].was
        assert start.accounts.is_in(start.server, unknown.key)
        await start.type(unknown, "200", "a medias y más")  # queued under the old key
        assert known.key == "id:7"
        return await start.drafts()

    assert begin(work) == [("id:7", "200", "a medias y más")]


def test_a_server_that_leaves_the_id_out_for_a_while_changes_nothing(begin: Begin[Any], own: FaultyServer) -> None:
    async def work(start: Start) -> list[tuple[str, str]]:
        found = []
        for said in (ANA, {"name": "Ana Perez"}, {}, ANA):
            own.me[TOKEN] = said
            user = await start.sign_in()
            found.append((user.key, user.name))
        return found

    assert begin(work) == [("id:7", "Ana Perez")] * 4


def test_a_server_that_begins_to_give_ids_takes_what_was_kept_along(begin: Begin[Any], own: FaultyServer) -> None:
    async def work(start: Start) -> list[tuple[str, str, str]]:
        for place, said in enumerate(({"name": "Ana"}, {"name": "Ana", "login": "ANA"}, {"name": "Ana", "id": "7"})):
            own.me[TOKEN] = said
            await start.type(await start.sign_in(), str(place), "x")
        return await start.drafts()

    assert begin(work) == [("id:7", str(place), "x") for place in range(3)]


def test_of_two_with_one_name_only_neither_takes_what_may_be_the_others(begin: Begin[Any], own: FaultyServer) -> None:
    async def work(start: Start) -> list[tuple[str, str, str]]:
        own.me |= {TOKEN: {"name": "Ana"}, OTHER_TOKEN: {"name": "Ana"}}
        await start.type(await start.sign_in(), "1", "x")
        await start.sign_in(OTHER_TOKEN)
        own.me[OTHER_TOKEN] = {"name": "Ana", "id": 2}
        await start.sign_in(OTHER_TOKEN)
        return await start.drafts()

    assert begin(work) == [("name:Ana", "1", "x")]


def test_a_login_that_is_changed_takes_along_what_was_kept_by_whichever_of_its_tokens(
    begin: Begin[Any], own: FaultyServer
) -> None:
    async def work(start: Start) -> list[tuple[str, str, str]]:
        own.me |= {TOKEN: {"login": "ana"}, OTHER_TOKEN: {"login": "ana"}}
        await start.type(await start.sign_in(), "1", "x")
        await start.type(await start.sign_in(OTHER_TOKEN), "2", "x")
        own.me[OTHER_TOKEN] = {"login": "ana.perez"}
        await start.sign_in(OTHER_TOKEN)
        return await start.drafts()

    assert begin(work) == [("login:ana.perez", "1", "x"), ("login:ana.perez", "2", "x")]


def test_a_name_of_two_tokens_that_is_changed_takes_nothing_along_before_it_is_changed_for_both(
    begin: Begin[Any], own: FaultyServer
) -> None:
    async def work(start: Start) -> list[list[tuple[str, str, str]]]:
        own.me |= {TOKEN: {"name": "Ana"}, OTHER_TOKEN: {"name": "Ana"}}
        await start.type(await start.sign_in(), "1", "x")
        await start.sign_in(OTHER_TOKEN)
        found = []
        for token in (OTHER_TOKEN, TOKEN):
            own.me[token] = {"name": "Ana Perez"}
            await start.sign_in(token)
            found.append(await start.drafts())
        return found

    assert begin(work) == [[("name:Ana", "1", "x")], [("name:Ana Perez", "1", "x")]]


def test_a_disk_that_was_locked_for_a_while_is_told_later_whose_it_is(
    begin: Begin[Any], own: FaultyServer, folder: Path
) -> None:
    own.me[TOKEN] = ANA

    async def work(start: Start) -> list[tuple[str, str, str]]:
        start.resume()
        unknown = await start.accounts.presumed(start.server)
        await start.type(unknown, "1", "x")
        with contextlib.closing(sqlite3.connect(folder / "caseeditor.sqlite")) as other:
            other.execute("BEGIN IMMEDIATE")
            assert (await start.accounts.who(start.server)).key == "id:7"
        assert [key for key, _, _ in await start.drafts()] == [unknown.key]
        await start.accounts.must_be(start.server, unknown.key)
        return await start.drafts()

    assert begin(work) == [("id:7", "1", "x")]


# Data of version 0.1.0.


@pytest.fixture
def old(folder: Path, own: FaultyServer) -> Path:
    """Provide a data folder written by version 0.1.0, for this server."""
    folder.mkdir(mode=0o700)
    with contextlib.closing(sqlite3.connect(folder / "caseeditor.sqlite")) as file:
        file.executescript(OLD.read_text(encoding="utf-8"))
        for table in ("draft", "parcel", "discarded"):
            file.execute(
                f"UPDATE {table} SET server = ?, "  # noqa: S608 - no value in it
                "body = CAST(json_set(CAST(body AS TEXT), '$.server', ?) AS BLOB)",
                (own.url, own.url),
            )
        for table in ("seen", "tab", "server"):
            file.execute(f"UPDATE {table} SET server = ?", (own.url,))  # noqa: S608 - no value in it
        file.commit()
    return folder


def whose(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """Map each table to the user and case of its rows, checking that each body has the same user."""
    found = {}
    with contextlib.closing(sqlite3.connect(folder / "caseeditor.sqlite")) as file:
        for table in ("draft", "parcel", "discarded", "seen", "tab"):
            columns = "user, case_id" if table in ("seen", "tab") else "user, case_id, body"
            rows = file.execute(f"SELECT {columns} FROM {table} ORDER BY case_id, user").fetchall()  # noqa: S608
            assert all(json.loads(row[2])["user"] == row[0] for row in rows if len(row) > 2)
            found[table] = [(row[0], row[1]) for row in rows]
    return found


_BODIES = "SELECT body FROM {} ORDER BY server, case_id, json_extract(CAST(body AS TEXT), '$.edit.notes.1')"


def test_what_0_1_0_kept_is_kept_by_account_and_nothing_is_lost(old: Path) -> None:
    with contextlib.closing(sqlite3.connect(old / "caseeditor.sqlite")) as file:
        bodies = {
            table: [json.loads(body) for (body,) in file.execute(_BODIES.format(table))]
            for table in ("draft", "parcel", "discarded")
        }
    with contextlib.closing(Store(old)) as store:
        for table, decoder in (("draft", DRAFT), ("parcel", SUBMISSION), ("discarded", DRAFT)):
            kept = [decoder.decode(body) for (body,) in store.select(_BODIES.format(table))]
            for before, now in zip(bodies[table], map(msgspec.to_builtins, kept), strict=True):
                after = json.loads(json.dumps(now))
                assert {name: after[name] for name in before if name != "user"} == {
                    name: value for name, value in before.items() if name != "user"
                }
    assert whose(old) == {
        "draft": [("name:Ana Perez", "300"), ("name:bea", "300"), (LEGACY_NOBODY, "301")],
        "parcel": [
            ("name:Ana Perez", "302"),
            ("name:bea", "303"),
            (LEGACY_NOBODY, "304"),
            ("name:Ana Perez", "305"),
            ("name:Ana Perez", "306"),
        ],
        "discarded": [("name:Ana Perez", "307")],
        "seen": [("name:Ana Perez", "300"), ("name:bea", "300")],
        "tab": [("name:Ana Perez", "300")],
    }


def test_a_row_of_0_1_0_that_is_damaged_holds_up_no_other(old: Path) -> None:
    with contextlib.closing(sqlite3.connect(old / "caseeditor.sqlite")) as file:
        file.execute("UPDATE discarded SET body = x'7b2266'")
        file.commit()
    with contextlib.closing(Store(old)) as store:
        assert len(store.drafts()) == 3
        assert store.select("SELECT user, body FROM discarded") == [("name:Ana Perez", b'{"f')]


def test_the_first_of_that_name_who_signs_in_has_it_and_no_other_does(
    begin: Begin[Any], old: Path, own: FaultyServer
) -> None:
    own.me |= {TOKEN: ANA, OTHER_TOKEN: {"id": 8, "name": "Ana Perez"}}

    async def work(start: Start) -> User:
        start.resume()
        presumed = await start.accounts.presumed(start.server)
        assert (presumed.key, presumed.name) == ("name:Ana Perez", "Ana Perez")
        await start.accounts.who(start.server)
        await start.sign_in(OTHER_TOKEN)
        return presumed

    begin(work)
    ana = {table: [case for user, case in rows if user == "id:7"] for table, rows in whose(old).items()}
    assert ana == {
        "draft": ["300"],
        "parcel": ["302", "305", "306"],
        "discarded": ["307"],
        "seen": ["300"],
        "tab": ["300"],
    }
    assert {user for rows in whose(old).values() for user, _ in rows} == {"id:7", "name:bea", LEGACY_NOBODY}

    async def looking(start: Start) -> list[tuple[str, str]]:
        page = await History(start.database).page("", -1, 0, (start.server.url, "id:7"))
        return [(entry.case_id, entry.name) for entry in page]

    assert sorted(begin(looking)) == [(case, "Ana Perez") for case in ("302", "305", "306", "307")]


def test_what_nobody_in_particular_typed_in_0_1_0_is_asked_about_and_moves(
    begin: Begin[Any], old: Path, own: FaultyServer
) -> None:
    own.me[TOKEN] = {}

    async def work(start: Start) -> None:
        user = await start.sign_in()
        url = start.server.url

        def look(store: Store) -> Unclaimed | None:
            return identities.find_unclaimed(store, url, user.key)

        assert await start.database.do(look) == Unclaimed(LEGACY_NOBODY, 1, 1)
        theirs = batch(server=url, user=LEGACY_NOBODY)
        made = await start.database.do(lambda store: store.batches.save(theirs))
        await start.accounts.claim(start.server, LEGACY_NOBODY)
        (found,) = await start.database.do(lambda store: store.batches.of(url, user.key))
        assert found == msgspec.structs.replace(made, user=user.key)
        assert [moved.draft.case_id for moved in start.heard[-1].drafts] == ["301"]
        assert await start.database.do(look) is None

    begin(work)
    assert {user for rows in whose(old).values() for user, _ in rows if user.startswith(("token:", "legacy:"))} == {
        user for user, case in whose(old)["draft"] if case == "301"
    }
    assert LEGACY_NOBODY not in {user for rows in whose(old).values() for user, _ in rows}
