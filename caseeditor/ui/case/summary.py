"""The facts of a case at a glance, in the order of reading."""

from datetime import datetime
from typing import NamedTuple

from caseeditor.domain.case.dates import epoch_seconds, parse
from caseeditor.domain.case.model import Case
from caseeditor.domain.queue.due import due_time, moment
from caseeditor.domain.text.bidi import isolated, shortened
from caseeditor.ui.messages.counts import Counts
from caseeditor.ui.messages.texts import date_words, span_words, translate

_LONGEST = 120
_JUST_NOW = 60
"""Seconds."""
_GLANCE = 40
"""Characters of a fact that are shown."""
_MOST_DIGITS = 9
"""Digits of a number of messages; Qt counts in 32 bits."""


class Due(NamedTuple):
    """The time that is left to answer (s; negative: overdue), and the used part of the whole time, 0 to 1."""

    left: float
    used: float


class Fact(NamedTuple):
    """A fact for a line that has little room ('': left out), and the whole one, with its exact date."""

    short: str
    whole: str


def glance(case: Case) -> tuple[str, ...]:
    """List the facts that an agent needs first: state and channel."""
    return tuple(isolated(shortened(fact, _GLANCE)) for fact in (case.state, case.source) if fact)


def due_of(case: Case, now: datetime) -> Due | None:
    """Return the time left to answer the contact: `sla_seconds` after they were not answered (C: not documented)."""
    due, since = due_time(case.we_did_not_reply_since_date, case.sla_seconds), moment(case.we_did_not_reply_since_date)
    if due is None or since is None:
        return None
    left = due - epoch_seconds(now)
    return Due(left, min(max(1 - left / (due - since), 0.0), 1.0))


def case_facts(case: Case, now: datetime) -> tuple[str, ...]:
    """List the other facts of the case; times relative to `now`, with the exact ones beside them."""
    found = (_time_left(case, now), *(fact.whole for fact in _facts(case, now)))
    return tuple(shortened(fact, _LONGEST) for fact in found if fact)


def short_facts(case: Case, now: datetime) -> tuple[str, ...]:
    """List the other facts of the case without exact dates and without the time left."""
    return tuple(shortened(fact.short, _GLANCE) for fact in _facts(case, now) if fact.short)


def _facts(case: Case, now: datetime) -> tuple[Fact, ...]:
    campaign = case.campaign.name or case.campaign.id
    found = (
        _waiting(case, now),
        campaign and Fact(isolated(campaign), translate("Facts", "campaign {0}").format(isolated(campaign))),
        translate("Facts", "private") if case.private == "true" else "",
        translate("Facts", "reopened") if case.reopened == "true" else "",
        _messages(case.messages),
        Fact("", _opened(case, now)),
        _updated(case, now),
    )
    return tuple(fact if isinstance(fact, Fact) else Fact(fact, fact) for fact in found if fact)


def _messages(count: str) -> str:
    """Word the number of messages; a text that is no number is shown as it is."""
    if count.isascii() and count.isdecimal() and len(count) <= _MOST_DIGITS:
        return Counts().messages(int(count))
    return count and translate("Facts", "messages: {0}").format(count)


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
    due = due_of(case, now)
    if due is None:
        return ""
    words = translate("Facts", "{0} left to answer") if due.left >= 0 else translate("Facts", "overdue by {0}")
    return words.format(span_words(due.left))


def _waiting(case: Case, now: datetime) -> Fact:
    since = case.we_did_not_reply_since_date
    whole = _dated(
        since,
        now,
        translate("Facts", "not answered for {0}, since {1}"),
        translate("Facts", "not answered since {0}"),
    )
    age = _age(since, now)
    return Fact(translate("Facts", "waiting {0}").format(age) if age else "", whole)


def _opened(case: Case, now: datetime) -> str:
    ago, exact = translate("Facts", "opened {0} ago, {1}"), translate("Facts", "opened {0}")
    return _dated(case.last_open_date, now, ago, exact)


def _updated(case: Case, now: datetime) -> Fact:
    ago, exact = translate("Facts", "updated {0} ago, {1}"), translate("Facts", "updated {0}")
    whole = _dated(case.update_date, now, ago, exact)
    if not whole:
        return Fact("", "")
    age, who = _age(case.update_date, now), isolated(case.updated_by)
    short = translate("Facts", "updated {0} ago").format(age) if age else whole
    return Fact(*(f"{text} ({who})" if who else text for text in (short, whole)))


def _age(text: str, now: datetime) -> str:
    """Return the age of a date; '' if it is just now, in the future, or not a date."""
    date = parse(text)
    passed = (now - date).total_seconds() if date else 0.0
    return span_words(passed) if passed >= _JUST_NOW else ""


def _dated(text: str, now: datetime, ago: str, exact: str) -> str:
    """Return a date with its age; alone if it has none."""
    date = parse(text)
    if not text or date is None:
        return exact.format(text) if text else ""
    age = _age(text, now)
    return ago.format(age, date_words(date)) if age else exact.format(date_words(date))
