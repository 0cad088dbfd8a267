"""The services of one run, which share the worker's loop."""

import asyncio
import logging

import msgspec

from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.search import Filters, Page, listed
from caseeditor.domain.delivery.draft import Draft, FoundDraft, SavedDraft
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.errors.failure import Failure, FailureKind, OperationFailed
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.domain.local.loaded import LoadedCase
from caseeditor.domain.local.recent import Tab
from caseeditor.runtime.executors import BlockingExecutor
from caseeditor.services.accounts.accounts import Accounts
from caseeditor.services.accounts.others import OthersWork
from caseeditor.services.api.client import Gateway
from caseeditor.services.delivery.outbox import Outbox
from caseeditor.services.diagnostics import Diagnosis
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import StoreFailed
from caseeditor.services.storage.history import History
from caseeditor.services.storage.local_data import LocalData

log = logging.getLogger(__name__)


class Begun(msgspec.Struct, frozen=True):
    """Tabs and drafts of an earlier run. `fault` is the reason if the disk cannot be used."""

    tabs: tuple[Tab, ...] = ()
    drafts: tuple[Draft, ...] = ()
    fault: StorageProblem | None = None


class Backend(msgspec.Struct, frozen=True):
    """The services for the window. `disk` runs blocking file work in order."""

    gateway: Gateway
    accounts: Accounts
    outbox: Outbox
    database: AsyncDatabase
    history: History
    memory: LocalData
    disk: BlockingExecutor
    diagnosis: Diagnosis
    others: OthersWork

    async def begin(self) -> Begun:
        """Load tabs and drafts of an earlier run, and resume its submissions; return the reason if the disk fails.

        Only reads; may be repeated until it succeeds.
        """
        try:
            return await self._begin()
        except StoreFailed as failed:
            if failed.fault is not StorageProblem.BROKEN:
                return Begun(fault=failed.fault)
        try:  # the damage was detected just now: the file was set aside and replaced by a new one
            return await self._begin()
        except StoreFailed as failed:
            return Begun(fault=failed.fault)

    async def _begin(self) -> Begun:
        drafts = await self.database.do(lambda store: store.drafts())
        tabs = await self.memory.tabs()
        await self.outbox.start()
        return Begun(tabs, drafts)

    async def tidy(self, keep_days: int) -> None:
        """Delete history older than `keep_days` days: it contains customers' data. Failures are left for later."""
        try:
            await self.history.clear_old(keep_days)
        except StoreFailed as failed:
            log.warning("history: not cleared, %s", failed.fault.value)

    async def load_case(self, server: Server, case_id: str, *, with_draft: bool) -> LoadedCase:
        """Read a case and its local data. Raises OperationFailed, unless a draft can be shown instead."""
        resumed = await self.accounts.resume(server)
        if not resumed.has_token:
            raise OperationFailed(
                Failure(kind=FailureKind.TOKEN_MISSING, server=server.domain, trouble=resumed.trouble)
            )
        try:
            reading = await self.gateway.read_case(server, case_id)
        except OperationFailed as failed:
            if not with_draft or failed.failure.kind.needs_token:
                raise
            return await self._in_place_of(server, case_id, failed)
        user = await self.accounts.user(server)
        (draft, unread), since, _ = await asyncio.gather(  # one disk access for all three
            self.find_draft(server, user.key, case_id) if with_draft else _nothing(),
            self.memory.since(server.url, user.key, reading.case),
            self.outbox.look_back(server.url, reading),
        )
        submissions = self.outbox.submissions_of(server.url, case_id)
        return LoadedCase(
            user=user.key,
            user_name=user.name,
            case=reading.case,
            draft=draft,
            unread=unread,
            submissions=submissions,
            since=since,
        )

    async def _in_place_of(self, server: Server, case_id: str, failed: OperationFailed) -> LoadedCase:
        """Return the draft of a case that cannot be read. Without a draft, the failure is raised."""
        user = await self.accounts.user(server)
        draft, _ = await self.find_draft(server, user.key, case_id)
        if draft is None or draft.draft is None:
            raise failed
        submissions = self.outbox.submissions_of(server.url, case_id)
        return LoadedCase(
            user=user.key, user_name=user.name, failure=failed.failure, draft=draft, submissions=submissions
        )

    async def find_draft(
        self, server: Server, user: str, case_id: str
    ) -> tuple[FoundDraft | None, StorageProblem | None]:
        """Return the draft of a case, or the reason if the disk fails."""
        key = await self.accounts.kept_key(server, user)
        try:
            return await self.database.do(lambda store: store.find_draft(server.url, key, case_id)), None
        except StoreFailed as failed:
            return None, failed.fault

    async def save_draft(self, draft: Draft, over: int | None) -> SavedDraft | None:
        """Save a draft over a generation, or drop an empty one and return None. Raises StoreFailed."""
        if draft.edit != Edit():
            return await self.database.do(lambda store: store.save_draft(draft, over))
        await self.database.do(lambda store: store.drop_draft(draft, over))
        return None

    async def list_cases(self, server: Server, filters: Filters, index: int, count: int) -> Page:
        """Search cases. If they are too large for one answer, the page is split. Raises OperationFailed."""
        resumed = await self.accounts.resume(server)
        if not resumed.has_token:
            raise OperationFailed(
                Failure(kind=FailureKind.TOKEN_MISSING, server=server.domain, trouble=resumed.trouble)
            )
        try:
            cases, total = await self.gateway.search(server, filters.parameters(index, count))
        except OperationFailed as failed:
            if failed.failure.kind is not FailureKind.TOO_LARGE or count == 1:
                raise
            half = count // 2
            first = await self.list_cases(server, filters, index, half)
            rest = await self.list_cases(server, filters, index + half, count - half)
            tags = tuple(dict.fromkeys((*first.tags, *rest.tags)))
            return Page(rest.user, (*first.cases, *rest.cases), rest.total, tags)
        tags = tuple(dict.fromkeys(tag for case in cases for tag in case.tags))
        return Page((await self.accounts.user(server)).key, tuple(map(listed, cases)), total, tags)

    async def move_server(self, old: Server, new: Server) -> bool:
        """Move all local data of a server to another one; its token is forgotten.

        Returns False while an update to either is running. Raises StoreFailed.
        """
        moved = await self.outbox.move(old.url, new.url)
        if moved:
            await self.accounts.sign_out(old)
        return moved

    async def close(self, deadline: float) -> None:
        """Let a running update finish within the deadline (s), then close all services."""
        await self.outbox.close(deadline)
        await self.gateway.close()
        await self.database.close()


async def _nothing() -> tuple[None, None]:
    return None, None
