"""Templates: a note, tags and attributes that are written once and put into many cases.

`{contact.name}` and its like are filled in; what no field is called stays as written, and `{{` and `}}` are braces.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from caseeditor.domain.case.model import OWN_FIELDS, RESERVED, Case
from caseeditor.domain.editing import edit as edits
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.text.folding import Span

_FIELD = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}")


class Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A template. The texts of all its parts may have fields, but for the attributes' names."""

    name: str
    note: str = ""
    tags: tuple[str, ...] = ()
    attributes: Mapping[str, str] = {}


class Filled(msgspec.Struct, frozen=True):
    """A text with its fields filled in: where those that are unknown stand in it, and which were empty."""

    text: str = ""
    unknown: tuple[Span, ...] = ()
    empty: tuple[str, ...] = ()

    @property
    def unknown_fields(self) -> tuple[str, ...]:
        return tuple(self.text[start:end] for start, end in self.unknown)


class FilledTemplate(msgspec.Struct, frozen=True):
    """A template filled in for a case. `refused` are attributes that can't be set there."""

    name: str
    note: Filled = Filled()
    tags: tuple[Filled, ...] = ()
    attributes: Mapping[str, Filled] = {}
    refused: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[Filled, ...]:
        return (self.note, *self.tags, *self.attributes.values())


def fields_of(case: Case, user: str, today: str, edit: Edit = Edit()) -> dict[str, str]:  # noqa: B008 - a value
    """Return what can be filled in for a case: `contact.` and `attribute.` before the names that the server uses.

    What the agent typed counts, as it is shown.
    """
    own = {name: getattr(case, name) for name in sorted({"id", "subject", *OWN_FIELDS})}
    found = {
        **{f"contact.{name}": text for name, text in case.contact.fields},
        **{f"case.{name}": value for name, value in own.items() if isinstance(value, str)},
        "case.campaign": case.campaign.name,
        **{f"attribute.{name}": attribute.text for name, attribute in case.attributes.items()},
    }
    if edit.subject is not None:
        found["case.subject"] = edit.subject
    found |= {f"attribute.{name}": value for name, value in edit.values.items()}
    found |= {f"attribute.{row.name}": row.value for row in edit.rows.values()}
    return {**_USUAL, **found, "contact.name": case.contact.name, "user": user, "today": today}


OFFERED = (
    *("contact.name", "contact.first_name", "contact.last_name", "contact.client_id"),
    *("case.id", "case.subject", "case.state", "case.source", "user", "today"),
)
"""The fields that one is offered to choose from; the others are those of the case at hand."""
_USUAL = dict.fromkeys(("contact.name", "contact.first_name", "contact.last_name", "contact.client_id"), "")
"""Fields of every contact: where the server shows none, they are empty, not unknown."""


def filled(text: str, fields: Mapping[str, str]) -> Filled:
    """Fill in a text. What is filled in is not looked at again: a contact may be called `{user}`."""
    parts: list[str] = []
    unknown: list[Span] = []
    empty: list[str] = []
    length = last = 0

    def add(part: str) -> None:
        nonlocal length
        parts.append(part)
        length += len(part)

    for match in _FIELD.finditer(text):
        add(text[last : match.start()])
        last = match.end()
        name = match[1]
        if name is None:
            add(match[0][0])
        elif name.strip() in fields:
            value = fields[name.strip()]
            add(value)
            if not value:
                empty.append(name.strip())
        else:
            unknown.append((length, length + len(match[0])))
            add(match[0])
    add(text[last:])
    return Filled("".join(parts), tuple(unknown), tuple(dict.fromkeys(empty)))


def filled_template(template: Template, fields: Mapping[str, str], case: Case) -> FilledTemplate:
    """Fill in all of a template."""
    names = [name for name in template.attributes if name.strip()]
    refused = tuple(name for name in names if _is_refused(name, case))
    return FilledTemplate(
        name=template.name,
        note=filled(template.note, fields),
        tags=tuple(filled(tag, fields) for tag in template.tags if tag.strip()),
        attributes={name: filled(template.attributes[name], fields) for name in names if name not in refused},
        refused=refused,
    )


def _is_refused(name: str, case: Case) -> bool:
    held = case.attributes.get(name)
    return name.strip() in RESERVED or (held is not None and held.kind == "nested")


def shown_value(edit: Edit, case: Case, name: str) -> tuple[str | None, bool]:
    """Return the value of an attribute as it is shown, None where there is none, and whether the agent typed it."""
    if name in case.attributes:
        typed = edit.values.get(name)
        return (case.attributes[name].text, False) if typed is None else (typed, True)
    typed = next((row.value for row in edit.rows.values() if row.name == name), None)
    return typed, typed is not None


def put_in(edit: Edit, case: Case, template: FilledTemplate) -> Edit:
    """Put a template into an edit: its note as a pending one after those that are there, its tags, its attributes."""
    if template.note.text.strip():
        edit = edits.with_note(edit, template.note.text)
    for tag in template.tags:
        if tag.text.strip():
            edit = edits.with_tag(edit, case, tag.text.strip())
    for name, value in template.attributes.items():
        if name in case.attributes:
            edit = edits.with_value(edit, case, name, value.text)
        else:
            number = next((number for number, row in edit.rows.items() if row.name == name), None)
            edit = edits.with_row(edit, number, Row(name, value.text))
    return edit


def named_apart(template: Template, taken: Collection[str], usual: str) -> Template:
    """Give a template a name that no other has; `usual` where it has none."""
    name = own = template.name.strip() or usual
    number = 2
    while name in taken:
        name = f"{own} ({number})"
        number += 1
    return msgspec.structs.replace(template, name=name)


def joined(there: Sequence[Template], come: Iterable[Template]) -> tuple[Template, ...]:
    """Return what is new of templates that come in: none replaces one of its name."""
    found: list[Template] = []
    for template in come:
        if template not in there:
            found.append(named_apart(template, {known.name for known in (*there, *found)}, template.name))
    return tuple(found)


def written(templates: Sequence[Template]) -> bytes:
    """Write templates as a file that can be read again."""
    return msgspec.json.format(msgspec.json.encode(templates), indent=2) + b"\n"


def read(body: bytes) -> tuple[Template, ...]:
    """Read templates of a file; of two of one name the last one counts. Raises ValueError."""
    try:
        found = msgspec.json.decode(body.removeprefix(b"\xef\xbb\xbf"), type=tuple[Template, ...])
    except RecursionError:
        raise ValueError("too deep") from None
    if not all(template.name.strip() for template in found):
        raise ValueError("a template without a name")
    return tuple({template.name: template for template in found}.values())
