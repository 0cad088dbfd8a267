"""A backlog of pending submissions: all are delivered, a few at a time, and the agent waits for none of them."""

import contextlib
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from caseeditor.domain.case.model import read_answer
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.handover import submitted
from caseeditor.domain.delivery.snapshot import Reading, take
from caseeditor.domain.delivery.submission import State as Step
from caseeditor.domain.editing.edit import Edit
from caseeditor.services.storage.database import Store
from tests.faults.editor import Editor, State
from tests.faults.server import COUNT, FIRST, TOKENS, Call, FaultyServer
from tests.support.drafts import submit
from tests.support.time_bounds import is_within

WAITING = 1000
AT_ONCE = 4
THE_AGENTS = FIRST + COUNT - 1
"""The case without a pending submission."""
PACE = 0.005
"""Seconds that the server takes per call."""
PATIENT = {"reading": 60.0, "updating": 60.0, "closing": 60.0}
"""For tests in which no answer may be late, however busy this machine is."""
DOUBT = ("Checking whether", "couldn't confirm")
pytestmark = pytest.mark.usefixtures("alone")


class Counter:
    """Scripts that count the concurrent calls about the waiting cases."""

    def __init__(self, server: FaultyServer, pace: float = PACE) -> None:
        self.most = self._now = 0
        self._lock = threading.Lock()
        self._pace = pace
        for case in range(FIRST, THE_AGENTS):
            server.rule(case, "GET", self._count)
            server.rule(case, "POST", self._count)

    def _count(self, call: Call) -> None:
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
        call.pause(self._pace)
        if call.method == "POST":
            call.store()
        with self._lock:
            self._now -= 1  # before the answer: the client may call again at once
        call.good()


def texts(number: int) -> str:
    return f"waiting note {number}"


def leave_waiting(server: FaultyServer, data: Path, count: int = WAITING) -> dict[int, list[str]]:
    """Leave pending submissions on disk, as from an earlier start; returns the notes of each case."""
    data.mkdir(mode=0o700)
    store, notes = Store(data), dict[int, list[str]]()
    for place in range(count):
        number = FIRST + place % (COUNT - 1)
        case = read_answer(server.shown(number)).case
        assert case
        edit = Edit(notes={1: texts(place)})
        user = f"name:{next(iter(TOKENS.values()))}"
        base = take(Reading(case, int(server.now().timestamp())), edit)
        draft = Draft(server=server.url, user=user, case_id=case.id, edit=edit, base=base)
        submit(store, draft, submitted(draft, case))
        notes.setdefault(number, []).append(texts(place))
    store.close()
    return notes


def nothing_waits(state: State) -> bool:
    return not state["parcels"]


@pytest.fixture
def own() -> Iterator[FaultyServer]:
    """Set up a server for one test."""
    with FaultyServer() as server:
        yield server


def test_a_thousand_that_wait_are_delivered_four_at_a_time_and_the_agent_opens_a_case_meanwhile(
    own: FaultyServer, home: Path
) -> None:
    data = home / "data"
    notes = leave_waiting(own, data)
    calls = Counter(own)
    with Editor(data, own.url, home=home, timing=PATIENT) as editor:
        editor.sign_in()
        own.wait_posts_of_any(notes, 50)
        began = time.monotonic()
        editor.open(THE_AGENTS)
        took = time.monotonic() - began
        assert editor.state["parcels"], "all was delivered before the case was opened"
        assert is_within(took, 1)
        editor.until("all delivered", nothing_waits)
        assert {case: own.stored(case) for case in notes} == notes
        assert calls.most == AT_ONCE
        assert not [said for said in editor.said if any(doubt in said for doubt in DOUBT)]


