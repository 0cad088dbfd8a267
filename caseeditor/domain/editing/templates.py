"""Templates: a subject, a note, tags and attributes to insert into cases, and whether to submit afterwards.

Fields such as `{contact.name}` are replaced. Unknown fields stay as written; `{{` and `}}` are literal braces.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from caseeditor.domain.case.model import OWN_FIELDS, RESERVED, Case
from caseeditor.domain.editing import edit as edits
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.text.field_text import in_a_line
from caseeditor.domain.text.folding import Span, fold

LONGEST_NAME = 200
"""Characters of a typed name."""
_FIELD = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}")
_LETTERS, _LETTERS_TO_SUBMIT = 2, 3
"""Letters of a name that mean its template: ordinary text after a `/` is often one letter or a number."""
_ADDED = re.compile(r" \(\d+\)$")
"""The addition to a name that is taken."""
_SEARCHED = 2_000
"""Characters of a note that are searched."""

NUMBERS = range(1, 10)
"""The numbers that a template may have, one for each key."""


class Template(msgspec.Struct, frozen=True):
    """A template. All its texts may have fields, except attribute names. Format: domain.editing.template_files.

    `subject` '' leaves the subject. `submits`: *Submit and next* follows. `number` is that of its key, 0 for none.
    """

    name: str
    note: str = ""
    tags: tuple[str, ...] = ()
    attributes: Mapping[str, str] = {}
    subject: str = ""
    removed_tags: tuple[str, ...] = ()
    submits: bool = False
    number: int = 0


class Filled(msgspec.Struct, frozen=True):
    """A text with its fields replaced, the positions of unknown fields, and the names of empty ones."""

    text: str = ""
    unknown: tuple[Span, ...] = ()
    empty: tuple[str, ...] = ()

    @property
    def unknown_fields(self) -> tuple[str, ...]:
        return tuple(self.text[start:end] for start, end in self.unknown)


class FilledTemplate(msgspec.Struct, frozen=True):
    """A template filled in for a case. `refused` has the attributes that cannot be set in this case."""

    name: str
    note: Filled = Filled()
    tags: tuple[Filled, ...] = ()
    attributes: Mapping[str, Filled] = {}
    refused: tuple[str, ...] = ()
    subject: Filled = Filled()
    removed_tags: tuple[Filled, ...] = ()
    submits: bool = False

    @property
    def parts(self) -> tuple[Filled, ...]:
        return (self.subject, self.note, *self.tags, *self.removed_tags, *self.attributes.values())

    @property
    def unknown(self) -> tuple[str, ...]:
        """The unknown fields, which stay as written."""
        return tuple(dict.fromkeys(field for part in self.parts for field in part.unknown_fields))

    @property
    def empty(self) -> tuple[str, ...]:
        """The names of the fields that are empty in this case."""
        return tuple(dict.fromkeys(name for part in self.parts for name in part.empty))

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing of the template is missing in this case."""
        return not (self.unknown or self.empty or self.refused)


def fields_of(case: Case, user: str, today: str, edit: Edit = Edit()) -> dict[str, str]:  # noqa: B008 - immutable
    """Return the available fields of a case; `contact.` and `attribute.` precede the server's names.

    The agent's unsubmitted changes are included.
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
"""Fields offered in a menu, in addition to those of the current case."""
_USUAL = dict.fromkeys(("contact.name", "contact.first_name", "contact.last_name", "contact.client_id"), "")
"""Fields of every contact: if the server leaves them out, they are empty rather than unknown."""


def filled(text: str, fields: Mapping[str, str]) -> Filled:
    """Replace the fields of a text in one pass, since a contact's name may be `{user}`."""
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
    """Fill in all parts of a template."""
    names = [name for name in template.attributes if name.strip()]
    refused = tuple(name for name in names if _is_refused(name, case))
    return FilledTemplate(
        name=template.name,
        note=filled(template.note, fields),
        tags=tuple(filled(tag, fields) for tag in template.tags if tag.strip()),
        attributes={name: filled(template.attributes[name], fields) for name in names if name not in refused},
        refused=refused,
        subject=filled(template.subject, fields),
        removed_tags=tuple(filled(tag, fields) for tag in template.removed_tags if tag.strip()),
        submits=template.submits,
    )


def _is_refused(name: str, case: Case) -> bool:
    held = case.attributes.get(name)
    return name.strip() in RESERVED or (held is not None and held.kind == "nested")


def shown_value(edit: Edit, case: Case, name: str) -> tuple[str | None, bool]:
    """Return an attribute's displayed value, None if there is none, and whether the agent typed it."""
    if name in case.attributes:
        typed = edit.values.get(name)
        return (case.attributes[name].text, False) if typed is None else (typed, True)
    typed = next((row.value for row in edit.rows.values() if row.name == name), None)
    return typed, typed is not None


