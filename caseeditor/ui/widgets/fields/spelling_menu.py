"""The entries about spelling in the menu of a field."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from caseeditor.ui.messages.spelling_words import dictionary_problem_words, language_name, spelling_problem_words
from caseeditor.ui.messages.texts import translate
from caseeditor.ui.widgets.fields.speller import Speller
from caseeditor.ui.widgets.fields.text_check import NEXT_KEY

_SHOWN = 40
"""Letters of a word in a menu."""


def add_word_menu(
    menu: QMenu, speller: Speller, word: str, language: str | None, replace: Callable[[str], None]
) -> None:
    """Add entries for a word at the beginning of a menu. `language`: in which it is misspelled; None if it isn't."""
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
        waiting = QAction(translate("Spelling", "Looking for suggestions…"), menu)
        waiting.setEnabled(False)
        add = QAction(translate("Spelling", "Add “{0}” to dictionary").format(shown), menu)
        add.triggered.connect(partial(speller.add_word, word))
        menu.insertAction(first, waiting)
        menu.insertSeparator(first)
        menu.insertAction(first, add)
        speller.suggest(word, language, partial(_fill, menu, waiting, replace), menu)
    menu.insertSeparator(first)


def add_spelling_menu(menu: QMenu, speller: Speller, find_next: Callable[[], None]) -> None:
    """Add the submenu with the language of the check at the end of a menu."""
    menu.addSeparator()
    inside = menu.addMenu(translate("Spelling", "Spelling"))
    inside.aboutToShow.connect(partial(_fill_languages, inside, speller, find_next))  # by then the languages are known


def _fill(menu: QMenu, waiting: QAction, replace: Callable[[str], None], found: tuple[str, ...]) -> None:
    """Show the suggestions in an open menu."""
    if not found:
        waiting.setText(translate("Spelling", "No suggestions"))
        return
    for text in found:
        choice = QAction(_escaped(text), menu)
        choice.triggered.connect(partial(replace, text))
        menu.insertAction(waiting, choice)
    menu.removeAction(waiting)


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
