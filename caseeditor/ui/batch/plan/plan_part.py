"""The part *Plan*: makes the plan, shows it by field, and takes parts of it out."""

from collections.abc import Iterable
from itertools import islice

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseeditor.domain.batch.batch import BatchState
from caseeditor.domain.batch.row import Row, RowPlan
from caseeditor.domain.editing.changes import ChangeKind
from caseeditor.ui.batch.buttons import make_button, make_label
from caseeditor.ui.batch.folding import FoldingPart
from caseeditor.ui.batch.plan.plan_model import PlanModel
from caseeditor.ui.batch.tables import RowsTable
from caseeditor.ui.batch.texts import BatchCounts, is_empty, plans_words, progress_words, recipe_faults, recipe_warnings
from caseeditor.ui.batch.thin_bar import ThinBar
from caseeditor.ui.messages.texts import number_words, translate
from caseeditor.ui.state.batch.open_batch import OpenBatch
from caseeditor.ui.widgets.dialogs import TextDialog

_LINES = 7
_LOOKED_AT = 200
"""Selected lines by which *Take out* is enabled."""
_KEYS = {ChangeKind.SUBJECT: "subject", ChangeKind.NOTE: "note", ChangeKind.TAG_ADDED: "tag"}


class PlanPart(FoldingPart):
    """The plan of a batch. Nothing is written before *Run*."""

    export_wanted = Signal()

    def __init__(self, opened: OpenBatch, parent: QWidget) -> None:
        super().__init__(translate("Batch", "Plan"), translate("Batch", "Plan part"), parent)
        self._opened = opened
        self._make = make_button(self.tr("Make plan"), self._on_make, self)
        self._cancel = make_button(self.tr("Cancel"), opened.cancel_reading, self)
        self._export = make_button(self.tr("Export plan…"), self.export_wanted, self)
        self._bar = ThinBar(self)
        self._bar.setAccessibleName(self.tr("Planning"))
        self._done = make_label(self)
        self._said, self._warned = make_label(self), make_label(self)
        self.table = RowsTable(self.tr("Plan"), _LINES, self)
        self.model = PlanModel(opened, self.table)
        self.table.show_model(self.model)
        self._out = make_button(self.tr("Take out"), self._on_out, self)
        self._whole = make_button(self.tr("Take out cases"), self._on_whole, self)
        self._request = make_button(self.tr("Show request"), self._on_request, self)
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._said, 1)
        top.addWidget(self._bar, 1)
        top.addWidget(self._done)
        top.addWidget(self._cancel)
        top.addWidget(self._make)
        foot.addWidget(self._out)
        foot.addWidget(self._whole)
        foot.addWidget(self._request)
        foot.addStretch()
        foot.addWidget(self._export)
        self.inside.addLayout(top)
        self.inside.addWidget(self._warned)
        self.inside.addWidget(self.table, 1)
        self.inside.addLayout(foot)
        self.inside.addStretch()  # a plan that is being made has no table yet
        self.table.unfold_wanted.connect(self._on_unfold)
        self.table.open_wanted.connect(self._on_open)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_buttons())
        self.model.modelReset.connect(self._show_buttons)
        self.model.grouped.connect(self.show_batch)
        opened.changed.connect(self.show_batch)
        opened.progress_changed.connect(self.show_batch)
        self.show_batch()

    @property
    def is_planning(self) -> bool:
        return self._opened.progress is not None and not self._opened.is_choosing

    def show_batch(self) -> None:
        """Show the state of the plan."""
        opened, batch = self._opened, self._opened.batch
        planned: dict[RowPlan, int] = {
            plan: count for plan, count in batch.plans.items() if plan is not RowPlan.UNPLANNED
        }
        has_plan = bool(planned)
        faults = recipe_faults(batch.recipe, batch.columns) if opened.is_editable else ()
        faults = faults if batch.undo_of == 0 else ()
        self._make.setVisible(opened.is_editable and not self.is_planning)
        has_cases = bool(batch.rows or batch.ids_text.strip())
        self._make.setEnabled(has_cases and not faults and not opened.is_choosing)
        self._cancel.setVisible(self.is_planning)
        self._bar.setVisible(self.is_planning)
        self._done.setVisible(self.is_planning)
        self._said.setVisible(not self.is_planning)
        if self.is_planning and opened.progress:
            done, total = opened.progress
            self._bar.setRange(0, total)
            self._bar.setValue(done)
            self._bar.setAccessibleDescription(progress_words(done, total))
            self._done.setText(progress_words(done, total))
        self.table.setVisible(has_plan)
        for button in (self._out, self._whole, self._request):
            button.setVisible(has_plan)
        self._export.setVisible(has_plan and batch.undo_of == 0)  # a file has the changes wished for, not their undo
        self._said.setText(self._words(planned))
        warned = self._warnings(() if is_empty(batch.recipe) else faults)
        self._warned.setText("\n".join(f"⚠ {text}" for text in warned))
        self._warned.setVisible(bool(warned))
        self.header.show_summary(self._summary(planned))
        self._show_buttons()

    # Words.

    def _words(self, planned: dict[RowPlan, int]) -> str:
        batch = self._opened.batch
        if not batch.rows or (is_empty(batch.recipe) and batch.undo_of == 0):
            return self.tr("Choose cases and enter changes, then make the plan. It writes nothing.")
        if not planned:
            return self.tr("The plan shows what would change in each case. It writes nothing.")
        return self._counts(planned)

    def _summary(self, planned: dict[RowPlan, int]) -> str:
        if self.is_planning and self._opened.progress:
            return self.tr("being made: {0}").format(progress_words(*self._opened.progress))
        return self._counts(planned) or self.tr("none yet")

    def _counts(self, planned: dict[RowPlan, int]) -> str:
        """List the counts of the plan, in one order; rows that the agent took out whole are counted apart."""
        taken_out = self.model.counted.taken_out if self.model.is_current else 0
        counts = planned | {RowPlan.CHANGES: planned.get(RowPlan.CHANGES, 0) - taken_out}
        words = plans_words((plan, counts.get(plan, 0)) for plan in RowPlan)
        out = self.tr("taken out {0}").format(number_words(taken_out)) if taken_out else ""
        return " · ".join(filter(None, (words, out)))

    def _warnings(self, faults: tuple[str, ...]) -> tuple[str, ...]:
        opened, recipe = self._opened, self._opened.batch.recipe
        is_begun = bool(opened.batch.rows)
        warned = (*faults, *recipe_warnings(recipe, opened.known_names)) if is_begun and opened.is_editable else ()
        if self.model.counted.notes and opened.is_editable:
            warned = (*warned, BatchCounts().notes_stay(self.model.counted.notes))
        if opened.batch.notes_left:  # said after the run, too
            warned = (*warned, BatchCounts().notes_stay(opened.batch.notes_left))
        return warned

    # Actions.

    def _on_make(self) -> None:
        self._opened.plan()

    def _on_unfold(self, line: int, is_open: bool) -> None:
        target = self.model.line_of_group(line)
        if self.model.is_group(line) or not is_open:
            self.model.unfold(target, is_open=is_open)
            self.table.go_to(target)

    def _on_open(self, line: int) -> None:
        if self.model.is_group(line):
            self._on_unfold(line, not self.model.is_unfolded(line))
        else:
            self._on_request()

    def _show_buttons(self) -> None:
        first = self.table.first_line()
        can_edit = self._opened.batch.state is BatchState.PLANNED and not self.is_planning
        groups = (self.model.group_at(line) for line in islice(self.table.lines(), _LOOKED_AT))
        is_changing = any(group and group.key.change for group in groups)
        for button in (self._out, self._whole):
            button.setEnabled(can_edit and is_changing)
        self._out.setText(self.tr("Put back") if first >= 0 and self._is_out(first) else self.tr("Take out"))
        row = self.model.row_at(first) if first >= 0 else None
        self._whole.setText(self.tr("Put cases back") if row and row.is_out else self.tr("Take out cases"))
        self._request.setEnabled(row is not None and not all(map(row.has_out, row.changes)))

    def _is_out(self, line: int) -> bool:
        group, row = self.model.group_at(line), self.model.row_at(line)
        if group is None or row is None or group.key.change is None:
            return False
        if self.model.is_group(line):
            return group.is_out
        return row.is_out or group.key.change.field in row.fields_out

    def _on_out(self) -> None:
        """Take the selected groups and rows out, each of its field; or put them back, as the first one says."""
        lines = list(self.table.lines())
        if not lines:
            return
        is_out = not self._is_out(lines[0])
        by_field = self._rows_by_field(lines)
        whole = {number for numbers in by_field.values() for number in numbers if self._opened.rows[number - 1].is_out}
        if whole and not is_out:
            self._opened.take_out(sorted(whole), "", is_out=False)
        for field, numbers in by_field.items():
            self._opened.take_out(sorted(numbers), field, is_out=is_out)

    def _on_whole(self) -> None:
        """Take the cases of the selected groups and rows out with all their fields, or put them back."""
        lines = list(self.table.lines())
        first = self.model.row_at(lines[0]) if lines else None
        if first is not None:
            numbers = set[int]().union(*self._rows_by_field(lines).values())
            self._opened.take_out(sorted(numbers), "", is_out=not first.is_out)

    def _rows_by_field(self, lines: Iterable[int]) -> dict[str, set[int]]:
        """Return the numbers of the rows of lines, by the field of their group."""
        found: dict[str, set[int]] = {}
        for line in lines:
            group, row = self.model.group_at(line), self.model.row_at(line)
            if group is None or group.key.change is None or row is None:
                continue
            rows = found.setdefault(group.key.change.field, set())
            if self.model.is_group(line):
                rows.update(place + 1 for place in group.places)
            else:
                rows.add(row.number)
        return found

    def _on_request(self) -> None:
        row = self.model.row_at(self.table.first_line())
        if row is not None and row.changes:
            title = self.tr("Request of case {0}").format(row.case_id)
            dialog = TextDialog(title, request_text(self._opened.batch.server, row), self)
            dialog.add_copy()
            dialog.open()


def request_text(server: str, row: Row) -> str:
    """Return the requests of a row as they are sent, without the token."""
    changes = [] if row.is_out else [change for change in row.changes if change.field not in row.fields_out]
    sent = [change for change in changes if change.what is not ChangeKind.TAG_REMOVED]
    gone = [change for change in changes if change.what is ChangeKind.TAG_REMOVED]
    lines: list[str] = []
    if sent:
        lines.append(f"POST {server}/api/v2/case/{row.case_id}")
        lines += [f"{_KEYS.get(change.what, change.name)}={change.after or ''}" for change in sent]
    if gone:
        lines += ["", f"POST {server}/api/v2/case/{row.case_id}/tags"]
        lines += [f"remove={change.name}" for change in gone]
    return "\n".join(lines).strip()
