"""A cache in front of the server: a cached answer is not taken for the current state."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.faults.cache import Cache
from tests.faults.editor import Editor
from tests.faults.server import COLLEAGUE, Call, FaultyServer

MINE, THEIRS = "by the agent", "by a colleague"
STORED = "Submitted: stored"
CACHED = "A cache answered instead of 127.0.0.1"
Behind = Callable[[Cache], Editor]


@pytest.fixture
def own() -> Iterator[FaultyServer]:
    """Set up a server for one test."""
    with FaultyServer() as server:
        yield server


@pytest.fixture
def behind(case: int, home: Path) -> Iterator[Behind]:
    """Start a program behind a cache that holds the open case."""
    with ExitStack() as running:

        def behind(cache: Cache) -> Editor:
            running.enter_context(cache)
            editor = running.enter_context(Editor(home / "data", cache.url, case, home=home))
            editor.sign_in()
            editor.until_open(case)
            return editor

        yield behind


@pytest.fixture
def case(own: FaultyServer) -> int:
    return own.fresh()


def stored_and_lost(call: Call) -> None:
    call.store()
    call.reset()


def changed_by_a_colleague(own: FaultyServer, case: int) -> None:
    own.world.update(case, (("subject", THEIRS),), by=COLLEAGUE)


def test_a_cache_that_honours_no_cache_hides_no_colleague(own: FaultyServer, case: int, behind: Behind) -> None:
    editor = behind(Cache(own.url, honours=True))
    changed_by_a_colleague(own, case)
    editor.fill("Subject", MINE)
    editor.click("Submit")
    editor.until_state(case, "deciding")
    assert own.world.case(case)["subject"] == THEIRS
    assert own.posts_of(case) == []


def test_a_cache_that_honours_no_cache_hides_no_note(own: FaultyServer, case: int, behind: Behind) -> None:
    editor = behind(Cache(own.url, honours=True))
    own.plan(case, "POST", stored_and_lost)
    editor.submit_note(MINE)
    editor.until_said(STORED)
    assert own.stored(case) == [MINE]
    assert not [said for said in editor.said if "isn't on the server" in said]


@pytest.mark.parametrize("ages", [True, False], ids=["with Age", "without"])
def test_a_cache_that_never_gives_a_fresh_answer_is_told_and_nothing_is_sent_by_it(
    own: FaultyServer, case: int, behind: Behind, *, ages: bool
) -> None:
    cache = Cache(own.url, honours=False, ages=ages)
    editor = behind(cache)
    editor.open(own.fresh())  # its answer is newer
    editor.open(case)
    changed_by_a_colleague(own, case)
    editor.fill("Subject", MINE)
    editor.click("Submit")
    editor.until_said(CACHED)
    editor.until_seen(CACHED)
    cache.wait_hits(10)
    assert own.posts_of(case) == []
    editor.click("Back to draft")
    editor.until_state(case)
    editor.until("it is in the draft", lambda _: editor.edit(case)["subject"] == MINE)
    assert own.posts_of(case) == []
    cache.is_off = True
    editor.click("Submit")
    editor.until_state(case, "deciding")
    assert own.world.case(case)["subject"] == THEIRS


@pytest.mark.parametrize("ages", [True, False], ids=["with Age", "without"])
def test_what_became_of_an_update_is_not_decided_by_what_a_cache_kept(
    own: FaultyServer, case: int, behind: Behind, *, ages: bool
) -> None:
    cache = Cache(own.url, honours=False, ages=ages)
    editor = behind(cache)

    def lost(call: Call) -> None:
        cache.is_off = False
        stored_and_lost(call)

    cache.is_off = True
    own.plan(case, "POST", lost)
    editor.submit_note(MINE)
    editor.until_said(CACHED)
    cache.wait_hits(10)
    assert editor.states_now(case) == ["unsure"]
    assert not [said for said in editor.said if "isn't on the server" in said]
    cache.is_off = True
    editor.until_said(STORED)
    assert own.stored(case) == [MINE]
    assert len(own.posts_of(case)) == 1
