"""The sample table in resources, read and made into rows like an agent's own."""

from pathlib import Path

from caseeditor.demo.plan_campaign import IDS
from caseeditor.domain.batch.tables.table import CellFlag, Flag, Use
from caseeditor.domain.batch.tables.table_rows import guessed_uses, rows_of
from caseeditor.services.batch.table_files import read_table

SAMPLE = Path(__file__).parents[3] / "resources" / "samples" / "campaign.csv"
HOSTS = ("demo.socialgateway.example",)


def test_it_has_two_hundred_rows_of_three_columns() -> None:
    table = read_table(SAMPLE)
    assert (table.columns, len(table.rows)) == (("id", "prioridad", "nota"), 200)
    assert [use.use for use in guessed_uses(table)] == [Use.CASE_ID, Use.ATTRIBUTE, Use.NOTE]


def test_only_its_second_row_of_a_case_is_questioned() -> None:
    table = read_table(SAMPLE)
    rows, problems = rows_of(table, guessed_uses(table), HOSTS)
    assert [row.case_id for row in rows] == [str(id_) for id_ in IDS[:199]]
    assert problems == (Flag(100, 0, CellFlag.SAME_ID),)
    assert {cells[0] for cells in table.rows} > {f"https://{HOSTS[0]}/case/2000009", "#2000021", "2000017.0"}
    assert sum(not cells[1].strip() for cells in table.rows) == 2
