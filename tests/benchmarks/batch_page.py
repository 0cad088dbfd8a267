"""The page of a batch with many rows: `python -m tests.benchmarks.batch_page FOLDER ROWS`. Prints Rows as JSON.

The rows are those of a plan, read from a real file on the worker's thread. A gap is the processor time that the GUI
thread takes between two looks at its events: other programs don't lengthen it.
"""

import gc
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import cast

import msgspec
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QMainWindow

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.batch.batch import Batch, BatchState, Origin
from caseeditor.domain.batch.news import BatchNews
from caseeditor.domain.batch.plan.planning import plan_row
from caseeditor.domain.batch.plan.recipe import Recipe, ValueRule
from caseeditor.domain.batch.row import FieldResult, Outcome, RowPlan, RowState
from caseeditor.domain.batch.row import Row as BatchRow
from caseeditor.domain.case.model import Attribute, Case
from caseeditor.domain.delivery.guard import Guard
from caseeditor.domain.delivery.snapshot import Reading
from caseeditor.domain.editing.templates import fields_of
from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.services.storage.batch.batch_file import BatchFile
from caseeditor.ui.batch.cases_part import IdsField
from caseeditor.ui.batch.page import BatchPage
from caseeditor.ui.state.batch.open_batch import OpenBatch
from tests.benchmarks.figures import Figure, Row, plain

replace = msgspec.structs.replace
_GAP, _MEMORY = (25.0, 50.0), (60.0, 100.0)
"""Goal and must, in ms and MiB."""
_NEWS, _IN_NEWS = 25, 100
_SCROLLS = 10
_QUIET = 0.6
"""Seconds without work after which a step is over: late work counts, too."""
_PATIENCE = 60.0
"""Seconds."""
RECIPE = Recipe(attributes=(ValueRule(name="prioridad", value="alta"),))


