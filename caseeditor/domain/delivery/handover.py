"""Conversion of drafts to submissions and back (RULES.md, rules 2 and 10)."""

import msgspec

from caseeditor.domain.case.model import OWN_FIELDS, RESERVED, Case
from caseeditor.domain.delivery.draft import Doubtful, Draft
from caseeditor.domain.delivery.evidence import effects, without_ours
from caseeditor.domain.delivery.merge import joined, joined_base
from caseeditor.domain.delivery.submission import Stamp, State, Submission
from caseeditor.domain.editing.edit import Edit, completed
from caseeditor.domain.text.same_text import plain

replace = msgspec.structs.replace


def submitted(draft: Draft, case: Case) -> Submission:
    """Make a submission from a draft and the case that the agent sees. Unconfirmed changes go through the evidence.

    The doubt ends with its notes: a discarded note is no longer looked for, unless it is typed again. A doubt that the
    draft has lost is recalled from earlier submissions before sending (memory.py).
    """
    submission = Submission(
        server=draft.server,
        user=draft.user,
        case_id=draft.case_id,
        edit=completed(draft.edit, case),
        base=draft.base,
    )
    if draft.doubt is None or not _is_in_doubt(submission.edit, draft.doubt):
        return submission
    was = {
        (evidence.change.field, evidence.change.after)
        for evidence in (draft.doubt.findings.evidence if draft.doubt.findings else ())
    }
    unchanged = {change.field for change in effects(submission.edit, draft.base) if (change.field, change.after) in was}
    return replace(
        submission,
        first=draft.doubt.first,
        current=draft.doubt.current,
        attempts=draft.doubt.attempts,
        seen_applied=tuple(field for field in draft.doubt.seen_applied if field in unchanged),
        unconfirmed=draft.doubt.unconfirmed,
        recalled=draft.doubt.recalled,
    )


def _is_in_doubt(edit: Edit, doubt: Doubtful) -> bool:
    open_ones = {unconfirmed_note.text for unconfirmed_note in doubt.unconfirmed if not unconfirmed_note.note}
    return any(number in edit.doubtful or plain(text) in open_ones for number, text in edit.notes.items())


def may_be_stamp(name: str) -> bool:
    """Check that an attribute of this name can hold a stamp: names with a meaning to the server cannot."""
    return name.strip() not in RESERVED | OWN_FIELDS


def stamped(submission: Submission, stamp: Stamp) -> Submission:
    """Add a stamp, unless its name is reserved or used by the agent's own edit."""
    name = stamp.name.strip()
    used = {each.strip() for each in (*submission.edit.values, *(row.name for row in submission.edit.rows.values()))}
    if not name or not may_be_stamp(name) or name in used:
        return submission
    return replace(submission, stamp=replace(stamp, name=name))


def returning(submission: Submission) -> Edit:
    """Return the changes that go back to the draft: everything not certainly stored, including removed tags."""
    if submission.state not in (State.REJECTED, State.DRAFT):
        return Edit()
    return without_ours(submission.edit, submission.findings) if submission.findings else submission.edit


def doubt_of(submission: Submission) -> Doubtful | None:
    """Return the doubt that the draft must keep if a returned note is, or may still be, stored; otherwise None."""
    if submission.first is None or submission.current is None or not returning(submission).notes:
        return None
    if all(unconfirmed_note.note for unconfirmed_note in submission.unconfirmed):
        return None
    return Doubtful(
        first=submission.first,
        current=submission.current,
        attempts=submission.attempts,
        seen_applied=submission.seen_applied if submission.attempts else (),
        unconfirmed=submission.unconfirmed,
        recalled=submission.recalled,
        findings=submission.findings,
    )


def draft_of(submission: Submission) -> Draft:
    """Return the changes that go back, as a draft of their own.

    Those of a batch's row stay with its plan; only another account that takes it over gets them as a draft.
    """
    edit, doubt = returning(submission), doubt_of(submission)
    return Draft(
        server=submission.server,
        user=submission.user,
        case_id=submission.case_id,
        edit=replace(edit, doubtful=tuple(edit.notes) if doubt else ()),
        base=submission.base,
        subject=submission.base.subject,
        doubt=doubt,
        backs=(submission.number,),
    )


def left_to_remove(submission: Submission) -> Draft:
    """Return the pending tag removals of an otherwise stored submission, as a draft of their own."""
    removals = {tag: add for tag, add in submission.edit.tags.items() if not add}
    return Draft(
        server=submission.server,
        user=submission.user,
        case_id=submission.case_id,
        edit=Edit(tags=removals),
        base=submission.base,
        subject=submission.base.subject,
        backs=(submission.number,),
    )


def joined_draft(there: Draft, back: Draft) -> Draft:
    """Merge a returned draft into the existing one."""
    return replace(
        there,
        edit=joined(there.edit, back.edit),
        base=joined_base(there.edit, there.base, back.edit, back.base),
        doubt=joined_doubt(there.doubt, back.doubt),
        backs=tuple(dict.fromkeys((*there.backs, *back.backs))),
    )


def joined_doubt(there: Doubtful | None, back: Doubtful | None) -> Doubtful | None:
    """Combine two doubts. Of notes newer than the older baseline, only the date shows which may be ours."""
    if there is None or back is None:
        return there or back
    return Doubtful(
        first=replace(there.first, notes_shown=False),
        current=back.current,
        attempts=there.attempts + back.attempts,
        seen_applied=tuple(dict.fromkeys((*there.seen_applied, *back.seen_applied))),
        unconfirmed=(*there.unconfirmed, *back.unconfirmed),
        recalled=(*there.recalled, *back.recalled),
        findings=back.findings,
    )
