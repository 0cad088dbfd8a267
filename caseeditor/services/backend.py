"""The services of one start of the program, behind the interface of the window. Worker thread."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.contact_search import PAGE, FoundContact, matching
from caseeditor.domain.case.conversation import CaseMessage
from caseeditor.domain.case.model import Case
from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.search import Filters, Listed, Page, listed
from caseeditor.domain.case.user import User
from caseeditor.domain.delivery.draft import Draft, FoundDraft, SavedDraft
from caseeditor.domain.delivery.submission import Submission
from caseeditor.domain.delivery.submission_update import AgentAnswer
from caseeditor.domain.diagnosis import Finding
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.editing.templates import Template
from caseeditor.domain.errors.failure import Failure, FailureKind, OperationFailed
from caseeditor.domain.errors.keyring import KeyringProblem
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.domain.local.earlier_work import EarlierWork
from caseeditor.domain.local.history_entry import HistoryEntry
from caseeditor.domain.local.kept_file import KeptFile
from caseeditor.domain.local.learned_values import LearnedValues
from caseeditor.domain.local.loaded import LoadedCase
from caseeditor.domain.local.recent import RecentCase, Tab
from caseeditor.domain.local.seen_values import TAG, SeenValues
from caseeditor.domain.local.signing_in import Resumed, SignedIn
from caseeditor.domain.local.tags_found import TagsFound
from caseeditor.domain.local.whose import Others, Unclaimed
from caseeditor.runtime.executors import BlockingExecutor
from caseeditor.services.accounts.accounts import Accounts
from caseeditor.services.accounts.others import OthersWork
from caseeditor.services.api.client import Gateway
from caseeditor.services.batch.backend_part import BatchPart
from caseeditor.services.delivery.outbox import Outbox
from caseeditor.services.desktop.desktop_notices import DesktopNotices
from caseeditor.services.diagnostics import Diagnosis
from caseeditor.services.share import Share
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.attribute_values import AttributeValues
from caseeditor.services.storage.database import StoreFailed
from caseeditor.services.storage.filter_values import FilterValues
from caseeditor.services.storage.history import History
from caseeditor.services.storage.local_data import LocalData

if TYPE_CHECKING:
    from caseeditor.domain.spelling.results import CheckedWords, SpellingMeans
    from caseeditor.services.batch.service import BatchService
    from caseeditor.services.desktop.launcher_entry import LauncherEntry
    from caseeditor.services.spelling.spelling import Spelling

T = TypeVar("T")
log = logging.getLogger(__name__)


class Backend(BatchPart, BackendInterface):
    """Passes each request to the service that answers it. `disk` runs blocking file work in order."""

    def __init__(  # noqa: PLR0913 - all services
        self,
        *,
        gateway: Gateway,
        accounts: Accounts,
        outbox: Outbox,
        database: AsyncDatabase,
        history: History,
        memory: LocalData,
        values: FilterValues,
        attribute_values: AttributeValues,
        disk: BlockingExecutor,
        share: Share,
        diagnosis: Diagnosis,
        others: OthersWork,
        notices: DesktopNotices,
        make_spelling: "Callable[[], Spelling]",
        make_batches: "Callable[[], BatchService]",
        make_launcher_entry: "Callable[[], LauncherEntry]",
    ) -> None:
        self.gateway = gateway
        self.accounts = accounts
        self.outbox = outbox
        self.database = database
        self.history = history
        self.memory = memory
        self.values = values
        self.attribute_values = attribute_values
        self.disk = disk
        self.share = share
        self.diagnosis = diagnosis
        self.others = others
        self.notices = notices
        self._make_spelling = make_spelling
        self._spelling: Spelling | None = None
        self._make_batches = make_batches
        self._batch_service: BatchService | None = None
        self._make_launcher_entry = make_launcher_entry
        self._launcher_entry: LauncherEntry | None = None

    # Start and end.

    async def begin(self) -> EarlierWork:
        try:
            return await self._begin()
        except StoreFailed as failed:
            if failed.fault is not StorageProblem.BROKEN:
                return EarlierWork(fault=failed.fault)
        try:  # the damage was detected just now: the file was set aside and replaced by a new one
            return await self._begin()
        except StoreFailed as failed:
            return EarlierWork(fault=failed.fault)

    async def _begin(self) -> EarlierWork:
        drafts = await self.database.do(lambda store: store.drafts())
        tabs = await self.memory.tabs()
        since_left = await self.memory.since_left(tabs)
        await self.outbox.start()
        await self._resume_batches_if_readable()
        return EarlierWork(tabs, drafts, since_left)

    async def _resume_batches_if_readable(self) -> None:
        """Resume the batches; a fault of their file keeps no draft and no tab away, and is told by their page."""
        for _ in range(2):  # a damaged file was set aside, and replaced by a new one
            try:
                await self._resume_batches()
            except StoreFailed as failed:
                log.warning("batches: not read, %s", failed.fault.value)
                if failed.fault is StorageProblem.BROKEN:
                    continue
            return

    async def _resume_batches(self) -> None:
        """Find out what became of the batches, unless another program may be running them."""
        if not self.outbox.may_send:
            return
        has_rows = any(submission.batch for submission in self.outbox.pending)
        if has_rows or await self.database.do(lambda store: bool(store.batches.unfinished())):
            await self.batch_service.resume()

    @property
    def batch_service(self) -> "BatchService":
        """Made when it is needed first."""
        self._batch_service = self._batch_service or self._make_batches()
        return self._batch_service

    async def tidy(self, keep_days: int) -> None:
        try:
            await self.history.clear_old(keep_days)
        except StoreFailed as failed:
            log.warning("history: not cleared, %s", failed.fault.value)

    async def begin_sending(self) -> None:
        await self.outbox.begin_sending()
        if self._batch_service:
            self._batch_service.forget_all()
        await self._resume_batches_if_readable()

    def begin_closing(self) -> None:
        if self._batch_service:
            self._batch_service.begin_closing()
        self.outbox.begin_closing()

    async def close(self, deadline: float) -> None:
        async with contextlib.AsyncExitStack() as closing:  # the last one first; a fault of one leaves none open
            closing.push_async_callback(self.notices.close)
            if self._launcher_entry:
                closing.push_async_callback(self._launcher_entry.close)
            if self._spelling:
                closing.push_async_callback(self._spelling.close)
            for each in (self.database, self.attribute_values, self.values, self.gateway):
                closing.push_async_callback(each.close)
            if self._batch_service:
                closing.push_async_callback(self._batch_service.close)
            await self.outbox.close(deadline)

    # Cases.

    async def load_case(self, server: Server, case_id: str, *, with_draft: bool) -> LoadedCase:
        await self._need_token(server)
        turn = self.accounts.turn(server)
        try:
            reading = await self.gateway.read_case(server, case_id)
        except OperationFailed as failed:
            if not with_draft or failed.failure.kind.needs_token:
                raise
            return await self._in_place_of(server, case_id, failed)
        user = await self.accounts.user(server)
        self._learn(server, user.key, turn, (reading.case,))
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

    async def read_conversation(self, server: Server, case_id: str) -> tuple[CaseMessage, ...]:
        return await self.gateway.read_messages(server, case_id)

    async def search_cases(self, server: Server, filters: Filters, index: int, count: int) -> Page:
        await self._need_token(server)
        if len(each := filters.apart()) > 1:
            return await self._search_each(server, each, index, count)
        turn = self.accounts.turn(server)
        try:
            cases, total = await self.gateway.search(server, filters.parameters(index, count))
        except OperationFailed as failed:
            if failed.failure.kind is not FailureKind.TOO_LARGE or count == 1:
                raise
            half = count // 2
            first = await self.search_cases(server, filters, index, half)
            rest = await self.search_cases(server, filters, index + half, count - half)
            tags = tuple(dict.fromkeys((*first.tags, *rest.tags)))
            return Page(rest.user, (*first.cases, *rest.cases), rest.total, tags)
        tags = tuple(dict.fromkeys(tag for case in cases for tag in case.tags))
        user = (await self.accounts.user(server)).key
        self._learn(server, user, turn, cases)
        return Page(user, tuple(map(listed, cases)), total, tags)

    def _learn(self, server: Server, user: str, turn: int, cases: tuple[Case, ...]) -> None:
        """Learn the values of cases, unless somebody signed in or out since the read began: the user may be another."""
        if self.accounts.turn(server) != turn:
            return
        self.values.learn(server.url, user, cases)
        self.attribute_values.learn(server.url, user, cases)

    async def _search_each(self, server: Server, each: tuple[Filters, ...], index: int, count: int) -> Page:
        """Return a page of several searches, one after the other.

        The total is None if that of one is: the searches after it are then not read.
        """
        user, cases, tags, total = "", list[Listed](), dict[str, None](), 0
        for filters in each:
            wanted = count - len(cases)
            start = max(index - total, 0)
            page = await self.search_cases(server, filters, start, max(wanted, 1))
            user = page.user
            cases += page.cases[:wanted]
            tags.update(dict.fromkeys(page.tags))
            if page.total is None:
                return Page(user, tuple(cases), None, tuple(tags))
            if start + len(page.cases) < page.total:
                count = len(cases)  # the next page goes on here: a server may have shorter ones than requested
            total += page.total
        return Page(user, tuple(cases), total, tuple(tags))

    async def find_contacts(self, server: Server, words: str) -> tuple[FoundContact, ...]:
        await self._need_token(server)
        return matching(await self.gateway.find_contacts(server, words, PAGE), words)

    async def _need_token(self, server: Server) -> None:
        """Raise OperationFailed without a token."""
        resumed = await self.accounts.resume(server)
        if not resumed.has_token:
            raise OperationFailed(
                Failure(kind=FailureKind.TOKEN_MISSING, server=server.domain, trouble=resumed.trouble)
            )

    # Drafts.

    async def find_draft(
        self, server: Server, user: str, case_id: str
    ) -> tuple[FoundDraft | None, StorageProblem | None]:
        key = await self.accounts.kept_key(server, user)
        try:
            return await self.database.do(lambda store: store.find_draft(server.url, key, case_id)), None
        except StoreFailed as failed:
            return None, failed.fault

    async def save_draft(self, draft: Draft, over: int | None) -> SavedDraft | None:
        if draft.edit != Edit():
            return await self.database.do(lambda store: store.save_draft(draft, over))
        await self.database.do(lambda store: store.drop_draft(draft, over))
        return None

    async def record_discarded(self, draft: Draft) -> None:
        await self.database.do(lambda store: store.keep_discarded(draft))

    # Submissions.

    async def submit(self, draft: Draft, case: Case, over: int | None) -> None:
        await self.outbox.submit(draft, case, over)

    async def submit_in_parts(self, draft: Draft, case: Case, over: int | None) -> None:
        await self.outbox.submit_in_parts(draft, case, over)

    async def answer(self, submission: Submission, answer: AgentAnswer) -> None:
        await self.outbox.answer(submission, answer)

    async def stop_waiting(self, submission: Submission) -> None:
        await self.outbox.stop_waiting(submission)

    async def retry_now(self) -> None:
        self.outbox.wake()

    async def set_stamp(self, name: str) -> None:
        self.outbox.stamp = name

    # Records on this computer.

    async def save_tabs(self, tabs: tuple[Tab, ...]) -> None:
        await self.memory.set_tabs(tabs)

    async def record_seen(self, server: str, user: str, case: Case) -> None:
        await self.memory.see(server, user, case)

    async def recent_cases(self, server: str, user: str) -> tuple[tuple[RecentCase, ...], tuple[RecentCase, ...]]:
        return await self.memory.seen(server, user), await self.memory.drafts(server, user)

    async def known_tags(self, server: str, user: str) -> TagsFound:
        seen, offered, values = await asyncio.gather(
            self.memory.seen_tags(server), self.memory.tags(server), self.values.of(server, user)
        )
        all_seen = frozenset(seen).union(each.value for each in values.of(TAG))
        return TagsFound(all_seen, all_seen.union(offered))

    async def remember_tags(self, server: str, tags: tuple[str, ...]) -> None:
        await self.memory.remember_tags(server, tags)

    async def known_names(self, server: str) -> tuple[str, ...]:
        return await self.memory.names(server)

    async def remember_names(self, server: str, names: tuple[str, ...]) -> None:
        await self.memory.remember_names(server, names)

    async def seen_values(self, server: str, user: str) -> SeenValues:
        return await self.values.of(server, user)

    async def learned_values(self, server: str, user: str, name: str) -> LearnedValues:
        return await self.attribute_values.of(server, user, name)

    async def templates(self) -> tuple[Template, ...]:
        return await self.memory.templates()

    async def save_templates(self, templates: tuple[Template, ...], instead_of: str) -> None:
        await self.memory.put_templates(templates, instead_of)

    async def drop_template(self, name: str) -> None:
        await self.memory.drop_template(name)

    # Spelling.

    @property
    def spelling(self) -> "Spelling":
        """Made when it is needed first."""
        self._spelling = self._spelling or self._make_spelling()
        return self._spelling

    async def spelling_means(self) -> "SpellingMeans":
        return await self.spelling.means()

    async def check_spelling(self, words: tuple[str, ...], languages: tuple[str, ...]) -> "CheckedWords":
        return await self.spelling.check(words, languages)

    async def suggest_spelling(self, word: str, language: str) -> tuple[str, ...]:
        return await self.spelling.suggest(word, language)

    async def keep_word(self, word: str) -> None:
        await self.spelling.keep_word(word)

    async def drop_word(self, word: str) -> None:
        await self.spelling.drop_word(word)

    # History and files.

    async def history_page(
        self, search: str, count: int, index: int, whose: tuple[str, str] | None
    ) -> tuple[HistoryEntry, ...]:
        return await self.history.page(search, count, index, whose)

    async def export_history(
        self, search: str, whose: tuple[str, str] | None, write: Callable[[tuple[HistoryEntry, ...]], T]
    ) -> T:
        entries = await self.history.whole(search, whose)
        return await self.disk(lambda: write(entries))  # thousands of them take a while

    async def clear_history(self, whose: tuple[str, str] | None, *, with_files: bool) -> None:
        self.attribute_values.skip_waiting(whose)  # they would be written after the clear
        await self.history.clear(whose, with_files=with_files)
        if self._batch_service:
            self._batch_service.forget_ended()

    async def kept_files(self) -> tuple[KeptFile, ...]:
        return await self.history.files()

    async def on_disk(self, work: Callable[[], T]) -> T:
        return await self.disk(work)

    async def on_share(self, work: Callable[[], T]) -> T | None:
        return await self.share.do(work)

    # Accounts.

    async def resume(self, server: Server) -> Resumed:
        return await self.accounts.resume(server)

    async def identify(self, server: Server) -> tuple[User, Failure | None]:
        try:
            return await self.accounts.who(server), None
        except OperationFailed as failed:
            return await self.accounts.presumed(server), failed.failure

    async def sign_in(self, server: Server, token: str, *, keep: bool) -> SignedIn:
        return await self.accounts.sign_in(server, token, keep=keep)

    async def sign_out(self, server: Server) -> KeyringProblem | None:
        return await self.accounts.sign_out(server)

    async def has_used(self, server: Server) -> bool:
        return await self.accounts.has_used(server)

    async def used_servers(self) -> tuple[Server, ...]:
        return await self.accounts.used()

    async def kept_servers(self) -> tuple[Server, ...]:
        return await self.accounts.kept()

    async def move_server(self, old: Server, new: Server) -> bool:
        moved = await self.outbox.move(old.url, new.url)
        if moved:
            await self.accounts.sign_out(old)
        return moved

    # Desktop.

    async def show_notice(self, text: str, action: str) -> None:
        await self.notices.show(text, action)

    async def withdraw_notice(self) -> None:
        await self.notices.withdraw()

    async def show_launcher_progress(self, share: float | None) -> None:
        self._launcher_entry = self._launcher_entry or self._make_launcher_entry()
        await self._launcher_entry.show(share)

    # Records of other accounts.

    async def others_work(self, server: Server) -> tuple[Others, ...]:
        return await self.others.find(server)

    async def take_over(self, theirs: Others) -> Draft | None:
        return await self.others.take_over(theirs)

    async def find_unclaimed(self, server: Server) -> Unclaimed | None:
        return await self.others.unclaimed(server)

    async def claim(self, server: Server, other: str, *, is_mine: bool) -> None:
        await self.others.answer(server, other, is_mine=is_mine)

    # Installation.

    async def diagnose(self, server: Server | None) -> tuple[Finding, ...]:
        return tuple([finding async for finding in self.diagnosis.find(server)])


async def _nothing() -> tuple[None, None]:
    return None, None
