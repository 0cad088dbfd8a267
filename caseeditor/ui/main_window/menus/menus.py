"""The menus and their shortcuts. No shortcut uses AltGr (Ctrl+Alt) or Alt and a letter."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from caseeditor.ui.application.installation import Installed
from caseeditor.ui.application.resources import icon
from caseeditor.ui.case.handing_on.copy_menu import add_copy_actions
from caseeditor.ui.help.help_menu import HelpMenu
from caseeditor.ui.main_window.menus.edit_actions import EditActions
from caseeditor.ui.main_window.menus.template_menu import TemplateMenu
from caseeditor.ui.main_window.menus.view_menu import ViewMenu
from caseeditor.ui.main_window.parts import WindowParts
from caseeditor.ui.messages.message import Message
from caseeditor.ui.messages.texts import undo_words
from caseeditor.ui.state.workspace import Workspace
from caseeditor.ui.widgets.fields.field_menu import REDO, REDO_KEYS, UNDO

if TYPE_CHECKING:
    from caseeditor.ui.case.case_view import CaseView
    from caseeditor.ui.state.session import Session

Theme = QIcon.ThemeIcon
Drawn = tuple[str, Theme]
"""The name of the program's own icon, and the theme's icon that replaces it where there is one."""


class Menus(QObject):
    """The actions of the window. Those of a case are enabled while one is shown."""

    def __init__(
        self,
        window: QMainWindow,
        parts: WindowParts,
        workspace: Workspace,
        installed: Installed,
        say: Callable[[Message], None],
    ) -> None:
        """`say` shows a message in Status."""
        super().__init__(window)
        self._window = window
        self._parts = parts
        self._workspace = workspace
        self._installed = installed
        self._say = say
        self._of_case: list[QAction] = []
        self._of_tab: list[QAction] = []
        self._drawn: dict[QAction, Drawn] = {}
        bar = window.menuBar()
        file, edit = bar.addMenu(self.tr("&File")), bar.addMenu(self.tr("&Edit"))
        self._fill_file(file)
        self._fill_edit(edit)
        for menu in (file, edit):
            menu.aboutToShow.connect(lambda menu=menu: self._draw(menu))
        self._fill_view(bar.addMenu(self.tr("&View")))
        self._fill_go(bar.addMenu(self.tr("&Go")))
        self._fill_cases(bar.addMenu(self.tr("&Cases")))
        HelpMenu(bar.addMenu(self.tr("&Help")), window, workspace, installed)
        self.show_session(None)
        workspace.account.changed.connect(self._on_account)

    def show_session(self, session: "Session | None") -> None:
        """Follow the session that is shown."""
        for action in self._of_case:
            action.setEnabled(session is not None)
        for action in self._of_tab:
            action.setEnabled(self._parts.tabs.has_tabs)
        self._templates.set_enabled(session is not None)
        self._discard_all.setEnabled(session is not None and bool(session.list_changes()))
        undo = session.editor.undo_stack.undo_key if session else None
        redo = session.editor.undo_stack.redo_key if session else None
        self._undo.setEnabled(undo is not None)
        self._redo.setEnabled(redo is not None)
        self._undo.setText(self.tr("Undo {0}").format(undo_words(undo)) if undo else self.tr("Undo"))
        self._redo.setText(self.tr("Redo {0}").format(undo_words(redo)) if redo else self.tr("Redo"))

    def _on_account(self) -> None:
        self._sign_out.setEnabled(self._workspace.account.has_token)

    def _draw(self, menu: QMenu) -> None:
        """Set the icons of a menu as it opens, since the theme may have changed."""
        for action in menu.actions():
            if action in self._drawn:
                name, theme = self._drawn[action]
                action.setIcon(icon(name, menu.palette(), theme))

    def _fill_file(self, menu: QMenu) -> None:
        dialogs = self._parts.dialogs
        self._add(menu, self.tr("Open case"), self._begin_entry, "Ctrl+L", ("open", Theme.DocumentOpen))
        self._add_of_case(menu, self.tr("Reload case"), self._reload, "F5", ("reload", Theme.ViewRefresh))
        close = self._add(menu, self.tr("Close case"), self._close, "Ctrl+W", ("close", Theme.WindowClose))
        self._of_tab.append(close)
        self._add_of_case(menu, self.tr("Save as PDF…"), self.save_pdf)
        self._add_of_case(menu, self.tr("Print…"), self.print_case, "Ctrl+P")
        menu.addSeparator()
        self._add(menu, self.tr("History…"), dialogs.show_history, "Ctrl+H")
        self._add(menu, self.tr("Others’ drafts and submissions…"), dialogs.show_others)
        menu.addSeparator()
        self._add(menu, self.tr("Sign in…"), dialogs.sign_in, None, ("sign-in", Theme.DialogPassword))
        sign_out = self._workspace.account.sign_out
        self._sign_out = self._add(menu, self.tr("Sign out"), sign_out, None, ("sign-out", Theme.SystemLogOut))
        self._sign_out.setEnabled(False)
        move = self._add(menu, self.tr("This server moved…"), dialogs.move_server)
        move.setEnabled(not self._installed.is_demo)
        menu.addSeparator()
        quit_action = self._add(menu, self.tr("Quit"), self._window.close, "Ctrl+Q", ("quit", Theme.ApplicationExit))
        quit_action.setMenuRole(QAction.MenuRole.QuitRole)

    def _fill_edit(self, menu: QMenu) -> None:
        self._undo = self._add(menu, self.tr("Undo"), self._undo_step, "Ctrl+Z", ("undo", Theme.EditUndo))
        self._redo = self._add(menu, self.tr("Redo"), self._redo_step, None, ("redo", Theme.EditRedo))
        self._redo.setShortcuts([QKeySequence(each) for each in REDO_KEYS])
        self._undo.setObjectName(UNDO)  # the context menus of fields find them by name
        self._redo.setObjectName(REDO)
        menu.addSeparator()
        EditActions(menu)
        menu.addSeparator()
        self._of_case += add_copy_actions(menu, self._parts.tabs.current_session)
        menu.addSeparator()
        self._add_of_case(menu, self.tr("Find in case"), self._find, "Ctrl+F")
        self._add_of_case(menu, self.tr("Insert template…"), self._put_in_template, "Ctrl+T")
        keyed = menu.addMenu(self.tr("Insert template by number"))
        self._templates = TemplateMenu(keyed, self._parts.tabs, self._parts.templates)
        self._add(menu, self.tr("Templates…"), self._parts.templates.manage)
        menu.addSeparator()
        drawn = "discard", Theme.EditDelete
        self._discard_all = self._add(menu, self.tr("Discard changes"), self._discard, None, drawn)
        self._add_of_case(
            menu, self.tr("Review changes"), self._review, "Ctrl+R", ("review", Theme.DocumentPrintPreview)
        )
        submit = self._add_of_case(
            menu, self.tr("Submit"), self._parts.submitting.submit, None, ("submit", Theme.MailSend)
        )
        submit.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        submit_next = self._add_of_case(menu, self.tr("Submit and next"), self._parts.submitting.submit_and_next)
        submit_next.setShortcuts([QKeySequence("Ctrl+Shift+Return"), QKeySequence("Ctrl+Shift+Enter")])
        for action in (submit, submit_next):
            action.setAutoRepeat(False)  # a key held down submits once
        menu.addSeparator()
        preferences = self._add(menu, self.tr("Preferences…"), self._parts.dialogs.show_preferences, "Ctrl+,")
        preferences.setMenuRole(QAction.MenuRole.PreferencesRole)

    def _fill_view(self, menu: QMenu) -> None:
        menu.addAction(self._parts.panes.lists_dock.toggleViewAction())
        menu.addAction(self._parts.panes.outbox_dock.toggleViewAction())
        menu.addSeparator()
        ViewMenu(menu, self._workspace, self._installed.locked, self._say)

    def _fill_go(self, menu: QMenu) -> None:
        tabs, panes = self._parts.tabs, self._parts.panes
        self._add(menu, self.tr("Command palette…"), self._show_palette, "Ctrl+K")
        menu.addSeparator()
        for text, does, *keys in (  # second shortcuts, because AZERTY needs Shift for a digit
            (self.tr("Subject"), lambda view: view.focus_subject(), "Ctrl+1", "Ctrl+Shift+S"),
            (self.tr("New tag"), lambda view: view.focus_new_tag(), "Ctrl+2", "Ctrl+Shift+T"),
            (self.tr("New note"), lambda view: view.focus_new_note(), "Ctrl+3", "Ctrl+Shift+N"),
            (self.tr("New attribute"), lambda view: view.begin_attribute(), "Ctrl+4", "Ctrl+Shift+A"),
        ):
            action = self._add_of_case(menu, text, partial(self._with_view, does))
            action.setShortcuts([QKeySequence(each) for each in keys])
            self._templates.share_keys(action, int(keys[0][-1]))
        menu.addSeparator()
        for text, step, key in ((self.tr("Next tab"), 1, "Ctrl+PgDown"), (self.tr("Previous tab"), -1, "Ctrl+PgUp")):
            self._of_tab.append(self._add(menu, text, partial(tabs.step, step), key))
        self._add_of_case(menu, self.tr("Notes and conversation"), self._show_conversation, "Ctrl+M")
        show_all = partial(self._with_view, lambda view: view.show_all())
        self._add_of_case(menu, self.tr("All messages and notes"), show_all, "Ctrl+Shift+M")
        menu.addSeparator()
        self._add(menu, self.tr("Search for cases"), panes.search_cases, "Ctrl+Shift+F")
        for text, step, key in ((self.tr("Next case"), 1, "F8"), (self.tr("Previous case"), -1, "Shift+F8")):
            action = self._add(menu, text, partial(self._step, step), key)
            action.setAutoRepeat(False)  # a key held down would open a case each time
        self._add(menu, self.tr("Refresh list"), panes.lists.refresh, "Shift+F5")

    def _fill_cases(self, menu: QMenu) -> None:
        batches, is_allowed = self._parts.batches, self._workspace.settings.batches
        for text, does, key in (
            (self.tr("Change many cases…"), batches.make, "Ctrl+B"),
            (self.tr("Open batch…"), batches.choose, None),
            (self.tr("Open plan from file…"), batches.import_plan, None),
        ):
            self._add(menu, text, does, key).setVisible(is_allowed)
        menu.menuAction().setVisible(is_allowed)

    def _add(
        self, menu: QMenu, text: str, does: Callable[[], object], keys: str | None = None, drawn: Drawn | None = None
    ) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(does)
        if keys:
            action.setShortcut(QKeySequence(keys))
        if drawn:
            self._drawn[action] = drawn
        return action

    def _add_of_case(
        self, menu: QMenu, text: str, does: Callable[[], object], keys: str | None = None, drawn: Drawn | None = None
    ) -> QAction:
        action = self._add(menu, text, does, keys, drawn)
        self._of_case.append(action)
        return action

    def _with_session(self, does: "Callable[[Session], None]") -> None:
        if view := self._parts.tabs.current():
            does(view.session)

    def _with_view(self, does: "Callable[[CaseView], None]") -> None:
        if view := self._parts.tabs.current():
            does(view)

    def _begin_entry(self) -> None:
        self._parts.panes.show_lists()
        self._parts.address.begin_entry()

    def _step(self, step: int) -> None:
        self._parts.panes.lists.step(step)

    def _find(self) -> None:
        self._with_view(lambda view: view.find_in_case())

    def _show_palette(self) -> None:
        from caseeditor.ui.main_window.menus.command_palette import show_palette  # noqa: PLC0415 - seldom needed, not at start

        show_palette(self._window, self._parts, self._workspace)

    def _undo_step(self) -> None:
        self._with_session(lambda session: session.editor.undo())

    def _redo_step(self) -> None:
        self._with_session(lambda session: session.editor.redo())

    def _discard(self) -> None:
        self._with_session(lambda session: session.editor.discard())

    def _reload(self) -> None:
        self._with_session(lambda session: session.load())

    def _close(self) -> None:
        if view := self._parts.tabs.current():
            self._parts.closing.close_session(view.session)
        else:
            self._parts.tabs.close_current()

    def save_pdf(self) -> None:
        """Ask for a file, and save the case in front as PDF."""
        from caseeditor.ui.case.handing_on.pdf import save_pdf  # noqa: PLC0415 - seldom needed, not at start

        self._with_session(lambda session: save_pdf(session, self._window, self._say))

    def print_case(self) -> None:
        """Open the print dialog for the case in front."""
        from caseeditor.ui.case.handing_on.printing import print_case  # noqa: PLC0415 - seldom needed, not at start

        self._with_session(lambda session: print_case(session, self._window, self._say))

    def _review(self) -> None:
        if view := self._parts.tabs.current():
            view.review()

    def _put_in_template(self) -> None:
        if view := self._parts.tabs.current():
            view.commit_open_editors()
            self._parts.templates.put_in(view.session)

    def _show_conversation(self) -> None:
        if view := self._parts.tabs.current():
            view.show_conversation()
