"""Pictures of the window, to be looked at: `python -m tests.pictures [FOLDER]`.

Each part at 100 % and 200 %, light and dark, in English and Spanish, on the built-in Social Gateway.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from caseeditor.app import App, Options
from caseeditor.demo.many import CAMPAIGN
from caseeditor.domain.edit import Row
from caseeditor.domain.template import Template
from caseeditor.domain.timing import Timing
from caseeditor.ui.attribute_grid import AttributeGrid
from caseeditor.ui.case_view import CaseView
from caseeditor.ui.search_pane import SearchPane
from caseeditor.ui.session import Session
from caseeditor.ui.sign_in_dialog import SignInDialog
from tests.ui.parts import line, press, view

said = QCoreApplication.translate
LANGUAGES = ("en", "es")
PATIENCE = 20_000  # ms
SETTLED = 400  # ms without news: long notes are measured while nothing else is to be done


def find_actions(widget: QWidget, text: str) -> list[QAction]:
    """Return the actions of that text in a widget's menus, which are filled as they open."""
    menus = widget.findChildren(QMenu)
    for menu in menus:
        menu.aboutToShow.emit()
    return [action for menu in menus for action in menu.actions() if action.text() == text]


class Photographer:
    """Brings the window into each state and keeps its picture."""

    def __init__(self, app: App, folder: Path, suffix: str) -> None:
        self._app = app
        self._window = app.window
        self._folder = folder
        self._suffix = suffix

    def run(self) -> None:
        """Take all pictures."""
        self._app.show()
        self._wait(lambda: bool(self._app.workplace.account.user))
        self._take("empty")
        self._app.workplace.open_text("nonsense")
        self._take("not-an-id")
        for case in ("203", "9000", "9010", "210"):
            self._open(case)
        self._read_and_search()
        self._change()
        self._from_the_right()
        self._dialogs()
        self._templates()
        self._submit()
        self._lists()
        self._app.shut_down()

    def _lists(self) -> None:
        self._take("recent")
        self._window.search_cases()
        self._take("filters")
        pane = self._window.findChild(SearchPane)
        if pane is None:
            raise LookupError
        line(said("Filter", "Campaign id"), pane).setText(str(CAMPAIGN))
        press(said("SearchPane", "Search"), pane)
        self._wait(lambda: pane.model.as_of is not None)
        view(said("SearchPane", "Cases found"), pane).verticalScrollBar().setValue(100_000)
        self._take("found")
        pane.begin()
        line(said("Filter", "Contact id"), pane).setText("Juan")
        press(said("SearchPane", "Search"), pane)
        self._wait(lambda: not pane.model.is_looking)
        self._take("search-refused")

    def _open(self, case: str) -> None:
        self._app.workplace.open_text(case)
        session = next(found for (_, number), found in self._app.workplace.sessions.items() if number == case)
        self._wait(lambda: not session.is_reading)
        self._take(f"case-{case}")

    def _read_and_search(self) -> None:
        """Show the conversation, and what a search finds in the most notes there are."""
        self._app.workplace.open_text("9000")
        view, session = self._view(), self._session()
        self._wait(lambda: session.conversation.is_there)
        view.show_conversation()
        self._take("conversation-9000")
        view.show_conversation()
        search = next(
            each for each in view.findChildren(QLineEdit) if each.accessibleName() == said("NoteList", "Search notes")
        )
        search.setText("LLAMO de nuevo")
        self._take("search")
        search.clear()
        self._app.workplace.open_text("210")
        self._view().show_conversation()
        self._take("conversation")
        self._view().show_conversation()

    def _change(self) -> None:
        session = self._session()
        session.set_subject("La aplicación se cierra sola al pagar con tarjeta")
        session.set_note_text("Reproducido con la versión 5.2.\nEl arreglo sale el jueves.")
        session.add_note()
        session.set_note_text("Avisar al cliente")
        session.set_tag_text("urgente")
        session.add_tag()
        session.remove_tag("app")
        session.set_value("plan", "Pyme")
        session.set_row(None, Row("prioridad", "alta"))
        session.set_row(None, Row("note", "no"))
        session.set_row(None, Row(" talle ", "  M\t"))
        session.set_value("encuesta", "")
        self._take("changed")
        self._attributes(session)
        for number in (2, 3):
            session.set_row(number, Row())

    def _attributes(self, session: Session) -> None:
        """Show the attribute grid's own dialogs, filter and editors."""
        grid = next(each for each in self._window.findChildren(AttributeGrid) if each.isVisible())
        grid.paste("plan\tEmpresa\nsucursal\tCentro\nprioridad\tbaja", (0, 0))
        self._take_dialog("paste")
        for action in find_actions(grid, said("AttributeGrid", "Bulk text…")):
            action.trigger()
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.findChildren(QPlainTextEdit)[0].appendPlainText("no\nruta=C:\\pc")
            dialog.findChildren(QDialogButtonBox)[0].buttons()[0].click()
        self._take_dialog("bulk-text")
        table = grid.findChildren(QTableView)[0]
        session.set_value("plan", "uno\ndos\ntres")
        table.setCurrentIndex(table.model().index(2, 1))
        table.edit(table.currentIndex())
        self._take("multi-line")
        grid.take_in_editor()
        line = next(each for each in grid.findChildren(QLineEdit) if each.placeholderText())
        line.setText("a")
        self._take("filtered")
        line.clear()

    def _from_the_right(self) -> None:
        """Show Arabic and Hebrew in every field."""
        self._app.workplace.open_text("204")
        self._wait(lambda: not self._session().is_reading)
        session = self._session()
        session.set_subject("תאריך 12/05: تأخر الطلب #203!")
        session.set_note_text("مرحبا، تأخر الطلب\nSegunda línea en español\nשלום עולם, מה שלומך?")
        session.add_note()
        session.set_note_text("שלום, ההזמנה שלי מאחרת 203")
        session.set_tag_text("דחוף")
        session.add_tag()
        session.set_row(None, Row("عنوان", "شارع الملك 12، عمان"))
        self._take("right-to-left")
        self._view().review()
        self._take_dialog("review-right-to-left")
        session.discard()
        self._app.workplace.open_text("210")

    def _dialogs(self) -> None:
        self._view().review()
        self._take_dialog("review")
        dialog = SignInDialog("https://example.org", "example.org does not accept the access token.", self._window)
        dialog.open()
        self._take_dialog("sign-in")

    def _templates(self) -> None:
        """Show how a template is put in, with a field that nobody knows, and how one is written."""
        templates = self._window.templates
        note = "Hola {contact.name}:\nsobre su caso {case.id} de {contact.nam}, le escribe {user}."
        templates.keep(
            (
                Template("Llamar mañana", note, ("llamar",), {"plan": "Empresa", "turno": "{today}"}),
                Template("Gracias", "Gracias por escribirnos, {contact.first_name}."),
            )
        )
        templates.put_in(self._session())
        dialog = QApplication.activeModalWidget()
        choices = dialog.findChildren(QListView)[0] if dialog else QListView()
        self._wait(lambda: choices.model().rowCount() > 0)
        choices.setCurrentIndex(choices.model().index(1, 0))
        self._take_dialog("put-in-template")
        templates.manage()
        self._take_dialog("templates")

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


