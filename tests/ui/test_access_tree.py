"""The accessibility tree of windows and dialogs: no nameless control, focus trap, or duplicate shortcut or mnemonic.

Covers each dialog and pane; the fixture `language` chooses a language.
"""

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from caseeditor.domain.editing.bulk_edit import Overwritten
from caseeditor.domain.editing.edit import Row
from caseeditor.ui.account.sign_in_dialog import SignInDialog
from caseeditor.ui.case.attributes.paste.bulk_text_dialog import BulkTextDialog
from caseeditor.ui.case.attributes.paste.paste_preview import PastePreview
from caseeditor.ui.main_window.main_window import MainWindow
from tests.ui.parts import AppFixture, line, opened, press, view
from tests.ui.test_access import nameless

Role = QAccessible.Role
CONTROLS = {
    *(Role.PushButton, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText, Role.SpinBox),
    *(Role.List, Role.Table, Role.Tree, Role.PageTabList, Role.PageTab, Role.ProgressBar, Role.MenuItem, Role.Button),
    *(Role.ButtonMenu, Role.ButtonDropDown, Role.Dialog),
}
_MOST = 4_000
"""Maximum number of objects visited in a tree."""


def trigger(window: MainWindow, text: str) -> None:
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
        for action in menu.actions():
            if action.text() == text:
                action.trigger()
                return
    raise LookupError(text)


def by_menu(text: str) -> Callable[[MainWindow, AppFixture], None]:
    return lambda window, _: trigger(window, text)


def review(window: MainWindow, _: AppFixture) -> None:
    line("Subject", window).setText("changed")
    press("Review changes", window)


def sign_in(window: MainWindow, _: AppFixture) -> None:
    SignInDialog("https://example.org", "The token is refused.", window).open()


def bulk_text(window: MainWindow, app: AppFixture) -> None:
    BulkTextDialog(app.session, window).open()


def paste(window: MainWindow, _: AppFixture) -> None:
    PastePreview((Overwritten("plan", "a", "b"),), 3, window).open()


def palette(window: MainWindow, _: AppFixture) -> None:
    from caseeditor.ui.main_window.menus.command_palette import Palette  # noqa: PLC0415 - seldom needed
    from caseeditor.ui.widgets.lists.entry_list import Entry  # noqa: PLC0415 - as above

    Palette([Entry("Open case", "Ctrl+L", lambda: None)], lambda _: [], window).open()


DIALOGS: dict[str, Callable[[MainWindow, AppFixture], None]] = {
    "preferences": by_menu("Preferences…"),
    "shortcuts": by_menu("Shortcuts…"),
    "diagnostics": by_menu("Diagnostics…"),
    "places": by_menu("Data folders…"),
    "limits": by_menu("Known limitations…"),
    "about": by_menu("About Case Editor"),
    "templates": by_menu("Templates…"),
    "put in template": by_menu("Insert template…"),
    "history": by_menu("History…"),
    "review": review,
    "sign in": sign_in,
    "bulk text": bulk_text,
    "paste": paste,
    "palette": palette,
}


@pytest.fixture(params=DIALOGS)
def dialog(request: pytest.FixtureRequest, window: MainWindow, app: AppFixture) -> Iterator[QDialog]:
    """Show each dialog in turn."""
    DIALOGS[request.param](window, app)
    shown = [each for each in window.findChildren(QDialog) if each.isVisible()]
    assert len(shown) == 1
    yield shown[0]
    if isValid(shown[0]):
        shown[0].reject()


