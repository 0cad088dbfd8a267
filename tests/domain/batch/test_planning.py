"""The plan of a row over its case."""

from typing import Any

import msgspec
import pytest

from caseeditor.domain.batch.plan.planning import plan_row, without_fields
from caseeditor.domain.batch.plan.recipe import How, Recipe, ValueRule
from caseeditor.domain.batch.reasons import Reason, reasons_of
from caseeditor.domain.batch.row import Row, RowPlan
from caseeditor.domain.case.model import Attribute, Case, Contact, Note
from caseeditor.domain.delivery.guard import Guard
from caseeditor.domain.delivery.merge import merge
from caseeditor.domain.delivery.snapshot import Reading
from caseeditor.domain.editing import edit as edits
from caseeditor.domain.editing.changes import Change, ChangeKind, update_payload
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.editing.templates import fields_of

CASE = Case(
    id="203",
    subject="Pedido",
    state="Arrived",
    url="https://desk/case/203",
    contact=Contact(name="Ana", fields=(("name", "Ana"), ("city", ""))),
    tags=("vip", "lote"),
    notes=(Note("1", "Support", "Called.\r\n"), Note("2", "Rival", "Paid")),
    notes_shown=True,
    attributes={
        "prioridad": Attribute("prioridad", "baja"),
        "vacío": Attribute("vacío", ""),
        "árbol": Attribute("árbol", '{"a": 1}', "nested"),
    },
)


def planned(recipe: Recipe, case: Case = CASE, *, guard: Guard = Guard(), own: bool = False, **row: Any) -> Row:  # noqa: ANN401, B008 - fields of a row; immutable
    return plan_row(
        recipe,
        msgspec.structs.replace(Row(number=1, case_id=case.id), **row),
        case,
        user_names=("support", "s.one"),
        fields=fields_of(case, "support", "2026-11-29"),
        guard=guard,
        has_own_work=own,
        reading=Reading(case, 5),
    )


def attribute(
    name: str, value: str = "alta", how: How = How.SET, expected: str = "", *, clears: bool = False
) -> Recipe:
    return Recipe(attributes=(ValueRule(name=name, how=how, value=value, expected=expected, blank_clears=clears),))


def made(recipe: Recipe, **row: Any) -> list[tuple[str, str | None, str | None]]:  # noqa: ANN401 - as above
    return [(change.field, change.before, change.after) for change in planned(recipe, **row).changes]


ALL = Recipe(
    subject=ValueRule(value="Pedido de {contact.name}"),
    notes=("Hola {row.Quién}",),
    added_tags=("nuevo",),
    removed_tags=("lote",),
    attributes=(ValueRule(name="prioridad", value="{row.P}"), ValueRule(name="otro", value="x")),
    note_text="segunda",
    tag_text="tecleado",
)
CELLS = {"Quién": "Bea", "P": "alta"}


def test_a_plan_has_each_change_and_what_the_case_is_called() -> None:
    row = planned(ALL, cells=CELLS)
    assert row.plan is RowPlan.CHANGES
    assert (row.subject, row.contact, row.url) == ("Pedido", "Ana", "https://desk/case/203")
    assert row.base.attributes == {"prioridad": "baja"}
    assert row.base.date == 5
    assert [(change.field, change.before, change.after) for change in row.changes] == [
        ("subject:", "Pedido", "Pedido de Ana"),
        ("tag removed:lote", "lote", None),
        ("tag added:nuevo", None, "nuevo"),
        ("tag added:tecleado", None, "tecleado"),
        ("note:", None, "Hola Bea"),
        ("note:", None, "segunda"),
        ("attribute:prioridad", "baja", "alta"),
        ("attribute:otro", None, "x"),
    ]


def test_an_edit_over_an_unmoved_case_has_no_conflict() -> None:
    row = planned(ALL, cells=CELLS)
    assert merge(row.base, row.edit, CASE) == (row.edit, ())


