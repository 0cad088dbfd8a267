"""The pane at the right: the contact of the case that is shown, and their profiles."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

if TYPE_CHECKING:
    from caseeditor.ui.case.contact.tree import ContactTree
    from caseeditor.ui.state.session import Session


class ContactPane(QStackedWidget):
    """One tree for each open case; that of the current case is in front."""

    link_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._of: dict[Session, ContactTree] = {}
        nobody = QLabel(self.tr("The contact of a case appears here."), self)
        nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nobody.setWordWrap(True)
        self.addWidget(nobody)

    def add(self, session: "Session") -> None:
        from caseeditor.ui.case.contact.tree import ContactTree  # noqa: PLC0415 - the window is up first

        tree = ContactTree(session, self)
        tree.link_wanted.connect(self.link_wanted)
        self._of[session] = tree
        self.addWidget(tree)

    def remove(self, session: "Session") -> None:
        if tree := self._of.pop(session, None):
            self.removeWidget(tree)
            tree.deleteLater()

    def show_line(self, session: "Session", row: int) -> None:
        """Scroll to the contact (0) or a profile of a case."""
        self._of[session].show_line(row)

    def show_session(self, session: "Session | None") -> None:
        """Show the contact of a session's case; none until the case is read."""
        if session is not None and session.case is not None and session in self._of:
            self.setCurrentWidget(self._of[session])
        else:
            self.setCurrentIndex(0)
