"""The draft of one case: its account, its generation on the disk, changes that come back into it. GUI thread."""

from PySide6.QtCore import QObject, Signal

from caseeditor.domain.case.user import User
from caseeditor.domain.delivery.draft import NONE_THERE, Draft, FoundDraft
from caseeditor.domain.delivery.draft_status import DraftStatus
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
    """The edit as it is saved. `user` is the key of the account, `user_name` the name of its user."""

    kept_changed = Signal()
    restored = Signal()
    """The draft on the disk was taken up."""
    unread = Signal()
    """The disk could not tell whether there is a draft."""
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
        """The generation of the draft on disk that stands here, None while it was not seen (Store.save_draft)."""
        self.is_alone = False
        """The case could not be read: the draft stands over as much of it as the draft tells."""
        self.is_anothers = False
        """Somebody else is signed in than who typed these changes."""
        self._unread: StorageProblem | None = None
        """Why the disk could not tell whether there is a draft."""
        self._backs: tuple[int, ...] = ()
        self._early: list[Draft] = []
        """Changes that came back from submissions while the case was being read."""

    def value(self) -> Draft:
        """Return the edit as it is saved."""
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
        """Note whether the edit is on disk."""
        self.kept = kept
        self.kept_changed.emit()

    def current_key(self, key: str) -> str:
        """Return the key that an account has now: it may have become known meanwhile."""
        return self._key_now(self._address.server, key)

    # Changes that come into it.

    def restore(self, found: FoundDraft) -> None:
        """Take up the draft that the disk has; nothing was typed yet."""
        self.generation = found.generation
        if draft := found.draft:
            self._backs = draft.backs
            self._editor.restore(draft)
            self.restored.emit()

    def take_found(self, found: FoundDraft) -> None:
        """Take in the draft that the disk has after all; text typed without it stays, and is saved over it."""
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
        else:  # saving merges the two on disk, and tells what lay there
            self.restored.emit()

    def take_in(self, unseen: Draft) -> None:
        """Merge a draft that lay on the disk unseen into the edit."""
        new, outdone = reunited(self.value(), unseen)
        self._take_in(new)
        text = translate("Session", "Your earlier draft of case {0} is back, with what you typed since.")
        lines = (translate("Session", "Fields changed in both keep the newer text. History has the older one."),)
        self.message_emitted.emit(
            Message(text.format(self._address.case_id), lines=lines if outdone else (), ground=Ground.CHANGES)
        )

    def take_over(self, draft: Draft) -> None:
        """Merge a draft that has become the user's own into the edit."""
        self._take_in(reunited(self.value(), draft)[0])

    def take_back(self, back: Draft) -> None:
        """Merge changes that come back from a submission into the edit."""
        self._take_in(joined_draft(self.value(), back))

    def take_back_later(self, back: Draft) -> None:
        """Take changes back once the case is read: its draft on the disk may be the one before them."""
        self._early.append(back)

    def take_back_early(self) -> None:
        """Take back the changes that came while the case was being read."""
        early, self._early = self._early, []
        for back in early:
            if self.is_ours(back) and not set(back.backs) <= set(self._backs):
                self.take_back(back)

    def is_ours(self, draft: Draft) -> bool:
        """Tell whether a draft is of the account that types here."""
        return self.current_key(draft.user) == self.user

    def become(self, user: User, also: Draft | None, *, has_moved: bool) -> None:
        """Note who it is that types here, now that this is known; see Session.follow_account."""
        is_new = self.user != user.key
        self.user, self.user_name = user.key, user.name
        if also and self._editor.case:
            self.take_over(also)
        elif is_new and not has_moved and self.generation == NONE_THERE:  # nobody has looked under this key
            self.lose_sight()

    def lose_sight(self) -> None:
        """Read the draft on the disk again before it is saved over."""
        self.generation = None
        self.unread.emit()

    def _take_in(self, new: Draft) -> None:
        self._backs = new.backs
        self._editor.take_in(new)

    # Messages about it.

    def tell_unread(self, fault: StorageProblem) -> None:
        """Say that a draft may be there that is not shown."""
        self._unread = fault
        text = translate("Session", "Your draft of case {0} couldn't be read yet: {1} Trying again.")
        text = text.format(self._address.case_id, fault_words(fault))
        self.message_emitted.emit(Message(text, Severity.WARNING))
        self.unread.emit()

    def tell_unseen(self) -> None:
        """Say that nothing is sent before the draft on disk was seen."""
        text = translate("Session", "Nothing was sent: your earlier draft of case {0} couldn't be read yet.")
        text = text.format(self._address.case_id)
        if fault := self.kept.fault or self._unread:
            text = f"{translate('Failure', 'NOT saved: {0}').format(fault_words(fault))} {text}"
        self.message_emitted.emit(Message(text, Severity.WARNING))
        self.unread.emit()

    def tell_whose(self) -> None:
        """Say that the changes are not taken over by who is signed in now."""
        text = translate(
            "Session",
            "{0} typed this. Sign in as {0} to submit it, or discard the changes and reload the case.",
        ).format(isolated(self.user_name))
        if not self.user_name:
            text = translate("Session", "This was typed with another token. Sign in with that one, or discard it.")
        self.message_emitted.emit(
            Message(text, Severity.ERROR, actions=(self._actions.sign_in, self._actions.reload), sticky=True)
        )
