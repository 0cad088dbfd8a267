"""Undo and redo reproduce any sequence of edits exactly."""

from collections.abc import Callable

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.editing import edit
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.editing.undo import StepKey, StepKind, UndoStack
from tests.support.samples import read

CASE = read(prioridad="baja", región="norte")

WORD = st.sampled_from(["", "a", "ab", "hola", "spam", "vip", "baja", CASE.subject])
NUMBER = st.integers(1, 3)

Act = tuple[StepKey, bool, Callable[[Edit], Edit]]
"""Key, whether it is typing, and its effect."""


@st.composite
def acts(draw: st.DrawFn) -> Act:
    word, number = draw(WORD), draw(NUMBER)
    name = draw(st.sampled_from(["prioridad", "región"]))
    possible: list[Act] = [
        (StepKey(StepKind.SUBJECT), True, lambda old: edit.with_subject(old, CASE, word)),
        (StepKey(StepKind.NOTE_TYPED), True, lambda old: msgspec.structs.replace(old, note_text=word)),
        (StepKey(StepKind.TAG_TYPED), True, lambda old: msgspec.structs.replace(old, tag_text=word)),
        (StepKey(StepKind.NOTE_ADDED), False, lambda old: edit.with_note(old, word)),
        (StepKey(StepKind.NOTE_CHANGED, str(number)), False, lambda old: edit.with_note_changed(old, number, word)),
        (StepKey(StepKind.TAG, word), False, lambda old: edit.with_tag(old, CASE, word)),
        (StepKey(StepKind.TAG, word), False, lambda old: edit.without_tag(old, CASE, word)),
        (StepKey(StepKind.ATTRIBUTE, name), False, lambda old: edit.with_value(old, CASE, name, word)),
        (StepKey(StepKind.ATTRIBUTE), True, lambda old: edit.with_value(old, CASE, name, word)),
        (StepKey(StepKind.NEW_ATTRIBUTE, word), False, lambda old: edit.with_row(old, number, Row(word, word))),
        (StepKey(StepKind.NEW_ATTRIBUTE), True, lambda old: edit.with_row(old, None, Row(word, word))),
        (StepKey(StepKind.DISCARDED), False, lambda _: Edit()),
    ]
    return draw(st.sampled_from(possible))


def do(stack: UndoStack, before: Edit, act: Act) -> Edit:
    key, typing, change = act
    after = change(before)
    if after != before:
        stack.push(key, before, after, typing=typing)
    return after


def undo_all(stack: UndoStack, now: Edit) -> Edit:
    while stack.undo_key is not None:
        now = stack.undo(now)
    return now


def redo_all(stack: UndoStack, now: Edit) -> Edit:
    while stack.redo_key is not None:
        now = stack.redo(now)
    return now


@given(st.lists(acts(), max_size=25))
def test_all_undone_is_the_start_and_all_redone_is_the_end(done: list[Act]) -> None:
    stack, now = UndoStack(), Edit()
    for act in done:
        now = do(stack, now, act)
    assert undo_all(stack, now) == Edit()
    assert redo_all(stack, Edit()) == now
    assert undo_all(stack, now) == Edit()


@given(st.lists(acts() | st.sampled_from(["undo", "redo"]), max_size=25))
def test_undo_and_redo_in_between_change_nothing_about_that(done: list[Act | str]) -> None:
    stack, now = UndoStack(), Edit()
    for act in done:
        if act == "undo":
            now = stack.undo(now) if stack.undo_key else now
        elif act == "redo":
            now = stack.redo(now) if stack.redo_key else now
        elif not isinstance(act, str):
            now = do(stack, now, act)
    start = undo_all(stack, now)
    assert start == Edit()
    end = redo_all(stack, start)
    assert undo_all(stack, end) == Edit()
    assert redo_all(stack, Edit()) == end


def typed(stack: UndoStack, *texts: str) -> Edit:
    now = Edit()
    for text in texts:
        act: Act = StepKey(StepKind.SUBJECT), True, lambda old, text=text: edit.with_subject(old, CASE, text)  # type: ignore[misc]
        now = do(stack, now, act)
    return now


def test_typing_in_one_place_is_one_step() -> None:
    stack = UndoStack()
    now = typed(stack, "h", "ho", "hol", "hola")
    assert stack.undo(now) == Edit()
    assert (stack.undo_key, stack.redo_key) == (None, StepKey(StepKind.SUBJECT))
    assert stack.redo(Edit()) == Edit(subject="hola")


def test_typing_in_another_place_begins_a_step() -> None:
    stack = UndoStack()
    now = typed(stack, "h", "ho")
    now = do(stack, now, (StepKey(StepKind.NOTE_TYPED), True, lambda old: msgspec.structs.replace(old, note_text="x")))
    assert stack.undo(now) == Edit(subject="ho")


def test_typing_after_something_else_begins_a_step() -> None:
    stack = UndoStack()
    now = do(
        stack, typed(stack, "h"), (StepKey(StepKind.TAG, "vip"), False, lambda old: edit.with_tag(old, CASE, "vip"))
    )
    now = do(stack, now, (StepKey(StepKind.SUBJECT), True, lambda old: edit.with_subject(old, CASE, "ho")))
    assert stack.undo(now) == Edit(subject="h", tags={"vip": True})


def test_typing_after_a_step_in_the_same_place_begins_another() -> None:
    stack = UndoStack()
    now = do(stack, Edit(), (StepKey(StepKind.SUBJECT), False, lambda old: edit.with_subject(old, CASE, "pasted")))
    now = do(stack, now, (StepKey(StepKind.SUBJECT), True, lambda old: edit.with_subject(old, CASE, "pasted!")))
    assert stack.undo(now) == Edit(subject="pasted")


def test_typing_after_an_undo_begins_a_step() -> None:
    stack = UndoStack()
    now = typed(stack, "h")
    now = do(stack, now, (StepKey(StepKind.NOTE_TYPED), True, lambda old: msgspec.structs.replace(old, note_text="x")))
    now = do(stack, stack.undo(now), (StepKey(StepKind.SUBJECT), True, lambda old: edit.with_subject(old, CASE, "ho")))
    assert stack.undo(now) == Edit(subject="h")


def test_what_is_done_after_an_undo_ends_what_could_be_redone() -> None:
    stack = UndoStack()
    now = stack.undo(typed(stack, "h"))
    do(stack, now, (StepKey(StepKind.TAG, "vip"), False, lambda old: edit.with_tag(old, CASE, "vip")))
    assert stack.redo_key is None


def test_undo_leaves_alone_what_changed_besides_the_steps() -> None:
    stack = UndoStack()
    now = typed(stack, "hola")
    assert stack.undo(msgspec.structs.replace(now, notes={1: "came otherwise"})) == Edit(notes={1: "came otherwise"})
