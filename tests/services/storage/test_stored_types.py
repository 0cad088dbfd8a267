"""Data on disk must stay readable: the types of stored rows change only together with a migration."""

import enum
import hashlib
import typing

import msgspec

from caseeditor.domain.case.last_seen import Seen
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.merge import Conflict
from caseeditor.domain.delivery.submission import State, Submission, UnconfirmedNote
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.editing.template_files import StoredTemplate
from caseeditor.domain.errors.failure import Failure

STORED = (Draft, Submission, StoredTemplate, Seen)
DIGEST = "cde48791c27b876d"
TELLS = """
The types of stored rows changed: drafts and submissions on agents' disks are decoded by them.
 1. A new field has a default. A field or an enum's value that is renamed keeps its stored name
    (msgspec.field(name=...)), or gets a new step in services/storage/migrations.py that rewrites the rows.
 2. A test reads a row as the version before wrote it.
 3. Then put the new digest here: {}
"""


def described(kind: object, done: dict[object, tuple[int, object]]) -> str:
    """Name a type; structs and enums get a number, described in `done`, since their names are not stored."""
    if isinstance(kind, type) and issubclass(kind, (enum.Enum, msgspec.Struct)):
        if kind not in done:
            number = len(done)
            done[kind] = (number, ())
            done[kind] = (number, described_enum(kind) if issubclass(kind, enum.Enum) else described_struct(kind, done))
        return f"#{done[kind][0]}"
    parts = ", ".join(described(each, done) for each in typing.get_args(kind))
    origin = typing.get_origin(kind) or kind
    name = getattr(origin, "__name__", repr(origin))
    return f"{name}[{parts}]" if parts else name


def described_enum(kind: type[enum.Enum]) -> object:
    return [str(member.value) for member in kind]


def described_struct(kind: type[msgspec.Struct], done: dict[object, tuple[int, object]]) -> object:
    fields = [
        (field.encode_name, described(field.type, done), default_of(field)) for field in msgspec.structs.fields(kind)
    ]
    config = kind.__struct_config__
    return (str(config.tag), config.array_like, config.forbid_unknown_fields, fields)


def default_of(field: msgspec.structs.FieldInfo) -> str:
    if field.default is not msgspec.NODEFAULT:
        return msgspec.json.encode(field.default).decode()
    if field.default_factory is not msgspec.NODEFAULT:
        return msgspec.json.encode(field.default_factory()).decode()
    return "required"


def test_stored_types_change_only_with_a_migration() -> None:
    done: dict[object, tuple[int, object]] = {}
    for kind in STORED:
        described(kind, done)
    digest = hashlib.sha256(msgspec.json.encode(sorted(done.values(), key=lambda each: each[0]))).hexdigest()[:16]
    assert {UnconfirmedNote, State, Edit, Row, Conflict, Failure} <= set(done)
    assert digest == DIGEST, TELLS.format(digest)
