"""Brings the window, on the built-in Social Gateway, into each state of the gallery."""

import re
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QTableView,
    QTabWidget,
    QWidget,
)

from caseeditor.app import App
from caseeditor.demo.bulk_cases import CAMPAIGN
from caseeditor.domain.editing.edit import Row
from caseeditor.domain.editing.templates import Template
from caseeditor.ui.account.sign_in_dialog import SignInDialog
from caseeditor.ui.case.attributes.panel import AttributeGrid
from caseeditor.ui.case.case_view import CaseView
from caseeditor.ui.case_lists.search_panel import SearchPane
from caseeditor.ui.messages.texts import number_words
from caseeditor.ui.state.session import Session
from tests.ui.batch.samples import SAMPLES, show_page
from tests.ui.parts import name_of

PATIENCE = 20_000  # ms
SOURCES = Path(__file__).parents[2] / "caseeditor" / "ui"
W = TypeVar("W", bound=QWidget)
DECORATION = 28
"""Height of a window manager's title bar, in pixels."""
SCRIPTS = {
    "العربية": "مرحبا، تم شحن الطلب 4862 اليوم.",
    "עברית": "שלום, ההזמנה (4862) נשלחה היום.",
    "日本語": "ご注文は本日発送されました。",
    "ไทย": "คำสั่งซื้อของคุณถูกจัดส่งแล้ววันนี้",
    "combining": "Z͑ͫ̓A e\u0301 ≠ é, 👨‍👩‍👧‍👦 👩🏽‍🚀",
}
SETTLED = 400  # ms without events: long notes are measured when the event loop is idle


@cache
def contexts() -> frozenset[str]:
    """Return the translation contexts: the classes, and the arguments of `translate`."""
    found = (
        re.findall(r"^class (\w+)|translate\(\s*\"(\w+)\"", path.read_text("utf-8"), re.MULTILINE)
        for path in SOURCES.rglob("*.py")
    )
    return frozenset(name for names in found for pair in names for name in pair if name)


def is_text(shown: str, english: str) -> bool:
    """Return whether a text is this one, in any language."""
    shown = shown.replace("&", "")
    return shown == english or any(QCoreApplication.translate(each, english) == shown for each in contexts())


def control(kind: type[W], english: str, inside: QWidget) -> W:
    """Return the visible control with that name."""
    return next(each for each in inside.findChildren(kind) if each.isVisible() and is_text(name_of(each), english))


def find_actions(widget: QWidget, text: str) -> list[QAction]:
    """Return the actions with that text in a widget's menus, which are filled on opening."""
    menus = widget.findChildren(QMenu)
    for menu in menus:
        menu.aboutToShow.emit()
    return [action for menu in menus for action in menu.actions() if is_text(action.text(), text)]


