"""The effects of a submission that a read proves (RULES.md, rules 5 to 8)."""

from collections import Counter
from collections.abc import Callable, Sequence

import msgspec

from caseeditor.domain.case.model import Case, Note, held_text
from caseeditor.domain.case.user import names_in
from caseeditor.domain.delivery.snapshot import Snapshot, digest, new_notes
from caseeditor.domain.delivery.submission import UNSEEN, EffectStatus, Evidence, Findings, Submission, UnconfirmedNote
from caseeditor.domain.delivery.visibility import may_be_hidden
from caseeditor.domain.editing.changes import Change, ChangeKind
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.text.same_text import plain

replace = msgspec.structs.replace

UNCONFIRMED_FOR = 15 * 60
"""Seconds during which an attempt with unknown outcome may still be stored."""
_LAST_PLAIN = 0xFFFF
"""The last code point of three UTF-8 bytes. Servers without four-byte characters truncate notes before the next one."""


def is_like(shown: str, text: str) -> bool:
    """Check that a shown note is the sent text, exactly or in a usual stored form."""
    return _alike(shown, text) or _cut(shown, text)


def may_be(shown: str, text: str) -> bool:
    """Check that a shown note could be the sent text after any change that a server may make."""
    if is_like(shown, text):
        return True
    from caseeditor.domain.delivery.server_edits import resembles  # noqa: PLC0415 - long tables, not needed at start-up

    return resembles(shown, text)


def effects(edit: Edit, base: Snapshot) -> tuple[Change, ...]:
    """List the intended effects of an edit. Removed tags are left out: they are delivered separately."""
    found: list[Change] = []
    if edit.subject is not None:
        found.append(Change(ChangeKind.SUBJECT, before=base.subject, after=edit.subject))
    found += [Change(ChangeKind.TAG_ADDED, tag, after=tag) for tag, add in edit.tags.items() if add]
    found += [Change(ChangeKind.NOTE, after=text) for _, text in sorted(edit.notes.items())]
    named = [*edit.values.items(), *((row.name, row.value) for _, row in sorted(edit.rows.items()))]
    found += [Change(ChangeKind.ATTRIBUTE, name, base.attributes.get(name), value) for name, value in named]
    return tuple(found)


def find_evidence(
    submission: Submission,
    case: Case,
    unconfirmed: tuple[UnconfirmedNote, ...],
    *,
    shows_notes: bool,
    way: tuple[str, ...] = (),
) -> Findings:
    """Compare a case with a submission.

    `unconfirmed` has other submissions' notes; the submission's own are ignored. `way` is the set of edits that this
    server makes to notes (domain.delivery.server_edits).
    """
    before = submission.first or submission.base
    changes = effects(submission.edit, submission.base)
    texts = [change.after or "" for change in changes if change.what is ChangeKind.NOTE]
    others = tuple(
        unconfirmed_note for unconfirmed_note in unconfirmed if unconfirmed_note not in submission.unconfirmed
    )
    if case.notes_shown and (case.notes or shows_notes or before.notes):
        notes = iter(_notes(texts, submission, case, others, way))
    else:
        notes = iter([(EffectStatus.UNKNOWN, "", "")] * len(texts))
    if is_stamped(submission, case):
        notes = iter([_known_to_be_there(text, found) for text, found in zip(texts, notes, strict=True)])
    findings = tuple(
        Evidence(change, *next(notes)) if change.what is ChangeKind.NOTE else _field(change, case, submission)
        for change in changes
    )
    last = submission.current or before
    if submission.attempts and not submission.accepted and _is_hidden(submission, case, findings, way):
        findings = tuple(
            replace(evidence, status=EffectStatus.HIDDEN) if _is_missing(evidence) else evidence
            for evidence in findings
        )
    return Findings(findings, case.update_date != last.update_date, case.update_date, case.updated_by)


def most_shown_by(findings: Findings, case: Case, most: int) -> int:
    """Return the maximum number of notes that a server shows, by a good answer; `most` is the known one, 0 for none."""
    if case.notes and any(_is_missing(evidence) for evidence in findings.evidence):
        return len(case.notes)
    return 0 if len(case.notes) > most else most


