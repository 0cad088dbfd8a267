"""Tables: the meaning of columns."""

from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.domain.batch.tables.table import CellFlag, ColumnUse, Flag, Table, Use
from caseeditor.domain.batch.tables.table_rows import guessed_uses
from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.ui.batch.table_dialog import PreviewModel, TableDialog
from caseeditor.ui.state.batch.batch_ids import left_out_of
from caseeditor.ui.widgets.lists.item_data import Role
from tests.ui.batch.samples import TABLE
from tests.ui.parts import find, labels, press
from tests.ui.test_access import nameless


def test_what_a_table_left_out_is_counted() -> None:
    flags = (Flag(2, 0, CellFlag.SAME_ID), Flag(3, 0, CellFlag.OTHER_SERVER), Flag(4, 0, CellFlag.LONG_NUMBER))
    found = left_out_of(flags, 2)
    assert (found.repeated, found.elsewhere, found.doubtful, found.beyond) == (1, {"": 1}, 1, 2)


def test_a_row_that_is_left_out_counts_once_and_one_that_is_used_not_at_all() -> None:
    flags = (
        *(Flag(2, 0, CellFlag.LONG_NUMBER), Flag(2, 0, CellFlag.SAME_ID), Flag(2, 0, CellFlag.HIDDEN)),
        *(Flag(3, 0, CellFlag.HIDDEN), Flag(4, 0, CellFlag.LEADING_ZEROS)),
    )
    found = left_out_of(flags, 0)
    assert (found.repeated, found.hidden, found.doubtful) == (1, 1, 1)
    found = left_out_of(flags, 0, (CellFlag.LONG_NUMBER, CellFlag.LEADING_ZEROS, CellFlag.HIDDEN), has_more=True)
    assert (found.repeated, found.hidden, found.doubtful, found.has_more) == (1, 0, 0, True)


def test_hidden_rows_are_used_if_the_agent_wants_them(qtbot: QtBot, idle: BackgroundWorker[Any]) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = TableDialog(idle, Path("casos.csv"), (), parent)
    dialog.open()
    table = msgspec.structs.replace(TABLE, flags=(Flag(0, 0, CellFlag.HIDDEN),))
    dialog.show_table(table, guessed_uses(table))
    chosen: list[object] = []
    dialog.chosen.connect(lambda _, __, accepted: chosen.append(accepted))
    find(QCheckBox, "Use hidden rows, too", dialog).click()
    press("Use this table", dialog)
    assert chosen == [(CellFlag.HIDDEN,)]


def test_the_preview_shows_later_rows_with_a_doubt(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    model = PreviewModel(parent)
    rows = tuple((str(number),) for number in range(1, 1_001))
    model.show_table(Table(("id",), rows, (Flag(899, 0, CellFlag.LONG_NUMBER),)))
    assert model.rowCount() == 201
    assert model.index(200, 0).data() == "⚠ 900"
    assert model.headerData(200, Qt.Orientation.Vertical) == "900"


def test_the_dialog_shows_the_table_its_doubts_and_takes_the_uses(qtbot: QtBot, idle: BackgroundWorker[Any]) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = TableDialog(idle, Path("casos.csv"), (), parent)
    dialog.open()
    dialog.show_table(TABLE, guessed_uses(TABLE))
    assert list(nameless(dialog)) == []
    assert "1 doubtful cell" in labels(dialog)
    box = find(QComboBox, "Use of nota", dialog)
    box.setCurrentIndex(box.findData(Use.NOTE.value))
    chosen: list[tuple[object, tuple[ColumnUse, ...]]] = []
    dialog.chosen.connect(lambda table, uses, _: chosen.append((table, uses)))
    press("Use this table", dialog)
    assert [use.use for use in chosen[0][1]] == [Use.CASE_ID, Use.ATTRIBUTE, Use.NOTE]


def test_a_repeated_id_is_marked_where_the_ids_are(qtbot: QtBot, idle: BackgroundWorker[Any]) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = TableDialog(idle, Path("casos.csv"), (), parent)
    dialog.open()
    table = Table(columns=("caso", "padre"), rows=(("203", "1"), ("#204", "1"), ("#203", "2")))
    dialog.show_table(table, guessed_uses(table))
    model = find(QTableView, "Preview", dialog).model()
    assert [[model.index(row, column).data() for row in range(3)] for column in range(2)] == [
        ["203", "#204", "⚠ #203"],
        ["1", "1", "2"],
    ]
    assert model.index(2, 0).data(Role.AccessibleDescriptionRole) == "This case is in the table twice."


def test_a_table_without_a_column_of_ids_is_not_taken(qtbot: QtBot, idle: BackgroundWorker[Any]) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = TableDialog(idle, Path("casos.csv"), (), parent)
    dialog.open()
    table = Table(columns=("a",), rows=(("x",),))
    dialog.show_table(table, guessed_uses(table))
    assert not find(QPushButton, "Use this table", dialog).isEnabled()


def test_a_table_is_not_taken_while_its_form_is_read_anew(qtbot: QtBot, idle: BackgroundWorker[Any]) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = TableDialog(idle, Path("casos.csv"), (), parent)
    dialog.open()
    dialog.show_table(TABLE, guessed_uses(TABLE))
    assert find(QPushButton, "Use this table", dialog).isEnabled()
    separator = find(QComboBox, "Separator", dialog)
    separator.setCurrentIndex(separator.findData("|"))
    separator.activated.emit(separator.currentIndex())
    box = find(QComboBox, "Use of nota", dialog)
    for use in (Use.NOTE, Use.IGNORED):
        box.setCurrentIndex(box.findData(use.value))
    assert not find(QPushButton, "Use this table", dialog).isEnabled()
