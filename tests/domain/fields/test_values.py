"""The accepted forms of numbers, dates, and yes and no."""

import pytest

from caseeditor.domain.fields.values import is_date, is_decimal, is_integer, is_yes_no


@pytest.mark.parametrize("text", ["0", "42", "-7", "+12", "007", "9" * 200])
def test_integers(text: str) -> None:
    assert is_integer(text)
    assert is_decimal(text)


@pytest.mark.parametrize(
    "text", ["", " 1", "1 ", "1.0", "1,000", "--1", "٤٢", "１２", "1e3", "9" * 201, "1\n", "0x1f", "²"]
)
def test_no_integers(text: str) -> None:
    assert not is_integer(text)


@pytest.mark.parametrize("text", ["1.5", "1,5", "-0,25", ".5", "+,5", "1.234"])
def test_decimals(text: str) -> None:
    assert is_decimal(text)


@pytest.mark.parametrize("text", ["1.", "1,", "1.234,5", "1 234", ".", "", "nan", "1e3", "1.5\n", "٣.٥"])
def test_no_decimals(text: str) -> None:
    assert not is_decimal(text)


@pytest.mark.parametrize(
    "text",
    ["2026-11-30", "30/11/2026", "1.2.2026", "01-02-2026", "2024-02-29", "2026-11-30 23:59", "2026-11-30T09:05:07"],
)
def test_dates(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text",
    ["2026-02-29", "31/04/2026", "2026-1-5", "30/11/26", "30/11-2026", "11/30/2026", "0000-01-01", "2026-11-30 24:00",
     "2026-11-30 9:05", " 2026-11-30", "2026-11-30\n", "today", "", "٢٠٢٦-١١-٣٠", "1" * 10_000],
)  # fmt: skip
def test_no_dates(text: str) -> None:
    assert not is_date(text)


@pytest.mark.parametrize("text", ["yes", "No", "SÍ", "si", "sim", "Não", "true", "FALSE", "1", "0"])
def test_yes_and_no(text: str) -> None:
    assert is_yes_no(text)


@pytest.mark.parametrize("text", ["", "maybe", "y", "yes ", "2", "ja"])
def test_neither_yes_nor_no(text: str) -> None:
    assert not is_yes_no(text)
