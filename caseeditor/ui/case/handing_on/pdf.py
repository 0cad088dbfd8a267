"""A case as a PDF file, and the pages for printing."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QEventLoop, QIODevice, QLocale, QMarginsF
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QWidget

from caseeditor.domain.case.model import Case
from caseeditor.runtime.file_writing import Trouble, write_file
from caseeditor.runtime.held_files import AT_ONCE
from caseeditor.runtime.worker import Outcome, Success
from caseeditor.ui.case.handing_on.summary import Document, as_html, document_of
from caseeditor.ui.messages.message import Message, Severity
from caseeditor.ui.messages.texts import what_happened
from caseeditor.ui.state.session import Session
from caseeditor.ui.widgets.file_choice import Form, choose_file, trouble_words

translate = QCoreApplication.translate
Say = Callable[[Message], None]
"""Shows a message in Status."""
_PDF = Form("PDF (*.pdf)", ".pdf")
MARGIN = 18
"""Millimetres."""
_POINTS = 10


def save_pdf(session: Session, window: QWidget, say: Say) -> None:
    """Ask for a file and write the case into it. `say` gets the result, whether or not the case is still open.

    The disk thread lays out the pages: thousands of notes take seconds.
    """
    if session.case is None:
        return
    chosen = choose_file(window, translate("SavePdf", "Save case as PDF"), f"{session.case_id}.pdf", (_PDF,))
    case = session.case
    if not chosen or case is None:
        return
    path = chosen[0]
    write = partial(_write, path, case, datetime.now(UTC), window.font())
    session.on_disk(write, partial(_tell, session.case_id, path, say), window)


def _write(path: Path, case: Case, now: datetime, font: QFont) -> Trouble | None:
    return write_file(path, pdf_of(document_of(case, now), font), AT_ONCE)


def _tell(case_id: str, path: Path, say: Say, outcome: Outcome[Trouble | None]) -> None:
    if isinstance(outcome, Success) and outcome.value is None:
        text, severity = translate("SavePdf", "Case {0} is saved in {1}."), Severity.INFO
    else:
        text, severity = translate("SavePdf", "Case {0} couldn't be saved in {1}."), Severity.ERROR
    text = text.format(case_id, path)
    if not isinstance(outcome, Success):
        text += f" {what_happened(outcome)}"
    elif outcome.value:
        text += f" {trouble_words(outcome.value)}"
    say(Message(text, severity, transient=True))


def pdf_of(document: Document, font: QFont) -> bytes:
    """Return the pages, in A4, or Letter in the United States. Runs on any thread."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(document.title)
    writer.setPageSize(usual_page_size())
    writer.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
    paint(document, font, writer)
    buffer.close()
    return bytes(content.data())


def usual_page_size() -> QPageSize:
    """Return the size of a page where the agent lives."""
    is_american = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize(QPageSize.PageSizeId.Letter if is_american else QPageSize.PageSizeId.A4)


def paint(document: Document, font: QFont, device: QPagedPaintDevice) -> None:
    """Paint the pages on a device. Runs on any thread, which uses the device alone."""
    timers = QEventLoop()  # the document's layout starts a timer, and a thread without a loop would warn
    pages = QTextDocument()
    page_font = QFont(font)
    page_font.setPointSizeF(_POINTS)
    pages.setDefaultFont(page_font)
    pages.setHtml(as_html(document))
    pages.print_(device)
    del timers
