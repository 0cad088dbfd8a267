"""The wrong-case guard: references in a note to another case, and texts that only resemble one."""

import pytest

from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.editing.wrong_case_guard import suspicions
from tests.support.samples import read

MINE = read(id=203, url="https://example.org/case/203")
OTHER = read(
    id=377,
    contact={"name": "Ana", "profiles": [{"source": "email", "ext_id": "ana@example.org", "user_name": "anita.k"}]},
)


def found(text: str) -> list[tuple[str, str]]:
    return [(each.named, each.case_id) for each in suspicions(MINE, Edit(notes={1: text}), [MINE, OTHER])]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("ver #377", "377"),
        ("igual que el caso 00512", "512"),
        ("as in Case: 912", "912"),
        ("caso n° 211", "211"),
        ("caso nº211", "211"),
        ("caso nro. 211", "211"),
        ("casos 211 y 212", "211"),
        ("case id 211", "211"),
        ("ticket 211", "211"),
        ("caso 211", "211"),
        ("https://example.org/case/412 lo mismo", "412"),
        ("caseeditor:88", "88"),
        ("el 377 ya está", "377"),
    ],
)
def test_another_cases_id_is_noticed(text: str, named: str) -> None:
    assert found(text) == [(named, named)]


@pytest.mark.parametrize("text", ["llamar a ANA@example.org", "escribió Anita.K ayer"])
def test_an_address_of_another_open_cases_contact_is_noticed(text: str) -> None:
    assert [case_id for _, case_id in found(text)] == ["377"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "caso 203",
        "#203",
        "tel. 11-377-4412",
        "son 3.377 pesos",
        "377,50",
        "pedido A377",
        "aram@socialgateway.net",
        "512",
        "El pedido #862990",
        "Factura #12",
        "In this case 2 calls were made",
        "en caso 3 no responda",
        "https://www.facebook.com/case/55",
    ],
)
def test_what_is_this_cases_own_or_no_cases_number_is_not(text: str) -> None:
    assert found(text) == []


def test_what_stands_in_new_note_is_looked_through_too() -> None:
    assert [each.named for each in suspicions(MINE, Edit(note_text="#377"), [OTHER])] == ["377"]


def test_no_more_than_five_are_named_and_the_largest_note_takes_no_time() -> None:
    numbers = " ".join(f"caso {number}" for number in range(1000, 90_000))
    assert found(numbers) == [(str(number), str(number)) for number in range(1000, 1005)]
    found(" ".join(map(str, range(100_000, 240_000))))
    assert found("caso" + " " * 200_000) == []  # took hours with an earlier pattern
    assert found("https://" * 25_000) == []
