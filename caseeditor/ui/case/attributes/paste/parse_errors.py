"""Texts about errors in pasted or typed attributes."""

from collections.abc import Container

from caseeditor.domain.editing.attribute_text import Error, Escaped, Flaw
from caseeditor.domain.editing.bulk_edit import list_reserved
from caseeditor.domain.editing.edit import Edit
from caseeditor.ui.messages.message import Ground, Message, MessageAction, Severity
from caseeditor.ui.messages.texts import translate


def reserved_message(edit: Edit, text: str, names: Container[str], leave_out: MessageAction) -> Message | None:
    """Return the message about the reserved ones of these names, with the action to leave them out; None if none is."""
    if not any(name in names for name in list_reserved(edit)):
        return None
    reserved = ", ".join(list_reserved(edit))
    told = translate("TableText", "Reserved names can't be sent as attributes: {0}.").format(reserved)
    return Message(f"{text} {told}", Severity.WARNING, actions=(leave_out,), about=reserved, ground=Ground.RESERVED)


def escaped_words(escaped: Escaped) -> str:
    """Explain the escape sequences of a line."""
    said = ", ".join(translate("TableText", "“{0}” is {1}").format(found, _meaning(found)) for found in escaped.found)
    return translate("TableText", "Line {0}: {1}").format(escaped.line, said)


def _meaning(found: str) -> str:
    match found[1:2]:
        case "n":
            return translate("TableText", "a line break")
        case "t":
            return translate("TableText", "a tab")
        case "r":
            return translate("TableText", "a carriage return")
        case "s":
            return translate("TableText", "a space")
        case "=":
            return translate("TableText", "an equals sign")
        case "\\":
            return translate("TableText", "one backslash")
        case _:
            return translate("TableText", "the character U+{0}").format(found[2:].upper())


def error_words(error: Error) -> str:
    """Describe an error and its line."""
    return translate("TableText", "Line {0}: {1}").format(error.line, _flaw_words(error))


def _flaw_words(error: Error) -> str:
    match error.flaw:
        case Flaw.NO_SEPARATOR:
            return translate("TableText", "no separator between name and value. Write name=value.")
        case Flaw.TOO_MANY_CELLS:
            return translate("TableText", "more than two cells. Use one for the name and one for the value.")
        case Flaw.QUOTES:
            return translate("TableText", "a quotation mark isn't closed, or text follows it.")
        case Flaw.NOT_JSON:
            return translate("TableText", "this starts like JSON, but isn't valid.")
        case Flaw.NO_OBJECT:
            return translate("TableText", "this JSON isn't an object, so it has no names.")
        case Flaw.RECORDS:
            return translate("TableText", "a second record begins. Paste the heading with one record only.")
        case Flaw.NOTHING:
            return translate("TableText", "this JSON is empty.")
        case Flaw.TWICE:
            return translate("TableText", "the name “{0}” appears twice.").format(error.found)
        case Flaw.ESCAPE:
            return translate("TableText", "“{0}” has no meaning. Write a backslash as \\\\.").format(error.found)
