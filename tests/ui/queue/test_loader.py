"""Loading of the queue: pages, refreshes, odd servers, and whose cases they are."""

import threading
from collections.abc import Iterator

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.search import Filters
from caseeditor.domain.errors.failure import FailureKind
from caseeditor.domain.local.settings import Settings
from caseeditor.domain.queue.paging import MOST, PAGE
from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.services.backend import Backend
from caseeditor.ui.queue.loader import QueueLoader
from caseeditor.ui.state.workspace import Workspace
from tests.ui.account.test_accounts import round_trip
from tests.ui.parts import TIMING
from tests.ui.queue.listing import Listing, case, ids, settled
from tests.ui.scripted_server import ScriptedServer

OFTEN = msgspec.structs.replace(TIMING, queue_refresh=0.05)


class Desk:
    """A workspace with a loader, and a server with two users."""

    def __init__(self, qtbot: QtBot, here: Workspace, scripted: ScriptedServer) -> None:
        self.qtbot, self.here, self.scripted = qtbot, here, scripted
        scripted.users = {"anas": "ana", "beas": "bea"}
        self.listing = Listing(scripted, [case(each) for each in range(1, 6)])
        self.is_watched = False
        """Whether the window is visible."""
        self.filters = Filters()
        self.loader = QueueLoader(here, lambda: self.is_watched, lambda: self.filters, here)

    def sign_in(self, whose: str = "anas") -> None:
        with self.qtbot.waitSignal(self.here.account.signed_in):
            self.here.account.sign_in(self.scripted.url, whose, keep=False)

    def settle(self) -> None:
        settled(self.qtbot, self.loader)

    def ids(self) -> list[str]:
        return ids(self.loader)


@pytest.fixture
def desk(qtbot: QtBot, worker: BackgroundWorker[Backend], scripted: ScriptedServer) -> Iterator[Desk]:
    """Create a workspace that is signed in nowhere, with frequent refreshes."""
    here = Workspace(worker, Settings(), OFTEN)
    yield Desk(qtbot, here, scripted)
    here.deleteLater()


# Pages.


def test_it_loads_by_itself_after_sign_in(desk: Desk) -> None:
    assert desk.loader.server is None
    desk.sign_in()
    desk.settle()
    assert desk.ids() == ["1", "2", "3", "4", "5"]
    assert [asked["order_by"] for asked in desk.listing.asked] == ["update_date"]
    assert desk.loader.as_of
    assert not desk.loader.is_partial


def test_a_long_list_is_loaded_up_to_the_maximum_a_page_at_a_time(desk: Desk) -> None:
    desk.listing.change = lambda given: {
        "total": 100_000,
        "items": [case(int(given["index"]) + each) for each in range(1, int(given["count"]) + 1)],
    }
    desk.sign_in()
    desk.settle()
    assert [int(asked["index"]) for asked in desk.listing.asked] == list(range(0, MOST, PAGE))
    assert (len(desk.ids()), desk.loader.total, desk.loader.is_partial) == (MOST, 100_000, True)


def test_rows_are_there_as_soon_as_their_page_has_arrived(desk: Desk) -> None:
    desk.listing.cases = [case(each) for each in range(1, 251)]
    counts: list[int] = []
    desk.loader.changed.connect(lambda: counts.append(len(desk.ids())))
    desk.sign_in()
    desk.settle()
    assert sorted(set(counts)) == [0, 100, 200, 250]


def test_a_server_that_repeats_its_page_and_gives_no_total_is_asked_twice(desk: Desk) -> None:
    desk.listing.change = lambda _: [case(each) for each in range(1, PAGE + 1)]
    desk.sign_in()
    desk.settle()
    assert len(desk.ids()) == PAGE
    assert len(desk.listing.asked) == 2


def test_no_page_is_requested_while_a_case_is_being_read(desk: Desk) -> None:
    desk.sign_in()
    desk.here.cases.open(Server(desk.scripted.url), "7")
    asked_while_reading: list[int] = []
    session = desk.here.sessions[Server(desk.scripted.url), "7"]
    session.case_read.connect(lambda: asked_while_reading.append(len(desk.listing.asked)))
    assert session.is_reading
    desk.loader._request()  # noqa: SLF001 - the timer's call, before the case is read
    desk.qtbot.waitUntil(lambda: bool(asked_while_reading))
    desk.settle()
    assert asked_while_reading == [0]
    assert len(desk.listing.asked) == 1


# Refusals and failures.


def test_an_order_that_the_server_rejects_is_left_out(desk: Desk) -> None:
    def refuse(given: dict[str, str]) -> object:
        if "order_by" in given:
            raise LookupError("no such order")
        return None

    desk.listing.change = refuse
    desk.sign_in()
    desk.settle()
    assert len(desk.ids()) == 5
    assert desk.loader.is_order_rejected
    assert "order_dir" not in desk.listing.asked[-1]


