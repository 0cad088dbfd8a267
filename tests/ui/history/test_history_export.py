"""Exporting the history: name, format, language, and existing files."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.editing.edit import Edit
from caseeditor.services.storage.database import Store
from caseeditor.ui.history.dialog import HistoryDialog
from caseeditor.ui.history.export_texts import list_separator
from caseeditor.ui.widgets.file_choice import CSV, JSON, Form, with_ending
from tests.ui.exports import answer_question, cancel, read_csv, read_rows, save_as
from tests.ui.history.test_history import show
from tests.ui.parts import AppFixture, AppIn, labels, opened, press

FORMULA = "hola;=1+1"


@pytest.fixture
def dialog(qtbot: QtBot, app: AppFixture) -> HistoryDialog:
    discard(qtbot, app)
    return show(app)


def discard(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 210)
    session.editor.set_note_text(FORMULA)
    with qtbot.waitSignal(session.editor.edit_changed):
        session.editor.discard()


def export(qtbot: QtBot, dialog: HistoryDialog, said: str = "Exported.", button: str = "Export…") -> None:
    press(button, dialog)
    qtbot.waitUntil(lambda: said in labels(dialog))


@pytest.mark.parametrize(
    ("typed", "form", "name", "made"),
    [
        ("history", CSV, "history.csv", CSV),
        ("history", JSON, "history.json", JSON),
        ("history.", JSON, "history.json", JSON),
        ("informe 28.11.2026", CSV, "informe 28.11.2026.csv", CSV),
        ("notes.txt", JSON, "notes.txt.json", JSON),
        ("notes.txt", CSV, "notes.txt.csv", CSV),
        ("HISTORY.CSV", CSV, "HISTORY.CSV", CSV),
        ("History.Json", JSON, "History.Json", JSON),
        ("history.json", CSV, "history.json", JSON),
        ("history.csv", JSON, "history.json", JSON),
        ("HISTORY.CSV", JSON, "HISTORY.json", JSON),
        (".csv", CSV, ".csv.csv", CSV),
    ],
)
def test_the_form_decides_the_ending_and_a_typed_one_the_form(typed: str, form: Form, name: str, made: Form) -> None:
    assert with_ending(Path("a.b") / typed, form, (CSV, JSON)) == (Path("a.b") / name, made)


@pytest.mark.parametrize(("form", "name"), [(CSV, "history.csv"), (JSON, "history.json")])
def test_a_name_without_an_ending_gets_that_of_the_chosen_form(
    qtbot: QtBot, dialog: HistoryDialog, tmp_path: Path, form: Form, name: str
) -> None:
    save_as(str(tmp_path / "history"), form.offered)
    export(qtbot, dialog)
    assert [each.name for each in tmp_path.glob("history*")] == [name]
    text = (tmp_path / name).read_text("utf-8")
    assert text.startswith("\ufeff" if form is CSV else "[")


def test_a_note_starts_no_formula_at_any_separator(qtbot: QtBot, dialog: HistoryDialog, tmp_path: Path) -> None:
    save_as(str(tmp_path / "history"))
    export(qtbot, dialog)
    assert [each["after"] for each in read_csv(tmp_path / "history.csv")] == ["hola;'=1+1"]
    for separator in (",", ";", "\t"):
        cells = [cell for row in read_rows(tmp_path / "history.csv", separator) for cell in row]
        assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


def test_the_final_name_is_asked_about_where_it_is_there(qtbot: QtBot, dialog: HistoryDialog, tmp_path: Path) -> None:
    (tmp_path / "history.json").write_text("mine")
    asked: list[str] = []
    save_as(str(tmp_path / "history"), JSON.offered)
    answer_question("Cancel", asked)
    cancel(lambda: bool(asked))
    press("Export…", dialog)
    assert asked == ["history.json already exists. Replace it?"]
    assert (tmp_path / "history.json").read_text() == "mine"
    save_as(str(tmp_path / "history"), JSON.offered)
    answer_question("Replace", asked)
    export(qtbot, dialog)
    assert len(asked) == 2
    assert [each["after"] for each in json.loads((tmp_path / "history.json").read_text("utf-8"))] == [FORMULA]


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.mkdir(), "The file couldn't be written. A folder has this name: choose another name."),
        pytest.param(
            lambda path: path.symlink_to(path.parent / "nowhere" / "x.csv"),
            "The file couldn't be written. Its folder is gone: choose another folder.",
            marks=pytest.mark.linux_only("symbolic links, which need a right on Windows"),
        ),
    ],
)
def test_a_file_that_cant_be_written_is_told_with_what_to_do(
    qtbot: QtBot, dialog: HistoryDialog, tmp_path: Path, make: Callable[[Path], None], said: str
) -> None:
    make(tmp_path / "history.csv")
    save_as(str(tmp_path / "history"))
    export(qtbot, dialog, said)


@pytest.mark.parametrize(
    ("language", "button", "heads"),
    [
        ("es", "Exportar…", ["Cuándo (hora local)", "Servidor", "Usuario", "Caso", "Cambio", "Antes", "Después"]),
        ("pt_BR", "Exportar…", ["Quando (hora local)", "Servidor", "Usuário", "Caso", "Alteração", "Antes", "Depois"]),
    ],
)
def test_the_first_line_and_the_separator_are_the_languages(  # noqa: PLR0913, PLR0917 - fixtures and parameters
    qtbot: QtBot, app_in: AppIn, data: Path, tmp_path: Path, language: str, button: str, heads: list[str]
) -> None:
    store = Store(data)
    draft = Draft(server="http://a", user="name:ana", case_id="7", edit=Edit(subject=FORMULA), base=Snapshot())
    store.keep_discarded(draft)
    store.close()
    app = app_in(language)
    dialog = HistoryDialog(app.workspace.worker, None, app.window)
    dialog.show()
    save_as(str(tmp_path / "history"))
    press(button, dialog)
    qtbot.waitUntil((tmp_path / "history.csv").exists)
    separator = list_separator() if sys.platform == "win32" else ";"  # there it is a setting
    first, second = read_rows(tmp_path / "history.csv", separator)
    assert first[:7] == heads
    assert second[6] == "hola;'=1+1"
    save_as(str(tmp_path / "history.json"))
    press(button, dialog)
    qtbot.waitUntil((tmp_path / "history.json").exists)
    (line,) = json.loads((tmp_path / "history.json").read_text("utf-8"))
    assert list(line)[:4] == ["when", "server", "user", "case"]


@pytest.mark.linux_only("a list separator by locale; Windows has a setting for it")
@pytest.mark.parametrize(
    ("locale", "separator"),
    [("en_US", ","), ("en_GB", ","), ("es_MX", ","), ("es_ES", ";"), ("es_AR", ";"), ("pt_BR", ";"), ("pt_PT", ";")],
)
def test_a_semicolon_separates_where_a_comma_stands_in_numbers(locale: str, separator: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        assert list_separator() == separator
    finally:
        QLocale.setDefault(before)
