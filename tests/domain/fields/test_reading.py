"""The fields of a policy: each faulty one is told and left out, and the others apply."""

import builtins
import re
import time
from pathlib import Path

import msgspec
import pytest

from caseeditor.domain.fields.reading import FieldFault, FieldFlaw, FieldsFound, read_fields
from caseeditor.domain.fields.schema import Field, FieldKind, OnViolation, Schema, Violated
from tests.support.time_bounds import is_within


def read(*fields: object, language: str = "en") -> FieldsFound:
    return read_fields(msgspec.json.encode(list(fields)), language)


def only(**keys: object) -> Field:
    """Read one valid field."""
    found = read({"name": "f", **keys})
    assert found.faults == ()
    return found.schema.fields["f"]


def flaw(**keys: object) -> tuple[FieldFlaw, str]:
    """Read one faulty field beside a valid one, which applies."""
    found = read({"name": "f", **keys}, {"name": "other"})
    assert list(found.schema.fields) == ["other"]
    fault = found.faults[0]
    assert (fault.place, fault.name, len(found.faults)) == (1, "f", 1)
    return fault.flaw, fault.about


def test_no_fields() -> None:
    assert read_fields(b"", "en") == FieldsFound()
    assert read() == FieldsFound()


def test_all_keys_of_a_field() -> None:
    found = only(
        label={"en": "Priority", "es": "Prioridad"},
        kind="choice",
        values=["alta", "baja"],
        hint="high or low",
        required=True,
        help="How urgent it is",
        hidden=False,
        on_violation="block",
    )
    assert found == Field(
        name="f",
        label="Priority",
        kind=FieldKind.CHOICE,
        values=("alta", "baja"),
        hint="high or low",
        required=True,
        help="How urgent it is",
        on_violation=OnViolation.BLOCK,
    )


@pytest.mark.parametrize(
    ("label", "language", "shown"),
    [
        ("Priority", "es", "Priority"),
        ({"en": "Priority", "es": "Prioridad"}, "es", "Prioridad"),
        ({"en": "Priority", "pt": "Prioridade"}, "pt_BR", "Prioridade"),
        ({"en": "Priority", "pt-br": "Prioridade"}, "pt_BR", "Prioridade"),
        ({"en": "Priority", "es": "Prioridad"}, "pt_BR", "Priority"),
        ({"fr": "Priorité"}, "en", "Priorité"),
        ({"en": "  ", "es": "Prioridad"}, "en", "Prioridad"),
        ({}, "en", "f"),
        ("a\n  b", "en", "a b"),
    ],
)
def test_a_label_in_the_language_of_the_window(label: object, language: str, shown: str) -> None:
    found = read({"name": "f", "label": label}, language=language)
    assert found.faults == ()
    assert found.schema.fields["f"].words == shown


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"kind": "colour"}, (FieldFlaw.UNKNOWN_KIND, "colour")),
        ({"kind": ["text"]}, (FieldFlaw.INVALID_KEY, "kind")),
        ({"colour": "red"}, (FieldFlaw.UNKNOWN_KEY, "colour")),
        ({"required": "yes"}, (FieldFlaw.INVALID_KEY, "required")),
        ({"required": 1}, (FieldFlaw.INVALID_KEY, "required")),
        ({"hidden": None}, (FieldFlaw.INVALID_KEY, "hidden")),
        ({"label": 5}, (FieldFlaw.INVALID_KEY, "label")),
        ({"label": {"en": 5}}, (FieldFlaw.INVALID_KEY, "label")),
        ({"help": "x" * 2_001}, (FieldFlaw.INVALID_KEY, "help")),
        ({"values": "alta"}, (FieldFlaw.INVALID_KEY, "values")),
        ({"values": [1]}, (FieldFlaw.INVALID_KEY, "values")),
        ({"on_violation": "explode"}, (FieldFlaw.INVALID_KEY, "on_violation")),
        ({"kind": "choice"}, (FieldFlaw.NO_VALUES, "")),
        ({"kind": "choice", "values": []}, (FieldFlaw.NO_VALUES, "")),
        ({"kind": "choice", "values": ["a", " "]}, (FieldFlaw.UNFIT_VALUE, "")),
        ({"kind": "integer", "values": ["1", "two"]}, (FieldFlaw.UNFIT_VALUE, "two")),
        ({"kind": "date", "values": ["2026-02-30"]}, (FieldFlaw.UNFIT_VALUE, "2026-02-30")),
        ({"kind": "yes/no", "values": ["ja"]}, (FieldFlaw.NOT_TWO_VALUES, "")),
        ({"kind": "yes/no", "values": ["ja", "ja"]}, (FieldFlaw.NOT_TWO_VALUES, "")),
        ({"kind": "pattern"}, (FieldFlaw.NO_PATTERN, "")),
        ({"pattern": "a"}, (FieldFlaw.STRAY_PATTERN, "")),
        ({"kind": "pattern", "pattern": "("}, (FieldFlaw.INVALID_PATTERN, "(")),
        ({"kind": "pattern", "pattern": "(?=x)"}, (FieldFlaw.INVALID_PATTERN, "(?=x)")),
        ({"kind": "pattern", "pattern": "((a{99}){99}){99}"}, (FieldFlaw.INVALID_PATTERN, "((a{99}){99}){99}")),
        ({"kind": "pattern", "pattern": "a", "values": ["b"]}, (FieldFlaw.UNFIT_VALUE, "b")),
        ({"hidden": True, "required": True}, (FieldFlaw.HIDDEN_AND_REQUIRED, "")),
    ],
)
def test_a_faulty_field_is_told_and_left_out(keys: dict[str, object], expected: tuple[FieldFlaw, str]) -> None:
    assert flaw(**keys) == expected


