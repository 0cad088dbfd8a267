"""The groups and the table of a plan."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseeditor.domain.batch.news import BatchNews
from caseeditor.domain.batch.row import Row, RowPlan
from caseeditor.domain.editing.changes import Change, ChangeKind
from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.ui.batch.plan.plan_groups import PlanGroups
from caseeditor.ui.batch.plan.plan_model import PlanModel
from caseeditor.ui.batch.plan.plan_part import PlanPart, request_text
from caseeditor.ui.state.batch.open_batch import OpenBatch
from tests.ui.batch import samples

Worker = BackgroundWorker[Any]


def counted(rows: Sequence[Row]) -> PlanGroups:
    made = PlanGroups()
    for place, row in enumerate(rows):
        made.add(place, row)
    return made


def model_of(idle: Worker, rows: Sequence[Row], parent: QWidget) -> tuple[PlanModel, OpenBatch]:
    batch, _ = samples.planned()
    opened = samples.opened(idle, batch, rows, parent)
    model = PlanModel(opened, parent)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model, opened


def line(model: PlanModel, row: int) -> list[str]:
    return [str(model.index(row, column).data() or "") for column in range(5)]


def changing(number: int, before: str, after: str) -> Row:
    change = Change(ChangeKind.ATTRIBUTE, "prioridad", before=before, after=after)
    return Row(number=number, case_id=str(number), plan=RowPlan.CHANGES, changes=(change,))


def test_rows_are_grouped_by_what_changes_the_largest_group_first() -> None:
    rows = [changing(1, "baja", "alta"), changing(2, "media", "alta"), changing(3, "media", "alta")]
    assert [len(group.places) for group in counted(rows).groups()] == [2, 1]


def test_a_field_with_a_value_for_each_row_is_one_group() -> None:
    groups = counted([changing(number, "", str(number)) for number in range(1, 1001)]).groups()
    assert [(len(group.places), group.key.is_many) for group in groups] == [(1000, True)]
    assert list(groups[0].places) == list(range(1000))


def test_rows_without_a_change_are_grouped_by_their_plan() -> None:
    plans = [RowPlan.NOT_FOUND, RowPlan.ALREADY_SO, RowPlan.NOT_FOUND]
    rows = [Row(number=number, case_id="1", plan=plan) for number, plan in enumerate(plans, 1)]
    assert [(group.key.plan, len(group.places)) for group in counted(rows).groups()] == [
        (RowPlan.ALREADY_SO, 1),
        (RowPlan.NOT_FOUND, 2),
    ]


def test_notes_that_will_stay_are_counted_without_those_taken_out() -> None:
    note = Change(ChangeKind.NOTE, after="x")
    rows = [
        Row(number=1, case_id="1", plan=RowPlan.CHANGES, changes=(note,)),
        Row(number=2, case_id="2", plan=RowPlan.CHANGES, changes=(note,), fields_out=(note.field,)),
        Row(number=3, case_id="3", plan=RowPlan.CHANGES, changes=(note,), is_out=True),
    ]
    made = counted(rows)
    assert (made.notes, made.changing, made.taken_out) == (1, 1, 2)


def test_a_group_unfolds_to_its_rows_in_place(qtbot: QtBot, idle: Worker) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    model, _ = model_of(
        idle, [changing(1, "baja", "alta"), changing(2, "baja", "alta"), changing(3, "", "alta")], parent
    )
    assert line(model, 0) == ["▸ 2 cases", "prioridad", "baja", "alta", "will change"]
    model.unfold(0, is_open=True)
    assert [line(model, row)[0].strip() for row in range(model.rowCount())] == ["▾ 2 cases", "1", "2", "▸ 1 case"]
    assert model.line_of_group(2) == 0
    model.unfold(2, is_open=False)
    assert model.rowCount() == 2


def test_a_group_stays_unfolded_when_the_rows_are_read_again(qtbot: QtBot, idle: Worker) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    model, opened = model_of(idle, [changing(1, "baja", "alta"), changing(2, "baja", "alta")], parent)
    model.unfold(0, is_open=True)
    opened.rows_changed.emit(None)
    assert model.rowCount() == 3


def test_rows_taken_out_are_told(qtbot: QtBot, idle: Worker) -> None:
    import msgspec  # noqa: PLC0415 - here only

    parent = QWidget()
    qtbot.addWidget(parent)
    rows = [changing(1, "baja", "alta"), msgspec.structs.replace(changing(2, "baja", "alta"), is_out=True)]
    model, _ = model_of(idle, rows, parent)
    assert line(model, 0)[4] == "will change, 1 taken out"
    model.unfold(0, is_open=True)
    assert [line(model, row)[4] for row in (1, 2)] == ["will change", "taken out"]


def test_a_large_plan_is_grouped_while_the_window_works(qtbot: QtBot, idle: Worker) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    rows = [changing(number, "baja", "alta") for number in range(1, 100_001)]
    model, _ = model_of(idle, rows, parent)
    with qtbot.waitSignal(model.grouped):
        assert model.rowCount() == 0  # not all of it at once
    assert line(model, 0)[0] == "▸ 100000 cases"


def test_the_request_of_a_row_is_shown_as_it_is_sent() -> None:
    row = Row(
        number=1,
        case_id="203",
        plan=RowPlan.CHANGES,
        changes=(
            Change(ChangeKind.SUBJECT, before="a", after="b"),
            Change(ChangeKind.NOTE, after="hola"),
            Change(ChangeKind.TAG_ADDED, "vip", after="vip"),
            Change(ChangeKind.TAG_REMOVED, "spam", before="spam"),
            Change(ChangeKind.ATTRIBUTE, "plan", before="x", after="y"),
        ),
        fields_out=("attribute:plan",),
    )
    assert request_text("https://s.example", row).splitlines() == [
        "POST https://s.example/api/v2/case/203",
        "subject=b",
        "note=hola",
        "tag=vip",
        "",
        "POST https://s.example/api/v2/case/203/tags",
        "remove=spam",
    ]


def test_what_is_taken_out_leaves_the_current_line(qtbot: QtBot, idle: Worker) -> None:
    parent = QWidget()
    parent.resize(1000, 400)
    qtbot.addWidget(parent)
    batch, rows = samples.planned()
    opened = samples.opened(idle, batch, rows, parent)
    part = PlanPart(opened, parent)
    part.unfold(is_open=True)
    parent.show()
    model, table = part.model, part.table
    model.unfold(0, is_open=True)
    table.go_to(5)
    row = model.row_at(5)
    assert row
    opened.rows[row.number - 1] = samples.replace(row, is_out=True)
    opened.rows_changed.emit(None)
    assert (table.currentIndex().row(), table.first_line(), line(model, 5)[4]) == (5, 5, "taken out")
    opened.rows[59] = samples.replace(opened.rows[59], plan=RowPlan.NOT_FOUND, changes=())  # planned anew
    opened.rows_changed.emit(None)
    place = table.currentIndex().row()
    assert model.row_at(place) == samples.replace(row, is_out=True)
    assert not model.is_group(place)


def test_rows_that_are_read_while_the_plan_is_made_are_grouped_at_its_end(qtbot: QtBot, idle: Worker) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    batch, rows = samples.planned()
    opened = samples.opened(idle, batch, (), parent)
    model = PlanModel(opened, parent)
    opened.progress = (59, 60)
    opened.rows = list(rows)
    opened.rows_changed.emit(None)
    assert model.rowCount() == 0
    opened.follow(BatchNews(batch))
    assert model.rowCount() > 0
