"""Today's code reads all data of a folder left by version 0.1.0, with the same result.

tests/data_0_1_0/make.py created the folder with that version's own code, and recorded the data that this code read.
"""

import asyncio
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from caseeditor.services.config.settings import SettingsFile
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store
from caseeditor.services.storage.history import History
from caseeditor.services.storage.local_data import LocalData

OLD = Path(__file__).parents[2] / "data_0_1_0"
NAME = "caseeditor.sqlite"
EXPECTED: dict[str, Any] = json.loads((OLD / "expected.json").read_text("utf-8"))
MAPPINGS = {"notes", "tags", "values", "rows", "attributes", "domains"}
"""Fields whose keys are texts or numbers of users: none may be lost or added."""


def key_of(user: str | None) -> str | None:
    """Return the current account key of a 0.1.0 user: a name, '' for no user, None for unknown."""
    if user is None:
        return None
    return f"name:{user}" if user else "legacy:"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    for name in (NAME, "settings.json"):
        shutil.copyfile(OLD / name, folder / name)
    return folder


@pytest.fixture
def store(data: Path) -> Iterator[Store]:
    kept = Store(data)
    yield kept
    assert kept.set_aside is None
    kept.close()


@pytest.fixture
def database(store: Store) -> AsyncDatabase:
    return AsyncDatabase(asyncio.to_thread, lambda _: store)


def differences(old: Any, new: Any, where: str = "") -> list[str]:  # noqa: ANN401 - JSON
    """List data missing from the new reading. Fields added to a struct later don't count."""
    if isinstance(old, dict) and isinstance(new, dict):
        found = [f"{where}.{key} is lost" for key in old.keys() - new.keys()]
        if where.rpartition(".")[2] in MAPPINGS:
            found += [f"{where}.{key} is new" for key in new.keys() - old.keys()]
        for key in old.keys() & new.keys():
            was = key_of(old[key]) if key == "user" else old[key]
            found += differences(was, new[key], f"{where}.{key}")
        return found
    if isinstance(old, list) and isinstance(new, list):
        if len(old) != len(new):
            return [f"{where}: {len(old)} were there, {len(new)} are"]
        return [
            text
            for place, pair in enumerate(zip(old, new, strict=True))
            for text in differences(*pair, f"{where}[{place}]")
        ]
    return [] if old == new else [f"{where}: {old!r} has become {new!r}"]


def shown(value: object) -> Any:  # noqa: ANN401 - JSON
    return json.loads(msgspec.json.encode(value))


def test_the_folder_has_something_of_every_kind() -> None:
    states = {each["state"] for each in EXPECTED["history"]}
    assert states >= {"queued", "sending", "unsure", "asking", "deciding", "removing", "stored", "refused", "draft"}
    assert "discarded" in states
    assert any(draft["doubt"] and draft["doubt"]["ghosts"] for draft in EXPECTED["drafts"])
    assert {draft["user"] for draft in EXPECTED["drafts"]} == {"support", "lucia", ""}
    assert all(EXPECTED[kind] for kind in ("templates", "tabs", "servers", "accounts", "seen"))


def test_every_draft_is_there(store: Store) -> None:
    assert differences(EXPECTED["drafts"], shown(store.drafts())) == []


def test_every_draft_is_found_by_its_account_and_case(store: Store) -> None:
    for draft in EXPECTED["drafts"]:
        found = store.draft(draft["server"], key_of(draft["user"]) or "", draft["case_id"])
        assert differences(draft, shown(found)) == []


def test_every_submission_that_waits_is_there(store: Store) -> None:
    assert differences(EXPECTED["open"], shown(store.open_submissions())) == []


def test_the_notes_that_nobody_knows_the_end_of_are_there(store: Store) -> None:
    for submission in EXPECTED["open"]:
        unconfirmed = store.unconfirmed(submission["server"], submission["case_id"], other_than=0)
        assert differences(submission["ghosts"], shown(unconfirmed)) == []


def test_the_history_is_there(database: AsyncDatabase) -> None:
    # Rows form an entry; the name of its field is never stored.
    entries = [{"submission" if key == "parcel" else key: each[key] for key in each} for each in EXPECTED["history"]]
    assert differences(entries, shown(asyncio.run(History(database).page("", -1, 0)))) == []


def test_templates_and_tabs_are_there(database: AsyncDatabase) -> None:
    memory = LocalData(database)
    assert differences(EXPECTED["templates"], shown(asyncio.run(memory.templates()))) == []
    assert differences(EXPECTED["tabs"], shown(asyncio.run(memory.tabs()))) == []


def test_what_is_known_of_servers_is_there(store: Store, database: AsyncDatabase) -> None:
    memory = LocalData(database)
    for server in EXPECTED["servers"]:
        name = server["server"]
        found = {
            "server": name,
            "user": store.user(name),
            "shows_notes": store.shows_notes(name),
            "tags": shown(asyncio.run(memory.tags(name))),
            "names": shown(asyncio.run(memory.names(name))),
        }
        assert differences(server, found) == []


def test_the_lists_of_each_account_are_there(database: AsyncDatabase) -> None:
    memory = LocalData(database)
    for account in EXPECTED["accounts"]:
        server, user = account["server"], key_of(account["user"]) or ""
        assert differences(account["recent"], shown(asyncio.run(memory.seen(server, user)))) == []
        assert differences(account["drafts"], shown(asyncio.run(memory.drafts(server, user)))) == []


def test_what_was_seen_of_each_case_is_there(store: Store) -> None:
    query = "SELECT body FROM seen WHERE server = ? AND user = ? AND case_id = ?"
    for seen in EXPECTED["seen"]:
        rows = store.select(query, (seen["server"], key_of(seen["user"]), seen["case_id"]))
        assert [json.loads(body) for (body,) in rows] == [seen["body"]]


def test_the_settings_are_there(data: Path) -> None:
    assert differences(EXPECTED["settings"], shown(SettingsFile(data).read())) == []


def test_a_second_opening_changes_nothing(data: Path, store: Store) -> None:
    store.close()
    again = Store(data)
    assert differences(EXPECTED["drafts"], shown(again.drafts())) == []
    assert differences(EXPECTED["open"], shown(again.open_submissions())) == []
    again.close()
