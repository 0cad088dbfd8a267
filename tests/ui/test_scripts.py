"""Any script in any part: shown, edited, sent and found without changes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QTabWidget
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.editing.edit import Row
from caseeditor.domain.editing.templates import Template
from caseeditor.ui.case.attributes.model import NAME, VALUE
from caseeditor.ui.case_lists.row_delegate import SUBJECT
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.messages.texts import tip_words
from caseeditor.ui.widgets.lists.entry_dialog import matching
from caseeditor.ui.widgets.lists.entry_list import Entry
from tests.ui.parts import (
    AppFixture,
    case_of,
    colleague,
    column,
    field,
    find,
    labels,
    line,
    opened,
    press,
    showing,
    shown,
    submit,
    texts,
    view,
)

SCRIPTS = {
    "Arabic": ("أين طلبي رقم 4862؟", "طلبي"),
    "Hebrew": ("שלום, ההזמנה (4862) נשלחה", "ההזמנה"),
    "Japanese": ("ご注文は本日発送されました。", "発送"),
    "Thai": ("คำสั่งซื้อของคุณถูกจัดส่งแล้ว", "จัดส่ง"),
    "combining": ("Z\u0351\u036b\u0313\u036aA e\u0301 ≠ é", "ZA E"),
    "joiners": ("👩🏽‍🚀 y 👨‍👩‍👧‍👦 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "👨‍👩‍👧‍👦"),
    "both ways": ("\u202eabc\u202c שלום (123) مرحبا", "שלום"),
}
each_text = pytest.mark.parametrize("text", [text for text, _ in SCRIPTS.values()], ids=SCRIPTS)
each_script = pytest.mark.parametrize(("text", "wanted"), SCRIPTS.values(), ids=SCRIPTS)


@each_text
def test_it_is_sent_from_every_field_and_stored_letter_by_letter(
    qtbot: QtBot, window: MainWindow, app: AppFixture, server: DemoServer, text: str
) -> None:
    line("Subject", window).setText(text)
    field("New note", window).setPlainText(text)
    press("Add note", window)
    line("New tag", window).setText(text)
    press("Add tag", window)
    app.session.editor.set_row(None, Row(text, text))
    assert submit(qtbot, app.session).text.startswith("Submitted: stored at ")
    stored = server.case(203)
    assert (stored["subject"], stored["notes"][-1]["text"], stored[text]) == (text, text, text)
    assert text in stored["tags"]


@each_text
def test_it_is_shown_wherever_a_case_shows_it(window: MainWindow, app: AppFixture, text: str) -> None:
    contact = {"id": 1, "name": text, "profiles": [{"source": "twitter", "name": text, "about": text}]}
    notes = [{"date": 1431371012000, "text": text, "userName": text}]
    case = case_of(203, subject=text, state=text, contact=contact, notes=notes, tags=[text], **{text: text})
    showing(app.session, case)
    assert line("Subject", window).text() == text
    assert column(view("Tags", window).model()) == [text]
    assert text in column(view("Notes", window).model())
    table = view("Attributes", window).model()
    assert [table.index(0, each).data(Qt.ItemDataRole.EditRole) for each in (NAME, VALUE)] == [text, text]
    tree = list(texts(view("Contact and profiles", window).model()))
    assert sum(text in each for each in tree) >= 3
    assert text in labels(window)
    assert text in window.windowTitle()
    tabs = window.findChildren(QTabWidget)[0]
    assert text[:20] in tabs.tabText(0)
    assert shown(tip_words(text)) == text


@each_script
def test_it_is_found_among_notes_and_attributes(
    qtbot: QtBot, window: MainWindow, app: AppFixture, text: str, wanted: str
) -> None:
    for other in ("Otra nota", text, "Una más"):
        field("New note", window).setPlainText(other)
        press("Add note", window)
    app.session.editor.set_row(None, Row("prioridad", text))
    notes = view("Notes", window)
    line("Search notes", window).setText(wanted)
    qtbot.waitUntil(lambda: notes.currentIndex().data() == text)
    line("Filter attributes", window).setText(wanted)
    table = view("Attributes", window).model()
    qtbot.waitUntil(lambda: column(table, VALUE)[:1] == [table.index(0, VALUE).data()] and table.rowCount() <= 2)
    assert table.index(0, VALUE).data(Qt.ItemDataRole.EditRole) == text


@each_text
def test_it_is_shown_in_the_lists_of_cases(qtbot: QtBot, app: AppFixture, server: DemoServer, text: str) -> None:
    colleague(server, 203, subject=text)
    opened(qtbot, app, 203)
    recent = app.window.panes.lists.remembered.recent
    qtbot.waitUntil(lambda: [each.subject for each in recent.lines] == [text])
    assert recent.index(0, 0).data(SUBJECT) == text
    assert text in str(recent.index(0, 0).data())


@each_text
def test_it_names_a_template_and_fills_one_in(qtbot: QtBot, window: MainWindow, app: AppFixture, text: str) -> None:
    window.templates.keep((Template(text, text, (text,), {text: text}),))
    window.template_dialogs.put_in(app.session)
    dialog = next(each for each in window.findChildren(QListView) if each.window() is not window).window()
    templates = find(QListView, "Templates", dialog)
    qtbot.waitUntil(lambda: column(templates.model()) == [text])
    press("Insert", dialog)
    qtbot.waitUntil(lambda: text in app.session.edit.notes.values() or app.session.edit.note_text == text)
    assert app.session.edit.tags[text]


@each_script
def test_it_is_found_by_the_palette(text: str, wanted: str) -> None:
    entries = [Entry("Otro", "", lambda: None), Entry(text, "", lambda: None)]
    assert [each.text for each in matching(entries, wanted)] == [text]
