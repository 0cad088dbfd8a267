"""Makes the data folder beside this file, with the code of version 0.1.0: its window, its services, its fault server.

    mkdir /some/folder && git archive 81b5fbe | tar -x -C /some/folder
    cd /some/folder && PYTHONPATH=. PROJECT/.venv/bin/python PROJECT/tests/data_0_1_0/make.py PROJECT/tests/data_0_1_0

Leaves `caseeditor.sqlite` and `settings.json` as version 0.1.0 wrote them, and `expected.json`: everything in them as
version 0.1.0 read it. tests/services/test_migration.py compares that with the reading of today's code.
"""

import asyncio
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

import caseeditor
from caseeditor.domain.draft import Draft
from caseeditor.domain.edit import Edit
from caseeditor.domain.parcel import Parcel, State
from caseeditor.domain.snapshot import Snapshot
from caseeditor.domain.template import Template
from caseeditor.services.history import History
from caseeditor.services.memory import Memory
from caseeditor.services.schema import VERSION
from caseeditor.services.settings import Settings, SettingsFile
from caseeditor.services.shelf import Shelf
from caseeditor.services.store import Store
from tests.faults.editor import Editor
from tests.faults.scripts import held, kept, page, refused, reset, said
from tests.faults.server import COLLEAGUE, OTHER_TOKEN, TOKEN, Call, FaultyServer, Script

NAME = "caseeditor.sqlite"
PORTS = (18203, 18204)
UNKNOWN = "https://unknown.example.org"
OUT = page(b"503 Service Unavailable")


def no_more_reads(then: Script) -> Script:
    """From this call on the case can't be read."""

    def script(call: Call) -> None:
        call.server.rule(call.case, "GET", OUT)
        then(call)

    return script


@contextmanager
def started(data: Path, server: FaultyServer, token: str) -> Iterator[Editor]:
    with Editor(data, server.url, token=token) as editor:
        editor.sign_in()
        yield editor


def typed(editor: Editor, case: int) -> None:
    """Change everything that a case has."""
    editor.open(case)
    editor.fill("Subject", f"Corrección nº {case} – ¡urgente! 😀")
    for text in ("Llamó el cliente.\nVolverá a llamar.", "Second note & <b>markup</b>, “quotes”"):
        editor.fill("New note", text)
        editor.click("Add note")
    editor.fill("New note", "left in the field ação")
    editor.fill("New tag", "añadida")
    editor.click("Add tag")
    editor.click("Remove tag vip")
    editor.fill("New tag", "left in New tag")
    editor.do("set", name="region", value="sur")
    editor.do("set", name="prioridad", value="alta & más")
    editor.do("set", name="idioma", value="pt_BR")
    editor.until_saved(case)


def lost(editor: Editor, server: FaultyServer, case: int, note: str) -> None:
    """Submit a note that is lost without a trace, until the agent is asked."""
    editor.open(case)
    server.plan(case, "POST", reset)
    editor.submit_note(note)
    editor.until_state(case, "asking")


def of_nobody(data: Path, server: FaultyServer) -> None:
    """Work on a server whose `me` names nobody: a draft, a submission that waits, one that is stored."""
    server.rule(0, "GET", said({"success": True, "logged_in": True}))
    with started(data, server, TOKEN) as editor:
        for _ in range(100):
            server.fresh()  # the numbers of this server's cases are not the other's
        done, waits, draft = (server.fresh() for _ in range(3))
        editor.open(done)
        editor.submit_note("stored, by nobody")
        editor.until_said("Submitted: stored at")
        editor.open(waits)
        server.rule(waits, "GET", OUT)
        editor.submit_note("waits, by nobody")
        editor.until_state(waits, "queued")
        editor.open(draft)
        editor.fill("New note", "a draft, by nobody")
        editor.until_saved(draft)
        editor.close_cases()  # a tab would ask the next start for this server's token
        editor.kill()


def of_colleague(data: Path, server: FaultyServer, shared: int) -> None:
    """Work as the second user: a draft of a case that the first has a draft of too, a submission that waits."""
    with started(data, server, OTHER_TOKEN) as editor:
        waits = server.fresh()
        editor.open(waits)
        server.rule(waits, "GET", OUT)
        editor.fill("Subject", "Hers")
        editor.submit_note("waits, by her")
        editor.until_state(waits, "queued")
        editor.open(shared)
        editor.fill("New note", "her draft of a case that he has a draft of too")
        editor.until_saved(shared)
        assert editor.close() == 0


def closed(editor: Editor, server: FaultyServer) -> None:
    """Leave every kind of what has ended, and drafts of which something is in doubt."""
    stored, said_so, rejected, back, discarded = (server.fresh() for _ in range(5))
    editor.open(stored)
    editor.submit_note("stored, and seen")
    editor.until_said("Submitted: stored at")
    lost(editor, server, said_so, "the agent says that it was stored")
    editor.click("It was stored")
    editor.until_state(said_so)
    editor.open(rejected)
    server.plan(rejected, "POST", refused("Closed for the holidays"))
    editor.fill("Subject", "Refused subject")
    editor.submit_note("refused, and in the draft again")
    editor.until_state(rejected)
    editor.until("the draft", lambda _: editor.notes(rejected) == ["refused, and in the draft again"])
    lost(editor, server, back, "back to draft, in doubt")
    editor.click("Back to draft")
    editor.until("the draft", lambda _: editor.notes(back) == ["back to draft, in doubt"])
    editor.fill("New note", "typed since")
    editor.until_saved(back)
    editor.open(discarded)
    editor.fill("New note", "discarded")
    editor.fill("Subject", "Discarded subject")
    editor.until_saved(discarded)
    editor.click("Discard changes")


