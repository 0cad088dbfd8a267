"""Writes accounts-0.1.0.sql beside it: `python make_accounts_0_1_0.py FILE`, on the code of version 0.1.0 (81b5fbe)."""

import asyncio
import sqlite3
import sys
import tempfile
from pathlib import Path

import msgspec

from caseeditor.domain.case import Case, Note
from caseeditor.domain.draft import Draft
from caseeditor.domain.edit import Edit
from caseeditor.domain.handover import submitted
from caseeditor.domain.parcel import Ghost, State
from caseeditor.domain.remembered import Tab
from caseeditor.domain.snapshot import Snapshot
from caseeditor.services.memory import Memory
from caseeditor.services.shelf import Shelf
from caseeditor.services.store import Store
from tests.services.drafts import save, submit

SERVER = "http://127.0.0.1:4711"
DATE = "2026-11-27T05:08:00-0300"


def _draft(user: str, case_id: str, text: str) -> Draft:
    base = Snapshot(subject=f"Subject of {case_id}", notes={}, notes_shown=True, date=1_795_770_000)
    return Draft(server=SERVER, user=user, case_id=case_id, edit=Edit(notes={1: text}), base=base, subject=base.subject)


def _fill(store: Store) -> None:
    store.set_user(SERVER, "Ana Perez")
    for user, case_id, text in (
        ("Ana Perez", "300", "de Ana\u0000 — “ñandú” 👩‍🚀"),
        ("bea", "300", "de Bea"),
        ("", "301", "de nadie"),
    ):
        save(store, _draft(user, case_id, text))
    for user, case_id in (("Ana Perez", "302"), ("bea", "303"), ("", "304")):
        draft = _draft(user, case_id, f"espera en {case_id}")
        submit(store, draft, submitted(draft, Case(id=case_id)))
    draft = _draft("Ana Perez", "305", "salió")
    sent = submit(store, draft, submitted(draft, Case(id="305")))
    store.save(
        msgspec.structs.replace(
            sent,
            state=State.SENDING,
            sending=draft.edit,
            first=draft.base,
            current=draft.base,
            attempts=1,
            ghosts=(Ghost("salió", draft.base.date),),
        )
    )
    draft = _draft("Ana Perez", "306", "guardado")
    store.save(msgspec.structs.replace(submit(store, draft, submitted(draft, Case(id="306"))), state=State.STORED))
    store.keep_discarded(_draft("Ana Perez", "307", "tirado"))


async def _remember(store: Store) -> None:
    memory = Memory(Shelf(asyncio.to_thread, lambda _: store))
    case = Case(id="300", subject="Subject of 300", update_date=DATE, notes=(Note(text="first", user_name="bea"),))
    for user in ("Ana Perez", "bea"):
        await memory.see(SERVER, user, case)
    await memory.set_tabs((Tab(SERVER, "300", "Ana Perez", "Subject of 300", is_active=True),))


def main(target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        _fill(store)
        asyncio.run(_remember(store))
        store.close()
        with sqlite3.connect(Path(folder) / "caseeditor.sqlite") as file:
            version = file.execute("PRAGMA user_version").fetchone()[0]
            target.write_text("\n".join((*file.iterdump(), f"PRAGMA user_version = {version};")) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
