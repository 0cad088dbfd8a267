"""Files of a batch: its results, and a plan for somebody else."""

import msgspec
import pytest

from caseeditor.domain.batch.batch import Batch, Origin
from caseeditor.domain.batch.plan.plan_file import PlanFileError, PlanFileProblem, plan_file, read_plan_file
from caseeditor.domain.batch.plan.recipe import How, Recipe, ValueRule
from caseeditor.domain.batch.report import ReportWords, report_lines
from caseeditor.domain.batch.row import FieldResult, Outcome, Row, RowState
from caseeditor.domain.delivery.guard import Guard
from caseeditor.domain.delivery.submission import Confirmation
from caseeditor.domain.editing.changes import Change, ChangeKind

SERVER = "https://example.org"
REGION = Change(ChangeKind.ATTRIBUTE, "region", before="norte", after="=sur")
NOTE = Change(ChangeKind.NOTE, after="call\nback")
MOVED = Row(
    number=1,
    case_id="203",
    subject="=1+1",
    changes=(REGION, NOTE),
    state=RowState.ENDED,
    outcome=Outcome.MOVED,
    results=(FieldResult(REGION, False, "oeste"), FieldResult(NOTE, True, "call\nback")),
    why="guard\twith_tag\tstates",
    words="no",
    at=1_426_507_200_000,
)
WAITING = Row(number=2, case_id="204")
BATCH = Batch(
    server=SERVER,
    name="Retag",
    reason="the team wants it",
    columns=("prioridad",),
    guard=Guard(with_tag="vip"),
    recipe=Recipe(notes=("x",), attributes=(ValueRule(name="region", how=How.IF_EMPTY, value="{row.prioridad}"),)),
)


def test_a_line_for_each_change_and_one_for_a_row_without_any() -> None:
    lines = list(report_lines(BATCH, (MOVED, WAITING), ReportWords()))
    assert [(line.row, line.case, line.outcome, line.field, line.name, line.now) for line in lines] == [
        ("1", "203", "moved", "attribute", "region", "oeste"),
        ("1", "203", "moved", "note", "", "call\nback"),
        ("2", "204", "not sent", "", "", ""),
    ]
    assert lines[0].link == f"{SERVER}/case/203"
    assert (lines[0].reason, lines[0].words) == ("guard: with_tag, states", "no")
    assert (lines[0].time, lines[2].time) == ("2015-03-16T12:00:00+00:00", "")
    assert len(msgspec.structs.astuple(lines[0])) == len(ReportWords().heads)


def test_the_reasons_and_how_a_result_is_known_are_in_the_window_s_language() -> None:
    words = ReportWords(confirmations={Confirmation.SEEN: "visto"}, reasons=lambda row: f"condición: {row.why[:5]}")
    (line, _) = report_lines(BATCH, (msgspec.structs.replace(MOVED, confirmation=Confirmation.SEEN),), words)
    assert (line.reason, line.known_by) == ("condición: guard", "visto")


def test_a_plan_comes_back_without_its_user_and_its_plan() -> None:
    rows = (Row(number=1, case_id="203", cells={"prioridad": "alta"}, is_out=True, fields_out=("note:",)), WAITING)
    batch, back = read_plan_file(plan_file(msgspec.structs.replace(BATCH, user="id:7", number=4), rows), SERVER)
    assert batch == msgspec.structs.replace(BATCH, origin=Origin.FILE)
    assert back == rows


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", PlanFileProblem.NOT_A_PLAN),
        (b"[" * 100_000, PlanFileProblem.NOT_A_PLAN),
        (b"\xff\xfe{", PlanFileProblem.NOT_A_PLAN),
        (b'{"format": "another", "server": "https://example.org"}', PlanFileProblem.NOT_A_PLAN),
        (b'{"format": "caseeditor batch 2", "server": "https://example.org"}', PlanFileProblem.NEWER),
        (b'{"format": "caseeditor batch 1", "server": "https://other.org"}', PlanFileProblem.OTHER_SERVER),
        (
            b'{"format": "caseeditor batch 1", "server": "https://example.org", "rows": [{"case": "../me"}]}',
            PlanFileProblem.NOT_A_PLAN,
        ),
    ],
)
def test_other_files_are_no_plans(content: bytes, problem: PlanFileProblem) -> None:
    with pytest.raises(PlanFileError) as raised:
        read_plan_file(content, SERVER)
    assert raised.value.problem is problem


def test_the_reason_of_a_field_that_was_taken_out_is_worded_too() -> None:
    words = ReportWords(reasons=lambda row: f"porque: {row.why}")
    out = msgspec.structs.replace(MOVED, fields_out=(MOVED.changes[0].field,))
    assert next(report_lines(BATCH, (out,), words)).reason == "porque: taken out"
