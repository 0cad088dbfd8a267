"""The services of one start of the program, as they live together on the worker's loop."""

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
    """What an earlier start left: tabs, drafts. `fault` says why the disk can't be used."""

    tabs: tuple[Tab, ...] = ()
    drafts: tuple[Draft, ...] = ()
    fault: StorageProblem | None = None


class Backend(msgspec.Struct, frozen=True):
    """What the window may ask for. `disk` runs blocking file work in order."""

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
        """Take up what an earlier start left, and say what it was; where the disk can't be read, why.

        Only reads, and can be called again until it succeeds.
        """
        try:
            return await self._begin()
        except StoreFailed as failed:
            if failed.fault is not StorageProblem.BROKEN:
                return Begun(fault=failed.fault)
        try:  # the damage showed only now: the file was set aside, and a new one is there
            return await self._begin()
        except StoreFailed as failed:
            return Begun(fault=failed.fault)

    async def _begin(self) -> Begun:
        drafts = await self.database.do(lambda store: store.drafts())
        tabs = await self.memory.tabs()
        await self.outbox.start()
        return Begun(tabs, drafts)

    async def tidy(self, keep_days: int) -> None:
        """Delete what ended more than `keep_days` ago: it holds customers' data. What fails is left for later."""
        try:
            await self.history.clear_old(keep_days)
        except StoreFailed as failed:
            log.warning("history: not cleared, %s", failed.fault.value)

    async def load_case(self, server: Server, case_id: str, *, with_draft: bool) -> LoadedCase:
        """Read a case, and what the disk has of it. Raises Failed, unless a draft can be shown in its place."""
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
        (draft, unread), since, _ = await asyncio.gather(  # the disk is asked once for all three
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
        """Return the draft of a case that can't be read; without one the failure is raised again."""
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
        """Return the draft of a case, or why the disk could not be asked."""
        key = await self.accounts.kept_key(server, user)
        try:
            return await self.database.do(lambda store: store.find_draft(server.url, key, case_id)), None
        except StoreFailed as failed:
            return None, failed.fault

    async def save_draft(self, draft: Draft, over: int | None) -> SavedDraft | None:
        """Keep a draft over that generation of it; None where there is nothing to keep any more. Raises StoreFailed."""
        if draft.edit != Edit():
            return await self.database.do(lambda store: store.save_draft(draft, over))
        await self.database.do(lambda store: store.drop_draft(draft, over))
        return None

    async def list_cases(self, server: Server, filters: Filters, index: int, count: int) -> Page:
        """Look for cases; where they are too large for one answer, in smaller ones. Raises Failed."""
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
        await self.database.close()


async def _nothing() -> tuple[None, None]:
    return None, None
