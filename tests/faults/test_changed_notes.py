"""Notes, tags and values that the server changes, or accepts but hides: stored and reported, without a question."""

import html
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.faults.conftest import Start
from tests.faults.editor import Editor
from tests.faults.scripts import EMOJI, reset
from tests.faults.server import COLLEAGUE, Call, FaultyServer, Script

NOTE = f'Él dijo: "it\'s <b>5 & 6</b>"   {EMOJI} fin\ny\tpidió más'
WAYS: dict[str, Callable[[str], str]] = {
    "escaped": html.escape,
    "escaped but quotes": lambda text: html.escape(text, quote=False),
    "emoji dropped": lambda text: text.replace(EMOJI, ""),
    "emoji as ?": lambda text: text.replace(EMOJI, "?"),
    "cut": lambda text: text[:12],
    "cut with dots": lambda text: text[:12] + "...",
    "blanks collapsed": lambda text: " ".join(text.split()),
    "<br>": lambda text: text.replace("\n", "<br>"),
    "lines as blanks": lambda text: text.replace("\n", " "),
    "escaped, <br>, cut": lambda text: html.escape(text).replace("\n", "<br>")[:60],
    "upper": str.upper,
    "signed": lambda text: text + "\n-- sent by the API",
    "beyond recognition": lambda text: f"[{len(text)}]",
}


def making(change: Callable[[str], str], then: Callable[[Call], None] = Call.good, *names: str) -> Script:
    """Store the update after this change of the server's; `names` are the parameters it affects."""
    changed = names or ("note",)

    def script(call: Call) -> None:
        call.store(tuple((name, change(value) if name in changed else value) for name, value in call.params))
        then(call)

    return script


def hiding(shown: Callable[[list[Any]], list[Any]]) -> Script:
    """Answer with only some of the notes; store the update."""

    def script(call: Call) -> None:
        if call.method == "POST":
            call.store()
        whole = call.server.world.case(call.case)
        call.answer(json.dumps({**whole, "notes": shown(whole["notes"])}).encode())

    return script


