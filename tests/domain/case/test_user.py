"""The user in an answer to `me`: the key is undocumented, so several are accepted."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.case.raw_json import NotJSONError
from caseeditor.domain.case.user import LEGACY_NOBODY, User, is_nameless, name_key, names_in, rank, read_user, token_key
from caseeditor.domain.local.whose import moved


def told(**fields: object) -> User:
    return read_user(json.dumps(fields).encode())


def test_the_documents_answer_without_a_login() -> None:
    user = told(success=True, statusMessage="you are not logged in", logged_in=False)
    assert user == User(words="you are not logged in")


@pytest.mark.parametrize("key", ["name", "user_name", "userName", "username", "login", "user"])
def test_the_name_is_found_under_each_likely_key(key: str) -> None:
    assert told(success=True, logged_in=True, **{key: "lucia"}).name == "lucia"


@pytest.mark.parametrize("key", ["user", "data", "items"])
def test_the_name_is_found_inside_an_object_or_a_list_of_one_too(key: str) -> None:
    assert told(success=True, logged_in=True, **{key: {"user_name": "lucia"}}).name == "lucia"
    assert told(success=True, logged_in=True, **{key: [{"user_name": "lucia"}]}).name == "lucia"


@pytest.mark.parametrize("key", ["user", "data", "items"])
def test_of_several_users_none_is_taken(key: str) -> None:
    user = told(logged_in=True, **{key: [{"id": 1, "name": "Ana"}, {"id": 2, "name": "Beto"}]})
    assert user == User(logged_in=True)


def test_a_user_without_a_name_is_logged_in_all_the_same() -> None:
    assert told(success=True, logged_in=True) == User(logged_in=True)


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


# The key.


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"id": 7, "name": "Ana", "login": "ana"}, "id:7"),
        ({"id": "7"}, "id:7"),
        ({"id": 7.0}, "id:7"),
        ({"id": " a-7 "}, "id:a-7"),
        ({"user_id": 7, "name": "Ana"}, "id:7"),
        ({"id": None, "name": "Ana", "user_name": " ANA "}, "login:ana"),
        ({"id": "", "login": 12}, "login:12"),
        ({"id": True, "name": " Ana Perez "}, "name:Ana Perez"),
        ({"first_name": "Ana", "last_name": "Perez"}, "name:Ana Perez"),
        ({"user": {"id": 7, "name": "Ana"}, "id": 9}, "id:7"),
        ({"data": {"id": 7}, "id": 9}, "id:7"),
        ({"user": {"name": "Ana"}, "id": 9}, "name:Ana"),
        ({"user": {"name": "Ana"}, "id": 9, "name": "Ana"}, "id:9"),
        ({"data": {"version": 2}, "id": 9, "name": "Ana"}, "id:9"),
        ({"user": {"user_name": "ana"}, "name": "API"}, "login:ana"),
        ({"id": [7], "name": {"x": 1}}, ""),
        ({}, ""),
    ],
)
def test_the_key_is_the_most_stable_thing_that_names_a_user(fields: dict[str, object], key: str) -> None:
    assert told(success=True, **fields).key == key


@pytest.mark.parametrize("number", ["7", "7.0", "7.00", "70e-1", "7E0", "0.7e1"])
def test_a_number_is_the_same_however_it_is_written(number: str) -> None:
    assert read_user(b'{"id": %s}' % number.encode()).key == "id:7"


@pytest.mark.parametrize("number", ["7.5", "1e999999999", "9" * 5000, "-1"])
def test_a_number_that_is_not_whole_or_too_long_stays_as_it_is_written(number: str) -> None:
    assert read_user(b'{"id": %s}' % number.encode()).key == f"id:{number}"


def test_all_names_are_known_the_one_that_is_shown_first() -> None:
    user = told(id=7, login="ana", name="Ana Perez", first_name="Ana", last_name="Perez", userName="ana")
    assert (user.name, user.names, user.is_named) == ("Ana Perez", ("Ana Perez", "ana"), True)
    assert told(user={"login": "ana"}, name="Ana").names == ("ana", "Ana")


def test_what_0_1_0_called_a_user_is_what_it_found_first() -> None:
    assert told(id=7, user_name="ana", user={"name": " Ana "}).legacy == " Ana "
    assert told(id=7).legacy == ""


def test_keys_of_each_kind_are_told_apart() -> None:
    keys = ["", LEGACY_NOBODY, token_key("ab"), name_key("Ana"), "login:ana", "id:7"]
    assert sorted(keys, key=rank) == keys
    assert [is_nameless(key) for key in keys] == [True, True, True, False, False, False]
    assert [names_in(key) for key in keys] == [(), (), (), ("Ana",), ("ana",), ()]
    assert name_key("") == LEGACY_NOBODY


def test_a_key_that_moved_twice_is_the_last_one_and_one_that_is_used_anew_is_itself() -> None:
    keys = moved({}, "s", ("token:a", "name:x"), "login:x")
    keys = moved(keys, "s", ("login:x",), "id:7")
    assert {keys["s", old] for old in ("token:a", "name:x", "login:x")} == {"id:7"}
    assert ("t", "login:x") not in keys
    keys = moved(keys, "s", (), "name:x")
    assert ("s", "name:x") not in keys