def _is_missing(evidence: Evidence) -> bool:
    return evidence.change.what is ChangeKind.NOTE and evidence.status is EffectStatus.MISSING


def _is_hidden(submission: Submission, case: Case, findings: Sequence[Evidence], way: tuple[str, ...]) -> bool:
    """Check whether a note that is not shown may be stored, because the last change of the case may be ours."""
    before = submission.first or submission.base
    last = submission.current or before
    if not any(_is_missing(evidence) for evidence in findings):
        return False
    is_by_us = is_ours(case.updated_by, submission) or any(
        evidence.status is EffectStatus.CONFIRMED for evidence in findings
    )
    has_moved = case.update_date != last.update_date
    return (has_moved and is_by_us and bool(case.notes)) or may_be_hidden(before, last, case, submission.edit, way)


def way_of(findings: Findings) -> tuple[str, ...]:
    """Name the edits that the server made to notes that are certainly ours; unknown edits have no name."""
    from caseeditor.domain.delivery.server_edits import explain  # noqa: PLC0415 - long tables, not needed at start-up

    ours = [
        evidence
        for evidence in findings.evidence
        if evidence.change.what is ChangeKind.NOTE and evidence.status is EffectStatus.CONFIRMED and evidence.note
    ]
    ways = (explain(evidence.change.after or "", evidence.shown) for evidence in ours)
    return tuple(dict.fromkeys(name for way in ways for name in way or ()))


def already_noted(submission: Submission, case: Case, way: tuple[str, ...] = ()) -> frozenset[int]:
    """Return the numbers of the submission's notes whose text the case has by our user, each by a note of its own.

    A note without a name may be our user's: it is not sent a second time.
    """
    left = [note for note in case.notes if _is_by(note, submission)]
    found: set[int] = set()
    for likeness, by_us in _likenesses(way):
        for number, text in sorted(submission.edit.notes.items()) if by_us else ():
            note = next((note for note in left if likeness(note.text, text)), None)
            if note is not None and number not in found:
                left.remove(note)
                found.add(number)
    return frozenset(found)


def is_stamped(submission: Submission, case: Case) -> bool:
    """Check for the submission's stamp. A case that shows it has stored the whole submission (rule 13)."""
    return submission.stamp is not None and held_text(case, submission.stamp.name) == submission.stamp.value


def sure_baseline(submission: Submission, findings: Findings, baseline: Snapshot) -> Snapshot:
    """Return the baseline for evidence after one more attempt: everything that is there and not ours.

    The agent saw the other notes and chose to send, so they are not ours. Notes that are not shown at the moment cannot
    be distinguished later.
    """
    if submission.first is None:
        return baseline
    if not baseline.notes_shown:
        return msgspec.structs.replace(submission.first, notes_shown=False)
    ours = Counter(
        evidence.note for evidence in findings.evidence if evidence.note and evidence.status is EffectStatus.CONFIRMED
    )
    return msgspec.structs.replace(baseline, notes=dict(Counter(baseline.notes) - ours))


def same(one: Findings, other: Findings) -> bool:
    """Check that two reads show the same, so that consent given on one holds for the other."""

    def shown(findings: Findings) -> list[tuple[str, str | None, EffectStatus, str]]:
        return [
            (evidence.change.field, evidence.change.after, evidence.status, evidence.shown)
            for evidence in findings.evidence
        ]

    return one.update_date == other.update_date and shown(one) == shown(other)


def without_ours(edit: Edit, findings: Findings) -> Edit:
    """Return the missing part of an edit. After a doubt, only that is sent."""
    there = [evidence.change for evidence in findings.evidence if evidence.status is EffectStatus.CONFIRMED]
    texts = [change.after for change in there if change.what is ChangeKind.NOTE]
    notes: dict[int, str] = {}
    for number, text in sorted(edit.notes.items()):
        if text in texts:
            texts.remove(text)
        else:
            notes[number] = text
    names = {change.name for change in there if change.what is ChangeKind.ATTRIBUTE}
    tags = {change.name for change in there if change.what is ChangeKind.TAG_ADDED}
    return msgspec.structs.replace(
        edit,
        subject=None if any(change.what is ChangeKind.SUBJECT for change in there) else edit.subject,
        notes=notes,
        tags={tag: add for tag, add in edit.tags.items() if tag not in tags},
        values={name: value for name, value in edit.values.items() if name not in names},
        rows={number: row for number, row in edit.rows.items() if row.name not in names},
    )


