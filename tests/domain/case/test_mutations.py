"""A case with missing, null, mistyped or unknown parts still shows the rest."""

import copy
import json
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.case import raw_json
from caseeditor.domain.case.model import Case, read_answer, read_case
from tests.support.samples import sample

Path = tuple[str | int, ...]

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
SCALAR = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT
ANYTHING = st.recursive(SCALAR, lambda part: st.lists(part, max_size=3) | st.dictionaries(TEXT, part, max_size=3))


def paths(value: object, path: Path = ()) -> Iterator[Path]:
    """List the path of every value in a document."""
    parts: Sequence[tuple[str | int, object]] = ()
    if isinstance(value, dict):
        parts = tuple(value.items())
    elif isinstance(value, list):
        parts = tuple(enumerate(value))
    for key, part in parts:
        yield (*path, key)
        yield from paths(part, (*path, key))


PATHS = sorted(paths(sample()), key=str)


def _has(place: object, step: str | int) -> bool:
    """Return whether a mutated document still has that path."""
    if isinstance(place, list):
        return isinstance(step, int) and step < len(place)
    return isinstance(place, dict) and step in place


@st.composite
def mutations(draw: st.DrawFn) -> tuple[dict[str, Any], list[Path]]:
    """Return the sample with some values replaced or removed, and their paths."""
    whole, touched = sample(), draw(st.lists(st.sampled_from(PATHS), min_size=1, max_size=6, unique=True))
    for path in touched:
        place: Any = whole
        for step in path[:-1]:
            place = place[step] if _has(place, step) else None
        if isinstance(place, dict) and draw(st.booleans()):
            place.pop(path[-1], None)
        elif isinstance(place, dict) or _has(place, path[-1]):
            place[path[-1]] = draw(ANYTHING)
    return whole, touched


def read(whole: dict[str, Any], *, ascii_only: bool = False) -> Case:
    return read_case(raw_json.read_object(json.dumps(whole, ensure_ascii=ascii_only).encode()))


def untouched(touched: list[Path], *path: str | int) -> bool:
    """Return whether a value, its containers and its contents are unchanged."""
    return not any(each[: len(path)] == path[: len(each)] for each in touched)


def scalars(found: dict[str, Any]) -> dict[str, str]:
    texts = {name: value for name, value in found.items() if not isinstance(value, dict | list)}
    return {name: value if isinstance(value, str) else json.dumps(value) for name, value in texts.items()}


@given(mutations(), st.booleans())
def test_whatever_is_mutated_the_rest_of_the_case_is_there(
    mutated: tuple[dict[str, Any], list[Path]], ascii_only: bool
) -> None:
    whole, touched = mutated
    case, before = read(whole, ascii_only=ascii_only), sample()
    for name, text in scalars(before).items():
        if untouched(touched, name):
            assert getattr(case, name) == text
    if untouched(touched, "campaign"):
        assert (case.campaign.id, case.campaign.name) == ("2", "gg")
    if untouched(touched, "tags"):
        assert case.tags == ("spam",)


@given(mutations())
def test_whatever_is_mutated_the_rest_of_the_contact_is_there(mutated: tuple[dict[str, Any], list[Path]]) -> None:
    whole, touched = mutated
    if ("contact",) in touched:
        return
    contact, before = read(whole).contact, sample()["contact"]
    for name, text in scalars(before).items():
        if untouched(touched, "contact", name):
            assert (name, text) in contact.fields
    if ("contact", "profiles") in touched:
        return
    shown = [dict(profile.fields) for profile in contact.profiles]
    for number, profile in enumerate(before["profiles"]):
        if untouched(touched, "contact", "profiles", number):
            assert scalars(profile) in shown


@given(st.dictionaries(TEXT.map("x_".__add__), ANYTHING, min_size=1, max_size=4))
def test_unknown_fields_anywhere_change_nothing_else(unknown: dict[str, Any]) -> None:
    whole, plain = sample(), read(sample())
    for place in (whole, whole["campaign"], whole["contact"], *whole["contact"]["profiles"]):
        place.update(copy.deepcopy(unknown))
    case = read(whole)
    assert {name: getattr(case, name) for name in scalars(sample())} == scalars(sample())
    assert set(case.attributes) == set(unknown)
    assert case.contact.fields[: len(plain.contact.fields)] == plain.contact.fields
    assert [profile.user_name for profile in case.contact.profiles] == [
        profile.user_name for profile in plain.contact.profiles
    ]


@given(ANYTHING)
def test_any_json_at_all_is_an_answer_or_no_object(value: object) -> None:
    body = json.dumps(value).encode()
    if isinstance(value, dict):
        assert (read_answer(body).case is not None) == ("id" in value or _echoes(value))
    else:
        with pytest.raises(raw_json.NotJSONError):
            read_answer(body)


def _echoes(value: dict[str, Any]) -> bool:
    data = value.get("data")
    first = next((part for part in data if isinstance(part, dict)), None) if isinstance(data, list) else data
    return isinstance(first, dict) and "id" in first
