"""Templates: placeholders, literal text, and the effect on a case."""

import json
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.editing.template_files import read, written
from caseeditor.domain.editing.templates import (
    OFFERED,
    Filled,
    Template,
    fields_of,
    filled,
    filled_template,
    is_meant,
    joined,
    named,
    named_apart,
    numbered,
    put_in,
    put_in_text,
    typed_name,
)
from tests.support.samples import read as case_of
from tests.support.time_bounds import is_within

CASE = case_of(
    contact={"name": "José", "first_name": "José", "client_id": 42}, prioridad="baja", mapa={"x": 1}, tags=["vip"]
)
FIELDS = fields_of(CASE, "lucia", "24 November 2026")


def fill(template: Template, edit: Edit = Edit()) -> Edit:  # noqa: B008 - a value
    return put_in(edit, CASE, filled_template(template, FIELDS, CASE))


def test_fields_are_filled_in() -> None:
    text = "{contact.name} ({contact.client_id}), case {case.id}: {attribute.prioridad}. {user}, {today}"
    assert filled(text, FIELDS) == Filled("José (42), case 203: baja. lucia, 24 November 2026")


@pytest.mark.parametrize("field", OFFERED)
def test_each_field_that_is_offered_is_known_in_any_case(field: str) -> None:
    assert filled(f"{{{field}}}", fields_of(case_of(), "", "")).unknown == ()


def test_unknown_fields_stay_as_written_and_are_told() -> None:
    found = filled("Hola {contact.nam}, {contact.name}: {}", FIELDS)
    assert found.text == "Hola {contact.nam}, José: {}"
    assert found.unknown_fields == ("{contact.nam}", "{}")


def test_an_empty_field_is_told() -> None:
    assert filled("Hola {contact.last_name}{contact.last_name}", FIELDS) == Filled("Hola ", (), ("contact.last_name",))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{contact.name}", "{contact.name}"),
        ('{{"a": {{"b": 1}}}}', '{"a": {"b": 1}}'),
        ("a { b } c", "a { b } c"),
        ("{ contact.name }", "José"),
        ("{contact.name", "{contact.name"),
        ("{a\nb}", "{a\nb}"),
        ("{{{contact.name}}", "{José}"),
    ],
)
def test_braces(text: str, shown: str) -> None:
    assert filled(text, FIELDS).text == shown


def test_what_is_filled_in_is_not_looked_at_again() -> None:
    assert filled("{x}", {"x": "{user} {{ {nobody}", "user": "lucia"}) == Filled("{user} {{ {nobody}")


@given(st.text(), st.text())
@example("{", "}")
@example("{{", "{x}")
def test_any_text_with_its_braces_doubled_comes_out_as_it_is(text: str, value: str) -> None:
    assert filled(text.replace("{", "{{"), {"x": value}) == Filled(text)
    assert filled("{x}" + text.replace("{", "{{"), {"x": value or "-"}).text == (value or "-") + text


def test_a_note_of_a_megabyte_is_filled_in() -> None:
    note = "línea {user} \u202e {nobody}\n" * 40_000
    found = filled(note, FIELDS)
    assert len(note.encode()) > 1_000_000
    assert (found.text.count("lucia"), len(found.unknown)) == (40_000, 40_000)


def test_a_note_comes_after_those_that_are_there_and_leaves_what_is_typed() -> None:
    edit = Edit(notes={1: "first"}, note_text="half a sen")
    assert fill(Template("t", "Hola {contact.name}"), edit) == Edit(
        notes={1: "first", 2: "Hola José"}, note_text="half a sen"
    )


def test_tags_are_added_and_attributes_set() -> None:
    edit = Edit(rows={1: Row("plan", "old"), 2: Row("other", "x")}, tags={"vip": False})
    template = Template("t", "", ("vip", " {case.state} ", "nuevo"), {"prioridad": "alta", "plan": "{user}", "x": "y"})
    assert fill(template, edit) == Edit(
        tags={"Arrived": True, "nuevo": True},
        values={"prioridad": "alta"},
        rows={1: Row("plan", "lucia"), 2: Row("other", "x"), 3: Row("x", "y")},
    )


@pytest.mark.parametrize("name", ["note", "tag", "subject", "id", " note ", "access_token"])
def test_a_reserved_name_is_refused(name: str) -> None:
    template = filled_template(Template("t", attributes={name: "x"}), FIELDS, CASE)
    assert template.refused == (name,)
    assert put_in(Edit(), CASE, template) == Edit()


def test_a_nested_value_is_refused() -> None:
    assert filled_template(Template("t", attributes={"mapa": "x"}), FIELDS, CASE).refused == ("mapa",)


def test_an_empty_template_changes_nothing() -> None:
    assert fill(Template("t", " \n", (" ",), {"": "x", "prioridad": "baja"})) == Edit()


# Files.

TEMPLATES = (Template("Año 😀", "a\nb\0\u2028", ("x", "é"), {"plan": "{user}"}), Template("b"))


def test_what_is_written_can_be_read_again() -> None:
    assert read(written(TEMPLATES)) == TEMPLATES
    assert json.loads(written(TEMPLATES))[0]["attributes"] == {"plan": "{user}"}
    assert read(b"\xef\xbb\xbf" + written(TEMPLATES)) == TEMPLATES


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"[1]",
        b'[{"note": "x"}]',
        b'[{"name": " "}]',
        b'[{"name": "x", "nots": "y"}]',
        b'[{"name": 3}]',
        b'[{"name": "x", "tags": "y"}]',
        b"[" * 100_000,
        b"\xff\xfe",
        b'[{"name": "\\ud800"}]',
    ],
)
def test_a_file_of_something_else_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of any kind
        read(body)


