"""One open case: connects the parts that read, edit, save and submit it. No widgets; GUI thread."""

from collections.abc import Callable
from typing import TypeVar

import msgspec
from PySide6.QtCore import QObject, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.last_seen import note_sum
from caseeditor.domain.case.model import Case, Note
from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.user import User
from caseeditor.domain.delivery.draft import Draft, DraftStatus
from caseeditor.domain.delivery.projection import remains
from caseeditor.domain.delivery.submission import Submission
from caseeditor.domain.editing.changes import Change
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.domain.local.loaded import LoadedCase
from caseeditor.domain.local.recent import SinceThen, Tab
from caseeditor.domain.local.whose import AccountKnown
from caseeditor.runtime.worker import BackgroundWorker, Outcome, call
from caseeditor.ui.messages.case_actions import CaseActions
from caseeditor.ui.messages.message import Message, Severity
from caseeditor.ui.messages.texts import Doing, failure_words, translate, what_happened
from caseeditor.ui.state.session_parts.case_address import CaseAddress
from caseeditor.ui.state.session_parts.case_draft import CaseDraft
from caseeditor.ui.state.session_parts.case_editor import CaseEditor
from caseeditor.ui.state.session_parts.case_loader import CaseLoader
from caseeditor.ui.state.session_parts.conversation import Conversation
from caseeditor.ui.state.session_parts.known_names import KnownNames
from caseeditor.ui.state.session_parts.known_tags import KnownTags
from caseeditor.ui.state.session_parts.known_values import KnownValues
from caseeditor.ui.state.session_parts.session_context import SessionContext
from caseeditor.ui.state.session_parts.session_values import ClosedCaseState
from caseeditor.ui.state.session_parts.shown_case import ShownCase
from caseeditor.ui.state.session_parts.submission_check import SubmissionCheck
from caseeditor.ui.state.session_parts.submitter import Submitter

T = TypeVar("T")


