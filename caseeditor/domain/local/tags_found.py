"""The tags that are known of a server."""

import msgspec


class TagsFound(msgspec.Struct, frozen=True):
    """`seen` are the tags of cases and search pages of the server; `offered` has those of the templates too."""

    seen: frozenset[str] = frozenset()
    offered: frozenset[str] = frozenset()
