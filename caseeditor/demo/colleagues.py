"""A campaign whose colleagues keep working: they change its cases, and new ones arrive."""

import random
import threading
from datetime import datetime, timedelta

from caseeditor.demo.cases import AGENTS, Maker
from caseeditor.demo.plan_campaign import change_one
from caseeditor.demo.sample_texts import FOLLOW_UPS
from caseeditor.demo.world import DATE, ZONE, Case, World

FIRST = 500
COUNT = 30
MOST = 170
"""The number of cases with those that arrive; no other cases of the demo have their ids."""
_CAMPAIGN = {"id": 8, "name": "Mesa en vivo"}
_SLA = 14_400
_LONGEST_OVER = 40
"""Minutes that a case is overdue at most."""
_OPEN = ("Arrived", "Assigned", "In progress")
_OPENING = ("first_open_date", "last_open_date", "inbox_date", "creation_date", "update_date")
_TAGS = ("llamar", "reembolso", "urgente", "segundo nivel", "seguimiento")
_SINCE = ("llamó otra vez", "falta el comprobante", "pidió reembolso", "espera respuesta")


class Colleagues:
    """Changes a world, one act each `period` seconds, in an order that depends on `seed` alone.

    Only cases of the campaign change, and of the campaign for batches (`change_one`): the others are examples that the
    documents describe.
    """

    def __init__(self, period: float = 15.0, seed: int = 8) -> None:
        self._period = period
        self._rng = random.Random(seed)  # noqa: S311 - test data, not a secret
        self._of_bulk = random.Random(seed)  # noqa: S311 - as above; apart, so that the other acts stay the same
        self._next = FIRST + COUNT
        self._subjects: dict[int, str] = {}
        self._maker: Maker | None = None
        self._began = datetime.now(ZONE)

    def cases(self, maker: Maker, now: datetime) -> dict[int, Case]:
        """Make the campaign's first cases, due between shortly before and the end of the SLA."""
        self._maker, self._began = maker, now
        made: dict[int, Case] = {}
        for id_ in range(FIRST, FIRST + COUNT):
            left = timedelta(minutes=self._rng.randrange(-_LONGEST_OVER, _SLA // 60))
            case = _untagged(maker.make(id_, timedelta(minutes=self._rng.randrange(1, 200))))
            made[id_] = case | self._waiting(now + left) | {"state": self._rng.choice(_OPEN)}
        return made

    def work(self, world: World, stopping: threading.Event) -> None:
        """Act until the server stops."""
        while not stopping.wait(self._period):
            self.act(world, datetime.now(ZONE))
            change_one(world, self._of_bulk)

    def act(self, world: World, now: datetime) -> int:
        """Change a case, or let a new one arrive; returns its id."""
        rng = self._rng
        if rng.random() < 1 / 4 and self._next < FIRST + MOST:
            id_, self._next = self._next, self._next + 1
            world.put(id_, self._arriving(id_, now))
            return id_
        id_, by = rng.randrange(FIRST, self._next), rng.choice(AGENTS)
        match rng.choice(("note", "tag", "subject", "reply", "message")):
            case "note":
                world.update(id_, [("note", rng.choice(FOLLOW_UPS))], by=by)
            case "tag":
                world.update(id_, [("tag", rng.choice(_TAGS))], by=by)
            case "subject":
                subject = self._subjects.setdefault(id_, str(world.case(id_)["subject"]))
                world.update(id_, [("subject", f"{subject} · {rng.choice(_SINCE)}")], by=by)
            case "reply":
                world.change(id_, _reply, by)
            case _:
                world.change(id_, lambda case: _message(case, now), str(world.case(id_)["updated_by"]))
        return id_

    def _arriving(self, id_: int, now: datetime) -> Case:
        """Make a case whose first message has just come."""
        maker = self._maker or Maker(now)
        case = _untagged(maker.make(id_, self._began - now)) | self._waiting(now + timedelta(seconds=_SLA))
        case.pop("notes", None)
        shared = case["contact"]  # by other cases, which stay as they are
        case["contact"] = dict(shared)
        shared["cases"] -= 1
        dates = dict.fromkeys(_OPENING, now.strftime(DATE))
        return case | dates | {"state": "Arrived", "messages": 1, "messages_received": 1, "messages_sent": 0}

    def _waiting(self, due: datetime) -> Case:
        """Return the fields of a case with an unanswered message."""
        since = (due - timedelta(seconds=_SLA)).strftime(DATE)
        return {"campaign": _CAMPAIGN, "sla_seconds": _SLA, "we_did_not_reply_since_date": since}


def _untagged(case: Case) -> Case:
    """Take out the tag of the documented search, whose result would change."""
    case["tags"] = [tag for tag in case["tags"] if tag != "vip"]
    return case


def _reply(case: Case) -> None:
    case["state"] = "Waiting for customer"
    case["messages_sent"] += 1
    case["messages"] += 1
    case.pop("we_did_not_reply_since_date", None)


def _message(case: Case, now: datetime) -> None:
    case["state"] = "In progress"
    case["messages_received"] += 1
    case["messages"] += 1
    case.setdefault("we_did_not_reply_since_date", now.strftime(DATE))
