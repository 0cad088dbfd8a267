"""State machine of a submission: the table of RULES.md. Pure functions: the outbox feeds in events and acts."""

import enum
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from caseeditor.domain.case.model import Case, held_text
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.evidence import (
    HAUNTED,
    find_facts,
    is_ours,
    is_stamped,
    may_be,
    same,
    sure_baseline,
    without_ours,
)
from caseeditor.domain.delivery.handover import draft_of, left_to_remove
from caseeditor.domain.delivery.memory import recalling
from caseeditor.domain.delivery.merge import Conflict, keep_mine, merge, take_theirs
from caseeditor.domain.delivery.snapshot import Reading, is_settled, take
from caseeditor.domain.delivery.submission import (
    UNSEEN,
    Answered,
    BackToDraft,
    Decided,
    Doubt,
    Event,
    Fact,
    Facts,
    Fate,
    Ghost,
    InParts,
    ItWasStored,
    Parcel,
    Read,
    Refused,
    Removed,
    SendAgain,
    State,
    Unsent,
    Verdict,
)
from caseeditor.domain.editing.changes import Parameters, What, reserved_names, submission
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.errors.failure import Failure, Kind, Reach
from caseeditor.domain.text.same_text import plain

LOOKS = 6
"""Reads after doubt before the agent is asked; their delays are Timing.looks."""
_MOST_REMOVALS = 3
_MOST_WAITS = 4
"""How often a server may put an attempt off (429)."""

replace = msgspec.structs.replace


class Step(enum.Enum):
    """What has to be done next."""

    READ = "read"
    POST = "post"
    REMOVE = "remove"
    ASK = "ask"
    NOTHING = "nothing"


def next_step(parcel: Parcel) -> Step:
    """Tell what a parcel waits for. SENDING and REMOVE are acted on once: found on disk, they are `resumed`."""
    match parcel.state:
        case State.QUEUED | State.UNSURE | State.ASKING:
            return Step.READ
        case State.SENDING:
            return Step.POST
        case State.REMOVING:
            return Step.REMOVE if parcel.removing else Step.READ
        case State.DECIDING:
            return Step.ASK
        case _:
            return Step.NOTHING


def advance(parcel: Parcel, event: Event) -> Parcel:
    """Return the parcel after an event. One that the table does not know changes nothing."""
    rule = TABLE.get((parcel.state, type(event)))
    return rule(parcel, event) if rule else parcel


def event_of(failure: Failure) -> Unsent | Refused | Doubt:
    """Return the event that an update's failure is."""
    match failure.reach:
        case Reach.UNSENT:
            return Unsent(failure)
        case Reach.UNKNOWN:
            return Doubt(failure)
        case Reach.ANSWERED:
            return Refused(failure)


def handed_over(parcel: Parcel, user: str) -> tuple[Parcel, Draft]:
    """Close a submission for another account that takes it over; returns it closed, and what becomes their draft.

    What may be stored keeps its doubt; of what is stored only the tags that are still to be removed go along.
    """
    parcel = resumed(parcel)
    if parcel.verdict:
        ended = replace(parcel, state=State.STORED, removing=())
        return ended, replace(left_to_remove(parcel), user=user)
    ended = advance(replace(parcel, state=State.ASKING), BackToDraft())
    return ended, replace(draft_of(ended), user=user)


def resumed(parcel: Parcel) -> Parcel:
    """Return a parcel as it goes on after a restart: a call that had begun may have been made."""
    return advance(parcel, Doubt())


# Queued.


def _queued_read(parcel: Parcel, read: Read) -> Parcel:
    parcel = recalling(_without_past_rejections(parcel, read), read)
    case, edit = read.reading.case, parcel.edit
    facts = _facts(parcel, read)
    if parcel.first is not None:  # an earlier attempt may have left traces
        is_asked_about = _has_match(facts) if parcel.is_only_rejected else True
        parcel = parcel if parcel.is_only_rejected else _with_held(parcel, facts)
        if _all_ours(facts) or is_stamped(parcel, case):
            return _settled(parcel, facts)
        if is_asked_about and (parcel.agreed is None or not same(facts, parcel.agreed)):
            state = State.ASKING if parcel.looks >= LOOKS else State.UNSURE
            return replace(parcel, state=state, facts=facts)
        if is_asked_about and (gone := _gone(facts, case)):
            return replace(parcel, state=State.DECIDING, conflicts=gone, facts=facts)
        edit = without_ours(edit, facts) if is_asked_about else edit
    merged, conflicts = merge(parcel.base, edit, case)
    if names := reserved_names(case, merged):
        return _back_to_draft(replace(parcel, why=Failure(kind=Kind.RESERVED, words=", ".join(names))), BackToDraft())
    if conflicts:
        return replace(parcel, state=State.DECIDING, conflicts=conflicts)
    sent = submission(case, merged)
    if not sent.parameters:
        return _settled(parcel, facts)
    baseline = take(read.reading, parcel.edit)
    ghosts = (Ghost(plain(text), read.reading.date, parcel.number) for text in merged.notes.values())
    parcel = replace(parcel, first=sure_baseline(parcel, facts, baseline), current=baseline)
    return replace(
        parcel,
        state=State.SENDING,
        sending=merged,
        parameters=_stamp(parcel) + sent.parameters,
        agreed=_facts(parcel, read) if parcel.agreed else None,
        attempts=parcel.attempts + 1,
        accepted=False,
        refused=False,
        words="",
        retry_after=0,
        why=None,
        looks=0,
        ghosts=(*parcel.ghosts, *ghosts),
    )


