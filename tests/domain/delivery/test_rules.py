"""RULES.md and the state machine agree: pairs of state and event, statuses of a rejection, durations."""

import re
from pathlib import Path

from caseeditor.domain import delivery
from caseeditor.domain.delivery.evidence import UNCONFIRMED_FOR
from caseeditor.domain.delivery.state_machine import TABLE, VERIFICATION_READS
from caseeditor.domain.delivery.submission import State
from caseeditor.domain.timeouts import Timing
from caseeditor.services.api.responses import REJECTIONS

PAGE = (Path(delivery.__file__).parent / "RULES.md").read_text("utf-8")
ROWS = [[cell.strip() for cell in line.split("|")[1:-1]] for line in PAGE.splitlines() if line.startswith("| `")]


def test_the_table_of_the_page_is_the_table_of_the_code() -> None:
    assert {(state.strip("`"), event.strip("`")) for state, event, *_ in ROWS} == {
        (state.name, event.__name__) for state, event in TABLE
    }
    named = {name for row in ROWS for name in re.findall(r"`([A-Z_]+)`", row[3])}
    assert named == {state.name for state in State}


def test_the_statuses_of_a_rejection_are_those_of_the_code() -> None:
    [listed] = [condition for state, event, condition, _ in ROWS if event == "`Refused`"]
    numbers = set()
    for first, last in re.findall(r"\b(\d{3})(?:–(\d{3}))?", listed):
        numbers |= set(range(int(first), int(last or first) + 1))
    assert numbers == {*REJECTIONS, 401, 429}


def test_the_times_of_the_rules_are_those_of_the_code() -> None:
    delays = [f"{seconds:g}" for seconds in Timing().looks]
    assert f"{', '.join(delays[:-1])} and {delays[-1]} s apart" in " ".join(PAGE.split())
    assert (VERIFICATION_READS, len(delays), UNCONFIRMED_FOR) == (6, 6, 15 * 60)
