"""Saves drafts within 300 ms of a pause, or 1 s of continuous typing, on the worker thread."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.delivery.draft import NONE_THERE, Draft, DraftStatus, FoundDraft, SavedDraft
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.domain.timeouts import Timing
from caseeditor.runtime.worker import BackgroundWorker, Outcome, Success, call
from caseeditor.ui.messages.texts import now_words

if TYPE_CHECKING:
    from caseeditor.ui.state.session import Session


class DraftSaver(QObject):
    """Saves the draft of one session after each change, and tries again after a disk failure."""

    def __init__(self, worker: "BackgroundWorker[BackendInterface]", session: "Session", timing: Timing) -> None:
        super().__init__(session)
        self._worker = worker
        self._session = session
        self._pause = round(timing.draft_pause * 1000)
        self._longest = round(timing.draft_longest * 1000)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self.save)
        self._since = QElapsedTimer()
        self._saved = Edit()
        self._has_disk_more = False
        """The disk also has changes that came in; if they are discarded at once, the edit equals the saved one."""
        self._is_saving = False
        self._missed: SavedDraft | None = None
        """A save that merged an unseen draft while the edit was becoming a submission."""
        self._then: list[Callable[[], None]] = []
        session.draft.disk_changed.connect(self._on_disk_changed)
        session.editor.edit_changed.connect(self._on_edit)
        session.draft.restored.connect(self.save)  # at once: a discarded draft has to leave the disk
        session.submitter.handed_over.connect(self._on_handed_over)
        session.state_changed.connect(self._go_on)
        session.editor.discarded.connect(self._on_discarded)
        self._unread = QTimer(self)
        self._unread.setInterval(self._longest)
        self._unread.timeout.connect(self._look_again)
        session.draft.unread.connect(self._unread.start)

    @property
    def is_kept(self) -> bool:
        """Tell whether the whole edit is on disk."""
        is_busy = self._is_saving or self._session.is_handing_over
        return not is_busy and self._is_saved()

    def _is_saved(self) -> bool:
        return self._session.edit == self._saved and not self._has_disk_more

    def _on_disk_changed(self) -> None:
        self._has_disk_more = True

    def finish(self, then: Callable[[], None]) -> None:
        """Save unsaved changes, then call `then`, even after a disk failure: see `Session.kept`."""
        self._then.append(then)
        self.save()
        self._go_on()

    def save(self) -> None:
        """Save now, unless a save is under way; changes made meanwhile are saved after it.

        An edit that is becoming a submission is not saved as a draft too: its notes would be sent twice.
        """
        self._waiting.stop()
        self._since.invalidate()
        if self._is_saving or self._session.is_handing_over or self._is_saved():
            return
        draft, had_disk_more = self._session.draft.value(), self._has_disk_more
        self._has_disk_more = False
        save = call(BackendInterface.save_draft, draft, self._session.draft.generation)
        self._is_saving = True
        self._worker.run(save, partial(self._on_saved, draft, had_disk_more), is_update=True, owner=self)

    def _look_again(self) -> None:
        """Read a draft again after a failed read."""
        session = self._session
        self._unread.stop()
        if session.draft.generation is not None:
            return
        find = call(BackendInterface.find_draft, session.server, session.user, session.case_id)
        self._worker.run(find, self._on_looked, owner=self)

    def _on_looked(self, outcome: Outcome[tuple[FoundDraft | None, StorageProblem | None]]) -> None:
        found = outcome.value[0] if isinstance(outcome, Success) else None
        if found and not (self._is_saving or self._session.is_handing_over):
            self._session.draft.take_found(found)
        else:
            self._unread.start()

    def _on_edit(self) -> None:
        if self._is_saved():
            self._waiting.stop()
            if self._session.kept.fault:
                self._session.draft.set_kept(DraftStatus())
            return
        if not self._since.isValid():
            self._since.start()
            self._session.draft.set_kept(DraftStatus(fault=self._session.kept.fault))
        left = self._longest - self._since.elapsed()
        self._waiting.start(max(0, min(self._pause, left)))

    def _on_saved(self, draft: Draft, had_disk_more: bool, outcome: Outcome[SavedDraft | None]) -> None:
        self._is_saving = False
        saved = outcome.value if isinstance(outcome, Success) else None
        if saved:
            self._session.draft.generation = saved.generation
        elif isinstance(outcome, Success) and self._session.draft.generation is not None:
            self._session.draft.generation = NONE_THERE
        if self._session.is_handing_over:
            self._missed = saved if saved and saved.unseen else self._missed
            return
        if isinstance(outcome, Failure):
            self._has_disk_more |= had_disk_more
            self._session.draft.set_kept(DraftStatus(fault=outcome.fault or StorageProblem.OTHER))
            self._waiting.start(self._longest)
            self._give_way()
            return
        self._saved = draft.edit
        if saved and saved.unseen:
            self._session.draft.take_in(saved.unseen)
        if self._is_saved():
            self._session.draft.set_kept(DraftStatus(at=now_words()))
        else:
            self._on_edit()
        self._go_on()

    def _go_on(self) -> None:
        """Call functions that waited for the draft, once it is on disk."""
        missed = self._missed
        if missed and missed.unseen and not self._session.is_handing_over:
            self._missed = None
            self._session.draft.generation = missed.generation
            self._session.draft.take_in(missed.unseen)
        if self._then and not self._is_saving and not self._session.is_handing_over:
            if self._is_saved():
                self._give_way()
            else:
                self.save()

    def _give_way(self) -> None:
        waiting, self._then = self._then, []
        for then in waiting:
            then()

    def _on_handed_over(self) -> None:
        """Start over: the submission replaced the draft on disk. Text typed since then is saved now."""
        self._saved = Edit()
        self._has_disk_more = False
        self._session.draft.set_kept(DraftStatus())
        self._on_edit()

    def _on_discarded(self) -> None:
        self._worker.run(call(BackendInterface.record_discarded, self._session.draft.value()), is_update=True)