def test_a_list_that_the_server_rejects_is_a_failure_until_it_succeeds(desk: Desk) -> None:
    def refuse(_given: dict[str, str]) -> object:
        raise LookupError("not for you")

    desk.listing.change = refuse
    desk.sign_in()
    desk.qtbot.waitUntil(lambda: desk.loader.failure is not None)
    failure = desk.loader.failure
    assert failure
    assert (failure.kind, failure.words) == (FailureKind.REFUSED, "not for you")
    desk.listing.change = None
    desk.loader.refresh()
    desk.settle()
    assert desk.loader.failure is None
    assert len(desk.ids()) == 5


def test_a_refresh_that_fails_leaves_the_rows(desk: Desk) -> None:
    desk.sign_in()
    desk.settle()
    desk.listing.change = lambda _: "nonsense"
    desk.loader.refresh()
    desk.qtbot.waitUntil(lambda: desk.loader.failure is not None)
    assert len(desk.ids()) == 5


# Refreshes.


def test_a_refresh_asks_for_changes_and_marks_them(desk: Desk) -> None:
    desk.sign_in()
    desk.settle()
    desk.listing.cases[2] = case(3, None, 0, subject="Otro")
    desk.listing.cases.append(case(6, None, 0))
    desk.is_watched = True
    desk.qtbot.waitUntil(lambda: "6" in desk.ids())
    assert "updated_since" in desk.listing.asked[-1]
    rows = desk.loader.rows.by_id
    assert rows["3"].case.subject == "Otro"
    assert [each for each, row in rows.items() if row.is_changed] == ["3"]


@pytest.mark.parametrize("is_watched", [True, False])
def test_it_refreshes_only_while_the_window_is_visible_and_the_setting_is_on(desk: Desk, *, is_watched: bool) -> None:
    desk.sign_in()
    desk.settle()
    before = len(desk.listing.asked)
    desk.is_watched = is_watched
    desk.here.settings_store.change(queue_refresh=not is_watched)
    for _ in range(3):
        with desk.qtbot.waitSignal(desk.loader._clock.timeout):  # noqa: SLF001 - the moment of a refresh
            pass
    round_trip(desk.qtbot, desk.here.worker)
    assert len(desk.listing.asked) == before


def test_refresh_by_the_agent_removes_cases_that_are_gone(desk: Desk) -> None:
    desk.sign_in()
    desk.settle()
    del desk.listing.cases[1]
    desk.loader.refresh()
    desk.settle()
    assert desk.ids() == ["1", "3", "4", "5"]


def test_a_case_that_slips_between_two_pages_stays(desk: Desk) -> None:
    desk.listing.cases = [case(each) for each in range(1, 151)]
    desk.sign_in()
    desk.settle()

    def shift(given: dict[str, str]) -> object:
        if given["index"] != "0":
            desk.listing.cases = [case(each) for each in range(2, 151)]  # case 101 moves to the page before
        return None

    desk.listing.change = shift
    desk.loader.refresh()
    desk.settle()
    assert len(desk.ids()) == 150
    desk.listing.change = None
    desk.loader.refresh()
    desk.settle()
    assert desk.ids() == [str(each) for each in range(2, 151)]


def test_a_new_case_has_room_in_a_list_that_is_full(desk: Desk) -> None:
    desk.listing.cases = [case(each) for each in range(1, MOST + 50)]
    desk.sign_in()
    desk.settle()
    desk.listing.cases.insert(0, case(9999, None, 0))
    desk.is_watched = True
    desk.qtbot.waitUntil(lambda: "9999" in desk.ids())
    assert len(desk.ids()) == MOST + 1
    desk.is_watched = False
    desk.settle()
    desk.loader.refresh()
    desk.settle()
    assert len(desk.ids()) == MOST
    assert "9999" in desk.ids()


def busy(desk: Desk, count: int) -> None:
    """Have a list of this length, which a new case joins at its top before each page that is answered."""
    desk.listing.cases = [case(each, None, 3600 + each) for each in range(1, count + 1)]
    newest = 10_000

    def join(_given: dict[str, str]) -> object:
        nonlocal newest
        newest += 1
        desk.listing.cases.insert(0, case(newest, None, 0))
        return None

    desk.listing.change = join


@pytest.mark.parametrize("count", [250, MOST + 200])
def test_new_cases_appear_in_a_list_that_never_stands_still(desk: Desk, count: int) -> None:
    busy(desk, count)
    desk.sign_in()
    desk.settle()
    for _ in range(3):
        newest = str(desk.listing.cases[0]["id"])
        gone = str(desk.listing.cases.pop(20)["id"])
        desk.loader.refresh()
        desk.settle()
        assert newest in desk.ids()
    assert gone in desk.ids(), "one pass of a changing list proves nothing"
    for _ in range(2):
        desk.loader.refresh()
        desk.settle()
    assert gone not in desk.ids()
    assert len(desk.ids()) <= 2 * MOST


def test_a_pass_through_a_loaded_list_changes_the_rows_once(desk: Desk) -> None:
    desk.listing.cases = [case(each) for each in range(1, 251)]
    desk.sign_in()
    desk.settle()
    desk.listing.cases = [case(each) for each in range(300, 50, -1)]
    counts: list[int] = []
    desk.loader.changed.connect(lambda: counts.append(len(desk.ids())))
    desk.loader.refresh()
    desk.settle()
    assert set(counts) == {250}
    assert "300" in desk.ids()


