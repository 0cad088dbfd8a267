"""A case outside of the program: copies and a PDF, in which the server's text is no markup."""

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QPagedPaintDevice, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseeditor.ui.case.handing_on.printing import make_printer, print_on
from caseeditor.ui.case.handing_on.summary import as_html, as_markdown, as_text, document_of
from caseeditor.ui.main_window.main_window import MainWindow
from tests.support.samples import read
from tests.ui.exports import save_as
from tests.ui.parts import AppFixture, field, focused, labels, line, opened, press, view

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
HOSTILE = "<h1>x</h1> [a](b) *c* `d` # e\n- f\n1. g & &amp; ~~h~~"


def action(window: MainWindow, text: str) -> QAction:
    [found] = [each for each in window.findChildren(QAction) if each.text() == text]
    return found


def copied() -> str:
    return QGuiApplication.clipboard().text()


@pytest.fixture
def shown(qtbot: QtBot, app: AppFixture) -> AppFixture:
    opened(qtbot, app, 203)
    return app


def test_id_and_link_are_copied_alone(shown: AppFixture) -> None:
    action(shown.window, "Copy case ID").trigger()
    assert copied() == "203"
    assert shown.status == "Case ID copied."
    action(shown.window, "Copy link").trigger()
    case = shown.session.case
    assert case is not None
    assert copied() == (case.url or f"{shown.session.server.url}/case/203")


def test_a_summary_has_all_that_is_on_the_server(shown: AppFixture) -> None:
    shown.session.editor.set_note_text("not sent")
    action(shown.window, "Copy summary").trigger()
    case = shown.session.case
    assert case is not None
    assert copied().splitlines()[0] == f"{case.subject} (#203)"
    assert case.contact.notes
    assert all(note.text in copied() for note in (*case.notes, *case.contact.notes))
    assert all(tag in copied() for tag in case.tags)
    assert "not sent" not in copied()
    action(shown.window, "Copy summary as Markdown").trigger()
    assert copied().startswith("# ")


def test_text_of_the_server_is_no_markup() -> None:
    case = read(subject=HOSTILE, tags=[HOSTILE], notes=[{"text": HOSTILE, "userName": HOSTILE}], alpha=HOSTILE)
    document = document_of(case, NOW)
    assert HOSTILE in as_text(document)
    for fill, text in ((QTextDocument.setMarkdown, as_markdown(document)), (QTextDocument.setHtml, as_html(document))):
        page = QTextDocument()
        fill(page, text)
        plain = page.toPlainText().replace("\u2028", "\n")
        assert plain.count("<h1>x</h1> [a](b) *c* `d` # e") >= 4
        assert plain.count("- f\n1. g & &amp; ~~h~~") >= 2


def test_an_absurd_date_of_a_note_is_shown_as_it_is() -> None:
    for date in ("99999999999999999999", "-99999999999999999999", "yesterday"):
        assert date in as_text(document_of(read(notes=[{"date": date, "text": "x"}]), NOW))


def test_a_case_is_saved_as_pdf(qtbot: QtBot, shown: AppFixture, tmp_path: Path) -> None:
    save_as(str(tmp_path / "mine"))
    action(shown.window, "Save as PDF…").trigger()
    qtbot.waitUntil(lambda: shown.status == f"Case 203 is saved in {tmp_path / 'mine.pdf'}.")
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF-")


def test_the_window_is_free_while_a_pdf_is_written(qtbot: QtBot, shown: AppFixture, tmp_path: Path) -> None:
    threads: list[threading.Thread] = []
    pages = QTextDocument.print_

    def record(document: QTextDocument, device: QPagedPaintDevice) -> None:
        threads.append(threading.current_thread())
        pages(document, device)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QTextDocument, "print_", record)
        save_as(str(tmp_path / "mine"))
        action(shown.window, "Save as PDF…").trigger()
        qtbot.waitUntil(lambda: shown.status.startswith("Case 203 is saved in "))
    [thread] = threads
    assert thread is not threading.main_thread()


