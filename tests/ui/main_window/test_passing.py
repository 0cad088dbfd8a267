"""Messages of Status that are of no use later."""

import msgspec
import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from caseeditor.domain.timeouts import Timing
from tests.ui.parts import TIMING, AppFixture, line, opened, typed


@pytest.fixture
def timing(request: pytest.FixtureRequest) -> Timing:
    """Return waiting times with this time for passing messages."""
    return msgspec.structs.replace(TIMING, passing=request.param)


def again(qtbot: QtBot, app: AppFixture) -> QLineEdit:
    """Open case 203 twice; return its subject."""
    opened(qtbot, app, 203)
    opened(qtbot, app, 210)
    app.workspace.opener.open_text("203")
    assert app.status == "Case 203 is already open"
    return line("Subject", app.window)


@pytest.mark.parametrize("timing", [0.2], indirect=True)
def test_that_a_case_is_already_open_passes(qtbot: QtBot, app: AppFixture) -> None:
    again(qtbot, app)
    qtbot.waitUntil(lambda: not app.status)
    app.workspace.opener.open_text("210")
    app.workspace.opener.open_text("203")
    assert app.status == "Case 203 is already open"


@pytest.mark.parametrize("timing", [60.0], indirect=True)
def test_that_a_case_is_already_open_goes_with_the_first_edit(qtbot: QtBot, app: AppFixture) -> None:
    again(qtbot, app).setFocus()
    typed("x")
    assert not app.status


@pytest.mark.parametrize("timing", [0.2], indirect=True)
def test_another_message_stays(qtbot: QtBot, app: AppFixture) -> None:
    again(qtbot, app)
    opened(qtbot, app, 211)
    with qtbot.assertNotEmitted(app.window.windowTitleChanged, wait=600):
        assert app.status == "Case 211 opened"
    assert app.status == "Case 211 opened"
