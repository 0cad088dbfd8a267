"""The services of one start of the program, as they live together on the worker's loop."""

from pathlib import Path

import msgspec

from caseeditor.domain.address import Server
from caseeditor.domain.draft import Draft
from caseeditor.domain.failure import Failed, Failure, Kind
from caseeditor.domain.fault import Fault
from caseeditor.domain.remembered import Tab
from caseeditor.domain.search import Filters, Page, listed
from caseeditor.services.accounts import Accounts
from caseeditor.services.aside import Aside
from caseeditor.services.diagnosis import Diagnosis
from caseeditor.services.gateway import Gateway
from caseeditor.services.history import History
from caseeditor.services.memory import Memory
from caseeditor.services.outbox import Outbox
from caseeditor.services.shelf import Shelf
from caseeditor.services.store import StoreFailed


class Begun(msgspec.Struct, frozen=True):
    """What an earlier start left: tabs, drafts. `fault` says why the disk can't be used."""

    tabs: tuple[Tab, ...] = ()
    drafts: tuple[Draft, ...] = ()
    fault: Fault | None = None
    set_aside: Path | None = None


class Desk(msgspec.Struct, frozen=True):
    """What the window may ask for. `disk` runs blocking file work in order."""

    gateway: Gateway
    accounts: Accounts
    outbox: Outbox
    shelf: Shelf
    history: History
    memory: Memory
    disk: Aside
    diagnosis: Diagnosis

    async def begin(self, keep_days: int) -> Begun:
        """Take up what an earlier start left, and say what it was; where the disk can't be used, why.

        What ended more than `keep_days` ago is deleted: it holds customers' data.
        """
        try:
            return await self._begin(keep_days)
        except StoreFailed as failed:
            if failed.fault is not Fault.BROKEN:
                return Begun(fault=failed.fault)
        try:  # the damage showed only now: the file was set aside, and a new one is there
            return await self._begin(keep_days)
        except StoreFailed as failed:
            return Begun(fault=failed.fault)

    async def _begin(self, keep_days: int) -> Begun:
        await self.history.clear_old(keep_days)
        drafts, aside = await self.shelf.do(lambda store: (store.drafts(), store.set_aside))
        tabs = await self.memory.tabs()
        await self.outbox.start()
        return Begun(tabs, drafts, None, aside)

    async def list_cases(self, server: Server, filters: Filters, index: int, count: int) -> Page:
        """Look for cases; where they are too large for one answer, in smaller ones. Raises Failed."""
        resumed = await self.accounts.resume(server)
        if not resumed.has_token:
            raise Failed(Failure(kind=Kind.TOKEN_MISSING, server=server.domain, trouble=resumed.trouble))
        try:
            cases, total = await self.gateway.search(server, filters.parameters(index, count))
        except Failed as failed:
            if failed.failure.kind is not Kind.TOO_LARGE or count == 1:
                raise
            half = count // 2
            first = await self.list_cases(server, filters, index, half)
            rest = await self.list_cases(server, filters, index + half, count - half)
            tags = tuple(dict.fromkeys((*first.tags, *rest.tags)))
            return Page(rest.user, (*first.cases, *rest.cases), rest.total, tags)
        tags = tuple(dict.fromkeys(tag for case in cases for tag in case.tags))
        return Page(await self.accounts.user(server), tuple(map(listed, cases)), total, tags)

    async def move_server(self, old: Server, new: Server) -> bool:
        """Have all that is kept of a server belong to another one; its token is forgotten.

        Returns False while something is being sent to either. Raises StoreFailed.
        """
        moved = await self.outbox.move(old.url, new.url)
        if moved:
            await self.accounts.sign_out(old)
        return moved

    async def close(self, deadline: float) -> None:
        """Let an update that is out finish within the deadline (s), then close what is open."""
        await self.outbox.close(deadline)
        await self.gateway.close()
        await self.shelf.close()
