"""Measurements inside the running program: `python -m tests.benchmarks.inside NAME SERVER FOLDER ROUNDS`.

Prints Rows and Growths as JSON. Program and yardstick are measured alternately.
"""

import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from string import ascii_lowercase
from unittest.mock import patch

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QPlainTextEdit, QWidget

from caseeditor.demo.bulk_cases import CAMPAIGN
from caseeditor.demo.largest_case import LARGEST
from caseeditor.domain.case.model import read_answer
from caseeditor.domain.queue.due import clock_at
from caseeditor.domain.queue.paging import MOST
from caseeditor.domain.queue.rows import narrowed
from caseeditor.services.storage.database import Store
from caseeditor.ui.case_lists.search_panel import SearchPane
from caseeditor.ui.queue.panel import QueuePane
from tests.benchmarks.figures import Figure, Growth, Result, Row, beyond, plain
from tests.benchmarks.gateway import SIZES, case_of
from tests.benchmarks.kept import bare_commits, timed
from tests.benchmarks.probe import BareCalls, Probe, Ticker
from tests.ui.parts import is_under_way, line, press, view

CASE = 210
_AFTER = 1500
"""ms of observation after a case was painted: late work counts as a gap too."""
_PAUSE = 15
_KEYS = 100


def median_of(rounds: int, measure: Callable[[], float]) -> Figure:
    return Figure.of([measure() for _ in range(rounds + 1)][1:])


def measure_open(probe: Probe, rounds: int) -> list[Result]:
    calls = BareCalls(probe.server.url)
    opened, got = [], []
    for _ in range(rounds + 2):
        got.append(calls.get(CASE))
        opened.append(probe.open(CASE))
        probe.rest(300)
        probe.leave()
    looked = measure_preview(probe, calls, rounds)
    calls.close()
    return [
        beyond(
            "open a case: Enter until painted, beyond a bare GET", Figure.of(opened[2:]), Figure.of(got[2:]), 15, 20
        ),
        looked,
    ]


def measure_preview(probe: Probe, calls: BareCalls, rounds: int) -> Row:
    """Click one row of the queue after the other, each until its case is painted in place of the last one."""
    queue = queue_of(probe)
    shown = view("Queue", probe.window)
    looked, got = [], []
    for row in range(1, rounds + 3):
        case_id = queue.model.ids()[row]
        got.append(calls.get(int(case_id)))
        place = shown.visualRect(queue.model.index(row)).center()
        began = time.perf_counter()
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
        probe.wait(partial(_is_in_title, probe, case_id))
        looked.append((time.perf_counter() - began) * 1000)
        probe.rest(300)
        shown.scrollTo(queue.model.index(row + 2))
    probe.leave()
    return beyond("look at a case of the queue, beyond a bare GET", Figure.of(looked[2:]), Figure.of(got[2:]), 15, 20)


def _is_in_title(probe: Probe, case_id: str) -> bool:
    return f"{case_id} –" in probe.window.windowTitle()  # there is no subject before the id of some


def queue_of(probe: Probe) -> QueuePane:
    """Return the queue, once all of it is there."""
    queue = probe.window.findChild(QueuePane)
    if queue is None:
        raise LookupError
    probe.wait(lambda: queue.loader.as_of is not None)
    return queue


def measure_queue(probe: Probe, rounds: int) -> list[Result]:
    """Type into the field at the top, and take it back, while the queue has as many rows as it ever has."""
    queue = queue_of(probe)
    queue.queues.set_filter("campaign_id", str(CAMPAIGN))
    probe.wait(lambda: len(queue.loader.rows.by_id) == MOST)
    probe.rest(1000)
    shown, entry = view("Queue", probe.window), probe.window.address.entry
    clock, rows = clock_at(datetime.now(UTC)), queue.loader.rows.by_id.values()
    letters = [each for each in ascii_lowercase if 0 < len(narrowed(rows, each, None, clock)) < MOST]
    took = []
    for at in range(2 * rounds + 2):
        entry.setFocus()
        took.append(probe.until_painted(shown, partial(QTest.keyClicks, entry, letters[at % len(letters)])))
        took.append(probe.until_painted(shown, partial(QTest.keyClick, entry, Qt.Key.Key_Backspace)))
        probe.rest(_PAUSE)
    return [plain(f"filter {MOST:,} rows of the queue by a key, until painted", "ms", Figure.of(took[4:]), 8, 16)]


