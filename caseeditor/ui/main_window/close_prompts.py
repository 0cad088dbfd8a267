"""Prompts before text is lost that could not be saved. All other text is kept as a draft."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from caseeditor.domain.text.bidi import isolated
from caseeditor.ui.case.submit.typed_text import copy_typed
from caseeditor.ui.messages.texts import quoted
from caseeditor.ui.state.session import Session

translate = QCoreApplication.translate


def leave(window: QWidget, sessions: Iterable[Session], then: Callable[[], None]) -> None:
    """Call `then` at once if nothing would be lost, else when the agent agrees to lose it."""
    kept = [session for session in sessions if session.list_changes()]
    changed = [session.case_id for session in kept]
    if not changed:
        then()
        return
    text = translate("Leaving", "Your changes in case {0} are NOT saved. Closing loses them.").format(
        ", ".join(changed)
    )
    box = QMessageBox(QMessageBox.Icon.Warning, translate("Leaving", "NOT saved"), text, parent=window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    discard = box.addButton(translate("Leaving", "Close and lose changes"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(translate("Leaving", "Keep editing"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    copy = box.addButton(translate("Leaving", "Copy changes and close"), QMessageBox.ButtonRole.AcceptRole)
    copy.clicked.connect(lambda: copy_typed(kept))
    copy.clicked.connect(then)
    discard.clicked.connect(then)
    box.open()


def leave_batches(window: QWidget, names: Iterable[str], then: Callable[[], None]) -> None:
    """Call `then` at once if all batches are on disk, else when the agent agrees to lose their last changes."""
    lost = ", ".join(quoted(isolated(name)) for name in names)
    if not lost:
        then()
        return
    text = translate("Leaving", "What you typed last in batch {0} is NOT saved. Closing loses it.").format(lost)
    box = QMessageBox(QMessageBox.Icon.Warning, translate("Leaving", "NOT saved"), text, parent=window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    discard = box.addButton(translate("Leaving", "Close and lose changes"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(translate("Leaving", "Keep editing"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    discard.clicked.connect(then)
    box.open()


def explain_newer(window: QWidget) -> QMessageBox:
    """Explain that a newer version wrote the data; the program ends when the box is closed. Returns the open box."""
    text = translate(
        "Leaving",
        "This data is from a newer version of Case Editor. It stays unchanged, and this version closes. "
        "Install the newer version, or start this one with another folder (--data-dir).",
    )
    box = QMessageBox(QMessageBox.Icon.Critical, translate("Leaving", "Newer data"), text, parent=window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.addButton(translate("Leaving", "Close Case Editor"), QMessageBox.ButtonRole.AcceptRole)
    box.finished.connect(lambda _: window.close())
    box.open()
    return box
