"""Asks before changes that were not submitted are lost."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from caseeditor.ui.session import Session

translate = QCoreApplication.translate


def leave(window: QWidget, sessions: Iterable[Session], then: Callable[[], None]) -> None:
    """Do `then` at once when nothing would be lost, else once the agent agreed to lose it."""
    changed = [session.case_id for session in sessions if session.list_changes()]
    if not changed:
        then()
        return
    text = translate("Leaving", "Changes that are not submitted will be lost, in case {0}.").format(", ".join(changed))
    box = QMessageBox(QMessageBox.Icon.Warning, translate("Leaving", "Not submitted"), text, parent=window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    discard = box.addButton(translate("Leaving", "Discard changes"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(translate("Leaving", "Go on editing"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    discard.clicked.connect(then)
    box.open()
