"""Cells on the clipboard: a mark beside the text tells one cell from a column, so that both are pasted unchanged."""

from PySide6.QtCore import QMimeData

from caseeditor.domain.editing.pasting import Copied

_FORMAT = "application/x-caseeditor-attributes"


def clipboard_data(text: str, copied: Copied | None) -> QMimeData:
    """Return a text for the clipboard; other programs see the text alone."""
    data = QMimeData()
    data.setText(text)
    if copied:
        data.setData(_FORMAT, copied.value.encode())
    return data


def copied_cells(data: QMimeData) -> Copied | None:
    """Return the kind of cells that were copied here; None if the text comes from elsewhere."""
    found = bytes(data.data(_FORMAT).data())
    return next((copied for copied in Copied if copied.value.encode() == found), None)
