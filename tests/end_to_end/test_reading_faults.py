"""Faulty answers to a read: one plain sentence each, and no effect on anything else.

One example of each family: tests/services/api covers every fault, tests/domain/case every malformed body.
"""

import gzip
import json
from collections.abc import Iterator

import pytest

from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Program
from tests.end_to_end.typed_case_fixture import TOKEN, TypedCaseFixture
from tests.support.http_stub import HttpStub, Reply, answer, case, flood, reset, silence

FAULTY = 101
HTML = b"<html><body><h1>Welcome</h1><img src=file:///etc/hostname></body></html>"
JSON_TEXT = json.dumps(case(FAULTY)).encode()
NOT_THE_API = "isn't from a Social Gateway."
NOT_ACCEPTED = "doesn't accept the access token"
LOST = "dropped before it answered."
PACKED = "sent a compressed answer, which isn't supported."
BOMB = gzip.compress(bytes(10_000_000)) * 100  # a gigabyte: the members of a gzip file are concatenated
MOST_MEMORY = 600_000_000


def body(text: str) -> bytes:
    """Return a case's JSON with these additional fields."""
    return JSON_TEXT[:-1] + b", " + text.encode() + b"}"


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[HttpStub]:
    """Run a server that no test names to the program."""
    with HttpStub() as stub:
        yield stub


def read(typed_case: TypedCaseFixture, reply: Reply) -> Program:
    """Open the case with this answer."""
    typed_case.stub.replies[f"case/{FAULTY}"] = reply
    typed_case.editor.open_case(str(FAULTY))
    return typed_case.editor


def refused_token(reason: bytes, text: bytes = b"") -> Reply:
    return answer(text, b"401 " + reason)


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        pytest.param(answer(HTML), NOT_THE_API, id="HTML"),
        pytest.param(answer(HTML, b"502 Bad Gateway"), "has a problem (error 502).", id="HTML with 502"),
        pytest.param(
            answer({"success": False, "statusMessage": "Locked by the <b>supervisor</b> &amp; co"}),
            "rejected the request: “Locked by the <b>supervisor</b> &amp; co”.",
            id="success false",
        ),
        pytest.param(answer(b"", b"404 No hay caso"), "has no such case: “No hay caso”.", id="404"),
        pytest.param(answer(case(203)), "answered with another case.", id="another case"),
        pytest.param(reset, LOST, id="reset"),
        pytest.param(silence, "didn't answer in time.", id="silence"),
        pytest.param(flood(b'{"id": "', b"a" * 1_000_000, 50), "exceeds 16 MB. It wasn't read.", id="50 MB"),
        pytest.param(answer(BOMB, b"200 OK", b"Content-Encoding: gzip"), PACKED, id="gzip bomb"),
    ],
)
def test_what_is_no_case_is_told_in_one_sentence(typed_case: TypedCaseFixture, reply: Reply, sentence: str) -> None:
    editor = read(typed_case, reply)
    said = editor.wait_status(sentence)
    assert said.startswith("The answer from " + typed_case.stub.domain) or typed_case.stub.domain in said
    assert said.endswith("The case wasn't opened.")
    assert "<h1>" not in said
    assert editor.peak_memory() < MOST_MEMORY
    typed_case.goes_on()


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        pytest.param(refused_token("La sesión expiró".encode()), ": “La sesión expiró”.", id="UTF-8"),
        pytest.param(refused_token(b"<img src=file:x> &amp;"), ": “<img src=file:x> &amp;”.", id="markup"),
        pytest.param(refused_token(f"No to {TOKEN}".encode()), ": “No to ••••”.", id="echoes the token"),
    ],
)
def test_a_refused_token_is_told_in_the_servers_words_and_asked_for(
    typed_case: TypedCaseFixture, reply: Reply, words: str
) -> None:
    editor = read(typed_case, reply)
    editor.wait_for("dialog", "Sign in")
    assert editor.text("Server") == typed_case.stub.url
    assert editor.status() == (f"{typed_case.stub.domain} {NOT_ACCEPTED}{words} The case wasn't opened.")
    editor.click("Cancel", window="Sign in")
    editor.gone("dialog", "Sign in")
    typed_case.goes_on()


