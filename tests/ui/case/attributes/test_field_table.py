"""Case fields and texts entered in them: each is sent as shown, or rejected with a message."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.ui.case.attributes.model import NAME, VALUE
from caseeditor.ui.case.attributes.panel import AttributeGrid
from tests.ui.grids import go_to, preview, rows
from tests.ui.parts import AppFixture, field, focused, key, line, opened, press, submit, typed

Ctrl = Qt.KeyboardModifier.ControlModifier
FIVE_MB = "hola mundo, " * 430_000
TEXTS = {
    "a cell's CRLF": "alta\r\n",
    "a break inside": "uno\r\ndos",
    "a quoted cell": '"uno\ndos"\r\n',
    "a tab": "uno\tdos",
    "U+2028": "uno\u2028dos",
    "U+200B": "re\u200bvisar",
    "5 MB": FIVE_MB,
    "dead key": "á",
    "IME": "한",
}
COMPOSED = {"dead key": ("´",), "IME": ("ㅎ", "하")}
LINE = {
    "a cell's CRLF": "alta",
    "a break inside": "uno dos",
    "a quoted cell": "uno dos",
    "a tab": "uno dos",
    "U+2028": "uno dos",
    "U+200B": "re\u200bvisar",
    "5 MB": None,
    "dead key": "á",
    "IME": "한",
}
LINES = LINE | {"a break inside": "uno\ndos", "a quoted cell": "uno\ndos", "a tab": "uno\tdos", "U+2028": "uno\ndos"}
"""Fields of several lines; None is rejected."""
TAGS = {what: taken for what, taken in LINE.items() if what not in ("a break inside", "a quoted cell", "U+2028")}
"""Each line is a tag."""
CELL = {what: taken for what, taken in LINES.items() if what not in ("a break inside", "a tab")}
"""Lines fill the values from here downwards; tabs separate the cells of a row."""


def put_in(what: str) -> None:
    """Paste a text into the focused widget, or compose it there."""
    if what in COMPOSED:
        for preedit in COMPOSED[what]:
            QCoreApplication.sendEvent(focused(), QInputMethodEvent(preedit, []))
        done = QInputMethodEvent("", [])
        done.setCommitString(TEXTS[what])
        QCoreApplication.sendEvent(focused(), done)
        return
    QGuiApplication.clipboard().setText(TEXTS[what])
    key(Qt.Key.Key_V, Ctrl)


def grid_of(app: AppFixture) -> AttributeGrid:
    return next(each for each in app.window.findChildren(AttributeGrid) if each.isVisible())


def in_subject(app: AppFixture, what: str) -> str:
    subject = line("Subject", app.window)
    subject.setFocus()
    subject.selectAll()
    put_in(what)
    return subject.text()


def in_note(app: AppFixture, what: str) -> str:
    note = field("New note", app.window)
    note.setFocus()
    put_in(what)
    return note.toPlainText()


def in_tag(app: AppFixture, what: str) -> str:
    tag = line("New tag", app.window)
    tag.setFocus()
    put_in(what)
    return tag.text()


def on_value(app: AppFixture, what: str) -> str:
    grid = grid_of(app)
    go_to(grid, 0, VALUE)
    put_in(what)
    if what in COMPOSED:
        key(Qt.Key.Key_Return)
    return str(rows(grid).index(0, VALUE).data(Qt.ItemDataRole.EditRole))


def in_value_editor(app: AppFixture, what: str) -> str:
    grid = grid_of(app)
    go_to(grid, 0, VALUE)
    key(Qt.Key.Key_F2)
    put_in(what)
    key(Qt.Key.Key_Return)
    return str(rows(grid).index(0, VALUE).data(Qt.ItemDataRole.EditRole))


def in_name(app: AppFixture, what: str) -> str:
    grid = grid_of(app)
    last = rows(grid).rowCount() - 1
    go_to(grid, last, NAME)
    typed("n")
    put_in(what)
    key(Qt.Key.Key_Return)
    return str(rows(grid).index(last, NAME).data(Qt.ItemDataRole.EditRole))


def sent(server: DemoServer) -> dict[str, str]:
    """Return the parameters of the last update, without the token."""
    posts = [request for request in server.requests if request.method == "POST"]
    return {name: value for name, value in posts[-1].params if name != "access_token"} if posts else {}


def name_of_first(app: AppFixture) -> str:
    return str(rows(grid_of(app)).index(0, NAME).data(Qt.ItemDataRole.EditRole))


FIELDS: dict[
    str, tuple[Callable[[AppFixture, str], str], dict[str, str | None], Callable[[dict[str, str], str], str]]
] = {
    "Subject": (in_subject, LINE, lambda params, _: params["subject"]),
    "New note": (in_note, LINES, lambda params, _: params["note"]),
    "New tag": (in_tag, TAGS, lambda params, _: params["tag"]),
    "a value's cell": (on_value, CELL, lambda params, name: params[name]),
    "a value's editor": (in_value_editor, LINES, lambda params, name: params[name]),
}


@pytest.mark.parametrize(("name", "what"), [(name, what) for name, (_, table, _) in FIELDS.items() for what in table])
def test_what_a_field_shows_is_what_is_sent(
    qtbot: QtBot, app: AppFixture, server: DemoServer, name: str, what: str
) -> None:
    opened(qtbot, app, 204)
    put, table, sent_of = FIELDS[name]
    taken = table[what]
    first = name_of_first(app)
    shown = put(app, what)
    if taken is None:
        assert app.session.list_changes() == ()
        return
    assert shown == taken
    submit(qtbot, app.session)
    assert sent_of(sent(server), first) == taken


@pytest.mark.parametrize("what", [what for what, taken in LINE.items() if taken is not None])
def test_a_new_name_is_sent_as_it_is_shown(qtbot: QtBot, app: AppFixture, server: DemoServer, what: str) -> None:
    opened(qtbot, app, 204)
    taken = f"n{LINE[what]}"
    assert in_name(app, what) == taken
    submit(qtbot, app.session)
    assert taken in sent(server)


@pytest.mark.parametrize("what", [what for what in TEXTS if what not in TAGS])
def test_lines_in_new_tag_are_tags_of_their_own(qtbot: QtBot, app: AppFixture, server: DemoServer, what: str) -> None:
    opened(qtbot, app, 204)
    assert in_tag(app, what) == ""
    submit(qtbot, app.session)
    posts = [request for request in server.requests if request.method == "POST"]
    assert [value for name, value in posts[-1].params if name == "tag"] == ["uno", "dos"]


def test_lines_on_a_value_go_downwards_and_a_tab_is_a_row(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    opened(qtbot, app, 204)
    grid = grid_of(app)
    names = [str(rows(grid).index(row, NAME).data(Qt.ItemDataRole.EditRole)) for row in (0, 1)]
    on_value(app, "a break inside")
    press("Replace", preview(grid))
    on_value(app, "a tab")
    submit(qtbot, app.session)
    assert sent(server).items() >= {names[0]: "uno", names[1]: "dos", "uno": "dos"}.items()
