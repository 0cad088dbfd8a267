"""The actions that messages about one case offer."""

from PySide6.QtCore import QObject, Signal

from caseeditor.ui.messages.message import ActionKind, MessageAction


class CaseActions(QObject):
    """Makes the actions of one case. Each emits its own signal; the view of the case and the workspace perform it.

    A message is often made where neither a widget nor the account is known.
    """

    reload_wanted = Signal()
    sign_in_wanted = Signal()
    submit_anyway_wanted = Signal()
    submit_in_parts_wanted = Signal()
    leave_out_wanted = Signal()
    copy_wanted = Signal()
    save_wanted = Signal()
    decision_wanted = Signal()
    send_again_wanted = Signal()
    stored_confirmed = Signal()
    waiting_confirmed = Signal()
    back_to_draft_wanted = Signal()

    @property
    def reload(self) -> MessageAction:
        return MessageAction(ActionKind.RELOAD, self.reload_wanted.emit)

    @property
    def sign_in(self) -> MessageAction:
        return MessageAction(ActionKind.SIGN_IN, self.sign_in_wanted.emit)

    @property
    def submit_anyway(self) -> MessageAction:
        return MessageAction(ActionKind.SUBMIT_ANYWAY, self.submit_anyway_wanted.emit)

    @property
    def submit_in_parts(self) -> MessageAction:
        return MessageAction(ActionKind.SUBMIT_IN_PARTS, self.submit_in_parts_wanted.emit)

    @property
    def leave_out(self) -> MessageAction:
        return MessageAction(ActionKind.LEAVE_OUT, self.leave_out_wanted.emit)

    @property
    def take_away(self) -> tuple[MessageAction, ...]:
        """The changes of a case that can't be read are copied or saved in a file; the case remains unreadable."""
        return (
            MessageAction(ActionKind.COPY_CHANGES, self.copy_wanted.emit, keeps_message=True),
            MessageAction(ActionKind.SAVE_CHANGES, self.save_wanted.emit, keeps_message=True),
        )

    @property
    def decide(self) -> MessageAction:
        """The decision may be put off: the question stands until then."""
        return MessageAction(ActionKind.DECIDE, self.decision_wanted.emit, keeps_message=True)

    @property
    def back_to_draft(self) -> MessageAction:
        return MessageAction(ActionKind.BACK_TO_DRAFT, self.back_to_draft_wanted.emit)

    @property
    def answers(self) -> tuple[MessageAction, ...]:
        """The answers to the question whether a submission was stored. *Keep waiting* leaves the question open."""
        return (
            MessageAction(ActionKind.SEND_AGAIN, self.send_again_wanted.emit),
            MessageAction(ActionKind.IT_WAS_STORED, self.stored_confirmed.emit),
            MessageAction(ActionKind.KEEP_WAITING, self.waiting_confirmed.emit, keeps_message=True),
            self.back_to_draft,
        )
