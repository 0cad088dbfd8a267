"""Notices on the desktop about submissions that need a decision: the real window, a real bus, and a service on it."""

import os
from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.delivery.submission import Decided, State
from caseeditor.domain.delivery.submission_update import SubmissionUpdate
from caseeditor.ui.main_window.notices import decisions
from caseeditor.ui.main_window.notices.notifiers import TrayNotifier
from caseeditor.ui.main_window.outbox_button import OutboxButton
from caseeditor.ui.state.session import Session
from tests.support.notification_service import NotificationService, private_bus, service_on
from tests.ui.parts import AppFixture, answered, colleague, opened

pytestmark = pytest.mark.linux_only("the session bus")


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[NotificationService]:
    """Run a desktop's service, and shorten the pauses before a notice."""
    monkeypatch.setattr(decisions, "_GATHER", 200)
    monkeypatch.setattr(decisions, "_APART", 600)
    with private_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        with service_on(address) as running:
            yield running


@pytest.fixture
def far_apart(service: NotificationService, monkeypatch: pytest.MonkeyPatch) -> NotificationService:
    """Return the service; a second notice comes late."""
    monkeypatch.setattr(decisions, "_APART", 60_000)
    return service


@pytest.fixture
def elsewhere(app: AppFixture) -> Iterator[QWindow]:
    """Make a window that has no widgets, as that of another program: Qt's offscreen platform runs one only."""
    window = QWindow()
    window.setScreen(app.window.screen())
    window.show()
    yield window
    window.destroy()


def leave(qtbot: QtBot, elsewhere: QWindow) -> None:
    """Go to another program."""
    elsewhere.requestActivate()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is None)


def come_back(qtbot: QtBot, app: AppFixture) -> None:
    app.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is app.window)


def conflict(qtbot: QtBot, app: AppFixture, server: DemoServer, id_: int) -> Session:
    """Open a case and change its subject, and then as a colleague, too."""
    session = opened(qtbot, app, id_)
    session.editor.set_subject("mine, and secret")
    colleague(server, id_, subject="theirs")
    return session


def submit(qtbot: QtBot, session: Session) -> None:
    session.submit()
    qtbot.waitUntil(lambda: session.question is not None and session.question.state is State.CONFLICTED)


def texts(service: NotificationService) -> list[str]:
    return [each.text for each in service.notices]


def test_a_conflict_in_the_background_is_told_once_without_its_text(
    qtbot: QtBot, app: AppFixture, server: DemoServer, service: NotificationService, elsewhere: QWindow
) -> None:
    session = conflict(qtbot, app, server, 210)
    opened(qtbot, app, 203)
    leave(qtbot, elsewhere)
    submit(qtbot, session)
    qtbot.waitUntil(lambda: bool(service.notices))
    app.workspace.deliveries.decision_needed.emit(session.question)  # as each read of the case does
    qtbot.wait(1_000)
    assert texts(service) == ["Case 210 has a conflict."]
    assert "secret" not in repr(service.notices)
    service.click(service.notices[0].number)
    qtbot.waitUntil(lambda: app.session is session)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is app.window)


def test_several_make_one_notice_and_a_click_opens_the_outbox(
    qtbot: QtBot, app: AppFixture, server: DemoServer, service: NotificationService, elsewhere: QWindow
) -> None:
    sessions = [conflict(qtbot, app, server, id_) for id_ in (210, 203, 211)]
    leave(qtbot, elsewhere)
    for session in sessions[:2]:
        session.submit()
    qtbot.waitUntil(lambda: bool(service.notices))
    submit(qtbot, sessions[2])
    qtbot.waitUntil(lambda: len(service.notices) == 2)
    assert texts(service) == ["2 cases need you.", "3 cases need you."]
    assert [each.replaces for each in service.notices] == [0, service.notices[0].number]
    service.click(service.notices[0].number)
    qtbot.waitUntil(app.window.panes.outbox_dock.isVisible)


def test_a_click_opens_the_case_of_the_notice_although_another_one_came_since(
    qtbot: QtBot, app: AppFixture, server: DemoServer, far_apart: NotificationService, elsewhere: QWindow
) -> None:
    first, second = conflict(qtbot, app, server, 210), conflict(qtbot, app, server, 203)
    leave(qtbot, elsewhere)
    submit(qtbot, first)
    qtbot.waitUntil(lambda: texts(far_apart) == ["Case 210 has a conflict."])
    submit(qtbot, second)
    far_apart.click(far_apart.notices[0].number)
    qtbot.waitUntil(lambda: app.session is first)


