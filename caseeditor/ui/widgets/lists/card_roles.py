"""The data of a card beyond its text."""

import enum

import msgspec
from PySide6.QtCore import Qt

from caseeditor.ui.widgets.lists.item_data import Index

HEADING = Qt.ItemDataRole.UserRole
"""Date, author and whatever else tells about the text."""
TINT = Qt.ItemDataRole.UserRole + 2
"""The Severity of a card that stands out; None for others."""
LOOK = Qt.ItemDataRole.UserRole + 3
"""The CardLook."""
SHORT_HEADING = Qt.ItemDataRole.UserRole + 4
"""The heading as it is painted, where place and colour of the card tell the rest; None for HEADING."""
DAY = Qt.ItemDataRole.UserRole + 5
"""The name of the day that begins with this card; None for others."""
BEGINS_DAY = Qt.ItemDataRole.UserRole + 6
"""Whether a day begins with this card."""
CHANNEL = Qt.ItemDataRole.UserRole + 7
"""The channel of a message in lower case; None for a note."""

TEXT = Qt.ItemDataRole.UserRole + 8
"""The Text of a card. As DisplayRole, each access would copy a text of a megabyte, in 20 ms."""


class Text(msgspec.Struct, frozen=True, gc=False):
    """A text that Qt passes on as it is."""

    text: str


def text_of(index: Index) -> str:
    """Return the text of a card."""
    found = index.data(TEXT)
    return found.text if isinstance(found, Text) else str(index.data() or "")


class CardLook(enum.Enum):
    """The kinds of cards: messages at their side, the others in full width."""

    RECEIVED = "received"
    SENT = "sent"
    NOTE = "note"
    PENDING = "pending"
    OTHER = "other"
    """A message of unknown direction."""
