"""Texts about the administrator's fields, and about the policy in Diagnostics."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from caseeditor.domain.fields.reading import FieldsFound, read_fields
from caseeditor.domain.fields.schema import Schema
from caseeditor.domain.policy import Policy
from caseeditor.ui.help.diagnostics_text import policy_lines
from caseeditor.ui.messages.field_texts import violation_words


def plain(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


def schema(**keys: str) -> Schema:
    return read_fields(msgspec.json.encode([{"name": "ref", **keys}]), "en").schema


@pytest.mark.parametrize(
    ("hint", "told"),
    [
        ("", "“ref” doesn't fit its pattern. Ask your administrator for the form."),
        ("AB-12 {x}", "Write “ref” like this: AB-12 {x}"),
    ],
)
def test_a_value_with_another_pattern_is_told_with_the_next_step(hint: str, told: str) -> None:
    violation = schema(kind="pattern", pattern="[A-Z]+-[0-9]+", hint=hint).check("ref", "x")
    assert violation
    assert plain(violation_words(violation)) == told


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", "ok    Policy: p.json sets {x}; locks stamp; describes ref"),
        ("es", "bien   Política: p.json establece {x}; bloquea stamp; describe ref"),
        ("pt_BR", "certo  Política: p.json define {x}; bloqueia stamp; descreve ref"),
    ],
)
def test_the_policy_is_described_in_the_windows_language(speak: Callable[[str], None], code: str, told: str) -> None:
    speak(code)
    policy = Policy(defaults={"{x}": 1}, fixed={"stamp": "a"})
    assert policy_lines(policy, FieldsFound(schema()), Path("p.json")) == (told,)
