"""Forms of dates: read, written, and told from other texts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.text.date_forms import date_forms, read_date, write_date

FORMS = ("dd/MM/yyyy", "d/M/yyyy", "MM/dd/yyyy", "yyyy-MM-dd", "d.M.yyyy", "dd-MM-yyyy", "dd/MM/yy", "yyyy/M/d")


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("28/11/2026", ("dd/MM/yyyy",)),
        ("11/28/2026", ("MM/dd/yyyy",)),
        ("05/06/2026", ("dd/MM/yyyy", "MM/dd/yyyy")),
        ("5/6/2026", ("d/M/yyyy", "M/d/yyyy")),
        ("2026-11-28", ("yyyy-MM-dd",)),
        ("28.11.2026", ("dd.MM.yyyy",)),
        ("28/11/26", ("dd/MM/yy",)),
        ("10.0.26", ()),
        ("31/02/2026", ()),
        ("28/11-2026", ()),
        ("28/11/2026 10:00", ()),
        ("٢٨/١١/٢٠٢٦", ()),
        ("", ()),
    ],
)
def test_the_forms_of_a_text(text: str, forms: tuple[str, ...]) -> None:
    assert date_forms(text) == forms


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)), st.sampled_from(FORMS))
def test_a_date_is_read_as_it_was_written_and_its_form_is_recognised(day: date, form: str) -> None:
    text = write_date(day, form)
    assert read_date(text, form) == day
    widths = [len(part) for part in form.replace("/", "-").replace(".", "-").split("-")]
    if [len(part) for part in text.replace("/", "-").replace(".", "-").split("-")] == widths:
        assert form in date_forms(text)


@given(st.text(max_size=20), st.sampled_from((*FORMS, "", "dd/dd/dd", "yyy", "M")))
def test_no_text_and_no_form_raises(text: str, form: str) -> None:
    read_date(text, form)
    assert all(read_date(text, each) for each in date_forms(text))


def test_leading_zeros_may_be_missing_or_added() -> None:
    assert read_date("5/6/2026", "dd/MM/yyyy") == read_date("05/06/2026", "d/M/yyyy") == date(2026, 6, 5)
