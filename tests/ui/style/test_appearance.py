"""Themes, text size, focus and motion follow settings and system; all text has enough contrast."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QColor, QFont, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from caseeditor.domain.local.settings import Settings
from caseeditor.ui.application.resources import application_icon, folder
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.messages.message import Severity
from caseeditor.ui.messages.severity_colour import severity_colour, severity_ground
from caseeditor.ui.preferences.option_names import THEMES
from caseeditor.ui.style import colour_roles, theme
from caseeditor.ui.style.appearance import SIZES, Looks, next_size
from caseeditor.ui.style.colour import contrast
from caseeditor.ui.style.flat_style import FlatStyle
from caseeditor.ui.style.focus import Ring
from caseeditor.ui.widgets import busy_bar
from tests.ui.parts import AppFixture, find, key, line, view

Role, Group = QPalette.ColorRole, QPalette.ColorGroup
Ctrl = Qt.KeyboardModifier.ControlModifier
READABLE = 4.5
PAIRS = [
    (Role.Text, Role.Base),
    (Role.Text, Role.AlternateBase),
    (Role.WindowText, Role.Window),
    (Role.ButtonText, Role.Button),
    (Role.HighlightedText, Role.Highlight),
    (Role.PlaceholderText, Role.Base),
    (Role.ToolTipText, Role.ToolTipBase),
    (Role.Link, Role.Base),
    (Role.Link, Role.Window),
    (Role.LinkVisited, Role.Base),
]


@pytest.fixture
def looks(qapp: QApplication) -> Iterator[Looks]:
    """Apply settings for the length of a test."""
    font = QFont(qapp.font())
    made = Looks(qapp)
    yield made
    made.apply(Settings(theme="light"))
    qapp.focusChanged.disconnect(made.ring.follow)
    made.deleteLater()
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Unknown)
    qapp.setStyle(FlatStyle())
    qapp.setPalette(QPalette())
    qapp.setFont(font)


@pytest.fixture
def following(app: AppFixture, looks: Looks) -> AppFixture:
    """Apply the window's settings to its appearance."""
    looks.apply(app.workspace.settings)
    app.workspace.settings_store.changed.connect(lambda: looks.apply(app.workspace.settings))
    return app


def actions(window: MainWindow) -> dict[str, QAction]:
    return {action.text(): action for action in window.findChildren(QAction)}


# Colours.


@pytest.mark.parametrize("chosen", THEMES)
@pytest.mark.parametrize("pair", PAIRS)
def test_every_text_can_be_read(
    qapp: QApplication, looks: Looks, chosen: str, pair: tuple[QPalette.ColorRole, QPalette.ColorRole]
) -> None:
    looks.apply(Settings(theme=chosen))
    for group in (Group.Active, Group.Inactive):
        written, behind = (qapp.palette().color(group, role) for role in pair)
        assert written.alpha() == 255
        assert contrast(written, behind) >= READABLE, (written.name(), behind.name())


@pytest.mark.parametrize("chosen", THEMES)
@pytest.mark.parametrize("severity", list(Severity))
def test_a_mark_can_be_read_on_all_that_it_stands_on(
    qapp: QApplication, looks: Looks, chosen: str, severity: Severity
) -> None:
    """Symbols appear on the base, on tinted cards and messages, and on a selected card."""
    looks.apply(Settings(theme=chosen))
    palette = qapp.palette()
    base, colour = palette.color(Role.Base), severity_colour(palette, severity)
    selected = QColor(colour_roles.roles_of(palette).accent_soft)
    for behind in (base, palette.color(Role.Window), severity_ground(palette, severity), selected):
        assert contrast(colour, behind) >= READABLE, behind.name()


@pytest.mark.parametrize("chosen", THEMES)
def test_what_steps_back_can_still_be_read(qapp: QApplication, looks: Looks, chosen: str) -> None:
    looks.apply(Settings(theme=chosen))
    palette = qapp.palette()
    base = palette.color(Role.Base)
    selected = QColor(colour_roles.roles_of(palette).accent_soft)
    for behind in (base, palette.color(Role.Window), selected):
        assert contrast(theme.muted(palette), behind) >= READABLE, behind.name()


def test_with_high_contrast_all_is_black_and_white(qapp: QApplication, looks: Looks) -> None:
    looks.apply(Settings(theme="contrast"))
    palette = qapp.palette()
    for written in (Role.Text, Role.WindowText, Role.ButtonText):
        assert contrast(palette.color(written), palette.color(Role.Window)) == pytest.approx(21)
    assert qapp.style().name() != "windows"


