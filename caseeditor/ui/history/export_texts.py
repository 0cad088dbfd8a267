"""The words of an exported history's first line, and what stands between its cells."""

import sys

from PySide6.QtCore import QLocale, QSettings

from caseeditor.ui.messages.texts import translate

_INTERNATIONAL = r"HKEY_CURRENT_USER\Control Panel\International"


def export_heads() -> tuple[str, ...]:
    """Name the fields of a Line, in their order."""
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
    """Return what the agent's spreadsheet splits lines at: ';' where a comma stands in numbers, else ','.

    On Windows it is a setting of its own, which Excel follows.
    """
    if sys.platform == "win32":
        native = QSettings(_INTERNATIONAL, QSettings.Format.NativeFormat).value("sList")
        if native in {",", ";", "\t", "|"}:
            return str(native)
    return ";" if QLocale().decimalPoint() == "," else ","
