"""What is wrong with a line of pasted or written attributes, in words."""

from caseeditor.domain.table_text import Error, Flaw
from caseeditor.ui.words import translate


def error_words(error: Error) -> str:
    """Say which line is wrong, and why."""
    return translate("TableText", "Line {0}: {1}").format(error.line, _flaw_words(error))


def _flaw_words(error: Error) -> str:
    match error.flaw:
        case Flaw.NO_SEPARATOR:
            return translate("TableText", "there is nothing between a name and a value. It looks like name=value.")
        case Flaw.TOO_MANY_CELLS:
            return translate("TableText", "there are more than two cells: a name and a value are expected.")
        case Flaw.QUOTES:
            return translate("TableText", "a quotation mark is opened and not closed, or text follows it.")
        case Flaw.NOT_JSON:
            return translate("TableText", "this begins as JSON, but is none.")
        case Flaw.NO_OBJECT:
            return translate("TableText", "this JSON is no object, so it has no names.")
        case Flaw.TWICE:
            return translate("TableText", "the name “{0}” is there twice.").format(error.found)
        case Flaw.ESCAPE:
            return translate("TableText", "“{0}” has no meaning. A backslash is written \\\\.").format(error.found)
