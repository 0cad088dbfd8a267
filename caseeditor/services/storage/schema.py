"""The description of a database file, for its upgrade and its salvage."""

from collections.abc import Mapping

import msgspec


class Schema(msgspec.Struct, frozen=True, kw_only=True):
    """The steps of a schema; their number is its version.

    `added`: tables that have no version. `left_behind`: tables that a salvage does not copy.
    `counts`: what a salvage reports: a field of Salvaged, and the table with a condition.
    """

    steps: tuple[str, ...]
    added: str = ""
    left_behind: frozenset[str] = frozenset()
    counts: Mapping[str, str] = {}

    @property
    def version(self) -> int:
        return len(self.steps)
