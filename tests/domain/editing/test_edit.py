"""The agent's edit of a case holds touched fields only; it is dirty if a value differs."""

import pytest

from caseeditor.domain.case.model import RESERVED
from caseeditor.domain.editing import edit
from caseeditor.domain.editing.changes import changes
from caseeditor.domain.editing.edit import Edit, Row
from tests.support.samples import read

CASE = read(prioridad="baja", región="norte")


def test_an_untouched_case_has_no_changes() -> None:
    assert changes(CASE, Edit()) == ()


def test_a_subject_set_back_to_the_servers_is_no_change() -> None:
    typed = edit.with_subject(Edit(), CASE, "otro")
    assert typed == Edit(subject="otro")
    assert edit.with_subject(typed, CASE, CASE.subject) == Edit()


def test_a_subject_may_be_emptied() -> None:
    assert changes(CASE, edit.with_subject(Edit(), CASE, ""))[0].after == ""


def test_a_subject_that_the_server_has_come_to_hold_is_no_change() -> None:
    typed = edit.with_subject(Edit(), CASE, "otro")
    assert changes(read(subject="otro"), typed) == ()


def test_notes_are_numbered_as_they_are_written() -> None:
    written = edit.with_note(edit.with_note(Edit(), "uno"), "dos")
    assert written.notes == {1: "uno", 2: "dos"}


def test_a_note_keeps_its_number_when_an_earlier_one_is_removed() -> None:
    written = edit.with_note(edit.with_note(Edit(), "uno"), "dos")
    left = edit.with_note_changed(written, 1, "")
    assert left.notes == {2: "dos"}
    assert edit.with_note(left, "tres").notes == {2: "dos", 3: "tres"}


def test_a_note_is_changed_in_place_and_removed_when_nothing_but_space_is_left() -> None:
    written = edit.with_note(Edit(), "uno")
    assert edit.with_note_changed(written, 1, " uno\r\n").notes == {1: " uno\r\n"}
    assert edit.with_note_changed(written, 1, " \n\t") == Edit()


def test_a_tag_is_added_once_and_taken_out_again() -> None:
    added = edit.with_tag(Edit(), CASE, "vip")
    assert added.tags == {"vip": True}
    assert edit.with_tag(added, CASE, "vip") == added
    assert edit.without_tag(added, CASE, "vip") == Edit()


def test_a_tag_that_the_case_has_is_removed_and_kept_after_all() -> None:
    removed = edit.without_tag(Edit(), CASE, "spam")
    assert removed.tags == {"spam": False}
    assert edit.with_tag(removed, CASE, "spam") == Edit()


def test_adding_a_tag_that_the_case_has_is_no_change() -> None:
    assert edit.with_tag(Edit(), CASE, "spam") == Edit()


@pytest.mark.parametrize("tag", ["spam\u200b", "\ufeffspam", "s\u00adpam"])
def test_a_tag_that_looks_like_one_of_the_case_is_that(tag: str) -> None:
    assert edit.with_tag(Edit(), CASE, tag) == Edit()
    assert edit.with_tag(edit.without_tag(Edit(), CASE, "spam"), CASE, tag) == Edit()
    assert edit.completed(Edit(tag_text=f" {tag} "), CASE) == Edit()


def test_a_tag_that_looks_like_one_to_be_added_is_added_once() -> None:
    added = edit.with_tag(Edit(), CASE, "año")
    assert edit.with_tag(added, CASE, "an\u0303o") == added
    assert edit.with_tag(Edit(), CASE, "SPAM").tags == {"SPAM": True}


def test_nothing_but_unseen_characters_is_no_tag() -> None:
    assert edit.completed(Edit(tag_text="\u200b"), CASE).tags == {}


