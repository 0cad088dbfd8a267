"""A case is the same however its server spells the id: it can be opened, updated and found in its lists."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.services.backend import Backend
from tests.ui.parts import AppFixture, AppOver, opened, submit
from tests.ui.scripted_server import ScriptedServer

OLD = {"date": 1, "text": "vieja", "userName": "lucia"}
NEW = {"date": 2, "text": "llamar mañana", "userName": "demo"}


@pytest.fixture
def app(qtbot: QtBot, app_over: AppOver, stranger: BackgroundWorker[Backend], scripted: ScriptedServer) -> AppFixture:
    made = app_over(stranger)
    with qtbot.waitSignal(made.workspace.account.signed_in):
        made.workspace.account.sign_in(scripted.url, "token", keep=False)
    return made


@pytest.mark.parametrize("written", [203, 203.0, "203", "203 ", " 203", "203.0", "2.03e2"])
def test_a_case_opens_and_is_updated(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer, written: Any) -> None:  # noqa: ANN401 - as JSON has it
    scripted.case = {"id": written, "subject": "Pedido", "notes": [OLD]}
    scripted.after_update = {**scripted.case, "notes": [OLD, NEW]}
    session = opened(qtbot, app, 203)
    assert "Pedido – 203 – " in app.window.windowTitle()
    session.editor.set_note_text("llamar mañana")
    assert submit(qtbot, session).text.startswith("Submitted: stored at ")
    assert len(scripted.posted) == 1
    app.workspace.opener.open_text("#203")
    assert app.tabs == ["203"]


@pytest.mark.parametrize("answer", [{"success": True, "case_id": 203.0}, {"success": True, "case_id": " 203"}])
def test_an_answer_with_the_id_alone_is_of_the_case(
    qtbot: QtBot, app: AppFixture, scripted: ScriptedServer, answer: dict[str, object]
) -> None:
    scripted.case = {"id": 203.0, "subject": "Pedido", "notes": [OLD]}
    session = opened(qtbot, app, 203)
    session.editor.set_subject("otro")
    scripted.after_update = {**answer, "data": {**scripted.case, "subject": "otro"}}
    assert submit(qtbot, session).text.startswith("Submitted: stored at ")


def test_another_number_is_another_case(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer) -> None:
    scripted.case = {"id": 203.5, "subject": "Pedido"}
    app.workspace.opener.open_text("203")
    qtbot.waitUntil(lambda: "answered with another case" in app.status)
