"""Violations among the problems of an edit: only the agent's own values block."""

import msgspec
import pytest

from caseeditor.domain.case.model import Attribute, Case
from caseeditor.domain.editing.changes import Problem, ProblemKind, problems
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.fields.problems import held_problems, with_fields
from caseeditor.domain.fields.reading import read_fields
from caseeditor.domain.fields.schema import Violated

FIELDS = (
    {"name": "age", "kind": "integer", "on_violation": "block"},
    {"name": "due", "kind": "date"},
    {"name": "code", "kind": "integer", "hidden": True, "on_violation": "block"},
)
REQUIRED = {"name": "priority", "required": True, "on_violation": "block"}


def found(case: Case, edit: Edit, *fields: object, has_changes: bool = True) -> tuple[Problem, ...]:
    schema = read_fields(msgspec.json.encode([*FIELDS, *fields]), "en").schema
    held = held_problems(schema, case)
    return with_fields(problems(case, edit), schema, case, edit, held, has_changes=has_changes)


def told(*of: Problem) -> list[tuple[str, int, Violated | None, bool]]:
    return [(each.name, each.row, each.violation.rule if each.violation else None, each.is_blocking) for each in of]


def holding(**values: str) -> Case:
    return Case(id="7", attributes={name: Attribute(name, value) for name, value in values.items()})


def test_a_value_of_the_agent_blocks_as_the_policy_says() -> None:
    case = holding(age="5", due="2026-11-30")
    edit = Edit(values={"age": "old", "due": "soon"})
    assert told(*found(case, edit)) == [("age", 0, Violated.INTEGER, True), ("due", 0, Violated.DATE, False)]


def test_a_value_that_the_server_holds_only_warns() -> None:
    assert told(*found(holding(age="old"), Edit())) == [("age", 0, Violated.INTEGER, False)]
    assert told(*found(holding(age="old"), Edit(values={"age": "old"}))) == [("age", 0, Violated.INTEGER, False)]
    assert found(holding(age="old"), Edit(values={"age": "7"})) == ()


def test_a_new_attribute_is_checked_too() -> None:
    edit = Edit(rows={1: Row("due", "soon"), 2: Row("age", "old"), 3: Row("other", "x")})
    assert told(*found(holding(), edit)) == [("due", 1, Violated.DATE, False), ("age", 2, Violated.INTEGER, True)]


def test_a_problem_of_a_name_stands_before_a_warning_about_its_value() -> None:
    edit = Edit(rows={1: Row("age", "old")})
    assert [each.wrong for each in found(holding(age="1"), edit)] == [ProblemKind.DUPLICATE]


def test_a_hidden_value_of_the_server_is_not_told_and_a_changed_one_is() -> None:
    case = holding(code="x")
    assert found(case, Edit()) == ()
    assert told(*found(case, Edit(values={"code": "y"}))) == [("code", 0, Violated.INTEGER, True)]


def test_a_required_field_that_the_case_lacks_blocks_changes_only() -> None:
    note = Edit(notes={1: "hi"})
    assert told(*found(holding(), note, REQUIRED)) == [("priority", 0, Violated.REQUIRED, True)]
    assert told(*found(holding(), Edit(), REQUIRED, has_changes=False)) == [("priority", 0, Violated.REQUIRED, False)]


def test_a_required_field_that_the_agent_adds_empty_blocks_in_its_row() -> None:
    assert told(*found(holding(), Edit(rows={1: Row("priority")}), REQUIRED)) == [
        ("priority", 1, Violated.REQUIRED, True)
    ]
    assert found(holding(), Edit(rows={1: Row("priority", "alta")}), REQUIRED) == ()


def test_a_required_field_that_the_server_holds_empty_warns() -> None:
    assert told(*found(holding(priority=""), Edit(), REQUIRED)) == [("priority", 0, Violated.REQUIRED, False)]
    assert told(*found(holding(priority="x"), Edit(values={"priority": ""}), REQUIRED)) == [
        ("priority", 0, Violated.REQUIRED, True)
    ]


@pytest.mark.parametrize("name", ["note", "subject"])
def test_a_reserved_name_stays_a_problem(name: str) -> None:
    assert [each.wrong for each in found(holding(), Edit(rows={1: Row(name, "x")}))] == [ProblemKind.RESERVED]
