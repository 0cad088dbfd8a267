"""The difference between two texts, and grouping of changes into undo steps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.editing.stroke import Stroke, stroke

TEXTS = st.text("ab \n😀", max_size=12)


@given(TEXTS, TEXTS)
def test_a_stroke_makes_one_text_of_the_other(before: str, after: str) -> None:
    done = stroke(before, after)
    end = done.place + len(done.removed)
    assert before[done.place : end] == done.removed
    assert before[: done.place] + done.put_in + before[end:] == after


@pytest.mark.parametrize(
    ("texts", "goes_on"),
    [
        pytest.param(("", "h", "ho"), True, id="letters one after the other"),
        pytest.param(("Ana", "hAna", "hoAna"), True, id="letters before others"),
        pytest.param(("hola", "hol", "ho"), True, id="letters deleted backwards"),
        pytest.param(("hola", "ola", "la"), True, id="letters deleted forwards"),
        pytest.param(("uno dos", "x", "xy"), True, id="letters that replace a selection"),
        pytest.param(("", "h", "hola"), False, id="pasted after a letter"),
        pytest.param(("", "hola", "holas"), False, id="a letter after what was pasted"),
        pytest.param(("hol", "hola", ""), False, id="all deleted after a letter"),
        pytest.param(("hol", "hola", "x"), False, id="all replaced after a letter"),
        pytest.param(("hol", "hola", "hol"), False, id="a letter typed and deleted"),
        pytest.param(("hola", "hol", "hols"), False, id="a letter deleted, another typed"),
        pytest.param(("uno dos", "uno", "un"), False, id="a letter after a selection was deleted"),
        pytest.param(("Ana", "hAna", "hAnas"), False, id="letters in two places"),
    ],
)
def test_one_step_is_what_was_typed_or_deleted_on_and_on(texts: tuple[str, str, str], goes_on: bool) -> None:
    first, second, third = texts
    assert stroke(second, third).goes_on(stroke(first, second)) is goes_on


def test_a_blank_ends_a_word() -> None:
    assert [Stroke(0, "", letter).ends_word for letter in ("a", " ", "\n")] == [False, True, True]
