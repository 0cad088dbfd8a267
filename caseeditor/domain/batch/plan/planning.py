"""The plan of a row: the changes that a recipe makes to a case as it was read."""

from collections.abc import Iterable, Mapping

import msgspec

from caseeditor.domain.batch.plan.recipe import How, Recipe, ValueRule
from caseeditor.domain.batch.plan.recipe_check import CELL, fields_in
from caseeditor.domain.batch.reasons import Reason, why
from caseeditor.domain.batch.row import Row, RowPlan
from caseeditor.domain.case.model import Case, held_text
from caseeditor.domain.delivery.guard import Guard, failed_conditions
from caseeditor.domain.delivery.snapshot import Reading, Snapshot, take
from caseeditor.domain.editing import edit as edits
from caseeditor.domain.editing.changes import Change, ChangeKind, changes, is_reserved
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.editing.templates import filled
from caseeditor.domain.text.field_text import in_a_line
from caseeditor.domain.text.same_text import plain
from caseeditor.domain.text.unseen import same_name

LONGEST_SHOWN = 300
"""Maximum characters of each text that a row has of its case."""


class _InvalidRowError(Exception):
    """The recipe can't be followed in this case. The argument is the reason for Row.why."""


def plan_row(  # noqa: PLR0913 - all that a plan depends on
    recipe: Recipe,
    row: Row,
    case: Case,
    *,
    user_names: tuple[str, ...],
    fields: Mapping[str, str],
    guard: Guard,
    has_own_work: bool,
    reading: Reading,
    noted: frozenset[str] = frozenset(),
) -> Row:
    """Plan a row over its case. `fields`: those of templates.fields_of; the cells of the row come in addition.

    `noted`: plain texts of notes that the user has stored on a case that shows none, and that are not repeated.
    The fields and the row that the agent took out stay out; `edit` has them all the same (without_fields).
    """
    row = described(row, case)
    if failed := failed_conditions(guard, case):
        return _without_changes(row, RowPlan.GUARD_FAILS, why(Reason.GUARD, *failed))
    texts = {**fields, **{f"{CELL}{column.strip()}": cell for column, cell in row.cells.items()}}
    try:
        edit = _edit(recipe, case, texts, user_names, (*row.noted, *noted))
    except _InvalidRowError as invalid:
        return _without_changes(row, RowPlan.INVALID, str(invalid))
    return planned_over(row, edit, reading, has_own_work=has_own_work)


def described(row: Row, case: Case) -> Row:
    """Return a row with the texts that it shows of its case."""
    url = case.url if len(case.url) <= LONGEST_SHOWN else ""  # a part of a link leads nowhere
    return msgspec.structs.replace(
        row, subject=case.subject[:LONGEST_SHOWN], contact=case.contact.name[:LONGEST_SHOWN], url=url, words=""
    )


def planned_over(row: Row, edit: Edit, reading: Reading, *, has_own_work: bool, reason: str = "") -> Row:
    """Return a row with the plan to make an edit of a case as it was read."""
    found = tuple(_with_own_field(change, reading.case) for change in changes(reading.case, edit))
    plan = RowPlan.WAITS if has_own_work else RowPlan.CHANGES if found else RowPlan.ALREADY_SO
    base = take(reading, edit)
    return msgspec.structs.replace(row, plan=plan, why=reason, edit=edit, base=base, changes=found)


def without_fields(row: Row) -> Edit:
    """Return the edit that is sent: without the fields that the agent took out, and those that have a result.

    Of a row that is out, it is empty.
    """
    if row.is_out:
        return Edit()
    out = {*row.fields_out, *(result.change.field for result in row.kept)}
    if not out:
        return row.edit

    def is_in(what: ChangeKind, name: str = "") -> bool:
        return Change(what, name).field not in out

    kinds = {True: ChangeKind.TAG_ADDED, False: ChangeKind.TAG_REMOVED}
    return msgspec.structs.replace(
        row.edit,
        subject=row.edit.subject if is_in(ChangeKind.SUBJECT) else None,
        notes=row.edit.notes if is_in(ChangeKind.NOTE) else {},
        tags={tag: add for tag, add in row.edit.tags.items() if is_in(kinds[add], tag)},
        values={name: value for name, value in row.edit.values.items() if is_in(ChangeKind.ATTRIBUTE, name)},
        rows={number: new for number, new in row.edit.rows.items() if is_in(ChangeKind.ATTRIBUTE, new.name)},
    )


def _without_changes(row: Row, plan: RowPlan, reason: str) -> Row:
    return msgspec.structs.replace(row, plan=plan, why=reason, edit=Edit(), base=Snapshot(), changes=())


def _with_own_field(change: Change, case: Case) -> Change:
    """Tell the value before of one of the case's own fields, which is sent like a new attribute."""
    if change.what is not ChangeKind.ATTRIBUTE or change.before is not None:
        return change
    return msgspec.structs.replace(change, before=held_text(case, change.name))


