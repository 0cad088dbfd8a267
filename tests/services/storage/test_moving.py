"""A server under another spelling or address keeps all its data: real SQLite, real keyring."""

import asyncio
import contextlib
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest

from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.last_seen import Seen
from caseeditor.domain.case.reference import Server, parse_server
from caseeditor.domain.delivery.draft import NONE_THERE, Draft
from caseeditor.domain.delivery.snapshot import Snapshot, take
from caseeditor.domain.delivery.submission import State, Submission
from caseeditor.domain.delivery.submission_update import SubmissionUpdate
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.timeouts import Timing
from caseeditor.services.accounts.accounts import Accounts
from caseeditor.services.accounts.token_store import Credentials
from caseeditor.services.api.client import Gateway
from caseeditor.services.delivery.outbox import Outbox
from caseeditor.services.log.redaction import Secrets
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store
from caseeditor.services.storage.history import History
from caseeditor.services.storage.local_data import LocalData
from caseeditor.services.storage.migrations import STEPS
from tests.services.accounts.test_token_store import DESKTOP, use
from tests.services.client import TOKEN
from tests.services.private_keyring import PrivateKeyring, private_keyring
from tests.support.drafts import set_user

NOW = 1_800_000_000_000
SEEN = msgspec.json.encode(Seen(update_date="2015-03-16T11:00:00+0000"))
FORMS = {
    "https://example.org.": "https://example.org",
    "https://münchen.example": "https://xn--mnchen-3ya.example",
    "https://münchen.example.:8443": "https://xn--mnchen-3ya.example:8443",
    "http://[0:0:0:0:0:0:0:1]:8080": "http://[::1]:8080",
    "https://mu\u0308nchen.example": "https://xn--mnchen-3ya.example",
}
"""Maps spellings saved by version 0.1.0 to the canonical ones."""


def draft(server: str, case_id: str = "203", **edit: object) -> Draft:
    made = msgspec.structs.replace(Edit(), **edit)
    return Draft(server=server, user="support", case_id=case_id, edit=made, base=Snapshot(), subject="antes")


def submission(server: str, case_id: str = "203", state: State = State.QUEUED) -> Submission:
    edit = Edit(notes={1: "llamar"})
    return Submission(server=server, user="support", case_id=case_id, edit=edit, base=Snapshot(), state=state)