def test_unseen_characters_are_found_and_removed_but_for_notes() -> None:
    typed = Edit(
        subject="Pe\u00addido",
        notes={1: "a\u200b"},
        tags={"vip\u200b": True, "spam": False},
        values={"prioridad": "al\u200bta"},
        rows={1: Row("nuevo\u00a0", "1\u2009000"), 2: Row("می\u200cخواهم", "\u200b")},
    )
    assert len(list(edit.unseen_texts(typed))) == 6
    clean = edit.with_unseen_removed(typed, CASE)
    assert list(edit.unseen_texts(clean)) == []
    assert clean == Edit(
        subject="Pedido",
        notes={1: "a\u200b"},
        tags={"spam": False, "vip": True},
        values={"prioridad": "alta"},
        rows={1: Row("nuevo", "1 000"), 2: Row("می\u200cخواهم", "")},
    )


def test_removing_a_tag_that_is_nowhere_is_no_change() -> None:
    assert edit.without_tag(Edit(), CASE, "nowhere") == Edit()


def test_tags_that_a_colleague_added_or_removed_meanwhile_are_no_changes() -> None:
    typed = edit.without_tag(edit.with_tag(Edit(), CASE, "vip"), CASE, "spam")
    assert changes(read(tags=["vip"]), typed) == ()


def test_a_value_set_back_to_the_servers_is_no_change() -> None:
    typed = edit.with_value(Edit(), CASE, "prioridad", "alta")
    assert typed.values == {"prioridad": "alta"}
    assert edit.with_value(typed, CASE, "prioridad", "baja") == Edit()


def test_a_value_may_be_emptied() -> None:
    assert changes(CASE, edit.with_value(Edit(), CASE, "prioridad", ""))[0].after == ""


@pytest.mark.parametrize("name", sorted(RESERVED - {"id", "case_id", "subject"}))
def test_an_attribute_called_as_a_parameter_with_a_meaning_of_its_own_stays(name: str) -> None:
    case = read(**{name: "x"})
    assert case.attributes[name].text == "x"
    assert edit.with_value(Edit(), case, name, "would be posted") == Edit()


def test_new_attributes_are_numbered_and_keep_their_number() -> None:
    typed = edit.with_row(edit.with_row(Edit(), None, Row("a")), None, Row("b", "2"))
    assert typed.rows == {1: Row("a"), 2: Row("b", "2")}
    assert edit.with_row(typed, 1, Row("a", "1")).rows == {1: Row("a", "1"), 2: Row("b", "2")}


def test_a_new_attribute_with_neither_name_nor_value_is_taken_out() -> None:
    typed = edit.with_row(Edit(), None, Row("a", "1"))
    assert edit.with_row(typed, 1, Row("", "1")).rows == {1: Row("", "1")}
    assert edit.with_row(typed, 1, Row()) == Edit()
    assert edit.with_row(Edit(), None, Row()) == Edit()


def test_what_stands_in_new_note_and_new_tag_counts() -> None:
    typed = Edit(notes={1: "uno"}, note_text=" dos\n", tag_text=" vip ")
    assert edit.completed(typed, CASE) == Edit(notes={1: "uno", 2: " dos\n"}, tags={"vip": True})


def test_nothing_but_space_in_new_note_and_new_tag_counts_for_nothing() -> None:
    assert changes(CASE, Edit(note_text=" \n", tag_text="  ")) == ()


def test_a_tag_typed_that_the_case_has_is_no_change() -> None:
    assert changes(CASE, Edit(tag_text="spam")) == ()


def test_completing_twice_is_completing_once() -> None:
    once = edit.completed(Edit(note_text="uno", tag_text="vip"), CASE)
    assert edit.completed(once, CASE) == once


def test_notes_change_places_and_what_is_in_doubt_goes_along() -> None:
    written = Edit(notes={1: "a", 2: "b", 5: "c"}, doubtful=(1, 9))
    swapped = edit.with_notes_swapped(written, 1, 5)
    assert swapped == Edit(notes={1: "c", 2: "b", 5: "a"}, doubtful=(5, 9))
    assert [change.after for change in changes(CASE, swapped)] == ["c", "b", "a"]
    assert edit.with_notes_swapped(swapped, 1, 5) == written