def _edit(
    recipe: Recipe, case: Case, texts: Mapping[str, str], user_names: Iterable[str], noted: Iterable[str]
) -> Edit:
    """Return the edit that a recipe makes. A tag that is removed and added stays."""
    edit = _with_subject(Edit(), recipe.subject, case, texts)
    for tag in _filled_parts(recipe.removed_tags, texts):
        if (there := edits.tag_there(edit, case, tag)) is not None:
            edit = edits.without_tag(edit, case, there)
    for tag in _filled_parts((*recipe.added_tags, recipe.tag_text), texts):
        edit = edits.with_tag(edit, case, tag)
    for rule in recipe.attributes:
        edit = _with_attribute(edit, rule, case, texts)
    known = set[str]() if recipe.repeats_notes else _notes_of(case, user_names)
    return _with_notes(edit, recipe, texts, known.union(map(plain, noted)))


def _filled_parts(templates: Iterable[str], texts: Mapping[str, str]) -> tuple[str, ...]:
    """Fill the texts of tags; one of blank cells alone is left out."""
    found = (in_a_line(_filled_whole(template, texts)).strip() for template in templates)
    return tuple(filter(None, found))


def _with_notes(edit: Edit, recipe: Recipe, texts: Mapping[str, str], there: set[str]) -> Edit:
    """Add the notes whose plain text is not there. A table may name a case twice: see Recipe.repeats_notes."""
    for template in (*recipe.notes, recipe.note_text):
        text = _filled_whole(template, texts)
        if not text.strip() or plain(text) in there:
            continue
        if not recipe.repeats_notes:
            there.add(plain(text))
        edit = edits.with_note(edit, text)
    return edit


def _notes_of(case: Case, user_names: Iterable[str]) -> set[str]:
    names = {name.strip().casefold() for name in user_names} - {""}
    return {plain(note.text) for note in case.notes if note.user_name.strip().casefold() in names}


def _with_subject(edit: Edit, rule: ValueRule | None, case: Case, texts: Mapping[str, str]) -> Edit:
    value = _value(rule, case.subject, texts) if rule else None
    return edit if value is None else edits.with_subject(edit, case, in_a_line(value).strip())


def _with_attribute(edit: Edit, rule: ValueRule, case: Case, texts: Mapping[str, str]) -> Edit:
    """Set an attribute. One whose name looks the same is the one that is meant."""
    if is_reserved(rule.name):
        raise _InvalidRowError(why(Reason.RESERVED, rule.name))
    if not rule.name.strip():
        raise _InvalidRowError(why(Reason.NO_NAME))
    name = same_name(rule.name, case.attributes) or rule.name
    held = held_text(case, name)
    value = _value(rule, held, texts)
    if value is None or value == held:
        return edit
    if name in case.attributes:
        if case.attributes[name].kind == "nested":
            raise _InvalidRowError(why(Reason.NESTED, name))
        return edits.with_value(edit, case, name, value)
    number = next((number for number, new in edit.rows.items() if new.name == name), None)
    return edits.with_row(edit, number, edits.Row(name, value))


def _value(rule: ValueRule, held: str | None, texts: Mapping[str, str]) -> str | None:
    """Return the value that a rule sets, None to leave the one that is held (None: there is none)."""
    if rule.how is How.CLEAR:
        return None if held is None else ""
    if rule.how is How.IF_EMPTY and (held or "").strip():
        return None
    if rule.how is How.IF_IS:
        expected = _filled_rule(rule.expected, texts)
        if expected is None or expected != held:
            return None
    value = _filled_rule(rule.value, texts)
    if value is None and rule.blank_clears:
        return None if held is None else ""
    return value


def _filled_rule(template: str, texts: Mapping[str, str]) -> str | None:
    """Fill a rule's text; None if it has a blank cell."""
    text, empty = _filled(template, texts)
    return None if empty else text


def _filled_whole(template: str, texts: Mapping[str, str]) -> str:
    """Fill a text that is blank or has no gap: with a blank cell among words, the row is invalid."""
    text, empty = _filled(template, texts)
    if empty and text.strip():
        raise _InvalidRowError(why(Reason.EMPTY_FIELD, *empty))
    return text


def _filled(template: str, texts: Mapping[str, str]) -> tuple[str, list[str]]:
    """Fill a text; return the names of its blank cells, too. The row is invalid if another field is missing."""
    found = filled(template, texts)
    if found.unknown:
        raise _InvalidRowError(why(Reason.UNKNOWN_FIELD, *found.unknown_fields))
    blank = [name for name in fields_in(template) if not texts[name].strip()]
    if empty := [name for name in blank if not name.startswith(CELL)]:
        raise _InvalidRowError(why(Reason.EMPTY_FIELD, *empty))
    return found.text, blank
