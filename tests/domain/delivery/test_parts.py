"""A large edit in parts makes the same changes, each once and in order, wherever it is split."""

from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.delivery.parts import MOST, in_parts
from caseeditor.domain.editing.changes import update_payload
from caseeditor.domain.editing.edit import Edit, Row
from tests.support.samples import read

TEXT = st.text(max_size=3)
NUMBERS = st.integers(1, 60)
EDITS = st.builds(
    Edit,
    subject=st.none() | TEXT,
    notes=st.dictionaries(NUMBERS, TEXT, max_size=5),
    tags=st.dictionaries(TEXT, st.booleans(), max_size=20),
    values=st.dictionaries(TEXT, TEXT, max_size=20),
    rows=st.dictionaries(NUMBERS, st.builds(Row, TEXT, TEXT), max_size=20),
    doubtful=st.lists(NUMBERS, max_size=3, unique=True).map(tuple),
)


def items(edit: Edit) -> list[object]:
    """List all changes of an edit, in the order of the split."""
    return [
        *([edit.subject] if edit.subject is not None else []),
        *edit.tags.items(),
        *sorted(edit.notes.items()),
        *edit.values.items(),
        *sorted(edit.rows.items()),
    ]


@given(EDITS, st.integers(1, 70))
def test_the_parts_are_the_whole_each_change_once_in_order(edit: Edit, most: int) -> None:
    parts = in_parts(edit, most)
    assert [item for part in parts for item in items(part)] == items(edit)
    assert all(0 < len(items(part)) <= most for part in parts) or parts == (edit,)
    doubtful = [number for part in parts for number in part.doubtful]
    assert sorted(doubtful) == sorted(set(edit.doubtful) & set(edit.notes)) or parts == (edit,)


def test_the_first_part_has_the_subject_tags_and_notes_and_each_is_small_enough_for_any_server() -> None:
    rows = {number: Row(f"name {number}", "x") for number in range(1, 1241)}
    edit = Edit(subject="s", notes={1: "one", 2: "two"}, tags={"vip": True}, rows=rows)
    sent = [update_payload(read(), part).parameters for part in in_parts(edit)]
    assert [len(each) for each in sent] == [MOST, MOST, MOST, 44]
    assert [name for name, _ in sent[0][:4]] == ["subject", "tag", "note", "note"]
    assert not any(name in ("subject", "tag", "note") for each in sent[1:] for name, _ in each)


def test_a_small_edit_is_one_part_and_none_at_all_too() -> None:
    assert in_parts(Edit(subject="s", notes={1: "one"})) == (Edit(subject="s", notes={1: "one"}),)
    assert in_parts(Edit()) == (Edit(),)
