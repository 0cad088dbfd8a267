"""The header of a case: its title row, its facts in one line, and the news since the agent's last visit."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from caseeditor.domain.case.reference import is_web_link
from caseeditor.domain.text.bidi import shortened
from caseeditor.ui.case.facts_line import FactsLine, Shown
from caseeditor.ui.case.handing_on.copy_menu import add_copy_actions
from caseeditor.ui.case.summary import case_facts, due_of, glance, original_dates, short_facts
from caseeditor.ui.messages.notices import since_words
from caseeditor.ui.messages.texts import number_words, span_words, tip_words
from caseeditor.ui.state.session import Session
from caseeditor.ui.style.glyphs import Glyph, GlyphButton, chevron_back, chevron_on, cross, dots, side_column
from caseeditor.ui.widgets.minute_timer import MinuteTimer

_FRESH = timedelta(seconds=5)
"""The age of facts that are not written anew when they come to the front."""
_APART = 8
_BESIDE_CHEVRON = 2
"""Pixels beside the narrow glyph of a step, both sides together."""
_GAP = " · "
_LONGEST = 20
"""Digits of a number that are shown."""


class TitleTools(QWidget):
    """Number and position of the case, steps to its neighbours, a menu, and buttons for a narrow or a single tab."""

    pdf_wanted = Signal()
    print_wanted = Signal()
    link_wanted = Signal(str)
    """The address of the case's page."""
    step_wanted = Signal(int)
    """1 for the next case of the list, -1 for the previous one."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._number, self._position = QLabel(self), QLabel(self)
        for label in (self._number, self._position):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._position.setToolTip(self.tr("Position in the list"))
        self._position.hide()
        self.side = GlyphButton(side_column, self.tr("Contact and attributes"), self)
        self.side.setCheckable(True)
        self.side.hide()
        self.close_case = GlyphButton(cross, "", self)
        """Stands in for the tab's own button."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._number)
        row.addSpacing(_APART)
        row.addWidget(self._position)
        row.addWidget(self._stepping_button(chevron_back, self.tr("Previous case"), "Shift+F8", -1))
        row.addWidget(self._stepping_button(chevron_on, self.tr("Next case"), "F8", 1))
        row.addWidget(self._make_more())
        row.addWidget(self.side)
        row.addWidget(self.close_case)
        session.editor.case_changed.connect(self._on_case)
        self._on_case()

    def _make_more(self) -> GlyphButton:
        button = GlyphButton(dots, self.tr("More for the case"), self)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill_more(menu))
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
        return button

    def _fill_more(self, menu: QMenu) -> None:
        menu.clear()
        case = self._session.case
        if case is None:
            return
        page = menu.addAction(self.tr("Case page ↗"), lambda: self.link_wanted.emit(case.url))
        page.setVisible(is_web_link(case.url))
        menu.addSeparator()
        add_copy_actions(menu, lambda: self._session)
        menu.addSeparator()
        menu.addAction(self.tr("Save as PDF…")).triggered.connect(self.pdf_wanted)
        menu.addAction(self.tr("Print…")).triggered.connect(self.print_wanted)

    def show_position(self, position: tuple[int, int] | None) -> None:
        """Show the row of the case in its list, from 1, and the number of rows; None for no list."""
        if position:
            row, count = map(number_words, position)
            self._position.setText(self.tr("{0} of {1}").format(row, count))
        self._position.setVisible(position is not None)

    def _stepping_button(self, glyph: Glyph, name: str, keys: str, step: int) -> GlyphButton:
        button = GlyphButton(glyph, name, self, beside=_BESIDE_CHEVRON)
        button.setToolTip(f"{name} · {QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)}")
        button.clicked.connect(lambda: self.step_wanted.emit(step))
        return button

    def _on_case(self) -> None:
        case = self._session.case
        if case is None:
            return
        self._number.setText(shortened(f"#{case.id}", _LONGEST))
        name = self.tr("Close case {0}").format(self._session.case_id)  # the view may be older than the id
        self.close_case.setAccessibleName(name)
        self.close_case.setToolTip(name)


class CaseHeader(QWidget):
    """The facts and the news. Follows the case of a session."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._facts = FactsLine(self)
        self._since = QLabel(self)
        self._since.setTextFormat(Qt.TextFormat.PlainText)
        self._since.setWordWrap(True)
        self._since.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._since.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._facts)
        layout.addWidget(self._since)
        self._facts_at = datetime.min.replace(tzinfo=UTC)
        """Of the facts that are shown."""
        self._minutes = MinuteTimer(self)
        self._minutes.fired.connect(self._show_facts)
        session.editor.case_changed.connect(self._on_case)
        self._on_case()

    def _on_case(self) -> None:
        case = self._session.case
        if case is None:
            return
        since = self._session.since
        self._since.setText("● " + since_words(since, span_words(since.passed / 1000)) if since else "")
        self._since.setVisible(since is not None)
        self._show_facts()

    def _show_facts(self) -> None:
        """Show the facts with their present age, which grows by the minute."""
        case, now = self._session.case, datetime.now(UTC)
        if case is None:
            return
        self._facts_at = now
        facts = case_facts(case, now)
        self._facts.show_facts(
            Shown(
                case.state,
                case.source,
                due_of(case, now),
                _GAP.join(short_facts(case, now)),
                _GAP.join((*glance(case), *facts)),
            )
        )
        whole = (case.state, case.source, *facts, *original_dates(case))
        self._facts.setToolTip(tip_words("\n".join(text for text in whole if text)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not timedelta() <= datetime.now(UTC) - self._facts_at < _FRESH:  # other clocks stop while a computer sleeps
            self._show_facts()
        self._minutes.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minutes.stop()
