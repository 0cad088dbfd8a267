"""Bars lie over the content: they move nothing, and cover nothing that has the focus."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from caseeditor.ui.messages.message import ActionKind, Message, MessageAction, Severity
from caseeditor.ui.messages.notification_bar import NoticeBar
from tests.ui.parts import (
    AppFixture,
    Heard,
    field,
    find,
    is_there,
    labels,
    line,
    name_of,
    opened,
    press,
    submit,
    wait_for_a_click,
)
from tests.ui.queue.listing import pane

_KINDS = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView)
REJECTED = 9005


def place(widget: QWidget, inside: QWidget) -> QRect:
    return QRect(widget.mapTo(inside, QPoint()), widget.size())


def places(view: QWidget) -> dict[str, QRect]:
    """Return the places of the controls that belong to the case, by their names, once layouts move none any more."""
    before, now = None, _places_now(view)
    while before != now:
        QApplication.processEvents()
        before, now = now, _places_now(view)
    return now


def _places_now(view: QWidget) -> dict[str, QRect]:
    controls = [each for kind in _KINDS for each in view.findChildren(kind) if each.isVisible() and name_of(each)]
    bars = view.findChildren(NoticeBar)
    return {name_of(each): place(each, view) for each in controls if not any(bar.isAncestorOf(each) for bar in bars)}


def places_with_draft(qtbot: QtBot, view: QWidget) -> dict[str, QRect]:
    """Change the subject, and return the places once the draft is saved, which settles the layout."""
    line("Subject", view).setText("changed")
    qtbot.waitUntil(lambda: "saved as a draft" in labels(view))
    return places(view)


def bar_of(view: QWidget) -> NoticeBar:
    bars = [each for each in view.findChildren(NoticeBar) if each.isVisible()]
    assert len(bars) == 1
    return bars[0]


def view_of(app: AppFixture) -> QWidget:
    view = app.window.current_view()
    assert view is not None
    return view


def test_a_success_moves_nothing_and_shows_no_bar(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 203)
    view = view_of(app)
    pane(qtbot, app)  # the position in the queue is in the title
    before = places_with_draft(qtbot, view)
    submit(qtbot, session)
    assert app.status.startswith("Submitted: stored at ")
    assert places(view) == before
    assert not any(each.isVisible() for each in app.window.findChildren(NoticeBar))
    assert [text for text in labels(view).splitlines() if "tored at" in text] == []


def test_a_bar_moves_nothing_and_can_be_closed(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, REJECTED)
    view = view_of(app)
    pane(qtbot, app)  # the position in the queue is in the title
    before = places_with_draft(qtbot, view)
    submit(qtbot, session)
    assert "Not saved" in labels(bar_of(view))
    assert places(view) == before
    press("Close message", bar_of(view))
    assert not is_there("Close message", app.window)
    assert places(view) == before


def test_a_bar_covers_no_focus(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 210)
    view = view_of(app)
    app.session.message_emitted.emit(Message("Something to do. " * 12, Severity.ERROR))
    bar = bar_of(view)
    fields: list[QWidget] = [line("Subject", view), line("New tag", view), field("New note", view)]
    fields += [find(QPushButton, name, view) for name in ("Add tag", "Add note", "Submit")]
    for each in fields:
        each.setFocus()
        assert each.hasFocus()
        assert not place(bar, view).intersects(place(each, view)), name_of(each)
        assert view.rect().contains(place(bar, view))


def test_a_bar_follows_the_size_of_the_window(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 210)
    view = view_of(app)
    app.session.message_emitted.emit(Message("Something to do. " * 20, Severity.ERROR))
    for width in (1900, 1200):
        app.window.resize(width, 900)
        QApplication.processEvents()
        assert view.rect().contains(place(bar_of(view), view))


def test_a_bar_of_the_window_lies_over_the_tabs_content(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 210)
    view = view_of(app)
    pane(qtbot, app)
    before = places(view), place(view, app.window)
    app.workspace.message_emitted.emit(Message("Something to do.", Severity.WARNING))
    assert "Something to do." in labels(bar_of(app.window))
    assert (places(view), place(view, app.window)) == before


def test_a_bar_stays_between_press_and_release_of_its_button(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 210)
    view, pressed = view_of(app), list[str]()
    line("Search notes", view).setFocus()
    action = MessageAction(ActionKind.RELOAD, lambda: pressed.append("reload"))
    app.session.message_emitted.emit(Message("Something to do. " * 12, Severity.ERROR, actions=(action,)))
    bar = bar_of(view)
    wait_for_a_click(qtbot)
    below, button = place(bar, view), find(QPushButton, "Reload case", bar)
    assert below.top() > place(line("Search notes", view), view).bottom()
    handle, where = app.window.windowHandle(), place(button, app.window).center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert button.hasFocus()
    assert place(bar, view) == below
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert pressed == ["reload"]


class Shows(QObject):
    """Counts how often bars appear."""

    def __init__(self, bars: list[NoticeBar]) -> None:
        super().__init__()
        self.count = 0
        for bar in bars:
            bar.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Show
        return False


def test_progress_has_no_bar(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 9003)
    shows, heard = Shows(app.window.findChildren(NoticeBar)), Heard(session)
    session.editor.set_note_text("llamar")
    submit(qtbot, session)
    assert any("Checking whether" in message.text for message in heard.messages)
    assert shows.count == 0
    session.message_emitted.emit(Message("Something to do.", Severity.ERROR))
    assert shows.count == 1
