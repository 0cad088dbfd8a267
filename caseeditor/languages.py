"""The languages of the window.

A new one needs a line here and a catalogue, resources/translations/caseeditor_CODE.ts.
"""

SOURCE = "en"
"""The language of the texts in the code, which needs no catalogue."""
LANGUAGES = {
    SOURCE: "English",
    "es": "Español",
    "pt_BR": "Português (Brasil)",
}
"""The languages' codes in Qt's spelling, with their names in the language itself, as not all users read English."""
TRANSLATED = tuple(code for code in LANGUAGES if code != SOURCE)
"""The codes of the languages that have a catalogue."""
