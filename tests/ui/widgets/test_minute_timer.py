"""The timer of the times in the window fires with the computer's clock; on a simulated clock."""

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from caseeditor.ui.widgets.minute_timer import MinuteTimer


def test_it_fires_when_the_minute_is_over_and_waits_for_the_next_one(qtbot: QtBot) -> None:
    parent = QObject()
    now = 119.98
    minutes = MinuteTimer(parent, lambda: now)
    with qtbot.waitSignal(minutes.fired):
        minutes.start()
        now = 120.5
    assert parent.findChildren(QTimer)[0].interval() == 59_501


def test_it_can_be_stopped(qtbot: QtBot) -> None:
    parent = QObject()
    minutes = MinuteTimer(parent, lambda: 119.999)
    minutes.start()
    minutes.stop()
    later = QTimer(parent)
    later.setSingleShot(True)
    fired: list[bool] = []
    minutes.fired.connect(lambda: fired.append(True))
    with qtbot.waitSignal(later.timeout):
        later.start(20)
    assert not fired
