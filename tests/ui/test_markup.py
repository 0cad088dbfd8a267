"""Text from a server is data: it is shown literally everywhere."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.domain.editing.edit import Row
from caseeditor.ui.messages.message import Message, Severity
from tests.ui.parts import (
    AppFixture,
    break_disk,
    case_of,
    column,
    field,
    labels,
    line,
    opened,
    press,
    question,
    showing,
    shown,
    view,
)

MARKUP = "<b>bold</b> &amp; <img src=file:///etc/hostname>"
NAMES = [MARKUP, "<h1>x</h1>", "&lt;b&gt;", "<a href=http://x>y</a>"]


def marked_up() -> dict[str, object]:
    """Return a case with markup in every text."""
    profile = {"source": MARKUP, "name": MARKUP, "user_name": MARKUP, "about": MARKUP, MARKUP: MARKUP, "tags": [MARKUP]}
    note = {"date": MARKUP, "text": MARKUP, "userName": MARKUP}
    contact = {"name": MARKUP, "crm_id": MARKUP, "notes": [note], "tags": [MARKUP], "profiles": [profile]}
    texts = dict.fromkeys(("state", "source", "campaign", "creation_date", "update_date", "updated_by", MARKUP), MARKUP)
    url = "http://x/case/203?<b>bold</b>"
    return {"subject": MARKUP, "contact": contact, "notes": [note], "tags": NAMES, "url": url, **texts}


def cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[QModelIndex]:
    for row in range(model.rowCount(parent)):
        yield from (model.index(row, number, parent) for number in range(3) if model.hasIndex(row, number, parent))
        yield from cells(model, model.index(row, 0, parent))


def tips(window: QWidget) -> Iterator[str]:
    """Yield every tooltip of the window, its tabs and its lists."""
    for widget in window.findChildren(QWidget):
        yield widget.toolTip()
        if isinstance(widget, QTabBar):
            yield from (widget.tabToolTip(place) for place in range(widget.count()))
        if isinstance(widget, QAbstractItemView) and widget.model():
            yield from (
                str(cell.data(Qt.ItemDataRole.ToolTipRole) or "") for cell in cells(widget.model(), QModelIndex())
            )


def written(tip: str) -> str:
    """Return the text that a tooltip should show, unescaped if it is rich text."""
    is_escaped = tip.startswith("<p>")
    return html.unescape(tip.removeprefix("<p>").removesuffix("</p>").replace("<br>", " ")) if is_escaped else tip


@pytest.fixture
def marked(qtbot: QtBot, app: AppFixture) -> AppFixture:
    opened(qtbot, app, 203)
    showing(app.session, case_of(203, **marked_up()))
    return app


def test_every_tooltip_shows_its_letters(marked: AppFixture) -> None:
    session = marked.session
    session.editor.set_row(None, Row(MARKUP, "x"))
    marked.window.say(Message(MARKUP))
    found = [tip for tip in tips(marked.window) if "<" in tip or "&" in tip]
    assert any("bold" in tip for tip in found)
    for tip in found:
        assert re.sub(r"\s+", " ", shown(tip)) == re.sub(r"\s+", " ", written(tip))


def test_no_label_guesses_whether_its_text_is_marked_up(marked: AppFixture) -> None:
    marked.workspace.message_emitted.emit(
        Message(MARKUP, Severity.ERROR, lines=(MARKUP,), actions=(marked.session.actions.reload,))
    )
    found = [each for each in marked.window.findChildren(QLabel) if "<" in each.text()]
    assert len(found) >= 3
    assert {each.textFormat() for each in found} == {Qt.TextFormat.PlainText}


def test_status_says_it_letter_by_letter(marked: AppFixture) -> None:
    marked.window.say(Message(MARKUP))
    assert marked.status == MARKUP
    assert MARKUP in labels(marked.window)


def test_fields_and_lists_hold_it_as_it_is(marked: AppFixture) -> None:
    assert line("Subject", marked.window).text() == MARKUP
    assert column(view("Tags", marked.window).model()) == NAMES
    assert column(view("Notes", marked.window).model()) == [MARKUP, MARKUP]
    assert column(view("Attributes", marked.window).model())[0] == MARKUP


def test_the_menu_names_an_undo_of_a_marked_up_tag(marked: AppFixture) -> None:
    press("Remove tag <h1>x</h1>", marked.window)
    assert "Undo tag <h1>x</h1>" in [each.text() for each in marked.window.findChildren(QAction)]


@pytest.mark.linux_only("moves or deletes an open data file, which Windows denies")
def test_a_question_before_leaving_is_plain(qtbot: QtBot, marked: AppFixture, data: Path) -> None:
    break_disk(data)
    field("New note", marked.window).setPlainText(MARKUP)
    with qtbot.waitSignal(marked.session.draft.kept_changed, check_params_cb=lambda: bool(marked.session.kept.fault)):
        marked.window.close()
    box = question(marked.window)
    assert shown(box.text()) == box.text()
    box.reject()


def test_the_odd_case_with_markup_everywhere_can_be_opened(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 421)
    assert "<i>vip</i>" in column(view("Tags", app.window).model())
    assert session.list_changes() == ()
    assert QApplication.focusWidget() is line("Subject", app.window)
