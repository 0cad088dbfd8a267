"""The rows of the attribute grid: the case's attributes in the server's order, new ones, an empty one at the end."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont, QKeySequence

from caseeditor.domain.case.model import RESERVED, Attribute
from caseeditor.domain.editing.changes import Problem
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.text.fidelity import hides_space
from caseeditor.domain.text.short_text import in_a_cell, marks_of_cell
from caseeditor.ui.messages.mark_texts import mark_words
from caseeditor.ui.messages.message import Severity
from caseeditor.ui.messages.texts import problem_words, tip_words
from caseeditor.ui.state.session import Session
from caseeditor.ui.widgets.fields.open_editors import TYPED
from caseeditor.ui.widgets.lists.item_data import Index, Role
from caseeditor.ui.widgets.lists.row_diff import differing, runs

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from caseeditor.domain.fields.schema import Field
    from caseeditor.ui.case.attributes.offers.value_offers import ValueOffers

NAME, VALUE, WAS = range(3)
MARK, TONE, HINT, ROW, FORMER, UNSEEN, PINNED, MORE = (Role.UserRole + number for number in range(8))
"""The word that marks a row, the Severity of the mark, the placeholder of an empty cell, and the Row that is shown.

A plain text loses a leading byte order mark in Qt; one inside a Row does not. FORMER has the words about the value of
the server, below a changed one; UNSEEN tells of a value that was never seen before, PINNED of a pinned row. MORE tells
whether any of these is there: each question of the view costs as much as all of them here.
"""
_SHORTCUT = "Ctrl+4"
"""The key of *New attribute* in the menu."""


class AttributeModel(QAbstractTableModel):
    """A view of the session's case and edit; changes go through the session and come back by its signals."""

    def __init__(self, session: Session, parent: QObject, offers: "ValueOffers | None" = None) -> None:
        super().__init__(parent)
        self._session = session
        self._offers = offers
        self._pinned: frozenset[str] = frozenset()
        self._names: list[str] = []
        self._numbers: list[int] = []
        # The shown values: the session is ahead of them while rows are inserted and removed.
        self._attributes: Mapping[str, Attribute] = {}
        self._values: Mapping[str, str] = {}
        self._rows: dict[int, Row] = {}
        self._problems: dict[int | str, Problem] = {}
        self._places: dict[str, int] = {}
        self._revealed: set[str] = set()
        """Hidden attributes that are shown all the same."""
        if offers:
            offers.on_found(self._on_values)
        session.editor.case_changed.connect(self._on_case)
        session.editor.edit_changed.connect(self._on_edit)
        if session.case:
            self._on_case()
            self._on_edit(Edit(), session.edit)

    # Read by the view.

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._names) + len(self._numbers) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401
        if role == Role.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return (self.tr("Name"), self.tr("Value"), self.tr("Was"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self._is_editable(index) else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        if not index.isValid():
            return None
        if role == Role.DisplayRole:
            return in_a_cell(self.shown_name(index.row()) if index.column() == NAME else self._text(index))
        if role == Role.EditRole:
            return self._text(index)
        if role == ROW:
            return self.row(index.row())
        if role == Role.FontRole and index.column() != WAS and self.is_changed(index.row()):
            font = QFont()
            font.setBold(True)
            return font
        if role == Role.ToolTipRole:
            return tip_words("\n".join(filter(None, (self._note(index), self.help(index.row()))))) or None
        if role == Role.AccessibleDescriptionRole:
            return self._spoken(index)
        return self._look(index, role)

    def _look(self, index: Index, role: int) -> Any:  # noqa: ANN401 - Qt's
        row = index.row()
        if role == MORE:
            return any(self._look(index, each) for each in (MARK, HINT, FORMER, UNSEEN, PINNED))
        if role == MARK and index.column() == NAME:
            return self.mark(row)
        if role == TONE and index.column() == NAME:
            problem = self.problem(row)
            return (Severity.ERROR if problem.is_blocking else Severity.WARNING) if problem else Severity.GOOD
        if role == HINT:
            return self._hint(index)
        if role == FORMER and index.column() == VALUE and (former := self.former(row)) is not None:
            return self.tr("Was: {0}").format(in_a_cell(former))
        if role == UNSEEN and index.column() == VALUE:
            return self.is_unseen(row)
        if role == PINNED and index.column() == NAME:
            return self.is_pinned(row)
        return None

    def _hint(self, index: Index) -> str | None:
        if index.column() == VALUE and self._is_sent_empty(index.row()):
            return self.tr("sent as empty")
        if index.column() != NAME or index.row() < self.rowCount() - 1:
            return None
        if index.row():
            return self.tr("New attribute")
        key = QKeySequence(_SHORTCUT).toString(QKeySequence.SequenceFormat.NativeText)
        return self.tr("New attribute ({0})").format(key)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:  # noqa: ANN401 - Qt's signature
        if role not in (Role.EditRole, TYPED) or not self._is_editable(index) or value == self._text(index):
            return False
        row, text = index.row(), str(value)
        if row < len(self._names):
            self._session.editor.set_value(self._names[row], text, is_typing=role == TYPED)
            return True
        number = self.number(row)
        old = self._rows[number] if number else Row()
        new = Row(text, old.value) if index.column() == NAME else Row(old.name, text)
        self._session.editor.set_row(number, new, is_typing=role == TYPED)
        return True

    # For the grid.

    def name(self, row: int) -> str | None:
        """Return the name of a row's attribute that the case has, None for a new one."""
        return self._names[row] if row < len(self._names) else None

    def number(self, row: int) -> int | None:
        """Return the number of a row's new attribute, None for one that the case has and for the empty row."""
        place = row - len(self._names)
        return self._numbers[place] if 0 <= place < len(self._numbers) else None

    def row(self, place: int) -> Row:
        """Return the name and value that a row shows."""
        number = self.number(place)
        if number is not None:
            return self._rows[number]
        name = self.name(place)
        return Row() if name is None else Row(name, self._values.get(name, self._attribute(place).text))

    def shown_name(self, row: int) -> str:
        """Return the name that a row shows: the administrator's label, or the attribute's own name."""
        name = self.row(row).name
        return field.words if (field := self._field(name)) else name

    def help(self, row: int) -> str:
        """Return the administrator's explanation of a row's field, '' for none."""
        field = self._field(self.row(row).name)
        if field is None:
            return ""
        from caseeditor.ui.messages.field_texts import field_help  # noqa: PLC0415 - few policies describe fields

        return field_help(field)

    def _field(self, name: str) -> "Field | None":
        schema = self._session.editor.schema
        return schema.field(name) if schema else None

    def reveal(self, name: str) -> None:
        """Show an attribute that the administrator hid, since the agent has to change it."""
        self._revealed.add(name)
        self._on_case()

    def is_hidden(self, name: str) -> bool:
        """Tell whether the administrator hid an attribute, and the agent did not have to change it yet."""
        schema = self._session.editor.schema
        return schema is not None and schema.is_hidden(name) and name not in self._revealed

    def problem(self, row: int) -> Problem | None:
        """Return the problem of a row."""
        which = self.number(row) or self.name(row)
        return self._problems.get(which) if which else None

    def mark(self, row: int) -> str:
        """Return the word that marks a row, '' for one that is as the server has it."""
        return "⚠" if self.problem(row) else self._state(row)

    @property
    def has_former_values(self) -> bool:
        """Tell whether a value of the case is changed."""
        return bool(self._values)

    def is_changed(self, row: int) -> bool:
        """Tell whether a row is changed or new."""
        name = self.name(row)
        return self.number(row) is not None if name is None else name in self._values

    def is_unseen(self, row: int) -> bool:
        """Tell whether a changed or new value was never seen before, while others of its name were."""
        if self._offers is None or not self.is_changed(row) or self.why_read_only(self.index(row, VALUE)):
            return False
        shown = self.row(row)
        return bool(shown.name and shown.value) and self._offers.is_unseen(shown.name, shown.value)

    def pin(self, names: "Collection[str]") -> None:
        """Mark the rows of these names as pinned."""
        before, self._pinned = self._pinned, frozenset(names)
        for name in before ^ self._pinned:
            self._tell_named(name)

    def is_pinned(self, row: int) -> bool:
        """Tell whether a row's attribute is pinned."""
        return bool(self._pinned) and self.row(row).name in self._pinned

    def row_named(self, name: str) -> int | None:
        """Return the row of an attribute of the case, or else of a new one; None if there is none."""
        if name in self._places:
            return self._places[name]
        number = next((number for number, row in self._rows.items() if row.name == name), None)
        return None if number is None else len(self._names) + self._numbers.index(number)

    def row_of(self, problem: Problem) -> int | None:
        """Return the row that a problem is about, None for an attribute that is hidden, or that the case lacks."""
        return len(self._names) + self._numbers.index(problem.row) if problem.row else self._places.get(problem.name)

    def why_read_only(self, index: Index) -> str:
        """Explain why a value can't be edited; '' if it can."""
        if index.row() >= len(self._names):
            return ""
        if index.column() == NAME:
            return self.tr("Names of existing attributes can't be changed.")
        attribute = self._attribute(index.row())
        if attribute.name in RESERVED:
            return self.tr("This name is reserved, so its value is read-only.")
        if attribute.name == self._session.context.stamp() and attribute.name not in self._values:
            return self.tr("This attribute is the stamp (Preferences, Submitting). Each submission sets it.")
        if attribute.kind == "nested":
            return self.tr("Nested value: read-only.")
        return ""

    # Texts of cells.

    def _attribute(self, row: int) -> Attribute:
        """Return the server's attribute of a row; empty if the server has it no more."""
        name = self._names[row]
        return self._attributes.get(name) or Attribute(name, "")

    def _is_editable(self, index: Index) -> bool:
        return self._session.case is not None and index.column() != WAS and not self.why_read_only(index)

    def _is_sent_empty(self, row: int) -> bool:
        return self.is_changed(row) and not self.row(row).value

    def _text(self, index: Index) -> str:
        row, column = index.row(), index.column()
        if column == WAS:
            return self.former(row) or ""
        shown = self.row(row)
        return shown.name if column == NAME else shown.value

    def former(self, row: int) -> str | None:
        """Return the server's value of a changed row; None for other rows."""
        return self._attribute(row).text if row < len(self._names) and self.is_changed(row) else None

    def _spoken(self, index: Index) -> str:
        """Describe a cell; a value together with its name, which screen readers do not announce with it."""
        said = self._note(index) or self._state(index.row())
        if self.is_pinned(index.row()):
            said = self.tr("{0}, pinned").format(said) if said else self.tr("pinned")
        said = " ".join(filter(None, (said, self.help(index.row()).replace("\n", " "))))
        name = in_a_cell(self.shown_name(index.row()))
        if index.column() == NAME or not name:
            return said
        return self.tr("{0}: {1}").format(name, said) if said else name

    def _state(self, row: int) -> str:
        if not self.is_changed(row):
            return ""
        return self.tr("changed") if row < len(self._names) else self.tr("new")

    def _note(self, index: Index) -> str:
        if problem := self.problem(index.row()):
            return problem_words(problem)
        if index.column() != VALUE:
            return (self._hint(index) or "") if index.column() == NAME else ""
        if self._is_sent_empty(index.row()):
            return self.tr(
                "Sent as an empty value. The server may empty, keep or remove the attribute; this isn't "
                "documented. Attributes can't be deleted here."
            )
        if why := self.why_read_only(index):
            return why
        value = self.row(index.row()).value
        said = [mark_words(marks_of_cell(value))]
        if hides_space(value):
            said.append(self.tr("This value has invisible spaces: at an end, tabs, or several in a row."))
        if self.is_unseen(index.row()):
            said.append(self.tr("New here: no case that you have seen has this value."))
        return " ".join(filter(None, said))

    # Signals.

    def _on_values(self, name: str) -> None:
        """Follow the values of a name that were read since."""
        self._tell_named(name)

    def _tell_named(self, name: str) -> None:
        places = [self._places[name]] if name in self._places else []
        places += [
            len(self._names) + place for place, each in enumerate(self._numbers) if self._rows[each].name == name
        ]
        for first, last in runs(places):
            self._tell_changed(first, last)

    def _on_case(self) -> None:
        attributes = self._session.case.attributes if self._session.case else {}
        names = [*attributes, *(name for name in self._values if name not in attributes)]  # removed at the server
        if self._session.editor.schema:
            names = [name for name in names if not self.is_hidden(name)]
        first, gone, come = differing(self._names, names)
        if gone:
            self.beginRemoveRows(QModelIndex(), first, first + gone - 1)
            del self._names[first : first + gone]
            self.endRemoveRows()
        before, self._attributes = self._attributes, attributes
        if come:
            self.beginInsertRows(QModelIndex(), first, first + come - 1)
            self._names[first:first] = names[first : first + come]
            self.endInsertRows()
        self._places = {name: row for row, name in enumerate(self._names)}
        if attributes != before:
            changed = (row for name, row in self._places.items() if attributes.get(name) != before.get(name))
            for top, bottom in runs(changed):
                self._tell_changed(top, bottom)
        self._find_problems()

    def _on_edit(self, _before: Edit, after: Edit) -> None:
        if self._values is not after.values:
            touched = {name for name, _ in self._values.items() ^ after.values.items()}
            self._values = after.values
            if any(name not in self._attributes for name in touched):
                self._on_case()
            for first, last in runs(self._places[name] for name in touched if name in self._places):
                self._tell_changed(first, last)
            if touched & RESERVED or self._session.editor.schema:  # reserved: an earlier draft, or its steps
                self._find_problems()
        if self._rows != after.rows:
            self._on_rows(after)

    def _on_rows(self, edit: Edit) -> None:
        before, numbers = self._rows, sorted(edit.rows)
        first, gone, come = differing(self._numbers, numbers)
        top = len(self._names) + first
        if gone:
            self.beginRemoveRows(QModelIndex(), top, top + gone - 1)
            del self._numbers[first : first + gone]
            self.endRemoveRows()
        self._rows = {**{number: Row() for number in numbers}, **{number: before[number] for number in self._numbers}}
        if come:
            # The empty row becomes the new one, so that an editor in it stays where it is; a further empty one comes.
            top += first == len(self._numbers)
            self.beginInsertRows(QModelIndex(), top, top + come - 1)
            self._numbers[first:first] = numbers[first : first + come]
            self.endInsertRows()
        self._rows = dict(edit.rows)
        self._tell_rows(number for number in numbers if before.get(number) != self._rows[number])
        self._find_problems()

    def _find_problems(self) -> None:
        found = {problem.row or problem.name: problem for problem in self._session.editor.list_problems()}
        before, self._problems = self._problems, found
        changed = [which for which in before.keys() | found.keys() if before.get(which) != found.get(which)]
        self._tell_rows(which for which in changed if isinstance(which, int))
        for name in changed:
            if isinstance(name, str) and name in self._places:
                self._tell_changed(self._places[name], self._places[name])

    def _tell_rows(self, numbers: Iterable[int]) -> None:
        """Emit dataChanged for the rows of these new attributes, except removed ones."""
        first = len(self._names)
        places = ((bisect_left(self._numbers, number), number) for number in numbers)
        there = (place for place, number in places if self._numbers[place : place + 1] == [number])
        for top, bottom in runs(there):
            self._tell_changed(first + top, first + bottom)

    def _tell_changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, NAME), self.index(last, WAS))
