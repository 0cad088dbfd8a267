"""A case's messages, with parts renamed or missing."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.case.conversation import FIRST, CaseMessage, dated, in_order, read_messages
from caseeditor.domain.case.raw_json import NotJSONError

ITEM = {"text": "hola", "creation_date": "2011-05-11T17:24:14-0300", "from": "Ana", "source": "email", "incoming": True}
READ = CaseMessage("2011-05-11T17:24:14-0300", "Ana", "email", received=True, text="hola")


def read(value: Any) -> tuple[CaseMessage, ...]:  # noqa: ANN401 - any JSON
    return decoded(json.dumps(value).encode())


def decoded(body: bytes) -> tuple[CaseMessage, ...]:
    return in_order(dated(read_messages(body).items, FIRST))


@pytest.mark.parametrize(
    "answer",
    [
        [ITEM],
        {"items": [ITEM]},
        {"success": True, "total": 1, "items": [ITEM]},
        {"messages": [ITEM]},
        {"success": True, "data": {"items": [ITEM]}},
        {"items": None, "data": [ITEM]},
        {"items": {}, "data": [ITEM]},
    ],
)
def test_a_list_bare_or_under_items(answer: object) -> None:
    assert read(answer) == (READ,)
    assert decoded(b"\xef\xbb\xbf \n" + json.dumps(answer).encode() + b"\n") == (READ,)


@pytest.mark.parametrize(
    "body", [b"", b"{}", b"x", b'{"items": 3}', b'{"id": 203, "messages": "3"}', b"[1,", b"[" * 100_000, b"\xff"]
)
def test_what_holds_no_list_is_no_answer(body: bytes) -> None:
    with pytest.raises(NotJSONError):
        read_messages(body)


def test_a_refusal_is_told_in_its_words() -> None:
    answer = read_messages(b'{"success": false, "statusMessage": "Not yours"}')
    assert (answer.success, answer.words, answer.items) == (False, "Not yours", ())


@pytest.mark.parametrize("said", ["false", 0, None])
def test_only_a_boolean_is_a_rejection(said: object) -> None:
    body = json.dumps({"success": said, "items": [ITEM]}).encode()
    assert (read_messages(body).success, decoded(body)) == (None, (READ,))


@pytest.mark.parametrize("key", ["text", "body", "content", "message"])
def test_the_text_may_be_called(key: str) -> None:
    assert read([{key: "ñandú 😀"}])[0].text == "ñandú 😀"


@pytest.mark.parametrize(
    ("item", "author"),
    [
        ({"user_name": "a"}, "a"),
        ({"userName": "a"}, "a"),
        ({"from": {"name": "a", "id": 3}}, "a"),
        ({"author": {"user_name": "a"}}, "a"),
        ({"profile": {"id": 113}}, "113"),
        ({"from": None, "author": "a"}, "a"),
        ({"from": {}}, ""),
        ({}, ""),
    ],
)
def test_the_author_may_be_called(item: dict[str, Any], author: str) -> None:
    assert read([{"text": "x", **item}])[0].author == author


@pytest.mark.parametrize(
    ("item", "received"),
    [
        ({"incoming": True}, True),
        ({"incoming": False}, False),
        ({"direction": "OUT"}, False),
        ({"direction": "inbound"}, True),
        ({"direction": "sideways"}, None),
        ({}, None),
    ],
)
def test_who_wrote_is_told_only_where_the_server_says(item: dict[str, Any], received: bool | None) -> None:
    assert read([{"text": "x", **item}])[0].received is received


@pytest.mark.parametrize(
    "date",
    [
        1305145454000,
        "1305145454000",
        1305145454,
        "2011-05-11T17:24:14-0300",
        "2011-05-11T20:24:14Z",
        "2011-05-11 20:24:14",
    ],
)
def test_a_date_is_in_ms_in_seconds_or_iso(date: object) -> None:
    moment = read([{"text": "x", "date": date}])[0].moment
    assert moment is not None
    assert moment.timestamp() == 1305145454


@pytest.mark.parametrize(
    "date", ["yesterday", "", "--5", "9" * 400, "-" + "9" * 30, "2011-13-45", "\0", None, True, {}]
)
def test_what_is_no_date_stays_as_it_was_written(date: object) -> None:
    message = read([{"text": "x", "date": date}])[0]
    assert message.moment is None
    assert message.text == "x"


def test_the_newest_is_last_and_one_without_a_date_stays_behind_the_one_before_it() -> None:
    items = [
        {"text": "third", "date": 3_000_000_000_000},
        {"text": "fourth"},
        {"text": "first", "date": 1_000_000_000_000},
        {"text": "second", "date": "2001-09-09T01:46:41Z"},
    ]
    assert [message.text for message in read(items)] == ["first", "second", "third", "fourth"]


def test_dates_at_the_ends_of_the_calendar_can_be_ordered() -> None:
    items = [
        {"text": "last", "date": "9999-12-31T23:59:59-1200"},
        {"text": "first", "date": "0001-01-01T00:00:00+1200"},
    ]
    assert {message.text for message in read(items)} == {"first", "last"}


def test_what_is_not_understood_is_shown_as_it_came() -> None:
    assert read(["plain", 5, None, [1, 2]])[0].text == "plain"
    assert [message.text for message in read(["plain", 5, None, [1, 2]])] == ["plain", "5", "[1, 2]"]
    assert read([{"kind": "call", "seconds": 61, "by": {"x": 1}}])[0].text == 'kind: call\nseconds: 61\nby: {"x": 1}'


def test_markup_is_text() -> None:
    assert read([{"text": "<b>x</b>&amp;"}])[0].text == "<b>x</b>&amp;"


@given(
    st.lists(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.sampled_from(("text", "date", "from", "incoming", "x", "name")), inner, max_size=4)
            ),
        ),
        max_size=5,
    )
)
def test_no_shape_is_refused_and_none_is_lost(items: list[Any]) -> None:
    body = json.dumps(items).encode()
    assert len(decoded(body)) == sum(item is not None for item in items)
