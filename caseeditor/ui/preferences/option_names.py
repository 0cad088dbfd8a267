"""What the choices of the looks are called."""

from caseeditor.ui.messages.texts import translate

THEMES = ("", "light", "dark", "contrast")
LANGUAGES = ("", "en", "es", "pt_BR")


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
    """Name a language, in itself: who wants it may read no other."""
    return {"en": "English", "es": "Español", "pt_BR": "Português (Brasil)"}.get(language) or translate(
        "Looks", "System"
    )
