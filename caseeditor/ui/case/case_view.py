"""The tab of one case."""

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from caseeditor.domain.case.model import Case
from caseeditor.domain.editing.changes import Problem
from caseeditor.ui.case.attributes.panel import AttributeGrid
from caseeditor.ui.case.columns import CaseColumns, SideColumn
from caseeditor.ui.case.contact.panel import ContactPane
from caseeditor.ui.case.find.find_bar import FindBar, Part
from caseeditor.ui.case.find.search_sources import contact_part, left_parts, parts_of
from caseeditor.ui.case.footer import CaseFooter
from caseeditor.ui.case.header import CaseHeader, TitleTools
from caseeditor.ui.case.loading_page import WaitingPage
from caseeditor.ui.case.prompts import CasePrompts
from caseeditor.ui.case.reading import ReadingTabs
from caseeditor.ui.case.subject_field import SubjectField
from caseeditor.ui.case.tags.tag_bar import TagBar
from caseeditor.ui.case.unseen_line import UnseenLine
from caseeditor.ui.state.session import Session
from caseeditor.ui.style.tab_order import put_after
from caseeditor.ui.widgets.fields.marked_fields import MarkedEdit
from caseeditor.ui.widgets.fields.spelling import check_spelling

_MARGINS, _BESIDE_MARGINS = (12, 8, 12, 8), (8, 6, 4, 4)
_LEAST = QSize(340, 300)
"""Minimum size of a case; what has no room in it scrolls."""
_UNNOTICED = 60
"""Milliseconds of reading before the loading page appears; earlier it would only flicker."""

_AT_ONCE = 500
"""Most rows of a case that is shown at once.

With 10,000, taking them, showing them, their layout and the first paint take 12 to 35 ms each; in turns, the event loop
serves keys between them.
"""
_TURN = 1
"""ms: after 0, Qt runs them in one turn."""


def _rows(case: Case) -> int:
    return len(case.attributes) + len(case.notes)


