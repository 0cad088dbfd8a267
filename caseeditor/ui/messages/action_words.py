"""The labels of the actions that messages and questions offer."""

from caseeditor.ui.messages.message import ActionKind
from caseeditor.ui.messages.texts import in_a_menu, translate


def action_words(kind: ActionKind, about: str = "") -> str:
    """Return the label of an action; `about` is the object that it names."""
    words = {
        ActionKind.RELOAD: translate("NoticeBar", "Reload case"),
        ActionKind.SEND_AGAIN: translate("NoticeBar", "Send again"),
        ActionKind.IT_WAS_STORED: translate("NoticeBar", "It was stored"),
        ActionKind.SUBMIT_ANYWAY: translate("NoticeBar", "Submit anyway"),
        ActionKind.SUBMIT_IN_PARTS: translate("NoticeBar", "Submit in parts"),
        ActionKind.KEEP_WAITING: translate("NoticeBar", "Keep waiting"),
        ActionKind.BACK_TO_DRAFT: translate("NoticeBar", "Back to draft"),
        ActionKind.DECIDE: translate("NoticeBar", "Decide…"),
        ActionKind.SIGN_IN: translate("NoticeBar", "Sign in…"),
        ActionKind.OPEN_HERE: translate("NoticeBar", "Open it here"),
        ActionKind.SIGN_IN_THERE: translate("NoticeBar", "Sign in there…"),
        ActionKind.OPEN_LINK: translate("NoticeBar", "Open in browser"),
        ActionKind.OPEN_MAIL: translate("NoticeBar", "Write an e-mail"),
        ActionKind.CALL: translate("NoticeBar", "Call"),
        ActionKind.COPY_LINK: translate("NoticeBar", "Copy link"),
        ActionKind.COPY: translate("NoticeBar", "Copy"),
        ActionKind.COPY_CHANGES: translate("NoticeBar", "Copy my changes"),
        ActionKind.SAVE_CHANGES: translate("NoticeBar", "Save my changes as…"),
        ActionKind.MINE: translate("NoticeBar", "Yes, I did"),
        ActionKind.NOT_MINE: translate("NoticeBar", "No, I didn’t"),
        ActionKind.SHOW_OTHERS: translate("NoticeBar", "Show…"),
        ActionKind.MOVE_SERVER: translate("NoticeBar", "Move them"),
        ActionKind.SAVE_AS_PDF: translate("NoticeBar", "Save as PDF…"),
        ActionKind.SAVE_AGAIN: translate("NoticeBar", "Save again"),
        ActionKind.LEAVE_OUT: translate("NoticeBar", "Leave out {0}").format(in_a_menu(about)).strip(),
    }
    return words[kind]
