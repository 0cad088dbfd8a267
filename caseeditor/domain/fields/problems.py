"""The problems of an edit by the administrator's fields, beside those of `domain.editing.changes`."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from caseeditor.domain.case.model import Case
from caseeditor.domain.editing.changes import Problem, ProblemKind, differing_rows
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.fields.schema import OnViolation, Schema, Violated, Violation


def held_problems(schema: Schema, case: Case) -> dict[str, Problem]:
    """List the violations by the server's values, by name. They only warn: the agent did not set them."""
    found = {}
    for name, attribute in case.attributes.items():
        violation = None if attribute.kind == "nested" else schema.check(name, attribute.text)
        if violation and not violation.field.hidden:
            warning = msgspec.structs.replace(violation, is_blocking=False)
            found[name] = Problem(ProblemKind.FIELD, 0, name, warning)
    return found


def with_fields(  # noqa: PLR0913 - the edit, its other problems, and all that rules it
    found: Iterable[Problem], schema: Schema, case: Case, edit: Edit, held: Mapping[str, Problem], *, has_changes: bool
) -> tuple[Problem, ...]:
    """Add the violations to the other problems, at most one per row. `held` is from `held_problems`.

    A missing required field blocks only a submission, so it blocks nothing while there are no changes.
    """
    others = tuple(found)
    unnamed = tuple(problem for problem in others if not problem.row)
    of_rows = {problem.row: problem for problem in others if problem.row}
    for number, row in differing_rows(case, edit):
        violation = schema.check(row.name, row.value)
        known = of_rows.get(number)
        if violation and (known is None or (violation.is_blocking and not known.is_blocking)):
            of_rows[number] = Problem(ProblemKind.FIELD, number, row.name, violation)
    changed = dict(_of_changed(schema, case, edit))
    skipped = {problem.name for problem in unnamed} | changed.keys()
    kept = (problem for name, problem in held.items() if name not in skipped)
    new = (
        Problem(ProblemKind.FIELD, 0, name, violation)
        for name, violation in changed.items()
        if violation and all(name != problem.name for problem in unnamed)
    )
    rows = (of_rows[number] for number in sorted(of_rows))
    return (*unnamed, *new, *kept, *rows, *_missing(schema, case, edit, has_changes=has_changes))


def _of_changed(schema: Schema, case: Case, edit: Edit) -> Iterator[tuple[str, Violation | None]]:
    """Yield the changed attributes of the case, each with the violation by the agent's value."""
    for name, value in edit.values.items():
        was = case.attributes.get(name)
        if was is None or was.text != value:
            yield name, schema.check(name, value)


def _missing(schema: Schema, case: Case, edit: Edit, *, has_changes: bool) -> Iterator[Problem]:
    new = {row.name for row in edit.rows.values()}
    for field in schema.required:
        if field.name not in case.attributes and field.name not in edit.values and field.name not in new:
            is_blocking = has_changes and field.on_violation is OnViolation.BLOCK
            yield Problem(ProblemKind.FIELD, 0, field.name, Violation(field, Violated.REQUIRED, is_blocking))
