"""A campaign of five thousand cases, generated on demand, for trying out changes of many cases."""

import random
from datetime import datetime, timedelta
from typing import Any

from caseeditor.demo.cases import AGENTS
from caseeditor.demo.contacts import HOST
from caseeditor.demo.sample_texts import FOLLOW_UPS
from caseeditor.demo.world import DATE, Bulk, Case, World

CAMPAIGN = 9
IDS = range(2_000_001, 2_005_001)

_APART = timedelta(minutes=10)
_STATES = ("Arrived", "Assigned", "In progress", "Waiting for customer", "Resolved")
_SOURCES = ("email", "twitter", "facebook", "whatsapp", "sms")
_PRIORITIES = (None, "baja", "baja", "media", "alta")
_PLANS = ("Básico", "Plus", "Familiar", "Empresa")
_FIRST_NAMES = ("María José", "Joaquín", "Lucía", "Íñigo", "Sofía", "Ramón", "Valentina", "João", "Márcia", "Inês")
_LAST_NAMES = ("Fernández", "Núñez", "Echeverría", "de la Fuente", "Muñoz", "Güemes", "Ríos", "Quispe", "Araújo")
_SINCE = ("llamó otra vez", "pidió esperar", "ya migró en la tienda", "no quiere cambiar")


class PlanCampaign:
    """Makes the campaign's cases; higher ids are newer."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    @property
    def bulk(self) -> Bulk:
        return Bulk(CAMPAIGN, IDS, self.make)

    def make(self, id_: int) -> Case:
        """Generate a case, deterministically."""
        number = id_ - IDS.start
        made = self._now - _APART * (IDS.stop - id_)
        at = made.strftime(DATE)
        plan = _PLANS[number * 7 % len(_PLANS)]
        case: Case = {
            "id": id_,
            "first_open_date": at,
            "last_open_date": at,
            "inbox_date": at,
            "campaign": {"id": CAMPAIGN, "name": "Migración de planes"},
            "source": _SOURCES[number % len(_SOURCES)],
            "private": False,
            "subject": f"Migración del plan {plan}, línea {4_000_000 + number * 7919 % 1_000_000}",
            "contact": _contact(id_),
            "state": _STATES[number * 3 // 7 % len(_STATES)],
            "sla_seconds": 604_800,
            "messages": 1,
            "url": f"{HOST}/case/{id_}",
            "tags": _tags(number),
            "creation_date": at,
            "update_date": at,
            "updated_by": "api",
            "plan": plan,
        }
        if priority := _PRIORITIES[number * 13 // 3 % len(_PRIORITIES)]:
            case["prioridad"] = priority
        if notes := _notes(number, made):
            case["notes"] = notes
        return case


def change_one(world: World, rng: random.Random) -> int:
    """Change the priority or the subject of a case as a colleague does; returns its id."""
    id_, by = rng.choice(IDS), rng.choice(AGENTS)
    if rng.random() < 1 / 2:
        world.update(id_, [("prioridad", rng.choice(_PRIORITIES[2:]))], by=by)
    else:
        subject = str(world.case(id_)["subject"]).partition(" · ")[0]
        world.update(id_, [("subject", f"{subject} · {rng.choice(_SINCE)}")], by=by)
    return id_


def _contact(id_: int) -> dict[str, Any]:
    number = id_ - IDS.start
    first, last = _FIRST_NAMES[number % len(_FIRST_NAMES)], _LAST_NAMES[number // 10 % len(_LAST_NAMES)]
    email = f"cliente.{number + 1}@mail.example"
    return {
        "id": id_,
        "name": f"{first} {last}",
        "first_name": first,
        "last_name": last,
        "client_id": f"{30_000_000 + number * 4231}",
        "profiles": [{"id": id_ * 10, "source": "email", "name": f"{first} {last}", "user_name": email}],
    }


def _tags(number: int) -> list[str]:
    more = {4: "revisar", 9: "vip", 11: "empresa"}
    return ["migración", *(tag for each, tag in more.items() if number % each == 0)]


def _notes(number: int, made: datetime) -> list[dict[str, Any]]:
    first = int(made.timestamp() * 1000)
    return [
        {
            "date": first + at * 60_000,
            "text": FOLLOW_UPS[(number + at * 5) % len(FOLLOW_UPS)],
            "userName": AGENTS[(number + at) % len(AGENTS)],
        }
        for at in range(number % 4)
    ]
