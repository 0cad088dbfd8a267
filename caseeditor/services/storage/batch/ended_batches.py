"""Ended batches in the history. Runs on the store's thread; raises StoreFailed."""

from collections import deque
from collections.abc import Iterable
from typing import NamedTuple

from caseeditor.domain.batch.batch import Batch
from caseeditor.domain.local.history_entry import BATCH, HistoryEntry
from caseeditor.domain.text.folding import fold
from caseeditor.services.accounts.identities import account
from caseeditor.services.storage.database import Store


class Wanted(NamedTuple):
    """A search, of a server's user or of all. `with_rows`: batches with all of their rows."""

    search: str
    whose: tuple[str, str] | None
    with_rows: bool = False


def batch_entries(store: Store, wanted: Wanted) -> tuple[HistoryEntry, ...]:
    """Return the ended batches that match a search, the newest first.

    The search covers names, reasons, texts of notes, and ids of cases. The file of a newer version is left out.
    """
    search = wanted.search
    batches = store.batches.ended(wanted.whose) if store.batches.is_usable else ()
    having = store.batches.with_case(search) if search and batches else frozenset()
    found = [batch for batch in batches if batch.number in having or _matches(batch, search)]
    entries = [_entry(store, batch, with_rows=wanted.with_rows) for batch in found]
    return tuple(sorted(entries, key=lambda entry: -entry.began))


def merged(entries: Iterable[HistoryEntry], batches: Iterable[HistoryEntry]) -> list[HistoryEntry]:
    """Insert batches by time into entries; both have the newest first."""
    found, left = list[HistoryEntry](), deque(batches)
    for entry in entries:
        while left and left[0].began >= entry.began:
            found.append(left.popleft())
        found.append(entry)
    return [*found, *left]


def _matches(batch: Batch, search: str) -> bool:
    texts = (batch.name, batch.reason, *batch.recipe.notes, batch.recipe.note_text)
    return not search or any(fold(search) in fold(text) for text in texts)


def _entry(store: Store, batch: Batch, *, with_rows: bool) -> HistoryEntry:
    name = batch.user_names[0] if batch.user_names else account(store, batch.server, batch.user).name
    rows = store.batches.rows(batch.number) if with_rows else ()
    began = batch.began or batch.ended
    return HistoryEntry(batch.server, batch.user, "", batch.name, BATCH, began, name=name, batch=batch, batch_rows=rows)
