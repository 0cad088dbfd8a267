"""Faults of a recipe that are found before a case is read."""

import pytest

from caseeditor.domain.batch.plan.recipe import How, Recipe, ValueRule
from caseeditor.domain.batch.plan.recipe_check import RecipeFlaw, close_names, recipe_problems, unknown_fields
from caseeditor.domain.text.folding import fold
from tests.support.calls import calls_of


def rules(*names: str) -> Recipe:
    return Recipe(attributes=tuple(ValueRule(name=name, value="x") for name in names))


def test_fields_that_no_case_can_have_are_unknown() -> None:
    recipe = Recipe(
        subject=ValueRule(value="{contact.name} {case.nonsense} {row.B}"),
        notes=("{today} {user} {{row.B}} { case.state }", "{attribute.any} {contact.any} {attribute.}"),
        note_text="{row.A b}",
        added_tags=("{case.campaign}",),
        tag_text="{what}",
        removed_tags=("{row.C}",),
        attributes=(
            ValueRule(name="a", how=How.CLEAR, value="{ignored}", expected="{ignored}"),
            ValueRule(name="{no.field}", how=How.IF_IS, expected="{expected}", value="x"),
        ),
    )
    found = unknown_fields(recipe, ("A b ", "D"))
    assert sorted(found) == ["attribute.", "case.nonsense", "expected", "row.B", "row.C", "what"]


def test_a_good_recipe_has_no_problem() -> None:
    recipe = Recipe(
        subject=ValueRule(value="x"),
        added_tags=("a",),
        removed_tags=("b",),
        attributes=(
            ValueRule(name="p", how=How.IF_IS, expected="a", value="b"),
            ValueRule(name="p", how=How.IF_IS, expected="b", value=""),
            ValueRule(name="p", how=How.IF_EMPTY, value="c"),
            ValueRule(name="q", how=How.CLEAR),
        ),
    )
    assert recipe_problems(recipe) == ()


@pytest.mark.parametrize(
    ("recipe", "flaw", "name", "is_blocking"),
    [
        (Recipe(notes=(" ",), tag_text=" "), RecipeFlaw.EMPTY, "", True),
        (rules("\u200b "), RecipeFlaw.NO_NAME, "", True),
        (rules("access_token"), RecipeFlaw.RESERVED, "access_token", True),
        (rules(" no\u200bte"), RecipeFlaw.RESERVED, " no\u200bte", True),
        (rules("a", "a"), RecipeFlaw.DUPLICATE, "a", True),
        (Recipe(attributes=(ValueRule(name="a"),)), RecipeFlaw.NO_VALUE, "a", True),
        (Recipe(subject=ValueRule()), RecipeFlaw.NO_VALUE, "", True),
        (Recipe(added_tags=("a",), removed_tags=("a ",)), RecipeFlaw.TAG_BOTH_WAYS, "a", True),
        (rules("state"), RecipeFlaw.OWN_FIELD, "state", False),
        (rules("a "), RecipeFlaw.SPACES, "a ", False),
        (rules("a\u200bb"), RecipeFlaw.UNSEEN, "a\u200bb", False),
        (Recipe(tag_text="a\u200bb"), RecipeFlaw.UNSEEN, "a\u200bb", False),
    ],
)
def test_a_flaw_is_told(recipe: Recipe, flaw: RecipeFlaw, name: str, is_blocking: bool) -> None:
    (problem,) = recipe_problems(recipe)
    assert (problem.flaw, problem.name, problem.is_blocking) == (flaw, name, is_blocking)


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [
        ("Prioridad", ["prioridad"], "prioridad"),
        ("teléfono", ["telefono"], "telefono"),
        ("prioridad", ["prioridad", "Prioridad"], None),
        ("priorida", ["prioridad"], "prioridad"),
        ("prioridads", ["prioridad"], "prioridad"),
        ("pryoridad", ["prioridad"], "prioridad"),
        ("proiridad", ["prioridad"], "prioridad"),
        ("prioridades", ["prioridad"], None),
        ("pri", ["prj"], None),
        ("abcd", ["abce", "ABCD"], "ABCD"),
        ("nuevo", ["otro"], None),
    ],
)
def test_a_name_close_to_a_known_one_is_questioned(name: str, known: list[str], meant: str | None) -> None:
    assert close_names(rules(name), known) == (() if meant is None else ((name, meant),))


def test_known_names_are_prepared_once_for_all_keys() -> None:
    known = tuple(f"atributo número {number}" for number in range(1000))
    recipe = rules("nuevo")
    close_names(recipe, known)
    assert calls_of(fold, lambda: close_names(recipe, known)) == 0
    assert calls_of(fold, lambda: close_names(rules("nuevos"), known)) == 1


def test_of_several_close_names_the_first_known_one_is_meant() -> None:
    assert close_names(rules("prioridae"), ("Prioridad", "prioridaz", "prioridad")) == (("prioridae", "Prioridad"),)