class CaseView(QWidget):
    """Shows a session, and passes the agent's actions to it."""

    painted = Signal()
    """The case that was read last is on screen."""
    submit_wanted = Signal(object)
    """This view, whose case is to be submitted. Another one may be in front by then."""
    reviewed = Signal(object)
    """This view, whose changes were reviewed and are to be submitted."""
    next_wanted = Signal(object)
    """This view, whose case is to be submitted before the next one is shown."""
    step_wanted = Signal(int)
    """1 for the next case of the list, -1 for the previous one."""
    link_wanted = Signal(str)
    cases_wanted = Signal(object)
    """A Contact whose cases are to be searched."""
    case_wanted = Signal(object, str)
    """The Server, and the id of a case."""
    search_wanted = Signal(str)
    """Words to look for in other cases."""
    pdf_wanted = Signal()
    print_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._to_paint = False
        self._find: FindBar | None = None
        self._are_attributes_in_middle = False
        self.prompts = CasePrompts(session, self.commit_open_editors, self)
        self._stack = QStackedWidget(self)
        self._waiting: WaitingPage | None = None
        self._stack.addWidget(QWidget(self))
        self._content = self._make_content()
        self._stack.addWidget(self._content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        session.editor.case_changed.connect(self._on_case)
        session.editor.edit_changed.connect(self._show_edit)
        session.state_changed.connect(self._on_state)
        session.editor.replacing.connect(self._take_in_editors)
        session.submitter.problem_found.connect(self._show_problem)
        self.painted.connect(session.conversation.load_if_wanted, Qt.ConnectionType.QueuedConnection)
        self.arrange()
        self._on_case()
        self._on_state()

    def show_alone(self, is_alone: bool) -> None:
        """Offer to close the case where there is no tab to do so."""
        self._close_button.setVisible(is_alone)

    def arrange(self) -> None:
        """Follow the settings of the arrangement."""
        wanted = self.session.context.arrangement()
        if wanted.attributes_in_middle != self._are_attributes_in_middle:
            self._are_attributes_in_middle = wanted.attributes_in_middle
            self._place_attributes()
        self._columns.arrange(wanted.side_width, is_wanted=wanted.side_shown)
        self._reading.arrange()

    def submit(self) -> bool:
        """Submit the decisions of an open conflict, and the changes; returns whether there were such decisions."""
        self.commit_open_editors()
        is_decided = self.prompts.questions.submit()
        self.session.submit()
        return is_decided

    def submit_changes(self) -> None:
        """Submit the changes, including the text of open editors."""
        self.commit_open_editors()
        self.session.submit()

    def commit_open_editors(self) -> None:
        """Make the text of open editors a change of the case, including a word that is being composed."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            QGuiApplication.inputMethod().commit()
        self._take_in_editors()

    def _take_in_editors(self) -> None:
        self._grid.take_in_editor()
        self._reading.notes.take_in_editor()

    def review(self) -> None:
        """Show the values before and after, and the exact parameters of the update."""
        self.commit_open_editors()
        if not self.session.list_changes():
            self.session.submit()  # reports that there is nothing to submit
            return
        from caseeditor.ui.case.submit.review_dialog import ReviewDialog  # noqa: PLC0415 - the case is on screen before it is

        dialog = ReviewDialog(self.session, self)
        dialog.accepted.connect(lambda: self.reviewed.emit(self))
        dialog.parts_wanted.connect(partial(self.session.submit, agreed=True, in_parts=True))
        dialog.open()

    def _want_submit(self) -> None:
        self.submit_wanted.emit(self)

    def show_position(self, position: tuple[int, int] | None) -> None:
        """Show the row of the case in its list and the number of rows; None for no list."""
        self._tools.show_position(position)

    def focus_subject(self) -> None:
        self._subject.setFocus()

    def focus_new_tag(self) -> None:
        self._tags.focus_entry()

    def focus_new_note(self) -> None:
        self._reveal(self._reading)
        self._reading.notes.focus_entry()

    @property
    def note_entry(self) -> MarkedEdit:
        """The field *New note*."""
        return self._reading.notes.entry

    def begin_attribute(self) -> None:
        self._reveal(self._grid)
        self._grid.begin_new()

    def attribute_names(self) -> tuple[str, ...]:
        """Return the names of the attributes."""
        return self._grid.names()

    def edit_attribute(self, name: str) -> None:
        """Edit the value of an attribute."""
        self._reveal(self._grid)
        self._grid.edit_value(name)

    def find_in_case(self) -> None:
        """Open the find bar."""
        if self.session.case is None:
            return
        if self._find is None:
            self._find = FindBar(self._make_parts(), self._reveal, self._content)
            self._page_layout.insertWidget(self._page_layout.count() - 1, self._find)
            put_after(self._grid.last, *self._find.controls)
            for signal in (
                self.session.editor.case_changed,
                self.session.editor.edit_changed,
                self.session.conversation.changed,
            ):
                signal.connect(self._find.look_again)
        self._find.begin()

    def show_conversation(self) -> None:
        """Go to the conversation, or back from it to the list before."""
        self._reveal(self._reading)
        self._reading.show_conversation()

    def show_all(self) -> None:
        """Go to the list of messages and notes."""
        self._reveal(self._reading)
        self._reading.show_all()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._to_paint:
            self._to_paint = False
            self.painted.emit()

    # Construction.

    def _make_content(self) -> QWidget:
        area = _Scrolling(self)
        self._columns = columns = CaseColumns(area)
        columns.width_chosen.connect(self.session.context.keep_side_width)
        page = QWidget(columns)
        self._subject = self._make_subject(page)
        self._tools = tools = TitleTools(self.session, page)
        tools.link_wanted.connect(self.link_wanted)
        tools.pdf_wanted.connect(self.pdf_wanted)
        tools.print_wanted.connect(self.print_wanted)
        tools.step_wanted.connect(self.step_wanted)
        self._side_button = tools.side
        self._close_button = tools.close_case
        tools.close_case.clicked.connect(self.close_wanted)
        title = QHBoxLayout()
        title.addWidget(self._subject)
        title.addStretch(1)
        title.addWidget(tools)
        self._tags = TagBar(self.session, page)
        self._body = QSplitter(Qt.Orientation.Horizontal, page)
        self._body.setChildrenCollapsible(False)
        self._reading = ReadingTabs(self.session, page)
        self._reading.link_wanted.connect(self.link_wanted)
        self._reading.case_wanted.connect(lambda case: self.case_wanted.emit(self.session.server, case))
        self._reading.search_wanted.connect(self.search_wanted)
        self._body.addWidget(self._reading)
        self._page_layout = layout = QVBoxLayout(page)
        layout.setContentsMargins(*_MARGINS)
        layout.addLayout(title)
        layout.addWidget(UnseenLine(self.session, page))
        layout.addWidget(CaseHeader(self.session, page))
        layout.addWidget(self._tags)
        layout.addWidget(self.prompts.questions)
        layout.addWidget(self._body, 1)
        self._side = self._make_side(columns)
        footer = CaseFooter(self.session, page)
        footer.review_wanted.connect(self.review)
        footer.submit_wanted.connect(self._want_submit)
        footer.next_wanted.connect(lambda: self.next_wanted.emit(self))
        layout.addWidget(footer)
        self._contact = self._add_contact()
        area.show_columns(columns)
        columns.folded.connect(self._side_button.setVisible)
        columns.opened.connect(self._side_button.setChecked)
        columns.focus_leaving.connect(self._leave_side)
        columns.set_columns(
            page,
            self._side,
            between=lambda: QRect(tools.geometry().bottomLeft(), footer.geometry().topRight()),
            wish=lambda: footer.one_row + _MARGINS[0] + _MARGINS[2],
        )
        self._side_button.clicked.connect(columns.open_side)
        return area

    def _make_subject(self, page: QWidget) -> SubjectField:
        subject = SubjectField(page)
        subject.setAccessibleName(self.tr("Subject"))
        subject.setPlaceholderText(self.tr("Subject"))
        subject.textChanged.connect(self._on_subject)
        subject.set_apart.connect(self.session.editor.end_typing)
        if self.session.context.spelling:
            check_spelling(subject, self.session.context.spelling)
        return subject

    def _make_side(self, columns: CaseColumns) -> SideColumn:
        """Make the column beside the middle."""
        side = SideColumn(columns)
        inside = side.inside
        self._grid = AttributeGrid(self.session, inside)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(*_BESIDE_MARGINS)
        self._place.addWidget(self._grid)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._place, 1)
        return side

    def _add_contact(self) -> ContactPane:
        """Make the contact, the last in the tab order."""
        contact = ContactPane(self.session, self._side.inside)
        contact.link_wanted.connect(self.link_wanted)
        contact.cases_wanted.connect(self.cases_wanted)
        layout = self._side.inside.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, contact)
        return contact

    def _place_attributes(self) -> None:
        """Put the attributes beside the notes, or into the column."""
        self._grid.take_in_editor()
        if self._are_attributes_in_middle:
            self._body.addWidget(self._grid)
        else:
            self._place.addWidget(self._grid)

    def _reveal(self, part: QWidget) -> None:
        """Bring a part into sight: open the column that it is in, or fold the question that hides it.

        A hidden part would get the focus all the same, and the next keys with it.
        """
        if self._side.isAncestorOf(part):
            self._columns.open_side()
        elif self._body.isAncestorOf(part):
            self.prompts.questions.give_way()

    def _leave_side(self) -> None:
        """Keep the text of an open cell, and the focus near the column: Qt would move it to any control."""
        self._grid.take_in_editor()
        self._side_button.setFocus()

    def _show_tab(self, tab: QWidget) -> None:
        self._reveal(self._reading)
        self._reading.show_tab(tab)

    def _show_contact_line(self, row: int) -> None:
        self._reveal(self._contact)
        self._contact.tree.show_line(row)

    def _show_problem(self, problem: Problem) -> None:
        self._reveal(self._grid)
        self._grid.go_to(problem)

    def _make_parts(self) -> tuple[Part, ...]:
        return (
            *parts_of(self._subject, self._tags, self._grid, lambda: self._reveal(self._grid)),
            *left_parts(self._show_tab, self._reading.notes, lambda: self._reading.conversation),
            contact_part(lambda: self.session.case, self._show_contact_line),
        )

    # Edits.

    def _on_subject(self) -> None:
        self.session.editor.set_subject(self._subject.exact_text())

    # Signals of the session.

    def _on_case(self) -> None:
        case = self.session.case
        if case is None:
            return
        self._show_edit()
        if self._stack.currentWidget() is self._content or _rows(case) <= _AT_ONCE:
            self._show_content()
        else:
            QTimer.singleShot(_TURN, self, self._show_in_turns)

    def _show_in_turns(self) -> None:
        """Show the content, let Qt lay it out, and paint it, each in a turn of the event loop of its own."""
        self.setUpdatesEnabled(False)
        paint = partial(self.setUpdatesEnabled, True)
        QTimer.singleShot(_TURN, self, partial(QTimer.singleShot, _TURN, self, paint))  # first: what follows may fail
        self._show_content()

    def _show_content(self) -> None:
        self._stack.setCurrentWidget(self._content)
        self._to_paint = True
        self.update(0, 0, 1, 1)  # force one paintEvent; child widgets repaint themselves

    def _show_edit(self) -> None:
        if self._subject.exact_text() != self.session.editor.subject:
            self._subject.follow(self.session.editor.subject)

    def _on_state(self) -> None:
        if self.session.is_reading:
            QTimer.singleShot(_UNNOTICED, self, self._say_waiting)
        elif self.session.case_id:
            self._say_waiting()

    def _say_waiting(self) -> None:
        """Show the loading page instead of the case."""
        if self.session.case is None and self._waiting is None:
            self._waiting = WaitingPage(self.session, self)
            self._stack.setCurrentIndex(self._stack.addWidget(self._waiting))
            if self.hasFocus():
                self._waiting.setFocus()


class _Scrolling(QScrollArea):
    """Scrolls the columns of a case in a window that is smaller than their minimum."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._columns: CaseColumns | None = None

    def show_columns(self, columns: CaseColumns) -> None:
        """Show these."""
        self._columns = columns
        self.setWidget(columns)
        columns.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return self._columns.sizeHint() if self._columns else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint().boundedTo(_LEAST)
