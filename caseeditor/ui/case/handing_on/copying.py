"""Copies of a case on the clipboard."""

from datetime import UTC, datetime

from PySide6.QtGui import QGuiApplication

from caseeditor.domain.case.reference import page_link
from caseeditor.ui.case.handing_on.summary import as_markdown, as_text, document_of
from caseeditor.ui.messages.message import Message
from caseeditor.ui.messages.texts import translate
from caseeditor.ui.state.session import Session


def copy_case(session: Session, kind: str) -> None:
    """Copy the `id` (the number alone), the `link` of the case's page, or a summary: `text` or `markdown`."""
    case = session.case
    if case is None:
        return
    match kind:
        case "id":
            text, told = session.case_id, translate("CopyCase", "Case ID copied.")
        case "link":
            text = page_link(session.server, session.case_id, case.url)
            told = translate("CopyCase", "Link copied.")
        case _:
            document = document_of(case, datetime.now(UTC))
            text = as_markdown(document) if kind == "markdown" else as_text(document)
            told = translate("CopyCase", "Summary copied.")
    QGuiApplication.clipboard().setText(text)
    session.message_emitted.emit(Message(told, transient=True))
