"""API.md agrees with the code: reserved names, case fields, search filters."""

import json
import re
from pathlib import Path

from caseeditor import demo
from caseeditor.domain.case.model import OWN_FIELDS, RESERVED, read_answer
from caseeditor.domain.case.search import Filters
from caseeditor.services import api

HERE = Path(api.__file__).parent
PAGE = (HERE / "API.md").read_text("utf-8")
SAMPLE = Path(demo.__file__).parent / "case-203.json"


def names_after(start: str) -> set[str]:
    """Return the names in code style in the list item that starts with `start`."""
    item = PAGE[PAGE.index(start) :].split("\n- ")[0]
    return set(re.findall(r"`(\w+)`", item))


def test_the_reserved_names_are_those_of_the_code_and_hold_every_parameter_of_the_document() -> None:
    assert names_after("- Reserved, never a dynamic attribute's name") == RESERVED
    document = (HERE / "update-case.txt").read_text("utf-8")
    parameters = set(re.findall(r"^(\w+) \|\nstring \|", document, re.MULTILINE))
    assert parameters == {"id", "subject", "note", "tag", "echo_data"}
    assert parameters <= RESERVED
    assert SAMPLE.relative_to(HERE.parents[2]).as_posix() in document


def test_the_sample_is_a_case_of_named_fields_without_attributes_and_without_notes() -> None:
    case = read_answer(SAMPLE.read_bytes()).case
    assert case
    assert not case.attributes
    assert not case.notes_shown
    listed = PAGE[PAGE.index("## The case object") :].split("`")[1]
    fields = {part.split("{")[0].strip("[] \n") for part in re.split(r",(?![^{]*\})", listed)}
    assert fields == set(json.loads(SAMPLE.read_bytes()))
    assert fields - RESERVED <= OWN_FIELDS


def test_every_filter_of_a_search_is_named() -> None:
    [row] = [line for line in PAGE.splitlines() if line.startswith("| `GET case` ")]
    named = set(re.findall(r"`(\w+)`", row))
    assert {name for name, _ in Filters().parameters(0, 1)} <= named
    assert set(Filters.__struct_fields__) <= named