def _without_past_rejections(parcel: Parcel, read: Read) -> Parcel:
    """Forget rejected notes that can't land any more, and didn't."""
    ends = [ghost.date + HAUNTED if ghost.date else 0 for ghost in parcel.ghosts if not ghost.note]
    last = max(ends, default=0)
    if not parcel.is_only_rejected or 0 in ends or read.reading.date < last:
        return parcel
    case = read.reading.case
    in_time = tuple(note for note in case.notes if (note.milliseconds or 0) < last * 1000)
    then = replace(read, reading=replace(read.reading, case=replace(case, notes=in_time)))
    if _has_match(_facts(parcel, then)):
        return parcel
    return replace(parcel, first=None, current=None, ghosts=())


def _has_match(facts: Facts) -> bool:
    """Tell whether there is a new note like one that was rejected."""
    return any(_is_note(fact) and fact.fate in (Fate.OURS, Fate.MAYBE) for fact in facts.facts)


def _stamp(parcel: Parcel) -> Parameters:
    return ((parcel.stamp.name, parcel.stamp.value),) if parcel.stamp else ()


def _gone(facts: Facts, case: Case) -> tuple[Conflict, ...]:
    """Make conflicts of the fields that held, and no longer do."""
    found = []
    for change in (fact.change for fact in facts.facts if fact.fate is Fate.GONE):
        theirs = case.subject if change.what is What.SUBJECT else held_text(case, change.name)
        theirs = None if change.what is What.TAG_ADDED else theirs
        found.append(Conflict(change.what, change.name, change.before, change.after or "", theirs, held=True))
    return tuple(found)


def _decided(parcel: Parcel, decided: Decided) -> Parcel:
    base, edit, held = parcel.base, parcel.edit, parcel.held
    yielded = tuple(conflict for conflict in parcel.conflicts if conflict.field in decided.theirs)
    for conflict in parcel.conflicts:
        if conflict in yielded:
            edit = take_theirs(edit, conflict)
        elif conflict.what in (What.SUBJECT, What.ATTRIBUTE):
            base = keep_mine(base, conflict)
        held = tuple(field for field in held if field != conflict.field)
    return replace(
        parcel,
        state=State.REMOVING if _is_removal(parcel) else State.QUEUED,
        base=base,
        edit=edit,
        held=held,
        conflicts=(),
        yielded=(*parcel.yielded, *yielded),
        agreed=_agreed_after(parcel, decided),
        removals=0,
    )


def _is_removal(parcel: Parcel) -> bool:
    return any(conflict.what is What.TAG_REMOVED for conflict in parcel.conflicts)


def _agreed_after(parcel: Parcel, decided: Decided) -> Facts | None:
    """Keep what was agreed to before a conflict, less what is theirs now, and with nothing gone any more."""
    if parcel.agreed is None:
        return None
    kept = tuple(
        replace(fact, fate=Fate.ABSENT if fact.fate is Fate.GONE else fact.fate)
        for fact in parcel.agreed.facts
        if fact.change.field not in decided.theirs
    )
    return replace(parcel.agreed, facts=kept)


# Sending.


def _sending_unsent(parcel: Parcel, unsent: Unsent) -> Parcel:
    return replace(_taken_back(parcel), state=State.QUEUED, words=unsent.failure.words)


def _sending_answered(parcel: Parcel, answered: Answered) -> Parcel:
    parcel = replace(parcel, accepted=True)
    if answered.case is None:
        return replace(parcel, state=State.UNSURE)
    facts = find_facts(parcel, answered.case, answered.ghosts, shows_notes=answered.shows_notes, way=answered.way)
    parcel = _with_held(parcel, facts)
    notes = [fact for fact in facts.facts if _is_note(fact)]
    shown = answered.case.notes or (answered.shows_notes and answered.case.notes_shown)
    if all(fact.fate is Fate.OURS and (fact.note or not shown) for fact in notes):
        return _settled(parcel, facts)
    return replace(parcel, state=State.UNSURE, facts=facts)


