"""The part *Results*: a line for each change, decisions, and the batches that follow from this one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from caseeditor.domain.batch.batch import BatchState
from caseeditor.domain.batch.row import Outcome
from caseeditor.ui.batch.buttons import make_button, make_label
from caseeditor.ui.batch.folding import FoldingPart
from caseeditor.ui.batch.results.decisions import Decisions
from caseeditor.ui.batch.results.results_model import ResultsModel
from caseeditor.ui.batch.tables import RowsTable
from caseeditor.ui.messages.batch_outcomes import outcome_name
from caseeditor.ui.messages.texts import number_words, translate
from caseeditor.ui.state.batch.open_batch import OpenBatch
from caseeditor.ui.widgets.wheel import ComboBox

_LINES = 8
_DONE = (Outcome.STORED, Outcome.ACCEPTED)


class ResultsPart(FoldingPart):
    """The results of a batch, once it ran."""

    case_wanted = Signal(str)
    """The id of a case to open."""
    export_wanted = Signal()

    def __init__(self, opened: OpenBatch, parent: QWidget) -> None:
        super().__init__(translate("Batch", "Results"), translate("Batch", "Results part"), parent)
        self._opened = opened
        self._filter = ComboBox(self)
        self._filter.setAccessibleName(self.tr("Outcome shown"))
        self._filter.activated.connect(self._on_filter)
        self.table = RowsTable(self.tr("Results"), _LINES, self)
        self.model = ResultsModel(opened, self.table)
        self.table.show_model(self.model)
        self.table.open_wanted.connect(self._on_open)
        self._decisions = Decisions(self)
        self._decisions.decided.connect(opened.decide)
        opened.decision_answered.connect(self._decisions.take_answer)
        self._export = make_button(self.tr("Export results"), self.export_wanted, self)
        self._undo = make_button(self.tr("Undo batch"), opened.undo, self)
        self._again = make_button(self.tr("New batch of"), None, self)
        self._menu = QMenu(self._again)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._again.setMenu(self._menu)
        self._said = make_label(self, self.tr("Results appear here once the batch runs."), is_wrapped=False)
        row = QHBoxLayout()
        row.addWidget(self._filter)
        row.addStretch()
        for button in (self._again, self._undo, self._export):
            row.addWidget(button)
        self.inside.addWidget(self._said)
        self.inside.addWidget(self._decisions)
        self.inside.addWidget(self.table, 1)
        self.inside.addLayout(row)
        self.model.listed.connect(self._show_decisions)
        opened.changed.connect(self.show_batch)
        self.show_batch()

    def show_batch(self) -> None:
        """Show the state of the results."""
        batch = self._opened.batch
        has_results = batch.is_active or batch.state is BatchState.DONE
        self._said.setVisible(not has_results)
        for widget in (self.table, self._filter, self._export, self._undo, self._again):
            widget.setVisible(has_results)
        can_follow = batch.state in (BatchState.PAUSED, BatchState.DONE)
        self._undo.setEnabled(can_follow and any(batch.outcomes.get(each) for each in (*_DONE, Outcome.MOVED)))
        self._again.setEnabled(can_follow and any(count for _, _, count in self._rest()))
        self._show_filter()
        self._show_decisions()
        said = [
            f"{outcome_name(each)} {number_words(count)}" for each in Outcome if (count := batch.outcomes.get(each))
        ]
        self.header.show_summary(" · ".join(said) if has_results else self.tr("none yet"))

    def _show_filter(self) -> None:
        outcomes = [each for each in Outcome if self._opened.batch.outcomes.get(each)]
        chosen = self._filter.currentData()
        wanted = [(self.tr("All outcomes"), "")]
        wanted += [
            (f"{outcome_name(each)} {number_words(self._opened.batch.outcomes[each])}", each.value) for each in outcomes
        ]
        shown = [(self._filter.itemText(place), self._filter.itemData(place)) for place in range(self._filter.count())]
        if shown == wanted or self._filter.view().isVisible():
            return
        self._filter.clear()
        for text, data in wanted:
            self._filter.addItem(text, data)
        place = self._filter.findData(chosen)
        self._filter.setCurrentIndex(max(place, 0))
        if place < 0:
            self.model.show_outcome(None)

    def _on_filter(self) -> None:
        value = self._filter.currentData()
        self.model.show_outcome(Outcome(value) if value else None)

    def _show_decisions(self) -> None:
        can_decide = self._opened.batch.state is not BatchState.DRAFT
        self._decisions.show_groups(self.model.undecided if can_decide else ())

    def _on_open(self, line: int) -> None:
        if row := self.model.row(line):
            self.case_wanted.emit(row.case_id)

    # New batches.

    def _rest(self) -> tuple[tuple[str, tuple[Outcome, ...], int], ...]:
        outcomes = self._opened.batch.outcomes
        kinds = (
            (self.tr("Rejected"), (Outcome.REJECTED,)),
            (self.tr("Unsure"), (Outcome.UNSURE,)),
            (self.tr("Not sent, skipped or moved"), (Outcome.NOT_SENT, Outcome.SKIPPED, Outcome.MOVED)),
        )
        return tuple((name, which, sum(outcomes.get(each, 0) for each in which)) for name, which in kinds)

    def _name_of(self, which: tuple[Outcome, ...]) -> str:
        """Name the new batch of rows with these outcomes."""
        if which == (Outcome.REJECTED,):
            text = self.tr("Rejected of {0}")
        elif which == (Outcome.UNSURE,):
            text = self.tr("Unsure of {0}")
        else:
            text = self.tr("Rest of {0}")
        return text.format(self._opened.batch.name)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for name, which, count in self._rest():
            action = self._menu.addAction(f"{name} {number_words(count)}")
            action.setEnabled(count > 0)
            action.triggered.connect(partial(self._again_with, which))

    def _again_with(self, which: tuple[Outcome, ...]) -> None:
        rows = self._opened.rows
        numbers = (row.number for row in rows if (row.outcome or Outcome.NOT_SENT) in which)
        self._opened.again_with(numbers, self._name_of(which))
