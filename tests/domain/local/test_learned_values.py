"""Values learned from cases: the parts of a case that are kept, and the answers that follow from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.case.model import Attribute, Case, Contact, Profile
from caseeditor.domain.local.learned_values import (
    FORM,
    LONGEST,
    SHAPE,
    VALUE,
    LearnedValue,
    LearnedValues,
    date_form,
    learned_in,
    learned_of,
    sorted_values,
    yes_and_no,
)
from caseeditor.domain.text.value_shape import looks_personal, shape


def case(**values: str) -> Case:
    return Case(id="1", attributes={name: Attribute(name, text) for name, text in values.items()})


def test_a_case_teaches_its_short_values_and_of_persons_data_the_shape() -> None:
    learned = learned_in(
        case(prioridad="alta", correo="ana@mail.example", nacida="28/11/1980", visto="05/06/1980", largo="x" * 201)
    )
    assert learned == {
        "prioridad": (VALUE, "alta"),
        "correo": (SHAPE, "aaa@aaa.aaa"),
        "nacida": (FORM, "dd/MM/yyyy"),
        "visto": (SHAPE, "99/99/9999"),
    }


@pytest.mark.parametrize(
    "text", ["Ana Pérez", "ANA PEREZ", "Pérez, Ana", "Ana", "Sra. Ana María Pérez", "titular: aperez_7", "Perez A."]
)
def test_a_name_of_the_contact_is_kept_as_its_shape(text: str) -> None:
    contact = Contact("Ana Pérez", profiles=(Profile("web", "Perez A", "aperez_7"), Profile("email")))
    attributes = {"cliente": Attribute("cliente", text), "plan": Attribute("plan", "Plus de Ana")}
    learned = learned_in(Case(id="1", contact=contact, attributes=attributes))
    assert learned == {"cliente": (SHAPE, shape(text)), "plan": (VALUE, "Plus de Ana")}


@pytest.mark.parametrize("name", ["", " ", "-", "7"])
def test_a_contact_without_a_usable_name_hides_no_value(name: str) -> None:
    learned = learned_in(
        Case(id="1", contact=Contact(name), attributes={"plan": Attribute("plan", "Plan 7"), "x": Attribute("x", "-")})
    )
    assert learned == {"plan": (VALUE, "Plan 7"), "x": (VALUE, "-")}


@pytest.mark.parametrize("text", ["", " x", "two\nlines", "half \ud800", "a\u200bb", "tab\t", "x" * (LONGEST + 1)])
def test_texts_that_are_not_learned(text: str) -> None:
    assert learned_in(case(campo=text)) == {}


def test_nested_values_reserved_names_and_long_names_are_not_learned() -> None:
    names = ("note", "n" * 201, "two\nlines", "tab\t", "half \ud800")
    attributes = (Attribute("partes", "{}", "nested"), *(Attribute(name, "x") for name in names))
    assert learned_in(Case(id="1", attributes={each.name: each for each in attributes})) == {}


@given(st.text(max_size=60))
def test_nothing_personal_is_kept_as_it_stands(text: str) -> None:
    kind, kept = learned_of(text)
    assert kind != VALUE or not looks_personal(kept)
    if kind == SHAPE:
        assert kept == shape(text)


def test_values_are_in_the_order_of_their_cases() -> None:
    known = sorted_values([(VALUE, "media", 2), (VALUE, "alta", 61), (SHAPE, "99", 3), (SHAPE, "99", 1)])
    assert known.values == (LearnedValue("alta", 61), LearnedValue("media", 2))
    assert known.shapes == ("99",)


def test_a_value_is_seen_by_itself_its_shape_or_its_form_of_date() -> None:
    known = LearnedValues((LearnedValue("alta", 1),), ("aaa@aaa.aaa",), ("dd/MM/yyyy",))
    assert all(known.has_seen(text) for text in ("alta", "eva@correo.example", "1/2/2026"))
    assert not any(known.has_seen(text) for text in ("Alta", "eva@correo", "28.11.2026", "12/31/2026"))


def test_nothing_is_unseen_while_nothing_is_known_or_a_text_is_never_learned() -> None:
    assert LearnedValues().has_seen("x")
    assert LearnedValues((LearnedValue("alta", 1),)).has_seen("two\nlines")


@pytest.mark.parametrize(
    ("known", "own", "month_first", "form"),
    [
        (LearnedValues(forms=("dd/MM/yyyy",)), "", True, "dd/MM/yyyy"),
        (LearnedValues(shapes=("99/99/9999",)), "", False, "dd/MM/yyyy"),
        (LearnedValues(shapes=("99/99/9999",)), "", True, "MM/dd/yyyy"),
        (LearnedValues(shapes=("99/99/9999",)), "28/11/2026", True, "dd/MM/yyyy"),
        (LearnedValues(shapes=("99/99/9999",), forms=("MM/dd/yyyy",)), "", False, "MM/dd/yyyy"),
        (LearnedValues(), "2026-11-28", False, "yyyy-MM-dd"),
        (LearnedValues((LearnedValue("mañana", 2),), (), ("yyyy-MM-dd",)), "mañana", False, "yyyy-MM-dd"),
        (LearnedValues(tuple(LearnedValue(each, 1) for each in "abcd"), (), ("yyyy-MM-dd",)), "", False, ""),
        (LearnedValues(shapes=("aaa@aaa.aaa",)), "", False, ""),
        (LearnedValues(), "", False, ""),
    ],
)
def test_the_form_of_a_date_is_the_one_seen(known: LearnedValues, own: str, month_first: bool, form: str) -> None:
    assert date_form(known, own, is_month_first=month_first) == form


@pytest.mark.parametrize(
    ("seen", "both"),
    [
        (["true"], ("true", "false")),
        (["No", "Sí"], ("Sí", "No")),
        (["SÍ"], ("SÍ", "NO")),
        (["no"], None),
        (["não"], ("sim", "não")),
        (["si", "no"], ("si", "no")),
        (["S"], None),
        (["S", "N"], ("S", "N")),
        (["sí", "no", "quizás"], None),
        ([], None),
    ],
)
def test_yes_and_no_are_in_the_spelling_seen(seen: list[str], both: tuple[str, str] | None) -> None:
    assert yes_and_no(seen) == both
