"""The restrictions of an administrator's policy on this start of the program, as a value."""

import msgspec

from caseeditor.domain.case.reference import Server


class Restrictions(msgspec.Struct, frozen=True, kw_only=True):
    """`locked` are the names of the settings that can't be changed, `only` the one server that is allowed (None: any).

    `allowed` are the servers, by URL, that may take a token under a policy that can't be read; None: any.
    """

    locked: frozenset[str] = frozenset()
    only: Server | None = None
    allowed: frozenset[str] | None = None
