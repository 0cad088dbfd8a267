"""A large case is taken, shown and painted in turns, so that keys are served between; a small one at once."""

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from caseeditor.demo.largest_case import LARGEST
from caseeditor.ui.case.case_view import CaseView
from caseeditor.ui.state.session import Session
from tests.ui.parts import AppFixture, line, opened, press

SMALL = 203


class Course(QObject):
    """Notes in which turn of the event loop the attributes of the next case are taken, shown and painted."""

    def __init__(self, app: AppFixture) -> None:
        super().__init__()
        self.turns: dict[str, int] = {}
        self._app = app
        self._turn = 0
        self._each = QTimer(self)
        self._each.timeout.connect(self._count)
        self._each.start(0)
        app.workspace.cases.session_opened.connect(self._watch)

    def _count(self) -> None:
        self._turn += 1

    def _watch(self, session: Session) -> None:
        session.editor.case_changed.connect(lambda: self._note("taken"))
        shown = self._app.window.current_view()
        assert isinstance(shown, CaseView)
        table = next(each for each in shown.findChildren(QAbstractItemView) if each.accessibleName() == "Attributes")
        table.viewport().installEventFilter(self)

    def _note(self, what: str) -> None:
        self.turns.setdefault(what, self._turn)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._note("shown")
        elif event.type() == QEvent.Type.Paint:
            self._note("painted")
        return False


@pytest.mark.parametrize(("case", "in_turns"), [(LARGEST, True), (SMALL, False)])
def test_the_turns_of_a_case(qtbot: QtBot, app: AppFixture, case: int, in_turns: bool) -> None:
    course = Course(app)
    opened(qtbot, app, case)
    qtbot.waitUntil(lambda: "painted" in course.turns)
    taken, shown, painted = (course.turns[what] for what in ("taken", "shown", "painted"))
    assert (taken < shown < painted) if in_turns else taken == shown


def test_a_large_case_that_is_closed_between_its_turns_leaves_nothing_behind(qtbot: QtBot, app: AppFixture) -> None:
    def close(session: Session) -> None:
        if session.case_id == str(LARGEST):
            app.window.closing.close_session(session)

    app.workspace.cases.session_opened.connect(
        lambda session: session.editor.case_changed.connect(lambda: close(session))
    )
    line("Case id or link", app.window).setText(str(LARGEST))
    press("Open case", app.window)
    qtbot.waitUntil(lambda: bool(app.workspace.sessions))
    qtbot.waitUntil(lambda: not app.workspace.sessions)
    assert opened(qtbot, app, SMALL).case
