"""Printing of a case, on the same pages as its PDF. Imported on first use: Qt's print support is slow to load."""

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import QFont, QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from caseeditor.domain.case.model import Case
from caseeditor.runtime.worker import Outcome, Success
from caseeditor.ui.case.handing_on.pdf import MARGIN, Say, paint, save_pdf, usual_page_size
from caseeditor.ui.case.handing_on.summary import document_of
from caseeditor.ui.messages.message import ActionKind, Message, MessageAction, Severity
from caseeditor.ui.messages.texts import what_happened
from caseeditor.ui.state.session import Session

translate = QCoreApplication.translate


def print_case(session: Session, window: QWidget, say: Say) -> None:
    """Open the system's print dialog, then print. Without a printer, a message offers the PDF instead.

    `say` gets the result, whether or not the case is still open.
    """
    if session.case is None:
        return
    if not QPrinterInfo.availablePrinterNames():
        offer = MessageAction(ActionKind.SAVE_AS_PDF, partial(save_pdf, session, window, say))
        session.message_emitted.emit(
            Message(translate("PrintCase", "No printer is set up."), Severity.WARNING, actions=(offer,))
        )
        return
    printer = make_printer(session.case)
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(translate("PrintCase", "Print case"))
    dialog.finished.connect(dialog.deleteLater)
    dialog.accepted.connect(partial(print_on, printer, session, window, say))
    QDialog.open(dialog)  # the print dialog's own method of this name wants a receiver


def make_printer(case: Case) -> QPrinter:
    """Return the default printer, set to the pages of the PDF."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(f"{case.subject} (#{case.id})".strip())
    printer.setPageSize(usual_page_size())
    printer.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
    return printer


def print_on(printer: QPrinter, session: Session, window: QWidget, say: Say) -> None:
    """Print the case; `say` gets the result. The disk thread lays out the pages."""
    if (case := session.case) is None:
        return
    pages = partial(_print, printer, case, datetime.now(UTC), window.font())
    session.on_disk(pages, partial(_tell, session.case_id, say), window)


def _print(printer: QPrinter, case: Case, now: datetime, font: QFont) -> bool:
    """Print; returns whether the system took the pages."""
    if not printer.isValid():
        return False
    paint(document_of(case, now), font, printer)
    return printer.printerState() is not QPrinter.PrinterState.Error


def _tell(case_id: str, say: Say, outcome: Outcome[bool]) -> None:
    if isinstance(outcome, Success) and outcome.value:
        say(Message(translate("PrintCase", "Case {0} is with the printer.").format(case_id), transient=True))
        return
    text = translate("PrintCase", "Case {0} couldn't be printed.").format(case_id)
    if isinstance(outcome, Success):
        reason = translate("PrintCase", "The printer didn't accept the pages. Check that it is on and connected.")
    else:
        reason = what_happened(outcome)
    say(Message(f"{text} {reason}", Severity.ERROR, transient=True))