@pytest.mark.parametrize("dark", [False, True])
def test_in_high_contrast_a_hint_does_not_look_like_a_value(qapp: QApplication, dark: bool) -> None:
    palette = theme.colours("contrast", qapp.palette(), dark=dark, wants_contrast=False)
    hint, value, base = (palette.color(role) for role in (Role.PlaceholderText, Role.Text, Role.Base))
    assert contrast(hint, value) >= 2
    assert contrast(hint, base) >= 7


@pytest.mark.parametrize("dark", [False, True])
def test_high_contrast_follows_light_and_dark(qapp: QApplication, dark: bool) -> None:
    palette = theme.colours("contrast", qapp.palette(), dark=dark, wants_contrast=False)
    assert colour_roles.is_dark(palette) is dark


def test_a_system_that_asks_for_contrast_gets_it_unless_a_theme_is_chosen() -> None:
    assert theme.is_stark("", wants_contrast=True) is (sys.platform != "win32")  # there the colours are the user's
    assert theme.is_stark("contrast", wants_contrast=False)
    assert not theme.is_stark("", wants_contrast=False)
    assert not theme.is_stark("dark", wants_contrast=True)


def test_in_high_contrast_of_windows_the_users_colours_stay_unless_they_are_hard_to_read() -> None:
    platform = QPalette()
    platform.setColor(Role.Text, QColor("black"))
    platform.setColor(Role.Base, QColor("white"))
    platform.setColor(Role.PlaceholderText, QColor(0, 0, 0, 100))
    platform.setColor(Role.Link, QColor("#ffb000"))
    platform.setColor(Role.Window, QColor("white"))
    platform.setColor(Role.LinkVisited, QColor("#551a8b"))
    mended = theme.corrected(platform)
    assert mended.isBrushSet(Group.Active, Role.PlaceholderText)
    assert contrast(mended.color(Role.Link), QColor("white")) >= READABLE
    assert not mended.isBrushSet(Group.Active, Role.LinkVisited)
    assert not mended.isBrushSet(Group.Active, Role.Text)


def test_a_theme_is_chosen_in_the_menu_and_remembered(qapp: QApplication, qtbot: QtBot, following: AppFixture) -> None:
    chosen = actions(following.window)
    choices = (("Dark", "dark", True), ("Light", "light", False), ("High contrast", "contrast", False))
    for text, name, is_dark in choices:
        chosen[text].trigger()
        assert colour_roles.is_dark(qapp.palette()) is is_dark
        entry = line("Case id or link", following.window)
        qtbot.waitUntil(lambda: colour_roles.is_dark(entry.palette()) is is_dark)  # noqa: B023 - waited for right here
        assert following.workspace.settings.theme == name
        assert [each for each in ("System", "Dark", "Light", "High contrast") if chosen[each].isChecked()] == [text]


def test_a_theme_that_was_left_leaves_nothing_behind(qapp: QApplication, looks: Looks) -> None:
    looks.apply(Settings(theme="light"))
    light = QPalette(qapp.palette())
    for chosen in ("contrast", "dark", "contrast", "light"):
        looks.apply(Settings(theme=chosen))
    assert qapp.palette() == light
    assert type(qapp.style()) is FlatStyle


# Text size.


def test_text_grows_and_shrinks_by_keys_everywhere_and_is_remembered(
    qapp: QApplication, qtbot: QtBot, following: AppFixture
) -> None:
    window, workspace = following.window, following.workspace
    before, entry = qapp.font().pointSizeF(), line("Case id or link", window)

    def is_grown(share: float) -> bool:
        return entry.font().pointSizeF() == pytest.approx(before * share)

    key(Qt.Key.Key_Plus, Ctrl)
    assert workspace.settings.text_size == 110
    qtbot.waitUntil(lambda: is_grown(1.1))
    assert following.status == "Text size: 110 %"
    key(Qt.Key.Key_Equal, Ctrl)
    assert workspace.settings.text_size == 125
    key(Qt.Key.Key_Minus, Ctrl)
    key(Qt.Key.Key_Minus, Ctrl)
    key(Qt.Key.Key_Minus, Ctrl)
    qtbot.waitUntil(lambda: is_grown(0.9))
    key(Qt.Key.Key_0, Ctrl)
    assert workspace.settings.text_size == 100
    qtbot.waitUntil(lambda: is_grown(1))