def measure_largest(probe: Probe, rounds: int) -> list[Result]:
    ticker, calls = Ticker(), BareCalls(probe.server.url)
    gaps, busy, opened, got = [], [], [], []
    for _ in range(rounds + 1):
        got.append(calls.get(LARGEST))
        ticker.start()
        opened.append(probe.open(LARGEST))
        probe.rest(_AFTER)
        gaps.append(ticker.stop())
        busy.append(ticker.busiest)
        ticker.start()
        probe.leave()
        probe.rest(300)
        left = ticker.stop()
    body = calls.body(LARGEST)
    calls.close()
    decoded = median_of(rounds, lambda: timed(lambda: read_answer(body)))
    bare = median_of(rounds, lambda: timed(lambda: msgspec.json.decode(body)))
    return [
        plain("the largest case: longest gap of the event loop", "ms", Figure.of(gaps[1:]), 35, 50),
        plain("of that, processor time of the window's thread", "ms", Figure.of(busy[1:])),
        Row("the largest case: Enter until painted; bare GET", "ms", Figure.of(opened[1:]), Figure.of(got[1:])),
        Row("the largest case: decoding it; bare msgspec", "ms", decoded, bare),
        plain("the largest case: gap when it is closed", "ms", Figure.of([left])),
    ]


def _attributes(probe: Probe) -> QAbstractItemView:
    return view("Attributes", shown(probe))


def shown(probe: Probe) -> QWidget:
    found = probe.window.current_view()
    if found is None:
        raise LookupError
    return found


def type_keys(probe: Probe, widget: QWidget, count: int) -> list[float]:
    """Type into a field; returns the ms from each key press until it is painted."""
    widget.setFocus()
    took = []
    for at in range(count):
        took.append(probe.until_painted(widget, partial(QTest.keyClicks, widget, "abcde "[at % 6])))
        probe.rest(_PAUSE)
    return took


def fields_of(probe: Probe) -> dict[str, QWidget]:
    """Return the fields that an agent types in: subject, note, an attribute's value."""
    page = shown(probe)
    note = next(each for each in page.findChildren(QPlainTextEdit) if each.accessibleName() == "New note")
    table = _attributes(probe)
    table.setCurrentIndex(table.model().index(5, 1))
    table.edit(table.currentIndex())
    editor = next(each for each in table.viewport().findChildren(QWidget) if each.hasFocus() or each.focusProxy())
    return {"Subject": line("Subject", page), "New note": note, "a value": editor}


