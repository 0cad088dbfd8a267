"""Updates that a server rejects, postpones or hides; tokens and users."""

import time
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.faults.conftest import Start
from tests.faults.editor import Editor
from tests.faults.scripts import empty, good, held, refused, reset, said, stored
from tests.faults.server import OTHER_TOKEN, TOKEN, Call, FaultyServer, Script

NOTE = "llamar mañana"
REASONS = {
    "utf-8": ("Sesión vencida".encode(), "Sesión vencida"),
    "latin-1": ("Sesión vencida".encode("latin-1"), "Sesión vencida"),
    "empty": (b"", "doesn't accept the access token"),
    "70 kB": (b"x" * 70_000, "xxx…"),
    "control characters": (b"Bad\x1b[31m token\x07", "Bad [31m token"),
}


def written(folder: Path) -> str:
    """Read all files that the program has written."""
    return "".join(path.read_bytes().decode("utf-8", "replace") for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("reason", REASONS)
def test_401_to_an_update_keeps_it_asks_for_a_token_and_goes_on(
    reason: str, editor: Editor, server: FaultyServer, case: int
) -> None:
    raw, words = REASONS[reason]
    editor.open(case)
    server.plan(case, "POST", lambda call: call.answer(b"", b"401 " + raw))
    editor.submit_note(NOTE)
    editor.until("the sign-in dialog", lambda state: "Sign in" in state["dialogs"])
    told = editor.seen(words)
    assert told, editor.state["labels"]
    assert len(told) < 800
    assert told.isprintable()
    editor.sign_in()
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 2


@pytest.mark.parametrize(
    "echo",
    [
        lambda call: call.answer(b"", b"401 Bad token " + TOKEN.encode()),
        refused(f"Bad token {TOKEN}"),
        refused(f"Bad token {quote(TOKEN, safe='')}", b"400 Bad Request"),
    ],
    ids=["reason", "statusMessage", "quoted"],
)
def test_an_answer_that_echoes_the_token_is_masked_and_the_token_is_in_no_file(
    echo: Script, start: Start, server: FaultyServer, case: int
) -> None:
    editor = start(case)
    server.plan(case, "POST", echo)
    editor.submit_note(NOTE)
    editor.until_seen("Bad token")
    assert TOKEN not in "".join(editor.state["labels"] + editor.said)
    port = server.url.rpartition(":")[2]  # it may contain these digits too
    assert "77" not in editor.seen("Bad token").replace(f":{port}", "")
    editor.kill()
    everything = written(editor.home)
    assert TOKEN not in everything
    assert quote(TOKEN, safe="") not in everything


@pytest.mark.parametrize("words", [b"413 Content Too Large", b"413 Demasiado"])
def test_413_during_the_upload_is_told_and_the_draft_is_kept(
    words: bytes, editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    server.early[case] = lambda call: call.answer(b"", words, close=True)
    long = "ñ" * 20_000
    editor.submit_note(long)
    editor.until_said("Your changes are back in the draft.")
    editor.until("the draft", lambda _: editor.notes(case) == [long])
    assert server.stored(case) == []
    assert len(server.posts_of(case)) == 1


def too_many(wait: bytes) -> Script:
    return empty(b"429 Too Many Requests", *([b"Retry-After: " + wait] if wait else []))


@pytest.mark.parametrize(
    ("header", "seconds"),
    [(b"5", 5), (b"999999", 300), (b"Wed, 21 Oct 2026 07:28:00 GMT", 60), (b"soon", 60), (b"-3", 60), (b"", 1)],
)
def test_429_retry_after_is_honoured_capped_and_no_storm(
    header: bytes, seconds: int, editor: Editor, server: FaultyServer, case: int
) -> None:
    unit = 0.005  # the length of a second in editor.HASTY
    editor.open(case)
    moments: list[float] = []

    def timed(then: Script) -> Script:
        def script(call: Call) -> None:
            moments.append(time.monotonic())
            then(call)

        return script

    server.plan(case, "POST", timed(too_many(header)), timed(stored(good)))
    editor.submit_note(NOTE)
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 2
    assert moments[1] - moments[0] >= seconds * unit
    assert server.reads[case] < 12


def test_429_for_ever_ends_with_the_draft_and_no_storm(editor: Editor, server: FaultyServer, case: int) -> None:
    editor.open(case)
    server.rule(case, "POST", too_many(b"1"))
    editor.submit_note(NOTE)
    editor.until_said("Your changes are back in the draft.")
    editor.until("the draft", lambda _: editor.notes(case) == [NOTE])
    assert len(server.posts_of(case)) <= 6


def test_429_to_a_read_is_honoured(editor: Editor, server: FaultyServer, case: int) -> None:
    editor.open(case)
    server.plan(case, "GET", too_many(b"10"), too_many(b"10"))
    began = time.monotonic()
    editor.submit_note(NOTE)
    editor.until_said("Submitted: stored at")
    assert time.monotonic() - began >= 0.1
    assert server.reads[case] <= 6


def test_429_to_a_read_leaves_the_agent_the_way_back(editor: Editor, server: FaultyServer, case: int) -> None:
    editor.open(case)
    server.rule(case, "GET", too_many(b"999999"))
    editor.submit_note(NOTE)
    editor.until_said("Ready again in")
    editor.do("select", name="Outbox", row=len(editor.do("state")["parcels"]) - 1)
    editor.click("Back to draft")
    editor.until("the draft", lambda _: editor.notes(case) == [NOTE])
    assert server.posts_of(case) == []


def test_another_user_signs_in_while_something_waits_it_waits_for_its_own_user(
    start: Start, server: FaultyServer, case: int
) -> None:
    first = start(case)
    gate = server.gate()
    server.plan(case, "GET", held(gate, reset))
    first.submit_note(NOTE)
    gate.wait()
    first.kill()
    gate.open()
    second = start(token=OTHER_TOKEN)
    second.until_said("Sign in to send it")
    second.close_cases()
    other = server.fresh()
    second.open(other)
    second.submit_note("hers")
    second.until_said("Submitted: stored at")
    assert server.posts_of(case) == []
    second.do("menu", name="Sign out")
    second.until_said("Signed out")
    second.do("menu", name="Sign in…")
    second.sign_in(TOKEN)
    server.wait_stored(case, 1)
    assert [posted.user for posted in server.posts_of(case)] == ["support"]
    assert [posted.user for posted in server.posts_of(other)] == ["lucia"]


def test_another_user_does_not_see_what_the_first_typed(start: Start, server: FaultyServer, case: int) -> None:
    first = start(case)
    first.fill("New note", NOTE)
    first.until_saved(case)
    first.kill()
    second = start(case, token=OTHER_TOKEN)
    assert second.notes(case) == []
    second.kill()
    third = start(case)
    third.until("the draft", lambda _: third.notes(case) == [NOTE])
    assert server.posts_of(case) == []


@pytest.mark.parametrize("shown", ["missing", "empty"])
def test_a_server_that_shows_no_notes_accepts_and_a_doubt_is_asked(shown: str, case: int, tmp_path: Path) -> None:
    with FaultyServer() as silent, Editor(tmp_path / "data", silent.url, case) as editor:
        silent.notes_are = shown
        editor.sign_in()
        editor.until_open(case)
        editor.submit_note(NOTE)
        editor.until_said("accepted at")
        editor.until_said("this server shows no notes")
        assert not any("stored at" in each for each in editor.said)
        silent.plan(case, "POST", stored(reset))
        editor.submit_note("dos")
        editor.until_state(case, "asking")
        editor.until_said("New note “dos”: this server shows no notes")
        assert silent.stored(case) == [NOTE, "dos"]
        assert len(silent.posts_of(case)) == 2


def test_connection_refused_is_unsent_and_offered_again(case: int, tmp_path: Path) -> None:
    with FaultyServer() as own, Editor(tmp_path / "data", own.url, case) as editor:
        editor.sign_in()
        editor.until_open(case)
        own.shut()
        editor.submit_note(NOTE)
        editor.until_said("can't be reached")
        assert editor.states_now(case) == ["queued"]
        own.open()
        editor.until_said("Submitted: stored at")
        assert own.stored(case) == [NOTE]
        assert len(own.posts_of(case)) == 1


def test_connection_refused_to_the_update_itself_is_unsent_and_sent_later(case: int, tmp_path: Path) -> None:
    def go(call: Call) -> None:
        call.be_last()  # the update could go out by another connection that is open
        call.answer(call.body(), close=True)

    with FaultyServer() as own, Editor(tmp_path / "data", own.url, case) as editor:
        editor.sign_in()
        editor.until_open(case)
        own.plan(case, "GET", go)
        editor.submit_note(NOTE)
        editor.until_said("can't be reached")
        assert editor.states_now(case) == ["queued"]
        own.open()
        editor.until_said("Submitted: stored at")
        assert own.stored(case) == [NOTE]
        assert len(own.posts_of(case)) == 1


def test_connection_refused_can_be_taken_back(case: int, tmp_path: Path) -> None:
    with FaultyServer() as own, Editor(tmp_path / "data", own.url, case) as editor:
        editor.sign_in()
        editor.until_open(case)
        own.shut()
        editor.submit_note(NOTE)
        editor.until_said("can't be reached")
        editor.do("select", name="Outbox", row=0)
        editor.click("Back to draft")
        editor.until("the draft", lambda _: editor.notes(case) == [NOTE])
        own.open()
        editor.until_state(case)
        assert own.posts_of(case) == []


def test_accepted_then_silence_ends_at_the_deadline_and_the_window_stays_alive(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    gate = server.gate()
    server.plan(case, "POST", held(gate, reset))
    editor.submit_note(NOTE)
    gate.wait()
    editor.do("type", name="New note", text="while it hangs")
    assert editor.notes(case) == ["while it hangs"]
    editor.until_saved(case)
    editor.until_state(case, "asking")
    gate.open()
    assert editor.notes(case) == ["while it hangs"]
    assert len(server.posts_of(case)) == 1


def test_an_answer_of_one_byte_every_half_second_ends_at_the_deadline(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)

    def drip(call: Call) -> None:
        call.store()
        call.answer(b"", length=5000)
        while not call.server.over.wait(0.5):
            call.send(b" ")  # body bytes

    server.plan(case, "POST", drip)
    editor.submit_note(NOTE)
    editor.until_said("didn't answer in time")
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


@pytest.mark.parametrize(
    "answer", [said({"id": 1, "subject": "another"}), said([{"id": 1}])], ids=["another id", "a list"]
)
def test_another_cases_id_or_a_list_in_the_answer_to_a_read_sends_nothing(
    answer: Script, editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    server.rule(case, "GET", answer)
    editor.submit_note(NOTE)
    server.wait_reads(case, 3)
    assert server.posts_of(case) == []
    server.rule(case, "GET", None)
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
