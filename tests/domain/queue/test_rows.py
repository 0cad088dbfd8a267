"""Merging, order and narrowing of the queue's rows."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.case.search import Listed
from caseeditor.domain.queue.due import Band, Clock
from caseeditor.domain.queue.rows import Order, QueueRow, QueueRows, band_counts, narrowed, ordered, row_of

CLOCK = Clock(now=1_000_000_000, day_end=1_000_030_000)


def case(id_: int, minute: int = 0, subject: str = "Pedido", **fields: str) -> Listed:
    return Listed(str(id_), subject, update_date=f"2026-11-26T13:{minute:02}:00-0300", **fields)


def row(id_: int, due: float | None = None, updated: float | None = None) -> QueueRow:
    return QueueRow(Listed(str(id_)), due, updated, "")


def merged(*cases: Listed, over: QueueRows | None = None) -> QueueRows:
    return (over or QueueRows()).merged(cases, 1000)


def ids(rows: list[QueueRow]) -> list[str]:
    return [each.case.case_id for each in rows]


# Merging.


def test_a_case_that_comes_twice_is_one_row() -> None:
    rows = merged(case(1), case(2), case(1))
    assert list(rows.by_id) == ["1", "2"]
    assert not rows.by_id["1"].is_changed


def test_a_case_without_an_id_gives_no_row() -> None:
    assert merged(Listed("", "x")).by_id == {}


def test_a_case_changed_since_is_marked_until_it_is_seen() -> None:
    rows = merged(case(1, 5), over=merged(case(1)))
    assert rows.by_id["1"].is_changed
    for again in (case(1, 5), case(1, 5, "Otro")):
        assert merged(again, over=rows).by_id["1"].is_changed
    assert not rows.seen(case(1, 5)).by_id["1"].is_changed


def test_an_own_change_is_not_marked_when_a_refresh_brings_it() -> None:
    rows = merged(case(1)).seen(case(1, 5, "Otro"))
    assert rows.by_id["1"].case.subject == "Otro"
    assert not merged(case(1, 5, "Otro"), over=rows).by_id["1"].is_changed


def test_a_late_answer_replaces_no_newer_row() -> None:
    rows = merged(case(1, 5, "new"))
    assert merged(case(1, 4, "old"), over=rows) == rows
    assert rows.seen(case(1, 4, "old")) == rows


def test_a_case_without_a_date_follows_the_last_answer() -> None:
    rows = merged(Listed("1", "b"), over=merged(Listed("1", "a")))
    assert rows.by_id["1"].case.subject == "b"


def test_a_seen_case_outside_the_queue_gets_no_row() -> None:
    assert merged(case(1)).seen(case(2)) == merged(case(1))


def test_of_too_many_cases_of_one_answer_the_first_have_rows() -> None:
    assert list(QueueRows().merged([case(each) for each in range(1, 6)], 3).by_id) == ["1", "2", "3"]


def test_a_new_case_takes_the_place_of_the_one_that_changed_longest_ago() -> None:
    rows = merged(case(1, 3), case(2, 1), case(3, 2)).merged([case(3, 5, "Otro"), case(9, 6)], 3)
    assert list(rows.by_id) == ["1", "3", "9"]
    assert rows.by_id["3"].case.subject == "Otro"


def after_pass(rows: QueueRows, *cases: Listed, has_shifted: bool) -> QueueRows:
    return rows.after_pass(cases, 1000, has_shifted=has_shifted)


def test_a_whole_pass_removes_cases_that_it_did_not_find() -> None:
    rows = after_pass(merged(case(1), case(2)), case(2, 5), case(3), has_shifted=False)
    assert list(rows.by_id) == ["2", "3"]
    assert rows.by_id["2"].is_changed


def test_a_case_that_two_passes_did_not_find_is_removed_although_the_list_was_changing() -> None:
    once = after_pass(merged(case(1), case(2)), case(2), has_shifted=True)
    assert list(once.by_id) == ["1", "2"]
    assert list(after_pass(once, case(2), has_shifted=True).by_id) == ["2"]


def test_a_case_that_came_back_is_removed_only_after_two_more_passes() -> None:
    rows = merged(case(1), case(2))
    for found in ((case(2),), (case(1), case(2)), (case(2),)):
        rows = after_pass(rows, *found, has_shifted=True).seen(case(2, 7))
        assert sorted(rows.by_id) == ["1", "2"]
    assert list(after_pass(rows, case(2), has_shifted=True).by_id) == ["2"]


def test_the_newest_date_is_as_the_server_wrote_it() -> None:
    rows = merged(case(1, 5), Listed("2", update_date="soon"), case(3, 7))
    assert rows.newest_date() == "2026-11-26T13:07:00-0300"
    assert QueueRows().newest_date() == ""


# Order.


def test_due_cases_come_first_the_others_newest_first() -> None:
    rows = [row(1), row(2, None, 50), row(3, 90), row(4, 80, 7), row(5, None, 60), row(6, 80, 5)]
    assert ids(ordered(rows, Order.DUE)) == ["6", "4", "3", "5", "2", "1"]


def test_newest_and_oldest_first_leave_undated_cases_at_the_end() -> None:
    rows = [row(1), row(2, None, 50), row(3, 90, 70)]
    assert ids(ordered(rows, Order.NEWEST)) == ["3", "2", "1"]
    assert ids(ordered(rows, Order.OLDEST)) == ["2", "3", "1"]


ROWS = st.lists(
    st.builds(row, st.integers(1, 50), st.none() | st.integers(0, 3), st.none() | st.integers(0, 3)),
    unique_by=lambda each: each.case.case_id,
)


@given(ROWS, st.sampled_from(Order), st.randoms())
def test_the_order_does_not_depend_on_the_arrival(rows: list[QueueRow], order: Order, shuffle: object) -> None:
    mixed = list(rows)
    shuffle.shuffle(mixed)  # type: ignore[attr-defined]  # random.Random
    assert ids(ordered(mixed, order)) == ids(ordered(rows, order))


# Narrowing and counts.


def test_typed_words_narrow_without_case_and_accents() -> None:
    rows = [
        row_of(case(203, subject="Necesito ayuda", contact="Juan Pérez", state="Arrived")),
        row_of(case(401, subject="Garantía", contact="Ferretería El Tornillo", state="Closed")),
    ]
    for text, found in (("PEREZ", "203"), ("garantia torni", "401"), ("#203", "203"), ("closed", "401")):
        assert ids(narrowed(rows, text, None, CLOCK)) == [found]
    assert narrowed(rows, "perez tornillo", None, CLOCK) == []
    assert len(narrowed(rows, "  ", None, CLOCK)) == 2


def test_a_part_of_the_queue_is_a_filter_and_has_a_count() -> None:
    rows = [row(1, 999_999_999), row(2, 1_000_000_001), row(3, 1_000_030_000), row(4), row(5, 1_000_900_000)]
    assert ids(narrowed(rows, "", Band.LATER, CLOCK)) == ["3", "5"]
    assert band_counts(rows, CLOCK) == {Band.OVERDUE: 1, Band.TODAY: 1, Band.LATER: 2}


def test_a_closed_case_is_not_due() -> None:
    waiting = msgspec.structs.replace(
        case(1), we_did_not_reply_since_date="2026-11-26T13:28:00-0300", sla_seconds="3600"
    )
    assert row_of(waiting).due
    assert row_of(msgspec.structs.replace(waiting, state="Closed")).due is None


def test_closed_states_are_known_in_the_languages_of_agents() -> None:
    states = [("Closed", True), (" RESUELTO ", True), ("Fechado", True), ("Assigned", False), ("", False)]
    for state, is_closed in states:
        assert row_of(case(1, state=state)).is_closed is is_closed
