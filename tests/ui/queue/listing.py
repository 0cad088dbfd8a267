"""Lists of cases that a scripted server answers to the queue, and what it was asked."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from pytestqt.qtbot import QtBot

from caseeditor.domain.case.dates import written
from caseeditor.ui.queue.loader import QueueLoader
from caseeditor.ui.queue.panel import QueuePane
from tests.ui.parts import AppFixture
from tests.ui.scripted_server import ScriptedServer

SLA = 86_400


def case(id_: int, left: float | None = None, age: float = 60, /, **fields: object) -> dict[str, object]:
    """Build a case that is due in `left` seconds and was updated `age` seconds ago."""
    now = datetime.now(UTC)
    made: dict[str, object] = {
        "id": id_,
        "subject": f"Pedido {id_}",
        "contact": {"name": f"Ana {id_}"},
        "state": "Assigned",
        "source": "email",
        "update_date": written(now - timedelta(seconds=age)),
    }
    if left is not None:
        made |= {"sla_seconds": SLA, "we_did_not_reply_since_date": written(now + timedelta(seconds=left - SLA))}
    return {**made, **fields}


class Listing:
    """The cases of a server; `asked` records the parameters of each request."""

    def __init__(self, server: ScriptedServer, cases: Iterable[dict[str, object]] = ()) -> None:
        self.cases = list(cases)
        self.asked: list[dict[str, str]] = []
        self.change: Callable[[dict[str, str]], object] | None = None
        """Answers in place of the list, if set."""
        self.ignores_since = False
        """Lists all cases, also if asked for changes."""
        server.list_cases = self._answer

    def _answer(self, given: dict[str, str]) -> object:
        self.asked.append(given)
        if self.change and (answer := self.change(given)) is not None:
            return answer
        index, count = int(given["index"]), int(given["count"])
        since = "" if self.ignores_since else given.get("updated_since", "")
        found = [each for each in self.cases if str(each.get("update_date", "")) >= since]
        return {"total": len(found), "items": found[index : index + count]}


def ids(loader: QueueLoader) -> list[str]:
    return list(loader.rows.by_id)


def settled(qtbot: QtBot, loader: QueueLoader) -> None:
    """Wait until no pass is under way."""
    qtbot.waitUntil(lambda: loader.server is not None and not loader.is_busy)


def pane(qtbot: QtBot, app: AppFixture) -> QueuePane:
    """Return the page of the queue once it is loaded."""
    found = app.window.findChild(QueuePane)
    assert isinstance(found, QueuePane)
    settled(qtbot, found.loader)
    return found
