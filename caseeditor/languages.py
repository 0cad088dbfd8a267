"""The languages of the window. A new one is a line here and a catalogue, resources/translations/caseeditor_CODE.ts."""

SOURCE = "en"
"""The language of the texts in the code, which needs no catalogue."""
LANGUAGES = {
    SOURCE: "English",
    "es": "Español",
    "pt_BR": "Português (Brasil)",
}
"""Each language's code, as Qt writes it, with its own name: readers of that language may read no other."""
TRANSLATED = tuple(code for code in LANGUAGES if code != SOURCE)
"""The codes of the languages that have a catalogue."""
