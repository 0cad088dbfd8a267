"""Whom `me` names: the key is not documented, so several are understood."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.user import User, read_user
from caseeditor.domain.wire import NotJSONError


def told(**fields: object) -> User:
    return read_user(json.dumps(fields).encode())


def test_the_documents_answer_without_a_login() -> None:
    user = told(success=True, statusMessage="you are not logged in", logged_in=False)
    assert user == User("", logged_in=False, words="you are not logged in")


@pytest.mark.parametrize("key", ["name", "user_name", "userName", "username", "login", "user"])
def test_the_name_is_found_under_each_likely_key(key: str) -> None:
    assert told(success=True, logged_in=True, **{key: "lucia"}).name == "lucia"


@pytest.mark.parametrize("key", ["user", "data"])
def test_the_name_is_found_inside_an_object_too(key: str) -> None:
    assert told(success=True, logged_in=True, **{key: {"user_name": "lucia"}}).name == "lucia"


def test_a_user_without_a_name_is_logged_in_all_the_same() -> None:
    assert told(success=True, logged_in=True) == User("", logged_in=True)


def test_success_alone_is_a_login() -> None:
    assert told(success=True).logged_in


@pytest.mark.parametrize(
    "fields",
    [
        {"logged_in": False, "success": True, "name": "x"},
        {"logged_in": "false"},
        {"logged_in": True, "success": False},
        {"logged_in": None},
        {"name": "x"},
        {},
    ],
)
def test_anything_less_is_no_login(fields: dict[str, object]) -> None:
    assert not told(**fields).logged_in


@pytest.mark.parametrize("name", [None, [], {"first": "x"}, ""])
def test_a_name_that_is_none_is_none(name: object) -> None:
    assert told(success=True, name=name).name == ""
    assert told(success=True, user={"name": name}).name == ""


def test_a_byte_order_mark_is_passed_over() -> None:
    assert read_user(b'\xef\xbb\xbf{"success": true}').logged_in


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"null", b'{"name": "\\ud800"}', b'{"user": {"x": \xff}}'])
def test_what_is_no_json_object_is_told_so(body: bytes) -> None:
    with pytest.raises(NotJSONError):
        read_user(body)


@given(st.dictionaries(st.sampled_from(["user", "data", "name", "logged_in", "success"]), st.from_type(type(None))))
def test_nulls_anywhere_name_nobody(fields: dict[str, None]) -> None:
    assert told(**fields) == User()
