"""Names of themes, languages, and the choices after a submission."""

from typing import get_args

from caseeditor.domain.local.settings import AfterSubmit
from caseeditor.languages import LANGUAGES
from caseeditor.ui.messages.texts import translate

THEMES = ("", "light", "dark", "contrast")
AFTER_SUBMIT: tuple[AfterSubmit, ...] = get_args(AfterSubmit)
LANGUAGE_CHOICES = ("", *LANGUAGES)


def theme_words(theme: str) -> str:
    """Name a theme."""
    match theme:
        case "light":
            return translate("Looks", "Light")
        case "dark":
            return translate("Looks", "Dark")
        case "contrast":
            return translate("Looks", "High contrast")
        case _:
            return translate("Looks", "System")


def after_submit_words(after: AfterSubmit) -> str:
    """Name what follows a submission."""
    match after:
        case "stay":
            return translate("AfterSubmit", "Stay in the case")
        case "next":
            return translate("AfterSubmit", "Open the next case of the list")
        case "close":
            return translate("AfterSubmit", "Close the case once it is stored")


def language_words(language: str) -> str:
    """Return the name of a language in that language: its speakers may read no other."""
    return LANGUAGES.get(language) or translate("Looks", "System")
