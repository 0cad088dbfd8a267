"""Deliberately malformed cases; their subjects describe the defect."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from caseeditor.demo.cases import Maker
from caseeditor.demo.world import Case

FIRST = 404
_AGE = timedelta(days=60)


def odd_cases(maker: Maker) -> dict[int, Case]:
    """Generate the malformed cases, by id."""
    made: dict[int, Case] = {}
    for id_, (subject, bend) in enumerate(_ODD, FIRST):
        case = maker.make(id_, _AGE + timedelta(hours=id_), f"Odd: {subject}")
        # A copy, because the contact is shared with other cases.
        case["contact"] = {
            **case["contact"],
            "id": id_ * 10,
            "profiles": [dict(profile) for profile in case["contact"]["profiles"]],
        }
        bend(case)
        made[id_] = case
    return made


def _only(*names: str) -> Callable[[Case], None]:
    def bend(case: Case) -> None:
        for name in [name for name in case if name not in names]:
            del case[name]

    return bend


def _with(**values: Any) -> Callable[[Case], None]:  # noqa: ANN401 - any JSON
    return lambda case: case.update(values)


def _all_null(case: Case) -> None:
    case.update({name: None for name in case if name not in {"id", "subject"}})


def _mistyped_contact(case: Case) -> None:
    case["contact"].update(name=17, cases="three", tags="vip", notes={"text": "no list"}, client_id=4234534625)


def _mistyped_profiles(case: Case) -> None:
    case["contact"]["profiles"] = [
        {"id": "113", "source": "twitter", "name": None, "followers": "many", "following": -1, "tags": "fan"},
        {"id": None, "source": None},
        {"source": 5, "user_name": ["a", "list"]},
        {},
        None,
        "a profile that is a text",
    ]


def _mistyped_notes(case: Case) -> None:
    case["notes"] = [
        {"date": "yesterday", "text": "A note whose date is a text", "userName": "lucia"},
        {"date": None, "text": "A note without a date", "userName": None},
        {"date": 10**18, "text": "A note from the year 31 million", "userName": "marty"},
        {"date": -1, "text": 42, "userName": 7},
        {"text": "A note with nothing but its text"},
        {},
        None,
        "A note that is a text",
    ]


def _markup(case: Case) -> None:
    case["contact"]["name"] = "<b>Bobby</b> <script>alert('tables')</script> &amp; sons"
    case["tags"] = ["<i>vip</i>", "a,b", "a;b", " spaced ", "😀"]
    case["<u>name</u>"] = "<table><tr><td>value</td></tr></table>"
    case["formula"] = '=HYPERLINK("http://localhost")'
    case["notes"] = [{"date": 1431371012000, "text": "<img src=file:///etc/hostname> &lt;", "userName": "<a>"}]


def _hard_text(case: Case) -> None:
    case["CRLF"] = "first line\r\nsecond line\r\n"
    case["separators"] = "one\u2028two\u2029three\x0bfour"
    case["NUL"] = "before\x00after"
    case["no-break space"] = "12\u00a0345\u202f678"
    case["right to left"] = "\u202eabc\u202c שלום (123) مرحبا"
    case["combining"] = "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘ e\u0301 ≠ é"
    case["joiners"] = "👩🏽‍🚀👨‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿"
    case["one line"] = "40,000 characters: " + "línea " * 6_664
    case[""] = "the attribute whose name is empty"
    case["  spaced name  "] = "  spaced value  "


def _numbers(case: Case) -> None:
    case["beyond 2^53"] = 9007199254740993
    case["beyond 64 bits"] = 10**40
    case["tiny"] = 1e-300
    case["negative"] = -0.0
    case["yes"] = True
    case["nothing"] = None
    case["empty list"] = []
    case["deep"] = {"a": [{"b": [{"c": [1, None, True, "x"]}]}]}


_ODD: tuple[tuple[str, Callable[[Case], None]], ...] = (
    ("nothing but an id and a subject", _only("id", "subject")),
    ("every other field is null", _all_null),
    ("its id is a string", lambda case: case.update(id=str(case["id"]))),
    ("there is no id at all", lambda case: case.pop("id")),
    ("the contact is missing", lambda case: case.pop("contact")),
    ("the contact is a text", _with(contact="Juan Perez")),
    ("the contact's fields are mistyped", _mistyped_contact),
    ('profiles with followers "many" and worse', _mistyped_profiles),
    ("profiles are null", lambda case: case["contact"].update(profiles=None)),
    ("tags are null", _with(tags=None)),
    ("tags are a text", _with(tags="vip, reclamo")),
    ("tags hold numbers, nulls and a repeated one", _with(tags=["vip", "vip", 7, None, {"name": "x"}, ""])),
    ("notes that are no notes", _mistyped_notes),
    ("dates that are none", _with(creation_date="soon", update_date="", inbox_date=0, first_open_date="2015-02-30")),
    ("numbers are texts", _with(sla_seconds="259200", messages="one", handling_ms="", credits=None)),
    ("state, source and campaign are mistyped", _with(state=3, source=["email"], campaign="gg", private="yes")),
    ("unknown fields, nested and plain", _with(x_internal={"shard": 7}, ai_summary="Un cliente.", watchers=["lucia"])),
    ("markup in every text", _markup),
    ("text that is hard to show", _hard_text),
    ("numbers that are hard to keep", _numbers),
    ("attributes called like a call's parameters", _with(note="no note", tag="no tag", echo_data="no echo")),
    ("its link is no link", _with(url="javascript:alert(1)")),
    ("the subject is a number", _with(subject=203)),
    ("the subject is null", _with(subject=None)),
)
