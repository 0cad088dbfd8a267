"""The facts of a case at a glance, in the order of reading."""

from datetime import datetime, timedelta

from caseeditor.domain.case.dates import parse
from caseeditor.domain.case.model import Case
from caseeditor.domain.text.bidi import isolated, shortened
from caseeditor.ui.messages.texts import date_words, span_words, translate

_LONGEST = 120
_JUST_NOW = 60
"""Seconds."""
_GLANCE = 40
"""Characters of a fact that are shown."""


def glance(case: Case) -> tuple[str, ...]:
    """List the facts that an agent needs first: state and channel."""
    return tuple(isolated(shortened(fact, _GLANCE)) for fact in (case.state, case.source) if fact)


def case_facts(case: Case, now: datetime) -> tuple[str, ...]:
    """List the other facts of the case; times relative to `now`, with the exact ones beside them."""
    campaign = case.campaign.name or case.campaign.id
    found = (
        _time_left(case, now),
        _dated(
            case.we_did_not_reply_since_date,
            now,
            translate("Facts", "not answered for {0}, since {1}"),
            translate("Facts", "not answered since {0}"),
        ),
        campaign and translate("Facts", "campaign {0}").format(isolated(campaign)),
        translate("Facts", "private") if case.private == "true" else "",
        translate("Facts", "reopened") if case.reopened == "true" else "",
        case.messages and translate("Facts", "messages: {0}").format(case.messages),
        _dated(case.last_open_date, now, translate("Facts", "opened {0} ago, {1}"), translate("Facts", "opened {0}")),
        _updated(case, now),
    )
    return tuple(shortened(fact, _LONGEST) for fact in found if fact)


def original_dates(case: Case) -> tuple[str, ...]:
    """List the original dates of the server, in its own zone."""
    found = (
        (translate("Facts", "created {0}"), case.creation_date),
        (translate("Facts", "first opened {0}"), case.first_open_date),
        (translate("Facts", "opened {0}"), case.last_open_date),
        (translate("Facts", "in the inbox {0}"), case.inbox_date),
        (translate("Facts", "not answered since {0}"), case.we_did_not_reply_since_date),
        (translate("Facts", "updated {0}"), case.update_date),
    )
    return tuple(sentence.format(date) for sentence, date in found if date)


def _time_left(case: Case, now: datetime) -> str:
    """Return the time left to answer the contact: `sla_seconds` after they were not answered (C: not documented)."""
    since = parse(case.we_did_not_reply_since_date)
    if since is None or not case.sla_seconds.isdecimal():
        return ""
    try:
        left = (since + timedelta(seconds=int(case.sla_seconds)) - now).total_seconds()
    except OverflowError:
        return ""
    words = translate("Facts", "{0} left to answer") if left >= 0 else translate("Facts", "overdue by {0}")
    return words.format(span_words(left))


def _dated(text: str, now: datetime, ago: str, exact: str) -> str:
    """Return a date with its age; alone if it is just now, in the future, or not a date."""
    date = parse(text)
    if not text or date is None:
        return exact.format(text) if text else ""
    passed = (now - date).total_seconds()
    is_past = passed >= _JUST_NOW
    return ago.format(span_words(passed), date_words(date)) if is_past else exact.format(date_words(date))


def _updated(case: Case, now: datetime) -> str:
    said = _dated(case.update_date, now, translate("Facts", "updated {0} ago, {1}"), translate("Facts", "updated {0}"))
    return f"{said} ({isolated(case.updated_by)})" if said and case.updated_by else said
