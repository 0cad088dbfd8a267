"""What is told of a case at a glance, in the order of reading."""

from caseeditor.domain.case import Case
from caseeditor.domain.dates import parse
from caseeditor.ui.words import date_words, translate

_LONGEST = 120


def case_facts(case: Case) -> tuple[str, ...]:
    """List the facts that the case has."""
    campaign = case.campaign.name or case.campaign.id
    found = (
        case.state,
        case.source,
        campaign and translate("Facts", "campaign {0}").format(campaign),
        translate("Facts", "private") if case.private == "true" else "",
        translate("Facts", "reopened") if case.reopened == "true" else "",
        case.messages and translate("Facts", "messages: {0}").format(case.messages),
        _dated(translate("Facts", "opened {0}"), case.last_open_date),
        _dated(translate("Facts", "not answered since {0}"), case.we_did_not_reply_since_date),
        _updated(case),
    )
    return tuple(fact if len(fact) <= _LONGEST else fact[: _LONGEST - 1] + "…" for fact in found if fact)


def original_dates(case: Case) -> tuple[str, ...]:
    """List the dates as the server wrote them, in its own zone."""
    found = (
        (translate("Facts", "created {0}"), case.creation_date),
        (translate("Facts", "first opened {0}"), case.first_open_date),
        (translate("Facts", "opened {0}"), case.last_open_date),
        (translate("Facts", "in the inbox {0}"), case.inbox_date),
        (translate("Facts", "not answered since {0}"), case.we_did_not_reply_since_date),
        (translate("Facts", "updated {0}"), case.update_date),
    )
    return tuple(sentence.format(date) for sentence, date in found if date)


def _dated(sentence: str, text: str) -> str:
    date = parse(text)
    return sentence.format(date_words(date) if date else text) if text else ""


def _updated(case: Case) -> str:
    said = _dated(translate("Facts", "updated {0}"), case.update_date)
    return f"{said} ({case.updated_by})" if said and case.updated_by else said
