"""A batch that is open in a tab: its values, what is typed, its rows, and its requests. No widgets; GUI thread."""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec
from PySide6.QtCore import QDate, QElapsedTimer, QLocale, QObject, QTimer, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.batch.batch import Batch, BatchState, Origin, with_choice
from caseeditor.domain.batch.decisions import RowDecision
from caseeditor.domain.batch.news import BatchNews
from caseeditor.domain.batch.policy import Policy
from caseeditor.domain.batch.report import ReportFormat, ReportWords
from caseeditor.domain.batch.row import Outcome as RowOutcome
from caseeditor.domain.batch.row import Row
from caseeditor.domain.batch.tables.table_rows import without_columns
from caseeditor.domain.delivery.guard import Guard
from caseeditor.domain.errors.failure import FailureKind
from caseeditor.runtime.file_writing import Trouble, write_file
from caseeditor.runtime.worker import Success, call
from caseeditor.ui.messages.message import Message, Severity
from caseeditor.ui.messages.texts import translate, what_happened
from caseeditor.ui.state.batch.batch_ids import IdsFound
from caseeditor.ui.state.slices import SlicedWork

if TYPE_CHECKING:
    from caseeditor.domain.case.reference import Server
    from caseeditor.domain.case.search import Filters
    from caseeditor.domain.errors.failure import Failure
    from caseeditor.runtime.worker import BackgroundWorker, Outcome

T = TypeVar("T")
_PAUSE = 300
"""Milliseconds without a key before what is typed is saved."""
_LONGEST = 1000
"""Milliseconds of typing on without a save."""
_AGAIN = 3000
"""Milliseconds until a failed save is tried again."""
MOST_A_MINUTE = 6000
"""Rows, of the limit that an agent can set."""
_SENT = (RowOutcome.STORED, RowOutcome.ACCEPTED, RowOutcome.MOVED, RowOutcome.REJECTED, RowOutcome.UNSURE)
_TYPED = ("name", "reason", "recipe", "options", "is_open", "today")
"""Fields of a batch that the agent changes here, apart from the choice of cases."""