def _field(change: Change, case: Case, submission: Submission) -> Evidence:
    """Return the status of a field. Trimmed or in other letter case, a new value counts as ours."""
    gone = EffectStatus.REVERTED if change.field in submission.seen_applied else EffectStatus.MISSING
    if change.what is ChangeKind.TAG_ADDED:
        there = change.name if change.name in case.tags else None
        fresh = (tag for tag in case.tags if tag not in submission.base.tags and _folded(tag) == _folded(change.name))
        there = next(fresh, None) if there is None else there
        return Evidence(change, gone if there is None else EffectStatus.CONFIRMED, there or "")
    is_subject = change.what is ChangeKind.SUBJECT
    now = case.subject if is_subject else held_text(case, change.name)
    is_alike = now not in (None, change.before) and _folded(now or "") == _folded(change.after or "")
    return Evidence(change, EffectStatus.CONFIRMED if now == change.after or is_alike else gone, now or "")


def _folded(text: str) -> str:
    return plain(text).casefold()


def _texts_in_doubt(submission: Submission, unconfirmed: tuple[UnconfirmedNote, ...]) -> list[str]:
    """List the notes that attempts of other submissions may have stored since the first baseline.

    One that only a stamp confirmed is stored, but it may be any of the notes.
    """
    start = (submission.first or submission.base).date
    open_ones = [each for each in unconfirmed if each.note in {"", UNSEEN}]
    return [
        unconfirmed_note.text
        for unconfirmed_note in open_ones
        if not (start and unconfirmed_note.date) or start - unconfirmed_note.date < UNCONFIRMED_FOR
    ]


_Found = tuple[EffectStatus, str, str]


def _notes(
    texts: list[str], submission: Submission, case: Case, others: tuple[UnconfirmedNote, ...], way: tuple[str, ...]
) -> list[_Found]:
    """Match each submitted note to a distinct new note, trying exact matches first.

    A note by another user may be ours under another form of our name. If the baseline showed no notes, only the date
    tells whether a note is new. A note that no attempt sent cannot be there. A recalled note is never certain to be the
    same: as many new notes like it as were recalled may be theirs.
    """
    before = submission.first or submission.base
    in_doubt = _texts_in_doubt(submission, others)
    known = Counter(
        unconfirmed_note.note for unconfirmed_note in (*submission.unconfirmed, *others) if unconfirmed_note.note
    )
    fresh = new_notes(msgspec.structs.replace(before, notes=Counter(before.notes) | known), case)
    left = list(fresh)
    sent = Counter(
        unconfirmed_note.text
        for unconfirmed_note in submission.unconfirmed
        if not unconfirmed_note.note and unconfirmed_note not in submission.recalled
    )
    recalled = [each.text for each in submission.recalled if each in submission.unconfirmed and not each.note]
    for text in texts if recalled else ():
        sent[plain(text)] = min(sent[plain(text)], _beyond(recalled, text, fresh))
    found: dict[int, _Found] = {}
    places: dict[int, Note] = {}
    for likeness, by_us in _likenesses(way):
        for place, text in enumerate(texts):
            likely = (note for note in left if likeness(note.text, text) and (not by_us or _is_by(note, submission)))
            note = next(likely, None) if place not in found else None
            if note is not None:
                left.remove(note)
                is_in_doubt = any(may_be(note.text, unconfirmed_note) for unconfirmed_note in in_doubt)
                sure = by_us and _is_new(note, before) and not is_in_doubt and sent[plain(text)] > 0
                sent[plain(text)] -= sure
                found[place] = (EffectStatus.CONFIRMED if sure else EffectStatus.AMBIGUOUS, note.text, digest(note))
                places[place] = note
    if len(found) < len(texts) and not in_doubt and (changed := _changed(texts, submission, fresh, places)):
        return changed
    maybe = [note for note in left if _is_possible(note, submission, (*sent, *texts))]
    rest = (EffectStatus.AMBIGUOUS, maybe[0].text, digest(maybe[0])) if maybe else (EffectStatus.MISSING, "", "")
    return [found.get(place, rest) for place in range(len(texts))]


