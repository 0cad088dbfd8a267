"""Templates on disk and in files, in the format of version 0.1.0, which rejects further fields.

What that version does not know is in the attribute `echo_data`, as JSON: its name is reserved, so version 0.1.0 keeps
it, shows it as an attribute that can't be set, and inserts the rest. Files may also name these parts as fields.
"""

from collections.abc import Mapping, Sequence

import msgspec

from caseeditor.domain.editing.templates import NUMBERS, Template

_CARRIER = "echo_data"


class StoredTemplate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A template as version 0.1.0 reads and writes it."""

    name: str
    note: str = ""
    tags: tuple[str, ...] = ()
    attributes: Mapping[str, str] = {}


class _More(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The parts that version 0.1.0 does not know. Further ones, of a newer version, are ignored."""

    subject: str = ""
    remove_tags: tuple[str, ...] = ()
    submit_and_next: bool = False
    number: int = 0


class _InFile(StoredTemplate, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A template in a file that a person wrote: its parts as fields."""

    subject: str = ""
    remove_tags: tuple[str, ...] = ()
    submit_and_next: bool = False
    number: int = 0


_MORE = msgspec.json.Decoder(_More)


def stored(template: Template) -> StoredTemplate:
    """Return the stored form of a template."""
    more = _More(
        subject=template.subject,
        remove_tags=template.removed_tags,
        submit_and_next=template.submits,
        number=template.number,
    )
    attributes = dict(template.attributes)
    if more != _More() or (_CARRIER in attributes and _more(attributes[_CARRIER]) is not None):
        attributes[_CARRIER] = msgspec.json.encode(more).decode()
    return StoredTemplate(template.name, template.note, template.tags, attributes)


def restored(template: StoredTemplate) -> Template:
    """Return the template of a stored form. Another text in the attribute stays there."""
    attributes = dict(template.attributes)
    more = _more(attributes[_CARRIER]) if _CARRIER in attributes else None
    if more is None:
        more = _More()
    else:
        del attributes[_CARRIER]
    return _with(StoredTemplate(template.name, template.note, template.tags, attributes), more)


def written(templates: Sequence[Template]) -> bytes:
    """Export templates to a file's content."""
    return msgspec.json.format(msgspec.json.encode([*map(stored, templates)]), indent=2) + b"\n"


def read(body: bytes) -> tuple[Template, ...]:
    """Import templates from a file's content. The last of duplicate names wins.

    Raises:
        ValueError: The file is malformed, or a template has no name.
    """
    try:
        found = msgspec.json.decode(body.removeprefix(b"\xef\xbb\xbf"), type=tuple[_InFile, ...])
    except RecursionError:
        raise ValueError("too deep") from None
    if not all(template.name.strip() for template in found):
        raise ValueError("a template without a name")
    return tuple({template.name: _of_file(template) for template in found}.values())


def _of_file(template: _InFile) -> Template:
    plain = StoredTemplate(template.name, template.note, template.tags, template.attributes)
    more = _More(
        subject=template.subject,
        remove_tags=template.remove_tags,
        submit_and_next=template.submit_and_next,
        number=template.number,
    )
    return restored(plain) if more == _More() else _with(plain, more)


def _with(plain: StoredTemplate, more: _More) -> Template:
    return Template(
        name=plain.name,
        note=plain.note,
        tags=plain.tags,
        attributes=plain.attributes,
        subject=more.subject,
        removed_tags=more.remove_tags,
        submits=more.submit_and_next,
        number=more.number if more.number in NUMBERS else 0,
    )


def _more(text: str) -> _More | None:
    """Decode the attribute; None if it is another text. An object without any known part is one."""
    try:
        more = _MORE.decode(text)
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        return None
    return None if more == _More() else more