class Session(QObject):
    """The case of one tab. Only the agent changes its edit; responses replace the case below it.

    `case` is the server's case with pending submissions applied, including one being handed over. Text typed later is a
    new edit on top. The parts depend on each other as little as possible; the session connects them.
    """

    case_read = Signal()
    """The server answered a read, and so accepted our token."""
    glance_ended = Signal()
    """The case counts as read: the agent has stayed with it, or opened it."""
    state_changed = Signal()
    out_of_reach = Signal()
    """The server could not be reached."""
    token_wanted = Signal(object)
    """The Failure that is the reason; call go_on() once there is a token."""
    message_emitted = Signal(object)
    """A Message."""

    def __init__(
        self,
        worker: BackgroundWorker[BackendInterface],
        server: Server,
        case_id: str,
        context: SessionContext,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self.context = context
        self._address = address = CaseAddress(server, case_id)
        self.actions = CaseActions(self)
        self.editor = CaseEditor(self, context.schema)
        self._shown = ShownCase(self.editor)
        self.check = SubmissionCheck(self.editor, self.actions, context.find_suspicions)
        self.draft = CaseDraft(address, self.editor, self._shown, context, self.actions, self)
        self.loader = CaseLoader(worker, address, self)
        self.submitter = Submitter(
            worker, address, self.editor, self._shown, self.draft, self.loader, self.check, self.actions, self
        )
        self.conversation = Conversation(worker, address, self)
        self.known_tags = KnownTags(worker, server, lambda: self.user, self)
        self.known_names = KnownNames(worker, server, self)
        self.known_values = KnownValues(worker, server, lambda: self.user, self)
        self.remembered: Tab | None = None
        """The tab of the last run, until the case is loaded, which happens when the tab is shown."""
        self.has_draft = False
        """The remembered case has a draft on disk."""
        self.closes_by_itself = False
        """The agent left the case, and its tab closes once the submissions are stored; see LeftCases."""
        self.since: SinceThen | None = None
        """Differences since the agent's last visit; None if there are none, or unknown."""
        self.is_glance = False
        """The agent only looks at the case in passing: it does not count as read."""
        self._refusal: Failure | None = None
        self._closed: ClosedCaseState | None = None
        self._waits_for_token = False
        self._connect_parts()

    def _connect_parts(self) -> None:
        for part in (self.editor, self.draft, self.submitter):
            part.message_emitted.connect(self.message_emitted)
        self.loader.changed.connect(self.state_changed)
        self.loader.loaded.connect(self._on_loaded)
        self.loader.failed.connect(self._tell_failure)
        self.submitter.changed.connect(self.state_changed)
        self.submitter.token_wanted.connect(self.token_wanted)

    def assign(self, case_id: str) -> None:
        """Assign its case to a prepared session, once."""
        self._address.assign(case_id)

    def take_up(self, tab: Tab | None, closed: ClosedCaseState | None) -> None:
        """Take over the tab of the last run, and the state kept when the case was closed in this run."""
        self.remembered, self._closed = tab, closed

    # The case and its parts.

    @property
    def server(self) -> Server:
        return self._address.server

    @property
    def case_id(self) -> str:
        return self._address.case_id

    @property
    def case(self) -> Case | None:
        return self.editor.case

    @property
    def edit(self) -> Edit:
        return self.editor.edit

    @property
    def server_case(self) -> Case | None:
        return self._shown.server_case

    @property
    def submissions(self) -> tuple[Submission, ...]:
        """The pending submissions, in order."""
        return self._shown.submissions

    @property
    def question(self) -> Submission | None:
        """The submission that needs the agent's answer, or None."""
        return self._shown.question

    @property
    def notes_on_their_way(self) -> int:
        """The number of pending notes; they are last in the case."""
        return self._shown.pending_notes

    @property
    def user(self) -> str:
        """The key of the account."""
        return self.draft.user

    @property
    def kept(self) -> DraftStatus:
        return self.draft.kept

    @property
    def is_reading(self) -> bool:
        return self.loader.is_reading

    @property
    def is_handing_over(self) -> bool:
        """Tell whether an edit is becoming a submission."""
        return self.submitter.is_handing_over

    @property
    def is_submitting(self) -> bool:
        """Tell whether a submission is being sent."""
        return self.submitter.is_submitting

    @property
    def is_untouched(self) -> bool:
        """Tell whether there are neither changes nor pending submissions."""
        return not (self.list_changes() or self.submissions or self.is_handing_over)

    @property
    def opening_failure(self) -> Failure | None:
        """The reason why the case could not be opened; None while it is read, and once it is open."""
        return self._refusal if self.case is None else None

    @property
    def is_idle(self) -> bool:
        """Tell whether this is a restored tab that has not been loaded yet."""
        return self.remembered is not None and not self.loader.was_asked

    @property
    def subject_read(self) -> str:
        """The subject on the server, or in a draft shown alone; '' before the first read."""
        return self._shown.subject

    @property
    def subject_remembered(self) -> str:
        """The subject of the last run; '' once the case is loaded, or if unknown."""
        return self.remembered.subject if self.remembered and self.case is None else ""

    def list_changes(self) -> tuple[Change, ...]:
        return self.editor.list_changes()

    def is_news(self, note: Note) -> bool:
        """Tell whether a note is new since the agent's last visit."""
        differences = self.since.differences if self.since else ()
        return any(each.notes and note_sum(note) in each.notes for each in differences)

    def closed_state(self) -> ClosedCaseState | None:
        """Return the state to keep when the case is closed; None if there is nothing to restore."""
        if self.case is None or self.is_handing_over:
            return None
        return ClosedCaseState(self.user, self.edit, self.editor.undo_stack, self.editor.doubt)

    def submit(self, *, agreed: bool = False, in_parts: bool = False) -> None:
        """Submit the changes; see Submitter.submit."""
        self.submitter.submit(agreed=agreed, in_parts=in_parts)

    def on_disk(self, work: Callable[[], T], then: Callable[[Outcome[T]], None], owner: QObject) -> None:
        """Run blocking work on the disk thread; its outcome is dropped if the owner is deleted by then."""
        self._worker.run(call(BackendInterface.on_disk, work), then, is_update=True, owner=owner)

    # Account.

    def remember(self, tab: Tab, *, has_draft: bool) -> None:
        """Take over a restored tab whose case was requested before the tabs were read."""
        if self.case is None and self.remembered is None:
            self.remembered, self.has_draft = tab, has_draft
            self.editor.case_changed.emit()

    def forget_remembered(self, user: str) -> None:
        """Clear the restored tab: another user is signed in."""
        if self.remembered:
            self.remembered = Tab(self.server.url, self.case_id, user)
            self.has_draft = False
            self.editor.case_changed.emit()

    def follow_account(self, known: AccountKnown) -> None:
        """Follow an account whose key has changed, and merge the draft that moved to it."""
        moved = next((each for each in reversed(known.drafts) if each.draft.case_id == self.case_id), None)
        if self.user in known.was:
            self._become(known.user, moved.there if moved else None, has_moved=moved is not None)
        elif self.case and self.user == known.user.key:
            self._become(known.user, moved.draft if moved else None, has_moved=moved is not None)
        if self.remembered and self.remembered.user in known.was:
            self.remembered = msgspec.structs.replace(self.remembered, user=known.user.key)
            self.has_draft = self.has_draft or moved is not None

    def _become(self, user: User, also: Draft | None, *, has_moved: bool) -> None:
        """Record the user who types here; `also` is their earlier draft of the case.

        `has_moved`: this case's draft has moved to that account on disk.
        """
        self.draft.become(user, also, has_moved=has_moved)
        if self.draft.is_anothers:
            self.draft.is_anothers = False
            self.load()

    # Reading.

    def load(self, *, by_itself: bool = False) -> None:
        """Read the case, again if loaded; the edit stays. `by_itself`: the agent did not ask for it."""
        self._refusal = None
        self.loader.load(with_draft=self.draft.generation is None, by_itself=by_itself)

    def end_glance(self) -> None:
        """Count the case as read from now on."""
        if self.is_glance:
            self.is_glance = False
            self.glance_ended.emit()

    def stop_reading(self) -> None:
        """Cancel a read that is under way, without a message: the tab is about to close."""
        self.loader.cancel()

    def cancel_reading(self) -> None:
        """Cancel a read that is under way; its response is dropped."""
        if self.loader.cancel() and self.case is None:
            text = translate("Session", "Case {0} isn't open: you stopped waiting.")
            self.message_emitted.emit(Message(text.format(self.case_id), transient=True))

    def go_on(self) -> None:
        """Read again after a missing token, or after another user was signed in."""
        if self._waits_for_token or self.draft.is_anothers:
            self._waits_for_token = False
            self.load()

    def _on_loaded(self, loaded: LoadedCase) -> None:
        draft = self.draft
        is_typed = self.edit != Edit() or self.is_handing_over
        user = draft.current_key(loaded.user)
        draft.is_anothers = bool(draft.user) and user != draft.user and is_typed
        if draft.is_anothers:
            draft.tell_whose()
            self.state_changed.emit()
            self.case_read.emit()
            return
        if user != draft.user or loaded.user_name:
            draft.user, draft.user_name = user, loaded.user_name
        self._shown.submissions = loaded.submissions
        if loaded.case is None:
            self._show_draft_alone(loaded)
        else:
            self._show_loaded(loaded, loaded.case)
        self.state_changed.emit()

    def _show_loaded(self, loaded: LoadedCase, case: Case) -> None:
        is_first = self.case is None
        self.draft.is_alone = False
        self.conversation.want()
        self.known_tags.learn(case.tags)
        self.since = loaded.since or self.since  # a reload keeps news new
        if is_first:
            self._take_up_steps(loaded)
        self._shown.show(case)
        self.case_read.emit()
        if is_first and loaded.draft:
            self.draft.restore(loaded.draft)
        elif loaded.draft:
            self.draft.take_found(loaded.draft)
        elif loaded.unread:
            self.draft.tell_unread(loaded.unread)
        elif not is_first and not self.question:  # the message about it has just been repeated
            text = translate("Session", "Case {0} reloaded").format(self.case_id)
            self.message_emitted.emit(Message(text, transient=True))
        self.draft.take_back_early()

    def _show_draft_alone(self, loaded: LoadedCase) -> None:
        """Show the draft of an unreadable case: it can be edited, copied and discarded."""
        draft = loaded.draft.draft if loaded.draft else None
        if loaded.draft and draft and loaded.failure:
            if self.case is None:
                self.draft.is_alone = True
                self._take_up_steps(loaded)
                self.editor.show(remains(draft))
                self.draft.restore(loaded.draft)
            self._tell_failure(loaded.failure)

    def _take_up_steps(self, loaded: LoadedCase) -> None:
        """Restore the undo steps of the draft if the case was closed with it."""
        draft = loaded.draft.draft if loaded.draft else None
        closed, self._closed = self._closed, None
        if closed and (closed.user, closed.edit) == (self.user, draft.edit if draft else Edit()):
            self.editor.undo_stack, self.editor.doubt = closed.steps, closed.doubt

    def _tell_failure(self, failure: Failure) -> None:
        if failure.kind is FailureKind.UNREACHABLE:
            self.out_of_reach.emit()
        needs_token = failure.kind.needs_token
        doing = Doing.RELOADING if self.case else Doing.OPENING
        actions = (self.actions.sign_in,) if needs_token else (self.actions.reload,) if self.case else ()
        text = failure_words(failure, doing)
        lines: tuple[str, ...] = ()
        if self.draft.is_alone:
            text = what_happened(failure)
            actions = (*actions, *self.actions.take_away)
            lines = (translate("Session", "This is your draft. Edit or copy it; submit once the case can be read."),)
        is_in_tab = self.case is None  # the page of the case has the reason and the actions
        if is_in_tab:
            self._refusal = failure
            self.state_changed.emit()
        self.message_emitted.emit(Message(text, Severity.ERROR, lines, actions, transient=is_in_tab))
        if needs_token:
            self._waits_for_token = True
            self.token_wanted.emit(failure)
