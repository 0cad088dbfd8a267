"""The bar calls a button's action, and each action of a case is performed."""

from collections.abc import Iterator

from PySide6.QtCore import QMetaMethod
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseeditor.ui.messages.case_actions import CaseActions
from caseeditor.ui.messages.message import ActionKind, Message, MessageAction
from caseeditor.ui.messages.notification_bar import NoticeBar
from tests.ui.parts import AppFixture, opened, press


def own_signals(actions: CaseActions) -> Iterator[QMetaMethod]:
    """List the signals emitted by actions."""
    meta = actions.metaObject()
    methods = (meta.method(place) for place in range(meta.methodOffset(), meta.methodCount()))
    return (method for method in methods if method.methodType() is QMetaMethod.MethodType.Signal)


def test_every_action_of_an_open_case_is_performed(qtbot: QtBot, app: AppFixture) -> None:
    actions = opened(qtbot, app, 203).actions
    signals = list(own_signals(actions))
    assert signals
    assert [signal.name() for signal in signals if not actions.isSignalConnected(signal)] == []


def test_the_message_is_hidden_before_its_action_runs(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    bar = NoticeBar(parent)
    parent.show()
    seen: list[bool] = []

    def look() -> None:
        seen.append(bar.isHidden())

    bar.tell(Message("x", actions=(MessageAction(ActionKind.RELOAD, look),)))
    press("Reload case", bar)
    bar.tell(Message("x", actions=(MessageAction(ActionKind.DECIDE, look, keeps_message=True),)))
    press("Decide…", bar)
    assert seen == [True, False]


def test_actions_are_equal_by_their_kind() -> None:
    one, other = CaseActions(), CaseActions()
    assert one.reload == other.reload
    assert one.reload != one.sign_in
    assert Message("x", actions=one.answers) == Message("x", actions=other.answers)
