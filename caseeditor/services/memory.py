"""What is remembered of an agent's work besides drafts and submissions. On the worker's loop; raises StoreFailed."""

import msgspec

from caseeditor.domain.template import Template
from caseeditor.services.shelf import Shelf
from caseeditor.services.store import Store

_TEMPLATE = msgspec.json.Decoder(Template)
_MOST_TAGS = 5_000
"""Tags that are remembered of a server: enough for any that is kept in order."""


class Memory:
    """Reads and writes what is remembered, in the store."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    async def tabs(self) -> tuple[tuple[str, str], ...]:
        """Return which cases are open: server and id, in order."""
        return await self._shelf.do(lambda store: tuple(store.select("SELECT server, case_id FROM tab ORDER BY place")))

    async def set_tabs(self, tabs: tuple[tuple[str, str], ...]) -> None:
        """Remember which cases are open: server and id, in order."""

        def keep(store: Store) -> None:
            with store.transaction() as cursor:
                cursor.execute("DELETE FROM tab")
                cursor.executemany("INSERT INTO tab (server, case_id) VALUES (?, ?)", tabs)

        await self._shelf.do(keep)

    async def templates(self) -> tuple[Template, ...]:
        """Return the templates, in the order of their names."""
        return await self._shelf.do(_templates)

    async def put_templates(self, templates: tuple[Template, ...], instead_of: str = "") -> None:
        """Keep templates, each in place of one of its name, and in place of one that was called otherwise."""

        def keep(store: Store) -> None:
            with store.transaction() as cursor:
                cursor.execute("DELETE FROM template WHERE name = ?", (instead_of,))
                cursor.executemany(
                    "INSERT OR REPLACE INTO template (name, body) VALUES (?, ?)",
                    [(template.name, msgspec.json.encode(template)) for template in templates],
                )

        await self._shelf.do(keep)

    async def drop_template(self, name: str) -> None:
        """Delete a template."""
        await self.put_templates((), name)

    async def tags(self, server: str) -> tuple[str, ...]:
        """Return the tags that were seen on a server, and those of the templates."""

        def find(store: Store) -> tuple[str, ...]:
            seen = [tag for (tag,) in store.select("SELECT tag FROM tag WHERE server = ?", (server,))]
            written = [tag for template in _templates(store) for tag in template.tags if "{" not in tag]
            return tuple(sorted({*seen, *written}))

        return await self._shelf.do(find)

    async def remember_tags(self, server: str, tags: tuple[str, ...]) -> None:
        """Remember tags that were seen on a server; the disk is left alone when none is new."""

        def keep(store: Store) -> None:
            known = {tag for (tag,) in store.select("SELECT tag FROM tag WHERE server = ?", (server,))}
            new = sorted(set(tags) - known)[: max(_MOST_TAGS - len(known), 0)]
            if new:
                with store.transaction() as cursor:
                    cursor.executemany("INSERT INTO tag (server, tag) VALUES (?, ?)", [(server, tag) for tag in new])

        await self._shelf.do(keep)


def _templates(store: Store) -> tuple[Template, ...]:
    rows = store.select("SELECT body FROM template ORDER BY name")
    return tuple(store.decoded(_TEMPLATE, body) for (body,) in rows)
