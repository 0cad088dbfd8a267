"""The entries about spelling in the menu of a field."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from caseeditor.ui.messages.counts import Counts
from caseeditor.ui.messages.spelling_words import dictionary_problem_words, language_name, spelling_problem_words
from caseeditor.ui.messages.texts import translate
from caseeditor.ui.widgets.fields.speller import Speller
from caseeditor.ui.widgets.fields.text_check import NEXT_KEY

_SUGGESTIONS = 5
_SHOWN = 40
"""Letters of a word in a menu."""


def add_word_menu(  # noqa: PLR0913 - each is another matter
    menu: QMenu, speller: Speller, word: str, language: str | None, replace: Callable[[str], None], *, is_by_key: bool
) -> None:
    """Add entries for a word at the beginning of a menu. `language`: in which it is misspelled; None if it isn't.

    Below a pointer no entry may move when the suggestions come: unless the menu was opened by key, they have their rows
    from the beginning, and those that stay empty are taken from its top.
    """
    first = menu.actions()[0]
    shown = _escaped(word if len(word) <= _SHOWN else f"{word[:_SHOWN]}…")
    if language is None:
        own = speller.own_form(word)
        if not own:
            return
        remove = QAction(translate("Spelling", "Remove “{0}” from dictionary").format(shown), menu)
        remove.triggered.connect(partial(speller.remove_word, own))
        menu.insertAction(first, remove)
    else:
        rows = [QAction(menu) for _ in range(_SUGGESTIONS)]
        for row in rows:
            row.setEnabled(False)
            row.setVisible(not is_by_key or row is rows[0])
        rows[0].setText(translate("Spelling", "Looking for suggestions…"))
        add = QAction(translate("Spelling", "Add “{0}” to dictionary").format(shown), menu)
        add.triggered.connect(partial(speller.add_word, word))
        menu.insertActions(first, rows)
        menu.insertSeparator(first)
        menu.insertAction(first, add)
        speller.suggest(word, language, partial(_fill, menu, rows, add, replace), menu)
    menu.insertSeparator(first)


def add_spelling_menu(menu: QMenu, speller: Speller, find_next: Callable[[], None]) -> None:
    """Add the submenu with the language of the check at the end of a menu."""
    menu.addSeparator()
    inside = menu.addMenu(translate("Spelling", "Spelling"))
    inside.aboutToShow.connect(partial(_fill_languages, inside, speller, find_next))  # by then the languages are known


def _fill(
    menu: QMenu, rows: list[QAction], below: QAction, replace: Callable[[str], None], found: tuple[str, ...]
) -> None:
    """Show the suggestions in an open menu. `below`: the entry below them, which stays in its place on the screen."""
    before = _top(menu, below)
    for row, text in zip(rows, found, strict=False):
        row.setText(_escaped(text))
        row.setEnabled(True)
        row.setVisible(True)
        row.triggered.connect(partial(replace, text))
    if found:
        words = Counts().suggestions(min(len(found), len(rows)))
    else:
        words = translate("Spelling", "No suggestions")
        rows[0].setText(words)
    for row in rows[max(len(found), 1) :]:
        row.setVisible(False)
    if menu.isVisible():
        menu.move(_on_screen(menu, menu.pos() + QPoint(0, before - _top(menu, below))))
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(menu, words))


def _top(menu: QMenu, action: QAction) -> int:
    return menu.mapToGlobal(menu.actionGeometry(action).topLeft()).y()


def _on_screen(menu: QMenu, place: QPoint) -> QPoint:
    """Return the place nearest to `place` at which the menu is on the screen as a whole."""
    room = menu.screen().availableGeometry()
    return QPoint(place.x(), max(min(place.y(), room.bottom() + 1 - menu.height()), room.top()))


def _fill_languages(menu: QMenu, speller: Speller, find_next: Callable[[], None]) -> None:
    menu.clear()
    group = QActionGroup(menu)
    automatic = menu.addAction(translate("Spelling", "Language of the text"), partial(speller.choose, ""))
    choices = [(automatic, speller.is_on and not speller.chosen)]
    available = speller.means.languages if speller.means else speller.languages
    for language in available:
        choice = menu.addAction(_escaped(language_name(language)), partial(speller.choose, language))
        choices.append((choice, speller.is_on and speller.chosen == language))
    off = menu.addAction(translate("Spelling", "Off"), speller.switch_off)
    choices.append((off, not speller.is_on))
    for action, is_chosen in choices:
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.setActionGroup(group)
        action.setEnabled(not speller.is_locked or (speller.is_on and action is not off))
    for words in (
        spelling_problem_words(speller.problem) if speller.problem else "",
        dictionary_problem_words(speller.broken),
    ):
        if words:
            menu.addAction(words).setEnabled(False)
    menu.addSeparator()
    keys = QKeySequence(NEXT_KEY).toString(QKeySequence.SequenceFormat.NativeText)
    following = translate("Spelling", "Next misspelling")
    menu.addAction(f"{following}\t{keys}", find_next)


def _escaped(text: str) -> str:
    return text.replace("&", "&&")
