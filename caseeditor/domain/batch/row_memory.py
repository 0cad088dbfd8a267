"""The memory that rows take: 100,000 of them have few different parts, and a page shows few of these. Pure."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

import msgspec

from caseeditor.domain.batch.row import Row
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.editing.edit import Edit

T = TypeVar("T", bound=Hashable)
_MOST = 500
"""Different values that are remembered: a note for each row is not to be kept here."""
_NO_EDIT, _NO_BASE = Edit(), Snapshot()
_EMPTY: Mapping[str, str] = {}
_NO_NOTES: Mapping[str, int] = {}


class SharedParts:
    """Makes equal parts of rows one object. Decoded rows share nothing, not even their empty mappings."""

    def __init__(self) -> None:
        self._values: dict[Hashable, Hashable] = {}
        self._edits: dict[bytes, Edit] = {}
        self._mappings: dict[tuple[tuple[str, str], ...], Mapping[str, str]] = {}

    def __len__(self) -> int:
        """Return the number of values that are remembered."""
        return max(len(self._values), len(self._edits))

    def whole(self, row: Row) -> Row:
        """Return an equal row."""
        return msgspec.structs.replace(
            row,
            cells=row.cells or _EMPTY,
            edit=self._edit(row.edit),
            base=self._base(row),
            contact=self._one(row.contact),
            changes=self._one(row.changes),
            results=self._one(row.results),
            kept=self._one(row.kept),
        )

    def shown(self, row: Row) -> Row:
        """Return a row with as much as a page shows: without cells, edit, base and the way it is known.

        The first row has its link, which tells the host of the server's pages.
        """
        return msgspec.structs.replace(
            row,
            cells=_EMPTY,
            contact="",
            url=row.url if row.number == 1 else "",
            edit=_NO_EDIT,
            base=_NO_BASE,
            changes=self._one(row.changes),
            results=self._one(row.results),
            kept=(),
            confirmation=None,
        )

    def _one(self, value: T) -> T:
        if len(self._values) >= _MOST:
            self._values.clear()
        return self._values.setdefault(value, value)  # type: ignore[return-value] # equal values are of one type

    def _edit(self, edit: Edit) -> Edit:
        key = msgspec.msgpack.encode(edit)
        if len(self._edits) >= _MOST:
            self._edits.clear()
        return self._edits.setdefault(key, edit)

    def _mapping(self, mapping: Mapping[str, str]) -> Mapping[str, str]:
        if len(self._mappings) >= _MOST:
            self._mappings.clear()
        return self._mappings.setdefault(tuple(mapping.items()), mapping)

    def _base(self, row: Row) -> Snapshot:
        base = row.base
        return msgspec.structs.replace(
            base,
            subject=row.subject if row.subject == base.subject else base.subject,
            tags=self._one(base.tags),
            attributes=self._mapping(base.attributes),
            notes=base.notes or _NO_NOTES,
            update_date=self._one(base.update_date),
            updated_by=self._one(base.updated_by),
        )
