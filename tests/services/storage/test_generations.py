"""A save replaces only the draft that was seen."""

from collections.abc import Callable

import msgspec

from caseeditor.domain.delivery.draft import NONE_THERE, Draft
from caseeditor.domain.delivery.handover import joined_draft
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.delivery.submission import State, Submission
from caseeditor.domain.editing.edit import Edit
from caseeditor.services.storage.database import Store

SERVER, USER = "https://a.example", "ana"
Start = Callable[[], Store]


def draft(note: str, subject: str | None = None) -> Draft:
    return Draft(server=SERVER, user=USER, case_id="203", edit=Edit(subject=subject, note_text=note), base=Snapshot())


def notes(store: Store) -> list[str]:
    """List all notes of the draft on disk."""
    found = store.draft(SERVER, USER, "203")
    return sorted([*found.edit.notes.values(), found.edit.note_text]) if found else []


def submission(of: Draft) -> Submission:
    return Submission(server=SERVER, user=USER, case_id="203", edit=of.edit, base=of.base)


def test_what_lies_there_unseen_is_merged_and_told(start: Start) -> None:
    start().save_draft(draft("ayer"), NONE_THERE)
    store = start()
    saved = store.save_draft(draft("hoy"), None)
    assert saved.unseen == draft("ayer")
    assert notes(store) == ["ayer", "hoy"]


def test_another_program_s_draft_is_merged_though_none_was_there_when_it_was_looked_for(start: Start) -> None:
    one, other = start(), start()
    seen = one.find_draft(SERVER, USER, "203").generation
    other.save_draft(draft("suya"), other.find_draft(SERVER, USER, "203").generation)
    assert one.save_draft(draft("mía"), seen).unseen == draft("suya")
    assert notes(one) == ["mía", "suya"]


def test_what_was_seen_is_replaced(start: Start) -> None:
    store = start()
    first = store.save_draft(draft("uno"), NONE_THERE)
    second = store.save_draft(draft("uno dos"), first.generation)
    assert second.unseen is None
    assert notes(store) == ["uno dos"]
    store.drop_draft(draft(""), second.generation)
    assert notes(store) == []


def test_what_was_not_seen_is_neither_dropped_nor_submitted_away(start: Start) -> None:
    start().save_draft(draft("ayer"), NONE_THERE)
    store = start()
    store.drop_draft(draft(""), None)
    store.submit(draft("hoy"), submission(draft("hoy")), NONE_THERE)
    assert notes(store) == ["ayer"]


def test_what_came_back_from_a_submission_is_known_to_who_saves_over_the_generation_before(start: Start) -> None:
    store = start()
    typed = draft("escrito")
    seen = store.save_draft(typed, NONE_THERE)
    sent = store.submit(draft("enviado"), submission(draft("enviado")), seen.generation)
    again = store.save_draft(typed, NONE_THERE)
    closed = msgspec.structs.replace(sent, state=State.DRAFT)
    back = msgspec.structs.replace(draft(""), edit=Edit(notes={1: "enviado"}), backs=(sent.number,))
    store.give_back(closed, back)
    saved = store.save_draft(joined_draft(draft("escrito más"), back), again.generation)
    assert saved.unseen is None
    assert notes(store) == ["enviado", "escrito más"]


def test_what_another_program_s_submission_gave_back_is_not_replaced(start: Start) -> None:
    one, other = start(), start()
    seen = one.save_draft(draft("mía"), NONE_THERE)
    sent = other.submit(draft("suya"), submission(draft("suya")), NONE_THERE)
    back = msgspec.structs.replace(draft(""), edit=Edit(notes={1: "suya"}), backs=(sent.number,))
    other.give_back(msgspec.structs.replace(sent, state=State.DRAFT), back)
    one.save_draft(draft("mía, más"), seen.generation)
    assert "suya" in notes(one)
    assert "mía, más" in notes(one)


def test_of_a_field_changed_in_both_the_older_text_goes_into_the_history(start: Start) -> None:
    start().save_draft(draft("", "el de ayer"), NONE_THERE)
    store = start()
    store.save_draft(draft("", "el de hoy"), None)
    (body,) = store.select("SELECT body FROM discarded")[0]
    assert msgspec.json.decode(body)["edit"]["subject"] == "el de ayer"


def test_a_draft_taken_over_from_somebody_is_merged_by_who_was_typing_before(start: Start) -> None:
    store = start()
    seen = store.find_draft(SERVER, USER, "203").generation
    theirs = msgspec.structs.replace(draft("suya"), user="lucia")
    store.save_draft(theirs, None)
    store.take_over(theirs, USER)
    store.save_draft(draft("mía"), seen)
    assert notes(store) == ["mía", "suya"]


def test_what_comes_to_an_account_of_which_none_was_seen_is_merged_with_what_is_typed(start: Start) -> None:
    store = start()
    theirs = msgspec.structs.replace(draft("de otra"), user="lucia")
    store.save_draft(theirs, NONE_THERE)
    seen = store.find_draft(SERVER, USER, "203").generation
    store.take_over(theirs, USER)
    assert store.save_draft(draft("mía"), seen).unseen == draft("de otra")
    assert notes(store) == ["de otra", "mía"]


def test_a_save_and_a_submission_on_their_way_at_once_leave_no_draft(start: Start) -> None:
    store = start()
    seen = store.find_draft(SERVER, USER, "203").generation
    store.save_draft(draft("uno"), seen)
    store.submit(draft("uno"), submission(draft("uno")), seen)
    assert notes(store) == []


def test_a_submission_leaves_what_the_save_before_it_merged_unseen(start: Start) -> None:
    one, other = start(), start()
    seen = one.find_draft(SERVER, USER, "203").generation
    other.save_draft(draft("suya"), NONE_THERE)
    one.save_draft(draft("mía"), seen)
    sent = msgspec.structs.replace(draft(""), edit=Edit(notes={1: "mía"}))
    one.submit(sent, submission(sent), seen)
    assert [note for note in notes(one) if note] == ["suya"]
