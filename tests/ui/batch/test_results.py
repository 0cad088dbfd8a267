"""The table of results."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.domain.batch.batch import BatchState
from caseeditor.domain.batch.decisions import RowDecision
from caseeditor.domain.batch.plan.groups import moved_groups, unsure_groups
from caseeditor.domain.batch.row import FieldResult, Outcome, Row
from caseeditor.domain.editing.changes import Change, ChangeKind
from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.ui.batch.results.decisions import Decisions
from caseeditor.ui.batch.results.results_model import ResultsModel
from caseeditor.ui.batch.results.results_part import ResultsPart
from caseeditor.ui.state.batch.open_batch import OpenBatch
from tests.ui.batch import samples
from tests.ui.parts import do_posted, is_there, press

Worker = BackgroundWorker[Any]


def model_of(idle: Worker, rows: Sequence[Row], parent: QWidget) -> tuple[ResultsModel, OpenBatch]:
    batch, _ = samples.done()
    opened = samples.opened(idle, batch, rows, parent)
    model = ResultsModel(opened, parent)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model, opened


def outcomes(model: ResultsModel) -> list[str]:
    return [str(model.index(row, 4).data()) for row in range(model.rowCount())]


def test_each_change_of_each_row_has_a_line(qtbot: QtBot, idle: Worker) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    _, rows = samples.done()
    model, _ = model_of(idle, rows, parent)
    assert model.rowCount() == sum(max(len(row.changes), 1) for row in rows)


def test_a_filter_shows_the_rows_of_one_outcome(qtbot: QtBot, idle: Worker) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    _, rows = samples.done()
    model, _ = model_of(idle, rows, parent)
    model.show_outcome(Outcome.REJECTED)
    shown = {row.case_id for line in range(model.rowCount()) if (row := model.row(line))}
    assert shown == {row.case_id for row in rows if row.outcome is Outcome.REJECTED}
    assert set(outcomes(model)) == {"rejected: “case is locked”"}


def test_of_a_moved_row_only_the_field_that_moved_is_told_as_moved(qtbot: QtBot, idle: Worker) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    _, rows = samples.done()
    model, _ = model_of(idle, [row for row in rows if row.outcome is Outcome.MOVED][:1], parent)
    assert outcomes(model) == ["moved: “urgente”", "stored", "stored"]


def test_a_field_that_was_taken_out_is_told_as_skipped(qtbot: QtBot, idle: Worker) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    _, rows = samples.done()
    stored = next(row for row in rows if row.outcome is Outcome.STORED)
    out = samples.replace(stored, fields_out=("note:",), results=(stored.results[0], stored.results[2]))
    model, _ = model_of(idle, [out], parent)
    assert outcomes(model) == ["stored", "skipped: taken out by you", "stored"]


def test_results_of_100_000_rows_are_listed_while_the_window_works(qtbot: QtBot, idle: Worker) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    rows = [Row(number=number, case_id=str(number), outcome=Outcome.STORED) for number in range(1, 100_001)]
    model, _ = model_of(idle, rows, parent)
    with qtbot.waitSignal(model.listed):
        assert model.rowCount() == 0
    assert model.rowCount() == 100_000


def test_unsure_rows_of_one_kind_are_decided_together(qtbot: QtBot, idle: Worker) -> None:
    parent = QWidget()
    parent.resize(1000, 1000)
    qtbot.addWidget(parent)
    batch, rows = samples.done()
    opened = samples.opened(idle, batch, rows, parent)
    part = ResultsPart(opened, parent)
    part.unfold(is_open=True)
    parent.show()
    (decisions,) = part.findChildren(Decisions)
    troubled = tuple(row for row in rows if row.outcome in (Outcome.MOVED, Outcome.UNSURE))
    decided: list[tuple[object, object]] = []
    decisions.decided.connect(lambda numbers, decision: decided.append((numbers, decision)))
    press("Send again", decisions)
    press("Set anyway", decisions)
    unsure = tuple(row.number for row in troubled if row.outcome is Outcome.UNSURE)
    moved = tuple(row.number for row in troubled if row.outcome is Outcome.MOVED)
    assert decided == [(unsure, RowDecision.SEND_AGAIN), (moved, RowDecision.SET_ANYWAY)]
    assert not decisions.isVisible()
    part.model.list_rows()
    assert not decisions.isVisible()
    decisions.take_answer(moved)
    row = opened.rows[moved[0] - 1]
    opened.rows[moved[0] - 1] = samples.replace(row, at=1)  # it moved again
    part.model.list_rows()
    assert decisions.isVisible()


def part_of(idle: Worker, rows: Sequence[Row], parent: QWidget) -> tuple[ResultsPart, OpenBatch]:
    """Return a part that is shown, of a batch that runs."""
    batch = samples.batch_of(BatchState.RUNNING, rows)
    opened = samples.opened(idle, batch, rows, parent)
    part = ResultsPart(opened, parent)
    part.unfold(is_open=True)
    part.resize(parent.size())
    parent.show()
    QAbstractItemModelTester(part.model, QAbstractItemModelTester.FailureReportingMode.Fatal, parent)
    return part, opened


def test_rows_that_leave_a_filter_leave_the_current_line(qtbot: QtBot, idle: Worker) -> None:
    parent = QWidget()
    parent.resize(1000, 400)
    qtbot.addWidget(parent)
    rows = samples.planned_rows(600)
    part, opened = part_of(idle, rows, parent)
    model, table = part.model, part.table
    model.show_outcome(Outcome.NOT_SENT)
    table.go_to(900)
    row = model.row(900)
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    for number in (1, 2, 4):
        opened.rows[number - 1] = samples.ran_rows(rows[number - 1 : number], 600)[0]
        with qtbot.waitSignal(model.listed):
            model.list_rows()
    assert table.currentIndex().row() < 900
    assert model.row(table.currentIndex().row()) == row == model.row(table.first_line())
    assert not resets


def test_the_current_line_stays_when_all_outcomes_are_shown_again(qtbot: QtBot, idle: Worker) -> None:
    parent = QWidget()
    parent.resize(1000, 400)
    qtbot.addWidget(parent)
    part, _ = part_of(idle, samples.ran_rows(samples.planned_rows(600), 600), parent)
    model, table = part.model, part.table
    with qtbot.waitSignal(model.listed):
        model.show_outcome(Outcome.REJECTED)
    table.go_to(40)
    row = model.row(40)
    with qtbot.waitSignal(model.listed):
        model.show_outcome(None)
    assert model.row(table.currentIndex().row()) == row
    assert table.visualRect(table.currentIndex()).top() >= 0


def test_a_field_is_decided_apart_and_comes_back_if_the_answer_changed_nothing(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    decisions = Decisions(parent)
    parent.show()
    changes = [Change(ChangeKind.ATTRIBUTE, name, "a", "mine") for name in ("region", "zona")]
    results = tuple(FieldResult(change, is_done=False, now="theirs") for change in changes)
    row = Row(number=1, case_id="1", outcome=Outcome.MOVED, changes=tuple(changes), results=results)
    decisions.show_groups(moved_groups([row]))
    decided: list[tuple[object, str]] = []
    decisions.decided.connect(lambda numbers, _, field: decided.append((numbers, field)))
    [first, _] = [each for each in decisions.findChildren(QPushButton) if each.text() == "Leave"]
    first.click()
    assert decided == [((1,), "attribute:region")]
    assert len(shown_in(decisions)) == 1
    assert "zona" in shown_in(decisions)[0]
    decisions.take_answer((1,))
    assert ["region" in text for text in shown_in(decisions)] == [True, False]


def test_rows_without_evidence_are_not_sent_again(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    decisions = Decisions(parent)
    parent.show()
    decisions.show_groups(unsure_groups([Row(number=1, case_id="1", outcome=Outcome.UNSURE)]))
    assert is_there("It was stored", decisions)
    assert not is_there("Send again", decisions)


def shown_in(decisions: Decisions) -> list[str]:
    do_posted()
    return [label.text() for label in decisions.findChildren(QLabel) if label.isVisible()]
