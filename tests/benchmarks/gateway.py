"""A Social Gateway in its own process, with cases of every size; prints its address and runs until it is killed."""

import json
import sys
from collections.abc import Mapping
from datetime import datetime, timedelta
from unittest.mock import patch

from caseeditor.demo import server
from caseeditor.demo.colleagues import Colleagues
from caseeditor.demo.largest_case import LARGEST, headline
from caseeditor.demo.world import ZONE, Case, World

TOKEN = "benchmark-token-77"  # noqa: S105 - valid for this server only
SIZES = (10, 100, 1_000, 10_000)
"""Attributes and notes per case for the cost curves. The id of each case is FIRST plus its size."""
FIRST = 800_000


def case_of(size: int) -> int:
    """Return the id of the case with this many attributes and notes."""
    return FIRST + size


def _sized(now: datetime, size: int) -> dict[str, object]:
    began = int((now - timedelta(days=100)).timestamp() * 1000)
    return {
        **headline(now),
        "id": case_of(size),
        "subject": f"{size} attributes and notes",
        "contact": {"id": 7, "name": "Cliente", "profiles": [{"id": 8, "source": "email", "name": "Cliente"}]},
        "notes": [
            {"date": began + at * 60_000, "text": f"{at}. Llamó de nuevo por el pedido.", "userName": "support"}
            for at in range(size)
        ],
        **{f"atributo {at:05}": f"valor {at}" for at in range(size)},
    }


def _world(user: str, cases: Mapping[int, Case] | None = None, colleagues: Colleagues | None = None) -> World:
    made = _made(user, cases, colleagues)
    now = datetime.now(ZONE)
    made._cases |= {case_of(size): _sized(now, size) for size in SIZES}  # noqa: SLF001 - added to the demo's own cases
    made.body(LARGEST)
    return made


_made = server._world  # noqa: SLF001 - the demo has no public way to add cases

if __name__ == "__main__":
    with patch.object(server, "_world", _world), server.DemoServer(token=TOKEN, user="support") as running:
        sys.stdout.write(json.dumps(running.url) + "\n")
        sys.stdout.flush()
        sys.stdin.read()
