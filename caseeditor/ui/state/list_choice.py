"""The cases that the agent has marked in a list, or all of its search."""

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from caseeditor.domain.case.reference import Server
    from caseeditor.domain.case.search import Filters


class ListChoice(msgspec.Struct, frozen=True):
    """Cases by `ids`, if several rows are marked, else all `total` cases (None if unknown) of a search.

    `filters`: the search that shows them, None for other lists. `link`: the one that the server gives for a case of
    the list, '' if none is known.
    """

    server: "Server"
    ids: tuple[str, ...] = ()
    filters: "Filters | None" = None
    total: int | None = None
    link: str = ""
