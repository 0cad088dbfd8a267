"""The undo of a batch: its rows, made of what was done, and their plan over the cases as they are now.

A row of an undo has wishes: `before` is our value, `after` the one to put back, None for an attribute that did not
exist. Until it has a plan, they are its changes, too.
"""

import itertools
from collections.abc import Iterable

import msgspec

from caseeditor.domain.batch.plan.planning import described, planned_over
from caseeditor.domain.batch.reasons import Reason, joined, why
from caseeditor.domain.batch.row import FieldResult, Row, RowPlan
from caseeditor.domain.case.model import Case, held_text
from caseeditor.domain.delivery.snapshot import Reading
from caseeditor.domain.editing import edit as edits
from caseeditor.domain.editing.changes import Change, ChangeKind
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.text.same_text import plain


def undo_rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return the rows of the undo of a batch: one for each case of which something was done, except notes.

    Rows of one case, in order, are one change: from the value before the first to that of the last.
    """
    wishes: dict[str, dict[tuple[object, str], Change]] = {}
    sources: dict[str, Row] = {}
    for row in rows:
        for result in row.done:
            if result.change.what is not ChangeKind.NOTE:
                _add(wishes.setdefault(row.case_id, {}), result)
                sources[row.case_id] = row
    numbers = itertools.count(1)
    return tuple(
        Row(
            number=next(numbers),
            case_id=case_id,
            subject=sources[case_id].subject,
            contact=sources[case_id].contact,
            url=sources[case_id].url,
            changes=tuple(fields.values()),
            wishes=tuple(fields.values()),
        )
        for case_id, fields in wishes.items()
        if fields
    )


def notes_left(rows: Iterable[Row]) -> int:
    """Count the notes that were stored, which nothing takes back."""
    return sum(len(row.stored_notes) for row in rows)


def undo_row(row: Row, case: Case, *, has_own_work: bool, reading: Reading) -> Row:
    """Plan a row of an undo over its case. A field that is no longer what we set is left out, and named in `why`.

    Where nothing is left, the row is already so, or its guard fails if a field moved.
    """
    undo = _Undo(case)
    for wish in row.wishes:
        undo.plan(wish)
    row = planned_over(described(row, case), undo.edit, reading, has_own_work=has_own_work, reason=undo.why)
    return msgspec.structs.replace(row, plan=RowPlan.GUARD_FAILS) if undo.moved and not row.changes else row


def _add(fields: dict[tuple[object, str], Change], result: FieldResult) -> None:
    """Add what takes a result back. A value that is not ours begins anew: a colleague's is never passed over."""
    change = result.change
    if change.what in (ChangeKind.TAG_ADDED, ChangeKind.TAG_REMOVED):
        is_added = change.what is ChangeKind.TAG_ADDED
        back = Change(ChangeKind.TAG_REMOVED, change.name, before=change.name)
        if not is_added:
            back = Change(ChangeKind.TAG_ADDED, change.name, after=change.name)
        key: tuple[object, str] = ("tag", change.name)
        earlier = fields.pop(key, None)
        if earlier is None or earlier.what is back.what:
            fields[key] = back
        return
    key = (change.what, change.name)
    earlier = fields.get(key)
    ours = _ours(result)
    goes_on = earlier is not None and earlier.before == change.before
    after = earlier.after if earlier is not None and goes_on else change.before
    fields[key] = Change(change.what, change.name, before=ours, after=after)


def _ours(result: FieldResult) -> str:
    """Return the value that the server has of ours: it may trim a text, or change its letter case."""
    sent, now = result.change.after or "", result.now
    is_alike = now is not None and plain(now).casefold() == plain(sent).casefold()
    return now if now is not None and is_alike else sent


class _Undo:
    """The undo of one case, wish by wish: its edit so far, and the fields that it leaves."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self.edit = Edit()
        self.moved: list[str] = []
        self._emptied: list[str] = []

    @property
    def why(self) -> str:
        moved = why(Reason.LEFT_MOVED, *self.moved) if self.moved else ""
        return joined((moved, why(Reason.ONLY_EMPTIED, *self._emptied) if self._emptied else ""))

    def plan(self, wish: Change) -> None:
        if wish.what is ChangeKind.SUBJECT:
            self._plan_subject(wish)
        elif wish.what is ChangeKind.ATTRIBUTE:
            self._plan_attribute(wish)
        else:
            change = edits.with_tag if wish.what is ChangeKind.TAG_ADDED else edits.without_tag
            self.edit = change(self.edit, self._case, wish.name)

    def _plan_subject(self, wish: Change) -> None:
        if self._case.subject == wish.before:
            self.edit = edits.with_subject(self.edit, self._case, wish.after or "")
        elif self._case.subject != wish.after:
            self.moved.append(wish.field)

    def _plan_attribute(self, wish: Change) -> None:
        now, back = held_text(self._case, wish.name), wish.after or ""
        if now == back or (now is None and not back):
            return
        held = self._case.attributes.get(wish.name)
        if now != wish.before or (held is not None and held.kind == "nested"):
            self.moved.append(wish.field)
            return
        if wish.after is None:
            self._emptied.append(wish.name)
        if held is not None:
            self.edit = edits.with_value(self.edit, self._case, wish.name, back)
        else:
            self.edit = edits.with_row(self.edit, None, edits.Row(wish.name, back))
