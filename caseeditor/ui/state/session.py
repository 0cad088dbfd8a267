"""One open case: what the server showed, what the agent did to it, and what is under way. No widgets; GUI thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.last_seen import note_sum
from caseeditor.domain.case.model import Case, Note
from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.user import User
from caseeditor.domain.delivery.draft import NONE_THERE, Draft, FoundDraft
from caseeditor.domain.delivery.draft_status import DraftStatus
from caseeditor.domain.delivery.handover import joined_draft
from caseeditor.domain.delivery.projection import overlaid
from caseeditor.domain.delivery.remains import remains
from caseeditor.domain.delivery.reunion import reunited
from caseeditor.domain.delivery.submission import InParts, State, Submission
from caseeditor.domain.editing.edit import Edit, completed
from caseeditor.domain.editing.undo import StepKey, StepKind, UndoStack
from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.domain.local.loaded import LoadedCase
from caseeditor.domain.local.recent import SinceThen, Tab
from caseeditor.domain.text.bidi import isolated
from caseeditor.runtime.worker import BackgroundWorker, Job, Outcome, call
from caseeditor.ui.messages.message import Ground, Message, Severity
from caseeditor.ui.messages.texts import Doing, failure_words, fault_words, translate, what_happened
from caseeditor.ui.state.conversation import Conversation
from caseeditor.ui.state.known_names import KnownNames
from caseeditor.ui.state.known_tags import KnownTags
from caseeditor.ui.state.session_editing import CaseEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from caseeditor.domain.delivery.submission_update import SubmissionUpdate
    from caseeditor.domain.editing.wrong_case_guard import Suspicion
    from caseeditor.ui.state.session_values import ClosedCaseState

_UNDER_WAY = (State.QUEUED, State.SENDING, State.REMOVING)
_TOO_SOON = 500
"""Milliseconds after a question was asked in which submitting again is the second click of a double click."""


class Session(CaseEdit):
    """The case of one tab. Its edit changes only by what the agent does; answers replace the case below it.

    `case` is what is shown: the server's, with pending submissions (`submissions`) laid over it, and the
    one that is just being made. What is typed from then on is a new edit over that.
    """

    case_read = Signal()
    """The server answered a read, so it took our token."""
    state_changed = Signal()
    out_of_reach = Signal()
    """The server could not be reached."""
    token_wanted = Signal(object)
    """The Failure that says why; go_on() when there is one."""
    problem_found = Signal(object)
    """The Problem that keeps a submission from being sent."""
    answered = Signal(object, object)
    """The agent's answer about a submission: the Submission and the answer."""
    conflicts_found = Signal(object)
    """The Submission whose conflicts the agent decides."""
    kept_changed = Signal()
    restored = Signal()
    """The draft that was kept of it is there."""
    draft_unread = Signal()
    """The disk could not tell whether there is a draft."""
    handed_over = Signal()
    """The disk took a submission, and the draft that it was made of is gone."""

    def __init__(
        self, worker: "BackgroundWorker[BackendInterface]", server: Server, case_id: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self.server = server
        self.case_id = case_id
        self.user = self.user_name = ""
        """The key of the account, and how its user is called."""
        self.key_now: Callable[[Server, str], str] = lambda _, key: key
        self.conversation = Conversation(worker, server, case_id, self)
        self.known_tags = KnownTags(worker, server, self)
        self.known_names = KnownNames(worker, server, self)
        self.submissions: tuple[Submission, ...] = ()
        self.kept = DraftStatus()
        self.server_case: Case | None = None
        self.generation: int | None = None
        """The generation of the draft on disk that stands here, None while it was not seen (Store.save_draft)."""
        self._unread: StorageProblem | None = None
        """Why the disk could not tell whether there is a draft."""
        self.is_draft_alone = False
        """The case could not be read: the draft stands over as much of it as the draft tells."""
        self._reading: Job | None = None
        self._is_asked_for = self.is_by_itself = False
        self._handing: Draft | None = None
        self._handed: Edit | None = None
        self._waits_for_token = False
        self._is_held_up = False
        self._is_anothers = False
        """Somebody else is signed in than who typed what stands here."""
        self._in_parts = 0
        """The number of a submission that is to go in parts once it comes back."""
        self._backs: tuple[int, ...] = ()
        self._early: list[Draft] = []
        self.remembered: Tab | None = None
        """What an earlier start left of it, until it is loaded: that waits until it is shown."""
        self.left: ClosedCaseState | None = None
        """What it left when it was closed in this start of the program."""
        self._warned: tuple[tuple[Suspicion, ...], int] = (), 0
        """What was asked about before submitting: notes meant for elsewhere, and very many changes."""
        self._asked = QElapsedTimer()
        self.since: SinceThen | None = None
        """What is different since the agent opened it last; None when nothing is, or nobody knows."""
        self.has_draft = False
        """A draft of what is remembered waits on the disk."""

    @property
    def subject_read(self) -> str:
        """Return the subject as the server shows it, or showed it to the draft that stands alone; '' until then."""
        shown = self.server_case or self.case
        return shown.subject if shown else ""

    @property
    def subject_remembered(self) -> str:
        """Return what the case was called when an earlier start left it; '' once it is here, or where nobody knows."""
        return self.remembered.subject if self.remembered and self.case is None else ""

    def is_news(self, note: Note) -> bool:
        """Tell whether a note is one that was not there when the agent opened the case last."""
        differences = self.since.differences if self.since else ()
        return any(each.notes and note_sum(note) in each.notes for each in differences)

    @property
    def is_idle(self) -> bool:
        """Tell whether it was left by an earlier start and was not asked for yet."""
        return self.remembered is not None and not self._is_asked_for

    @property
    def is_reading(self) -> bool:
        return self._reading is not None

    @property
    def is_untouched(self) -> bool:
        """Tell whether the agent changed nothing and nothing is on its way."""
        return not (self.list_changes() or self.submissions or self.is_handing_over)

    @property
    def is_submitting(self) -> bool:
        """Tell whether something is being sent just now; what waits for a token or the network is not."""
        is_out = bool(self.submissions) and self.submissions[0].state in _UNDER_WAY and not self._is_held_up
        return self.is_handing_over or is_out

    @property
    def question(self) -> Submission | None:
        """Return the submission that the agent is asked about, None when there is none."""
        first = self.submissions[0] if self.submissions else None
        return first if first and first.state in (State.NEEDS_ANSWER, State.CONFLICTED) else None

    @property
    def notes_on_their_way(self) -> int:
        """Tell how many of the case's notes, the last ones, the server has not shown yet."""
        return len(self.case.notes) - len(self.server_case.notes) if self.case and self.server_case else 0

    @property
    def is_handing_over(self) -> bool:
        """Tell whether an edit is just becoming a submission."""
        return self._handing is not None

    def draft(self) -> Draft:
        """Return the edit as it is kept."""
        return Draft(
            server=self.server.url,
            user=self.user,
            case_id=self.case_id,
            edit=self.edit,
            base=self.base,
            subject=self.subject_read,
            doubt=self.doubt,
            backs=self._backs,
        )

    # Reading.

    def remember(self, tab: Tab, *, has_draft: bool) -> None:
        """Take up what an earlier start left of a case that was asked for before that was known."""
        if self.case is None and self.remembered is None:
            self.remembered, self.has_draft = tab, has_draft
            self.case_changed.emit()

    def forget_remembered(self, user: str) -> None:
        """Show nothing of what an earlier start left: somebody else is signed in."""
        if self.remembered:
            self.remembered = Tab(self.server.url, self.case_id, user)
            self.has_draft = False
            self.case_changed.emit()

    def become(self, user: User, also: Draft | None, *, has_moved: bool) -> None:
        """Note who it is that types here, now that this is known; `also` is what they had typed of the case before.

        `has_moved`: the draft of the case that stands here has moved to them on disk.
        """
        is_new = self.user != user.key
        self.user, self.user_name = user.key, user.name
        if also and self.case:
            self.take_over(also)
        elif is_new and not has_moved and self.generation == NONE_THERE:  # nobody has looked under this key
            self.generation = None
            self.draft_unread.emit()
        if self._is_anothers:
            self._is_anothers = False
            self.load()

    def take_over(self, draft: Draft) -> None:
        """Merge a draft that has become the user's own into what stands here."""
        self._take_in(reunited(self.draft(), draft)[0])

    def _is_ours(self, draft: Draft) -> bool:
        return self.key_now(self.server, draft.user) == self.user

    def load(self, *, by_itself: bool = False) -> None:
        """Read the case, anew if it is there; what the agent changed stays. `by_itself`: nobody asked for it."""
        if self._reading:
            self._reading.cancel()
        self._is_asked_for, self.is_by_itself = True, by_itself
        read = call(BackendInterface.load_case, self.server, self.case_id, with_draft=self.generation is None)
        self._reading = self._worker.run(read, lambda outcome: self._on_read(job, outcome), owner=self)
        job = self._reading
        self.state_changed.emit()

    def cancel_reading(self) -> None:
        """Stop a read that is under way; its answer is dropped."""
        if self._reading:
            self._reading.cancel()
            self._reading = None
            self.state_changed.emit()
            if self.case is None:
                text = translate("Session", "Case {0} is not open: you stopped waiting for it.")
                self.message_emitted.emit(Message(text.format(self.case_id), transient=True))

    def go_on(self) -> None:
        """Do again what waited for a token, or for the one who typed it."""
        if self._waits_for_token or self._is_anothers:
            self._waits_for_token = False
            self.load()

    def _on_read(self, job: Job, outcome: Outcome[LoadedCase]) -> None:
        if job is not self._reading:
            return
        self._reading = None
        if isinstance(outcome, Failure):
            self.state_changed.emit()
            self._tell_failure(outcome)
            return
        loaded = outcome.value
        is_typed = self.edit != Edit() or self.is_handing_over
        user = self.key_now(self.server, loaded.user)  # it may have become known meanwhile
        self._is_anothers = bool(self.user) and user != self.user and is_typed
        if self._is_anothers:
            self._tell_whose()
            self.state_changed.emit()
            self.case_read.emit()
            return
        if user != self.user or loaded.user_name:
            self.user, self.user_name = user, loaded.user_name
        self.submissions = loaded.submissions
        if loaded.case is None:
            self._show_draft_alone(loaded)
        else:
            self._show_loaded(loaded, loaded.case)
        self.state_changed.emit()

    def _show_loaded(self, loaded: LoadedCase, case: Case) -> None:
        is_first = self.case is None
        self.is_draft_alone = False
        self.conversation.want()
        self.known_tags.learn(case.tags)
        self.since = loaded.since or self.since  # reading it again makes no news old
        draft = loaded.draft.draft if loaded.draft else None
        if is_first:
            self._take_up_steps(draft.edit if draft else Edit())
        self._show(case)
        self.case_read.emit()
        if is_first and loaded.draft:
            self._restore(loaded.draft)
        elif loaded.draft:
            self.take_found(loaded.draft)
        elif loaded.unread:
            self._tell_unread(loaded.unread)
        elif not is_first and not self.question:  # which was just asked again
            self.message_emitted.emit(
                Message(translate("Session", "Case {0} reloaded").format(self.case_id), transient=True)
            )
        early, self._early = self._early, []
        for back in early:
            if self._is_ours(back) and not set(back.backs) <= set(self._backs):
                self._take_back(back)

    def _show_draft_alone(self, loaded: LoadedCase) -> None:
        """Show the draft of a case that can't be read: it can be edited, copied and discarded."""
        draft = loaded.draft.draft if loaded.draft else None
        if loaded.draft and draft and loaded.failure:
            if self.case is None:
                self.is_draft_alone = True
                self._take_up_steps(draft.edit)
                self.case = remains(draft)
                self.case_changed.emit()
                self._restore(loaded.draft)
            self._tell_failure(loaded.failure)

    def _tell_unread(self, fault: StorageProblem) -> None:
        """Say that a draft may be there that is not shown."""
        self._unread = fault
        text = translate("Session", "Your draft of case {0} couldn't be read yet: {1} Trying again.")
        self.message_emitted.emit(Message(text.format(self.case_id, fault_words(fault)), Severity.WARNING))
        self.draft_unread.emit()

    def take_found(self, found: FoundDraft) -> None:
        """Take in the draft that the disk has after all; what was typed without it stays, and is saved over it."""
        if self.generation is not None:
            return
        draft = found.draft
        if draft is None:
            self.generation = found.generation
            if self._unread:
                self.message_emitted.emit(
                    Message(translate("Session", "Case {0} has no earlier draft.").format(self.case_id))
                )
        elif self.edit == Edit():
            self._restore(found)
            text = translate("Session", "Your draft of case {0} is back.").format(self.case_id)
            self.message_emitted.emit(Message(text, ground=Ground.CHANGES))
        else:  # saving merges the two on disk, and tells what lay there
            self.restored.emit()

    def take_in(self, unseen: Draft) -> None:
        """Merge a draft that lay on the disk unseen into what was typed."""
        new, outdone = reunited(self.draft(), unseen)
        self._take_in(new)
        text = translate("Session", "Your earlier draft of case {0} is back, with what you typed since.")
        lines = (translate("Session", "Fields changed in both keep the newer text. History has the older one."),)
        self.message_emitted.emit(
            Message(text.format(self.case_id), lines=lines if outdone else (), ground=Ground.CHANGES)
        )

    def _tell_whose(self) -> None:
        """Say that what was typed is not taken over by who is signed in now."""
        text = translate(
            "Session",
            "What stands here was typed by {0} and is not submitted as somebody else. Sign in as {0} to submit it, or "
            "discard the changes and reload the case.",
        ).format(isolated(self.user_name))
        if not self.user_name:
            text = translate("Session", "This was typed with another token. Sign in with that one, or discard it.")
        self.message_emitted.emit(
            Message(text, Severity.ERROR, actions=(self.actions.sign_in, self.actions.reload), sticky=True)
        )

    def _show(self, case: Case) -> None:
        self.server_case, self.case = case, self._overlaid(case)
        self.case_changed.emit()

    def _overlaid(self, case: Case) -> Case:
        """Lay over the server's case what is on its way."""
        for sent in (*map(_on_its_way, self.submissions), self._handed):
            case = overlaid(case, sent) if sent else case
        return case

    def _take_up_steps(self, edit: Edit) -> None:
        """Have the steps again that led to this edit, if it was closed like that."""
        left, self.left = self.left, None
        if left and (left.user, left.edit) == (self.user, edit):
            self.undo_stack, self.doubt = left.steps, left.doubt

    def _restore(self, found: FoundDraft) -> None:
        self.generation = found.generation
        if draft := found.draft:
            self.base, self.doubt, self._backs = draft.base, draft.doubt, draft.backs
            before, self.edit = self.edit, draft.edit
            self.edit_changed.emit(before, draft.edit)
            self.restored.emit()

    def _tell_failure(self, failure: Failure) -> None:
        if failure.kind is FailureKind.UNREACHABLE:
            self.out_of_reach.emit()
        needs_token = failure.kind.needs_token
        doing = Doing.RELOADING if self.case else Doing.OPENING
        actions = (self.actions.sign_in,) if needs_token else (self.actions.reload,) if self.case else ()
        text = failure_words(failure, doing)
        lines: tuple[str, ...] = ()
        if self.is_draft_alone:
            text = what_happened(failure)
            actions = (*actions, *self.actions.take_away)
            lines = (translate("Session", "This is your draft. Edit or copy it; submit once the case can be read."),)
        self.message_emitted.emit(Message(text, Severity.ERROR, lines, actions))
        if needs_token:
            self._waits_for_token = True
            self.token_wanted.emit(failure)

    # Submitting.

    def submit(self, *, agreed: bool = False, in_parts: bool = False) -> None:
        """Hand the changes to the outbox, once: while that is under way, nothing more is handed over.

        `agreed` when the agent answered what was asked about them; who submits again means it too, but for the second
        click of a double click. `in_parts`: as several submissions, each of no more than a server takes.
        """
        if self.is_draft_alone:
            text = translate("Session", "Nothing was sent: case {0} can't be read. Your changes are kept; reload it.")
            message = Message(
                text.format(self.case_id), Severity.WARNING, actions=(self.actions.reload,), ground=Ground.CHANGES
            )
            self.message_emitted.emit(message)
            return
        if not self.case or not self.server_case:
            return
        if self.generation is None:  # what lies on the disk unseen may be about to be submitted with it, or twice
            self._tell_unseen()
            return
        if self._is_anothers:
            self._tell_whose()
            return
        if self.is_handing_over:
            if self.list_changes():
                text = translate("Session", "Text typed since is not submitted yet.")
                self.message_emitted.emit(Message(text, transient=True, ground=Ground.CHANGES))
            return
        if problem := self.first_blocking_problem():
            self.message_emitted.emit(self.blocking_message())
            self.problem_found.emit(problem)
            return
        if not self.list_changes():
            if self.submissions:  # it is on its way
                return
            text = translate("Session", "There is nothing to submit: nothing is changed.")
            self.message_emitted.emit(Message(text, transient=True, ground=Ground.STEP))
            return
        found = self.guard(self.case, self.edit), self.is_many()
        if found != self._warned and (found[0] or (found[1] and not in_parts)):
            self._warned = found
            self._asked.start()
            self.message_emitted.emit(self.blocking_message())
            return
        if any(found) and not agreed and self._asked.elapsed() < _TOO_SOON:
            return
        self._change(StepKey(StepKind.NOTE_ADDED), completed(self.edit, self.case))
        draft = self.draft()
        submit = BackendInterface.submit_in_parts if in_parts else BackendInterface.submit
        hand_over = call(submit, draft, self.case, self.generation)
        self.cancel_reading()  # what it shows may be older than what the outbox reads next
        self._handing, self._handed = draft, draft.edit
        self.message_emitted.emit(Message(translate("Session", "Submitting…"), transient=True))
        self._worker.run(hand_over, self._on_handed_over, is_update=True, owner=self)
        self.doubt = None
        self.undo_stack = UndoStack()
        self._show(self.server_case)
        self._replace(Edit())
        self.state_changed.emit()

    def _tell_unseen(self) -> None:
        """Say that nothing is sent before the draft on disk was seen."""
        text = translate("Session", "Nothing was sent: your earlier draft of case {0} couldn't be read yet.")
        text = text.format(self.case_id)
        if fault := self.kept.fault or self._unread:
            text = f"{translate('Failure', 'NOT saved: {0}').format(fault_words(fault))} {text}"
        self.message_emitted.emit(Message(text, Severity.WARNING))
        self.draft_unread.emit()

    def _on_handed_over(self, outcome: Outcome[None]) -> None:
        draft, self._handing, self._handed = self._handing, None, None
        if isinstance(outcome, Failure) and draft:  # the disk did not take it: nothing is sent, the edit comes back
            if self.server_case:
                self._show(self.server_case)
            self._take_back(draft)
            if (
                outcome.fault is StorageProblem.ELSEWHERE
            ):  # what is there now is to be seen before anything is sent again
                self.generation = None
                self.draft_unread.emit()
            self.message_emitted.emit(
                Message(failure_words(outcome, Doing.SUBMITTING), Severity.ERROR, ground=Ground.CHANGES)
            )
        else:
            if self.generation is not None:
                self.generation = NONE_THERE
            self.handed_over.emit()
        self.state_changed.emit()

    def on_news(self, news: "SubmissionUpdate", message: Message | None) -> None:
        """Follow what became of a submission of this case, and tell it."""
        if {submission.number for submission in news.open} - {submission.number for submission in self.submissions}:
            self._handed = None  # it is among them now
        self.submissions = news.open
        waits = news.waits_for
        if waits or news.submission.state is not State.QUEUED:  # queued, it waits for what it waited for
            self._is_held_up = waits is not None
        if self.server_case:
            case = news.case or self.server_case
            if (case, self._overlaid(case)) != (self.server_case, self.case):  # a submission's first steps show alike
                self._show(case)
            if news.back and self._is_ours(news.back):
                is_alone = self.edit == Edit()
                self._take_back(news.back)
                if is_alone and self._in_parts == news.submission.number and news.submission.state is State.REJECTED:
                    self.state_changed.emit()
                    self.submit(agreed=True, in_parts=True)
                    return
        elif news.back:  # the case is just being read, with its draft: perhaps the one before this
            self._early.append(news.back)
        self.state_changed.emit()
        if message is None:
            return
        self.message_emitted.emit(message)
        if news.submission.state is State.CONFLICTED:
            self.conflicts_found.emit(news.submission)
        if waits and waits.kind.needs_token:
            self.token_wanted.emit(waits)

    def submit_in_parts(self) -> None:
        """Submit the changes in parts; what was just rejected as a whole, once it is clear that nothing is stored."""
        rejected = next((submission for submission in self.submissions[:1] if submission.refused), None)
        if rejected:
            self._in_parts = rejected.number
            self.answered.emit(rejected, InParts())
        else:
            self.submit(agreed=True, in_parts=True)

    def stop_waiting(self) -> None:
        """Give up waiting for an update that is out. What became of it is then looked into."""
        if self.submissions:
            self._worker.run(call(BackendInterface.stop_waiting, self.submissions[0]))

    def set_kept(self, kept: DraftStatus) -> None:
        """Note whether what was typed is on disk."""
        self.kept = kept
        self.kept_changed.emit()

    def _take_back(self, back: Draft) -> None:
        """Merge what comes back from a submission into what was typed since."""
        self._take_in(joined_draft(self.draft(), back))

    def _take_in(self, new: Draft) -> None:
        before = self.edit
        self.base, self.doubt, self.edit, self._backs = new.base, new.doubt, new.edit, new.backs
        self.undo_stack.push(StepKey(StepKind.RETURNED), before, new.edit, typing=False)
        self.edit_changed.emit(before, new.edit)


def _on_its_way(submission: Submission) -> Edit:
    """Return what of a submission the server does not show yet: once it is stored, the tags to be removed."""
    return submission.edit if submission.confirmation is None else Edit(tags=submission.edit.tags)
