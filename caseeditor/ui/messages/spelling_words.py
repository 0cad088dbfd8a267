"""Texts about the spelling check."""

from collections.abc import Mapping

from PySide6.QtCore import QLocale

from caseeditor.domain.spelling.results import DictionaryProblem, SpellingProblem
from caseeditor.ui.messages.texts import translate


def language_name(code: str) -> str:
    """Return the name of a dictionary's language, in that language."""
    locale = QLocale(code)
    name = locale.nativeLanguageName()
    if locale.language() is QLocale.Language.C or not name:
        return code
    name = name[:1].upper() + name[1:]
    place = locale.nativeTerritoryName()
    return f"{name} ({place})" if "_" in code and place and " " not in name else name  # several words: a variant


def spelling_problem_words(problem: SpellingProblem) -> str:
    """Tell why no text is checked."""
    match problem:
        case SpellingProblem.NO_LIBRARY:
            return translate("Spelling", "Spelling can't be checked: Hunspell isn't installed.")
        case SpellingProblem.NO_DICTIONARY:
            return translate("Spelling", "Spelling can't be checked: there is no dictionary on this computer.")
        case SpellingProblem.NOT_RUNNING:
            return translate("Spelling", "Spelling isn't checked until the next start: the check failed three times.")


def dictionary_problem_words(broken: Mapping[str, DictionaryProblem]) -> str:
    """Tell which dictionaries aren't used, a sentence each."""
    return " ".join(_dictionary_words(problem).format(language_name(code)) for code, problem in broken.items())


def inability_words(problem: SpellingProblem | None, broken: Mapping[str, DictionaryProblem], chosen: str) -> str:
    """Tell why no text is checked: a problem, damaged dictionaries, or a chosen language without one."""
    if problem:
        return spelling_problem_words(problem)
    return dictionary_problem_words(broken or {chosen: DictionaryProblem.MISSING})


def misspelled_words(word: str) -> str:
    """Announce a misspelled word."""
    return translate("Spelling", "Misspelled: {0}").format(word)


def _dictionary_words(problem: DictionaryProblem) -> str:
    match problem:
        case DictionaryProblem.MISSING:
            return translate("Spelling", "The dictionary “{0}” is gone.")
        case DictionaryProblem.UNREADABLE:
            return translate("Spelling", "The dictionary “{0}” can't be read.")
        case DictionaryProblem.TOO_LARGE:
            return translate("Spelling", "The dictionary “{0}” is too large.")
        case DictionaryProblem.BROKEN:
            return translate("Spelling", "The dictionary “{0}” is damaged. Install it again.")
