"""Pages of many rows: bounds of the work that news and keys cause. Times are measured by tests.benchmarks."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseeditor.domain.batch.batch import BatchState
from caseeditor.domain.batch.news import BatchNews
from caseeditor.domain.batch.plan.groups import DecisionGroups, moved_groups, unsure_groups
from caseeditor.domain.batch.row import Outcome, Row, RowState
from caseeditor.domain.batch.row_ids import case_in
from caseeditor.domain.batch.tables.table import Table
from caseeditor.domain.batch.tables.table_rows import guessed_uses, use_problems
from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.ui.batch.cases_part import MOST_LINES, CasesPart
from caseeditor.ui.batch.plan.plan_groups import PlanGroups
from caseeditor.ui.batch.plan.plan_model import PlanModel
from caseeditor.ui.batch.results.decisions import Decisions
from caseeditor.ui.batch.results.results_part import ResultsPart
from caseeditor.ui.batch.table_dialog import TableDialog
from caseeditor.ui.widgets.fields.text_fields import PlainEdit
from tests.support.calls import arguments_of, calls_of
from tests.ui.batch import samples

Worker = BackgroundWorker[Any]
IDS = "\n".join(str(number) for number in range(1, MOST_LINES + 11))


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1000, 2000)
    qtbot.addWidget(made)
    return made


def field_of(part: CasesPart) -> PlainEdit:
    return next(each for each in part.findChildren(PlainEdit) if each.accessibleName() == "Case ids")


def ended(row: Row) -> Row:
    return samples.replace(row, outcome=Outcome.STORED, state=RowState.ENDED)


def test_news_read_no_pasted_ids(parent: QWidget, idle: Worker) -> None:
    batch, rows = samples.draft()
    opened = samples.opened(idle, batch, rows, parent)
    CasesPart(opened, parent)

    def news() -> None:
        opened.follow(BatchNews(samples.replace(opened.batch, reason="x"), rows[:2], (1, 12)))

    assert calls_of(PlainEdit.exact_text, news) == 0


def test_of_many_pasted_ids_the_field_shows_the_first(parent: QWidget, idle: Worker) -> None:
    batch = samples.batch_of(BatchState.DRAFT, ())
    opened = samples.opened(idle, batch, (), parent)
    part = CasesPart(opened, parent)
    field = field_of(part)
    field.setPlainText("first\nothers")
    cursor = field.textCursor()
    cursor.setPosition(6)
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    pasted = QMimeData()
    pasted.setText(IDS)
    field.insertFromMimeData(pasted)
    assert opened.batch.ids_text == f"first\n{IDS}"
    assert (field.blockCount(), field.isReadOnly()) == (201, True)
    assert field.toPlainText().endswith("… and 4811 more lines")
    opened.clear_rows()
    assert (field.toPlainText(), field.isReadOnly(), opened.batch.ids_text) == ("", False, "")


def test_many_ids_that_come_in_another_way_are_not_kept_in_the_field(parent: QWidget, idle: Worker) -> None:
    opened = samples.opened(idle, samples.batch_of(BatchState.DRAFT, ()), (), parent)
    field = field_of(CasesPart(opened, parent))
    field.setPlainText(IDS)
    assert opened.batch.ids_text == IDS
    assert field.blockCount() == 201


def test_a_run_groups_no_plan(parent: QWidget, idle: Worker) -> None:
    batch, rows = samples.paused()
    opened = samples.opened(idle, samples.replace(batch, state=BatchState.RUNNING), rows, parent)
    PlanModel(opened, parent)

    def news() -> None:
        opened.follow(BatchNews(opened.batch, tuple(ended(row) for row in rows[30:33])))

    assert calls_of(PlanGroups.add, news) == 0
    assert calls_of(PlanGroups.add, lambda: opened.rows_changed.emit(None)) == len(rows)


def test_moved_rows_are_grouped_a_few_at_a_time(qtbot: QtBot, parent: QWidget, idle: Worker) -> None:
    batch, rows = samples.done()
    moved = next(row for row in rows if row.outcome is Outcome.MOVED)
    many = [samples.replace(moved, number=number) for number in range(1, 1001)]
    opened = samples.opened(idle, batch, many, parent)
    part = ResultsPart(opened, parent)
    (decisions,) = part.findChildren(Decisions)

    def news() -> None:
        opened.rows[0] = samples.replace(moved, at=1)
        with qtbot.waitSignal(part.model.listed):
            part.model.list_rows()
        opened.edit(reason="x")

    qtbot.waitUntil(lambda: not decisions.isHidden())
    sizes = [len(arguments["rows"]) for arguments in arguments_of(moved_groups, news)]
    assert (sum(sizes), max(sizes)) == (1000, 100)


def test_groups_that_are_collected_are_those_of_all_rows() -> None:
    _, rows = samples.done()
    many = [samples.replace(row, number=place) for place, row in enumerate(rows * 20, 1)]
    collected = DecisionGroups()
    for row in many:
        collected.add(row)
    assert collected.groups() == (*unsure_groups(many), *moved_groups(many))


def test_the_problems_of_a_table_are_listed_once(parent: QWidget, idle: Worker) -> None:
    dialog = TableDialog(idle, Path("casos.csv"), (), parent)
    columns = tuple(f"Column {number}" for number in range(30))
    table = Table(columns=columns, rows=(columns,), header=0)
    uses = guessed_uses(table)
    assert calls_of(use_problems, lambda: dialog.show_table(table, uses)) == 1
    assert calls_of(guessed_uses, lambda: dialog.show_table(table, uses)) == 0


def test_of_a_wide_table_only_the_columns_that_are_shown_are_looked_at() -> None:
    columns = tuple(f"Column {number}" for number in range(1000))
    table = Table(columns=columns, rows=(columns,) * 200, header=0)
    assert calls_of(case_in, lambda: guessed_uses(table, 200)) == 200 * 200
