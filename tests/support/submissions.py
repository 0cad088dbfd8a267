"""Submissions for tests, brought to each state by the events that lead there."""

from collections.abc import Iterable
from typing import Any

import msgspec

from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.snapshot import Reading, take
from caseeditor.domain.delivery.state_machine import VERIFICATION_READS, transition
from caseeditor.domain.delivery.submission import (
    Doubt,
    EffectStatus,
    Event,
    Read,
    Refused,
    SendAgain,
    Submission,
    UnconfirmedNote,
)
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.errors.failure import Failure, FailureKind, RequestReach
from tests.support.samples import read, stored

OLD = stored("una nota vieja", date=1)
WAS: dict[str, Any] = {"notes": [OLD], "subject": "asunto", "tags": ["spam"], "prioridad": "baja"}
START = 1426507200
BEFORE = "2015-03-16T11:00:00+0000"
AFTER = "2015-03-16T12:00:30+0000"
NOTE = Edit(notes={1: "llamar"})
SUBJECT = Edit(subject="mío")
BOTH = Edit(subject="mío", notes={1: "llamar"})
OURS = stored("llamar", date=9)
replace = msgspec.structs.replace


def case(*, moved: bool = False, **changes: object) -> Case:
    return read(**{**WAS, "update_date": AFTER if moved else BEFORE, "updated_by": "luis", **changes})


def look(found: Case | None = None, date: int = START + 60, unconfirmed: tuple[UnconfirmedNote, ...] = ()) -> Read:
    return Read(Reading(found or case(), date), unconfirmed, shows_notes=True)


STORED = case(moved=True, subject="mío", notes=[OURS, OLD])
NO = Refused(Failure(kind=FailureKind.REFUSED, reach=RequestReach.ANSWERED, status=400, words="no"))
WAIT = Refused(
    Failure(kind=FailureKind.TOO_MANY, reach=RequestReach.ANSWERED, status=429, retry_after=5, words="slow down")
)


def queued(edit: Edit = NOTE) -> Submission:
    base = take(Reading(case(), START - 100), edit)
    return Submission(number=7, server="s", user="support", case_id="203", edit=edit, base=base)


def after(submission: Submission, *events: Event) -> Submission:
    for event in events:
        submission = transition(submission, event)
        assert msgspec.json.decode(msgspec.json.encode(submission), type=Submission) == submission
    return submission


def sending(edit: Edit = NOTE) -> Submission:
    return after(queued(edit), look(date=START))


def unsure(edit: Edit = NOTE) -> Submission:
    return after(sending(edit), Doubt())


def looked(submission: Submission, found: Case | None = None, times: int = VERIFICATION_READS) -> Submission:
    return after(submission, *[look(found)] * times)


def asking(edit: Edit = NOTE, found: Case | None = None) -> Submission:
    return looked(unsure(edit), found or case(moved=True))


def again(submission: Submission) -> Submission:
    assert submission.findings is not None
    return after(submission, SendAgain(submission.findings))


def fates(submission: Submission) -> list[EffectStatus]:
    assert submission.findings is not None
    return [evidence.status for evidence in submission.findings.evidence]


def names(parameters: Iterable[tuple[str, str]]) -> list[str]:
    return [name for name, _ in parameters]
