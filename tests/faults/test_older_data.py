"""A data folder of version 0.1.0 in the current window: drafts reach their users, pending submissions are sent.

tests/data_0_1_0/make.py made the folder; its server's cases are unchanged.
"""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.faults.editor import Editor
from tests.faults.server import OTHER_TOKEN, TOKEN, FaultyServer

OLD = Path(__file__).parents[1] / "data_0_1_0"
NAME = "caseeditor.sqlite"
EXPECTED: dict[str, Any] = json.loads((OLD / "expected.json").read_text("utf-8"))
SERVER: str = EXPECTED["settings"]["server"]
HERS, QUEUED = 201, 207


def copied(data: Path, url: str) -> None:
    """Copy the folder, with this address as its server."""
    data.mkdir(mode=0o700)
    shutil.copyfile(OLD / NAME, data / NAME)
    with closing(sqlite3.connect(data / NAME)) as connection, connection:
        for (table,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE sql LIKE '% server TEXT %'"
        ).fetchall():
            connection.execute(f"UPDATE {table} SET server = ? WHERE server = ?", (url, SERVER))  # noqa: S608 - a table name
        for table in ("draft", "parcel", "discarded"):
            body = "CAST(replace(CAST(body AS TEXT), ?, ?) AS BLOB)"
            connection.execute(f"UPDATE {table} SET body = {body}", (json.dumps(SERVER), json.dumps(url)))  # noqa: S608


def edits_of(user: str) -> dict[int, Any]:
    drafts = [draft for draft in EXPECTED["drafts"] if (draft["server"], draft["user"]) == (SERVER, user)]
    return {int(draft["case_id"]): draft["edit"] for draft in drafts}


def test_a_folder_of_version_0_1_0_goes_on_in_todays_window(home: Path, data: Path) -> None:
    with FaultyServer() as own:
        copied(data, own.url)
        waiting = {int(each["case_id"]) for each in EXPECTED["open"] if each["server"] == SERVER}
        with Editor(data, own.url, home=home, token=TOKEN) as his:
            his.sign_in()
            own.wait_stored(QUEUED, 1)
            his.until_state(QUEUED)
            assert {posted.user for posted in own.posts} == {"support"}
            assert own.posts_of(HERS) == []
            shown = {case for case, *_ in his.do("state")["parcels"]}
            closed = {each.case for each in own.posts}
            assert shown >= waiting - closed
            drafts = edits_of("support")
            assert len(drafts) == 3
            for case, edit in drafts.items():
                his.open(case)
                assert {name: his.edit(case)[name] for name in edit} == edit
            assert his.close() == 0
        with Editor(data, own.url, home=home, token=OTHER_TOKEN) as hers:
            hers.sign_in()
            own.wait_stored(HERS, 1)
            assert [posted.user for posted in own.posts_of(HERS)] == ["lucia"]
            for case, edit in edits_of("lucia").items():
                hers.open(case)
                assert {name: hers.edit(case)[name] for name in edit} == edit
        assert own.stored(QUEUED) == ["queued"]
        assert own.stored(HERS) == ["waits, by her"]
