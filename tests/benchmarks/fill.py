"""Fills a store as months of work would: pending drafts, finished submissions."""

from pathlib import Path

import msgspec

from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.delivery.submission import State, Submission, UnconfirmedNote
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.services.storage.database import Store
from tests.support.drafts import save, submit

NOTE = "El cliente llamó de nuevo por su pedido. " * 8


def fill(folder: Path, server: str, *, drafts: int, submissions: int, user: str = "name:support") -> None:
    """Add this many drafts and stored submissions to the store of a data folder."""
    store = Store(folder)
    store._connection.execute("PRAGMA synchronous=OFF")  # noqa: SLF001 - seconds instead of minutes
    base = Snapshot(subject="x", notes={str(at): 1 for at in range(20)})
    for at in range(drafts):
        edit = Edit(subject=f"asunto {at}", notes={1: NOTE}, rows={1: Row("plan", "b")})
        save(store, Draft(server=server, user=user, case_id=str(1_000_000 + at), edit=edit, base=base, subject="x"))
    for at in range(submissions):
        edit = Edit(subject=f"asunto {at}", notes={1: NOTE})
        case_id = str(2_000_000 + at)
        draft = Draft(server=server, user=user, case_id=case_id, edit=edit, base=base, subject="x")
        submission = submit(store, draft, Submission(server=server, user=user, case_id=case_id, edit=edit, base=base))
        unconfirmed = (UnconfirmedNote(NOTE, 5, submission.number),)
        store.save(msgspec.structs.replace(submission, state=State.STORED, unconfirmed=unconfirmed))
    store.close()