def objects(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield all objects of a tree that are on screen, without the cells of large tables."""
    waiting, seen = [root], 0
    while waiting and seen < _MOST:
        here = waiting.pop()
        if here is None or not here.isValid() or here.state().invisible:
            continue
        seen += 1
        yield here
        many = here.role() in (Role.Table, Role.List, Role.Tree) and here.childCount() > 200
        waiting.extend(here.child(place) for place in range(0 if many else here.childCount()))


def unnamed(widget: QWidget) -> list[str]:
    """Name the controls of a tree that have no name."""
    found = []
    for each in objects(QAccessible.queryAccessibleInterface(widget)):
        thing = each.object()
        is_part = isinstance(thing, QTabBar | QTabWidget) or _is_inside(thing, QComboBox)
        is_separator = each.role() is Role.MenuItem and not each.state().focusable
        named = each.text(QAccessible.Text.Name).strip() or each.role() is Role.ComboBox
        if each.role() in CONTROLS and not named and not is_part and not is_separator:
            found.append(f"{each.role().name} {thing}")
    return found


def _is_inside(thing: object, kind: type[QWidget]) -> bool:
    parent = thing.parent() if isinstance(thing, QWidget) else None
    while parent is not None and not isinstance(parent, kind):
        parent = parent.parent()
    return parent is not None


def stops(inside: QWidget, most: int = 120) -> list[QWidget]:
    """Press Tab until the focus is back, and return the widgets visited."""
    reached: list[QWidget] = []
    for _ in range(most):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in reached:
            return reached
        reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    raise AssertionError(f"the focus does not come round in {inside}: {reached[-1]}")


def wanted_stops(inside: QWidget) -> list[QWidget]:
    """Return the widgets that Tab should reach."""
    return [
        each
        for each in inside.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.window() is inside
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not each.focusProxy()
        and not isinstance(each, QScrollArea)
        and not _is_inside(each, QComboBox)
    ]


# Dialogs.


def test_no_control_of_a_dialog_is_without_a_name(dialog: QDialog) -> None:
    pages = dialog.findChildren(QTabWidget)
    for place in range(pages[0].count() if pages else 1):
        if pages:
            pages[0].setCurrentIndex(place)
        assert list(nameless(dialog)) == []
        assert unnamed(dialog) == []


def test_a_dialog_has_a_title(dialog: QDialog) -> None:
    assert dialog.windowTitle()
    assert QAccessible.queryAccessibleInterface(dialog).text(QAccessible.Text.Name)


def test_tab_goes_round_in_a_dialog_and_leaves_nothing_out(qtbot: QtBot, dialog: QDialog) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    reached = stops(dialog)
    missed = [each for each in wanted_stops(dialog) if each not in reached]
    assert missed == []
    assert all(each.window() is dialog for each in reached)


def test_escape_closes_a_dialog(qtbot: QtBot, dialog: QDialog) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_no_letter_of_a_dialog_stands_for_two(dialog: QDialog) -> None:
    if isinstance(dialog, QMessageBox):
        return
    for page in dialog.findChildren(QScrollArea):
        letters = Counter(letter for label in page.findChildren(QWidget) if (letter := mnemonic(label)))
        assert [letter for letter, count in letters.items() if count > 1] == []


def mnemonic(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    if not callable(text) or isinstance(widget, QLineEdit | QPlainTextEdit):
        return ""
    return QKeySequence.mnemonic(str(text())).toString()


# The window.


def test_no_control_of_the_window_is_without_a_name(window: MainWindow) -> None:
    assert unnamed(window) == []


def test_no_control_of_a_pane_is_without_a_name(qtbot: QtBot, app: AppFixture) -> None:
    """The queue, search with filters and results, recent cases, drafts, the outbox, the conversation."""
    opened(qtbot, app, 210)
    app.session.editor.set_row(None, Row("prioridad", "alta"))
    window = app.window
    tabs = window.panes.lists.findChildren(QTabBar)[0]
    assert tabs.count() == 4
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        assert unnamed(window.panes.lists) == []
    qtbot.waitUntil(lambda: app.session.conversation.is_there)
    trigger(window, "Notes and conversation")
    for name in ("Filter attributes", "Search conversation"):
        line(name, window).setText("a")  # each may show a button to clear it
    assert unnamed(window) == []
    assert list(nameless(window)) == []
    press("Clear filter", window)
    assert line("Filter attributes", window).text() == ""


def test_cells_say_name_value_and_state(window: MainWindow, app: AppFixture) -> None:
    """The name of a cell is its text; its description is the rest."""
    app.session.editor.set_row(None, Row("prioridad", "alta"))
    table = view("Attributes", window)
    cells = [each for each in objects(QAccessible.queryAccessibleInterface(table)) if each.role() is Role.Cell]
    said = {(each.text(QAccessible.Text.Name), each.text(QAccessible.Text.Description)) for each in cells}
    assert {("prioridad", "new"), ("alta", "prioridad: new"), ("", "prioridad: new")} <= said


def test_the_editor_of_a_cell_says_whose_value_it_is_and_is_within_the_window(
    window: MainWindow, app: AppFixture
) -> None:
    """Qt lists only cells below a table; a screen reader reaches the editor by the focus, and goes up from there."""
    app.session.editor.set_row(None, Row("prioridad", "alta"))
    table = view("Attributes", window)
    index = table.model().index(table.model().rowCount() - 2, 1)
    table.setCurrentIndex(index)
    table.edit(index)
    focused = QApplication.focusWidget()
    assert focused is not None
    here = QAccessible.queryAccessibleInterface(focused)
    assert (here.role(), here.text(QAccessible.Text.Name)) == (Role.EditableText, "Value of prioridad")
    above = []
    while here.object() is not window:
        here = here.parent()
        above.append(here.object())
    assert table in above


def test_no_shortcut_of_the_menus_is_there_twice(window: MainWindow) -> None:
    counted = Counter(
        keys.toString() for menu in window.findChildren(QMenu) for each in menu.actions() for keys in each.shortcuts()
    )
    assert len(counted) >= 20
    assert [keys for keys, count in counted.items() if count > 1] == []


def test_no_letter_of_the_menu_bar_stands_for_two_menus(window: MainWindow) -> None:
    letters = Counter(QKeySequence.mnemonic(each.text()).toString() for each in window.menuBar().actions())
    assert "" not in letters
    assert set(letters.values()) == {1}


def test_no_shortcut_uses_altgr_or_alt_and_a_letter(window: MainWindow) -> None:
    for menu in window.findChildren(QMenu):
        for action in menu.actions():
            for keys in action.shortcuts():
                assert "Alt+" not in keys.toString(), action.text()


def test_the_focus_goes_from_top_to_bottom_in_a_case(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitActive(window)
    line("Subject", window).setFocus()
    names = []
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        if not isinstance(focused, QTabBar):
            names.append(QAccessible.queryAccessibleInterface(focused).text(QAccessible.Text.Name))
        window.focusNextChild()
    order = [
        "Subject",
        "Tags",
        "Remove tag spam",
        "New tag",
        "Add tag",
        "Search notes",
        "Notes",
        "New note",
        "Add note",
    ]
    order += ["Filter attributes", "More for attributes", "Attributes", "Review changes", "Submit"]
    order += ["Contact and profiles"]
    assert list(dict.fromkeys(name for name in names if name in order)) == order