@pytest.mark.parametrize("name", ["", " ", " f", "f "])
def test_a_name_without_letters_at_its_ends_is_none(name: str) -> None:
    assert [fault.flaw for fault in read({"name": name}).faults] == [FieldFlaw.NO_NAME]


@pytest.mark.parametrize("name", ["note", "access_token", "id"])
def test_a_reserved_name_is_told(name: str) -> None:
    assert read({"name": name}).faults == (FieldFault(1, FieldFlaw.RESERVED, name),)


def test_of_two_fields_with_one_name_the_first_applies() -> None:
    found = read({"name": "f", "kind": "integer"}, {"name": "f", "kind": "date"})
    assert found.schema.fields["f"].kind is FieldKind.INTEGER
    assert found.faults == (FieldFault(2, FieldFlaw.TWICE, "f"),)


@pytest.mark.parametrize("each", [None, 5, "f", ["f"], True])
def test_a_field_that_is_no_object_is_told(each: object) -> None:
    found = read(each, {"name": "other"})
    assert (list(found.schema.fields), found.faults) == (["other"], (FieldFault(1, FieldFlaw.NO_OBJECT),))


@pytest.mark.parametrize(
    ("content", "flaw"),
    [
        (b"{}", FieldFlaw.NO_LIST),
        (b"null", FieldFlaw.NO_LIST),
        (b'"x"', FieldFlaw.NO_LIST),
        (b"[" * 100_000 + b"]" * 100_000, FieldFlaw.NO_JSON),
        (b'["\xff"]', FieldFlaw.NO_JSON),
    ],
)
def test_fields_as_a_whole_that_are_none(content: bytes, flaw: FieldFlaw) -> None:
    assert read_fields(content, "en") == FieldsFound(faults=(FieldFault(0, flaw),))


def test_ten_thousand_fields_apply_and_more_are_told() -> None:
    found = read(*({"name": f"f{number}", "required": True} for number in range(10_001)))
    assert len(found.schema.fields) == 10_000
    assert [fault.flaw for fault in found.faults] == [FieldFlaw.TOO_MANY]


