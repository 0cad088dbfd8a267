"""A case as a PDF file."""

from datetime import UTC, datetime

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QLocale, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QWidget

from caseeditor.runtime.file_writing import write_file
from caseeditor.runtime.held_files import AT_ONCE
from caseeditor.ui.case.handing_on.summary import Document, as_html, document_of
from caseeditor.ui.messages.message import Message, Severity
from caseeditor.ui.state.session import Session
from caseeditor.ui.widgets.file_choice import Form, choose_file, trouble_words

translate = QCoreApplication.translate
_PDF = Form("PDF (*.pdf)", ".pdf")
_MARGIN = 18
"""Millimetres."""
_POINTS = 10


def save_pdf(session: Session, parent: QWidget) -> None:
    """Ask for a file and write the case into it; emits the result as a message of the session."""
    if session.case is None:
        return
    chosen = choose_file(parent, translate("SavePdf", "Save case as PDF"), f"{session.case_id}.pdf", (_PDF,))
    case = session.case
    if not chosen or case is None:
        return
    path = chosen[0]
    trouble = write_file(path, pdf_of(document_of(case, datetime.now(UTC)), parent.font()), AT_ONCE)
    if trouble is None:
        text, severity = translate("SavePdf", "The case is saved in {0}.").format(path), Severity.INFO
    else:
        text = translate("SavePdf", "{0} couldn't be written.").format(path) + f" {trouble_words(trouble)}"
        severity = Severity.ERROR
    session.message_emitted.emit(Message(text, severity, transient=True))


def pdf_of(document: Document, font: QFont) -> bytes:
    """Return the pages, in A4, or Letter in the United States."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(document.title)
    is_american = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter if is_american else QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter)
    pages = QTextDocument()
    page_font = QFont(font)
    page_font.setPointSizeF(_POINTS)
    pages.setDefaultFont(page_font)
    pages.setHtml(as_html(document))
    pages.print_(writer)
    buffer.close()
    return bytes(content.data())