def test_a_pass_that_breaks_off_keeps_the_cases_that_it_found(desk: Desk) -> None:
    desk.listing.cases = [case(each) for each in range(1, 151)]
    desk.sign_in()
    desk.settle()
    desk.listing.cases.insert(0, case(999, None, 0))
    desk.listing.change = lambda given: None if given["index"] == "0" else "nonsense"
    desk.loader.refresh()
    desk.qtbot.waitUntil(lambda: desk.loader.failure is not None)
    assert "999" in desk.ids()
    assert len(desk.ids()) == 151


def test_a_server_that_ignores_updated_since_is_asked_for_one_page_at_a_time(desk: Desk) -> None:
    desk.listing.cases = [case(each, None, 3600 + each) for each in range(1, 451)]
    desk.listing.ignores_since = True
    desk.sign_in()
    desk.settle()
    before = len(desk.listing.asked)
    desk.is_watched = True
    desk.qtbot.waitUntil(lambda: len(desk.listing.asked) >= before + 3)
    desk.listing.cases.insert(0, case(999, None, 0))
    desk.qtbot.waitUntil(lambda: "999" in desk.ids())
    desk.is_watched = False
    desk.settle()
    later = desk.listing.asked[before:]
    assert [asked["index"] for asked in later[:5]] == ["0"] * len(later[:5])
    assert ["updated_since" in asked for asked in later] == [True] + [False] * (len(later) - 1)
    assert len(desk.ids()) == 451


def test_a_server_that_rejects_updated_since_is_not_asked_for_it_again(desk: Desk) -> None:
    def refuse(given: dict[str, str]) -> object:
        if "updated_since" in given:
            raise LookupError("no such filter")
        return None

    desk.listing.change = refuse
    desk.sign_in()
    desk.settle()
    desk.is_watched = True
    desk.listing.cases.append(case(6))
    desk.qtbot.waitUntil(lambda: "6" in desk.ids())
    assert sum("updated_since" in asked for asked in desk.listing.asked) == 1
    assert desk.loader.failure is None


# Own work.


def test_an_own_submission_is_in_the_list_at_once_and_no_news(desk: Desk) -> None:
    desk.sign_in()
    desk.settle()
    desk.scripted.case = case(3, None, 50)
    desk.here.cases.open(Server(desk.scripted.url), "3")
    session = desk.here.sessions[Server(desk.scripted.url), "3"]
    desk.qtbot.waitUntil(lambda: session.case is not None)
    desk.scripted.after_update = case(3, None, 0, subject="Mine")
    session.editor.set_subject("Mine")
    session.submit()
    desk.qtbot.waitUntil(lambda: desk.loader.rows.by_id["3"].case.subject == "Mine")
    assert not desk.loader.rows.by_id["3"].is_changed


def test_a_colleagues_change_is_seen_once_the_case_is_read(desk: Desk) -> None:
    desk.sign_in()
    desk.settle()
    desk.scripted.case = desk.listing.cases[2] = case(3, None, 0)
    desk.loader.refresh()
    desk.settle()
    assert desk.loader.rows.by_id["3"].is_changed
    desk.here.cases.open(Server(desk.scripted.url), "3")
    desk.qtbot.waitUntil(lambda: not desk.loader.rows.by_id["3"].is_changed)


# Accounts.


def test_sign_out_empties_the_list_and_stops_its_requests(desk: Desk) -> None:
    desk.is_watched = True
    desk.sign_in()
    desk.settle()
    desk.here.account.sign_out()
    desk.qtbot.waitUntil(lambda: desk.loader.server is None)
    assert desk.ids() == []
    assert not desk.loader.is_busy
    assert not desk.loader._clock.isActive()  # noqa: SLF001 - nothing more is asked


def test_a_page_that_arrives_after_sign_out_is_dropped(desk: Desk) -> None:
    may_answer = threading.Event()

    def wait(_given: dict[str, str]) -> object:
        may_answer.wait()
        return None

    desk.listing.change = wait
    desk.sign_in()
    desk.qtbot.waitUntil(lambda: bool(desk.listing.asked))
    desk.here.account.sign_out()
    desk.qtbot.waitUntil(lambda: desk.loader.server is None)
    may_answer.set()
    round_trip(desk.qtbot, desk.here.worker)
    assert desk.ids() == []


def test_another_user_sees_none_of_the_first_ones_rows(desk: Desk) -> None:
    desk.sign_in()
    desk.settle()
    desk.listing.cases = [case(9)]
    seen: list[list[str]] = []
    desk.loader.changed.connect(lambda: seen.append(desk.ids()))
    desk.sign_in("beas")
    desk.settle()
    assert desk.ids() == ["9"]
    assert [] in seen
    assert all("1" not in each for each in seen)


def test_a_token_that_is_rejected_ends_the_list(desk: Desk) -> None:
    desk.sign_in()
    desk.settle()
    desk.scripted.users = {}
    desk.loader.refresh()
    desk.qtbot.waitUntil(lambda: desk.loader.server is None)
    assert desk.ids() == []