def test_after_signing_in_again_the_case_that_was_refused_opens(typed_case: TypedCaseFixture) -> None:
    editor = read(typed_case, refused_token(b"expired"))
    editor.wait_for("dialog", "Sign in")
    del typed_case.stub.replies[f"case/{FAULTY}"]
    editor.set_text("Access token", TOKEN)
    editor.click("Sign in", window="Sign in")
    editor.wait_title(f"Subject of {FAULTY} – {FAULTY} –")
    typed_case.goes_on()


def test_a_server_that_has_gone_is_told_and_what_was_typed_stays(desktop: Desktop, program: StartProgram) -> None:
    with HttpStub() as stub:
        desktop.store_secret("caseeditor", stub.url, TOKEN)
        typed_case = TypedCaseFixture(program("--server", stub.url), stub)
        typed_case.type_in_a_case()
        domain = stub.domain
    typed_case.editor.open_case(str(FAULTY))
    typed_case.editor.wait_status(f"{domain} can't be reached. The case wasn't opened.")
    typed_case.editor.press("ctrl+w")
    typed_case.editor.wait_title("– 7 –")
    assert typed_case.is_untouched()


def test_a_redirection_to_another_host_is_not_followed(typed_case: TypedCaseFixture, elsewhere: HttpStub) -> None:
    location = f"Location: {elsewhere.url}/api/v2/case/{FAULTY}?access_token=x".encode()
    editor = read(typed_case, answer(HTML, b"302 Moved", location))
    said = editor.wait_status("redirects to another address")
    assert elsewhere.domain in said
    assert "access_token" not in said
    typed_case.goes_on()
    assert elsewhere.heard == []


@pytest.mark.parametrize(
    ("name", "written", "shown"),
    [
        ("fraction", "1.000000000000000000001e400", "1.000000000000000000001e400"),
        ("twice", '"first", "twice": "last"', "last"),
        ("deep", "[" * 100 + "1" + "]" * 100, "[" * 100 + "1" + "]" * 100),
        ("pair", '"\\ud83d\\ude00"', "😀"),
        ("markup", '"<img src=file:///x><script>x</script>&amp;"', "<img src=file:///x><script>x</script>&amp;"),
    ],
    ids=["more digits than a float", "a key twice", "nested", "an escaped pair", "markup"],
)
def test_an_attributes_value_is_shown_as_the_server_wrote_it(
    typed_case: TypedCaseFixture, name: str, written: str, shown: str
) -> None:
    editor = read(typed_case, answer(body(f'"{name}": {written}')))
    editor.wait_title(f"– {FAULTY} –")
    assert editor.table("Attributes")[0][:2] == [name, shown]
    typed_case.goes_on()


def test_a_number_of_5000_digits_is_edited_as_the_server_wrote_it(typed_case: TypedCaseFixture) -> None:
    digits = "1234567890" * 500
    editor = read(typed_case, answer(body(f'"long": {digits}')))
    editor.wait_title(f"– {FAULTY} –")
    editor.click_cell("Attributes", 0, 1, times=2)
    editor.press("End", "0", "Return")
    editor.until("1 change", lambda: [each for each in editor.find("label") if each.name.startswith("1 change")])
    editor.click("Review changes")
    editor.wait_for("dialog", "Review changes")
    assert f"long = {digits}0\n" in editor.text("Exactly what is sent") + "\n"
    editor.close_window("Review changes")
    editor.click("Discard changes")
    typed_case.goes_on()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(body('"x": ' + "[" * 100_000 + "]" * 100_000), id="100,000 levels"),
        pytest.param(body('"x": ' + "9" * 5_000_000), id="5,000,000 digits"),
    ],
)
def test_json_at_its_limits_is_a_case_or_an_error_but_never_a_crash_or_a_blank(
    typed_case: TypedCaseFixture, text: bytes
) -> None:
    editor = read(typed_case, answer(text))
    opened = f"Case {FAULTY} opened"
    said = editor.until("an outcome", editor.status, lambda said: said == opened or NOT_THE_API in said)
    assert (editor.find("text", "Subject") != []) == (said == opened)
    typed_case.goes_on()
