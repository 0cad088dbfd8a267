"""Cost of drafts and submissions on disk as their number grows."""

import asyncio
import sqlite3
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.delivery.submission import Submission
from caseeditor.domain.editing.edit import Edit
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store
from caseeditor.services.storage.history import History
from caseeditor.services.storage.local_data import LocalData
from tests.benchmarks.figures import Figure, Growth, Result, beyond
from tests.benchmarks.fill import NOTE, fill
from tests.support.drafts import save, submit

T = TypeVar("T")
SERVER = "https://example.org"
DRAFTS = (10, 100, 1_000)
SUBMISSIONS = (10, 100, 1_000, 10_000)


def timed(act: Callable[[], object]) -> float:
    """Return the duration of a call (ms)."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def bare_commits(folder: Path, count: int) -> list[float]:
    """Return the ms of synced commits of bare SQLite, each as large as a draft."""
    with closing(sqlite3.connect(folder / "bare.sqlite", isolation_level=None)) as bare:
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("CREATE TABLE IF NOT EXISTS draft (body)")
        return [timed(lambda: bare.execute("INSERT INTO draft VALUES (?)", (NOTE,))) for _ in range(count)]


async def _here(work: Callable[[], T], /) -> T:
    return work()


def _run(work: Awaitable[object]) -> None:
    async def wait() -> None:
        await work

    asyncio.run(wait())


def _draft(at: int) -> Draft:
    edit = Edit(subject=f"asunto {at}", notes={1: NOTE})
    return Draft(
        server=SERVER, user="name:support", case_id=str(at), edit=edit, base=Snapshot(subject="x"), subject="x"
    )


def measure_kept(folder: Path, rounds: int, *, is_short: bool) -> list[Result]:
    """Measure the reads at a start and by the lists, and the writes, over stores of several sizes."""
    rows: list[Growth] = []
    for what, sizes in (("drafts", DRAFTS), ("submissions", SUBMISSIONS)):
        found: dict[str, list[Figure]] = {}
        for size in sizes[:2] if is_short else sizes:
            data = folder / f"kept-{what}-{size}"
            fill(data, SERVER, drafts=size * (what == "drafts"), submissions=size * (what != "drafts"))
            for name, figure in _measure(data, rounds, is_drafts=what == "drafts").items():
                found.setdefault(name, []).append(figure)
        used = sizes[:2] if is_short else sizes
        rows += [Growth(f"{name}, so many {what} kept", used, tuple(each)) for name, each in found.items()]
    return [*rows, *_saving(folder, rounds)]


def _measure(data: Path, rounds: int, *, is_drafts: bool) -> dict[str, Figure]:
    def open_store() -> None:
        store = Store(data)
        store.drafts()
        store.open_submissions()
        store.close()

    store = Store(data)
    database = AsyncDatabase(_here, lambda _: store)
    history, memory = History(database), LocalData(database)
    measures: dict[str, Callable[[], object]] = {
        "open the store": open_store,
        "clear what is old": lambda: _run(history.clear_old(90)),
    }
    if is_drafts:
        measures["list the drafts"] = lambda: _run(memory.drafts(SERVER, "support"))
        measures["save a draft"] = lambda: save(store, _draft(1))
    else:
        measures["a page of the history"] = lambda: _run(history.page("", 100, 0))
        measures["search the history"] = lambda: _run(history.page("mañana", 100, 0))
        measures["put a submission on disk"] = lambda: submit(
            store,
            _draft(1),
            Submission(
                server=SERVER, user="name:support", case_id="1", edit=Edit(notes={1: NOTE}), base=Snapshot(subject="x")
            ),
        )
    found = {name: Figure.of([timed(act) for _ in range(rounds + 1)][-rounds:]) for name, act in measures.items()}
    store.close()
    return found


def _saving(folder: Path, rounds: int) -> list[Result]:
    """Compare saving a draft with bare SQLite, alternately."""
    with closing(Store(folder / "saving")) as store:
        pairs = [(timed(lambda: save(store, _draft(1))), *bare_commits(folder, 1)) for _ in range(rounds * 3)]
    saved, bare = (Figure.of(side) for side in zip(*pairs, strict=True))
    return [beyond("save a draft, beyond a synced commit of bare SQLite", saved, bare)]
