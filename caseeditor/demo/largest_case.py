"""The largest case that a client must support: about 5 MB of JSON."""

from datetime import datetime, timedelta
from typing import Any

from caseeditor.demo.contacts import HOST
from caseeditor.demo.world import DATE, ZONE, Case, moment

LARGEST = 9000
ATTRIBUTES = 10_000
NOTES = 5_000
MESSAGES = 5_000
PROFILES = 500

_CHANNELS = ("email", "twitter", "facebook", "youtube", "sms", "instagram", "whatsapp", "mastodon")
_SENTENCES = (
    "Llamó de nuevo por el mismo pedido; le expliqué que la entrega depende del correo y que le avisamos.",
    "Pediu para falar com a coordenação, que retorna amanhã às 10h pelo WhatsApp. Não ligar antes disso. 📞",
    "Spoke to billing: the second charge is a reservation and falls away by itself within five days.",
    "أرسلنا له رابط التتبع وطلبنا منه تأكيد العنوان قبل الشحن.",
    "配送先の住所を確認済み。次回の連絡は来週の月曜日。",
)
_VALUE = "Dato cargado desde la planilla de la campaña de verano; revisar con el cliente antes de usarlo. Fila "


def headline(now: datetime) -> Case:
    """Return the case as a search shows it, without building all of it."""
    long_ago = now - timedelta(days=100)
    return {
        "id": LARGEST,
        "first_open_date": long_ago.strftime(DATE),
        "source": "email",
        "subject": "The largest case: 10,000 attributes, 5,000 notes, 500 profiles",
        "state": "In progress",
        "sla_seconds": 604_800,
        "messages": 7_211,
        "url": f"{HOST}/case/{LARGEST}",
        "tags": ["vip", "enorme"],
        "creation_date": long_ago.strftime(DATE),
        "update_date": long_ago.strftime(DATE),
        "updated_by": "api",
    }


def largest(now: datetime) -> Case:
    """Build the complete case."""
    case = headline(now)
    created = case["creation_date"]
    first_note = int((now - timedelta(days=100)).timestamp() * 1000)
    case["contact"] = {
        "id": 499,
        "name": "Todos los Clientes S.A.",
        "client_id": "0000000001",
        "cases": 1,
        "profiles": [
            {
                "id": 100_000 + at,
                "source": _CHANNELS[at % len(_CHANNELS)],
                "name": f"Sucursal {at + 1:03}",
                "ext_id": str(70_000_000 + at),
                "user_name": f"sucursal{at + 1:03}",
                "about": "Atendemos de lunes a sábado de 9 a 20 h. ¡Pasá a visitarnos! 🏬",
                "followers": at * 37 % 9_001,
                "creation_date": created,
            }
            for at in range(PROFILES)
        ],
        "url": f"{HOST}/contact/499",
        "tags": ["vip"],
        "creation_date": created,
        "update_date": created,
    }
    case["notes"] = [
        {
            "date": first_note + at * 60_000,
            "text": f"{at + 1}. " + " ".join(_SENTENCES[(at + more) % len(_SENTENCES)] for more in range(5)),
            "userName": ("support", "lucia", "bruno")[at % 3],
        }
        for at in range(NOTES)
    ]
    case.update({f"atributo {at + 1:05}": f"{_VALUE * (1 + at % 3)}{at + 1}" for at in range(ATTRIBUTES)})
    return case


def conversation(headline: Case) -> list[dict[str, Any]]:
    """Return its conversation, newest message last."""
    opened = moment(headline["creation_date"]) or datetime(2015, 3, 16, tzinfo=ZONE)
    return [
        {
            "id": 900_000 + at,
            "source": _CHANNELS[at % len(_CHANNELS)],
            "incoming": at % 3 != 1,
            "from": ("support", "lucia")[at % 2] if at % 3 == 1 else f"Sucursal {at % PROFILES + 1:03}",
            "text": f"{at + 1}. " + " ".join(_SENTENCES[(at + more) % len(_SENTENCES)] for more in range(1 + at % 4)),
            "creation_date": (opened + timedelta(minutes=17 * at)).strftime(DATE),
        }
        for at in range(MESSAGES)
    ]