class _Services:
    """As much of the services as the page asks for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def shown_rows(self, number: int) -> tuple[BatchRow, ...]:
        with_file = BatchFile(self._folder)
        try:
            return with_file.rows(number, is_shown=True)
        finally:
            with_file.close()

    async def save_batch(self, batch: Batch) -> Batch:
        return replace(batch, number=batch.number or 2)

    async def set_batch_rows(self, number: int, rows: tuple[BatchRow, ...], chosen: Batch) -> Batch:
        return replace(chosen, number=number, rows=len(rows), plans={RowPlan.UNPLANNED: len(rows)})

    def begin_closing(self) -> None: ...

    async def close(self, _: float) -> None: ...


class _Page:
    """A page in a window, and the gaps of its thread."""

    def __init__(self, worker: BackgroundWorker[BackendInterface], batch: Batch, window: QMainWindow) -> None:
        self.opened = OpenBatch(worker, batch, set, window)
        self.page = BatchPage(self.opened, worker, lambda: None, window)
        window.setCentralWidget(self.page)

    def gap(self, do: Callable[[], object], until: Callable[[], bool] = lambda: True) -> Figure:
        """Return the largest gap (ms) of an action and the work that follows."""
        gaps = [_took(do)]
        began = last = time.monotonic()
        while not until() or time.monotonic() < last + _QUIET:
            if time.monotonic() > began + _PATIENCE:
                raise TimeoutError
            took = _took(lambda: QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents))
            if took > 1:
                gaps.append(took)
                last = time.monotonic()
            time.sleep(0.001)  # leaves the lock to the worker, whose answer is awaited
        return Figure.of([max(gaps)])


def _took(do: Callable[[], object]) -> float:
    began = time.thread_time()
    do()
    return (time.thread_time() - began) * 1000


def _memory() -> float:
    gc.collect()
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4096 / 2**20


def make_file(folder: Path, count: int) -> Batch:
    """Store a planned batch."""
    file = BatchFile(folder)
    batch = Batch(server="https://here.example", user="7", name="Many", recipe=RECIPE, state=BatchState.PLANNED)
    try:
        return file.save(replace(batch, origin=Origin.SEARCH), (_planned(number) for number in range(1, count + 1)))
    finally:
        file.close()


def _planned(number: int) -> BatchRow:
    case = Case(
        id=str(1_000_000 + number),
        subject=f"Where is order {number}?",
        tags=("delay", "new"),
        attributes={"prioridad": Attribute("prioridad", "baja" if number % 3 else "media")},
        update_date="2026-11-29T07:00:00Z",
        updated_by="ana",
    )
    row = BatchRow(number=number, case_id=case.id)
    fields = fields_of(case, "ana", "today")
    return plan_row(
        RECIPE, row, case, user_names=("ana",), fields=fields, guard=Guard(), has_own_work=False, reading=Reading(case)
    )


def _ended(row: BatchRow) -> BatchRow:
    results = tuple(FieldResult(change, is_done=row.number % 5 > 0, now=change.after) for change in row.changes)
    outcome = Outcome.STORED if row.number % 5 else Outcome.MOVED
    return replace(row, state=RowState.ENDED, outcome=outcome, results=results)


def measure(folder: Path, count: int) -> Iterator[Row]:
    """Show a planned batch, then its run, then paste as many ids into another one."""
    planned = make_file(folder, count)
    app = QApplication([])
    app.setCursorFlashTime(0)  # a caret that blinks is never quiet
    worker = BackgroundWorker[BackendInterface](lambda: cast("BackendInterface", _Services(folder)), app)
    worker.start()
    window = QMainWindow()
    window.resize(1200, 1000)
    window.show()
    what = f"a batch of {count:,} rows: "

    def gap(name: str, found: Figure) -> Row:
        return plain(f"{what}largest gap, {name}", "ms", found, *_GAP)

    at = _Page(worker, planned, window)
    at.gap(lambda: None)
    before = _memory()
    opened, page = at.opened, at.page
    yield gap("its rows come", at.gap(opened.read_rows, lambda: page.plan.model.rowCount() > 0))
    yield plain(f"{what}memory of its page", "MiB", Figure.of([_memory() - before]), *_MEMORY)
    yield gap("a group unfolds", at.gap(lambda: page.plan.model.unfold(0, is_open=True)))
    bar = page.plan.table.verticalScrollBar()
    scrolls = [at.gap(partial(bar.setValue, bar.maximum() * step // _SCROLLS)).most for step in range(_SCROLLS)]
    yield gap("a scroll", Figure.of([max(scrolls)]))
    yield gap("news of a run", _run(at, planned))
    results = page.results.model
    yield gap("a filter", at.gap(lambda: results.show_outcome(Outcome.STORED), lambda: results.rowCount() < count))
    file = BatchFile(folder)
    run = file.rows(planned.number)
    file.close()
    yield plain(f"{what}memory with the {len(run):,} of its run", "MiB", Figure.of([_memory() - before]), *_MEMORY)
    del run
    draft = _Page(worker, Batch(number=2, server="https://here.example", user="7"), window)
    text = "\n".join(str(2_000_000 + number) for number in range(count))
    (field,) = draft.page.findChildren(IdsField)
    yield gap("its ids are pasted", draft.gap(lambda: field.take(text), lambda: len(draft.opened.rows) == count))
    worker.close(5.0)


def _run(at: _Page, planned: Batch) -> Figure:
    """Tell of results as a run does."""
    running = replace(planned, state=BatchState.RUNNING)
    gaps = [at.gap(lambda: at.opened.follow(BatchNews(running))).most]
    for turn in range(_NEWS):
        rows = tuple(_ended(row) for row in at.opened.rows[turn * _IN_NEWS : (turn + 1) * _IN_NEWS])
        outcomes = {Outcome.STORED: (turn + 1) * _IN_NEWS, Outcome.NOT_SENT: planned.rows - (turn + 1) * _IN_NEWS}
        news = BatchNews(replace(running, outcomes=outcomes), rows)
        gaps.append(at.gap(partial(at.opened.follow, news)).most)
    return Figure.of([max(gaps)])


if __name__ == "__main__":
    print(msgspec.json.encode(list(measure(Path(sys.argv[1]), int(sys.argv[2])))).decode())  # noqa: T201
