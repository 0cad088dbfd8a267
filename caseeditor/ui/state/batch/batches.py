"""The batches that are open in tabs. No widgets; GUI thread. Nothing of it is imported before the first one opens."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.batch.batch import Batch, BatchState, Options
from caseeditor.domain.batch.news import BatchNews
from caseeditor.domain.batch.plan.plan_file import PlanFileProblem
from caseeditor.domain.batch.policy import policy_of
from caseeditor.domain.case.reference import Server, known_server
from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.domain.text.bidi import isolated
from caseeditor.runtime.worker import Success, call
from caseeditor.ui.messages.message import Message, Severity
from caseeditor.ui.messages.texts import translate, what_happened
from caseeditor.ui.state.batch.open_batch import OpenBatch

if TYPE_CHECKING:
    from caseeditor.runtime.worker import Outcome
    from caseeditor.ui.state.list_choice import ListChoice
    from caseeditor.ui.state.workspace import Workspace


class Batches(QObject):
    """Makes, restores and closes them; passes on the news of each."""

    opened = Signal(object)
    """An OpenBatch that the agent wants in front."""
    restored = Signal(object)
    """An OpenBatch of an earlier start, which comes back behind."""
    lost = Signal(object)
    """An OpenBatch that was deleted meanwhile."""
    changed = Signal()
    """One of the open batches, or which ones are open."""
    message_emitted = Signal(object)
    """A Message."""
    found = Signal(object)
    """The user's batches, the latest first, as a tuple."""
    deleted = Signal(object, object)
    """The Batch that the agent deleted, and those left, as a tuple."""

    def __init__(self, workspace: "Workspace", list_choice: "Callable[[], ListChoice | None]", parent: QObject) -> None:
        """`list_choice` returns the cases that are marked in the list."""
        super().__init__(parent)
        self._list_choice = list_choice
        self.is_demo = False
        """Whether the program is the demo."""
        self._workspace = workspace
        self._worker = workspace.worker
        self.open_batches: list[OpenBatch] = []
        self._is_wanted = False
        """Whether a new batch was asked for before the user was known."""
        self._leaving: list[OpenBatch] = []
        """Those whose tab is closed, and that are not on disk yet."""
        self._worker.news.connect(self._on_news)
        workspace.account.user_known.connect(self._on_user)

    def make(self) -> None:
        """Open a new draft, once the user is known."""
        account = self._workspace.account
        self._is_wanted = account.server is None or not account.key
        if account.server is None or not account.key:
            text = translate("Batch", "The batch opens once you are signed in.")
            self.message_emitted.emit(Message(text, passing=True))
            return
        moment = QLocale().toString(QDateTime.currentDateTime(), "d MMM HH:mm")
        batch = Batch(
            server=account.server.url,
            user=account.key,
            user_names=tuple(filter(None, (account.user,))),
            name=moment,
            options=Options(canary=True, a_minute=self._workspace.settings.batch_minute),
        )
        made = self._add(batch)
        made.save()
        self._workspace.settings_store.change(server=account.server.url)  # the next start is at its server, too
        self.opened.emit(made)

    def _on_user(self, *_: object) -> None:
        if self._is_wanted:
            self.make()

    def show(self, batch: Batch) -> None:
        """Open a batch of the disk, or bring its tab to the front."""
        if not self._workspace.settings.batches:
            failure = Failure(kind=FailureKind.BATCHES_OFF)
            self.message_emitted.emit(Message(what_happened(failure), Severity.ERROR))
            return
        opened = self.with_number(batch.number)
        if opened is None:
            opened = self._add(batch)
            opened.edit(is_open=True)
            opened.read_rows()
        self.opened.emit(opened)

    def _on_made(self, name: str, batch: Batch) -> None:
        self.show(batch)
        if opened := self.with_number(batch.number):
            opened.edit(name=name)

    def restore(self, batches: "tuple[Batch, ...]") -> None:
        """Open those of a user's batches whose tabs were open at the last end, unless they are done."""
        for batch in reversed(batches):
            if batch.is_open and batch.state is not BatchState.DONE and self.with_number(batch.number) is None:
                opened = self._add(batch)
                opened.read_rows()
                self.restored.emit(opened)

    def look(self) -> None:
        """Read the user's batches; `found` follows."""
        account = self._workspace.account
        if account.server and account.key:
            work = call(BackendInterface.batches, account.server.url, account.key)
            self._worker.run(work, self._on_found, owner=self)
        else:
            self._ask_to_sign_in()

    def delete(self, batch: Batch) -> None:
        """Delete a batch that isn't running; `deleted` follows."""
        work = call(BackendInterface.drop_batch, batch.number)
        self._worker.run(work, partial(self._on_dropped, batch), is_update=True, owner=self)

    def _on_dropped(self, batch: Batch, outcome: "Outcome[None]") -> None:
        if isinstance(outcome, Success):
            work = call(BackendInterface.batches, batch.server, batch.user)
            self._worker.run(work, partial(self._on_left, batch), owner=self)
        else:
            self.message_emitted.emit(Message(what_happened(outcome), Severity.ERROR))

    def _on_left(self, batch: Batch, outcome: "Outcome[tuple[Batch, ...]]") -> None:
        if not isinstance(outcome, Success):
            self.message_emitted.emit(Message(what_happened(outcome), Severity.ERROR))
        elif any(each.number == batch.number for each in outcome.value):
            text = translate("Batch", "Not deleted: an update of it has no answer yet. Decide it under Results first.")
            self.message_emitted.emit(Message(text, Severity.ERROR))
        else:
            self.deleted.emit(batch, outcome.value)

    def forget(self, opened: OpenBatch) -> None:
        """Forget a batch that was deleted."""
        self.open_batches.remove(opened)
        opened.deleteLater()
        self.changed.emit()

    def import_plan(self, path: Path) -> None:
        """Open a plan that somebody exported."""
        account = self._workspace.account
        if account.server and account.key:
            work = call(BackendInterface.import_plan, str(path), account.server.url, account.key)
            self._worker.run(work, self._on_imported, is_update=True, owner=self)
        else:
            self._ask_to_sign_in()

    def _on_imported(self, outcome: "Outcome[Batch | PlanFileProblem]") -> None:
        if not isinstance(outcome, Success):
            self.message_emitted.emit(Message(what_happened(outcome), Severity.ERROR))
        elif isinstance(outcome.value, PlanFileProblem):
            self.message_emitted.emit(Message(_plan_file_words(outcome.value), Severity.ERROR))
        else:
            self.show(outcome.value)

    def hide(self, opened: OpenBatch) -> None:
        """Forget a batch of a user who is no longer signed in. Its tab comes back with the user."""
        self._leave(opened)

    def close(self, opened: OpenBatch) -> None:
        """Forget a batch whose tab closes. A running one is paused; an untouched draft is deleted."""
        if opened not in self.open_batches:
            return
        if opened.batch.state is BatchState.RUNNING:
            opened.pause()
        is_untouched = opened.is_untouched
        if not is_untouched:
            opened.edit(is_open=False)
        self._leave(opened, is_dropped=is_untouched)

    def learn_names(self, opened: OpenBatch) -> None:
        """Read the names of attributes that were seen on the server of a batch."""

        def on_names(outcome: "Outcome[tuple[str, ...]]") -> None:
            if isinstance(outcome, Success):
                opened.learn_names(outcome.value)

        self._worker.run(call(BackendInterface.known_names, opened.batch.server), on_names, owner=opened)

    def save(self) -> None:
        """Save all that is typed."""
        for opened in self.open_batches:
            opened.save()

    @property
    def unsaved(self) -> tuple[str, ...]:
        """The names of batches of which something is not on disk."""
        return tuple(each.batch.name for each in (*self.open_batches, *self._leaving) if not each.is_saved)

    def settle(self, then: Callable[[], None]) -> None:
        """Save all that is typed; call `then` once that is done, or could not be."""
        left = [each for each in (*self.open_batches, *self._leaving) if not each.is_saved]
        if not left:
            then()
            return
        waiting = set(map(id, left))

        def on_settled(which: int) -> None:
            waiting.discard(which)
            if not waiting:
                then()

        for opened in left:
            opened.settle(partial(on_settled, id(opened)))

    def with_number(self, number: int) -> OpenBatch | None:
        return next((each for each in self.open_batches if each.batch.number == number), None)

    def _add(self, batch: Batch) -> OpenBatch:
        opened = OpenBatch(
            self._worker,
            batch,
            partial(self._domains, batch.server),
            self,
            policy_of(self._workspace.settings),
        )
        opened.is_demo = self.is_demo
        opened.message_emitted.connect(self.message_emitted)
        opened.rows_changed.connect(partial(self._learn_host, opened))
        opened.batch_made.connect(self._on_made)
        opened.lost.connect(partial(self._on_lost, opened))
        opened.changed.connect(self.changed)
        self.open_batches.append(opened)
        self.learn_names(opened)
        return opened

    def _ask_to_sign_in(self) -> None:
        text = translate("Batch", "Sign in to change many cases.")
        self.message_emitted.emit(Message(text, Severity.ERROR))

    def _learn_host(self, opened: OpenBatch, places: tuple[int, ...] | None) -> None:
        """Learn the host of case pages from a row: links of a report can be pasted into the next batch."""
        rows = opened.rows[:1] if places is None else [opened.rows[place] for place in places[:1]]
        server = known_server(opened.batch.server)
        for row in rows:
            if row.url and server:
                self._workspace.hosts.learn_link(row.url, server)

    def _domains(self, url: str) -> frozenset[str]:
        choice = self._list_choice()
        if choice and choice.server.url == url:
            self._workspace.hosts.learn_link(choice.link, choice.server)
        known = self._workspace.settings.domains
        return frozenset((Server(url).domain, *(domain for domain, server in known.items() if server == url)))

    def _leave(self, opened: OpenBatch, *, is_dropped: bool = False) -> None:
        """Forget a batch once it is on disk."""
        self.open_batches.remove(opened)
        self._leaving.append(opened)
        self.changed.emit()

        def on_saved() -> None:
            self._leaving.remove(opened)
            if is_dropped:
                self._worker.run(call(BackendInterface.drop_batch, opened.batch.number), is_update=True)
            opened.deleteLater()

        opened.leave(on_saved)

    def _on_lost(self, opened: OpenBatch) -> None:
        if opened in self.open_batches:
            text = translate("Batch", "Batch “{0}” was deleted.").format(isolated(opened.batch.name))
            self.message_emitted.emit(Message(text, Severity.ERROR))
            self.lost.emit(opened)
            self._leave(opened)

    def _on_found(self, outcome: "Outcome[tuple[Batch, ...]]") -> None:
        if isinstance(outcome, Success):
            self.found.emit(outcome.value)
        else:
            self.message_emitted.emit(Message(what_happened(outcome), Severity.ERROR))

    def _on_news(self, news: object) -> None:
        if isinstance(news, BatchNews) and (opened := self.with_number(news.batch.number)):
            opened.follow(news)


def _plan_file_words(problem: PlanFileProblem) -> str:
    match problem:
        case PlanFileProblem.UNREADABLE:
            return translate("Batch", "This file can't be read. Choose another file.")
        case PlanFileProblem.NOT_A_PLAN:
            return translate("Batch", "This file isn't the plan of a batch. Choose another file.")
        case PlanFileProblem.NEWER:
            return translate("Batch", "This plan is from a newer version. Install that version to open it.")
        case PlanFileProblem.TOO_MANY:
            return translate("Batch", "This plan has more cases than a batch may have. Ask for a smaller one.")
        case PlanFileProblem.OTHER_SERVER:
            return translate("Batch", "This plan is for another server. Sign in there to open it.")