def test_without_a_printer_a_pdf_is_offered(
    qtbot: QtBot, shown: AppFixture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)  # this computer may have some
    QTest.keyClick(focused(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert "No printer is set up." in labels(shown.window)
    save_as(str(tmp_path / "mine"))
    press("Save as PDF…", shown.window.current_view() or shown.window)
    qtbot.waitUntil((tmp_path / "mine.pdf").exists)


def test_a_printer_gets_the_pages_of_the_pdf(qtbot: QtBot, shown: AppFixture, tmp_path: Path) -> None:
    """No printer runs here: the printer is a file, which the system's printing writes."""
    case = shown.session.case
    assert case is not None
    printer = make_printer(case)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    print_on(printer, shown.session, shown.window, shown.window.say)
    qtbot.waitUntil(lambda: shown.status == "Case 203 is with the printer.")
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")
    assert printer.docName() == f"{case.subject} (#203)"


@pytest.mark.linux_only("Windows has a print dialog of its own, which is no widget")
def test_printing_asks_with_the_dialog_of_the_system(
    qtbot: QtBot, shown: AppFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No printer runs here: only its name is made up."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["office"])
    action(shown.window, "Print…").trigger()
    [dialog] = shown.window.findChildren(QPrintDialog)
    assert dialog.isVisible()
    assert dialog.windowTitle() == "Print case"
    dialog.reject()
    qtbot.waitUntil(lambda: shown.window.findChildren(QPrintDialog) == [])
    assert "with the printer" not in shown.status


@pytest.mark.qt_log_ignore("QPainter::begin|This plugin does not support")
def test_pages_that_no_printer_takes_are_told(qtbot: QtBot, shown: AppFixture, tmp_path: Path) -> None:
    case = shown.session.case
    assert case is not None
    printer = make_printer(case)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no folder" / "printed.pdf"))
    print_on(printer, shown.session, shown.window, shown.window.say)
    qtbot.waitUntil(lambda: shown.status.startswith("Case 203 couldn't be printed. The printer didn't"))


def test_a_pdf_that_cannot_be_written_is_told(qtbot: QtBot, shown: AppFixture, tmp_path: Path) -> None:
    (tmp_path / "mine.pdf").mkdir()
    save_as(str(tmp_path / "mine"))
    action(shown.window, "Save as PDF…").trigger()
    qtbot.waitUntil(lambda: shown.status.startswith(f"Case 203 couldn't be saved in {tmp_path / 'mine.pdf'}."))


@pytest.mark.parametrize(("name", "words"), [("mine", "is saved in"), ("folder", "couldn't be saved in")])
def test_the_result_of_a_pdf_is_told_although_its_case_is_closed(
    qtbot: QtBot, shown: AppFixture, tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "folder.pdf").mkdir()
    save_as(str(tmp_path / name))
    action(shown.window, "Save as PDF…").trigger()
    action(shown.window, "Close case").trigger()
    assert shown.tabs == []
    qtbot.waitUntil(lambda: shown.status.startswith(f"Case 203 {words} {tmp_path / name}.pdf."))


@pytest.mark.qt_log_ignore("QPainter::begin|This plugin does not support")
def test_the_result_of_printing_is_told_although_its_case_is_closed(
    qtbot: QtBot, shown: AppFixture, tmp_path: Path
) -> None:
    case = shown.session.case
    assert case is not None
    printer = make_printer(case)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no folder" / "printed.pdf"))
    print_on(printer, shown.session, shown.window, shown.window.say)
    action(shown.window, "Close case").trigger()
    qtbot.waitUntil(lambda: shown.status.startswith("Case 203 couldn't be printed."))


def test_the_edit_menu_acts_where_the_focus_is(shown: AppFixture) -> None:
    subject = line("Subject", shown.window)
    subject.setFocus()
    action(shown.window, "Select all").trigger()
    assert subject.selectedText() == subject.text()
    action(shown.window, "Copy").trigger()
    assert copied() == subject.text()
    note = field("New note", shown.window)
    note.setFocus()
    action(shown.window, "Paste").trigger()
    assert note.toPlainText() == subject.text()
    action(shown.window, "Select all").trigger()
    action(shown.window, "Cut").trigger()
    assert note.toPlainText() == ""
    notes = view("Notes", shown.window)
    notes.setFocus()
    notes.setCurrentIndex(notes.model().index(0, 0))
    QGuiApplication.clipboard().clear()
    action(shown.window, "Copy").trigger()
    assert str(notes.model().index(0, 0).data()) in copied()


def test_shown_shortcuts_take_no_keys_from_the_window(shown: AppFixture) -> None:
    assert action(shown.window, "Copy").shortcutContext() is Qt.ShortcutContext.WidgetShortcut
