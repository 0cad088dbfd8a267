"""Texts about a case: notes that may belong to another one, the status of the draft, news since the last visit."""

from collections.abc import Sequence

from caseeditor.domain.case.last_seen import Field
from caseeditor.domain.delivery.draft import DraftStatus
from caseeditor.domain.editing.wrong_case_guard import Suspicion
from caseeditor.domain.local.recent import SinceThen
from caseeditor.runtime.file_writing import Trouble
from caseeditor.ui.messages.texts import fault_words, in_a_menu, number_words, translate

_NAMED = 5
"""Names that are listed, of many."""
_MINUTE = 60_000
"""Milliseconds."""


def suspicion_words(found: Sequence[Suspicion], case_id: str) -> str:
    """Describe the notes that may belong to another case, and ask about them."""
    suspicion, named = found[0], tuple(dict.fromkeys(each.named for each in found))
    if len(named) > 1:
        text = translate("Guard", "Nothing was sent. The notes name {0}, but this is case {1}. Is this the right case?")
        return text.format(", ".join(map(in_a_menu, named)), case_id)
    if suspicion.named == suspicion.case_id:
        text = translate(
            "Guard", "Nothing was sent. A note names case {0}, but this is case {1}. Is this the right case?"
        )
        return text.format(suspicion.named, case_id)
    text = translate(
        "Guard",
        "Nothing was sent. A note names {0}, the contact of case {1}, but this is case {2}. Is this the right case?",
    )
    return text.format(in_a_menu(suspicion.named), suspicion.case_id, case_id)


def unknown_fields_words(fields: Sequence[str]) -> str:
    """Warn of fields of a template that were not replaced."""
    return translate("Guard", "Nothing was sent. Unknown fields of a template: {0}.").format(", ".join(fields))


def many_words(count: int) -> str:
    """Warn that a server may not accept so many parameters at once."""
    return translate("Session", "{0} values at once; some servers take only 1,000.").format(number_words(count))


def kept_words(kept: DraftStatus, *, is_changed: bool) -> str:
    """Describe the status of the draft; '' where there is nothing to tell."""
    if kept.fault:
        return translate("DraftStatus", "⚠ NOT saved: {0}").format(fault_words(kept.fault))
    return translate("DraftStatus", "saved as a draft at {0}").format(kept.at) if kept.at and is_changed else ""


def unsaved_settings_words(trouble: Trouble) -> str:
    """Explain why the settings were not saved, and name a remedy."""
    match trouble:
        case Trouble.HELD:
            return translate("Settings", "Settings not saved: another program is using the file. Close it there.")
        case Trouble.FULL:
            return translate("Settings", "Settings not saved: the disk is full. Free some space.")
        case Trouble.FOLDER:
            return translate("Settings", "Settings not saved: a folder is named settings.json. Rename or remove it.")
        case _:
            return translate("Settings", "Settings not saved. Check the permissions of settings.json.")


def since_words(since: SinceThen, ago: str) -> str:
    """List the changes since the agent's last visit."""
    told = []
    for difference in since.differences:
        names = ", ".join(map(in_a_menu, difference.names[:_NAMED])) + (" …" if len(difference.names) > _NAMED else "")
        match difference.field:
            case Field.SUBJECT:
                told.append(translate("Since", "subject"))
            case Field.STATE:
                told.append(translate("Since", "state"))
            case Field.TAGS:
                told.append(translate("Since", "tags ({0})").format(names))
            case Field.NOTES if difference.count == 1:
                told.append(translate("Since", "1 note"))
            case Field.NOTES:
                told.append(translate("Since", "{0} notes").format(difference.count))
            case Field.ATTRIBUTES:
                told.append(translate("Since", "attributes ({0})").format(names))
    if since.passed < _MINUTE:
        return translate("Since", "New since your last visit a moment ago: {0}").format(", ".join(told))
    return translate("Since", "New since your last visit {0} ago: {1}").format(ago, ", ".join(told))
