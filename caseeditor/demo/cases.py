"""The fictitious cases that a demonstration shows first."""

import json
import random
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from caseeditor.demo.contacts import HOST, PEOPLE, Person, contact
from caseeditor.demo.sample_texts import FOLLOW_UPS, REPLIES, SPECIAL_SUBJECTS, TOPICS, Topic
from caseeditor.demo.world import DATE, ZONE, Case, moment

FIRST = 204
COUNT = 200

_STATES = ("Arrived", "Arrived", "Assigned", "In progress", "Waiting for customer", "Resolved", "Closed")
_CAMPAIGNS = ((1, "Atención general"), (3, "Ventas"), (4, "Soporte técnico"), (5, "Redes sociais BR"), (6, "Worldwide"))
_SLA = (14_400, 86_400, 172_800, 259_200, 604_800)
_WAITING = {"Arrived": 1.0, "Assigned": 0.8, "In progress": 0.6}
"""Share of the cases of a state with an unanswered message."""
_OVERDUE = 0.12
_USUAL = 100_000
"""Mean of the seconds until a case is due."""
AGENTS = ("support", "lucia", "bruno", "marcia", "api")


def sample() -> Case:
    """Return case 203 as printed in the API's document."""
    case: Case = json.loads(Path(__file__).with_name("case-203.json").read_text("utf-8"))
    return case


