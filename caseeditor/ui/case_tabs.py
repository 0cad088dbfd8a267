"""The middle of the window: a tab a case, or what to do when there is none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabBar, QTabWidget, QWidget

from caseeditor.ui.case_view import CaseView
from caseeditor.ui.session import Session
from caseeditor.ui.words import tip_words

_EMPTY = 40
_LONGEST = 300
"""Characters of a subject that a tab looks at."""
_TAB = 28
"""Characters of a subject that its tab shows."""


class CaseTabs(QStackedWidget):
    """Holds the views of the open cases."""

    current_changed = Signal()
    close_wanted = Signal(object)
    """The CaseView whose tab the agent closes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        self._tabs.setTabsClosable(True)
        self._tabs.setMovable(True)
        self._tabs.currentChanged.connect(self.current_changed)
        self._tabs.tabCloseRequested.connect(self._on_close_wanted)
        empty = QLabel(self.tr("No case is open.\nPaste a case id or a link above, then press Enter."), self)
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.setWordWrap(True)
        empty.setMargin(_EMPTY)
        self.addWidget(empty)
        self.addWidget(self._tabs)

    def current(self) -> CaseView | None:
        view = self._tabs.currentWidget()
        return view if isinstance(view, CaseView) else None

    def views(self) -> tuple[CaseView, ...]:
        """Return the views, in the order of their tabs."""
        shown = (self._tabs.widget(place) for place in range(self._tabs.count()))
        return tuple(view for view in shown if isinstance(view, CaseView))

    def view_of(self, session: Session) -> CaseView | None:
        return next((view for view in self.views() if view.session is session), None)

    def add(self, session: Session) -> CaseView:
        """Make a tab of a session."""
        view = CaseView(session, self._tabs)
        place = self._tabs.addTab(view, session.case_id)
        close = self._tabs.tabBar().tabButton(place, QTabBar.ButtonPosition.RightSide)
        if close:
            close.setAccessibleName(self.tr("Close case {0}").format(session.case_id))
        self.setCurrentWidget(self._tabs)
        return view

    def remove(self, view: CaseView) -> None:
        """Take a tab away."""
        self._tabs.removeTab(self._tabs.indexOf(view))
        view.deleteLater()
        if not self._tabs.count():
            self.setCurrentIndex(0)

    def bring_forward(self, view: CaseView) -> None:
        self._tabs.setCurrentWidget(view)

    def step(self, step: int) -> None:
        """Go on to the next tab, or back."""
        if count := self._tabs.count():
            self._tabs.setCurrentIndex((self._tabs.currentIndex() + step) % count)

    def show_titles(self) -> None:
        """Show in every tab what its case is called now, and whether something is changed."""
        for view in self.views():
            session = view.session
            if session.case is None:
                continue
            subject = " ".join(session.subject[:_LONGEST].split())
            short = subject if len(subject) <= _TAB else subject[: _TAB - 1] + "…"
            mark = " •" if session.list_changes() else ""
            place = self._tabs.indexOf(view)
            self._tabs.setTabText(place, f"{session.case_id} {short}{mark}".replace("&", "&&"))
            self._tabs.setTabToolTip(place, tip_words(f"{session.case_id} {subject}"))

    def _on_close_wanted(self, place: int) -> None:
        view = self._tabs.widget(place)
        if isinstance(view, CaseView):
            self.close_wanted.emit(view)
