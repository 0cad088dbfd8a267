"""Ownership of drafts and submissions: an account is identified by its permanent key, never by its name."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.faults.editor import Editor, RefusedError
from tests.faults.scripts import page, reset, stored
from tests.faults.server import OTHER_TOKEN, TOKEN, FaultyServer

NOTE = "llamar mañana"
ALIKE: dict[str, list[dict[str, Any]]] = {
    "id": [{"id": 1, "name": "Ana Perez"}, {"id": 2, "name": "Ana Perez"}],
    "login": [{"user_name": "aperez", "name": "Ana Perez"}, {"user_name": "ana.p", "name": "Ana Perez"}],
    "nested": [{"id": 9, "user": {"id": 1, "name": "Ana Perez"}}, {"id": 9, "user": {"id": 2, "name": "Ana Perez"}}],
}
NAMELESS: tuple[dict[str, Any], dict[str, Any]] = ({}, {})

Begin = Callable[..., Editor]
DOWN = page(b"503 Service Unavailable")


@pytest.fixture
def begin(own: FaultyServer, home: Path) -> Iterator[Begin]:
    """Start the program on the test's folder, sign in with a token, and open a case; the previous program is killed."""
    with ExitStack() as running:
        before: list[Editor] = []

        def begin(case: int, token: str = TOKEN) -> Editor:
            for editor in before:
                editor.kill()
            editor = running.enter_context(Editor(home / "data", own.url, case, home=home, token=token))
            before[:] = [editor]
            editor.sign_in()
            editor.until_open(case)
            return editor

        yield begin


def say(own: FaultyServer, first: object, second: object = None) -> None:
    """Set the answers of `me` to the first and second token."""
    own.me = {TOKEN: first, OTHER_TOKEN: second or first}


def leave(begin: Begin, own: FaultyServer, token: str = TOKEN) -> tuple[int, int]:
    """Leave a pending submission and a draft; returns their cases in that order."""
    waits, typed = own.fresh(), own.fresh()
    editor = begin(waits, token)
    own.rule(waits, "GET", DOWN)
    editor.submit_note(NOTE)
    editor.until_said(f"Case {waits} will be sent when this works again.")
    editor.open(typed)
    editor.fill("New note", "a medias")
    editor.until_saved(typed)
    editor.kill()
    own.clear(waits)
    return typed, waits


@pytest.mark.parametrize("kind", ALIKE)
def test_what_one_left_waiting_never_goes_out_as_another_of_that_name(
    kind: str, begin: Begin, own: FaultyServer
) -> None:
    say(own, *ALIKE[kind])
    typed, waits = leave(begin, own)
    other = begin(typed, OTHER_TOKEN)
    assert other.notes(typed) == []
    own.wait_reads(typed, 0)
    other.open(waits)
    other.until_said("will be sent when Ana Perez signs in")
    assert own.posts_of(waits) == []
    first = begin(typed)
    assert first.notes(typed) == ["a medias"]
    first.until_said("Submitted: stored at")
    assert [posted.user for posted in own.posts_of(waits)] == ["support"]


def test_two_of_one_name_in_one_start_do_not_see_each_others_drafts(begin: Begin, own: FaultyServer) -> None:
    say(own, *ALIKE["id"])
    case = own.fresh()
    editor = begin(case)
    editor.fill("New note", "la primera")
    editor.until_saved(case)
    editor.do("menu", name="Sign in…")
    editor.sign_in(OTHER_TOKEN)
    editor.until("the other's own case", lambda _: editor.state["opened"] == [case] and editor.notes(case) == [])
    editor.fill("New note", "la segunda")
    editor.click("Submit")
    editor.until_said("Submitted: stored at")
    assert [posted.notes() for posted in own.posts_of(case)] == [["la segunda"]]
    assert begin(case).notes(case) == ["la primera"]


@pytest.mark.parametrize(
    "answer",
    [{"id": 7, "name": "{}"}, {"user_name": "ana", "name": "{}"}, {"data": {"id": 7.0, "first_name": "{}"}}],
)
def test_a_user_who_is_renamed_keeps_drafts_and_what_waits(
    answer: dict[str, Any], begin: Begin, own: FaultyServer
) -> None:
    def called(name: str) -> object:
        return json.loads(json.dumps(answer).replace("{}", name))

    say(own, called("Ana Gomes"))
    typed, waits = leave(begin, own)
    say(own, called("Ana Gomez"))
    editor = begin(typed)
    assert editor.notes(typed) == ["a medias"]
    editor.until_said("Submitted: stored at")
    assert own.stored(waits) == [NOTE]


@pytest.mark.parametrize(
    "user",
    [{"name": "Soporte Uno", "user_name": "support"}, {"id": 4, "name": "Soporte Uno", "login": "SUPPORT"}],
)
def test_notes_by_our_login_are_ours_whatever_name_is_shown(
    user: dict[str, Any], begin: Begin, own: FaultyServer
) -> None:
    say(own, user)
    case = own.fresh()
    editor = begin(case)
    editor.submit_note("uno")
    editor.until_said("Submitted: stored at")
    assert not [said for said in editor.said if "Checking whether" in said or "couldn't confirm" in said]
    own.plan(case, "POST", stored(reset))
    editor.submit_note(NOTE)
    editor.until("an end", lambda _: editor.states(case) in ([], ["asking"]) and len(own.posts_of(case)) == 2)
    assert editor.states(case) == []
    assert own.stored(case) == ["uno", NOTE]