class Maker:
    """Generates cases deterministically, except for their dates, which are relative to `now`."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._rng = random.Random(203)  # noqa: S311 - test data, not a secret
        self._contacts = [
            contact(500 + at, person, now, timedelta(days=self._rng.randrange(90, 1500)), self._rng)
            for at, person in enumerate(PEOPLE)
        ]

    def ordinary(self) -> dict[int, Case]:
        """Return the cases from FIRST on; higher ids are newer."""
        made: dict[int, Case] = {}
        age = timedelta(minutes=7)
        for at in reversed(range(COUNT)):
            special = SPECIAL_SUBJECTS[at // 25] if at % 25 == 0 else None
            made[FIRST + at] = self.make(FIRST + at, age, special)
            age += timedelta(minutes=self._rng.randrange(4, 400))
        return made

    def make(self, id_: int, age: timedelta, subject: str | None = None) -> Case:
        """Generate a case last changed `age` ago."""
        rng = self._rng
        at = rng.randrange(len(PEOPLE))
        person, who = PEOPLE[at], self._contacts[at]
        who["cases"] += 1
        topic, order = _topic(id_, person), _order(id_)
        updated = self._now - age
        opened = updated - timedelta(minutes=rng.randrange(2, 6000))
        state = rng.choice(_STATES)
        received = rng.randrange(1, 6)
        sent = 0 if state == "Arrived" else rng.randrange(1, received + 1)
        campaign = rng.choice(_CAMPAIGNS)
        case: Case = {
            "id": id_,
            "first_open_date": opened.strftime(DATE),
            "reopened": rng.randrange(7) == 0,
            "last_open_date": opened.strftime(DATE),
            "inbox_date": (opened + timedelta(minutes=1)).strftime(DATE),
            "campaign": {"id": campaign[0], "name": campaign[1]},
            "source": rng.choice(who["profiles"])["source"],
            "private": rng.randrange(3) == 0,
            "subject": topic.subject.format(order=order) if subject is None else subject,
            "contact": who,
            "state": state,
            "credits": 0,
            "handling_ms": sent * rng.randrange(40_000, 900_000),
            "sla_seconds": rng.choice(_SLA),
            "messages_sent": sent,
            "messages_received": received,
            "messages": sent + received,
            "url": f"{HOST}/case/{id_}",
            "tags": self._tags(topic),
            "creation_date": opened.strftime(DATE),
            "update_date": updated.strftime(DATE),
            "updated_by": rng.choice(AGENTS),
        }
        if since := self._waiting_since(case, opened):
            case["we_did_not_reply_since_date"] = since.strftime(DATE)
        if notes := self._notes(topic, opened, updated):
            case["notes"] = notes
        case.update(self._attributes(person, order))
        return case

    def _waiting_since(self, case: Case, opened: datetime) -> datetime | None:
        """Return the date of an unanswered message, so that some cases are overdue, some due today, most later."""
        rng = random.Random(case["id"])  # noqa: S311 - as above; the other random values stay as they are
        if rng.random() >= _WAITING.get(case["state"], 0):
            return None
        length = case["sla_seconds"]
        left = (
            -rng.randrange(300, 90_000) if rng.random() < _OVERDUE else min(rng.expovariate(1 / _USUAL), length * 0.95)
        )
        return max(self._now - timedelta(seconds=length - left), opened)

    def _tags(self, topic: Topic) -> list[str]:
        extra = self._rng.choice(((), (), ("nuevo",), ("vip",), ("seguimiento",), ("spam",)))
        return list(dict.fromkeys((*topic.tags, *extra)))

    def _notes(self, topic: Topic, opened: datetime, updated: datetime) -> list[dict[str, Any]]:
        texts = [topic.note, *self._rng.sample(FOLLOW_UPS, 3)][: self._rng.randrange(5)]
        step = (updated - opened) / (len(texts) + 1)
        return [
            {
                "date": int((opened + step * (at + 1)).timestamp() * 1000),
                "text": text,
                "userName": self._rng.choice(AGENTS[:4]),
            }
            for at, text in enumerate(texts)
        ]

    def _attributes(self, person: Person, order: str) -> dict[str, Any]:
        """Return some dynamic attributes, with values of all types."""
        rng = self._rng
        phone = f"+54 11 {rng.randrange(4000, 4999)}-{rng.randrange(10_000):04}"
        every: dict[str, Any] = {
            "prioridad": rng.choice(("alta", "media", "baja")),
            "región": rng.choice(("norte", "sur", "centro", "litoral", "Patagonia")),
            "número de pedido": order,
            "plan": rng.choice(("Básico", "Plus", "Familiar", "Empresa")),
            "idioma": person.language,
            "teléfono alternativo": phone,
            "código postal": rng.choice(("01310-100", "C1425", "5000", "08001")),
            "intentos de contacto": rng.randrange(6),
            "monto": rng.choice((15999.9, 0.5, 1200, 89.99)),
            "factura adjunta": rng.choice((True, False)),
            "fecha de entrega": rng.choice((None, "2025-03-14", "mañana")),
            "encuesta": rng.choice(("😀", "😐", "😡", "")),
            "dirección": {"calle": "Av. Corrientes 1234", "ciudad": person.place, "piso": None},
            "productos": ["Router AX-1800", "Cable UTP 3 m"],
        }
        # Nested values are rare: about one case in twenty has one.
        names = list(every)[:12] + (list(every)[12:] if rng.randrange(7) == 0 else [])
        chosen = set(rng.sample(names, rng.randrange(min(9, len(names)))))
        return {name: every[name] for name in names if name in chosen}


def messages(id_: int, case: Case) -> list[dict[str, Any]]:
    """Return a short conversation about the case's original topic, since the subject may have been edited."""
    if not case.get("messages"):
        return []
    who = case.get("contact")
    name = who.get("name") if isinstance(who, dict) else None
    person = next((person for person in PEOPLE if person.name == name), None)
    first = _topic(id_, person).message.format(order=_order(id_)) if person else "Hola, necesito ayuda con mi cuenta."
    reply, thanks = REPLIES[person.language if person else "es"]
    lines = [(True, first), (False, reply), (True, thanks)] if case.get("messages_sent") else [(True, first)]
    start = moment(case.get("creation_date")) or datetime(2015, 3, 16, tzinfo=ZONE)
    return [
        {
            "id": id_ * 10 + at,
            "source": case.get("source"),
            "incoming": incoming,
            "from": name if incoming else "support",
            "text": text,
            "creation_date": (start + timedelta(minutes=11 * at)).strftime(DATE),
        }
        for at, (incoming, text) in enumerate(lines)
    ]


def _topic(id_: int, person: Person) -> Topic:
    """Return the topic of a person's case."""
    topics = TOPICS[person.language]
    return topics[id_ * 31 % len(topics)]


def _order(id_: int) -> str:
    return f"{('AR', 'BR', 'MX', 'CL')[id_ % 4]}-{100_000 + id_ * 7919 % 900_000}"
