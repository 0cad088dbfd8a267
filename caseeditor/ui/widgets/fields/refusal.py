"""Reports beside a field, and in Status, that it rejected a text."""

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QToolTip, QWidget

from caseeditor.ui.messages.message import Message, Severity
from caseeditor.ui.messages.texts import number_words, tip_words, translate


@runtime_checkable
class _Says(Protocol):
    """The main window, which shows messages in Status and announces them."""

    def say(self, message: Message) -> None: ...


def too_long_words(limit: int) -> str:
    """Return the text for a pasted text that is too long."""
    return translate("Field", "Nothing was pasted: at most {0} characters fit here.").format(number_words(limit))


def no_text_words() -> str:
    """Return the text for a clipboard without text."""
    return translate("Field", "Nothing was pasted: there is no text on the clipboard.")


def full_words(limit: int) -> str:
    """Return the text for a typed text that is too long."""
    return translate("Field", "Too long: at most {0} characters fit here.").format(number_words(limit))


def tell_refusal(field: QWidget, words: str) -> None:
    """Show a text beside a field, and in Status of its main window."""
    QToolTip.showText(field.mapToGlobal(field.rect().bottomLeft()), tip_words(words), field)
    window: QWidget | None = field.window()
    while window is not None and not isinstance(window, _Says):
        parent = window.parentWidget()
        window = parent.window() if parent else None
    if isinstance(window, _Says):
        window.say(Message(words, Severity.WARNING, transient=True))
