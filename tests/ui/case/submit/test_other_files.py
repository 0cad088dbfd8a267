"""Other files for the agent: saved changes and templates get their endings, and are replaced atomically."""

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caseeditor.ui.case.submit.save_typed import save_typed
from caseeditor.ui.messages.message import Message, Severity
from tests.ui.exports import answer_question, save_as
from tests.ui.parts import AppFixture, labels, opened, press
from tests.ui.templates.test_templates import managing, stocked

__all__ = ["stocked"]


def saved(qtbot: QtBot, app: AppFixture, typed: Path) -> Message:
    """Save the changes of a case under the file name typed; returns the message."""
    session = opened(qtbot, app, 210)
    session.editor.set_note_text("llamar mañana")
    save_as(str(typed))
    told: list[Message] = []
    session.message_emitted.connect(told.append)
    save_typed(session, app.window)
    (message,) = told
    return message


def test_saved_changes_get_an_ending(qtbot: QtBot, app: AppFixture, tmp_path: Path) -> None:
    message = saved(qtbot, app, tmp_path / "mine")
    assert message.text == f"Your changes are saved in {tmp_path / 'mine.txt'}."
    assert (tmp_path / "mine.txt").read_text("utf-8") == "210\tNew note\tllamar mañana"


@pytest.mark.parametrize(
    ("is_folder", "said"),
    [
        (True, "A folder has this name: choose another name."),
        pytest.param(
            False,
            "Its folder is gone: choose another folder.",
            marks=pytest.mark.linux_only("symbolic links, which need a right on Windows"),
        ),
    ],
)
def test_changes_that_cant_be_saved_are_told_with_what_to_do(
    qtbot: QtBot, app: AppFixture, tmp_path: Path, said: str, *, is_folder: bool
) -> None:
    target = tmp_path / "mine.txt"
    if is_folder:
        target.mkdir()
    else:
        target.symlink_to(tmp_path / "nowhere" / "mine.txt")
    message = saved(qtbot, app, tmp_path / "mine")
    assert (message.text, message.severity) == (f"{target} couldn't be written. {said}", Severity.ERROR)


def test_exported_templates_get_an_ending_and_ask_before_they_replace(
    qtbot: QtBot, stocked: AppFixture, tmp_path: Path
) -> None:
    (tmp_path / "mine.json").write_text("old")
    dialog = managing(qtbot, stocked)
    asked: list[str] = []
    save_as(str(tmp_path / "mine"))
    answer_question("Replace", asked)
    press("Export…", dialog)
    qtbot.waitUntil(lambda: "Exported." in labels(dialog))
    assert asked == ["mine.json already exists. Replace it?"]
    assert [each["name"] for each in json.loads((tmp_path / "mine.json").read_text())] == ["Gracias", "Llamar mañana"]


@pytest.mark.linux_only("moves or deletes an open file, which Windows denies")
def test_who_reads_the_file_keeps_the_old_templates(qtbot: QtBot, stocked: AppFixture, tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text("old")
    dialog = managing(qtbot, stocked)
    save_as(str(tmp_path / "mine"))
    answer_question("Replace", [])
    with (tmp_path / "mine.json").open() as reader:
        press("Export…", dialog)
        qtbot.waitUntil(lambda: "Exported." in labels(dialog))
        assert reader.read() == "old"
