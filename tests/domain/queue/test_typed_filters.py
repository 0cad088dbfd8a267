"""Typed words become filters where they are values that were seen; other words are a tag."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.case.search import Filters
from caseeditor.domain.local.seen_values import CAMPAIGN, SOURCE, STATE, TAG, SeenValue, SeenValues
from caseeditor.domain.queue.typed_filters import index_of, typed_search

SEEN = SeenValues(
    {
        STATE: (SeenValue("Arrived"), SeenValue("In progress"), SeenValue("vip")),
        SOURCE: (SeenValue("email"),),
        TAG: (SeenValue("facturación"), SeenValue("vip"), SeenValue("in")),
        CAMPAIGN: (SeenValue("2", "Soporte técnico"),),
    }
)
VALUES = index_of(SEEN)


@pytest.mark.parametrize(
    ("text", "filters", "is_known"),
    [
        ("arrived", Filters(state="Arrived"), True),
        (" IN  PROGRESS Email ", Filters(state="In progress", source="email"), True),
        ("facturacion", Filters(with_tag="facturación"), True),
        ("soporte tecnico", Filters(campaign_id="2"), True),
        ("email soporte técnico arrived", Filters(state="Arrived", source="email", campaign_id="2"), True),
        ("vip", Filters(state="vip"), True),
        ("Ana Pérez", Filters(with_tag="Ana Pérez"), False),
        ("arrived Ana", Filters(state="Arrived", with_tag="Ana"), False),
        ("facturación Ana", Filters(with_tag="facturación Ana"), False),
        ("arrived arrived", Filters(state="Arrived", with_tag="arrived"), False),
        ("in", Filters(with_tag="in"), True),
        ("a " * 40, Filters(with_tag=("a " * 40).strip()), False),
    ],
)
def test_words_are_read_as_filters(text: str, filters: Filters, is_known: bool) -> None:
    found = typed_search(text, VALUES)
    assert (found.filters, found.is_known) == (filters, is_known)


def test_without_values_all_words_are_a_tag() -> None:
    assert typed_search("arrived", index_of(SeenValues())).filters == Filters(with_tag="arrived")


@given(st.text(max_size=60))
def test_no_word_is_lost(text: str) -> None:
    found = typed_search(text, VALUES)
    assert (found.filters == Filters()) == (not text.split())
