"""A campaign of a hundred thousand cases, generated on demand, for trying out long lists."""

from datetime import datetime, timedelta

from caseeditor.demo.contacts import HOST
from caseeditor.demo.sample_texts import TOPICS
from caseeditor.demo.world import DATE, Bulk, Case

CAMPAIGN = 100_000
IDS = range(1_000_000, 1_100_000)

_STATES = ("Arrived", "Assigned", "In progress", "Waiting for customer", "Resolved", "Closed")
_SOURCES = ("email", "twitter", "facebook", "whatsapp", "sms")
_TOPICS = tuple(topic for topics in TOPICS.values() for topic in topics)


class Many:
    """The campaign's cases by id; higher ids are newer."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    @property
    def bulk(self) -> Bulk:
        return Bulk(CAMPAIGN, IDS, self.make)

    def make(self, id_: int) -> Case:
        """Generate a case, deterministically."""
        at = (self._now - timedelta(minutes=IDS.stop - id_)).strftime(DATE)
        topic = _TOPICS[id_ * 31 % len(_TOPICS)]
        return {
            "id": id_,
            "first_open_date": at,
            "last_open_date": at,
            "inbox_date": at,
            "campaign": {"id": CAMPAIGN, "name": "Cien mil"},
            "source": _SOURCES[id_ % len(_SOURCES)],
            "private": False,
            "subject": topic.subject.format(order=f"AR-{id_}"),
            "contact": {"id": id_, "name": f"Cliente {id_ - IDS.start + 1}", "profiles": []},
            "state": _STATES[id_ * 7 % len(_STATES)],
            "sla_seconds": 86_400,
            "messages": 1,
            "url": f"{HOST}/case/{id_}",
            "tags": ["cien mil"],
            "creation_date": at,
            "update_date": at,
            "updated_by": "api",
        }
