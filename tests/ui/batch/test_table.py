"""Tables: the meaning of columns."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.domain.batch.recipe import Recipe, ValueRule
from caseeditor.domain.batch.table import CellFlag, ColumnUse, Flag, Table, TextForm, Use
from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.ui.batch.table_choice import TableRows, guess_uses, recipe_with
from caseeditor.ui.batch.table_dialog import TableDialog
from tests.ui.parts import find, labels, press
from tests.ui.test_access import nameless

TABLE = Table(
    columns=("caso", "prioridad", "nota"),
    rows=(("203", "alta", "Hola"), ("#204", "", "Chau"), ("203", "baja", ""), ("https://there.example/case/9", "", "")),
    flags=(Flag(2, 0, CellFlag.SAME_ID),),
    form=TextForm("utf-8", ";"),
)
USES = (
    ColumnUse(column="caso", use=Use.CASE_ID),
    ColumnUse(column="prioridad", use=Use.ATTRIBUTE, name="prioridad", blank_clears=True),
    ColumnUse(column="nota", use=Use.NOTE),
)


def test_a_row_is_made_of_each_case_once() -> None:
    made = TableRows(TABLE, USES, lambda domain: domain == "here.example")
    for _ in made.make():
        pass
    assert [(row.number, row.case_id, row.cells["nota"]) for row in made.rows.values()] == [
        (1, "203", "Hola"),
        (2, "204", "Chau"),
    ]


def test_columns_become_changes_with_fields() -> None:
    recipe = recipe_with(Recipe(attributes=(ValueRule(name="prioridad", value="x"),)), USES)
    assert recipe.attributes == (ValueRule(name="prioridad", value="{row.prioridad}", blank_clears=True),)
    assert recipe.notes == ("{row.nota}",)
    assert recipe_with(recipe, USES) == recipe


def test_the_column_with_ids_is_found() -> None:
    assert guess_uses(TABLE) == (ColumnUse(column="caso", use=Use.CASE_ID),)


def test_the_dialog_shows_the_table_its_doubts_and_takes_the_uses(qtbot: QtBot, idle: BackgroundWorker[Any]) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = TableDialog(idle, Path("casos.csv"), guess_uses, parent)
    dialog.open()
    dialog.show_table(TABLE)
    assert list(nameless(dialog)) == []
    assert "1 doubtful cell" in labels(dialog)
    box = find(QComboBox, "Use of nota", dialog)
    box.setCurrentIndex(box.findData(Use.NOTE.value))
    chosen: list[tuple[object, tuple[ColumnUse, ...]]] = []
    dialog.chosen.connect(lambda table, uses: chosen.append((table, uses)))
    press("Use this table", dialog)
    assert [use.use for use in chosen[0][1]] == [Use.CASE_ID, Use.IGNORED, Use.NOTE]


def test_a_table_without_a_column_of_ids_is_not_taken(qtbot: QtBot, idle: BackgroundWorker[Any]) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = TableDialog(idle, Path("casos.csv"), guess_uses, parent)
    dialog.open()
    dialog.show_table(Table(columns=("a",), rows=(("x",),)))
    assert not find(QPushButton, "Use this table", dialog).isEnabled()