def _sending_refused(parcel: Parcel, refused: Refused) -> Parcel:
    failure = refused.failure
    again = (failure.retry_after or 1) if failure.kind is Kind.TOO_MANY else 0
    return replace(parcel, state=State.UNSURE, refused=True, words=failure.words, retry_after=again, why=failure)


def _sending_doubt(parcel: Parcel, doubt: Doubt) -> Parcel:
    return replace(parcel, state=State.UNSURE, why=doubt.failure)


# Unsure and asking.


def _unsure_read(parcel: Parcel, read: Read) -> Parcel:
    parcel = _looked(parcel, read)
    if parcel.state is not State.UNSURE or parcel.looks < LOOKS:
        return parcel
    may_repeat = not parcel.edit.notes and _is_unmoved(parcel, read.reading)
    if may_repeat and not (parcel.resent or parcel.refused or parcel.accepted):
        return replace(parcel, state=State.QUEUED, resent=True, agreed=parcel.facts)
    return replace(parcel, state=State.ASKING)


def _looked(parcel: Parcel, read: Read) -> Parcel:
    facts, is_first = _facts(parcel, read), not parcel.looks
    parcel = replace(_with_held(parcel, facts), facts=facts, looks=parcel.looks + 1)
    is_taken = facts.moved and (is_first or is_ours(facts.updated_by, parcel))
    is_certain = _all_ours(facts) or is_stamped(parcel, read.reading.case)
    if is_certain or (parcel.accepted and (_bears_out(facts) or is_taken)):
        return _settled(parcel, facts)
    if parcel.refused and _is_unmoved(parcel, read.reading):
        if parcel.retry_after and parcel.waits < _MOST_WAITS:
            return replace(_rejected(parcel), state=State.QUEUED, waits=parcel.waits + 1)
        if parcel.attempts == 1 and _wants_token(parcel) and not parcel.resent:
            return replace(_rejected(parcel), state=State.QUEUED, resent=True)
        if parcel.attempts == 1:  # an earlier one could still land
            return replace(_rejected(parcel), state=State.REFUSED)
    return parcel


def _wants_token(parcel: Parcel) -> bool:
    """Tell whether the token was rejected: once there is another, the changes go out, but only once."""
    return parcel.why is not None and parcel.why.kind.needs_token


def _in_parts(parcel: Parcel, _: InParts) -> Parcel:
    """Have a read decide about a rejected attempt without another one of the same size."""
    return replace(parcel, resent=True) if parcel.refused else parcel


def _send_again(parcel: Parcel, event: SendAgain) -> Parcel:
    return replace(parcel, state=State.QUEUED, agreed=event.facts)


def _it_was_stored(parcel: Parcel, _: ItWasStored) -> Parcel:
    ghosts = laid(parcel, parcel.facts) if parcel.facts else parcel.ghosts
    return _closed(replace(parcel, verdict=Verdict.AGENT, ghosts=ghosts))


def _back_to_draft(parcel: Parcel, _: BackToDraft) -> Parcel:
    """Take a submission back, unless all but its removals is stored already."""
    if parcel.verdict:
        return parcel
    ghosts = laid(parcel, parcel.facts) if parcel.facts else parcel.ghosts
    return replace(parcel, state=State.DRAFT, ghosts=ghosts)


# Removing tags.


def _removing_read(parcel: Parcel, read: Read) -> Parcel:
    case = read.reading.case
    left = tuple(tag for tag, add in parcel.edit.tags.items() if not add and tag in case.tags)
    if not left:
        return replace(parcel, state=State.STORED, removing=())
    if parcel.removals and (parcel.removals >= _MOST_REMOVALS or case.update_date != parcel.removal_mark):
        conflicts = tuple(Conflict(What.TAG_REMOVED, tag, tag, "", tag) for tag in left)
        return replace(parcel, state=State.DECIDING, conflicts=conflicts, removing=())
    return replace(parcel, removing=left, removals=parcel.removals + 1, removal_mark=case.update_date)


def _removing_removed(parcel: Parcel, _: Removed | Doubt) -> Parcel:
    return replace(parcel, removing=())


# Stored.


def _stored_read(parcel: Parcel, read: Read) -> Parcel:
    """Notice, once each, that a note of an attempt turned up whose end nobody knew."""
    texts = [ghost.text for ghost in parcel.ghosts if not ghost.note]
    if parcel.verdict is Verdict.ACCEPTED or not texts:
        return parcel
    looked_for = replace(parcel, stamp=None, edit=Edit(notes=dict(enumerate(texts))))
    facts = _facts(looked_for, read)
    late = tuple(fact.shown for fact in facts.facts if fact.fate is Fate.OURS)
    return replace(parcel, late=(*parcel.late, *late), ghosts=laid(replace(looked_for, accepted=False), facts))


# What the rules share.