class Old:
    """A data file in the format of version 0.1.0."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700)
        self._file = sqlite3.connect(folder / "caseeditor.sqlite")
        for step in STEPS[:4]:
            self._file.executescript(step)
        self._file.execute("PRAGMA user_version = 4")

    def put(self, query: str, *values: object) -> None:
        self._file.execute(query, values)
        self._file.commit()

    def put_draft(self, kept: Draft, saved: int = NOW) -> None:
        body = msgspec.json.encode(kept)
        self.put("INSERT INTO draft VALUES (?, ?, ?, ?, ?)", kept.server, kept.user, kept.case_id, body, saved)

    def put_submission(self, kept: Submission, number: int) -> None:
        kept = msgspec.structs.replace(kept, number=number)
        row = (number, kept.server, kept.user, kept.case_id, "antes", kept.state.value, kept.state.is_open, 0)
        ended = None if kept.state.is_open else NOW
        self.put(
            "INSERT INTO parcel VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", *row, msgspec.json.encode(kept), NOW, ended
        )

    def fill(self, server: str, first: int = 1) -> None:
        """Insert a row into each table; `first` is the number of the first submission."""
        self.put_draft(draft(server, notes={1: "borrador"}))
        self.put_submission(submission(server, "377"), first)
        self.put_submission(submission(server, "210", State.STORED), first + 1)
        body = msgspec.json.encode(draft(server, "7", subject="tirado"))
        self.put("INSERT INTO discarded VALUES (?, ?, 'support', '7', 'antes', ?, ?)", first, server, body, NOW)
        self.put("INSERT INTO server VALUES (?, 'support', 1)", server)
        self.put("INSERT INTO tab (server, case_id, user, is_active) VALUES (?, '203', 'support', 1)", server)
        self.put("INSERT INTO tag VALUES (?, 'vip')", server)
        self.put("INSERT INTO name VALUES (?, 'plan')", server)
        self.put("INSERT INTO seen VALUES (?, 'support', '203', 'antes', ?, ?)", server, NOW, SEEN)

    def close(self) -> None:
        self._file.close()


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Old]:
    made = Old(tmp_path / "data")
    yield made
    made.close()


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as made:
        yield made


def shelf_over(store: Store) -> AsyncDatabase:
    return AsyncDatabase(asyncio.to_thread, lambda _: store)


def opened(tmp_path: Path) -> Store:
    return Store(tmp_path / "data", lambda: NOW)


def all_servers(tmp_path: Path) -> set[str]:
    """Return all servers in the file, from columns and JSON bodies."""
    file = sqlite3.connect(tmp_path / "data" / "caseeditor.sqlite")
    found: set[str] = set()
    for table in ("draft", "parcel", "discarded", "server", "tab", "tag", "name", "seen"):
        found |= {server for (server,) in file.execute(f"SELECT server FROM {table}")}  # noqa: S608 - ours
    for table in ("draft", "parcel", "discarded"):
        query = f"SELECT json_extract(CAST(body AS TEXT), '$.server') FROM {table}"  # noqa: S608 - ours
        found |= {server for (server,) in file.execute(query)}
    file.close()
    return found


class Everything(msgspec.Struct, frozen=True):
    """All data of a server, as the program reads it."""

    drafts: list[str]
    history: list[str]
    tabs: list[tuple[str, str]]
    tags: tuple[str, ...]
    names: tuple[str, ...]
    seen: list[str]
    user: str | None
    shows_notes: bool
    on_its_way: list[tuple[str, str]]


async def everything(store: Store, server: str) -> Everything:
    memory, history = LocalData(shelf_over(store)), History(shelf_over(store))
    return Everything(
        drafts=[each.case_id for each in await memory.drafts(server, "name:support")],
        history=sorted(each.case_id for each in await history.page("", -1, 0, (server, "name:support"))),
        tabs=[(each.server, each.case_id) for each in await memory.tabs()],
        tags=await memory.tags(server),
        names=await memory.names(server),
        seen=[each.case_id for each in await memory.seen(server, "name:support")],
        user=store.user(server),
        shows_notes=store.shows_notes(server),
        on_its_way=[(each.server, each.case_id) for each in store.open_submissions()],
    )


def whole(server: str) -> Everything:
    """Return the data that Old.fill inserts."""
    return Everything(
        drafts=["203"],
        history=["210", "377", "7"],
        tabs=[(server, "203")],
        tags=("vip",),
        names=("plan",),
        seen=["203"],
        user="name:support",
        shows_notes=True,
        on_its_way=[(server, "377")],
    )


@pytest.mark.parametrize(("form", "server"), FORMS.items())
def test_what_was_kept_under_another_spelling_is_found(tmp_path: Path, old: Old, form: str, server: str) -> None:
    old.fill(form)
    store = opened(tmp_path)
    assert asyncio.run(everything(store, server)) == whole(server)
    kept = store.draft(server, "name:support", "203")
    assert kept is not None
    assert (kept.server, kept.edit.notes) == (server, {1: "borrador"})
    store.close()
    assert all_servers(tmp_path) == {server}


def test_what_was_kept_under_two_spellings_is_merged(tmp_path: Path, old: Old) -> None:
    old.fill("https://example.org")
    old.fill("https://example.org.", first=11)
    old.put_draft(draft("https://example.org.", "8", note_text="a medias"), NOW - 5)
    old.put_draft(draft("https://example.org", "8", subject="nuevo", notes={1: "otra"}), NOW)
    store = opened(tmp_path)
    merged = store.draft("https://example.org", "name:support", "8")
    assert merged is not None
    assert merged.edit.subject == "nuevo"
    assert (list(merged.edit.notes.values()), merged.edit.note_text) == (["otra"], "a medias")
    same = store.draft("https://example.org", "name:support", "203")
    assert same is not None
    assert list(same.edit.notes.values()) == ["borrador"]
    assert [each.number for each in store.open_submissions()] == [1, 11]
    store.close()
    assert all_servers(tmp_path) == {"https://example.org"}


@pytest.mark.parametrize("first", ["https://example.org.", "https://example.org"])
def test_of_two_texts_for_one_field_the_later_is_the_draft_and_the_other_is_in_the_history(
    tmp_path: Path, old: Old, first: str
) -> None:
    second = {"https://example.org.": "https://example.org", "https://example.org": "https://example.org."}[first]
    old.put_draft(draft(first, subject="antes", rows={1: Row("plan", "a")}), NOW - 5)
    old.put_draft(draft(second, subject="después", rows={1: Row("plan", "b")}), NOW)
    store = opened(tmp_path)
    merged = store.draft("https://example.org", "name:support", "203")
    assert merged is not None
    assert (merged.edit.subject, list(merged.edit.rows.values())) == ("después", [Row("plan", "b")])
    entries = asyncio.run(History(shelf_over(store)).page("", -1, 0))
    assert [entry.draft.edit.subject for entry in entries if entry.draft] == ["antes"]
    store.close()


def test_a_draft_of_a_case_whose_id_was_written_with_a_point_is_found(tmp_path: Path, old: Old) -> None:
    old.put_draft(draft("https://example.org.", "203.0", notes={1: "del listado"}))
    store = opened(tmp_path)
    kept = store.draft("https://example.org", "name:support", "203")
    assert kept is not None
    assert (kept.case_id, kept.edit.notes) == ("203", {1: "del listado"})
    store.close()


def test_what_cant_be_decoded_is_left_and_costs_nothing_else(tmp_path: Path, old: Old) -> None:
    old.fill("https://example.org.")
    old.put("INSERT INTO draft VALUES ('https://example.org', 'support', '203', X'00FF', ?)", NOW)
    old.put("INSERT INTO draft VALUES ('https://example.org.', 'support', '9', X'00FF', ?)", NOW)
    opened(tmp_path).close()
    file = sqlite3.connect(tmp_path / "data" / "caseeditor.sqlite")
    rows = file.execute("SELECT server, case_id, length(body) > 2 FROM draft ORDER BY case_id, server").fetchall()
    file.close()
    assert rows == [
        ("https://example.org", "203", 0),
        ("https://example.org.", "203", 1),
        ("https://example.org", "9", 0),
    ]


def test_what_a_later_version_added_to_a_row_moves_along(tmp_path: Path, old: Old) -> None:
    body = msgspec.json.encode({**msgspec.to_builtins(draft("https://example.org.")), "later": [1.50, "é"]})
    old.put("INSERT INTO draft VALUES ('https://example.org.', 'support', '203', ?, ?)", body, NOW)
    opened(tmp_path).close()
    file = sqlite3.connect(tmp_path / "data" / "caseeditor.sqlite")
    (kept,) = file.execute("SELECT body FROM draft").fetchone()
    file.close()
    assert msgspec.json.decode(kept)["later"] == [1.5, "é"]


def test_a_start_without_other_spellings_writes_nothing(tmp_path: Path, old: Old) -> None:
    old.fill("https://example.org")
    opened(tmp_path).close()
    reader = sqlite3.connect(tmp_path / "data" / "caseeditor.sqlite")
    before = list(reader.iterdump())
    opened(tmp_path).close()
    assert list(reader.iterdump()) == before
    reader.close()


def test_once_two_spellings_are_one_a_start_writes_nothing(tmp_path: Path, old: Old) -> None:
    old.fill("https://example.org")
    opened(tmp_path).close()
    with contextlib.closing(sqlite3.connect(tmp_path / "data" / "caseeditor.sqlite")) as file, file:
        for server in ("https://example.org", "https://example.org."):
            file.execute("INSERT INTO account VALUES (?, 'id:7', 'Ana', '[\"Ana\"]')", (server,))
            file.execute("INSERT INTO server_edit VALUES (?, '[\"html\"]')", (server,))
    opened(tmp_path).close()
    with contextlib.closing(sqlite3.connect(tmp_path / "data" / "caseeditor.sqlite")) as file:
        before = list(file.iterdump())
        opened(tmp_path).close()
        assert list(file.iterdump()) == before
        servers = file.execute("SELECT server FROM account UNION ALL SELECT server FROM server_edit").fetchall()
    assert servers == [("https://example.org",)] * 2


# A server that moved.


def test_a_server_that_moved_takes_everything_along(tmp_path: Path, old: Old) -> None:
    old.fill("http://office.example")
    store = opened(tmp_path)
    store.move_server("http://office.example", "https://desk.example:8443")
    assert asyncio.run(everything(store, "https://desk.example:8443")) == whole("https://desk.example:8443")
    store.close()
    assert all_servers(tmp_path) == {"https://desk.example:8443"}


def test_moving_to_a_server_that_is_in_use_merges(tmp_path: Path, old: Old) -> None:
    old.fill("http://office.example")
    old.put("INSERT INTO server VALUES ('https://office.example', 'ana', 0)")
    old.put("INSERT INTO tab (server, case_id) VALUES ('https://office.example', '203')")
    old.put("INSERT INTO tag VALUES ('https://office.example', 'vip')")
    old.put("INSERT INTO seen VALUES ('https://office.example', 'support', '203', 'ahora', ?, ?)", NOW + 1, SEEN)
    old.put_draft(draft("https://office.example", notes={1: "allí"}), NOW + 1)
    store = opened(tmp_path)
    store.move_server("http://office.example", "https://office.example")
    merged = store.draft("https://office.example", "name:support", "203")
    assert merged is not None
    assert list(merged.edit.notes.values()) == ["allí", "borrador"]
    assert (store.user("https://office.example"), store.shows_notes("https://office.example")) == ("name:ana", True)
    tabs = asyncio.run(LocalData(shelf_over(store)).tabs())
    assert [(tab.server, tab.case_id, tab.is_active) for tab in tabs] == [("https://office.example", "203", True)]
    seen = asyncio.run(LocalData(shelf_over(store)).seen("https://office.example", "name:support"))
    assert [(each.case_id, each.subject) for each in seen] == [("203", "ahora")]
    store.close()
    assert all_servers(tmp_path) == {"https://office.example"}


def test_a_move_is_one_step(tmp_path: Path, old: Old) -> None:
    old.fill("http://office.example")
    store = opened(tmp_path)
    old.put("CREATE TRIGGER no BEFORE UPDATE ON tag BEGIN SELECT RAISE(ABORT, 'no'); END")
    with pytest.raises(Exception, match="not kept"):
        store.move_server("http://office.example", "https://office.example")
    assert [each.server for each in store.open_submissions()] == ["http://office.example"]
    store.close()
    assert all_servers(tmp_path) == {"http://office.example"}


@pytest.mark.linux_only("moves or deletes an open data file, which Windows denies")
def test_a_moved_server_is_kept_when_the_file_is_begun_anew(tmp_path: Path, old: Old) -> None:
    old.fill("http://office.example")
    store = opened(tmp_path)
    store.drafts()
    store.open_submissions()
    store.move_server("http://office.example", "https://office.example")
    for each in (tmp_path / "data").iterdir():
        each.unlink()
    set_user(store, "https://office.example", "support")
    assert [each.server for each in store.drafts()] == ["https://office.example"]
    assert [each.server for each in store.open_submissions()] == ["https://office.example"]
    store.close()


def test_nothing_moves_while_something_is_being_sent(tmp_path: Path, demo: DemoServer) -> None:
    async def work() -> tuple[bool, bool, list[str], list[str]]:
        timing = Timing(updating=0.5, looks=(0.02,) * 6, keep_waiting=0.05, second=0.02)
        database, heard = shelf_over(opened(tmp_path)), asyncio.Queue[SubmissionUpdate]()
        gateway = Gateway(timing=timing, secrets=Secrets())
        accounts = Accounts(gateway, Credentials(asyncio.to_thread, 10, wanted=False), database)
        outbox = Outbox(gateway, accounts, database, timing, heard.put_nowait)
        where = parse_server(demo.url)
        await accounts.sign_in(where, demo.token, keep=False)
        reading = await gateway.read_case(where, "9020")  # never answered
        edit = Edit(notes={1: "llamar"})
        await outbox.start()
        kept_draft = Draft(server=where.url, user="name:demo", case_id="9020", edit=edit, base=take(reading, edit))
        await outbox.submit(kept_draft, reading.case, NONE_THERE)
        while (await heard.get()).submission.state is not State.SENDING:
            pass
        at_once = await outbox.move(where.url, "https://office.example")
        stayed = [each.server for each in outbox.submissions_of(where.url, "9020")]
        while (await heard.get()).submission.state is not State.STORED:
            pass
        later = await outbox.move(where.url, "https://office.example")
        history = await History(database).page("", -1, 0, ("https://office.example", "name:demo"))
        await outbox.close(1)
        await gateway.close()
        await database.close()
        return at_once, later, stayed, [entry.state for entry in history]

    assert asyncio.run(work()) == (False, True, [demo.url], ["stored"])
    assert [request.method for request in demo.requests].count("POST") == 1


# The keyring.


@pytest.fixture(scope="module")
def real_keyring(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PrivateKeyring]:
    with private_keyring(tmp_path_factory.mktemp("keyring")) as running:
        yield running


def kept(running: PrivateKeyring, name: str) -> str:
    """Query the keyring with another program."""
    code = "import sys, keyring; print(keyring.get_password('caseeditor', sys.argv[1]) or '')"
    env = {**running.env, "PYTHON_KEYRING_BACKEND": DESKTOP}
    done = subprocess.run([sys.executable, "-c", code, name], env=env, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout.strip()


@pytest.fixture
def using_keyring(real_keyring: PrivateKeyring, monkeypatch: pytest.MonkeyPatch) -> PrivateKeyring:
    use(real_keyring.env, DESKTOP, monkeypatch)
    return real_keyring


@pytest.mark.parametrize("form", FORMS)
def test_a_token_under_another_spelling_is_found_and_kept_anew(
    tmp_path: Path, old: Old, using_keyring: PrivateKeyring, form: str
) -> None:
    old.fill(form)
    store, where = opened(tmp_path), parse_server(form)
    server = FORMS[form]

    async def work() -> tuple[bool, bool, str, str]:
        credentials = Credentials(asyncio.to_thread, 10)
        await credentials.keep(Server(form), TOKEN)
        gateway = Gateway(timing=Timing(), secrets=Secrets())
        accounts = Accounts(gateway, credentials, shelf_over(store))
        first = (await accounts.resume(where)).has_token
        after = await asyncio.to_thread(kept, using_keyring, server), await asyncio.to_thread(kept, using_keyring, form)
        await accounts.sign_out(where)
        again = Accounts(Gateway(timing=Timing(), secrets=Secrets()), credentials, shelf_over(store))
        return first, (await again.resume(where)).has_token, *after

    assert asyncio.run(work()) == (True, False, TOKEN, "")
    store.close()


def test_signing_out_forgets_what_was_kept_under_other_spellings(
    tmp_path: Path, old: Old, using_keyring: PrivateKeyring
) -> None:
    old.fill("https://example.org.")
    store, where = opened(tmp_path), parse_server("https://example.org")

    async def work() -> None:
        credentials = Credentials(asyncio.to_thread, 10)
        for name in ("https://example.org.", "https://example.org"):
            await credentials.keep(Server(name), TOKEN)
        await Accounts(Gateway(timing=Timing(), secrets=Secrets()), credentials, shelf_over(store)).sign_out(where)

    asyncio.run(work())
    assert [kept(using_keyring, name) for name in ("https://example.org.", "https://example.org")] == ["", ""]
    store.close()