@pytest.mark.parametrize(
    ("how", "name", "expected", "after"),
    [
        (How.SET, "prioridad", "", "alta"),
        (How.SET, "nuevo", "", "alta"),
        (How.IF_EMPTY, "prioridad", "", None),
        (How.IF_EMPTY, "vacío", "", "alta"),
        (How.IF_EMPTY, "nuevo", "", "alta"),
        (How.IF_IS, "prioridad", "baja", "alta"),
        (How.IF_IS, "prioridad", "Baja", None),
        (How.IF_IS, "nuevo", "", None),
        (How.IF_IS, "vacío", "", "alta"),
        (How.CLEAR, "prioridad", "", ""),
        (How.CLEAR, "vacío", "", None),
        (How.CLEAR, "nuevo", "", None),
    ],
)
def test_a_rule_sets_a_value_where_its_condition_holds(how: How, name: str, expected: str, after: str | None) -> None:
    row = planned(attribute(name, how=how, expected=expected))
    assert [change.after for change in row.changes] == ([] if after is None else [after])
    assert row.plan is (RowPlan.ALREADY_SO if after is None else RowPlan.CHANGES)


def test_rules_of_one_attribute_see_the_value_of_the_case() -> None:
    chain = Recipe(
        attributes=(
            ValueRule(name="prioridad", how=How.IF_IS, expected="baja", value="media"),
            ValueRule(name="prioridad", how=How.IF_IS, expected="media", value="alta"),
        )
    )
    assert made(chain) == [("attribute:prioridad", "baja", "media")]


def test_the_subject_can_be_emptied_and_is_a_line() -> None:
    assert made(Recipe(subject=ValueRule(how=How.CLEAR))) == [("subject:", "Pedido", "")]
    cells = {"S": " dos\nlíneas "}
    assert made(Recipe(subject=ValueRule(value="{row.S}")), cells=cells) == [("subject:", "Pedido", "dos líneas")]


@pytest.mark.parametrize("cell", ["", "  "])
def test_a_blank_cell_leaves_all_alone_unless_it_clears(cell: str) -> None:
    blank = {"X": cell}
    recipe = msgspec.structs.replace(
        attribute("prioridad", "{row.X}"),
        notes=("{row.X}",),
        added_tags=("{row.X}",),
        subject=ValueRule(value="{row.X}"),
    )
    assert planned(recipe, cells=blank).plan is RowPlan.ALREADY_SO
    assert made(attribute("prioridad", "{row.X}", clears=True), cells=blank) == [("attribute:prioridad", "baja", "")]
    assert made(attribute("nuevo", "{row.X}", clears=True), cells=blank) == []
    assert made(attribute("prioridad", how=How.IF_IS, expected="{row.X}"), cells=blank) == []


@pytest.mark.parametrize(
    ("recipe", "reason", "detail"),
    [
        (Recipe(notes=("{attribute.x}",)), Reason.UNKNOWN_FIELD, "{attribute.x}"),
        (Recipe(notes=("Hola {contact.city}",)), Reason.EMPTY_FIELD, "contact.city"),
        (Recipe(notes=("{contact.city}",)), Reason.EMPTY_FIELD, "contact.city"),
        (Recipe(notes=("Hola {row.X}",)), Reason.EMPTY_FIELD, "row.X"),
        (Recipe(added_tags=("de-{contact.city}",)), Reason.EMPTY_FIELD, "contact.city"),
        (attribute("prioridad", "{contact.city}"), Reason.EMPTY_FIELD, "contact.city"),
        (attribute("note"), Reason.RESERVED, "note"),
        (attribute("no\u200bte"), Reason.RESERVED, "no\u200bte"),
        (attribute("árbol"), Reason.NESTED, "árbol"),
    ],
)
def test_a_row_that_cannot_follow_the_recipe_is_invalid(recipe: Recipe, reason: Reason, detail: str) -> None:
    row = planned(msgspec.structs.replace(recipe, tag_text="nuevo"), cells={"X": ""})
    assert (row.plan, row.edit, row.changes) == (RowPlan.INVALID, Edit(), ())
    assert reasons_of(row.why) == ((reason, (detail,)),)


def test_an_attribute_without_a_name_is_invalid() -> None:
    assert reasons_of(planned(attribute(" ")).why) == ((Reason.NO_NAME, ()),)