def main() -> None:
    """Take the pictures, a process for each scale and theme."""
    parser = argparse.ArgumentParser(description="Take pictures of the window.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("pictures"))
    parser.add_argument("--theme", choices=("light", "dark"), help=argparse.SUPPRESS)
    parser.add_argument("--suffix", help=argparse.SUPPRESS)
    parser.add_argument("--lang", choices=("en", "es", "pt_BR"), help="one language; default: en and es")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    if given.theme:
        app = App(Options(demo=True, language=given.lang), Timing())
        app.workplace.choose_theme(given.theme)
        Photographer(app, given.folder, given.suffix).run()
        return
    for theme in ("light", "dark"):
        for scale in (1, 2):
            environment = {**os.environ, "QT_SCALE_FACTOR": str(scale)}
            if not os.environ.get("DISPLAY"):
                environment["QT_QPA_PLATFORM"] = "offscreen"
            command = [sys.executable, "-m", "tests.pictures", str(given.folder), "--theme", theme]
            for language in (given.lang,) if given.lang else LANGUAGES:
                suffix = ("--lang", language, "--suffix", f"{language}-{theme}-{scale}00")
                subprocess.run([*command, *suffix], env=environment, check=True)
    sys.stdout.write(f"{given.folder.resolve()}\n")


if __name__ == "__main__":
    main()
