"""The main job by mouse alone on a large screen: few targets, and a short way from the top down."""

from collections.abc import Iterator
from itertools import pairwise
from math import dist
from pathlib import Path

import pytest

from caseeditor.demo.server import DemoServer
from tests.end_to_end.conftest import QUICK
from tests.end_to_end.delivery_fixture import posts, sent
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Extents, Program
from tests.end_to_end.test_queue import server_id, shows
from tests.end_to_end.typed_case_fixture import TOKEN

WIDTH, HEIGHT = 1920, 1080
FARTHEST = 3_000
"""Pixels of pointer travel between the first target and the last one."""
MOST = 6
"""Targets."""
_INSET = 12
"""Pixels between a click and the edge of its target."""
COLUMN = 1
"""Of the values of attributes."""


class Mouse:
    """Clicks each target where it is nearest to the pointer, as a hand does, and records the places."""

    def __init__(self, editor: Program) -> None:
        self._editor = editor
        self.places: list[tuple[int, int]] = []
        self.centres: list[tuple[int, int]] = []

    @property
    def travel(self) -> float:
        """The length of the way, in pixels."""
        return length(self.places)

    def click(self, target: Extents) -> None:
        place = target.nearest(self.places[-1], _INSET) if self.places else target.centre
        self.places.append(place)
        self.centres.append(target.centre)
        self._editor.activate()
        self._editor.desktop.click(*place)


def length(places: list[tuple[int, int]]) -> float:
    return sum(dist(*each) for each in pairwise(places))


@pytest.fixture(scope="module")
def large() -> Iterator[Desktop]:
    with Desktop(f"{WIDTH}x{HEIGHT}x24") as made:
        yield made


@pytest.fixture
def server(large: Desktop) -> Iterator[DemoServer]:
    with DemoServer(token=TOKEN, user="support") as running:
        large.store_secret("caseeditor", running.url, TOKEN)
        yield running


@pytest.fixture
def editor(large: Desktop, server: DemoServer, tmp_path: Path) -> Iterator[Program]:
    with Program(large, "--server", server.url, home=tmp_path / "home", command=QUICK) as shown:
        shown.wait_window()
        shown.maximize(WIDTH, HEIGHT)
        yield shown


def row_with_attributes(editor: Program, server: DemoServer) -> int:
    """Return the first row below the top one whose case has attributes."""
    rows = editor.until("the queue", lambda: editor.items("Queue"), lambda found: len(found) > 200)
    ids = [int(row.description.split(",")[0].removeprefix("#")) for row in rows]
    return next(row for row, id_ in enumerate(ids) if row and "prioridad" in server.case(id_))


def test_the_main_job_from_the_list_takes_few_targets_and_a_short_way(editor: Program, server: DemoServer) -> None:
    row = row_with_attributes(editor, server)
    case, following = server_id(editor, row), server_id(editor, row + 1)
    mouse = Mouse(editor)

    mouse.click(editor.place_of_item("Queue", editor.items("Queue")[row].name))
    shows(editor, case)
    mouse.click(editor.place_of("text", "Subject"))
    editor.wait_focus("Subject")
    editor.type_text("Nuevo ")
    mouse.click(editor.place_of("text", "New tag"))
    editor.wait_focus("New tag")
    editor.type_text("urgente")
    names = [each[0] for each in editor.table("Attributes")]
    mouse.click(editor.place_of_cell("Attributes", names.index("prioridad"), COLUMN))
    editor.type_text("muy alta")
    mouse.click(editor.place_of("text", "New note"))
    editor.wait_focus("New note")
    editor.type_text("llamar")
    mouse.click(editor.place_of("push button", "Submit and next"))

    shows(editor, following)
    (update,) = editor.until("the update", lambda: posts(server, int(case)))
    editor.gone("push button", f"Close case {case}")
    (name, subject), *rest = sent(update)
    assert name == "subject"
    assert "Nuevo " in subject
    assert rest == [("tag", "urgente"), ("note", "llamar"), ("prioridad", "muy alta")]
    way = f"{mouse.travel:.0f} px, between the centres {length(mouse.centres):.0f} px"
    print(f"{len(mouse.places)} targets, {way}: {mouse.centres}")  # noqa: T201 - with -s
    assert len(mouse.places) <= MOST
    assert mouse.travel < FARTHEST