def test_a_guard_comes_first_and_names_what_failed() -> None:
    row = planned(attribute("note"), guard=Guard(states=("Closed",), with_tag="x"), own=True)
    assert row.plan is RowPlan.GUARD_FAILS
    assert reasons_of(row.why) == ((Reason.GUARD, ("states", "with_tag")),)


def test_a_case_with_own_work_waits_and_keeps_its_plan() -> None:
    row = planned(attribute("prioridad"), own=True)
    assert (row.plan, row.edit) == (RowPlan.WAITS, Edit(values={"prioridad": "alta"}))


def test_a_reserved_value_that_is_left_alone_does_not_count() -> None:
    assert planned(attribute("árbol", how=How.IF_EMPTY)).plan is RowPlan.ALREADY_SO


@pytest.mark.parametrize(("user", "is_there"), [("SUPPORT", True), ("s.One ", True), ("Rival", False), ("", False)])
def test_a_note_of_the_user_that_stands_already_is_not_added(user: str, is_there: bool) -> None:
    case = msgspec.structs.replace(CASE, notes=(Note("9", user, "Cafe\u0301\r\nsí\n"),))
    recipe = Recipe(notes=(" Café\nsí", "otra"))
    assert [change.after for change in planned(recipe, case).changes] == (
        ["otra"] if is_there else [" Café\nsí", "otra"]
    )
    again = msgspec.structs.replace(recipe, repeats_notes=True)
    assert [change.after for change in planned(again, case).changes] == [" Café\nsí", "otra"]


def test_the_rest_of_a_row_changes_though_its_note_stands() -> None:
    recipe = msgspec.structs.replace(attribute("prioridad"), note_text="Called.")
    assert made(recipe) == [("attribute:prioridad", "baja", "alta")]


def test_a_note_that_the_recipe_has_twice_is_one() -> None:
    assert made(Recipe(notes=("uno", "uno\n"))) == [("note:", None, "uno")]


def test_tags_compare_as_in_the_editor() -> None:
    case = msgspec.structs.replace(CASE, tags=("V\u200bIP", "cafe\u0301"))
    recipe = Recipe(added_tags=("VIP",), removed_tags=("café",))
    assert planned(recipe, case).edit.tags == {"cafe\u0301": False}
    assert planned(Recipe(added_tags=("vip",)), case).edit.tags == {"vip": True}
    assert planned(Recipe(added_tags=("café",), removed_tags=("café",)), case).plan is RowPlan.ALREADY_SO


def test_an_attribute_whose_name_looks_the_same_is_meant() -> None:
    case = msgspec.structs.replace(CASE, attributes={"cafe\u0301": Attribute("cafe\u0301", "a")})
    assert planned(attribute("café"), case).edit == Edit(values={"cafe\u0301": "alta"})


def test_an_own_field_is_sent_like_a_new_attribute_with_its_value_before() -> None:
    row = planned(attribute("state", "Closed"))
    assert row.changes == (Change(ChangeKind.ATTRIBUTE, "state", "Arrived", "Closed"),)
    assert row.base.attributes == {"state": "Arrived"}
    assert planned(attribute("state", "Arrived")).plan is RowPlan.ALREADY_SO


def test_fields_that_were_taken_out_are_not_sent() -> None:
    whole = planned(ALL, cells=CELLS)
    for change in whole.changes:
        row = planned(ALL, cells=CELLS, fields_out=(change.field,))
        left = update_payload(CASE, without_fields(row)).changes
        assert [each.field for each in left] == [each.field for each in whole.changes if each.field != change.field]
    assert without_fields(planned(ALL, cells=CELLS, is_out=True)) == Edit()
    assert without_fields(whole) == whole.edit


def test_a_plan_agrees_with_the_edit_of_the_editors() -> None:
    edit = edits.with_subject(Edit(), CASE, "Pedido de Ana")
    edit = edits.without_tag(edit, CASE, "lote")
    for tag in ("nuevo", "tecleado"):
        edit = edits.with_tag(edit, CASE, tag)
    edit = edits.with_value(edit, CASE, "prioridad", "alta")
    edit = edits.with_row(edit, None, edits.Row("otro", "x"))
    for note in ("Hola Bea", "segunda"):
        edit = edits.with_note(edit, note)
    assert planned(ALL, cells=CELLS).edit == edit
