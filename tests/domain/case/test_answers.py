"""Answers about a case in every shape, and malformed bytes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.case.model import Case, read_answer, read_list
from caseeditor.domain.case.raw_json import NotJSONError
from tests.support.samples import SAMPLE, read, sample

DEEP = 100_000


def body(**fields: object) -> bytes:
    return json.dumps(fields).encode()


def search_answer(answer: bytes) -> tuple[tuple[Case, ...], int | None]:
    found = read_list(answer)
    return found.cases, found.total


def test_a_bare_case() -> None:
    answer = read_answer(SAMPLE)
    assert answer.case == read()
    assert answer.success is None
    assert answer.case_id == "203"


def test_an_envelope_with_the_id_only() -> None:
    answer = read_answer(body(success=True, case_id=203))
    assert (answer.success, answer.case, answer.case_id) == (True, None, "203")


def test_an_envelope_with_the_whole_case() -> None:
    answer = read_answer(body(success=True, case_id=203, data=sample()))
    assert (answer.success, answer.case, answer.case_id) == (True, read(), "203")


def test_an_envelope_whose_data_names_the_case_by_itself() -> None:
    assert read_answer(body(success=True, data=sample())).case_id == "203"


@pytest.mark.parametrize("data", [None, 5, "x", [], {}, {"subject": "no id"}])
def test_data_that_is_no_case_is_none(data: object) -> None:
    assert read_answer(body(success=True, case_id=203, data=data)).case is None


def test_a_refusal_comes_with_the_servers_words() -> None:
    answer = read_answer(body(success=False, statusMessage="Locked: año 2015"))
    assert (answer.success, answer.words, answer.case) == (False, "Locked: año 2015", None)


@pytest.mark.parametrize("said", [True, False])
def test_success_is_understood_as_a_boolean(said: object) -> None:
    assert read_answer(body(success=said, case_id=203)).success is said


@pytest.mark.parametrize("said", [1, 0, None, "true", "false", "yes", "", [], {"a": 1}])
def test_any_other_success_says_nothing(said: object) -> None:
    assert read_answer(body(success=said, case_id=203)).success is None


ENVELOPE: dict[str, object] = {
    "success": False,
    "statusMessage": "x",
    "case_id": "9",
    "data": {"id_no": 1},
    "total": 3,
    "items": ["a"],
}


@pytest.mark.parametrize("name", ENVELOPE)
def test_an_attribute_with_a_name_of_the_envelope_leaves_a_bare_case_one(name: str) -> None:
    answer = read_answer(body(**sample(), **{name: ENVELOPE[name]}), "203")
    assert answer.case is not None
    assert answer.case_id == "203"
    assert list(answer.case.attributes) == [name]


@pytest.mark.parametrize("name", ENVELOPE)
def test_in_data_and_in_a_list_all_that_is_unknown_is_an_attribute(name: str) -> None:
    named = {**sample(), name: ENVELOPE[name]}
    answer = read_answer(body(success=True, case_id=203, data=named), "203")
    (listed,) = search_answer(body(success=True, total=1, items=[named]))[0]
    for case in (answer.case, listed):
        assert case is not None
        assert list(case.attributes) == [name]


def test_the_case_that_is_wanted_is_read_where_the_answer_has_an_id_of_its_own() -> None:
    case = read_answer(body(id="request 7", success=True, data=sample()), "203").case
    assert case == read()


def test_a_case_with_an_attribute_called_items_or_data_is_a_list_of_one() -> None:
    attributes: list[dict[str, object]] = [{"items": "3"}, {"items": ["a"]}, {"data": []}]
    for named in attributes:
        cases, total = search_answer(body(**sample(), **named))
        assert ([case.id for case in cases], total) == (["203"], 1)


def test_a_search_may_answer_a_list_as_its_data() -> None:
    cases, total = search_answer(body(success=True, total=5, data=[sample(), {"id": 7}]))
    assert ([case.id for case in cases], total) == (["203", "7"], 5)


@pytest.mark.parametrize(
    ("answer", "total"),
    [
        ({"success": True, "data": {"total": 7, "items": [{"id": 203}]}}, 7),
        ({"success": True, "total": 7, "data": {"items": [{"id": 203}]}}, 7),
        ({"success": True, "data": {"data": [{"id": 203}]}}, None),
        ({"success": True, "items": {"items": [{"id": 203}]}}, None),
        ({"success": True, "case_id": 203, "data": {"id": 203, "items": ["an attribute"]}}, 1),
        ({"success": True, "data": {"id": 203}}, 1),
    ],
)
def test_a_search_may_answer_in_its_data(answer: dict[str, object], total: int | None) -> None:
    cases, counted = search_answer(body(**answer))
    assert ([case.id for case in cases], counted) == (["203"], total)


def test_a_search_that_is_rejected_needs_no_list() -> None:
    answer = read_list(body(success=False, statusMessage="order_by: no such field"))
    assert (answer.success, answer.words, answer.cases) == (False, "order_by: no such field", ())


def test_a_case_may_come_as_the_one_item_of_a_list() -> None:
    for key in ("data", "items"):
        answer = read_answer(body(success=True, **{key: [sample()]}), "203", takes_items=True)
        assert (answer.case, answer.case_id) == (read(), "203")


def test_the_answer_to_an_update_is_no_list() -> None:
    assert read_answer(body(success=True, items=[sample()]), "203").case is None


def test_an_object_with_an_id_is_not_searched_for_another_case() -> None:
    answer = read_answer(body(id=204, items=[sample()]), "203", takes_items=True)
    assert answer.case
    assert answer.case.id == "204"


def test_a_single_case_that_a_search_answers_may_have_lists_inside() -> None:
    found = read_list(body(id=5, data={"items": [{"id": 9}]}))
    assert [case.id for case in found.cases] == ["5"]


def test_another_object_in_a_list_of_items_is_not_the_case() -> None:
    answer = read_answer(body(success=True, case_id=203, items=[{"id": 7}]), "203")
    assert (answer.case, answer.case_id) == (None, "203")


def test_a_byte_order_mark_is_passed_over() -> None:
    assert read_answer(b"\xef\xbb\xbf" + SAMPLE).case == read()
    assert search_answer(b"\xef\xbb\xbf[" + SAMPLE + b"]") == ((read(),), None)


def test_of_a_key_that_comes_twice_the_last_one_counts() -> None:
    case = read_answer(b'{"id": 1, "subject": "a", "x": 1, "subject": "b", "x": 2}').case
    assert case is not None
    assert (case.subject, case.attributes["x"].text) == ("b", "2")


@pytest.mark.parametrize("number", ["9" * 5000, "0.10", "1.0", "1E400", "-0", "9007199254740993", "1e5"])
def test_numbers_keep_their_digits(number: str) -> None:
    case = read_answer(f'{{"id": 203, "credits": {number}, "n": {number}}}'.encode()).case
    assert case is not None
    assert (case.credits, case.attributes["n"].text) == (number, number)


def test_a_note_dated_with_5000_digits_has_no_date_but_its_text() -> None:
    case = read(notes=[{"date": 1, "text": "hola"}])
    assert case.notes[0].milliseconds == 1
    long = read_answer(b'{"id": 1, "notes": [{"date": ' + b"9" * 5000 + b', "text": "hola"}]}').case
    assert long is not None
    assert (long.notes[0].milliseconds, long.notes[0].date, long.notes[0].text) == (None, "9" * 5000, "hola")


def test_letters_written_as_escapes_are_read() -> None:
    case = read_answer(b'{"id": 1, "subject": "\\ud83d\\ude00 \\u0000 \\u00f1 \\/"}').case
    assert case is not None
    assert case.subject == "😀 \0 ñ /"


NONE = {
    "nothing": b"",
    "white space": b"  \n",
    "html": b"<!DOCTYPE html><html></html>",
    "null": b"null",
    "a text": b'"case"',
    "a list": b"[" + SAMPLE + b"]",
    "cut": SAMPLE[:-20],
    "cut in a text": SAMPLE[:1000],
    "more behind it": SAMPLE + b"x",
    "UTF-16": '{"id": 1}'.encode("utf-16"),
    "NaN": b'{"id": 1, "x": NaN}',
    "Infinity": b'{"id": 1, "x": -Infinity}',
    "a leading zero": b'{"id": 007}',
    "a lone surrogate": b'{"id": 1, "subject": "\\ud800"}',
    "a lone surrogate deep inside": b'{"id": 1, "contact": {"profiles": [{"name": "\\udc00"}]}}',
    "invalid UTF-8": b'{"id": 1, "subject": "\xff"}',
    "invalid UTF-8 as a name": b'{"id": 1, "\xff": 1}',
    "invalid UTF-8 in a nested attribute": b'{"id": 1, "x": {"a": "\xc3"}}',
    "a bare NUL": b'{"id": 1, "x": "\x00"}',
    "too deep": b'{"id": 1, "x": ' + b"[" * DEEP + b"]" * DEEP + b"}",
    "too deep in the contact": b'{"id": 1, "contact": ' + b'{"a":' * DEEP + b"1" + b"}" * DEEP + b"}",
    "only the beginning, too deep": b"[" * DEEP,
}


@pytest.mark.parametrize("name", NONE)
def test_what_is_no_json_object_is_told_so(name: str) -> None:
    with pytest.raises(NotJSONError):
        read_answer(NONE[name])


@given(st.binary() | st.binary().map(lambda noise: SAMPLE[: len(noise) * 7] + noise))
def test_noise_is_an_answer_or_no_json_and_nothing_else(noise: bytes) -> None:
    for reader in (read_answer, read_list):
        try:
            reader(noise)
        except NotJSONError:
            continue


def test_a_search_answers_an_envelope_with_items() -> None:
    cases, total = search_answer(body(success=True, total=1236, items=[sample(), {"id": 7}]))
    assert [case.id for case in cases] == ["203", "7"]
    assert total == 1236


def test_a_search_answers_a_bare_list_or_a_single_case_too() -> None:
    assert search_answer(b" [" + SAMPLE + b"]\n") == ((read(),), None)
    assert search_answer(SAMPLE) == ((read(),), 1)


def test_what_is_no_case_in_a_list_is_left_out() -> None:
    cases, _ = search_answer(body(total=4, items=[None, 5, {"id": 7}, "x"]))
    assert [case.id for case in cases] == ["7"]


@pytest.mark.parametrize("total", [None, "many", -1, 1.5, "\N{SUPERSCRIPT TWO}", int("9" * 4000), []])
def test_a_total_that_is_none_is_not_made_up(total: object) -> None:
    _, counted = search_answer(body(total=total, items=[{"id": 1}, {"id": 2}]))
    assert counted is None


def test_a_search_that_finds_nothing_may_leave_the_items_out() -> None:
    assert search_answer(b'{"success": true, "total": 0}') == ((), 0)


def test_a_total_of_5000_digits_does_no_harm() -> None:
    _, counted = search_answer(b'{"items": [{"id": 1}], "total": ' + b"9" * 5000 + b"}")
    assert counted is None


@pytest.mark.parametrize("other", [b"{}", b'{"success": true}', b"[", b"<html>", b"5"])
def test_what_is_no_list_of_cases_is_told_so(other: bytes) -> None:
    with pytest.raises(NotJSONError):
        search_answer(other)
