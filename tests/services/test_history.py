"""The history: what was submitted and discarded, searched and cleared."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from caseeditor.domain.facts import HAUNTED
from caseeditor.domain.parcel import Ghost, State
from caseeditor.domain.remembered import Tab
from caseeditor.services.history import History
from caseeditor.services.memory import Memory
from caseeditor.services.shelf import Shelf
from caseeditor.services.store import Store
from tests.services.drafts import drop, save, submit
from tests.services.test_store import DAY, SERVER, Clock, draft, parcel


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    kept = Store(tmp_path, clock)
    yield kept
    kept.close()


@pytest.fixture
def shelf(store: Store) -> Shelf:
    return Shelf(asyncio.to_thread, lambda _: store)


def cases(shelf: Shelf, search: str = "") -> list[str]:
    return [entry.case_id for entry in asyncio.run(History(shelf).page(search, -1, 0))]


def test_it_has_what_was_submitted_and_discarded_the_newest_first(store: Store, shelf: Shelf) -> None:
    first = submit(store, draft("1"), parcel(draft("1")))
    store.save(msgspec.structs.replace(first, state=State.STORED))
    store.keep_discarded(draft("2"))
    entries = asyncio.run(History(shelf).page("", 10, 0))
    assert [(entry.case_id, entry.state) for entry in entries] == [("2", "discarded"), ("1", "stored")]
    assert entries[0].draft == draft("2")
    assert entries[1].parcel is not None
    assert [entry.case_id for entry in asyncio.run(History(shelf).page("", 1, 1))] == ["1"]


@pytest.mark.parametrize("wanted", ["100%", "a_b", "!", "Año", "1", 'says "no"', "one\ntwo", "vip", "prioridad"])
def test_it_is_searched_by_id_and_by_any_text(store: Store, shelf: Shelf, wanted: str) -> None:
    odd = draft("1", subject='100% a_b ! Año says "no" one\ntwo', tags={"vip": True}, values={"prioridad": "alta"})
    store.keep_discarded(odd)
    store.keep_discarded(draft("2", subject="nothing alike", notes={}, rows={}))
    assert cases(shelf, wanted) == ["1"]


@pytest.mark.parametrize("wanted", ["state", "edit", "refused", "subject", "notes", "queued", "support"])
def test_a_search_finds_nothing_that_only_the_program_wrote(store: Store, shelf: Shelf, wanted: str) -> None:
    submit(store, draft("1"), parcel(draft("1")))
    store.keep_discarded(draft("2"))
    assert cases(shelf, wanted) == []


def test_clearing_what_is_old_leaves_what_is_on_its_way(store: Store, shelf: Shelf, clock: Clock) -> None:
    old = submit(store, draft("1"), parcel(draft("1")))
    store.save(msgspec.structs.replace(old, state=State.STORED))
    waiting = submit(store, draft("2"), parcel(draft("2")))
    store.keep_discarded(draft("3"))
    clock.now += 91 * DAY
    store.keep_discarded(draft("4"))
    asyncio.run(History(shelf).clear_old(90))
    assert set(cases(shelf)) == {"2", "4"}
    asyncio.run(History(shelf).clear())
    assert cases(shelf) == ["2"]
    assert store.open_parcels() == (waiting,)


def test_clearing_leaves_what_tells_apart_the_notes_of_what_is_still_open(
    store: Store, shelf: Shelf, clock: Clock
) -> None:
    ghost = Ghost("llamar", 5, 1)
    for case_id in ("1", "2", "3"):
        closed = submit(store, draft(case_id), parcel(draft(case_id), ghosts=(ghost,)))
        store.save(msgspec.structs.replace(closed, state=State.STORED))
    waiting = submit(store, draft("1"), parcel(draft("1")))
    save(store, draft("2"))
    asyncio.run(History(shelf).clear())
    assert cases(shelf) == ["1", "3", "2", "1"]
    clock.now += (HAUNTED + 1) * 1000
    asyncio.run(History(shelf).clear())
    assert cases(shelf) == ["1", "2", "1"]
    store.save(msgspec.structs.replace(waiting, state=State.STORED))
    drop(store, draft("2"))
    asyncio.run(History(shelf).clear())
    assert cases(shelf) == []


def test_tabs_are_remembered_in_order(shelf: Shelf) -> None:
    tabs = (Tab(SERVER, "3", "ana", "Pedido"), Tab(SERVER, "1", "ana", "Ayuda", is_active=True))
    asyncio.run(Memory(shelf).set_tabs(tabs))
    assert asyncio.run(Memory(shelf).tabs()) == tabs