def _facts(parcel: Parcel, read: Read) -> Facts:
    return find_facts(parcel, read.reading.case, read.ghosts, shows_notes=read.shows_notes, way=read.way)


def _with_held(parcel: Parcel, facts: Facts) -> Parcel:
    seen = [fact.change.field for fact in facts.facts if fact.fate is Fate.OURS and not _is_note(fact)]
    return replace(parcel, held=tuple(dict.fromkeys((*parcel.held, *seen))))


def _is_note(fact: Fact) -> bool:
    return fact.change.what is What.NOTE


def _all_ours(facts: Facts) -> bool:
    return all(fact.fate is Fate.OURS for fact in facts.facts)


def _bears_out(facts: Facts) -> bool:
    """Tell whether nothing contradicts a good answer: no note of ours is missing that would be visible."""
    return all(_is_there(fact) or fact.fate is Fate.UNKNOWN for fact in facts.facts if _is_note(fact))


def _is_there(fact: Fact) -> bool:
    """Tell whether a note is shown that is like ours, if it may be somebody else's too."""
    return bool(fact.note) and may_be(fact.shown, fact.change.after or "")


def _is_unmoved(parcel: Parcel, reading: Reading) -> bool:
    """Tell whether the case surely is as it was right before the last attempt. Without dates nothing is sure."""
    then, now = parcel.current, take(reading, parcel.edit)
    if then is None or not all(is_settled(each.update_date, each.date) for each in (then, now)):
        return False
    return replace(now, date=then.date) == then


def _taken_back(parcel: Parcel) -> Parcel:
    """Undo the last attempt, of which nothing is stored."""
    return _less_one(parcel, parcel.ghosts[: len(parcel.ghosts) - len(parcel.sending.notes)])


def _rejected(parcel: Parcel) -> Parcel:
    """Undo the last attempt, which the server rejected and a read shows nothing of; its notes may still land."""
    return _less_one(parcel, parcel.ghosts)


def _less_one(parcel: Parcel, ghosts: tuple[Ghost, ...]) -> Parcel:
    is_trace_left = parcel.attempts > 1 or bool(ghosts)
    return replace(
        parcel,
        attempts=parcel.attempts - 1,
        first=parcel.first if is_trace_left else None,
        current=parcel.current if is_trace_left else None,
        ghosts=ghosts,
        refused=False,
    )


def laid(parcel: Parcel, facts: Facts) -> tuple[Ghost, ...]:
    """Return the ghosts of a submission that closes, each told which note it is, where that note is there."""
    ghosts = list(parcel.ghosts)
    order = range(len(ghosts))
    for fact in facts.facts:
        text = plain(fact.change.after or "")
        if _is_note(fact) and (fact.fate is Fate.OURS or (parcel.accepted and _is_there(fact))):
            for place in reversed(order) if parcel.accepted else order:
                if ghosts[place].text == text and not ghosts[place].note:
                    ghosts[place] = replace(ghosts[place], note=fact.note or UNSEEN)
                    break
    return tuple(ghosts)


def _settled(parcel: Parcel, facts: Facts) -> Parcel:
    is_seen = all(fact.fate is Fate.OURS or _is_there(fact) for fact in facts.facts if _is_note(fact))
    verdict = Verdict.SEEN if is_seen else Verdict.ACCEPTED
    return _closed(replace(parcel, facts=facts, verdict=verdict, ghosts=laid(parcel, facts)))


def _closed(parcel: Parcel) -> Parcel:
    has_removals = any(not add for add in parcel.edit.tags.values())
    return replace(parcel, state=State.REMOVING if has_removals else State.STORED, removing=(), removals=0)


TABLE: Mapping[tuple[State, type], Callable[[Parcel, Any], Parcel]] = {
    (State.QUEUED, Read): _queued_read,
    (State.QUEUED, BackToDraft): _back_to_draft,
    (State.SENDING, Unsent): _sending_unsent,
    (State.SENDING, Answered): _sending_answered,
    (State.SENDING, Refused): _sending_refused,
    (State.SENDING, Doubt): _sending_doubt,
    (State.UNSURE, Read): _unsure_read,
    (State.UNSURE, BackToDraft): _back_to_draft,
    (State.UNSURE, InParts): _in_parts,
    (State.ASKING, Read): _looked,
    (State.ASKING, SendAgain): _send_again,
    (State.ASKING, ItWasStored): _it_was_stored,
    (State.ASKING, BackToDraft): _back_to_draft,
    (State.DECIDING, Decided): _decided,
    (State.DECIDING, BackToDraft): _back_to_draft,
    (State.REMOVING, Read): _removing_read,
    (State.REMOVING, Removed): _removing_removed,
    (State.REMOVING, Doubt): _removing_removed,
    (State.STORED, Read): _stored_read,
}
