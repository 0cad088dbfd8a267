"""The window: title, tabs, messages and themes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QProgressBar, QPushButton, QTabBar, QTabWidget
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.reference import Server
from caseeditor.domain.delivery.submission import State
from caseeditor.domain.local.settings import Settings
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.main_window.panes.pane_widths import fit_screen
from caseeditor.ui.messages.message import Severity
from caseeditor.ui.messages.notification_bar import NoticeBar
from caseeditor.ui.messages.severity_colour import severity_colour
from caseeditor.ui.state.workspace import Workspace
from caseeditor.ui.style.flat_parts import WRONG
from caseeditor.ui.widgets.fields.field_reason import FieldReason
from tests.ui.parts import (
    TIMING,
    AppFixture,
    StartWorker,
    case_of,
    ended,
    find,
    key,
    labels,
    line,
    name_of,
    opened,
    press,
    showing,
    side_of,
    submit,
)

Ctrl = Qt.KeyboardModifier.ControlModifier


def shown_title(window: MainWindow) -> str:
    """Return the title as the desktop shows it: Qt replaces its placeholder, and unescapes doubled ones."""
    return window.windowTitle().replace("[*][*]", "\0").replace("[*]", "").replace("\0", "[*]")


def tab_texts(window: MainWindow) -> list[str]:
    tabs = window.findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    return [tabs.tabText(place).replace("&&", "&") for place in range(tabs.count())]


def buttons(window: MainWindow) -> list[str]:
    return [name_of(each) for each in window.findChildren(QPushButton) if each.isVisible()]


# Its panes.


def wait_for_case(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.status_text() == "Case 203 opened")


def settle(window: MainWindow) -> None:
    """Let the panes give way to the case that has come: that takes turns of the event loop."""
    before = -1
    while (now := window.panes.lists_dock.width()) != before:
        before = now
        for _ in range(3):
            QApplication.processEvents()


def test_the_panes_are_as_wide_after_three_starts_as_in_the_first(
    qtbot: QtBot, start_worker: StartWorker, server: DemoServer
) -> None:
    settings, seen = Settings(), []
    for _ in range(4):
        worker = start_worker(server.token)
        workspace = Workspace(worker, settings, TIMING)
        window = MainWindow(workspace)
        qtbot.addWidget(window)
        fit_screen(window)
        window.show()
        workspace.start(Server(server.url), ("203",))
        wait_for_case(qtbot, window)
        settle(window)
        seen.append((window.width(), window.panes.lists_dock.width(), side_of(window).isHidden()))
        window.close()
        assert worker.close(TIMING.closing)
        settings = workspace.settings
    assert seen == [seen[0]] * 4


# The title.


def test_without_a_case_the_title_is_the_programs(app: AppFixture) -> None:
    assert shown_title(app.window) == "Case Editor"
    assert not app.window.isWindowModified()


def test_the_title_is_subject_id_program_once_the_case_is_painted(window: MainWindow) -> None:
    assert shown_title(window) == "Necesito ayuda !!! – 203 – Case Editor"
    assert tab_texts(window) == ["203 Necesito ayuda !!!"]


def test_the_title_follows_the_subject_and_is_marked_while_changes_wait(
    qtbot: QtBot, window: MainWindow, app: AppFixture
) -> None:
    line("Subject", window).setText("¿Dónde está?")
    assert shown_title(window) == "¿Dónde está? – 203 – Case Editor"
    assert window.isWindowModified()
    assert tab_texts(window) == ["203 ¿Dónde está? •"]
    key(Qt.Key.Key_Z, Ctrl)
    assert not window.isWindowModified()
    line("Subject", window).setText("¿Dónde está?")
    submit(qtbot, app.session)
    assert not window.isWindowModified()
    assert shown_title(window) == "¿Dónde está? – 203 – Case Editor"


def test_what_is_typed_on_is_in_title_and_tab_when_the_typing_pauses(qtbot: QtBot, window: MainWindow) -> None:
    line("Subject", window).setText("¿Dón")
    line("Subject", window).setText("¿Dónde")
    assert tab_texts(window) == ["203 ¿Dón •"]
    qtbot.waitUntil(lambda: tab_texts(window) == ["203 ¿Dónde •"])
    assert shown_title(window) == "¿Dónde – 203 – Case Editor"


@pytest.mark.parametrize("subject", ["[*]", "a[*]b [*]", "[*][*]", "Tom & Jerry && Co.", "&File", "<b>x</b>"])
def test_a_subject_is_in_title_and_tab_as_it_is(window: MainWindow, app: AppFixture, subject: str) -> None:
    showing(app.session, case_of(203, subject=subject))
    line("Subject", window).setText(subject + "!")
    assert shown_title(window) == f"{subject}! – 203 – Case Editor"
    assert tab_texts(window) == [f"203 {subject}! •"]
    assert window.isWindowModified()


def test_line_breaks_do_not_get_into_the_title(window: MainWindow, app: AppFixture) -> None:
    showing(app.session, case_of(203, subject="one\r\ntwo\tthree"))
    assert shown_title(window) == "one two three – 203 – Case Editor"


def test_a_case_without_a_subject_is_called_by_its_id(window: MainWindow, app: AppFixture) -> None:
    showing(app.session, case_of(203, subject=""))
    assert shown_title(window) == "203 – Case Editor"


def test_the_title_is_of_the_tab_that_is_shown(qtbot: QtBot, window: MainWindow, app: AppFixture) -> None:
    line("Subject", window).setText("changed")
    opened(qtbot, app, 210)
    assert shown_title(window) == "La aplicación se cierra sola al pagar – 210 – Case Editor"
    assert not window.isWindowModified()
    key(Qt.Key.Key_PageUp, Ctrl)
    assert shown_title(window) == "changed – 203 – Case Editor"
    assert window.isWindowModified()


# Opening.


@pytest.mark.parametrize("text", ["203", "#203", " 203 ", "caseeditor:203"])
def test_opening_a_case_again_shows_its_tab(qtbot: QtBot, window: MainWindow, app: AppFixture, text: str) -> None:
    first = app.session
    opened(qtbot, app, 210)
    line("Case id or link", window).setText(text)
    line("Case id or link", window).setFocus()
    key(Qt.Key.Key_Return)
    assert app.session is first
    assert app.tabs == ["203", "210"]
    assert app.status == "Case 203 is already open"
    assert line("Subject", window).hasFocus()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Enter a case ID or a case link."),
        ("203, Juan", "That isn't a case ID"),
        ("20 3", "That isn't a case ID"),
        ("-5", "That isn't a case ID"),
        ("٢٠٣", "That isn't a case ID"),
        ("https://example.org/contact/43", "That link doesn't lead to a case."),
        ("ftp://example.org/case/203", "That link doesn't lead to a case."),
    ],
)
def test_what_names_no_case_is_said_and_stays_to_be_mended(app: AppFixture, text: str, words: str) -> None:
    line("Case id or link", app.window).setText(text)
    line("Case id or link", app.window).setFocus()
    key(Qt.Key.Key_Return)
    assert app.status.startswith(words)
    assert words in labels(app.window)
    assert not [each for each in app.window.findChildren(NoticeBar) if each.isVisible()]
    assert line("Case id or link", app.window).text() == text
    assert line("Case id or link", app.window).hasFocus()
    assert app.tabs == []


def test_a_case_that_is_not_there_says_so_in_its_tab(qtbot: QtBot, app: AppFixture) -> None:
    line("Case id or link", app.window).setText("99999")
    press("Open case", app.window)
    qtbot.waitUntil(lambda: "has no such case" in app.status)
    assert "Case 99999 isn't open." in labels(app.window)
    assert shown_title(app.window) == "Case Editor"


def test_the_reason_of_a_wrong_id_is_at_the_field_until_the_next_key(app: AppFixture) -> None:
    entry = line("Case id or link", app.window)
    entry.setText("20 3")
    entry.setFocus()
    key(Qt.Key.Key_Return)
    [reason] = [each for each in app.window.findChildren(FieldReason) if each.isVisible()]
    assert reason.mapTo(app.window, QPoint()).y() >= entry.mapTo(app.window, QPoint(0, entry.height())).y()
    assert entry.accessibleDescription() == app.status
    assert entry.grab().toImage() != sound_look(entry)
    colour = severity_colour(reason.palette(), Severity.ERROR)
    assert reason.palette().color(reason.foregroundRole()) == colour
    picture = reason.grab().toImage()
    assert colour.rgb() in {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    key(Qt.Key.Key_End)
    assert reason.isVisible()
    key(Qt.Key.Key_4)
    assert not reason.isVisible()
    assert not entry.accessibleDescription()


def sound_look(entry: QLineEdit) -> QImage:
    """Return the picture of a field if its text were right."""
    entry.setProperty(WRONG, False)
    picture = entry.grab().toImage()
    entry.setProperty(WRONG, True)
    return picture


def test_a_case_that_cant_be_opened_says_so_in_its_tab_alone(qtbot: QtBot, window: MainWindow, app: AppFixture) -> None:
    app.workspace.opener.open_text("9010")
    qtbot.waitUntil(lambda: app.status.endswith("isn't from a Social Gateway. The case wasn't opened."))
    assert not [each for each in window.findChildren(NoticeBar) if each.isVisible()]
    [reason] = [each for each in labels(window.tabs).splitlines() if "isn't from a Social Gateway." in each]
    assert reason == app.status.removesuffix(" The case wasn't opened.")
    assert find(QPushButton, "Try again", window).isDefault()
    [tabs] = [each for each in window.tabs.findChildren(QTabBar) if each.tabText(0).startswith("203")]
    assert (tabs.tabText(1), tabs.accessibleTabName(1)) == ("⚠ 9010", "9010, not opened")


def test_the_field_is_empty_for_the_next_case(window: MainWindow) -> None:
    assert line("Case id or link", window).text() == ""


# Closing.


def test_closing_a_tab_without_changes_asks_nothing(window: MainWindow, app: AppFixture) -> None:
    press("Close case 203", window)
    assert window.findChildren(QMessageBox) == []
    assert app.tabs == []
    assert line("Case id or link", window).hasFocus()


def test_closing_the_last_tab_takes_no_focus_from_another_field(window: MainWindow, app: AppFixture) -> None:
    window.panes.search_cases()
    assert line("State", window).hasFocus()
    app.workspace.cases.close_session(app.session)
    assert app.tabs == []
    assert line("State", window).hasFocus()


def test_a_case_that_was_closed_can_be_opened_again(qtbot: QtBot, window: MainWindow, app: AppFixture) -> None:
    press("Close case 203", window)
    assert opened(qtbot, app, 203).editor.subject == "Necesito ayuda !!!"


def test_where_window_and_panes_are_is_remembered(window: MainWindow, app: AppFixture) -> None:
    window.resize(window.width(), 600)
    window.panes.lists_dock.hide()
    window.closing.close_at_once()
    again = MainWindow(app.workspace)
    assert again.height() == 600
    assert again.panes.lists_dock.isHidden()
    again.closing.close_at_once()


# Messages.


def test_the_outcome_of_a_submission_stands_in_status_and_beside_the_case(
    qtbot: QtBot, window: MainWindow, app: AppFixture
) -> None:
    line("Subject", window).setText("changed")
    message = submit(qtbot, app.session)
    assert app.status == message.text
    assert message.text in labels(window).replace("✓  ", "")
    assert message.severity is Severity.GOOD


def test_how_many_changes_there_are_is_told(window: MainWindow, app: AppFixture) -> None:
    assert "No changes" in labels(window)
    line("Subject", window).setText("changed")
    assert "1 change" in labels(window)
    app.session.editor.set_note_text("x")
    assert "2 changes" in labels(window)


def test_progress_is_shown_while_submitting(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 9021)
    session.editor.set_subject("changed")
    with ended(qtbot, session):
        press("Submit", app.window)
        assert app.status == "Submitting…"
        assert find(QPushButton, "Submit", app.window).isEnabled()
        bar = next(each for each in app.window.findChildren(QProgressBar) if each.accessibleName() == "Submitting")
        assert not bar.isVisible()  # it would flicker where the server is fast
        qtbot.waitUntil(bar.isVisible)
        qtbot.waitUntil(lambda: "Stop waiting" in buttons(app.window))
        assert session.submissions[0].state is State.SENDING
    assert not bar.isVisible()
    assert "Stop waiting" not in buttons(app.window)
