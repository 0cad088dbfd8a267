"""Values that a policy's fields offer, beside those that were seen."""

from collections.abc import Callable

import msgspec
import pytest

from caseeditor.domain.fields.reading import read_fields
from caseeditor.ui.case.attributes.offers.field_offers import FieldOffers
from caseeditor.ui.case.attributes.offers.value_offers import Choice, OfferedValues
from caseeditor.ui.state.session import Session
from caseeditor.ui.state.session_parts.session_context import SessionContext
from tests.ui.parts import case_of


class Seen:
    """A source of these values: a case has only one of its own, and others are learned from many cases."""

    def __init__(self, offered: OfferedValues) -> None:
        self._offered = offered

    def on_found(self, then: Callable[[str], object]) -> None:
        pass

    def look(self, name: str) -> None:
        pass

    def offered(self, name: str) -> OfferedValues:
        assert name
        return self._offered

    def is_unseen(self, name: str, value: str) -> bool:
        return not (name and value)


def offers(session_with: Callable[..., Session], kind: str, seen: OfferedValues) -> OfferedValues:
    schema = read_fields(msgspec.json.encode([{"name": "campo", "kind": kind}]), "en").schema
    session = session_with(case_of(campo="x"), SessionContext(schema=lambda: schema))
    return FieldOffers(session, Seen(seen)).offered("campo")


@pytest.mark.parametrize(
    ("seen", "offered"),
    [
        ("dd/MM/yyyy", "dd/MM/yyyy"),
        ("d.M.yyyy", "d.M.yyyy"),
        ("yyyy-MM-dd", "yyyy-MM-dd"),
        ("", "yyyy-MM-dd"),
        ("dd/MM/yy", "yyyy-MM-dd"),
        ("MM/dd/yyyy", "yyyy-MM-dd"),
        ("M/d/yy", "yyyy-MM-dd"),
        ("yyyy/MM/dd", "yyyy-MM-dd"),
    ],
)
def test_a_date_is_offered_in_the_form_seen_if_the_field_takes_it(
    session_with: Callable[..., Session], seen: str, offered: str
) -> None:
    assert offers(session_with, "date", OfferedValues(date_form=seen)).date_form == offered


@pytest.mark.parametrize(
    ("seen", "at_once", "offered"),
    [
        ((), False, ("yes", "no")),
        (("sí", "no"), True, ("sí", "no")),
        (("sí", "no", "quizás"), False, ("sí", "no")),
        (("quizás", "Não"), False, ("Sim", "Não")),
        (("S", "N"), True, ("yes", "no")),
        (("0", "1", "2"), False, ("0", "1")),
        (("maybe",), False, ("yes", "no")),
    ],
)
def test_yes_and_no_are_offered_as_the_server_spells_them_if_the_field_takes_them(
    session_with: Callable[..., Session], seen: tuple[str, ...], offered: tuple[str, ...], *, at_once: bool
) -> None:
    found = offers(session_with, "yes/no", OfferedValues(tuple(map(Choice, seen)), is_shown_at_once=at_once))
    assert tuple(each.text for each in found.choices) == offered
    assert found.is_shown_at_once
