"""Ids are numbers: they are compared by their digits, however the server formats them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.case.model import read_answer, read_list
from caseeditor.domain.case.number import whole_number


@pytest.mark.parametrize(
    "written",
    ["203", "203.0", "203.00", "2.03e2", "2.03E+2", "2030e-1", '"203"', '"203 "', '" 203"', '"203.0"', '"0203"'],
)
def test_a_case_is_the_same_however_its_id_is_written(written: str) -> None:
    answer = read_answer(f'{{"id": {written}, "subject": "x"}}'.encode())
    assert answer.case is not None
    assert answer.case.id == "203"
    assert answer.case_id == "203"
    assert read_answer(f'{{"success": true, "case_id": {written}}}'.encode()).case_id == "203"
    cases = read_list(f'{{"success": true, "items": [{{"id": {written}}}]}}'.encode()).cases
    assert [case.id for case in cases] == ["203"]


@pytest.mark.parametrize(
    "text", ["", "203.5", "2.035e2", "-203", "0x203", "abc", "203a", "1e999", "9" * 41, "NaN", "²"]
)
def test_what_is_no_whole_number_stays_as_it_is(text: str) -> None:
    assert whole_number(text) == text


def test_other_ids_are_shown_as_the_server_wrote_them() -> None:
    answer = read_answer(b'{"id": 203.0, "campaign": {"id": 7.0}, "contact": {"id": 43.0}, "plan": 1.0}')
    assert answer.case is not None
    assert answer.case.campaign.id == "7.0"
    assert answer.case.contact.fields == (("id", "43.0"),)
    assert answer.case.attributes["plan"].text == "1.0"


@given(st.integers(min_value=0, max_value=10**40 - 1), st.integers(min_value=0, max_value=60))
def test_a_point_or_a_power_of_ten_makes_no_other_number(number: int, power: int) -> None:
    digits = str(number)
    assert whole_number(f"{digits}.{'0' * power}") == digits
    assert whole_number(f"{digits}{'0' * power}e-{power}") == digits


@given(st.text())
def test_any_text_comes_out_as_digits_or_unchanged(text: str) -> None:
    found = whole_number(text)
    assert found == text or (found.isascii() and found.isdecimal())