def waiting(editor: Editor, server: FaultyServer) -> None:
    """Leave a submission in each open state; the last one is killed while its POST is out."""
    queued, unsure, asking, deciding, removing, sending = (server.fresh() for _ in range(6))
    editor.open(queued)
    server.rule(queued, "GET", OUT)
    editor.submit_note("queued")
    editor.until_state(queued, "queued")
    editor.open(unsure)
    server.plan(unsure, "POST", no_more_reads(kept([], reset)))
    editor.submit_note("unsure")
    editor.until_state(unsure, "unsure")
    lost(editor, server, asking, "asking")
    editor.open(removing)
    editor.click("Remove tag vip")
    server.plan(removing, "POST", stored_well, no_more_reads(reset))
    editor.submit_note("removing")
    editor.until_state(removing, "removing")
    server.wait_posts(removing, 2)
    editor.open(deciding)
    editor.fill("Subject", "His subject")
    editor.fill("New note", "deciding")
    server.world.update(deciding, [("subject", "A colleague's subject")], by=COLLEAGUE)
    editor.click("Submit")
    editor.until("the question", lambda state: "Conflicts" in state["dialogs"])
    editor.click("Decide later")
    editor.until_state(deciding, "deciding")
    editor.open(sending)
    gate = server.gate()
    server.plan(sending, "POST", held(gate, reset))
    editor.submit_note("sending")
    gate.wait()
    editor.kill()


def stored_well(call: Call) -> None:
    call.store()
    call.good()


def by_hand(data: Path, url: str, shared: int) -> None:
    """Write what needs no window, and what is left where `me` failed.

    Then '' stands in place of a user, the server has none, and a case may have a draft of '' beside those of others.
    """
    SettingsFile(data).write(
        Settings(
            server=url, domains={"cases.example.org": url}, language="es", theme="dark", keep_days=365, stamp="sello"
        )
    )
    with_store = Store(data)
    edit = Edit(subject="Typed while nobody knew by whom", notes={1: "uno", 3: "tres"})
    for case_id in ("7", "8"):
        draft = Draft(server=UNKNOWN, user="", case_id=case_id, edit=edit, base=Snapshot(subject="s"), subject="s")
        with_store.save_draft(draft)
    before = Draft(server=url, user="", case_id=str(shared), edit=edit, base=Snapshot(subject="s"), subject="s")
    with_store.save_draft(before)
    with_store.submit(draft, Parcel(server=UNKNOWN, user="", case_id=case_id, edit=edit, base=draft.base))
    with_store.set_shows_notes(UNKNOWN)
    templates = (
        Template(
            "Saludo {contact.name}", note="Estimado {contact.name}:\n", tags=("saludo",), attributes={"región": "sur"}
        ),
        Template("empty"),
    )
    shelf = Shelf(asyncio.to_thread, lambda: with_store)
    asyncio.run(Memory(shelf).put_templates(templates))
    with_store.close()


def reading(data: Path) -> dict[str, Any]:
    """Return all that this code reads in a data folder."""
    store = Store(data)
    shelf = Shelf(asyncio.to_thread, lambda: store)
    memory = Memory(shelf)
    servers = [server for (server,) in store.select("SELECT server FROM server ORDER BY server")]
    accounts = store.select("SELECT DISTINCT server, user FROM seen UNION SELECT server, user FROM draft ORDER BY 1, 2")
    found = {
        "settings": SettingsFile(data).read(),
        "drafts": store.drafts(),
        "open": store.open_parcels(),
        "history": asyncio.run(History(shelf).page("", -1, 0)),
        "templates": asyncio.run(memory.templates()),
        "tabs": asyncio.run(memory.tabs()),
        "servers": [
            {
                "server": server,
                "user": store.user(server),
                "shows_notes": store.shows_notes(server),
                "tags": asyncio.run(memory.tags(server)),
                "names": asyncio.run(memory.names(server)),
            }
            for server in servers
        ],
        "accounts": [
            {
                "server": server,
                "user": user,
                "recent": asyncio.run(memory.seen(server, user)),
                "drafts": asyncio.run(memory.drafts(server, user)),
            }
            for server, user in accounts
        ],
        "seen": [
            {"server": server, "user": user, "case_id": case_id, "body": json.loads(body)}
            for server, user, case_id, body in store.select(
                "SELECT server, user, case_id, body FROM seen WHERE body NOT NULL ORDER BY server, user, case_id"
            )
        ],
    }
    store.close()
    builtins: dict[str, Any] = msgspec.to_builtins(found, str_keys=True)
    return builtins


def main(target: Path) -> None:
    assert (caseeditor.__version__, VERSION) == ("0.1.0", 4)
    with tempfile.TemporaryDirectory() as folder, FaultyServer(PORTS[0]) as server, FaultyServer(PORTS[1]) as other:
        data = Path(folder) / "data"
        shared = server.fresh()
        of_nobody(data, other)
        of_colleague(data, server, shared)
        with started(data, server, TOKEN) as editor:
            typed(editor, shared)
            closed(editor, server)
            waiting(editor, server)
        by_hand(data, server.url, shared)
        expected = reading(data)
        states = {each["state"] for each in expected["open"]} | {each["state"] for each in expected["history"]}
        assert states == {state.value for state in State} | {"discarded"}, states
        assert not list(data.glob(f"{NAME}-*")), "the log was not taken into the file"
        shutil.copyfile(data / NAME, target / NAME)
        shutil.copyfile(data / "settings.json", target / "settings.json")
        text = json.dumps(expected, ensure_ascii=False, indent=1)
        (target / "expected.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
