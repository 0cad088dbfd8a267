"""Sentences about the state of the queue."""

from PySide6.QtCore import QLocale

from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.queue.due import Band
from caseeditor.domain.text.bidi import isolated
from caseeditor.ui.messages import list_ends
from caseeditor.ui.messages.texts import Doing, failure_words, number_words, translate, what_happened
from caseeditor.ui.queue.loader import QueueLoader


def sentence(loader: QueueLoader, part: Band | None, typed: str) -> str:
    """Return the sentence in place of an empty list."""
    if loader.server is None:
        return translate("Queue", "Sign in to see the queue.")
    if not loader.rows.by_id:
        if loader.failure:
            return failure_words(loader.failure, Doing.SEARCHING)
        if loader.as_of is None:
            return translate("Queue", "Loading the queue…")
        return translate("Queue", "The queue is empty.")
    if typed:
        return translate("Queue", "No loaded case contains “{0}”.").format(isolated(typed))
    match part:
        case Band.OVERDUE:
            return translate("Queue", "Nothing is overdue.")
        case Band.TODAY:
            return translate("Queue", "Nothing else is due today.")
        case _:
            return translate("Queue", "Nothing is due later.")


def end_words(loader: QueueLoader, step: int, count: int, *, is_filtered: bool) -> str:
    """Tell why a step (1 or -1) leads to no case of the `count` shown ones."""
    is_first = step < 0 and count
    if loader.server is None:
        return translate("Queue", "Sign in to see the queue.")
    if loader.is_loading and not is_first:
        return translate("Queue", "The queue is still loading.")
    if is_first or not loader.rows.by_id:
        return list_ends.end_words(step, count)
    if is_filtered:
        return translate("Queue", "No more cases with this filter.")
    if loader.is_partial or loader.as_of is None:
        loaded = _loaded(len(loader.rows.by_id), loader.total)
        return translate("Queue", "No more loaded cases: {0}.").format(loaded)
    return list_ends.end_words(step, count)


def foot_words(loader: QueueLoader, *, has_due: bool) -> str:
    """Return the line below the list: how much is loaded, and problems; '' if there is nothing to tell."""
    count = len(loader.rows.by_id)
    said = []
    if loader.is_loading and count:
        said.append(translate("Queue", "Loading… {0}").format(_loaded(count, loader.total)))
    elif loader.is_partial:
        said.append(_loaded(count, loader.total))
    if loader.failure and count:
        said.append(_failure_words(loader, loader.failure))
    if loader.is_order_rejected:
        said.append(translate("Queue", "The server rejects this order and uses its own."))
    if not has_due and count and not loader.is_loading:
        said.append(translate("Queue", "Nothing is due."))
    return "\n".join(said)


def _loaded(count: int, total: int | None) -> str:
    if total is None or total <= count:
        return number_words(count)
    return translate("Queue", "{0} of {1}").format(number_words(count), number_words(total))


def _failure_words(loader: QueueLoader, failure: Failure) -> str:
    """Tell that the list is incomplete or out of date, and why."""
    why = what_happened(failure)
    if loader.as_of is None:
        return translate("Queue", "⚠ Not loaded completely. {0}").format(why)
    moment = QLocale().toString(loader.as_of, "HH:mm")
    return translate("Queue", "⚠ Not refreshed since {0}. {1}").format(moment, why)