class Screenshots:
    """Brings the window into each state and saves its picture."""

    def __init__(self, app: App, folder: Path, suffix: str) -> None:
        self._app = app
        self._window = app.window
        self._folder = folder
        self._suffix = suffix

    def run(self) -> None:
        """Take all pictures."""
        self._app.show()
        self._window.resize(1366, 768 - DECORATION)
        self._wait(lambda: bool(self._app.workspace.account.user))
        self._take("empty")
        entry = self._window.address.entry
        entry.setText("20 3")
        self._activate()
        QTest.keyClick(entry, Qt.Key.Key_Return)
        self._take("not-an-id")
        entry.clear()
        for case in ("203", "9000", "9010", "210"):
            self._open(case)
        self._read_and_search()
        self._change()
        self._dialogs()
        self._templates()
        self._submit()
        self._lists()
        self._scripts()
        self._help()
        self._preferences()
        self._batches()
        self._small()
        self._app.shut_down()

    def _scripts(self) -> None:
        """Show a case in scripts that run from right to left, need shaping, or have no spaces."""
        self._app.workspace.opener.open_text("230")
        session = self._session()
        self._wait(lambda: session.case is not None)
        session.editor.set_subject("أين طلبي رقم 4862؟ (עברית) 👩🏽‍🚀")
        for note in SCRIPTS.values():
            session.editor.set_note_text(note)
            session.editor.add_note()
        for tag in ("عاجل", "דחוף", "至急", "ด่วน"):
            session.editor.set_tag_text(tag)
            session.editor.add_tag()
        for name, value in SCRIPTS.items():
            session.editor.set_row(None, Row(name, value))
        self._take("scripts-changed")
        session.submit()
        self._wait(lambda: not session.is_submitting)
        self._take("scripts")

    def _help(self) -> None:
        for text in ("Shortcuts…", "Diagnostics…", "Data folders…", "Known limitations…"):
            self._choose(text)
            name = text.rstrip("…").lower().replace(" ", "-").replace("'", "")
            dialog = QApplication.activeModalWidget()
            busy = dialog.findChildren(QProgressBar) if dialog else []
            self._wait(partial(_is_still, busy))
            self._take_dialog(name)
        self._choose("About Case Editor")
        self._take_dialog("about")
        self._window.dialogs.show_history()
        self._take_dialog("history")

    def _batches(self) -> None:
        for name, make in SAMPLES.items():
            page = show_page(self._window, self._app.workspace, *make())
            self._take(name)
            self._window.tabs.remove_page(page)

    def _preferences(self) -> None:
        self._choose("Preferences…")
        dialog = QApplication.activeModalWidget()
        tabs = dialog.findChildren(QTabWidget)[0] if dialog else QTabWidget()
        for place in range(tabs.count()):
            tabs.setCurrentIndex(place)
            self._take(f"preferences-{place + 1}", dialog)
        if isinstance(dialog, QDialog):
            dialog.reject()

    def _small(self) -> None:
        """Show the smallest supported screen, and the largest text."""
        self._app.workspace.opener.open_text("210")
        self._window.resize(1366, 768 - DECORATION)
        self._take("small-screen")
        self._app.workspace.settings_store.change(text_size=150)
        self._take("larger-text")
        self._app.workspace.settings_store.change(text_size=100)

    def _choose(self, text: str) -> None:
        """Trigger a menu action by its English text."""
        next(each for each in self._window.findChildren(QAction) if is_text(each.text(), text)).trigger()

    def _lists(self) -> None:
        self._take("recent")
        self._window.panes.search_cases()
        self._take("filters")
        pane = self._window.findChild(SearchPane)
        if pane is None:
            raise LookupError
        control(QLineEdit, "Campaign ID", pane).setText(str(CAMPAIGN))
        control(QAbstractButton, "Search", pane).click()
        self._wait(lambda: pane.model.as_of is not None)
        control(QAbstractItemView, "Cases found", pane).verticalScrollBar().setValue(100_000)
        self._take("found")
        pane.begin()
        control(QLineEdit, "Contact ID", pane).setText("Juan")
        control(QAbstractButton, "Search", pane).click()
        self._wait(lambda: not pane.model.is_looking)
        self._take("search-refused")

    def _open(self, case: str) -> None:
        self._app.workspace.opener.open_text(case)
        session = next(found for (_, number), found in self._app.workspace.sessions.items() if number == case)
        self._wait(lambda: not session.is_reading)
        self._take(f"case-{case}")

    def _read_and_search(self) -> None:
        """Show the conversation, and search results in the case with the most notes."""
        self._app.workspace.opener.open_text("9000")
        view, session = self._view(), self._session()
        self._wait(lambda: session.conversation.is_there)
        view.show_conversation()
        self._take("conversation-9000")
        view.show_conversation()
        search = control(QLineEdit, "Search notes", view)
        search.setText("LLAMO de nuevo")
        found = number_words(len(session.case.notes)) if session.case else ""
        self._wait(lambda: search.accessibleDescription().endswith(found))
        self._take("search")
        search.clear()
        self._app.workspace.opener.open_text("210")
        self._view().show_conversation()
        self._take("conversation")
        self._view().show_all()
        self._take("all")
        self._view().show_conversation()
        self._view().show_conversation()

    def _change(self) -> None:
        session = self._session()
        session.editor.set_subject("La aplicación se cierra sola al pagar con tarjeta")
        session.editor.set_note_text("Reproducido con la versión 5.2.\nEl arreglo sale el jueves.")
        session.editor.add_note()
        session.editor.set_note_text("Avisar al cliente")
        session.editor.set_tag_text("urgente")
        session.editor.add_tag()
        session.editor.remove_tag("app")
        session.editor.set_value("plan", "Pyme")
        session.editor.set_row(None, Row("prioridad", "alta"))
        session.editor.set_row(None, Row("note", "no"))
        session.editor.set_row(None, Row(" talle ", "  M\t"))
        session.editor.set_value("encuesta", "")
        self._take("changed")
        self._attributes(session)
        for number in (2, 3):
            session.editor.set_row(number, Row())

    def _attributes(self, session: Session) -> None:
        """Show the attribute grid's own dialogs, filter and editors."""
        grid = next(each for each in self._window.findChildren(AttributeGrid) if each.isVisible())
        grid.paste("plan\tEmpresa\nsucursal\tCentro\nprioridad\tbaja", (0, 0))
        self._take_dialog("paste")
        for action in find_actions(grid, "Edit as text…"):
            action.trigger()
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.findChildren(QPlainTextEdit)[0].appendPlainText("no\nruta=C:\\pc")
            dialog.findChildren(QDialogButtonBox)[0].buttons()[0].click()
        self._take_dialog("bulk-text")
        table = grid.findChildren(QTableView)[0]
        session.editor.set_value("plan", "uno\ndos\ntres")
        table.setCurrentIndex(table.model().index(2, 1))
        table.edit(table.currentIndex())
        self._take("multi-line")
        grid.take_in_editor()
        session.editor.set_value("plan", "Pyme")
        self._activate()
        table.edit(table.currentIndex())
        editor = next(each for each in table.findChildren(QPlainTextEdit) if each.isVisible())
        QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(editor, "e")
        self._take("values-offered")
        grid.take_in_editor()
        session.editor.set_value("plan", "Pyme")
        tag = control(QLineEdit, "New tag", self._window)
        tag.setFocus()
        QTest.keyClicks(tag, "fac")
        self._take("tags-offered")
        tag.clear()
        line = control(QLineEdit, "Filter attributes", grid)
        line.setText("a")
        self._take("filtered")
        line.clear()

    def _dialogs(self) -> None:
        self._view().review()
        self._take_dialog("review")
        dialog = SignInDialog("https://example.org", "example.org doesn't accept the access token.", self._window)
        dialog.open()
        self._take_dialog("sign-in")
        SignInDialog("", "", self._window).open()
        self._take_dialog("welcome")

    def _templates(self) -> None:
        """Show the insertion of a template with an unknown field, and the template editor."""
        templates = self._window.templates
        text = "Hola {contact.name}:\nsobre su caso {case.id} de {contact.nam}, le escribe {user}."
        templates.keep(
            (
                Template("Llamar mañana", text, ("llamar",), {"plan": "Empresa", "turno": "{today}"}),
                Template("Gracias", "Gracias por escribirnos, {contact.first_name}."),
            )
        )
        self._window.template_dialogs.put_in(self._session())
        dialog = QApplication.activeModalWidget()
        choices = dialog.findChildren(QListView)[0] if dialog else QListView()
        self._wait(lambda: choices.model().rowCount() > 0)
        choices.setCurrentIndex(choices.model().index(1, 0))
        self._take_dialog("put-in-template")
        self._window.template_dialogs.manage()
        self._take_dialog("templates")
        note = control(QPlainTextEdit, "New note", self._window)
        self._activate()
        note.setFocus()
        note.clear()
        QTest.keyClicks(note, "El cliente espera la facutra y el reembolzo. /gra")
        self._take("template-offered")
        QTest.keyClick(note, Qt.Key.Key_Escape)
        note.setPlainText("Avisar al cliente")

    def _take_dialog(self, name: str) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            raise TypeError(name)
        self._take(name, dialog)
        dialog.reject()

    def _submit(self) -> None:
        session = self._session()
        session.submit()
        self._wait(lambda: not session.is_submitting)
        self._take("submitted")

    def _activate(self) -> None:
        """Give the window the keys, after a dialog."""
        self._window.activateWindow()
        self._wait(self._window.isActiveWindow)

    def _view(self) -> CaseView:
        view = self._window.current_view()
        if view is None:
            raise LookupError
        return view

    def _session(self) -> Session:
        return self._view().session

    def _take(self, name: str, widget: QWidget | None = None) -> None:
        rest = QDeadlineTimer(SETTLED)
        self._wait(rest.hasExpired)
        (widget or self._window).grab().save(str(self._folder / f"{name}-{self._suffix}.png"))

    def _wait(self, seen: Callable[[], bool]) -> None:
        loop, wake, late = QEventLoop(), QTimer(), QDeadlineTimer(PATIENCE)
        wake.start(20)
        while not seen():
            if late.hasExpired():
                raise TimeoutError
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _is_still(bars: list[QProgressBar]) -> bool:
    """Return whether all work is done."""
    return not any(bar.isVisible() for bar in bars)
