"""The history: changes, time, values before and after, and outcome of each submission."""

import csv
import json
from pathlib import Path

from tests.end_to_end.delivery_fixture import DeliveryFixture


def test_the_history_shows_a_submission_with_before_after_and_outcome(delivery: DeliveryFixture) -> None:
    editor = delivery.open(220)
    before = delivery.server.case(220)["subject"]
    editor.set_text("Subject", "Asunto de la historia")
    delivery.submit_note("Nota de la historia")
    editor.wait_status("Submitted: stored at")
    editor.menu("File", "History")
    editor.wait_for("dialog", "History")
    assert editor.headers("History") == ["When", "Case", "Subject", "Outcome"]
    editor.set_text("Search the history", "Nota de la historia")
    rows = editor.until("its row", lambda: editor.table("History"), lambda rows: len(rows) == 1)
    assert rows[0][1:] == ["220", before, "stored"]
    editor.click_cell("History", 0, 1)
    shown = editor.until("what was sent", lambda: editor.text("What was sent"))
    assert shown.splitlines() == [f"Subject: “{before}” → “Asunto de la historia”", "New note: “Nota de la historia”"]
    editor.set_text("Search the history", "nothing has this text")
    editor.until("no row", lambda: editor.table("History"), lambda rows: rows == [])
    editor.click("Close", window="History")
    editor.gone("dialog", "History")


def test_what_was_discarded_can_be_read_in_the_history(delivery: DeliveryFixture) -> None:
    editor = delivery.open(221)
    editor.set_text("New note", "Nota descartada")
    editor.click("Discard changes")
    editor.wait_status("Changes discarded.")
    editor.menu("File", "History")
    editor.set_text("Search the history", "Nota descartada")
    rows = editor.until("its row", lambda: editor.table("History"), lambda rows: len(rows) == 1)
    assert (rows[0][1], rows[0][3]) == ("221", "discarded")
    editor.click_cell("History", 0, 1)
    editor.wait_text("What was sent", "New note: “Nota descartada”")
    editor.click("Close", window="History")
    editor.gone("dialog", "History")
    assert delivery.updates(221) == []


def test_the_history_is_exported_under_a_name_without_an_ending(delivery: DeliveryFixture, tmp_path: Path) -> None:
    editor = delivery.open(224)
    editor.set_text("New note", "hola;=1+1")
    editor.click("Discard changes")
    editor.wait_status("Changes discarded.")
    editor.press("ctrl+h")
    editor.set_text("Search the history", "224")
    editor.until("its row", lambda: editor.table("History"), lambda rows: len(rows) == 1)
    for ending, keys in ((".csv", ()), (".json", ("alt+t", "Down", "alt+n"))):  # Files of type, File name
        editor.click("Export…", window="History")
        editor.wait_for("dialog", "Export the history")
        editor.press(*keys, "ctrl+a")
        editor.type_text(str(tmp_path / "mine"))
        editor.press("Return")
        editor.gone("dialog", "Export the history")
        editor.until(f"the {ending} file", (tmp_path / f"mine{ending}").exists)
    with (tmp_path / "mine.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[1][6] == "hola;'=1+1"
    assert [line["after"] for line in json.loads((tmp_path / "mine.json").read_text("utf-8"))] == ["hola;=1+1"]
    assert sorted(each.name for each in tmp_path.glob("*mine*")) == ["mine.csv", "mine.json"]
    editor.click("Close", window="History")
    editor.gone("dialog", "History")
