"""Fictitious contacts and their profiles."""

from datetime import datetime, timedelta
from random import Random
from typing import Any, NamedTuple

from caseeditor.demo.world import DATE, Contact

HOST = "https://demo.socialgateway.example"


class Person(NamedTuple):
    """A person and their language."""

    first: str
    last: str
    handle: str
    language: str
    place: str
    channels: str

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}".strip()


# "mastodon" is a channel unknown to clients.
PEOPLE: tuple[Person, ...] = (
    Person("María José", "Fernández", "majofer", "es", "Córdoba, Argentina", "email twitter"),
    Person("Joaquín", "Núñez", "joaconunez", "es", "Montevideo", "facebook whatsapp"),
    Person("Lucía", "Echeverría", "luechev", "es", "Rosario", "instagram email"),
    Person("Ana Lucía", "de la Fuente", "analu", "es", "Ciudad de México", "email sms"),
    Person("Íñigo", "Ibáñez", "inigoib", "es", "Bilbao", "twitter"),
    Person("Sofía", "Muñoz Peña", "sofimp", "es", "Santiago de Chile", "youtube email"),
    Person("Ramón", "Güemes", "rguemes", "es", "Salta", "whatsapp"),
    Person("Valentina", "Ríos", "valerios", "es", "Medellín", "instagram facebook twitter"),
    Person("Ferretería El Tornillo S.R.L.", "", "eltornillo", "es", "La Plata", "email whatsapp facebook"),
    Person("Teresa", "Quispe Mamani", "tquispe", "es", "La Paz", "sms"),
    Person("Juan Ignacio", "Álvarez", "juani_a", "es", "Buenos Aires", "mastodon email"),
    Person("Carmen", "Ruiz", "cruiz58", "es", "Sevilla", "facebook"),
    Person("João", "Conceição", "joaoconc", "pt", "São Paulo", "email instagram"),
    Person("Márcia", "Araújo", "marcia.araujo", "pt", "Belo Horizonte", "whatsapp"),
    Person("Antônio", "Guimarães", "tonhog", "pt", "Salvador", "facebook email"),
    Person("Inês", "Magalhães", "inesmag", "pt", "Lisboa", "twitter youtube"),
    Person("Padaria Pão de Açúcar", "", "padariapda", "pt", "Rio de Janeiro", "instagram whatsapp"),
    Person("Emily", "O’Connor", "emilyoc", "en", "Galway", "email"),
    Person("Noah", "Williams", "noahw", "en", "Toronto", "twitter email"),
    Person("Zoë", "Müller-Smith", "zoems", "en", "Wellington", "youtube instagram"),
    Person("Priya", "Raghunathan", "priyar", "en", "London", "sms email"),
    Person("ليلى", "الحسن", "layla_h", "ar", "عمّان", "instagram whatsapp"),
    Person("محمد", "عبد الرحمن", "m.abdulrahman", "ar", "القاهرة", "facebook"),
    Person("נועה", "לוי", "noalevi", "he", "תל אביב", "email facebook"),
    Person("יונתן", "כהן", "yonic", "he", "חיפה", "twitter"),
    Person("花子", "佐藤", "hanako_s", "ja", "京都市", "twitter email"),
    Person("健太", "渡辺", "kenta.w", "ja", "札幌市", "youtube"),
    Person("สมชาย", "ใจดี", "somchai", "th", "เชียงใหม่", "facebook sms"),
    Person("กานดา", "ศรีสุข", "kanda_s", "th", "กรุงเทพฯ", "instagram"),
    Person("Sky 🌤️", "👩‍🚀", "astro.sky", "en", "🌍", "mastodon youtube"),
)

_ABOUT = (
    "Mamá de dos, hincha de Belgrano 💙",
    "Café, bicicletas y fotos de gatos.",
    "Opiniones propias. RT no implica apoyo.",
    "Designer • she/her",
    "",
)


def contact(number: int, person: Person, now: datetime, spent: timedelta, rng: Random) -> Contact:
    """Generate a contact as shown in a case; `spent` is the time since its creation."""
    since = (now - spent).strftime(DATE)
    touched = (now - spent * rng.random()).strftime(DATE)
    vip = rng.randrange(4) == 0
    made: Contact = {
        "id": number,
        "name": person.name,
        "first_name": person.first,
        "last_name": person.last,
        "client_id": str(rng.randrange(10_000_000, 99_999_999)),
        "extended_value": person.handle,
        "crm_id": f"CRM-{rng.randrange(1000, 9999)}",
        "cases": 0,
        "profiles": [
            profile(number * 10 + at, channel, person, since, rng) for at, channel in enumerate(person.channels.split())
        ],
        "url": f"{HOST}/contact/{number}",
        "tags": ["vip"] if vip else [],
        "creation_date": since,
        "update_date": touched,
        "updated_by": rng.choice(("support", "lucia", "api")),
    }
    if vip:
        text = "Cliente desde hace años; tratar con prioridad y por su nombre."
        made["notes"] = [{"date": int((now - spent / 2).timestamp() * 1000), "text": text, "userName": "lucia"}]
    return made


def profile(number: int, channel: str, person: Person, since: str, rng: Random) -> dict[str, Any]:
    """Generate a profile with the fields that its channel has."""
    handle = person.handle
    phone = f"+54 9 11 {rng.randrange(2000, 6999)}-{rng.randrange(10_000):04}"
    by_channel: dict[str, dict[str, Any]] = {
        "email": {"ext_id": f"{handle}@mail.example", "user_name": f"{handle}@mail.example"},
        "sms": {"ext_id": phone, "user_name": phone},
        "whatsapp": {"ext_id": phone.replace(" ", ""), "user_name": phone, "about": "¡Disponible!"},
        "facebook": {
            "ext_id": str(rng.randrange(10**14, 10**15)),
            "user_name": handle,
            "gender": rng.choice(("female", "male")),
            "image_url": f"{HOST}/pictures/{handle}.jpg",
        },
        "twitter": {
            "ext_id": str(rng.randrange(10**7, 10**9)),
            "user_name": handle,
            "image_url": f"{HOST}/pictures/{handle}.jpg",
            "about": rng.choice(_ABOUT),
            "location": person.place,
            "followers": rng.randrange(3, 90_000),
            "following": rng.randrange(3, 3_000),
        },
        "instagram": {
            "ext_id": str(rng.randrange(10**9, 10**10)),
            "user_name": handle,
            "about": rng.choice(_ABOUT),
            "followers": rng.randrange(3, 9_000),
        },
        "youtube": {"ext_id": f"UC{rng.randrange(16**20):020x}", "user_name": handle, "location": person.place},
    }
    other = {"ext_id": f"@{handle}@social.example", "user_name": handle, "server_kind": "federated"}
    own = by_channel.get(channel, other)
    return {"id": number, "source": channel, "name": person.name, **own, "creation_date": since}
