"""The header line and the separator of an exported history."""

import sys

from PySide6.QtCore import QLocale, QSettings

from caseeditor.ui.messages.texts import translate

_INTERNATIONAL = r"HKEY_CURRENT_USER\Control Panel\International"


def export_heads() -> tuple[str, ...]:
    """Return the names of the fields of a Line, in their order."""
    return (
        translate("Export", "When (local time)"),
        translate("Export", "Server"),
        translate("Export", "User"),
        translate("Export", "Case"),
        translate("Export", "Change"),
        translate("Export", "Before"),
        translate("Export", "After"),
        translate("Export", "Held by the server"),
        translate("Export", "Outcome"),
        translate("Export", "Server’s message"),
    )


def list_separator() -> str:
    """Return the list separator of the agent's spreadsheet: ';' if the locale's decimal separator is a comma, else ','.

    Windows has a setting for it, which Excel follows.
    """
    if sys.platform == "win32":
        native = QSettings(_INTERNATIONAL, QSettings.Format.NativeFormat).value("sList")
        if native in {",", ";", "\t", "|"}:
            return str(native)
    return ";" if QLocale().decimalPoint() == "," else ","
