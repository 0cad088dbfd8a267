"""The middle of the window: one tab for each case and for each other page, or a hint if there is none."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QSize, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from caseeditor.domain.text.bidi import isolated
from caseeditor.ui.main_window.tabs.empty_page import EmptyPage
from caseeditor.ui.main_window.tabs.preview_tabs import PreviewTabBar
from caseeditor.ui.messages.texts import tip_words
from caseeditor.ui.widgets.wheel import TabWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from caseeditor.ui.case.case_view import CaseView
    from caseeditor.ui.state.session import Session

_LONGEST = 300
"""Characters of a subject that the tooltip of a tab shows."""
_LETTERS = 64, 56, 48, 40, 34, 28
"""Characters of a subject that its tab shows: the first number with which all tabs fit, else the last one."""


class CasePage(QWidget):
    """Holds the view of a session, which is created when it is shown first.

    It reports only changes of the view's minimum size. A layout would report each change of a label, and the tab widget
    repaints the whole case each time.
    """

    close_wanted = Signal(object)
    """The Session of the page."""

    def __init__(self, session: "Session", parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.view: CaseView | None = None
        self._least = QSize()

    def make_view(self) -> "CaseView":
        """Create the view in the present state of the session."""
        from caseeditor.ui.case.case_view import CaseView  # noqa: PLC0415 - a third of the window: it is up before

        self.view = CaseView(self.session, self)
        self.view.setGeometry(self.rect())
        self.view.show()
        self.view.close_wanted.connect(lambda: self.close_wanted.emit(self.session))
        self.setFocusProxy(self.view)
        return self.view

    def minimumSizeHint(self) -> QSize:
        return self.view.minimumSizeHint() if self.view else super().minimumSizeHint()

    def sizeHint(self) -> QSize:
        return self.view.sizeHint() if self.view else super().sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.view:
            self.view.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self._least != self.minimumSizeHint():
            self._least = self.minimumSizeHint()
            self.updateGeometry()
        return super().event(event)


class TabPage(Protocol):
    """A page that is no case: a widget of another feature."""

    @property
    def title(self) -> str:
        """The text of its tab."""

    @property
    def progress(self) -> str:
        """How far it is, for the titles; '' for none."""

    @property
    def trouble(self) -> str:
        """The reason why it needs the agent, '' for none."""

    @property
    def title_changed(self) -> SignalInstance:
        """Title, progress or trouble."""

    def focus_first(self) -> None:
        """Give the focus to the control that is needed first."""


class CaseTabs(QStackedWidget):
    """Holds the views of the open cases, and other pages."""

    current_changed = Signal()
    view_made = Signal(object)
    """A CaseView."""
    close_wanted = Signal(object)
    """The Session whose tab the agent closes."""
    page_close_wanted = Signal(object)
    """The widget of a page that is no case, whose tab the agent closes."""
    page_titles_changed = Signal()
    arranged = Signal()
    """The agent moved a tab."""

    def __init__(self, trouble_of: "Callable[[Session], str]", parent: QWidget) -> None:
        """`trouble_of` names the reason why a case needs the agent, '' for none."""
        super().__init__(parent)
        self._trouble_of = trouble_of
        self._tabs = TabWidget(self)
        self._bar = PreviewTabBar(self._tabs)
        self._tabs.setTabBar(self._bar)
        self._tabs.setDocumentMode(True)
        self._tabs.setTabsClosable(True)
        self._tabs.setMovable(True)
        self._tabs.setTabBarAutoHide(True)
        self._tabs.currentChanged.connect(self._on_current)
        self._tabs.tabCloseRequested.connect(self._on_close_wanted)
        self._tabs.tabBar().tabMoved.connect(self.arranged)
        self.addWidget(EmptyPage(self))
        self.addWidget(self._tabs)
        self._ahead: CasePage | None = None
        self._others: dict[QWidget, TabPage] = {}
        self._letters = _LETTERS[-1]

    def bar_height(self) -> int:
        """Return the height of the bar with the tabs; 0 while there is none."""
        return self._bar.height() if self._bar.isVisible() else 0

    def current_session(self) -> "Session | None":
        page = self._tabs.currentWidget()
        return page.session if isinstance(page, CasePage) else None

    def current(self) -> "CaseView | None":
        page = self._tabs.currentWidget()
        return page.view if isinstance(page, CasePage) else None

    def current_page(self) -> TabPage | None:
        """Return the page in front if it is no case."""
        return self._others.get(self._tabs.currentWidget())

    @property
    def has_tabs(self) -> bool:
        return self._tabs.count() > 0

    def close_current(self) -> None:
        """Ask to close the page in front if it is no case."""
        widget = self._tabs.currentWidget()
        if widget in self._others:
            self.page_close_wanted.emit(widget)

    def sessions(self) -> "tuple[Session, ...]":
        """Return the sessions, in the order of their tabs."""
        return tuple(page.session for page in self._pages())

    def views(self) -> "tuple[CaseView, ...]":
        """Return the views that were made, in the order of their tabs."""
        return tuple(page.view for page in self._pages() if page.view)

    def commit_open_editors(self) -> None:
        """Make the text of open editors, in every tab, a change of its case."""
        for view in self.views():
            view.commit_open_editors()

    def view_of(self, session: "Session") -> "CaseView | None":
        page = self._page_of(session)
        return page.view if page else None

    def preload(self, session: "Session") -> None:
        """Create the page of a session that gets its case later."""
        if self._ahead:
            self._ahead.deleteLater()
        # As a child of the place where the tab widget shows it: moving its 130 widgets there costs 5 ms.
        self._ahead = CasePage(session, self._tabs.findChild(QStackedWidget) or self)
        self._ahead.hide()
        self._ahead.resize(self._tabs.size())
        for widget in self._ahead.make_view().findChildren(QWidget):
            widget.ensurePolished()  # else Qt does it when the page is shown

    def arrange(self) -> None:
        """Let every view follow the settings of the arrangement."""
        for view in self.views():
            view.arrange()
        if self._ahead and self._ahead.view:
            self._ahead.view.arrange()

    def add(self, session: "Session") -> None:
        """Add the tab of a session. One that is loaded only when shown has no view yet, and stays behind."""
        page = self._ahead
        if page and page.session is session:
            self._ahead = None
        else:
            page = CasePage(session, self._tabs)
        page.close_wanted.connect(self.close_wanted)
        waits = session.is_idle
        if not waits:
            self.view_made.emit(page.view or page.make_view())
        was_silent = self._tabs.blockSignals(waits)
        place = self._tabs.addTab(page, session.case_id)
        self._tabs.blockSignals(was_silent)
        close = self._tabs.tabBar().tabButton(place, QTabBar.ButtonPosition.RightSide)
        if close:
            close.setAccessibleName(self.tr("Close case {0}").format(session.case_id))
        self.setCurrentWidget(self._tabs)
        self.show_titles()
        self._show_alone()

    def add_page(self, widget: QWidget, page: TabPage, *, behind: bool) -> None:
        """Add the tab of a page that is no case; the bar with the tabs stays, since the tab has the page's name."""
        self._others[widget] = page
        was_silent = self._tabs.blockSignals(behind)
        place = self._tabs.addTab(widget, "")
        self._tabs.blockSignals(was_silent)
        page.title_changed.connect(lambda: self._show_page(widget))
        self._tabs.setTabBarAutoHide(False)
        self.setCurrentWidget(self._tabs)
        self._show_page(widget)
        if not behind or place == 0:
            self.show_page(widget)
        self._show_alone()

    def show_page(self, widget: QWidget) -> None:
        """Bring a page that is no case to the front."""
        self._tabs.setCurrentWidget(widget)
        self.current_changed.emit()

    def remove_page(self, widget: QWidget) -> None:
        """Remove the tab of a page that is no case."""
        if self._others.pop(widget, None) is None:
            return
        self._tabs.removeTab(self._tabs.indexOf(widget))
        widget.deleteLater()
        self._tabs.setTabBarAutoHide(not self._others)
        if not self._tabs.count():
            self.setCurrentIndex(0)
        self._show_alone()
        self.current_changed.emit()

    def mark_preview(self, session: "Session | None") -> None:
        """Show a session's title in italics: its case is only looked at."""
        page = self._page_of(session) if session else None
        self._bar.mark(self._tabs.indexOf(page) if page else -1)
        self.show_titles()

    def remove(self, session: "Session") -> None:
        """Remove a tab."""
        page = self._page_of(session)
        if page:
            self._tabs.removeTab(self._tabs.indexOf(page))
            page.deleteLater()
            self.show_titles()
        if not self._tabs.count():
            self.setCurrentIndex(0)
        self._show_alone()

    def bring_forward(self, session: "Session") -> "CaseView | None":
        """Show a session's tab; returns its view."""
        page = self._page_of(session)
        if page is None:
            return None
        self._tabs.setCurrentWidget(page)
        if page.view is None:  # its tab was in front already, but not visible
            self._on_current()
        return page.view

    def step(self, step: int) -> None:
        """Go on to the next tab, or back."""
        if count := self._tabs.count():
            self._tabs.setCurrentIndex((self._tabs.currentIndex() + step) % count)

    def show_titles(self) -> None:
        """Update the title of every tab: subject, and the marks of a changed case and of one that needs the agent."""
        pages = self._pages()
        self._letters = self._fitting(pages)
        for page in pages:
            self._show_title(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.show_titles()

    def _fitting(self, pages: "tuple[CasePage, ...]") -> int:
        """Return the characters of a subject with which all tabs fit."""
        metrics, place = self._bar.fontMetrics(), self._bar.count() - 1
        around = self._bar.tabRect(place).width() - metrics.horizontalAdvance(self._bar.tabText(place))
        for letters in _LETTERS:
            wanted = sum(metrics.horizontalAdvance(self._title(page.session, letters)) + around for page in pages)
            if wanted + around <= self.width():  # a mark may come
                return letters
        return _LETTERS[-1]

    def _title(self, session: "Session", letters: int) -> str:
        """Return the title of a tab: id, subject, and the marks."""
        subject = _subject(session)
        short = subject if len(subject) <= letters else subject[: letters - 1] + "…"
        is_changed = bool(session.list_changes()) if session.case else session.has_draft
        return f"{session.case_id} {isolated(short)}".strip() + (" •" if is_changed else "")

    def _show_alone(self) -> None:
        """Let a single case, whose tab is hidden, offer to close itself."""
        for view in self.views():
            view.show_alone(self._tabs.count() == 1)

    def _show_page(self, widget: QWidget) -> None:
        page, place = self._others.get(widget), self._tabs.indexOf(widget)
        if page is None or place < 0:
            return
        name = " ".join(page.title[:_LONGEST].split())
        most = _LETTERS[-1]
        short = name if len(name) <= most else name[: most - 1] + "…"
        mark = f"● {page.trouble}" if page.trouble else ""
        text = f"{'● ' if mark else ''}{isolated(short)} {page.progress}".strip().replace("&", "&&")
        tip = tip_words("\n".join(filter(None, (name, mark))))
        if (text, tip) == (self._tabs.tabText(place), self._tabs.tabToolTip(place)):
            return
        self._tabs.setTabText(place, text)
        self._tabs.setTabToolTip(place, tip)
        self._tabs.tabBar().setAccessibleTabName(place, name)
        if close := self._tabs.tabBar().tabButton(place, QTabBar.ButtonPosition.RightSide):
            close.setAccessibleName(self.tr("Close {0}").format(name))
        if widget is self._tabs.currentWidget():
            self.page_titles_changed.emit()

    def _show_title(self, page: CasePage) -> None:
        session = page.session
        title = self._title(session, self._letters)
        place, trouble = self._tabs.indexOf(page), self._trouble_of(session)
        is_preview = bool(self._bar.tabData(place))
        failed = self._failed(session)
        told = ", ".join(filter(None, (failed or trouble, self.tr("preview") if is_preview else "")))
        named = f"{title}, {told}" if told else ""
        if named != self._tabs.tabBar().accessibleTabName(place):
            self._tabs.tabBar().setAccessibleTabName(place, named)
        title = f"⚠ {title}" if failed else f"● {title}" if trouble else title
        text = title.replace("&", "&&")
        if text != self._tabs.tabText(place):  # Qt lays out the whole window at each call
            self._tabs.setTabText(place, text)
        preview = self.tr("Preview: the next case replaces it") if is_preview else ""
        tip = (f"{session.case_id} {isolated(_subject(session))}".strip(), f"● {trouble}" if trouble else "", preview)
        self._tabs.setTabToolTip(place, tip_words("\n".join(filter(None, tip))))

    def _failed(self, session: "Session") -> str:
        """Tell that a case could not be opened, '' if it could. Of a missing token the account tells."""
        failure = session.opening_failure
        return self.tr("not opened") if failure and not failure.kind.needs_token else ""

    def _pages(self) -> tuple[CasePage, ...]:
        found = (self._tabs.widget(place) for place in range(self._tabs.count()))
        return tuple(page for page in found if isinstance(page, CasePage))

    def _page_of(self, session: "Session") -> CasePage | None:
        return next((page for page in self._pages() if page.session is session), None)

    def _on_current(self) -> None:
        page = self._tabs.currentWidget()
        if isinstance(page, CasePage) and page.view is None:
            self.view_made.emit(page.make_view())
            self._show_alone()
        self.current_changed.emit()

    def _on_close_wanted(self, place: int) -> None:
        page = self._tabs.widget(place)
        if isinstance(page, CasePage):
            self.close_wanted.emit(page.session)
        elif page in self._others:
            self.page_close_wanted.emit(page)


def _subject(session: "Session") -> str:
    subject = session.editor.subject if session.case else session.subject_remembered
    return " ".join(subject[:_LONGEST].split())