def test_a_new_token_of_a_server_that_names_nobody_is_asked_about_once(begin: Begin, own: FaultyServer) -> None:
    say(own, *NAMELESS)
    typed, waits = leave(begin, own)
    second = begin(typed, OTHER_TOKEN)
    assert second.notes(typed) == []
    second.until_seen("Did you type this?")
    assert own.posts_of(waits) == []
    second.click("Yes, I did")
    second.until("the draft", lambda _: second.notes(typed) == ["a medias"])
    second.until_said("Submitted: stored at")
    assert [posted.user for posted in own.posts_of(waits)] == ["lucia"]
    third = begin(typed, OTHER_TOKEN)
    assert third.notes(typed) == ["a medias"]
    assert not third.seen("Did you type this?")


def test_who_did_not_type_it_is_not_asked_again_and_it_stays_with_others(begin: Begin, own: FaultyServer) -> None:
    say(own, *NAMELESS)
    typed, waits = leave(begin, own)
    second = begin(typed, OTHER_TOKEN)
    second.until_seen("Did you type this?")
    second.click("No, I didn’t")
    third = begin(typed, OTHER_TOKEN)
    third.do("menu", name="Others’ drafts and submissions…")
    third.until_seen("another token")
    assert third.notes(typed) == []
    assert own.posts_of(waits) == []
    first = begin(typed)
    assert first.notes(typed) == ["a medias"]
    first.until_said("Submitted: stored at")
    assert [posted.user for posted in own.posts_of(waits)] == ["support"]


def test_the_same_nameless_token_finds_its_own_and_is_asked_nothing(begin: Begin, own: FaultyServer) -> None:
    say(own, *NAMELESS)
    typed, waits = leave(begin, own)
    second = begin(typed)
    assert second.notes(typed) == ["a medias"]
    second.until_said("Submitted: stored at")
    assert not second.seen("Did you type this?")
    assert own.stored(waits) == [NOTE]


def test_nothing_kept_holds_a_token_or_can_be_turned_into_one(begin: Begin, own: FaultyServer) -> None:
    say(own, *NAMELESS)
    leave(begin, own)
    kept = b"".join(path.read_bytes() for path in begin(own.fresh()).data.rglob("*") if path.is_file())
    assert b"token:" in kept
    assert TOKEN.encode() not in kept


def chosen(editor: Editor, row: int = 0) -> None:
    """Select a row in the dialog of other users' drafts and submissions."""
    editor.do("menu", name="Others’ drafts and submissions…")
    editor.until("the list", lambda _: editor.seen(" · "))
    editor.do("select", name="Others’ drafts and submissions", row=row)


def test_anothers_draft_is_taken_over_and_merged_when_asked(begin: Begin, own: FaultyServer) -> None:
    typed, _ = leave(begin, own)
    other = begin(typed, OTHER_TOKEN)
    other.fill("New note", "de Lucía")
    other.until_saved(typed)
    chosen(other)
    other.until_seen(f"{typed} · support")
    other.click("Take over")
    other.until("both", lambda _: sorted(other.notes(typed)) == ["a medias", "de Lucía"])
    other.click("Close")
    other.until_saved(typed)
    again = begin(typed, OTHER_TOKEN)
    assert sorted(again.notes(typed)) == ["a medias", "de Lucía"]
    assert begin(typed).notes(typed) == []


def test_anothers_submission_that_never_went_out_is_taken_over_as_a_draft(begin: Begin, own: FaultyServer) -> None:
    _, waits = leave(begin, own)
    other = begin(waits, OTHER_TOKEN)
    chosen(other, 1)
    other.until_seen(f"{waits} · support")
    other.click("Take over")
    other.until("the draft", lambda _: other.notes(waits) == [NOTE])
    other.click("Close")
    assert own.posts_of(waits) == []
    other.click("Submit")
    other.until_said("Submitted: stored at")
    assert [posted.user for posted in own.posts_of(waits)] == ["lucia"]
    first = begin(waits)
    assert first.states_now(waits) == []
    assert own.stored(waits) == [NOTE]


def test_anothers_submission_in_doubt_is_taken_over_with_its_doubt(begin: Begin, own: FaultyServer) -> None:
    case = own.fresh()
    first = begin(case)
    own.plan(case, "POST", stored(reset))
    first.submit_note(NOTE)
    own.wait_stored(case, 1)
    own.rule(case, "GET", DOWN)
    first.kill()
    own.clear(case)
    own.world.update(case, [("note", "de otra")], by="colleague")
    other = begin(case, OTHER_TOKEN)
    chosen(other)
    other.click("Take over")
    other.until("the draft", lambda _: other.notes(case) == [NOTE])
    other.click("Close")
    other.click("Submit")
    other.until_state(case, "asking")
    assert len(own.posts_of(case)) == 1
    assert own.stored(case) == [NOTE, "de otra"]


def test_what_others_left_can_be_read_and_copied_without_being_signed_in(begin: Begin, own: FaultyServer) -> None:
    typed, _ = leave(begin, own)
    other = begin(typed, OTHER_TOKEN)
    other.do("menu", name="Sign out")
    other.until_said("Signed out")
    chosen(other)
    with pytest.raises(RefusedError):
        other.click("Take over")
    other.click("Copy")