def test_what_comes_in_replaces_nothing() -> None:
    there = (Template("a", "mine"), Template("b"))
    come = (Template("a", "theirs"), Template("b"), Template("c"))
    assert joined(there, come) == (Template("a (2)", "theirs"), Template("c"))


def test_a_number_that_is_taken_or_comes_twice_is_left_out() -> None:
    come = (Template("a", number=1), Template("b", number=2), Template("c", number=2), Template("d"))
    found = joined((Template("mine", number=1),), come)
    assert [(each.name, each.number) for each in found] == [("a", 0), ("b", 2), ("c", 0), ("d", 0)]


def test_the_same_file_again_adds_nothing() -> None:
    there = (Template("mine", number=1), Template("a", "mine"))
    come = (Template("a", "theirs", number=1), Template("b", number=1), Template("c", number=2))
    first = joined(there, come)
    assert [each.name for each in first] == ["a (2)", "b", "c"]
    assert joined((*there, *first), come) == ()


def test_many_templates_are_joined_at_once() -> None:
    many = [Template(f"t{number}", "x") for number in range(20_000)]
    begun = time.monotonic()
    assert len(joined(many, [*many, *(Template(f"u{number}") for number in range(20_000))])) == 20_000
    assert is_within(time.monotonic() - begun, 5)


def test_a_template_without_a_name_gets_one() -> None:
    assert named_apart(Template("  "), {"Template"}, "Template").name == "Template (2)"


def test_what_the_agent_typed_is_filled_in_as_it_is_shown() -> None:
    edit = Edit(subject="corregido", values={"prioridad": "alta"}, rows={1: Row("color", "rojo")})
    fields = fields_of(CASE, "lucia", "", edit)
    text = "{case.subject}, {attribute.prioridad}, {attribute.color}"
    assert filled(text, fields).text == "corregido, alta, rojo"


# Subject, removed tags, numbers, names.


def test_the_subject_is_set_in_one_line_and_a_blank_one_leaves_it() -> None:
    assert fill(Template("t", subject=" Cerrado:\n{contact.name} ")) == Edit(subject="Cerrado: José")
    assert fill(Template("t", subject=" \n")) == Edit()
    assert fill(Template("t", subject=CASE.subject), Edit(subject="typed")) == Edit()


def test_tags_are_removed_if_they_are_there() -> None:
    edit = Edit(tags={"nuevo": True})
    assert fill(Template("t", removed_tags=("vip", "nuevo", "ajeno", " ")), edit) == Edit(tags={"vip": False})
    assert fill(Template("t", tags=("vip",), removed_tags=("vip",))) == Edit()


def test_its_note_stands_between_the_parts_of_new_note() -> None:
    template = filled_template(Template("t", "Hola {contact.name}", ("x",)), FIELDS, CASE)
    new = put_in_text(Edit(note_text="a /ho b", notes={1: "n"}), CASE, template, "a ", " b")
    assert new == Edit(note_text="a Hola José b", notes={1: "n"}, tags={"x": True})


def test_nothing_may_be_missing_in_a_whole_template() -> None:
    assert filled_template(Template("t", "x {user}", ("y",), {"plan": "z"}), FIELDS, CASE).is_whole
    for lacking in (
        Template("t", "{contact.nam}"),
        Template("t", subject="{contact.last_name}"),
        Template("t", removed_tags=("{x}",)),
        Template("t", attributes={"note": "x"}),
    ):
        assert not filled_template(lacking, FIELDS, CASE).is_whole


def test_of_two_with_one_number_the_first_has_it() -> None:
    one, other = Template("a", number=3), Template("b", number=3)
    assert numbered((one, other, Template("c"), Template("d", number=10))) == {3: one}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["Gracias", "Llamar mañana", "Año/nuevo", "電話する"]),
        ("g", ["Gracias"]),
        ("MANANA", ["Llamar mañana"]),
        ("nu", ["Año/nuevo"]),
        ("año/n", ["Año/nuevo"]),
        ("llamar m", ["Llamar mañana"]),
        ("話", ["電話する"]),
        ("racias", []),
        ("home", []),
        ("2", ["Llamar mañana"]),
        ("0", []),
    ],
)
def test_templates_are_found_by_name_and_number(typed: str, found: list[str]) -> None:
    templates = (
        Template("Gracias"),
        Template("Llamar mañana", number=2),
        Template("Año/nuevo"),
        Template("電話する"),
    )
    assert [each.name for each in named(templates, typed)] == found


@pytest.mark.parametrize(
    ("typed", "is_submitting", "is_name"),
    [
        ("g", False, False),
        ("gr", False, True),
        ("gr", True, False),
        ("gra", True, True),
        ("7", False, False),
        ("2025", False, False),
        ("OK", True, True),
    ],
)
def test_short_text_after_a_slash_is_no_name(typed: str, is_submitting: bool, is_name: bool) -> None:
    name = "ok" if typed == "OK" else "Gracias"
    assert is_meant(Template(name, submits=is_submitting), typed) is is_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("/", ""),
        ("/gra", "gra"),
        ("a /gra", "gra"),
        ("a\n/gra", "gra"),
        ("a\u00a0/gra cias", "gra cias"),
        ("/a/b", "a/b"),
        ("and/or", None),
        ("km/h", None),
        ("https://x", None),
        ("/ x", None),
        ("/home\nx", None),
        ("", None),
        ("/" + "x" * 300, None),
    ],
)
def test_a_name_is_typed_after_a_slash_at_the_start_or_after_a_blank(text: str, name: str | None) -> None:
    assert typed_name(text) == name
