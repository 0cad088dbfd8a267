"""Every window, dialog and menu of the program in turn, in any language, and its texts."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QDockWidget,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.batch.tables.table_rows import guessed_uses
from caseeditor.domain.editing.edit import Row
from caseeditor.domain.editing.templates import Template
from caseeditor.ui.batch.folding import FoldingPart
from caseeditor.ui.batch.table_dialog import TableDialog
from caseeditor.ui.case.attributes.panel import AttributeGrid
from caseeditor.ui.case.attributes.paste.bulk_text_dialog import BulkTextDialog
from caseeditor.ui.case.attributes.table_view import AttributeTable
from caseeditor.ui.case.case_view import CaseView
from caseeditor.ui.case.contact.tree import ContactTree
from caseeditor.ui.case.submit.conflict_group import ConflictGroup
from caseeditor.ui.case_lists.search_panel import SearchPane
from caseeditor.ui.main_window.close_prompts import explain_newer, leave
from caseeditor.ui.main_window.menus.command_palette import Palette, entries_of
from caseeditor.ui.messages.message import ActionKind, Message, MessageAction, Severity
from caseeditor.ui.state.session import Session
from tests.ui.batch.samples import SAMPLES, TABLE, TEXTS, show_page
from tests.ui.parts import AppFixture, colleague, submit

SMALL = (1366, 768)
_AT_MOST = 4
"""Maximum number of buttons beside a message."""
TYPED = (
    "Otro asunto",
    "Otra nota",
    "Una nota",
    "urgente",
    "talle",
    "alta",
    "Pyme",
    "Empresa",
    "nonsense",
    "theirs",
    "note",
    "state",
    "true",
    "false",
    *TEXTS,
)
"""Texts that the scenes type: they are not translated."""
Scene = tuple[str, QWidget]
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def scenes(qtbot: QtBot, app: AppFixture, server: DemoServer) -> Iterator[Scene]:
    """Bring the window into each state, and show each dialog and menu."""
    window, workspace = app.window, app.workspace
    window.resize(*SMALL)
    yield "nothing open", window
    workspace.opener.open_text("nonsense")
    yield "no id", window
    for case in (203, 210):
        _open(qtbot, app, case)
        yield f"case {case}", window
    view = _view(app)
    view.show_conversation()
    yield "conversation", window
    view.show_conversation()
    _change(app.session)
    qtbot.waitUntil(lambda: window.panes.lists.remembered.drafts.rowCount() > 0)
    yield "changed", window
    actions = tuple(MessageAction(kind, window.show) for kind in ActionKind)
    for first in range(0, len(actions), _AT_MOST):
        workspace.message_emitted.emit(
            Message("9", Severity.ERROR, lines=("9",), actions=actions[first : first + _AT_MOST])
        )
        yield "actions", window
    yield from _menus(app)
    yield from _dialogs(qtbot, app)
    yield from _lists(qtbot, app)
    yield from _outcomes(qtbot, app, server)


def _open(qtbot: QtBot, app: AppFixture, case: int) -> None:
    app.workspace.opener.open_text(str(case))
    qtbot.waitUntil(lambda: app.session.case_id == str(case) and app.session.case is not None)
    qtbot.waitUntil(lambda: str(case) in app.status)


def _view(app: AppFixture) -> CaseView:
    view = app.window.current_view()
    assert view is not None
    return view


def _change(session: Session) -> None:
    session.editor.set_subject("Otro asunto")
    session.editor.set_note_text("Una nota")
    session.editor.add_note()
    session.editor.set_note_text("Otra nota")
    session.editor.add_note()
    session.editor.set_tag_text("urgente")
    session.editor.add_tag()
    session.editor.remove_tag("app")
    session.editor.set_value("plan", "Pyme")
    session.editor.set_value("encuesta", "")
    for name in ("note", " talle ", "state", "", "plan"):
        session.editor.set_row(None, Row(name, "alta"))


def _menus(app: AppFixture) -> Iterator[Scene]:
    view = _view(app)
    for menu in app.window.menuBar().findChildren(QMenu):
        yield "menu", menu
    grid = view.findChildren(AttributeGrid)[0]
    for button in grid.findChildren(QPushButton):
        if menu := button.menu():
            menu.aboutToShow.emit()
            yield "more", menu
    for table in (grid.findChildren(AttributeTable)[0], app.window.findChildren(ContactTree)[0]):
        table.setCurrentIndex(table.model().index(0, 0))
        table.customContextMenuRequested.emit(QPoint(5, 5))
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu)
        yield "context menu", popup
        popup.close()


def _dialogs(qtbot: QtBot, app: AppFixture) -> Iterator[Scene]:
    window, view = app.window, _view(app)
    view.review()
    yield _dialog()
    window.dialogs.sign_in()
    yield _dialog()
    template = Template("9", "{contact.name} {contact.nam} {attribute.sin}", ("9",), {"note": "9", "plan": "9"})
    window.templates.keep((template,))
    window.template_dialogs.put_in(app.session)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    choices = dialog.findChildren(QAbstractItemView)[0]
    qtbot.waitUntil(lambda: choices.model().rowCount() > 0)
    yield _dialog()
    window.template_dialogs.manage()
    yield _dialog()
    grid = view.findChildren(AttributeGrid)[0]
    grid.paste("plan\tEmpresa\nsucursal\tCentro", (0, 0))
    yield _dialog()
    bulk = BulkTextDialog(app.session, window)
    bulk.open()
    bulk.findChildren(QPlainTextEdit)[0].appendPlainText("no\nruta=C:\\pc\nplan=9\nplan=9")
    next(each for each in bulk.findChildren(QPushButton) if each.isVisible()).click()
    yield "bulk text", bulk
    bulk.reject()
    asked = QApplication.activeModalWidget()
    assert asked is not None
    yield "text not applied", asked
    entries = [entry for menu in window.menuBar().actions() for entry in entries_of(_menu(menu))]
    Palette(entries, lambda _: [], window).open()
    yield _dialog()
    leave(window, [app.session], lambda: None)
    yield _dialog()
    explain_newer(window)
    newer = QApplication.activeModalWidget()
    assert isinstance(newer, QDialog)
    newer.finished.disconnect()
    yield _dialog()
    about = _menu(window.menuBar().actions()[-1]).actions()[-1]
    about.trigger()
    yield _dialog()


def _menu(action: QAction) -> QMenu:
    menu = action.menu()
    assert isinstance(menu, QMenu)
    return menu


def _dialog() -> Scene:
    """Return the open dialog, after closing the one before."""
    for other in [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]:
        if other is not QApplication.activeModalWidget():
            other.done(0)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog.windowTitle(), dialog


def _close_dialogs() -> None:
    while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
        dialog.done(0)  # closing may ask


def _lists(qtbot: QtBot, app: AppFixture) -> Iterator[Scene]:
    _close_dialogs()
    window = app.window
    yield "recent", window
    window.panes.search_cases()
    yield "filters", window
    pane = window.findChildren(SearchPane)[0]
    pane.search()
    qtbot.waitUntil(lambda: pane.model.as_of is not None and not pane.model.is_looking)
    yield "found", window


def _outcomes(qtbot: QtBot, app: AppFixture, server: DemoServer) -> Iterator[Scene]:
    window, session = app.window, app.session
    colleague(server, 210, subject="theirs", plan="theirs")
    for number in list(session.edit.rows):
        session.editor.set_row(number, Row())
    submit(qtbot, session)
    _view(app).prompts.questions.open()
    yield "conflicts", window
    next(each for each in window.findChildren(ConflictGroup) if each.isVisible()).put_off.emit()
    yield "to be decided", window
    _open(qtbot, app, 203)
    app.session.editor.set_note_text("Una nota")
    submit(qtbot, app.session)
    yield "stored", window
    window.dialogs.show_history()
    history = QApplication.activeModalWidget()
    assert history is not None
    qtbot.waitUntil(lambda: history.findChildren(QAbstractItemView)[0].model().rowCount() > 0)
    yield _dialog()
    _close_dialogs()
    _open(qtbot, app, 9007)
    app.workspace.opener.open_text("9001")
    qtbot.waitUntil(lambda: not app.session.is_reading)
    yield "not opened", window
    _close_dialogs()
    yield from _batches(app)


def _batches(app: AppFixture) -> Iterator[Scene]:
    """Show a batch in each state, with all parts unfolded."""
    for name, make in SAMPLES.items():
        page = show_page(app.window, app.workspace, *make())
        yield name, app.window
        for part in page.findChildren(FoldingPart):
            part.unfold(is_open=True)
        yield f"{name}, unfolded", app.window
        app.window.tabs.remove_page(page)
    page = show_page(app.window, app.workspace, *SAMPLES["batch-draft"]())
    dialog = TableDialog(app.workspace.worker, Path("9"), (), page)
    dialog.open()
    dialog.show_table(TABLE, guessed_uses(TABLE))
    yield _dialog()
    _close_dialogs()
    app.window.tabs.remove_page(page)


# Texts.


def texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """Yield each text seen or read out, with a description of its widget."""
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.isVisible() or widget is root:
            what = f"{type(widget).__name__} in {type(widget.parent()).__name__}"
            for text in _said(widget):
                if text:
                    yield what, plain(text)
    for action in _actions(root):
        yield "action", plain(action.text())
        yield "action's tip", plain(action.toolTip())


def _said(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if read := QAccessible.queryAccessibleInterface(widget):
        yield read.text(QAccessible.Text.Name)
        yield read.text(QAccessible.Text.Description)
    if widget.isWindow() or isinstance(widget, QDockWidget):
        yield widget.windowTitle().replace("[*]", "")
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QGroupBox):
        yield widget.title()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
        yield from (widget.tabToolTip(place) for place in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView) and widget.model():
        yield from _cells(widget.model(), QModelIndex())
    if isinstance(widget, QHeaderView) and widget.orientation() is Qt.Orientation.Horizontal:
        for column in range(widget.count()):
            yield from (str(widget.model().headerData(column, widget.orientation(), role) or "") for role in _ROLES)


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(min(model.rowCount(parent), 300)):
        # QAbstractListModel.columnCount is private.
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
            index = model.index(row, column, parent)
            yield from (str(model.data(index, role) or "") for role in _ROLES)
        yield from _cells(model, model.index(row, 0, parent))


def _actions(root: QWidget) -> Iterator[QAction]:
    for action in root.actions():
        yield action
        if (menu := action.menu()) and isinstance(menu, QMenu):
            yield from _actions(menu)


def plain(text: str) -> str:
    """Return a text without tooltip markup or mnemonics."""
    text = html.unescape(re.sub(r"</?(p|br)/?>", "\n", text)) if text.startswith("<p>") else text
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
