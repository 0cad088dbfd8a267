"""The draft of one case: its account, its generation on disk, changes returned to it. GUI thread."""

from PySide6.QtCore import QObject, Signal

from caseeditor.domain.case.user import User
from caseeditor.domain.delivery.draft import NONE_THERE, Draft, DraftStatus, FoundDraft
from caseeditor.domain.delivery.handover import joined_draft
from caseeditor.domain.delivery.reunion import reunited
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.domain.text.bidi import isolated
from caseeditor.ui.messages.case_actions import CaseActions
from caseeditor.ui.messages.message import Ground, Message, Severity
from caseeditor.ui.messages.texts import fault_words, translate
from caseeditor.ui.state.session_parts.case_address import CaseAddress
from caseeditor.ui.state.session_parts.case_editor import CaseEditor
from caseeditor.ui.state.session_parts.session_context import SessionContext
from caseeditor.ui.state.session_parts.shown_case import ShownCase


class CaseDraft(QObject):
    """The edit in the form that is saved. `user` is the key of the account, `user_name` the name of its user."""

    kept_changed = Signal()
    restored = Signal()
    """The draft on disk was restored."""
    unread = Signal()
    """The disk did not show whether there is a draft."""
    disk_changed = Signal()
    """Changes come in that the disk has already, before the edit has them."""
    message_emitted = Signal(object)
    """A Message."""

    def __init__(  # noqa: PLR0913, PLR0917 - the other parts of the session
        self,
        address: CaseAddress,
        editor: CaseEditor,
        shown: ShownCase,
        context: SessionContext,
        actions: CaseActions,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._address = address
        self._editor = editor
        self._shown = shown
        self._actions = actions
        self._key_now = context.key_now
        self.user = self.user_name = ""
        self.kept = DraftStatus()
        self.generation: int | None = None
        """The generation of the draft on disk that this edit is based on, None if not seen (Store.save_draft)."""
        self.is_alone = False
        """The case could not be read: the draft is shown over the parts of the case that it contains."""
        self.is_anothers = False
        """The signed-in user did not make these changes."""
        self._unread: StorageProblem | None = None
        """The reason why the draft on disk is unknown."""
        self._backs: tuple[int, ...] = ()
        self._early: list[Draft] = []
        """Changes returned by submissions while the case was being read."""

    def value(self) -> Draft:
        """Return the edit in the form that is saved."""
        return Draft(
            server=self._address.server.url,
            user=self.user,
            case_id=self._address.case_id,
            edit=self._editor.edit,
            base=self._editor.base,
            subject=self._shown.subject,
            doubt=self._editor.doubt,
            backs=self._backs,
        )

    def set_kept(self, kept: DraftStatus) -> None:
        """Record whether the edit is on disk."""
        self.kept = kept
        self.kept_changed.emit()

    def current_key(self, key: str) -> str:
        """Return the current key of an account: it may have become known meanwhile."""
        return self._key_now(self._address.server, key)

    # Incoming changes.

    def restore(self, found: FoundDraft) -> None:
        """Restore the draft on disk; nothing was typed yet."""
        self.generation = found.generation
        if draft := found.draft:
            self._backs = draft.backs
            self._editor.restore(draft)
            self.restored.emit()

    def take_found(self, found: FoundDraft) -> None:
        """Take in a draft found late on disk; text typed without it stays, and is saved over it."""
        if self.generation is not None:
            return
        if found.draft is None:
            self.generation = found.generation
            if self._unread:
                text = translate("Session", "Case {0} has no earlier draft.")
                self.message_emitted.emit(Message(text.format(self._address.case_id)))
        elif self._editor.edit == Edit():
            self.restore(found)
            text = translate("Session", "Your draft of case {0} is back.").format(self._address.case_id)
            self.message_emitted.emit(Message(text, ground=Ground.CHANGES))
        else:  # saving merges the two on disk, and reports the draft found there
            self.restored.emit()

    def take_in(self, unseen: Draft) -> None:
        """Merge an unseen draft on disk into the edit."""
        new, outdone = reunited(self.value(), unseen)
        self._take_in(new)
        text = translate("Session", "Your earlier draft of case {0} is back, with what you typed since.")
        lines = (translate("Session", "Fields changed in both keep the newer text. History has the older one."),)
        self.message_emitted.emit(
            Message(text.format(self._address.case_id), lines=lines if outdone else (), ground=Ground.CHANGES)
        )

    def take_over(self, draft: Draft) -> None:
        """Merge a draft that now belongs to the user's account into the edit."""
        self._take_in(reunited(self.value(), draft)[0])

    def take_back(self, back: Draft) -> None:
        """Merge changes returned by a submission into the edit."""
        self._take_in(joined_draft(self.value(), back))

    def take_back_later(self, back: Draft) -> None:
        """Take changes back after the case is read: its draft on disk may be older than them."""
        self._early.append(back)

    def take_back_early(self) -> None:
        """Take back the changes returned while the case was being read."""
        early, self._early = self._early, []
        for back in early:
            if self.is_ours(back) and not set(back.backs) <= set(self._backs):
                self.take_back(back)

    def is_ours(self, draft: Draft) -> bool:
        """Tell whether a draft belongs to the account that types here."""
        return self.current_key(draft.user) == self.user

    def become(self, user: User, also: Draft | None, *, has_moved: bool) -> None:
        """Record the user who types here, once known; see Session.follow_account."""
        is_new = self.user != user.key
        self.user, self.user_name = user.key, user.name
        if also and self._editor.case:
            self.take_over(also)
        elif is_new and not has_moved and self.generation == NONE_THERE:  # the draft under this key has not been read
            self.lose_sight()

    def lose_sight(self) -> None:
        """Read the draft on disk again before it is overwritten."""
        self.generation = None
        self.unread.emit()

    def _take_in(self, new: Draft) -> None:
        self._backs = new.backs
        self.disk_changed.emit()
        self._editor.take_in(new)

    # Messages.

    def tell_unread(self, fault: StorageProblem) -> None:
        """Report that there may be a draft that isn't shown."""
        self._unread = fault
        text = translate("Session", "Your draft of case {0} couldn't be read yet: {1} Trying again.")
        text = text.format(self._address.case_id, fault_words(fault))
        self.message_emitted.emit(Message(text, Severity.WARNING))
        self.unread.emit()

    def tell_unseen(self) -> None:
        """Report that nothing is sent before the draft on disk was read."""
        text = translate("Session", "Nothing was sent: your earlier draft of case {0} couldn't be read yet.")
        text = text.format(self._address.case_id)
        if fault := self.kept.fault or self._unread:
            text = f"{translate('Failure', 'NOT saved: {0}').format(fault_words(fault))} {text}"
        self.message_emitted.emit(Message(text, Severity.WARNING))
        self.unread.emit()

    def tell_whose(self) -> None:
        """Report that the signed-in user did not make these changes."""
        text = translate(
            "Session",
            "{0} typed this. Sign in as {0} to submit it, or discard the changes and reload the case.",
        ).format(isolated(self.user_name))
        if not self.user_name:
            text = translate("Session", "This was typed with another token. Sign in with that one, or discard it.")
        self.message_emitted.emit(
            Message(text, Severity.ERROR, actions=(self._actions.sign_in, self._actions.reload), sticky=True)
        )
