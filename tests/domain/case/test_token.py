"""A text that can't be an access token is never sent as one."""

import pytest

from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.token import LONGEST, TokenFault, token_fault, trimmed_token

SERVER = Server("https://desk.example.com:8443")


@pytest.mark.parametrize(
    "token", ["demo-token-1234", "end-to-end/token+77=", "eyJhbGciOi.eyJzdWIi.SflKxw_-", "a" * LONGEST, "{2f4e}~!", "7"]
)
def test_what_can_be_a_token_is_taken(token: str) -> None:
    assert token_fault(token, SERVER) is None


@pytest.mark.parametrize(
    ("token", "fault"),
    [
        ("", TokenFault.EMPTY),
        ("llamar mañana", TokenFault.BLANKS),
        ("to ken", TokenFault.BLANKS),
        ("to\nken", TokenFault.BLANKS),
        ("to\r\nken", TokenFault.BLANKS),
        ("to\tken", TokenFault.BLANKS),
        ("to\u00a0ken", TokenFault.BLANKS),
        ("to\u2028ken", TokenFault.BLANKS),
        ("to\u000bken", TokenFault.BLANKS),
        ("mañana", TokenFault.CHARACTERS),
        ("to\u200bken", TokenFault.CHARACTERS),
        ("to\x00ken", TokenFault.CHARACTERS),
        ("to\x7fken", TokenFault.CHARACTERS),
        ("支払い", TokenFault.CHARACTERS),
        ("a" * (LONGEST + 1), TokenFault.LONG),
        ("https://other.example.org/case/203", TokenFault.ADDRESS),
        ("caseeditor:203", TokenFault.ADDRESS),
        ("desk.example.com:8443", TokenFault.ADDRESS),
        ("Desk.Example.com", TokenFault.ADDRESS),
        ("desk.example.com/", TokenFault.ADDRESS),
    ],
)
def test_what_cant_be_a_token_is_refused(token: str, fault: TokenFault) -> None:
    assert token_fault(token, SERVER) is fault


@pytest.mark.parametrize("around", [" ", "\n", "\r\n", "\t", "\u00a0", "\u200b", "\ufeff \u200b\n", "\u2028"])
def test_what_is_around_a_pasted_token_is_dropped(around: str) -> None:
    assert trimmed_token(f"{around}to/ken={around}") == "to/ken="