def test_a_pattern_that_would_backtrack_for_ever_ends_at_once() -> None:
    schema = Schema({"f": only(kind="pattern", pattern="(a+)+(b|c)*(a|aa)+$")})
    began = time.process_time()
    violation = schema.check("f", "a" * 50_000 + "!")
    assert violation
    assert violation.rule is Violated.PATTERN
    assert is_within(time.process_time() - began, 1, time.process_time)  # Python's re takes years for 50 letters


@pytest.mark.parametrize("length", [2_000, 100_000])
def test_a_pattern_with_many_states_ends_at_once_too(length: int) -> None:
    schema = Schema({"f": only(kind="pattern", pattern="[ab]*a[ab]{1000}")})
    began = time.process_time()
    is_valid = schema.check("f", "ba" * (length // 2)) is None
    assert is_valid == (length == 2_000)
    assert is_within(time.process_time() - began, 0.5, time.process_time)  # 100,000 letters took more than a second


def test_a_value_that_did_not_change_is_matched_once() -> None:
    schema = Schema({"f": only(kind="pattern", pattern="[ab]*a[ab]{1000}")})
    began = time.process_time()
    assert not any(schema.check("f", "ba" * 1_000) for _ in range(1_000))
    assert is_within(time.process_time() - began, 2, time.process_time)  # each match takes 10 ms
    assert schema.check("f", "b" * 2_001)
    assert not schema.check("f", "ba" * 1_000)


@pytest.mark.parametrize(
    ("value", "rule"),
    [("AB12", None), ("ab12", Violated.PATTERN), ("xAB12", Violated.PATTERN), ("AB12\n", Violated.PATTERN),
     ("A" * 200_000, Violated.PATTERN), ("AB1\ud800", Violated.PATTERN), ("", None)],
)  # fmt: skip
def test_a_pattern_is_about_the_whole_value(value: str, rule: Violated | None) -> None:
    assert only(kind="pattern", pattern=r"[A-Z]{2}\d{2}").violated(value) is rule


def test_without_the_library_a_pattern_is_told_and_other_fields_apply(monkeypatch: pytest.MonkeyPatch) -> None:
    really = builtins.__import__

    def lacking(name: str, *more: object, **also: object) -> object:
        if name == "re2":
            raise ImportError(name)
        return really(name, *more, **also)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", lacking)
    assert flaw(kind="pattern", pattern="a") == (FieldFlaw.PATTERNS_UNAVAILABLE, "")


@pytest.mark.parametrize(
    ("keys", "value", "rule"),
    [
        ({"kind": "integer"}, "x", Violated.INTEGER),
        ({"kind": "integer"}, "", None),
        ({"kind": "decimal"}, "1.2.3", Violated.DECIMAL),
        ({"kind": "date"}, "soon", Violated.DATE),
        ({"kind": "yes/no"}, "maybe", Violated.YES_NO),
        ({"kind": "yes/no"}, "sí", None),
        ({"kind": "yes/no", "values": ["ja", "nein"]}, "yes", Violated.NOT_ALLOWED),
        ({"kind": "yes/no", "values": ["ja", "nein"]}, "ja", None),
        ({"kind": "choice", "values": ["alta"]}, "Alta", Violated.NOT_ALLOWED),
        ({"values": ["alta"]}, "baja", Violated.NOT_ALLOWED),
        ({"required": True}, " ", Violated.REQUIRED),
        ({"kind": "integer", "required": True}, "", Violated.REQUIRED),
    ],
)
def test_a_value_is_checked_by_the_kind_and_the_allowed_values(
    keys: dict[str, object], value: str, rule: Violated | None
) -> None:
    assert only(**keys).violated(value) is rule


def test_the_example_of_the_administrators_page_is_valid() -> None:
    page = (Path(__file__).parents[3] / "packaging" / "README.md").read_text("utf-8")
    found = re.search(r"```json\n(.*?)```", page, re.DOTALL)
    assert found
    example = msgspec.json.decode(found[1], type=dict[str, msgspec.Raw])
    fields = read_fields(bytes(example["fields"]), "en")
    assert (len(fields.schema.fields), fields.faults) == (3, ())
