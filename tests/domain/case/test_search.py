"""Search parameters, and the cases kept from an answer."""

from caseeditor.domain.case.search import Filters, listed
from tests.support.samples import read


def test_what_is_empty_is_not_asked_for() -> None:
    assert Filters(state="Arrived").parameters(100, 50) == (
        ("state", "Arrived"),
        ("order_by", "update_date"),
        ("order_dir", "DESC"),
        ("index", "100"),
        ("count", "50"),
    )


def test_every_filter_goes_under_its_own_name() -> None:
    names = (
        "contact_id",
        "campaign_id",
        "state",
        "source",
        "with_tag",
        "without_tag",
        "created_since",
        "updated_since",
    )
    asked = dict(Filters(**{name: f"the {name}" for name in names}).parameters(0, 1))
    assert {name: asked[name] for name in names} == {name: f"the {name}" for name in names}


def test_a_list_keeps_little_of_a_case() -> None:
    kept = listed(read(subject="x" * 10_000, state="Arrived", contact={"name": "Ana"}))
    assert (len(kept.subject), kept.state, kept.contact) == (300, "Arrived", "Ana")


def test_several_values_are_a_search_each() -> None:
    filters = Filters(state="a\nb", source="email\nsms", with_tag="x")
    found = [(each.state, each.source, each.with_tag) for each in filters.apart()]
    assert found == [("a", "email", "x"), ("a", "sms", "x"), ("b", "email", "x"), ("b", "sms", "x")]
    assert Filters(state="a").apart() == (Filters(state="a"),)


def test_of_too_many_values_the_first_are_searched() -> None:
    assert len(Filters(state="\n".join(map(str, range(10_000)))).apart()) == 12