class OpenBatch(QObject):
    """One request at a time is under way for what is typed; others wait until it is on disk."""

    changed = Signal()
    """The batch: its texts, state or counts."""
    rows_changed = Signal(object)
    """Places of the rows that changed, as a tuple; None for all of them."""
    progress_changed = Signal()
    message_emitted = Signal(object)
    """A Message."""
    file_failed = Signal(object)
    """Why a file was not written, a Trouble."""
    decision_answered = Signal(object)
    """The numbers of the rows that a decision was about, whether it was taken or failed."""
    lost = Signal()
    """The batch was deleted meanwhile: nothing of it can be saved."""
    batch_made = Signal(str, object)
    """The name that tells a Batch made from this one apart, and the Batch, to be opened."""

    def __init__(
        self,
        worker: "BackgroundWorker[BackendInterface]",
        batch: Batch,
        domains: Callable[[], Collection[str]],
        parent: QObject,
        policy: Policy = Policy(),  # noqa: B008 - immutable
    ) -> None:
        """`domains` returns the host[:port] that links to cases of the batch's server have."""
        super().__init__(parent)
        self._worker = worker
        self.domains = domains
        self.policy = policy
        self.batch = batch
        self.rows: list[Row] = []
        self.progress: tuple[int, int] | None = None
        """Rows that a choice or a plan has handled, of how many; None while none runs."""
        self.found: IdsFound | None = None
        """What the text with ids holds, once it was read here."""
        self.is_choosing = False
        self.ended_at: deque[int] = deque(maxlen=MOST_A_MINUTE)
        """When the last rows of the run ended, in ms since the epoch."""
        self.is_demo = False
        """Whether the server is that of the demo."""
        self.is_pausing = False
        self.is_stopping = False
        """Whether a pause waits for the answers in flight."""
        self.known_names: tuple[str, ...] = ()
        """Names of attributes that were seen on the server."""
        self._is_typed = not batch.number
        self._has_new_ids = False
        self._with_ids = batch
        """The batch with the text whose cases are being stored."""
        self._is_making_rows = False
        self._has_failed = False
        self._is_busy = False
        self._is_reading_rows = False
        self._late: dict[int, Row] = {}
        """Rows of news that came while all rows were being read."""
        self._waiting: deque[Callable[[], None]] = deque()
        self._at_end: Callable[[], None] | None = None
        self._settling: list[Callable[[], None]] = []
        self._slices = SlicedWork(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._pump)
        self._since = QElapsedTimer()
        """Since the first change that is not being saved yet."""

    # What is shown.

    @property
    def is_editable(self) -> bool:
        """Tell whether cases and changes can still be changed."""
        return self.batch.state in (BatchState.DRAFT, BatchState.PLANNED)

    @property
    def is_fixed(self) -> bool:
        """Tell whether cases and changes are those of another batch: it is its undo."""
        return bool(self.batch.undo_of)

    @property
    def is_untouched(self) -> bool:
        """Tell whether nothing was chosen or typed, but for the name."""
        batch, empty = self.batch, Batch()
        is_empty = (batch.ids_text, batch.recipe, batch.reason) == (empty.ids_text, empty.recipe, empty.reason)
        return batch.state is BatchState.DRAFT and is_empty and not batch.rows and not self.rows

    @property
    def is_saved(self) -> bool:
        """Tell whether all that is typed is on disk."""
        return not (self._is_typed or self._has_new_ids or self._is_busy or self._waiting)

    # What the agent changes.

    def edit(self, **changed: object) -> None:
        """Change fields of the batch; they are saved after a pause."""
        new = msgspec.structs.replace(self.batch, **changed)
        if new == self.batch:
            return
        self.batch = new
        if not self._since.isValid():
            self._since.start()
        self._is_typed = True
        self._timer.start(max(min(_PAUSE, _LONGEST - self._since.elapsed()), 0))
        self.changed.emit()

    def learn_names(self, names: tuple[str, ...]) -> None:
        """Take the names of attributes that were seen on the server."""
        self.known_names = names
        self.changed.emit()

    def type_ids(self, text: str) -> None:
        """Take the text in *Case ids*. Cases of a search or a table are replaced by those it names."""
        if text == self.batch.ids_text:
            return
        self._has_new_ids = True
        self._edit_ids(text)

    def _edit_ids(self, text: str) -> None:
        self.edit(ids_text=text, origin=Origin.PASTED, origin_words="", columns=(), guard=Guard(), total=None)

    def choose_rows(self, rows: Sequence[Row], chosen: Batch, found: IdsFound | None = None) -> None:
        """Take rows of a table or a list; the present ones go once these are there.

        `chosen` tells where they come from (batch.with_choice), `found` what was left out.
        """
        self.when_saved(partial(self._set_rows, tuple(rows[: self.policy.most_rows]), chosen, found))

    def choose_by_search(self, server: "Server", filters: "Filters", words: str) -> None:
        """Take all cases of a search, by reading its pages. The present ones go once these are there."""
        self.when_saved(partial(self._search, server, filters, words))

    def clear_rows(self) -> None:
        """Take no cases, and nothing of a table."""
        self.edit(recipe=without_columns(self.batch.recipe, self.batch.columns))
        self._has_new_ids = True
        self._edit_ids("")

    # Requests.

    def plan(self) -> None:
        """Make the plan; `{today}` is the present day in the agent's form, as in templates."""
        self.edit(today=QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat))
        self.when_saved(lambda: self._ask(call(BackendInterface.plan_batch, self.batch.number)))

    def cancel_reading(self) -> None:
        self._ask(call(BackendInterface.cancel_reading, self.batch.number))

    def run(self) -> None:
        """Run the plan, or go on."""
        self.when_saved(lambda: self._ask(call(BackendInterface.run_batch, self.batch.number)))

    def pause(self) -> None:
        self.is_pausing = True
        self._ask(call(BackendInterface.pause_batch, self.batch.number))
        self.changed.emit()

    def stop(self) -> None:
        def on_stopped(_: None) -> None:
            self.is_stopping = False
            self.changed.emit()

        self.is_stopping = True
        self._ask(call(BackendInterface.stop_batch, self.batch.number), on_stopped)
        self.changed.emit()

    def take_out(self, rows: Iterable[int], field: str, *, is_out: bool) -> None:
        """Take rows, or one field of them, out of the plan, or put them back."""
        numbers = tuple(rows)
        work = call(BackendInterface.take_out, self.batch.number, numbers, field, is_out=is_out)

        def on_taken(batch: Batch) -> None:
            self._adopt(batch)
            self.read_rows()

        self._ask(work, on_taken)

    def decide(self, rows: Iterable[int], decision: RowDecision, field: str = "") -> None:
        """Decide unsure rows, or a field of moved ones (Change.field)."""
        numbers = tuple(rows)

        def on_answer(outcome: "Outcome[None]") -> None:
            if not isinstance(outcome, Success):
                self._fail(outcome)
            self.decision_answered.emit(numbers)

        work = call(BackendInterface.decide_rows, self.batch.number, numbers, decision, field)
        self._worker.run(work, on_answer, is_update=True, owner=self)

    def undo(self) -> None:
        """Make the batch that takes this one back."""
        named = partial(self.batch_made.emit, translate("Batch", "Undo of {0}").format(self.batch.name))
        self._ask(call(BackendInterface.make_undo, self.batch.number), named)

    def again_with(self, rows: Iterable[int], name: str) -> None:
        """Make a new batch of some rows, with this name."""
        named = partial(self.batch_made.emit, name)
        self._ask(call(BackendInterface.again_with, self.batch.number, tuple(rows)), named)

    def export_results(self, path: Path, kind: ReportFormat, words: ReportWords) -> None:
        """Write the results to a file."""
        write = partial(write_file, path)
        work = call(BackendInterface.export_results, self.batch.number, kind, words, write)
        self._worker.run(work, partial(self._on_written, path), is_update=True, owner=self)

    def export_plan(self, path: Path) -> None:
        """Write the batch to a file, for somebody else."""
        work = call(BackendInterface.export_plan, self.batch.number, partial(write_file, path))
        self._worker.run(work, partial(self._on_written, path), is_update=True, owner=self)

    def read_rows(self) -> None:
        """Read the rows from disk."""
        if self.batch.number and not self._is_reading_rows:
            self._is_reading_rows = True
            self._worker.run(call(BackendInterface.shown_rows, self.batch.number), self._on_rows, owner=self)

    def save(self) -> None:
        """Save what is typed now, without the pause."""
        self._pump()

    def when_saved(self, do: Callable[[], None]) -> None:
        """Call `do` once what is typed is on disk."""
        self._waiting.append(do)
        self._pump()

    def settle(self, then: Callable[[], None]) -> None:
        """Call `then` once what is typed is on disk, or could not be written."""
        self._settling.append(then)
        self._pump()

    def leave(self, then: Callable[[], None]) -> None:
        """Call `then` once what is typed is on disk, however often that fails before."""
        self._at_end = then
        self._pump()

    # News.

    def follow(self, news: BatchNews) -> None:
        """Take over news of this batch."""
        is_read = self.progress is not None and news.progress is None
        self.ended_at.extend(row.at for row in news.rows if row.at and row.outcome in _SENT)
        if news.progress != self.progress:
            self.progress = news.progress
            self.progress_changed.emit()
        self._adopt(news.batch)
        if self._is_busy and not news.rows:  # the rows that are being handed over are known here
            return
        if self._is_reading_rows:
            self._late |= {row.number: row for row in news.rows}
            return
        if len(self.rows) != news.batch.rows:
            self.read_rows()
            return
        for row in news.rows:
            self.rows[row.number - 1] = row
        if news.rows:
            self.rows_changed.emit(tuple(row.number - 1 for row in news.rows))
        elif is_read:  # the rows came before, while nobody looked at them
            self.rows_changed.emit(None)

    # Saving.

    def _pump(self) -> None:
        """Begin the next step: save, make rows of ids, then the actions that wait for both."""
        if self._is_busy:
            return
        self._timer.stop()
        if self._is_typed:
            self._is_busy, self._is_typed = True, False
            self._since.invalidate()
            self._worker.run(call(BackendInterface.save_batch, self.batch), self._on_saved, is_update=True, owner=self)
        elif self._has_new_ids:
            self._is_busy, self._has_new_ids, self._is_making_rows = True, False, True
            self._with_ids = self.batch
            found = IdsFound(self.domains(), self.policy.most_rows)
            self._slices.start(found.read(self.batch.ids_text), partial(self._on_ids, found))
        elif self._waiting:
            self._waiting.popleft()()
            self._pump()
        else:
            self._settled()
            if self._at_end:
                then, self._at_end = self._at_end, None
                then()

    def _on_saved(self, outcome: "Outcome[Batch]") -> None:
        self._is_busy = False
        if isinstance(outcome, Success):
            self._has_failed = False
            self._adopt(outcome.value)
            is_wanted = self._waiting or self._settling or self._at_end or not self._timer.isActive()
            if not self._is_typed or is_wanted:
                self._pump()
            return
        self._is_typed = True
        self._on_unsaved(outcome)

    def _on_unsaved(self, failure: "Failure") -> None:
        """Try again later, and do nothing of what waits for it. Tell it once, and each time that something waited."""
        is_news = bool(self._waiting) or not self._has_failed
        self._waiting.clear()
        if failure.kind is FailureKind.STOPPED:
            self._is_typed = self._has_new_ids = False
            self.lost.emit()
            self._pump()
            return
        self._has_failed = True
        if is_news:
            self._fail(failure)
        self._settled()
        self._timer.start(_AGAIN)

    def _settled(self) -> None:
        settling, self._settling = self._settling, []
        for then in settling:
            then()

    def _on_ids(self, found: IdsFound) -> None:
        self._is_busy = False
        self._set_rows(found.take_rows(), self._with_ids, found)

    def _set_rows(self, rows: tuple[Row, ...], chosen: Batch, found: IdsFound | None) -> None:
        self._is_busy = True
        work = call(BackendInterface.set_batch_rows, self.batch.number, rows, chosen)
        self._worker.run(work, partial(self._on_rows_set, rows, found), is_update=True, owner=self)

    def _on_rows_set(self, rows: tuple[Row, ...], found: IdsFound | None, outcome: "Outcome[Batch]") -> None:
        was_typed = self._is_making_rows
        self._is_busy = self._is_making_rows = False
        if isinstance(outcome, Success):
            self._has_failed = False
            self.found, self.rows = found, list(rows)
            self._adopt(outcome.value)
            has_cells = bool(rows and rows[0].cells)  # the page shows none, and they take half of the memory
            if has_cells or outcome.value.rows != len(rows):  # a limit, or it runs by now
                self.read_rows()
            self.rows_changed.emit(None)
            self._pump()
        elif was_typed or outcome.kind is FailureKind.STOPPED:
            self._has_new_ids = True
            self._on_unsaved(outcome)
        else:  # the cases are as before
            self._waiting.clear()
            self._fail(outcome)
            self._pump()

    def _search(self, server: "Server", filters: "Filters", words: str) -> None:
        self.is_choosing = True
        work = call(BackendInterface.choose_by_search, self.batch.number, server, filters, words)
        self._worker.run(work, self._on_found, owner=self)
        self.progress_changed.emit()

    def _on_found(self, outcome: "Outcome[Batch]") -> None:
        self.is_choosing, self.progress = False, None
        self.progress_changed.emit()
        if isinstance(outcome, Success):
            self.found = None
            self._adopt(outcome.value)
            self.read_rows()
        else:
            self._fail(outcome)

    def _on_rows(self, outcome: "Outcome[tuple[Row, ...]]") -> None:
        self._is_reading_rows = False
        late, self._late = self._late, {}
        if isinstance(outcome, Success):
            self.rows = list(outcome.value)
            for number, row in late.items():
                if number <= len(self.rows):
                    self.rows[number - 1] = row
            self.rows_changed.emit(None)
            if any(number > len(self.rows) for number in late):
                self.read_rows()
        else:
            self._fail(outcome)

    def _adopt(self, batch: Batch) -> None:
        """Take over a batch from disk, but not what was typed since it was handed over."""
        if self._is_typed or self._is_busy:
            batch = msgspec.structs.replace(batch, **{name: getattr(self.batch, name) for name in _TYPED})
        if self._has_new_ids or self._is_making_rows:
            batch = with_choice(batch, self.batch)
        if batch != self.batch:
            self.batch = batch
            self.is_pausing = self.is_pausing and batch.state is BatchState.RUNNING
            self.is_stopping = self.is_stopping and batch.is_active
            self.changed.emit()

    # Outcomes.

    def _ask(self, work: Callable[..., object], then: Callable[[T], object] | None = None) -> None:
        def on_answer(outcome: "Outcome[T]") -> None:
            if not isinstance(outcome, Success):
                self._fail(outcome)
            elif then:
                then(outcome.value)

        self._worker.run(work, on_answer, is_update=True, owner=self)  # type: ignore[arg-type]

    def _fail(self, failure: "Failure") -> None:
        self.is_pausing = self.is_stopping = False
        self.message_emitted.emit(Message(what_happened(failure), Severity.ERROR))
        self.changed.emit()

    def _on_written(self, path: Path, outcome: "Outcome[Trouble | None]") -> None:
        if not isinstance(outcome, Success):
            self._fail(outcome)
        elif outcome.value:
            self.file_failed.emit(outcome.value)
        else:
            text = translate("Batch", "Exported: {0}").format(str(path))
            self.message_emitted.emit(Message(text, Severity.GOOD, transient=True))
