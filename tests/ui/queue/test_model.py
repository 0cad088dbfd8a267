"""The model of the queue: rows are inserted, moved and removed one by one, and say what they show."""

import random

import pytest
from PySide6.QtCore import QItemSelectionModel, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication

from caseeditor.domain.case.search import Listed
from caseeditor.domain.queue.due import Urgency
from caseeditor.domain.queue.rows import QueueRow, row_of
from caseeditor.ui.queue.model import CASE_ID, LOOK, QueueModel
from tests.ui.parts import Watched, column, shown

NOW = 1_795_000_000.0
Role = Qt.ItemDataRole


@pytest.fixture
def model(qapp: QApplication) -> QueueModel:
    return QueueModel(QObject(qapp))


def row(id_: int, left: float | None = None, **fields: str) -> QueueRow:
    """Build a row that is due in `left` seconds."""
    made = row_of(Listed(str(id_), **{"subject": f"Pedido {id_}", "contact": "Juan Pérez", **fields}))
    due = None if left is None else NOW + left
    return QueueRow(made.case, due, NOW - 7200, made.searched)


def show(model: QueueModel, *rows: QueueRow) -> None:
    model.show_rows(rows, NOW)


def test_a_list_changes_with_the_fewest_signals(model: QueueModel) -> None:
    watched = Watched(model)
    old = [row(each) for each in range(6)]
    show(model, *old)
    assert watched.inserted == [0, 1, 2, 3, 4, 5]
    watched.forget()
    show(model, old[3], row(9), old[0], old[1], row(4, subject="Otro"))
    assert model.ids() == ["3", "9", "0", "1", "4"]
    assert (watched.resets, watched.removed, watched.inserted, watched.changed) == (0, [5, 2], [1], [4])


def test_the_same_rows_change_nothing(model: QueueModel) -> None:
    watched, old = Watched(model), [row(each) for each in range(6)]
    show(model, *old)
    watched.forget()
    show(model, *old)
    assert (watched.changed, watched.inserted, watched.removed) == ([], [], [])


def test_a_selection_follows_its_case_through_any_change(model: QueueModel) -> None:
    Watched(model)
    pick = random.Random(16)  # noqa: S311 - test data
    show(model, *(row(each) for each in range(40)))
    held = [QPersistentModelIndex(model.index(place)) for place in (3, 17)]
    selection = QItemSelectionModel(model)
    selection.select(model.index(17), QItemSelectionModel.SelectionFlag.Select)
    for _ in range(30):
        ids = [3, 17, *pick.sample([each for each in range(60) if each not in (3, 17)], 25)]
        pick.shuffle(ids)
        show(model, *(row(each) for each in ids))
        assert model.ids() == list(map(str, ids))
        assert [index.data(CASE_ID) for index in held] == ["3", "17"]
        assert [index.data(CASE_ID) for index in selection.selectedIndexes()] == ["17"]


def test_a_row_says_contact_subject_due_time_and_state(model: QueueModel) -> None:
    show(
        model,
        row(203, 2280, state="Arrived", source="email"),
        row(4, -5700),
        row(5, contact="", subject="", state="Closed"),
    )
    model.show_drafts(frozenset({"203"}))
    assert column(model) == [
        "Juan Pérez, Pedido 203, due in 38 min, Arrived",
        "Juan Pérez, Pedido 4, 1 h overdue",
        "#5, Closed",
    ]
    index = model.index(0)
    assert index.data(Role.AccessibleTextRole) == index.data()
    assert index.data(Role.AccessibleDescriptionRole) == "#203, email, draft"
    assert "Pedido 203" in shown(index.data(Role.ToolTipRole))


def test_a_change_by_somebody_else_is_described(model: QueueModel) -> None:
    each = row(7)
    show(model, QueueRow(each.case, None, each.updated, "", is_changed=True))
    assert model.index(0).data(Role.AccessibleDescriptionRole) == "#7, changed since you saw it"


def test_text_of_a_server_is_plain_text(model: QueueModel) -> None:
    show(model, row(7, subject="<h1>Hola</h1>\n& más", contact="<b>Ana</b>"))
    assert model.index(0).data() == "<b>Ana</b>, <h1>Hola</h1> & más"
    assert "<h1>Hola</h1>" in shown(model.index(0).data(Role.ToolTipRole))
    assert model.index(0).data(LOOK).face.initials == "B"


@pytest.mark.parametrize(
    ("left", "pill", "urgency"),
    [
        (-5700, "1 h over", Urgency.OVERDUE),
        (2280, "38 min", Urgency.SOON),
        (14_399, "3 h", Urgency.SOON),
        (14_400, "4 h", Urgency.LATER),
        (200_000, "2 d", Urgency.LATER),
        (None, "", None),
    ],
)
def test_the_pill_has_the_due_time_in_the_colour_of_its_urgency(
    model: QueueModel, left: float | None, pill: str, urgency: Urgency | None
) -> None:
    show(model, row(7, left))
    look = model.index(0).data(LOOK)
    assert (look.pill, look.urgency, look.age) == (pill, urgency, "2 h")


def test_times_are_counted_anew(model: QueueModel) -> None:
    watched = Watched(model)
    show(model, row(7, 120))
    watched.forget()
    model.tell_time(NOW + 300)
    assert watched.changed == [0]
    assert model.index(0).data(LOOK).pill == "3 min over"


def test_drafts_come_and_go(model: QueueModel) -> None:
    watched = Watched(model)
    show(model, row(1), row(2), row(3))
    watched.forget()
    model.show_drafts(frozenset({"2", "9"}))
    assert watched.changed == [1]
    assert model.index(1).data(LOOK).subject == "✎ Pedido 2"
    model.show_drafts(frozenset())
    assert watched.changed == [1, 1]
    assert model.index(1).data(LOOK).subject == "Pedido 2"


def test_a_closed_case_is_muted(model: QueueModel) -> None:
    show(model, row(1, state="Closed"), row(2, state="Assigned"))
    looks = [model.index(place).data(LOOK) for place in (0, 1)]
    assert [look.is_muted for look in looks] == [True, False]
    assert looks[0].face.hue < 0 <= looks[1].face.hue
