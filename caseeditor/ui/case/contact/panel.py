"""The contact of a case, as a card, and all fields and profiles as a tree."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from caseeditor.ui.case.contact.card import ContactCard
from caseeditor.ui.case.contact.tree import ContactTree
from caseeditor.ui.state.session import Session


class ContactPane(QWidget):
    """The card, and the tree below it."""

    link_wanted = Signal(str)
    cases_wanted = Signal(object)
    """A Contact whose cases are to be searched."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.tree = ContactTree(session, self)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.link_wanted.connect(self.link_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        card = ContactCard(session, self)
        card.cases_wanted.connect(self.cases_wanted)
        layout.addWidget(card)
        layout.addWidget(self.tree)
        layout.addStretch()
