"""Batches in each state, as values, and a page that shows one without a service."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.batch.batch import Batch, BatchState, Options, Origin, Pause
from caseeditor.domain.batch.plan.recipe import How, Recipe, ValueRule
from caseeditor.domain.batch.reasons import Reason, why
from caseeditor.domain.batch.row import FieldResult, Outcome, Row, RowPlan, RowState
from caseeditor.domain.batch.tables.table import CellFlag, Flag, Table, TextForm
from caseeditor.domain.delivery.submission import EffectStatus, Evidence, Findings
from caseeditor.domain.editing.changes import Change, ChangeKind
from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.ui.batch.page import BatchPage
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.state.batch.open_batch import OpenBatch
from caseeditor.ui.state.workspace import Workspace
from tests.support.batch_counts import outcome_counts, plan_counts

replace = msgspec.structs.replace
RECIPE = Recipe(
    notes=("Hola {contact.first_name}, su pedido sale el lunes.",),
    added_tags=("demora",),
    removed_tags=("nuevo",),
    attributes=(
        ValueRule(name="prioridad", value="alta"),
        ValueRule(name="sucursal", how=How.IF_IS, value="Centro", expected="Norte"),
    ),
)
_SUBJECTS = ("¿Dónde está mi pedido?", "Factura duplicada", "Necesito ayuda !!!", "Quiero dar de baja el servicio")
_BEFORE = ("baja", "media", None)


def changes_of(number: int) -> tuple[Change, ...]:
    """Return the changes of a row."""
    return (
        Change(ChangeKind.ATTRIBUTE, "prioridad", before=_BEFORE[number % 3], after="alta"),
        Change(ChangeKind.NOTE, after="Hola, su pedido sale el lunes."),
        Change(ChangeKind.TAG_ADDED, "demora", after="demora"),
    )


def planned_rows(count: int = 60) -> tuple[Row, ...]:
    """Return rows with a plan: most change, some don't."""
    rows = []
    for number in range(1, count + 1):
        row = Row(number=number, case_id=str(200 + number), subject=_SUBJECTS[number % 4], contact="Ana Pérez")
        if number % 20 == 5:
            row = replace(row, plan=RowPlan.ALREADY_SO)
        elif number % 20 == 9:
            row = replace(row, plan=RowPlan.GUARD_FAILS, why=why(Reason.GUARD, "states"))
        elif number % 20 == 13:
            row = replace(row, plan=RowPlan.INVALID, why=why(Reason.UNKNOWN_FIELD, "attribute.zona"))
        else:
            row = replace(row, plan=RowPlan.CHANGES, changes=changes_of(number))
        rows.append(row)
    return tuple(rows)


def ran_rows(rows: Sequence[Row], ended: int) -> tuple[Row, ...]:
    """Return the rows after a run that handled the first ones."""
    return tuple(_ran(row) if row.number <= ended else row for row in rows)


def _ran(row: Row) -> Row:
    row = replace(row, state=RowState.ENDED)
    if row.plan is RowPlan.ALREADY_SO:
        return replace(row, outcome=Outcome.ALREADY_SO)
    if row.plan is not RowPlan.CHANGES:
        return replace(row, outcome=Outcome.SKIPPED)
    results = tuple(FieldResult(change, is_done=True, now=change.after) for change in row.changes)
    match row.number % 20:
        case 3:
            results = (replace(results[0], is_done=False, now="urgente"), *results[1:])
            return replace(row, outcome=Outcome.MOVED, results=results)
        case 7:
            return replace(row, outcome=Outcome.REJECTED, words="case is locked")
        case 11:
            found = tuple(Evidence(change, EffectStatus.MISSING, "") for change in row.changes[1:2])
            return replace(row, outcome=Outcome.UNSURE, findings=Findings(found, moved=False))
        case _:
            return replace(row, outcome=Outcome.STORED, results=results)


def batch_of(state: BatchState, rows: Sequence[Row], **fields: object) -> Batch:
    """Return a batch over rows."""
    made = Batch(
        number=7,
        server="http://127.0.0.1",
        user="1",
        name="Retrasos de noviembre",
        reason="Avisar a los clientes",
        state=state,
        recipe=RECIPE,
        options=Options(),
    )
    counts = {"rows": len(rows), "plans": plan_counts(rows), "outcomes": outcome_counts(rows)}
    return replace(made, **{**fields, **counts})


def draft() -> tuple[Batch, tuple[Row, ...]]:
    rows = tuple(Row(number=number, case_id=str(200 + number)) for number in range(1, 13))
    text = "\n".join(row.case_id for row in rows)
    return batch_of(BatchState.DRAFT, rows, ids_text=text), rows


def planned() -> tuple[Batch, tuple[Row, ...]]:
    rows = planned_rows()
    words = "State: Assigned"
    return batch_of(BatchState.PLANNED, rows, origin=Origin.SEARCH, origin_words=words, total=61), rows


def paused() -> tuple[Batch, tuple[Row, ...]]:
    rows = ran_rows(planned_rows(), 24)
    return batch_of(BatchState.PAUSED, rows, origin=Origin.SEARCH, pause=Pause.CANARY), rows


def done() -> tuple[Batch, tuple[Row, ...]]:
    rows = ran_rows(planned_rows(), 60)
    return batch_of(BatchState.DONE, rows, origin=Origin.SEARCH), rows


SAMPLES = {"batch-draft": draft, "batch-planned": planned, "batch-paused": paused, "batch-done": done}

TABLE = Table(
    columns=("caso", "prioridad", "nota"),
    rows=(("203", "alta", "Hola"), ("#204", "", "Chau"), ("203", "baja", ""), ("https://there.example/case/9", "", "")),
    flags=(Flag(2, 0, CellFlag.SAME_ID),),
    form=TextForm("utf-8", ";"),
)

TEXTS = (
    *("Retrasos de noviembre", "Avisar a los clientes", "Hola {contact.first_name}, su pedido sale el lunes."),
    *("Hola, su pedido sale el lunes.", "demora", "nuevo", "prioridad", "sucursal", "Centro", "Norte", "baja", "media"),
    *("State: Assigned", *_SUBJECTS, "case is locked", "caso", "nota", "Hola", "Chau", "attribute.zona"),
    "https://there.example/case/9",
)
"""Texts of the samples: they are not translated."""


def opened(worker: BackgroundWorker[BackendInterface], batch: Batch, rows: Sequence[Row], parent: QObject) -> OpenBatch:
    """Return a batch as it is open in a tab."""
    made = OpenBatch(worker, batch, lambda: {"here.example"}, parent)
    made.rows = list(rows)
    made.is_demo = True
    return made


def page_of(
    worker: BackgroundWorker[BackendInterface], batch: Batch, rows: Sequence[Row], parent: QWidget
) -> BatchPage:
    """Return the page of a batch."""
    return BatchPage(opened(worker, batch, rows, parent), worker, lambda: None, parent)


def show_page(window: MainWindow, workspace: Workspace, batch: Batch, rows: Sequence[Row]) -> BatchPage:
    """Show a batch in a tab of the window."""
    page = page_of(workspace.worker, batch, rows, window)
    window.tabs.add_page(page, page, behind=False)
    return page