def test_sizes_end_where_they_end() -> None:
    assert next_size(SIZES[-1], 1) == SIZES[-1]
    assert next_size(SIZES[0], -1) == SIZES[0]
    assert next_size(130, 1) == 150
    assert next_size(130, -1) == 125


def test_what_is_as_high_as_its_text_follows_the_text(qtbot: QtBot, following: AppFixture, window: MainWindow) -> None:
    table, note = view("Attributes", window), line("Subject", window)
    rows, subject = table.visualRect(table.model().index(0, 0)).height(), note.font().pointSizeF()
    following.workspace.settings_store.change(text_size=200)
    qtbot.waitUntil(lambda: table.visualRect(table.model().index(0, 0)).height() > 1.4 * rows)
    assert note.font().pointSizeF() == pytest.approx(2 * subject)


# Focus and motion.


def ringed(window: MainWindow) -> list[QObject | None]:
    return [each.parent() for each in window.findChildren(Ring) if each.isVisible()]


def test_a_list_with_the_focus_has_a_ring(qtbot: QtBot, following: AppFixture, window: MainWindow) -> None:
    view("Notes", window).setFocus()
    qtbot.waitUntil(lambda: ringed(window) == [view("Notes", window)])
    line("Subject", window).setFocus()
    assert ringed(window) == []
    following.workspace.settings_store.change(theme="contrast")
    view("Tags", window).setFocus()
    line("Subject", window).setFocus()
    qtbot.waitUntil(lambda: ringed(window) == [line("Subject", window)])


def test_a_bar_stands_still_where_the_system_asks_for_it(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    moving = busy_bar.make_busy_bar("Opening", window)
    monkeypatch.setattr(busy_bar, "wants_less_motion", lambda: True)
    still = busy_bar.make_busy_bar("Opening", window)
    assert (moving.maximum(), still.maximum()) == (0, 1)
    assert still.isTextVisible()
    assert still.text() == "Opening"
    assert {moving.accessibleName(), still.accessibleName()} == {"Opening"}


def test_buttons_are_drawn_with_a_line_around_them_in_high_contrast(qtbot: QtBot, looks: Looks) -> None:
    looks.apply(Settings(theme="contrast"))
    button = QPushButton("Submit")
    qtbot.addWidget(button)
    button.show()
    corner = button.grab().toImage().pixelColor(button.width() // 2, 0)
    assert corner == button.palette().color(Role.WindowText)


def test_the_title_of_a_pane_grows_too_and_its_button_is_named(qtbot: QtBot, following: AppFixture) -> None:
    dock = following.window.panes.outbox_dock
    dock.show()
    title = next(each for each in dock.findChildren(QLabel) if each.text() == "Outbox")
    before = title.font().pointSizeF()
    following.workspace.settings_store.change(text_size=200)
    qtbot.waitUntil(lambda: title.font().pointSizeF() == pytest.approx(2 * before))
    find(QToolButton, "Close Outbox", dock).click()
    assert not dock.isVisible()


def test_notes_are_laid_out_anew_when_text_grows(qtbot: QtBot, following: AppFixture, window: MainWindow) -> None:
    following.session.editor.set_note_text("\n".join("abcdefghij" * 9))  # always with a scroll bar
    following.session.editor.add_note()
    notes = view("Notes", window)
    before = notes.visualRect(notes.model().index(0, 0)).height()
    following.workspace.settings_store.change(text_size=200)
    qtbot.waitUntil(lambda: notes.visualRect(notes.model().index(0, 0)).height() > 1.6 * before)
    following.workspace.settings_store.change(text_size=100)
    qtbot.waitUntil(lambda: notes.visualRect(notes.model().index(0, 0)).height() == before)


def test_the_icon_of_the_window_is_made_from_its_drawing(qapp: QApplication) -> None:
    assert qapp
    drawn, kept = (QImage(str(folder() / "icons" / f"caseeditor.{kind}")) for kind in ("svg", "png"))
    small = [each.scaled(16, 16, mode=Qt.TransformationMode.SmoothTransformation) for each in (drawn, kept)]
    colours = [[one.pixelColor(at % 16, at // 16).getRgb() for at in range(256)] for one in small]
    assert max(abs(a - b) for pair in zip(*colours, strict=True) for a, b in zip(*pair, strict=True)) <= 40
    assert not application_icon().isNull()