def test_closing_while_a_thousand_wait_is_quick_and_the_next_start_doubts_none(own: FaultyServer, home: Path) -> None:
    data = home / "data"
    notes = leave_waiting(own, data)
    Counter(own)
    with Editor(data, own.url, home=home, timing=PATIENT) as editor:
        editor.sign_in()
        own.wait_posts_of_any(notes, 20)  # which ones come first is open: a stale read goes to the end of the queue
        began = time.monotonic()
        assert editor.close() == 0
        assert is_within(time.monotonic() - began, 1)
    with contextlib.closing(Store(data)) as store:
        assert {submission.state for submission in store.open_submissions()} == {Step.QUEUED}
        waiting = {int(submission.case_id) for submission in store.open_submissions()}
    assert {case: own.stored(case) for case in notes if case not in waiting} == {
        case: texts for case, texts in notes.items() if case not in waiting
    }


def test_a_server_in_trouble_is_tried_by_one_of_them_and_when_it_is_back_all_go(own: FaultyServer, home: Path) -> None:
    notes = leave_waiting(own, home / "data", 100)
    for case in notes:
        own.rule(case, "GET", lambda call: call.answer(b"", b"503 x"))
    with Editor(home / "data", own.url, home=home, timing={"looks": (0.3, 0.6, 0.6, 0.6, 0.6, 0.6)}) as editor:
        editor.sign_in()
        editor.listen(1.5)
        tries = sum(own.reads[case] for case in notes)
        assert AT_ONCE < tries < AT_ONCE + 8
        for case in notes:
            own.clear(case)
        editor.until("all delivered", nothing_waits)
        assert {case: own.stored(case) for case in notes} == notes


def test_a_server_that_is_gone_is_told_by_all_and_when_it_is_back_all_go(own: FaultyServer, home: Path) -> None:
    notes = leave_waiting(own, home / "data", 100)
    gate = own.gate()
    for case in notes:  # so that no update is in flight when the server goes down
        own.rule(case, "GET", lambda _: gate.hold())
    with Editor(home / "data", own.url, home=home) as editor:
        editor.sign_in()
        editor.open(THE_AGENTS)
        gate.wait()
        own.shut()
        gate.open()
        editor.submit_note("one more")
        editor.until_said("can't be reached")
        for case in notes:
            own.clear(case)
        own.open()
        editor.until("all delivered", nothing_waits)
        assert own.stored(THE_AGENTS) == ["one more"]
        assert {case: own.stored(case) for case in notes} == notes
        assert all(len(own.posts_of(case)) == 1 for case in notes)


def test_a_pause_that_one_was_asked_for_is_kept_by_all(own: FaultyServer, home: Path) -> None:
    notes = leave_waiting(own, home / "data", 100)
    times: list[float] = []

    def timed(call: Call) -> None:
        times.append(time.monotonic())
        if call.method == "POST":
            call.store()
        call.good()

    def busy(call: Call) -> None:
        times.clear()
        times.append(time.monotonic())
        call.answer(b"", b"429 x", b"Retry-After: 1")

    for case in notes:
        own.rule(case, "GET", timed)
        own.rule(case, "POST", timed)
    own.plan(FIRST, "GET", busy)
    with Editor(home / "data", own.url, home=home, timing={"second": 1.0}) as editor:
        editor.sign_in()
        editor.until("all delivered", nothing_waits)
    assert {case: own.stored(case) for case in notes} == notes
    meanwhile = [each for each in times[1:] if each < times[0] + 1]
    assert len(meanwhile) <= 2 * (AT_ONCE - 1), "others than those that had their turn"


def test_one_that_waits_for_its_turn_is_taken_back_at_once(own: FaultyServer, home: Path) -> None:
    notes = leave_waiting(own, home / "data", 100)
    gate = own.gate()

    def held(call: Call) -> None:
        gate.hold()
        call.good()

    for case in notes:
        own.rule(case, "GET", held)
    last = max(notes)
    with Editor(home / "data", own.url, home=home, timing={"reading": 20}) as editor:
        editor.sign_in()
        gate.wait()
        editor.do("select", name="Outbox", row=len(notes) - 1)
        editor.click("Back to draft")
        editor.until("it is taken back", lambda _: editor.states(last) == [])
        assert own.reads[last] == 0
        for case in notes:
            own.clear(case)
        gate.open()
        editor.until("all delivered", nothing_waits)
        assert own.posts_of(last) == []
        assert editor.notes_of_draft(last) == notes[last]
