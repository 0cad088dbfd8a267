"""The problems of an edit by the administrator's fields, beside those of `domain.editing.changes`."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from caseeditor.domain.case.model import Case
from caseeditor.domain.editing.changes import Problem, ProblemKind, differing_rows
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.fields.schema import OnViolation, Schema, Violated, Violation


def held_violations(schema: Schema, case: Case) -> dict[str, Violation]:
    """List the violations by the server's values. They only warn: the agent did not set them."""
    found = {}
    for name, attribute in case.attributes.items():
        violation = None if attribute.kind == "nested" else schema.check(name, attribute.text)
        if violation and not violation.field.hidden:
            found[name] = msgspec.structs.replace(violation, is_blocking=False)
    return found


def with_fields(  # noqa: PLR0913 - the edit, its other problems, and all that rules it
    found: Iterable[Problem],
    schema: Schema,
    case: Case,
    edit: Edit,
    held: Mapping[str, Violation],
    *,
    has_changes: bool,
) -> tuple[Problem, ...]:
    """Add the violations to the other problems, at most one per row. `held` is from `held_violations`.

    A missing required field blocks only a submission, so it blocks nothing while there are no changes.
    """
    others = tuple(found)
    named = {problem.name for problem in others if not problem.row}
    of_rows = {problem.row: problem for problem in others if problem.row}
    rows = differing_rows(case, edit)
    for number, row in rows:
        violation = schema.check(row.name, row.value)
        known = of_rows.get(number)
        if violation and (known is None or (violation.is_blocking and not known.is_blocking)):
            of_rows[number] = Problem(ProblemKind.FIELD, number, row.name, violation)
    values = (
        Problem(ProblemKind.FIELD, 0, name, violation)
        for name, violation in _of_values(schema, case, edit, held)
        if name not in named
    )
    new = {row.name for row in edit.rows.values()}
    missing = (
        Problem(
            ProblemKind.FIELD,
            0,
            field.name,
            Violation(field, Violated.REQUIRED, has_changes and field.on_violation is OnViolation.BLOCK),
        )
        for field in schema.required
        if field.name not in case.attributes and field.name not in edit.values and field.name not in new
    )
    unnamed = (problem for problem in others if not problem.row)
    return (*unnamed, *values, *(of_rows[number] for number in sorted(of_rows)), *missing)


def _of_values(
    schema: Schema, case: Case, edit: Edit, held: Mapping[str, Violation]
) -> Iterator[tuple[str, Violation]]:
    """Yield the violations by values of the case's attributes, changed ones by the agent's value."""
    changed = {}
    for name, value in edit.values.items():
        was = case.attributes.get(name)
        if was is None or was.text != value:
            changed[name] = schema.check(name, value)
    for name in {**held, **changed}:
        if violation := changed[name] if name in changed else held[name]:
            yield name, violation
