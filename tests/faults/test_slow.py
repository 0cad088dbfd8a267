"""A slow server: the read deadline is configurable."""

from pathlib import Path

import msgspec
import pytest

from caseeditor.domain.local.settings import Settings
from caseeditor.services.config.settings import SettingsFile
from tests.faults.editor import Editor
from tests.faults.server import Call, FaultyServer

TAKES, SHORT = 1.0, 0.3
"""Seconds that the server takes, and the default deadline."""


def slow(call: Call) -> None:
    call.pause(TAKES)
    call.good()


@pytest.fixture
def editor(server: FaultyServer, case: int, data: Path, seconds: int) -> Editor:
    """Set up a program with a slow server."""
    data.mkdir(mode=0o700)
    SettingsFile(data).write(msgspec.structs.replace(Settings(), reading_seconds=seconds))
    server.rule(case, "GET", slow)
    return Editor(data, server.url, case, home=data.parent, timing={"reading": SHORT})


@pytest.mark.parametrize("seconds", [10])
def test_a_deadline_for_reading_that_is_set_is_kept(editor: Editor, case: int) -> None:
    with editor:
        editor.sign_in()
        editor.until_open(case)


@pytest.mark.parametrize("seconds", [Settings().reading_seconds])
def test_without_one_it_is_as_it_comes(editor: Editor) -> None:
    with editor:
        editor.sign_in()
        editor.until_said("didn't answer in time")
