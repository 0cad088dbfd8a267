"""Texts of due times and short ages."""

from caseeditor.domain.case.dates import Unit
from caseeditor.domain.queue.due import Distance, distance
from caseeditor.ui.messages.texts import translate


def due_pill(left: float) -> str:
    """Return the short text of the time (s) until a case is due; negative: since then."""
    words = distance_words(distance(left))
    return translate("Queue", "{0} over").format(words) if left < 0 else words


def due_left(left: float) -> str:
    """Return the time (s) until a case is due in two words; negative: since then."""
    return due_pill(left) if left < 0 else translate("Queue", "{0} left").format(due_pill(left))


def due_words(left: float) -> str:
    """Return the time (s) until a case is due as a phrase."""
    words = distance_words(distance(left))
    text = translate("Queue", "{0} overdue") if left < 0 else translate("Queue", "due in {0}")
    return text.format(words)


def distance_words(length: Distance) -> str:
    """Return a distance in its unit, as short as a list needs it."""
    match length.unit:
        case Unit.MINUTES:
            return translate("Queue", "{0} min").format(length.count)
        case Unit.HOURS:
            return translate("Queue", "{0} h").format(length.count)
        case Unit.DAYS:
            return translate("Queue", "{0} d").format(length.count)
        case _:
            return translate("Queue", "{0} y").format(length.count)