@pytest.mark.parametrize("way", WAYS)
def test_an_accepted_note_that_the_server_changes_is_stored_told_and_no_question(
    way: str, editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    server.plan(case, "POST", making(WAYS[way]))
    editor.submit_note(NOTE)
    told = editor.until_said("Submitted: stored at")
    assert f"the server holds “{WAYS[way](NOTE)}”" in told
    assert not any("Checking whether" in each or "couldn't confirm" in each for each in editor.said)
    assert server.stored(case) == [WAYS[way](NOTE)]
    assert len(server.posts_of(case)) == 1


@pytest.mark.parametrize("way", ["escaped", "emoji as ?", "escaped, <br>, cut"])
def test_how_the_server_changes_notes_is_remembered_and_decides_a_doubt_after_a_restart(
    way: str, start: Start, server: FaultyServer, case: int
) -> None:
    first = start(case)
    server.plan(case, "POST", making(WAYS[way]))
    first.submit_note(NOTE)
    first.until_said("Submitted: stored at")
    first.kill()
    second = start(case)
    server.plan(case, "POST", making(WAYS[way], reset))
    second.submit_note(f"Again: {NOTE}")
    second.until_said("Submitted: stored at")
    assert server.stored(case) == [WAYS[way](NOTE), WAYS[way](f"Again: {NOTE}")]
    assert len(server.posts_of(case)) == 2


def test_several_accepted_notes_that_the_server_changes_are_told_each(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    server.plan(case, "POST", making(html.escape))
    editor.fill("New note", "a < b")
    editor.click("Add note")
    editor.submit_note("c > d")
    told = editor.until_said("Submitted: stored at")
    assert told.splitlines()[1:] == ["New note: the server holds “a &lt; b”", "New note: the server holds “c &gt; d”"]


@pytest.mark.parametrize("count", [1, 3, 20])
def test_an_accepted_note_that_is_not_among_the_first_that_are_shown_is_no_question(
    count: int, editor: Editor, server: FaultyServer, case: int
) -> None:
    server.world.update(case, [("note", f"before {number}") for number in range(count)], by=COLLEAGUE)
    script = hiding(lambda notes: notes[:count])
    server.rule(case, "GET", script)
    server.rule(case, "POST", script)
    editor.open(case)
    editor.submit_note(NOTE)
    told = editor.until_said("Submitted: accepted at")
    assert "the server accepted it, but doesn't show it" in told
    editor.until_state(case)
    assert server.stored(case)[count:] == [NOTE]
    assert len(server.posts_of(case)) == 1


def test_an_accepted_note_among_the_last_that_are_shown_is_stored(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    server.world.update(case, [("note", f"before {number}") for number in range(5)], by=COLLEAGUE)
    script = hiding(lambda notes: notes[-3:])
    server.rule(case, "GET", script)
    server.rule(case, "POST", script)
    editor.open(case)
    editor.submit_note(NOTE)
    editor.until_said("Submitted: stored at")
    assert len(server.posts_of(case)) == 1


def test_a_tag_and_a_value_in_another_case_or_trimmed_are_stored_and_told(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    server.plan(case, "POST", making(lambda text: text.strip().upper(), reset, "tag", "region"))
    editor.fill("New tag", "urgente")
    editor.do("set", name="region", value="sur ")
    editor.click("Submit")
    told = editor.until_said("Submitted: stored at")
    assert "Tag added: the server holds “URGENTE”" in told
    assert "region: the server holds “SUR”" in told
    assert len(server.posts_of(case)) == 1


def lost_on(editor: Editor, server: FaultyServer, case: int, script: Script) -> str:
    """Submit a note whose answer is lost; returns the question."""
    server.plan(case, "POST", script)
    editor.submit_note(NOTE)
    editor.until_state(case, "asking")
    return editor.until_said("We couldn't confirm that the changes to case")


@pytest.mark.parametrize("count", [1, 3])
def test_a_note_in_doubt_that_is_not_among_the_first_that_are_shown_is_never_said_not_to_be_there(
    count: int, editor: Editor, server: FaultyServer, case: int
) -> None:
    server.world.update(case, [("note", f"before {number}") for number in range(count)], by=COLLEAGUE)
    server.rule(case, "GET", hiding(lambda notes: notes[:count]))
    editor.open(case)
    asked = lost_on(editor, server, case, making(str, reset))
    assert "can't be seen" in asked
    assert "isn't on the server" not in asked


def test_that_a_server_shows_so_many_notes_only_is_remembered_and_said_in_a_doubt_after_a_restart(
    own: FaultyServer, home: Path
) -> None:
    case, other = own.fresh(), own.fresh()
    first_three = hiding(lambda notes: notes[:3])
    for each in (case, other):
        own.world.update(each, [("note", f"before {number}") for number in range(3)], by=COLLEAGUE)
        own.rule(each, "GET", first_three)
        own.rule(each, "POST", first_three)
    with Editor(home / "data", own.url, case, home=home) as editor:
        editor.sign_in()
        editor.until_open(case)
        editor.submit_note(NOTE)
        editor.until_said("Submitted: accepted at")
        editor.until_state(case)
        assert editor.close() == 0
    with Editor(home / "data", own.url, other, home=home) as editor:
        editor.sign_in()
        editor.until_open(other)
        asked = lost_on(editor, own, other, reset)
        assert "can't be seen" in asked
        assert "isn't on the server" not in asked


def test_a_note_in_doubt_is_not_said_to_be_missing_where_older_ones_have_vanished(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    server.world.update(case, [("note", f"before {number}") for number in range(3)], by=COLLEAGUE)
    server.rule(case, "GET", hiding(lambda notes: notes[-3:]))
    editor.open(case)

    def overtaken(call: Call) -> None:
        server.world.update(case, [("note", "uno"), ("note", "dos"), ("note", "tres")], by=COLLEAGUE)
        call.reset()

    asked = lost_on(editor, server, case, overtaken)
    assert "can't be seen" in asked
    assert "isn't on the server" not in asked


def test_a_note_in_doubt_that_did_not_land_is_said_not_to_be_there_where_all_notes_are_shown(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    server.world.update(case, [("note", "before")], by=COLLEAGUE)
    editor.open(case)

    def overtaken(call: Call) -> None:
        server.world.update(case, [("note", "uno")], by=COLLEAGUE)
        call.reset()

    assert "isn't on the server" in lost_on(editor, server, case, overtaken)
