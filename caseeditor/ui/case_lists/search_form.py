"""The form of the search: a field for each filter of the server's search, and the order."""

from PySide6.QtCore import QDate, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QFormLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from caseeditor.domain.case import dates
from caseeditor.domain.case.contact_search import can_name_a_contact
from caseeditor.domain.case.reference import bare_id, has_letters, is_id
from caseeditor.domain.case.search import ORDERS, SEVERAL, Filters, Page
from caseeditor.ui.messages.filter_words import filter_words, order_words
from caseeditor.ui.messages.texts import in_a_menu
from caseeditor.ui.widgets.fields.field_reason import FieldReason
from caseeditor.ui.widgets.fields.text_fields import LineEdit
from caseeditor.ui.widgets.wheel import ComboBox, DateEdit

_WEEK = 7
_IDS = "contact_id", "campaign_id"
_MOST = 500
"""Completions of a field at most."""


class SearchForm(QWidget):
    """One row for each filter. Empty fields are not sent."""

    submitted = Signal()
    """Enter."""
    save_wanted = Signal()
    """The agent saves the filters as a queue."""
    contact_wanted = Signal(str)
    """The name of a contact that the agent looks for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._seen: dict[str, QStringListModel] = {}
        self._fields: dict[str, LineEdit] = {}
        self._several: dict[str, tuple[str, str]] = {}
        """Several values of a filter: as the field shows them, and as they are."""
        self._reasons: dict[str, FieldReason] = {}
        self._by_name = QPushButton(self)
        self._dates: dict[str, tuple[QCheckBox, DateEdit]] = {}
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._layout.setVerticalSpacing(3)
        for name in ("state", "source", "with_tag", "without_tag", "contact_id", "campaign_id"):
            self._add_text(name)
        for name in ("created_since", "updated_since"):
            self._add_date(name)
        self._order = self._add_choice(self.tr("Order by"), [(_as_heading(order_words(each)), each) for each in ORDERS])
        directions = [(self.tr("Descending"), "DESC"), (self.tr("Ascending"), "ASC")]
        self._direction = self._add_choice(self.tr("Direction"), directions)
        self._former = Filters()
        """The filters that others replaced."""
        self._back = QPushButton(self.tr("Back to former filters"), self)
        self._back.clicked.connect(lambda: self.fill(self._former))
        self._back.hide()
        self._layout.addRow(self._back)
        clear = QPushButton(self.tr("Clear filters"), self)
        clear.clicked.connect(self.clear)
        self._layout.addRow(clear)
        save = QPushButton(self.tr("Save as queue…"), self)
        save.clicked.connect(self.save_wanted)
        self._layout.addRow(save)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        self._fields["state"].setFocus()

    def filters(self) -> Filters:
        """Return the filters."""
        texts = {name: (bare_id if name in _IDS else str.strip)(field.text()) for name, field in self._fields.items()}
        texts |= {name: value for name, (shown, value) in self._several.items() if texts[name] == shown}
        since = {name: _written(day.date()) for name, (box, day) in self._dates.items() if box.isChecked()}
        return Filters(**texts, **since, order_by=self._order.currentData(), order_dir=self._direction.currentData())

    def first_problem(self) -> str:
        """Tell, at the first field that is no id, that the server would reject it; returns the words, '' if none is."""
        wrong = [name for name in _IDS if (id_ := bare_id(self._fields[name].text())) and not is_id(id_)]
        if not wrong:
            return ""
        field = self._fields[wrong[0]]
        words = self.tr("{0} is a number.").format(filter_words(wrong[0]))
        self._reasons[wrong[0]].tell(words)
        if wrong[0] == "contact_id" and has_letters(name := field.text()) and can_name_a_contact(name):
            self._by_name.setText(self.tr("Find contact “{0}”").format(in_a_menu(name)))
            self._by_name.show()
        field.setFocus()
        field.selectAll()
        return words

    def fill(self, filters: Filters) -> None:
        """Show these filters; the agent can go back to the ones before."""
        self._keep_former(filters)
        for name, field in self._fields.items():
            field.setText(getattr(filters, name).replace("\n", ", "))
        self._several = {
            name: (self._fields[name].text(), value) for name in SEVERAL if "\n" in (value := getattr(filters, name))
        }
        for name, (box, day) in self._dates.items():
            since = dates.parse(getattr(filters, name))
            box.setChecked(since is not None)
            if since:
                here = dates.local(since)
                day.setDate(QDate(here.year, here.month, here.day))
        self._order.setCurrentIndex(max(self._order.findData(filters.order_by), 0))
        self._direction.setCurrentIndex(max(self._direction.findData(filters.order_dir), 0))

    def _keep_former(self, filters: Filters) -> None:
        before = self.filters()
        if before not in (Filters(), filters):
            self._former = before
            self._back.show()

    def clear(self) -> None:
        """Clear every field."""
        self._former = Filters()
        self._back.hide()
        for field in self._fields.values():
            field.clear()
        for box, _ in self._dates.values():
            box.setChecked(False)
        self._order.setCurrentIndex(0)
        self._direction.setCurrentIndex(0)

    def forget(self) -> None:
        """Clear every field and its completions: another user is signed in."""
        self.clear()
        for seen in self._seen.values():
            seen.setStringList([])

    def offer(self, page: Page) -> None:
        """Complete the fields with values of the cases that were found."""
        found = {
            "state": [case.state for case in page.cases],
            "source": [case.source for case in page.cases],
            "with_tag": page.tags,
            "without_tag": page.tags,
        }
        for name, values in found.items():
            model = self._seen[name]
            known = model.stringList()
            new = sorted({*known, *filter(None, values)})[:_MOST]
            if new != known:
                model.setStringList(new)

    def _add_text(self, name: str) -> None:
        field = LineEdit(self)
        field.setAccessibleName(filter_words(name))
        if name not in _IDS:
            self._seen[name] = QStringListModel(self)
            completer = QCompleter(self._seen[name], field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            field.setCompleter(completer)
        field.returnPressed.connect(self.submitted)
        self._fields[name] = field
        self._layout.addRow(self._label(filter_words(name)), field)
        if name in _IDS:
            self._reasons[name] = FieldReason(field, self)
            self._layout.addRow(self._reasons[name])
        if name == "contact_id":
            self._add_by_name(field)

    def _add_by_name(self, field: LineEdit) -> None:
        """Add the button that takes a name out of *Contact ID*, below the reason why it is none."""
        self._by_name.hide()
        self._by_name.clicked.connect(lambda: self.contact_wanted.emit(field.text().strip()))
        field.textChanged.connect(self._by_name.hide)
        self._layout.addRow(self._by_name)

    def _add_date(self, name: str) -> None:
        box = QCheckBox(filter_words(name), self)
        day = DateEdit(self)
        day.setDate(QDate.currentDate().addDays(-_WEEK))
        for named in (day, day.lineEdit()):  # the field inside has its own entry in the accessibility tree
            named.setAccessibleName(self.tr("{0}: day").format(filter_words(name)))
        day.setDisplayFormat("d MMM yyyy")
        day.setCalendarPopup(True)
        day.setEnabled(False)
        day.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.toggled.connect(day.setEnabled)
        self._dates[name] = (box, day)
        self._layout.addRow(box, day)

    def _add_choice(self, title: str, choices: list[tuple[str, str]]) -> ComboBox:
        box = ComboBox(self)
        box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for words, value in choices:
            box.addItem(words, value)
        label = self._label(title)
        label.setBuddy(box)  # names the box; on Linux the accessible name of a combo box is its text
        self._layout.addRow(label, box)
        return box

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label


def _written(day: QDate) -> str:
    """Return the beginning of a day here, as the API writes dates."""
    return dates.written(dates.day_start(day.year(), day.month(), day.day()))


def _as_heading(words: str) -> str:
    return words[:1].upper() + words[1:]