def put_in(edit: Edit, case: Case, template: FilledTemplate) -> Edit:
    """Insert a template into an edit: its subject, its note after the pending ones, its tags, its attributes."""
    if template.note.text.strip():
        edit = edits.with_note(edit, template.note.text)
    return _put_in_rest(edit, case, template)


def put_in_text(edit: Edit, case: Case, template: FilledTemplate, before: str, after: str) -> Edit:
    """Insert a template whose note goes into New note, between these parts of its text."""
    edit = msgspec.structs.replace(edit, note_text=f"{before}{template.note.text}{after}")
    return _put_in_rest(edit, case, template)


def _put_in_rest(edit: Edit, case: Case, template: FilledTemplate) -> Edit:
    """Insert all but the note. A tag that is removed and added stays."""
    if subject := in_a_line(template.subject.text).strip():
        edit = edits.with_subject(edit, case, subject)
    for tag in template.removed_tags:
        if (there := edits.tag_there(edit, case, tag.text.strip())) is not None:
            edit = edits.without_tag(edit, case, there)
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
    """Give a template a unique name; `usual` is the default."""
    name = own = template.name.strip() or usual
    number = 2
    while name in taken:
        name = f"{own} ({number})"
        number += 1
    return msgspec.structs.replace(template, name=name)


def joined(there: Sequence[Template], come: Iterable[Template]) -> tuple[Template, ...]:
    """Return the imported templates that are new, renamed if the name is taken. None is replaced.

    A number that another one has is left out. Such changes of an earlier import do not make a template a new one.
    """
    found: list[Template] = []
    names = {each.name for each in there}
    numbers = {each.number for each in there}
    known: dict[str, list[Template]] = {}
    for each in there:
        known.setdefault(_ADDED.sub("", each.name), []).append(_unnamed(each))
    for template in come:
        if _unnamed(template) in known.get(_ADDED.sub("", template.name), ()):
            continue
        number = template.number if template.number not in numbers else 0
        numbers.add(number)
        new = named_apart(msgspec.structs.replace(template, number=number), names, template.name)
        names.add(new.name)
        found.append(new)
    return tuple(found)


def _unnamed(template: Template) -> Template:
    """Return the parts of a template that an import never changes."""
    return msgspec.structs.replace(template, name="", number=0)


def numbered(templates: Iterable[Template]) -> dict[int, Template]:
    """Return the templates by number: of several with one number, the first."""
    found: dict[int, Template] = {}
    for template in templates:
        if template.number in NUMBERS:
            found.setdefault(template.number, template)
    return found


def named(templates: Iterable[Template], typed: str) -> tuple[Template, ...]:
    """Return the templates that a text names: by number, by the beginning of the name, then by that of a word in it."""
    wanted = fold(typed)
    ranked: list[tuple[int, Template]] = []
    for template in templates:
        name = fold(template.name)
        if template.number in NUMBERS and typed == str(template.number):
            ranked.append((0, template))
        elif name.startswith(wanted):
            ranked.append((1, template))
        elif _begins_a_word(name, wanted):
            ranked.append((2, template))
    return tuple(template for _, template in sorted(ranked, key=lambda each: each[0]))


def matching(templates: Iterable[Template], typed: str) -> tuple[Template, ...]:
    """Return the templates that a text names, then those whose name or the beginning of whose note contains it."""
    there = tuple(templates)
    first = named(there, typed)
    ranked = {id(each) for each in first}
    wanted = fold(typed)
    rest = (each for each in there if id(each) not in ranked)
    return (*first, *(each for each in rest if wanted in fold(f"{each.name}\n{each.note[:_SEARCHED]}")))


def is_meant(template: Template, typed: str) -> bool:
    """Tell whether a text is more likely the name of a template than ordinary text after a `/`, as in `24 /7`."""
    letters = sum(letter.isalpha() for letter in typed)
    if template.submits and fold(typed) != fold(template.name):
        return letters >= _LETTERS_TO_SUBMIT
    return letters >= _LETTERS


def _begins_a_word(name: str, wanted: str) -> bool:
    """Tell whether a word of a name begins with a text; scripts without blanks may have it anywhere."""
    start = name.find(wanted)
    while start > 0:
        if not wanted.isascii() or not name[start - 1].isalnum():
            return True
        start = name.find(wanted, start + 1)
    return False


def typed_name(text: str) -> str | None:
    """Return the text after a `/` at the start of a text or after a blank, up to the end of the text; None for none.

    A blank after the `/` ends it, and so does a line break.
    """
    line = text[text.rfind("\n") + 1 :]
    place = len(line)
    while (place := line.rfind("/", 0, place)) >= 0:
        if place == 0 or line[place - 1].isspace():
            typed = line[place + 1 :]
            return None if typed[:1].isspace() or len(typed) > LONGEST_NAME else typed
    return None
