"""Sentences about the ends of a list that is stepped through."""

from caseeditor.ui.messages.texts import translate


def end_words(step: int, count: int) -> str:
    """Tell that a step (1 or -1) leads beyond a list of `count` cases, all of which are loaded."""
    if not count:
        return translate("Lists", "No cases in this list.")
    if step < 0:
        return translate("Lists", "This is the first case in this list.")
    return translate("Lists", "No more cases in this list.")
