"""The position of the case in front in the list that is stepped through, such as *1 of 127*."""

from PySide6.QtCore import QObject

from caseeditor.ui.case_lists.panel import CaseLists
from caseeditor.ui.main_window.tabs.case_tabs import CaseTabs


class ListPosition(QObject):
    """Keeps the header of the case in front up to date, and its row in the list selected."""

    def __init__(self, tabs: CaseTabs, lists: CaseLists) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self._lists = lists
        tabs.current_changed.connect(self._follow)
        lists.place_changed.connect(self._on_rows)

    def _follow(self) -> None:
        if view := self._tabs.current():
            self._lists.select(view.session.server, view.session.case_id)
        self._show()

    def _on_rows(self) -> None:
        """Select the row that came after its case was opened."""
        if view := self._tabs.current():
            self._lists.select(view.session.server, view.session.case_id, is_late=True)
        self._show()

    def _show(self) -> None:
        if view := self._tabs.current():
            view.show_position(self._lists.position_of(view.session.server, view.session.case_id))
