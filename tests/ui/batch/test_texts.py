"""Words for each value."""

import pytest

from caseeditor.domain.batch.batch import Batch, Pause, status_text
from caseeditor.domain.batch.plan.recipe import Recipe, ValueRule
from caseeditor.domain.batch.reasons import Reason, joined, why
from caseeditor.domain.batch.row import Row, RowPlan
from caseeditor.domain.delivery.submission import Confirmation
from caseeditor.ui.batch.texts import (
    pause_words,
    plan_name,
    recipe_faults,
    recipe_warnings,
    report_words,
    server_words,
    status_words,
    why_words,
)
from tests.ui.batch import samples


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_the_status_in_english_is_that_of_the_contract(name: str) -> None:
    batch, _ = samples.SAMPLES[name]()
    assert status_words(batch) == status_text(batch)


@pytest.mark.parametrize("pause", Pause)
def test_each_reason_of_a_pause_tells_what_to_do(pause: Pause) -> None:
    words = pause_words(Batch(pause=pause, words="locked"))
    assert words.endswith(".")
    assert any(button in words for button in ("Go on", "Stop", "administrator"))


def test_the_servers_words_are_part_of_the_reason() -> None:
    assert "locked" in pause_words(Batch(pause=Pause.SAME_REJECTION, words="locked"))


@pytest.mark.parametrize("reason", Reason)
def test_each_reason_of_a_row_has_a_sentence(reason: Reason) -> None:
    assert why_words(Row(number=1, case_id="1", why=why(reason, "states"))) not in ("", reason.value)


def test_several_reasons_are_told() -> None:
    both = joined((why(Reason.GUARD, "states"), why(Reason.EMPTY_FIELD, "contact.name")))
    words = why_words(Row(number=1, case_id="1", why=both))
    assert "State" in words
    assert "contact.name" in words


def test_no_two_plans_have_the_same_name() -> None:
    assert len({plan_name(plan) for plan in RowPlan}) == len(RowPlan)


def test_an_unknown_field_stops_the_plan_and_is_named() -> None:
    recipe = Recipe(notes=("Hola {contact.nam} {row.zona} {row.otra}",))
    assert [each for each in recipe_faults(recipe, ("zona",)) if "{row.otra}" in each and "{row.zona}" not in each]


def test_a_name_close_to_a_known_one_is_questioned() -> None:
    recipe = Recipe(attributes=(ValueRule(name="priorodad", value="alta"),))
    assert [each for each in recipe_warnings(recipe, ("prioridad",)) if "prioridad" in each]


def test_a_server_is_named_by_its_host_also_on_this_computer() -> None:
    assert server_words("http://127.0.0.1:8080") == "127.0.0.1:8080"
    assert server_words("https://support.example.org") == "support.example.org"


def test_a_report_tells_reasons_in_words() -> None:
    words = report_words()
    assert words.reasons(Row(number=1, case_id="1", why=why(Reason.TAKEN_OUT))) == "taken out by you"
    assert set(words.confirmations) == set(Confirmation)
