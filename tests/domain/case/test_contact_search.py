"""Contact search: shapes of an answer, odd contacts, and the words that are searched for."""

import json

import pytest

from caseeditor.domain.case.contact_search import can_name_a_contact, matching, read_contacts
from caseeditor.domain.case.raw_json import NotJSONError

ANA = {"id": 7, "name": "Ana Pérez", "client_id": "42", "profiles": [{"name": "x"}], "tags": ["y"]}


@pytest.mark.parametrize(
    "answer", [[ANA], {"items": [ANA]}, {"success": True, "total": 1, "items": [ANA]}, {"data": {"items": [ANA]}}]
)
def test_every_shape_of_a_list_is_read(answer: object) -> None:
    [found] = read_contacts(json.dumps(answer).encode()).contacts
    assert (found.id, found.name, found.detail) == ("7", "Ana Pérez", "42")


@pytest.mark.parametrize("body", [b"", b"<html>", b"7", b"{}", b'{"id": 7, "name": "Ana"}'])
def test_other_answers_are_none(body: bytes) -> None:
    with pytest.raises(NotJSONError):
        read_contacts(body)


def test_a_rejection_and_an_empty_list_have_no_contacts() -> None:
    refused = read_contacts(b'{"success": false, "statusMessage": "no"}')
    assert (refused.contacts, refused.success, refused.words) == ((), False, "no")
    assert read_contacts(b'{"total": 0}').contacts == ()


@pytest.mark.parametrize(
    "contact",
    [{"id": 1}, {"name": "Ana"}, {"id": "x", "name": "Ana"}, {"id": 1, "name": {"a": 1}}, {"id": None, "name": "Ana"}],
)
def test_a_contact_without_number_or_name_is_left_out(contact: dict[str, object]) -> None:
    assert read_contacts(json.dumps([contact]).encode()).contacts == ()


def test_contacts_that_lack_a_word_are_dropped() -> None:
    found = read_contacts(json.dumps([ANA, {"id": 8, "name": "Zoë"}]).encode()).contacts
    assert [each.id for each in matching(found, " PEREZ ana")] == ["7"]
    assert [each.id for each in matching(found, "zoe")] == ["8"]
    assert [each.id for each in matching(found, "42")] == ["7"]


@pytest.mark.parametrize(
    ("text", "can"),
    [("", False), ("a", False), (" a ", False), ("an", True), ("安", True), ("x" * 100, True), ("x" * 101, False)],
)
def test_short_and_long_texts_are_not_searched_for(text: str, can: bool) -> None:
    assert can_name_a_contact(text) is can
