"""Merging two independent drafts loses no change of either."""

from collections import Counter

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.reunion import reunited
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.editing.edit import Edit, Row

TEXT = st.sampled_from(("", "uno", "dos", " tres\r\n"))
NAMES = st.sampled_from(("plan", "zona"))
EDITS = st.builds(
    Edit,
    subject=st.none() | TEXT,
    notes=st.dictionaries(st.integers(1, 4), TEXT.filter(str.strip), max_size=3),
    note_text=TEXT,
    tags=st.dictionaries(st.sampled_from(("vip", "spam")), st.booleans()),
    tag_text=TEXT,
    values=st.dictionaries(NAMES, TEXT),
    rows=st.dictionaries(st.integers(1, 3), st.builds(Row, name=st.sampled_from(("a", "b")), value=TEXT), max_size=2),
)


def draft(edit: Edit) -> Draft:
    return Draft(server="https://a.example", user="ana", case_id="203", edit=edit, base=Snapshot(subject="asunto"))


def texts(*edits: Edit) -> Counter[str]:
    """Count the notes, unfinished ones included and blank ones excluded."""
    return Counter(text for edit in edits for text in (*edit.notes.values(), edit.note_text) if text.strip())


@given(EDITS, EDITS)
def test_every_text_of_either_is_in_the_one_or_in_what_gave_way(mine: Edit, there: Edit) -> None:
    one, outdone = reunited(draft(mine), draft(there))
    edits = (one.edit, *([outdone.edit] if outdone else []))
    assert not texts(mine) - texts(one.edit)
    assert not texts(there) - texts(one.edit)
    for edit in (mine, there):
        assert edit.subject in (None, *(each.subject for each in edits))
        assert edit.tag_text in ("", *(each.tag_text for each in edits))
        for tag, add in edit.tags.items():
            assert any(each.tags.get(tag) is add for each in edits)
        for name, value in (*edit.values.items(), *((row.name, row.value) for row in edit.rows.values())):
            held = [(key, text) for each in edits for key, text in each.values.items()]
            held += [(row.name, row.value) for each in edits for row in each.rows.values()]
            assert (name, value) in held


@given(EDITS)
def test_the_same_draft_twice_is_that_draft(edit: Edit) -> None:
    one, outdone = reunited(draft(edit), draft(edit))
    assert texts(one.edit) == texts(edit)
    assert (one.edit.subject, one.edit.tags, outdone) == (edit.subject, edit.tags, None)


def test_what_stands_in_new_note_becomes_a_note_where_another_stands_there() -> None:
    one, _ = reunited(draft(Edit(note_text="hoy")), draft(Edit(note_text="ayer")))
    assert (one.edit.note_text, list(one.edit.notes.values())) == ("hoy", ["ayer"])


def test_a_field_that_both_changed_stays_mine_and_the_other_gives_way() -> None:
    one, outdone = reunited(draft(Edit(subject="mío")), draft(Edit(subject="viejo", note_text="ayer")))
    assert one.edit.subject == "mío"
    assert outdone == msgspec.structs.replace(draft(Edit(subject="viejo")), subject="")
