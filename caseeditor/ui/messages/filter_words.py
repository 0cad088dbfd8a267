"""Names of filters and orders of the server's search."""

import msgspec

from caseeditor.domain.case import dates
from caseeditor.domain.case.search import COMBINATIONS, SEVERAL, SINCE, Filters, narrowing
from caseeditor.domain.local.seen_values import KIND_OF, SeenValues
from caseeditor.domain.text.bidi import isolated
from caseeditor.domain.text.short_text import in_a_list
from caseeditor.ui.messages.texts import day_words, number_words, translate

_NONE_SEEN = SeenValues()


def filter_words(name: str) -> str:
    """Name a filter."""
    match name:
        case "state":
            return translate("Filter", "State")
        case "source":
            return translate("Filter", "Channel")
        case "with_tag":
            return translate("Filter", "Has tag")
        case "without_tag":
            return translate("Filter", "Doesn't have tag")
        case "contact_id":
            return translate("Filter", "Contact ID")
        case "campaign_id":
            return translate("Filter", "Campaign ID")
        case "created_since":
            return translate("Filter", "Created since")
        case _:
            return translate("Filter", "Updated since")


def filters_words(filters: Filters, seen: SeenValues = _NONE_SEEN) -> str:
    """Summarize a search in one line."""
    given = msgspec.structs.asdict(filters)
    found = [filter_with_value(name, given[name], seen) for name in narrowing(given)]
    return " · ".join(found) or translate("Filter", "All cases")


def cut_words(filters: Filters) -> str:
    """Tell that some of the combinations of values are not searched; '' if all are."""
    if filters.combinations <= COMBINATIONS:
        return ""
    text = translate("Filter", "Only the first {0} of {1} combinations of states and channels are searched.")
    return text.format(number_words(COMBINATIONS), number_words(filters.combinations))


def filter_with_value(name: str, value: str, seen: SeenValues = _NONE_SEEN) -> str:
    """Name a filter and its value."""
    return translate("Filter", "{0}: {1}").format(filter_words(name), value_words(name, value, seen))


def value_words(name: str, value: str, seen: SeenValues = _NONE_SEEN) -> str:
    """Show a value of a filter: a date as a day, a campaign by its name if it was seen."""
    if name in SINCE:
        return _day(value)
    values = value.split("\n") if name in SEVERAL else [value]
    return ", ".join(
        isolated(in_a_list(seen.label(KIND_OF[name], each) if name in KIND_OF else each)) for each in values
    )


def _day(text: str) -> str:
    date = dates.parse(text)
    return day_words(date) if date else text


def order_words(name: str) -> str:
    """Name an order."""
    match name:
        case "update_date":
            return translate("Order", "updated")
        case "creation_date":
            return translate("Order", "created")
        case "inbox_date":
            return translate("Order", "in the inbox")
        case "first_open_date":
            return translate("Order", "first opened")
        case "last_open_date":
            return translate("Order", "last opened")
        case "we_did_not_reply_since_date":
            return translate("Order", "not answered since")
        case "id":
            return translate("Order", "ID")
        case "subject":
            return translate("Order", "subject")
        case "state":
            return translate("Order", "state")
        case _:
            return translate("Order", "channel")
