"""The pane at the right: the contact of the case that is shown, as a card, and all fields and profiles as a tree."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from caseeditor.ui.state.session import Session


class ContactPane(QStackedWidget):
    """One page for each open case; that of the current case is in front."""

    link_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._of: dict[Session, _ContactPage] = {}
        nobody = QLabel(self.tr("The contact of a case appears here."), self)
        nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nobody.setWordWrap(True)
        self.addWidget(nobody)

    def add(self, session: "Session") -> None:
        page = _ContactPage(session, self)
        page.tree.link_wanted.connect(self.link_wanted)
        self._of[session] = page
        self.addWidget(page)

    def remove(self, session: "Session") -> None:
        if page := self._of.pop(session, None):
            self.removeWidget(page)
            page.deleteLater()

    def show_line(self, session: "Session", row: int) -> None:
        """Scroll to the contact (0) or a profile of a case."""
        self._of[session].tree.show_line(row)

    def show_session(self, session: "Session | None") -> None:
        """Show the contact of a session's case; none until the case is read."""
        if session is not None and session.case is not None and session in self._of:
            self.setCurrentWidget(self._of[session])
        else:
            self.setCurrentIndex(0)


class _ContactPage(QWidget):
    """The card, and the tree below it."""

    def __init__(self, session: "Session", parent: QWidget) -> None:
        from caseeditor.ui.case.contact.card import ContactCard  # noqa: PLC0415 - the window is up first
        from caseeditor.ui.case.contact.tree import ContactTree  # noqa: PLC0415 - as above

        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.tree = ContactTree(session, self)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(ContactCard(session, self))
        layout.addWidget(self.tree, 1)
