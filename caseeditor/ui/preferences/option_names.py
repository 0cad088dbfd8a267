"""Names of themes and languages."""

from caseeditor.languages import LANGUAGES
from caseeditor.ui.messages.texts import translate

THEMES = ("", "light", "dark", "contrast")
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


def language_words(language: str) -> str:
    """Return the name of a language in that language: its speakers may read no other."""
    return LANGUAGES.get(language) or translate("Looks", "System")
