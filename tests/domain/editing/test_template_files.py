"""Template files: version 0.1.0 and this one read each other's."""

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.editing.template_files import StoredTemplate, read, restored, stored, written
from caseeditor.domain.editing.templates import Template

OLD = Path(__file__).parents[2] / "data_0_1_0" / "templates.json"
CLOSING = Template(
    "Cierre",
    "Listo",
    ("cerrado",),
    {"plan": "x"},
    subject="Cerrado: {case.subject}",
    removed_tags=("nuevo",),
    submits=True,
    number=3,
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
TEMPLATES = st.builds(
    Template,
    name=TEXT.filter(str.strip),
    note=TEXT,
    tags=st.lists(TEXT, max_size=2).map(tuple),
    attributes=st.dictionaries(TEXT, TEXT, max_size=2),
    subject=TEXT,
    removed_tags=st.lists(TEXT, max_size=2).map(tuple),
    submits=st.booleans(),
    number=st.integers(0, 9),
)


def test_a_file_of_version_0_1_0_is_read_as_it_is() -> None:
    assert read(OLD.read_bytes()) == (
        Template(
            "Saludo {contact.name}",
            "Estimado {contact.name}:\n",
            ("saludo",),
            {"región": "sur", "subject": "x", "echo_data": "y"},
        ),
        Template("Año 😀 / 1"),
    )


def test_version_0_1_0_reads_a_new_file_and_keeps_the_new_parts() -> None:
    [old] = msgspec.json.decode(written((CLOSING,)), type=tuple[StoredTemplate, ...])
    assert (old.name, old.note, old.tags, old.attributes["plan"]) == ("Cierre", "Listo", ("cerrado",), "x")
    assert set(old.attributes) == {"plan", "echo_data"}  # a reserved name, which no version sets
    changed = msgspec.structs.replace(old, note="otra")
    assert restored(changed) == msgspec.structs.replace(CLOSING, note="otra")


def test_without_new_parts_the_file_is_that_of_version_0_1_0() -> None:
    assert written(read(OLD.read_bytes())) == OLD.read_bytes()


@given(TEMPLATES)
def test_any_template_comes_back(template: Template) -> None:
    assert restored(stored(template)) == template
    assert read(written((template,))) == (template,)


def test_a_person_writes_the_parts_as_fields() -> None:
    file = [{"name": "x", "subject": "s", "remove_tags": ["t"], "submit_and_next": True, "number": 2}]
    assert read(json.dumps(file).encode()) == (Template("x", subject="s", removed_tags=("t",), submits=True, number=2),)


@pytest.mark.parametrize("number", [-1, 10, 12345678901234567890 // 10])
def test_a_number_without_a_key_is_none(number: int) -> None:
    assert read(json.dumps([{"name": "x", "number": number}]).encode()) == (Template("x"),)


@pytest.mark.parametrize("text", ["", "y", "{}", "[1]", '{"subject": 3}', "[" * 100_000, '{"other": 1}'])
def test_another_text_in_the_attribute_stays_there(text: str) -> None:
    assert restored(StoredTemplate("x", attributes={"echo_data": text})).attributes == {"echo_data": text}


def test_parts_of_a_newer_version_are_left_out() -> None:
    more = json.dumps({"subject": "s", "colour": "red"})
    assert restored(StoredTemplate("x", attributes={"echo_data": more})) == Template("x", subject="s")