def _beyond(recalled: list[str], text: str, fresh: Sequence[Note]) -> int:
    """Count the new notes like a text that are more than the recalled notes account for."""
    like = [note for note in fresh if may_be(note.text, text)]
    return max(0, len(like) - sum(any(may_be(note.text, each) for note in like) for each in recalled))


def _likenesses(way: tuple[str, ...]) -> tuple[tuple[Callable[[str, str], bool], bool], ...]:
    """List the ways to match a note, strictest first, each with whether the note must be by our user."""
    from caseeditor.domain.delivery.server_edits import apply  # noqa: PLC0415 - long tables, not needed at start-up

    def as_known(shown: str, text: str) -> bool:
        return bool(way) and plain(shown) == apply(way, text)

    by_us = ((_same, True), (_alike, True), (as_known, True), (_cut, True))
    return *by_us, (_same, False), (_alike, False), (is_like, False), (as_known, False)


def _changed(
    texts: list[str], submission: Submission, fresh: Sequence[Note], places: dict[int, Note]
) -> list[_Found] | None:
    """Identify our notes after a good answer although the server changed them (rule 5a); None if uncertain.

    Requires exactly as many new notes by us as were sent, in order, and no other attempt that may have made one. Later
    reads do not qualify: by then our user may have written notes elsewhere.
    """
    before = submission.first or submission.base
    ours = [note for note in fresh if is_ours(note.user_name, submission) and _is_new(note, before)]
    attempted = sum(not unconfirmed_note.note for unconfirmed_note in submission.unconfirmed)
    if (
        not submission.accepted
        or submission.verification_reads
        or not len(texts) == len(ours) == attempted == len(submission.sending.notes)
    ):
        return None
    orders = [each for each in (ours, ours[::-1]) if all(each[place] is note for place, note in places.items())]
    if not orders:
        return None
    dates = [note.milliseconds or 0 for note in ours]
    told_backwards = dates[0] > dates[-1]
    best = max(
        orders,
        key=lambda order: (
            sum(may_be(note.text, text) for note, text in zip(order, texts, strict=True)),
            (order is not ours) is told_backwards,
        ),
    )
    return [(EffectStatus.CONFIRMED, note.text, digest(note)) for note in best]


def _is_possible(note: Note, submission: Submission, texts: Sequence[str]) -> bool:
    """Check whether a new note may be ours.

    Any note by our user may be; if the server rejected all attempts, only a matching one.
    """
    by_us = _is_by(note, submission) and not submission.is_only_rejected
    return by_us or any(may_be(note.text, text) for text in texts)


def _known_to_be_there(text: str, found: tuple[EffectStatus, str, str]) -> tuple[EffectStatus, str, str]:
    """Return the status of a note that is certainly stored (stamp). Only a matching note can be it."""
    _, shown, note = found
    return (EffectStatus.CONFIRMED, shown, note) if may_be(shown, text) else (EffectStatus.CONFIRMED, "", "")


def _is_younger(note: Note, before: Snapshot) -> bool:
    """Check by the server's clock that a note was made after a settled read."""
    made = note.milliseconds
    return bool(before.date) and made is not None and made >= before.date * 1000


def _is_new(note: Note, before: Snapshot) -> bool:
    return before.notes_shown or _is_younger(note, before)


def _is_by(note: Note, submission: Submission) -> bool:
    """Check whether a note may be by our user; a missing name fits every user."""
    return not note.user_name.strip() or not any(_names(submission)) or is_ours(note.user_name, submission)


def is_ours(name: str, submission: Submission) -> bool:
    """Check that a name is our user's."""
    return bool(name.strip()) and name.strip().casefold() in _names(submission)


def _names(submission: Submission) -> set[str]:
    return {name.strip().casefold() for name in (submission.names or names_in(submission.user))}


def _same(shown: str, text: str) -> bool:
    return shown == text


def _alike(shown: str, text: str) -> bool:
    return plain(shown) == plain(text)


def _cut(shown: str, text: str) -> bool:
    kept, whole = plain(shown), plain(text)
    if not kept or not whole.startswith(kept):
        return False
    rest = whole[len(kept) :].lstrip()
    return bool(rest) and ord(rest[0]) > _LAST_PLAIN
