"""The age of a case in its header, when the case comes to the front again."""

from datetime import datetime, timedelta, tzinfo
from typing import Self

import pytest
from pytestqt.qtbot import QtBot

from caseeditor.ui.case import header
from caseeditor.ui.case.header import CaseHeader
from tests.ui.parts import AppFixture, opened


@pytest.mark.parametrize("jump", [timedelta(hours=3), timedelta(hours=-3)])
def test_a_case_that_comes_to_the_front_tells_its_present_age(
    qtbot: QtBot, app: AppFixture, monkeypatch: pytest.MonkeyPatch, jump: timedelta
) -> None:
    """The clock goes on while the computer sleeps, and may be set."""

    class Later(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return super().now(tz) + jump

    opened(qtbot, app, 210)
    shown = app.window.findChild(CaseHeader)
    assert shown is not None
    told: list[object] = []
    monkeypatch.setattr(shown._facts, "show_facts", told.append)  # noqa: SLF001 - each time that they are written
    monkeypatch.setattr(header, "_FRESH", timedelta(hours=1))
    shown.hide()
    shown.show()
    assert told == []
    monkeypatch.setattr(header, "datetime", Later)
    shown.hide()
    shown.show()
    assert len(told) == 1
