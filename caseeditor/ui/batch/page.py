"""The page of a batch: its name, its state, and five parts that fold."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.batch.batch import Batch, BatchState, Origin, Pause
from caseeditor.domain.batch.report import ReportFormat
from caseeditor.domain.batch.row import Row
from caseeditor.domain.batch.tables.table_rows import recipe_of, rows_of, without_columns
from caseeditor.domain.case.reference import Server
from caseeditor.domain.delivery.guard import guard_of
from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.runtime.file_writing import Trouble
from caseeditor.runtime.worker import Success, call
from caseeditor.ui.batch.cases_part import CasesPart
from caseeditor.ui.batch.changes.changes_part import ChangesPart
from caseeditor.ui.batch.folding import FoldingPart
from caseeditor.ui.batch.plan.plan_part import PlanPart
from caseeditor.ui.batch.results.results_part import ResultsPart
from caseeditor.ui.batch.run_part import RunPart
from caseeditor.ui.batch.table_dialog import TableDialog
from caseeditor.ui.batch.texts import pause_words, progress_words, report_words, status_words
from caseeditor.ui.batch.thin_bar import ThinBar
from caseeditor.ui.messages.filter_words import filters_words
from caseeditor.ui.messages.message import Message, Severity
from caseeditor.ui.messages.texts import number_words, what_happened
from caseeditor.ui.state.batch.batch_ids import left_out_of
from caseeditor.ui.state.batch.open_batch import OpenBatch
from caseeditor.ui.widgets.fields.text_fields import LineEdit
from caseeditor.ui.widgets.file_choice import CSV, JSON, Form, choose_file, trouble_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from caseeditor.domain.batch.tables.table import CellFlag, ColumnUse, Flag, Table
    from caseeditor.runtime.worker import BackgroundWorker, Outcome
    from caseeditor.ui.state.list_choice import ListChoice

_XLSX = Form("Excel (*.xlsx)", ".xlsx")
_EDGE, _GAP = 12, 8


class BatchPage(QWidget):
    """Follows an open batch. Parts unfold by themselves as the batch goes on."""

    title_changed = Signal()
    case_wanted = Signal(str)
    """The id of a case to open."""

    def __init__(
        self,
        opened: OpenBatch,
        worker: "BackgroundWorker[BackendInterface]",
        list_choice: "Callable[[], ListChoice | None]",
        parent: QWidget,
    ) -> None:
        """`list_choice` returns the cases that are marked in the list."""
        super().__init__(parent)
        self.opened = opened
        self._worker = worker
        self._list_choice = list_choice
        self._state: BatchState | None = None
        self._is_planning = False
        self._make_top()
        self.cases = CasesPart(opened, self)
        self.changes = ChangesPart(opened, self)
        self.plan = PlanPart(opened, self)
        self.run = RunPart(opened, self.plan.model, self)
        self.results = ResultsPart(opened, self)
        self._lay_out()
        self.cases.list_wanted.connect(self._on_list)
        self.cases.table_wanted.connect(self._on_table)
        self.plan.export_wanted.connect(self._on_export_plan)
        self.results.export_wanted.connect(self._on_export)
        self.results.case_wanted.connect(self.case_wanted)
        opened.file_failed.connect(self._on_file_failed)
        opened.changed.connect(self._show)
        opened.progress_changed.connect(self._show)
        self._show()

    # Construction.

    def _make_top(self) -> None:
        self._name, self._reason = LineEdit(self), LineEdit(self)
        self._name.setAccessibleName(self.tr("Name of the batch"))
        self._name.setPlaceholderText(self.tr("Name of the batch"))
        self._reason.setAccessibleName(self.tr("Reason"))
        self._reason.setPlaceholderText(self.tr("Reason"))
        self._name.textChanged.connect(lambda text: self.opened.edit(name=text))
        self._reason.textChanged.connect(lambda text: self.opened.edit(reason=text))
        self._status = QLabel(self)
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._status.setAccessibleIdentifier("BatchStatus")
        self._status.setObjectName("BatchStatus")
        self._bar = ThinBar(self)
        self._bar.setAccessibleName(self.tr("Progress"))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._name, 2)
        top.addWidget(self._reason, 3)
        inside = QWidget(self)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(_EDGE, 0, _EDGE, _EDGE)
        self._column.setSpacing(_GAP)
        for part in self._parts:
            self._column.addWidget(part)
        self._column.addStretch(1)
        for place, part in enumerate(self._parts):
            part.folded.connect(partial(self._stretch, place))
        scroll = QScrollArea(self)
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QVBoxLayout()
        head.setContentsMargins(_EDGE, _EDGE, _EDGE, 0)
        head.addLayout(top)
        head.addWidget(self._status)
        head.addWidget(self._bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addLayout(head)
        layout.addWidget(scroll, 1)

    @property
    def _parts(self) -> tuple[FoldingPart, ...]:
        return self.cases, self.changes, self.plan, self.run, self.results

    def _stretch(self, place: int, is_folded: bool) -> None:
        """Give the room that is left to the tables that are unfolded."""
        has_table = self._parts[place] in (self.plan, self.results)
        self._column.setStretch(place, 4 if has_table and not is_folded else 0)

    # What the window shows of it.

    @property
    def title(self) -> str:
        """The title of the tab."""
        return self.tr("Batch {0}").format(self.opened.batch.name)

    @property
    def progress(self) -> str:
        """How far the run is, '' if it has not begun or is done."""
        batch = self.opened.batch
        return progress_words(batch.handled, batch.rows) if batch.is_active else ""

    @property
    def trouble(self) -> str:
        """Why it is paused, '' if it isn't or the agent paused it."""
        batch = self.opened.batch
        is_waiting = batch.state is BatchState.PAUSED and batch.pause not in (None, Pause.AGENT)
        return pause_words(batch) if is_waiting else ""

    def commit(self) -> None:
        """Take the text of open editors."""
        self.changes.commit()

    def focus_first(self) -> None:
        """Give the focus to the step that comes next."""
        if self.opened.is_editable and not self.opened.batch.plans:
            self.cases.focus_first()
        else:
            self.run.focus_first()

    def _show(self) -> None:
        batch = self.opened.batch
        for line, text in ((self._name, batch.name), (self._reason, batch.reason)):
            if line.text() != text:
                line.show_exactly(text)
        self._status.setText(status_words(batch, number_words))
        if (told := status_words(batch)) != self._status.accessibleName():  # Qt tells of each call
            self._status.setAccessibleName(told)
        self._status.setToolTip(batch.origin_words)
        has_begun = batch.is_active or batch.state is BatchState.DONE
        self._bar.setVisible(has_begun)
        self._bar.setRange(0, max(batch.rows, 1))
        self._bar.setValue(batch.handled if batch.rows else 0)
        self._bar.setAccessibleDescription(progress_words(batch.handled, batch.rows))
        if batch.state is not self._state or self.plan.is_planning is not self._is_planning:
            has_lapsed = (self._state, batch.state) == (BatchState.PLANNED, BatchState.DRAFT)
            self._state, self._is_planning = batch.state, self.plan.is_planning
            if self._is_planning or not has_lapsed:  # the agent is typing: the field must not move away
                self._unfold()
        self.title_changed.emit()

    def _unfold(self) -> None:
        """Unfold the parts that the state of the batch is about."""
        wanted: tuple[FoldingPart, ...]
        match self._state:
            case BatchState.DRAFT:
                wanted = (self.plan,) if self._is_planning else (self.cases, self.changes, self.plan)
            case BatchState.PLANNED:
                wanted = (self.plan, self.run)
            case BatchState.RUNNING | BatchState.PAUSED:
                wanted = (self.run, self.results)
            case _:
                wanted = (self.results,)
        for part in self._parts:
            part.unfold(is_open=part in wanted)

    # Cases.

    def _on_list(self) -> None:
        choice = self._list_choice()
        if choice is None:
            return
        batch = self.opened.batch
        if choice.server.url != batch.server:  # its ids are those of other cases there
            failure = Failure(kind=FailureKind.OTHER_SERVER, server=Server(batch.server).domain)
            self.opened.message_emitted.emit(Message(what_happened(failure), Severity.ERROR))
        elif choice.filters is None:
            self.cases.add_ids(choice.ids)
        elif choice.ids:
            words, guard = filters_words(choice.filters), guard_of(choice.filters)
            is_more = batch.origin is Origin.LIST and (batch.guard, batch.origin_words) == (guard, words)
            there = (row.case_id for row in self.opened.rows) if is_more else ()
            ids = dict.fromkeys((*there, *choice.ids))
            rows = [Row(number=number, case_id=case_id) for number, case_id in enumerate(ids, 1)]
            self.opened.choose_rows(rows, Batch(origin=Origin.LIST, origin_words=words, guard=guard))
        else:
            self.opened.choose_by_search(choice.server, choice.filters, filters_words(choice.filters))

    def _on_table(self) -> None:
        """Ask for a file with a table. The system's dialog runs an event loop of its own."""
        kinds = self.tr("Tables ({0})").format("*.csv *.tsv *.txt *.xlsx *.xls *.ods")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Open table"), str(_documents()), kinds)
        if name:
            self.open_table(Path(name))

    def open_table(self, path: Path) -> TableDialog:
        """Open the dialog about a file with a table."""
        dialog = TableDialog(self._worker, path, self.opened.known_names, self)
        dialog.chosen.connect(partial(self._take_table, path.name))
        dialog.open()
        return dialog

    def _take_table(
        self, name: str, table: "Table", uses: "tuple[ColumnUse, ...]", accepted: "tuple[CellFlag, ...]"
    ) -> None:
        """Make the rows on the disk thread: 100,000 of them take a second."""
        make = partial(rows_of, table, uses, self.opened.domains(), accepted=accepted)
        take = partial(self._take_rows, name, table, uses, accepted)
        self._worker.run(call(BackendInterface.on_disk, make), take, owner=self)

    def _take_rows(
        self,
        name: str,
        table: "Table",
        uses: "tuple[ColumnUse, ...]",
        accepted: "tuple[CellFlag, ...]",
        outcome: "Outcome[tuple[tuple[Row, ...], tuple[Flag, ...]]]",
    ) -> None:
        if isinstance(outcome, Success):
            rows, flags = outcome.value
            batch = self.opened.batch
            beyond = max(len(rows) - self.opened.policy.most_rows, 0)
            found = left_out_of(flags, beyond, accepted, has_more=table.has_more)
            self.opened.edit(recipe=recipe_of(uses, without_columns(batch.recipe, batch.columns)))
            chosen = Batch(origin=Origin.TABLE, origin_words=name, columns=table.columns)
            self.opened.choose_rows(rows, chosen, found)

    # Files.

    def _on_export(self) -> None:
        if chosen := choose_file(self, self.tr("Export results"), self._file_name(".csv"), (CSV, _XLSX, JSON)):
            path, form = chosen
            self.opened.export_results(path, ReportFormat(form.ending.removeprefix(".")), report_words())

    def _on_export_plan(self) -> None:
        forms = (Form(self.tr("Plan of a batch (*.json)"), ".json"),)
        if chosen := choose_file(self, self.tr("Export plan"), self._file_name(".json"), forms):
            self.opened.export_plan(chosen[0])

    def _on_file_failed(self, trouble: Trouble) -> None:
        text = self.tr("Not exported. {0}").format(trouble_words(trouble))
        self.opened.message_emitted.emit(Message(text, Severity.ERROR))

    def _file_name(self, ending: str) -> str:
        name = "".join(each if each.isalnum() or each in " -_" else "-" for each in self.title).strip()
        return str(_documents() / f"{name}{ending}")


def _documents() -> Path:
    """Return the folder of documents; without one, the home folder."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()