def measure_keys(probe: Probe, rounds: int) -> list[Result]:
    probe.open(LARGEST)
    probe.rest(3000)
    fields = fields_of(probe)
    count = _KEYS * max(rounds // 5, 1) if rounds > 1 else 10
    found: list[Result] = []
    for name in ("a value", "Subject", "New note"):
        took = type_keys(probe, fields[name], count)
        found.append(
            plain(f"a key in the largest case, {name}: until painted, p99", "ms", Figure.at_share(took, 0.99), 8, 12)
        )
        found.append(plain(f"a key in the largest case, {name}: median", "ms", Figure.of(took)))
    probe.leave()
    return found


def measure_attributes(probe: Probe, rounds: int) -> list[Result]:
    probe.open(LARGEST)
    probe.rest(3000)
    filtering = filter_times(probe, rounds)
    pasted, undone = paste_times(probe, 1000, rounds)
    probe.leave()
    return [
        plain("filter its attributes, until painted", "ms", filtering, 16, 50),
        plain("paste 1,000 rows, until painted", "ms", pasted, 50, 100),
        plain("take 1,000 pasted rows back, until painted", "ms", undone, 50, 100),
    ]


def filter_times(probe: Probe, rounds: int) -> Figure:
    """Filter by one letter and by two, alternately, and clear the filter."""
    box, table = line("Filter attributes", shown(probe)), _attributes(probe)
    took = []
    for at in range(2 * rounds + 2):
        took.append(probe.until_painted(table, partial(box.setText, ("9", "07")[at % 2])))
        took.append(probe.until_painted(table, box.clear))
        probe.rest(_PAUSE)
    return Figure.of(took[4:])


def paste_times(probe: Probe, count: int, rounds: int) -> tuple[Figure, Figure]:
    """Paste rows with new names into the table, and undo."""
    table, session = _attributes(probe), probe.session()
    QGuiApplication.clipboard().setText("\n".join(f"nuevo {at}\tvalor {at}" for at in range(count)))
    pasted, undone = [], []

    def paste() -> None:
        QTest.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    for _ in range(rounds + 1):
        table.setFocus()
        table.setCurrentIndex(table.model().index(table.model().rowCount() - 1, 0))
        probe.rest(_PAUSE)
        pasted.append(probe.until_painted(table, paste))
        probe.wait(lambda: len(session.edit.rows) == count)  # the first is painted for another reason now and then
        probe.rest(700)
        undone.append(probe.until_painted(table, session.editor.undo))
        probe.rest(700)
    return Figure.of(pasted[1:]), Figure.of(undone[1:])


@contextmanager
def counted_syncs() -> Iterator[list[int]]:
    """Count the store's commits during the block."""
    counts: list[int] = []
    real = Store.transaction

    def transaction(store: Store) -> object:
        counts.append(1)
        return real(store)

    with patch.object(Store, "transaction", transaction):
        yield counts


def submit_once(probe: Probe, at: int) -> float:
    """Change the subject, write a note and submit; returns the ms until the receipt is painted."""
    session = probe.session()
    session.editor.set_subject(f"Asunto {at} {time.monotonic_ns()}")
    session.editor.set_note_text(f"Nota {at} {time.monotonic_ns()}")
    probe.rest(700)
    began = time.perf_counter()
    QTest.keyClick(probe.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    probe.wait(lambda: not is_under_way(session) and "stored" in probe.window.status_text())
    took = (time.perf_counter() - began) * 1000
    probe.rest(300)
    return took


def measure_submit(probe: Probe, rounds: int, folder: Path) -> list[Result]:
    calls = BareCalls(probe.server.url)
    probe.open(CASE)
    probe.rest(500)
    took, bare, syncs = [], [], []
    for at in range(rounds + 2):
        bare.append(calls.submit(CASE, subject=f"Asunto {at}", note=f"Nota {at}"))
        syncs += bare_commits(folder, 2)
        probe.session().load()
        probe.rest(300)
        with counted_syncs() as counts:
            took.append(submit_once(probe, at))
    probe.leave()
    calls.close()
    sync = Figure.of(syncs[4:])
    waits = Figure.of([each + len(counts) * sync.median for each in bare[2:]])
    return [
        beyond(f"submit, beyond the bare GET and POST and {len(counts)} syncs", Figure.of(took[2:]), waits, 15, 18),
        plain("a synced commit of bare SQLite", "ms", sync),
    ]


def measure_scale(probe: Probe, rounds: int) -> list[Result]:
    found: dict[str, list[Figure]] = {}
    for size in SIZES:
        opened = []
        for at in range(rounds + 1):
            opened.append(probe.open(case_of(size)))
            probe.rest(500)
            if at < rounds:
                probe.leave()
        probe.rest(1000)
        pasted, undone = paste_times(probe, size, rounds)
        for name, figure in {
            "open a case of so many attributes and notes": Figure.of(opened[1:]),
            "a key in its subject": Figure.of(type_keys(probe, line("Subject", shown(probe)), 10 * rounds)),
            "filter them": filter_times(probe, rounds),
            "paste as many": pasted,
            "take them back": undone,
            "submit a subject and a note": Figure.of([submit_once(probe, at) for at in range(rounds + 1)][1:]),
        }.items():
            found.setdefault(name, []).append(figure)
        probe.leave()
    return [Growth(name, SIZES, tuple(figures)) for name, figures in found.items()]


def _has(pane: SearchPane, place: int) -> bool:
    return pane.model.case(place) is not None


def measure_list(probe: Probe, rounds: int) -> list[Result]:
    probe.window.panes.search_cases()
    pane = probe.window.findChild(SearchPane)
    if pane is None:
        raise LookupError
    line("Campaign ID", pane).setText(str(CAMPAIGN))
    places = (10, 100, 1_000, 10_000, 99_000)
    found: dict[int, list[float]] = {place: [] for place in places}
    for at in range(rounds + 1):
        press("Search", pane)
        probe.wait(lambda: pane.model.as_of is not None and not pane.model.is_looking)
        cases = view("Cases found", pane)
        for place in places:
            began = time.perf_counter()
            cases.scrollTo(pane.model.index(place))
            probe.wait(partial(_has, pane, place))
            if at:
                found[place].append((time.perf_counter() - began) * 1000)
    return [Growth("go to a place in a list of 100,000", places, tuple(map(Figure.of, found.values())))]


def main(name: str, server: str, folder: Path, rounds: int) -> None:
    probe = Probe(server, folder / f"inside-{name}", settled=2500 if rounds > 1 else 100)
    measures: dict[str, Callable[[], list[Result]]] = {
        "open": lambda: measure_open(probe, rounds),
        "largest": lambda: measure_largest(probe, rounds),
        "keys": lambda: measure_keys(probe, rounds),
        "queue": lambda: measure_queue(probe, rounds),
        "attributes": lambda: measure_attributes(probe, rounds),
        "submit": lambda: measure_submit(probe, rounds, folder),
        "scale": lambda: measure_scale(probe, rounds),
        "list": lambda: measure_list(probe, rounds),
    }
    try:
        sys.stdout.buffer.write(msgspec.json.encode(measures[name]()) + b"\n")
        sys.stdout.flush()
    except BaseException:
        traceback.print_exc()  # closing may end the process before the error is reported
        raise
    finally:
        probe.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))
