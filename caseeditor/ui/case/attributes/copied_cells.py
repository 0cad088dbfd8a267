"""Cells on the clipboard: a mark beside their text tells one cell from a column, so that each comes back as it is."""

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
    """Return what was copied here, None where the text comes from elsewhere."""
    found = bytes(data.data(_FORMAT).data())
    return next((copied for copied in Copied if copied.value.encode() == found), None)