def test_coming_back_withdraws_the_notice(
    qtbot: QtBot, app: AppFixture, server: DemoServer, service: NotificationService, elsewhere: QWindow
) -> None:
    session = conflict(qtbot, app, server, 210)
    leave(qtbot, elsewhere)
    submit(qtbot, session)
    qtbot.waitUntil(lambda: bool(service.notices))
    come_back(qtbot, app)
    qtbot.waitUntil(lambda: service.closed == [service.notices[0].number])


def test_programs_that_are_started_later_get_no_token_of_a_click_outside_wayland(
    qtbot: QtBot, app: AppFixture, server: DemoServer, service: NotificationService, elsewhere: QWindow
) -> None:
    session = conflict(qtbot, app, server, 210)
    leave(qtbot, elsewhere)
    submit(qtbot, session)
    qtbot.waitUntil(lambda: bool(service.notices))
    service.click(service.notices[0].number, "token-1")
    qtbot.waitUntil(lambda: QApplication.activeWindow() is app.window)
    assert "XDG_ACTIVATION_TOKEN" not in os.environ


def test_none_in_front_nor_if_the_setting_is_off(
    qtbot: QtBot, app: AppFixture, server: DemoServer, service: NotificationService, elsewhere: QWindow
) -> None:
    first, second = conflict(qtbot, app, server, 210), conflict(qtbot, app, server, 203)
    come_back(qtbot, app)
    submit(qtbot, first)
    leave(qtbot, elsewhere)
    app.workspace.settings_store.change(notices=False)
    submit(qtbot, second)
    qtbot.wait(1_000)
    assert texts(service) == []


def test_a_later_decision_about_the_same_submission_is_told(
    qtbot: QtBot, app: AppFixture, server: DemoServer, service: NotificationService, elsewhere: QWindow
) -> None:
    session = conflict(qtbot, app, server, 210)
    come_back(qtbot, app)
    submit(qtbot, session)
    first = session.question
    assert first
    colleague(server, 210, subject="theirs again")
    leave(qtbot, elsewhere)
    with answered(qtbot, session):
        app.workspace.deliveries.answer(first, Decided(()))
    assert session.question
    assert session.question.number == first.number
    qtbot.waitUntil(lambda: texts(service) == ["Case 210 has a conflict."])


def test_nothing_is_told_about_the_submission_of_another_user(
    qtbot: QtBot, app: AppFixture, server: DemoServer, service: NotificationService, elsewhere: QWindow
) -> None:
    session = conflict(qtbot, app, server, 210)
    come_back(qtbot, app)
    submit(qtbot, session)
    assert session.question
    theirs = msgspec.structs.replace(session.question, number=99, case_id="999", user="name:another")
    leave(qtbot, elsewhere)
    app.workspace.worker.news.emit(SubmissionUpdate(theirs))
    qtbot.wait(600)
    assert texts(service) == []


def test_a_notice_is_withdrawn_once_its_submission_is_known_to_be_another_users(
    qtbot: QtBot, app: AppFixture, server: DemoServer, service: NotificationService, elsewhere: QWindow
) -> None:
    session = conflict(qtbot, app, server, 210)
    come_back(qtbot, app)
    submit(qtbot, session)
    assert session.question
    theirs = msgspec.structs.replace(session.question, number=99, case_id="999", user="name:another")
    account = app.workspace.account
    with qtbot.waitSignal(account.changed):
        account.sign_out()
    leave(qtbot, elsewhere)
    app.workspace.worker.news.emit(SubmissionUpdate(theirs))
    qtbot.waitUntil(lambda: texts(service) == ["Case 999 has a conflict."])
    account.sign_in(server.url, server.token, False)
    qtbot.waitUntil(lambda: service.closed == [service.notices[0].number])
    assert len(service.notices) == 1


def test_one_that_is_decided_meanwhile_is_not_told(
    qtbot: QtBot, app: AppFixture, server: DemoServer, service: NotificationService, elsewhere: QWindow
) -> None:
    session = conflict(qtbot, app, server, 210)
    leave(qtbot, elsewhere)
    submit(qtbot, session)
    session.actions.back_to_draft.run()
    qtbot.waitUntil(lambda: session.question is None)
    qtbot.wait(600)
    assert texts(service) == []


def test_without_a_service_the_status_bar_tells_and_nothing_fails(
    qtbot: QtBot, app: AppFixture, server: DemoServer, elsewhere: QWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decisions, "_GATHER", 1)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    session = conflict(qtbot, app, server, 210)
    leave(qtbot, elsewhere)
    submit(qtbot, session)
    qtbot.wait(300)
    [button] = app.window.statusBar().findChildren(OutboxButton)
    assert button.accessibleName() == "1 needs you"


def test_without_a_tray_no_icon_is_made(qapp: QApplication) -> None:
    notifier = TrayNotifier(qapp)
    notifier.show("Case 203 needs your decision.")
    notifier.withdraw()
    assert notifier.findChildren(QSystemTrayIcon) == []
    notifier.deleteLater()
