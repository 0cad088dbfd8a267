"""The rows of the attribute grid: the case's attributes in the server's order, new ones, an empty one at the end."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from caseeditor.domain.case import RESERVED, Attribute
from caseeditor.domain.changes import Problem
from caseeditor.domain.edit import Edit, Row
from caseeditor.domain.plain import shows_exactly
from caseeditor.ui.rows import differing
from caseeditor.ui.session import Session
from caseeditor.ui.words import problem_words, tip_words

if TYPE_CHECKING:
    from collections.abc import Mapping

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NAME, VALUE, WAS = range(3)
_SHOWN = 300
"""Characters of a value that its cell shows; the editor has all of it."""


class AttributeModel(QAbstractTableModel):
    """A view of the session's case and edit; changes go through the session and come back by its signals."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._names: list[str] = []
        self._numbers: list[int] = []
        # What the rows show: the session is ahead of it while rows come and go.
        self._attributes: Mapping[str, Attribute] = {}
        self._values: Mapping[str, str] = {}
        self._rows: dict[int, Row] = {}
        self._problems: dict[int, Problem] = {}
        session.case_changed.connect(self._on_case)
        session.edit_changed.connect(self._on_edit)
        if session.case:
            self._on_case()
            self._on_edit(Edit(), session.edit)

    # What the view asks.

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
            return _in_a_line(self._text(index))
        if role == Role.EditRole:
            return self._text(index)
        if role == Role.FontRole and index.column() != WAS and self._is_changed(index.row()):
            font = QFont()
            font.setBold(True)
            return font
        if role == Role.ToolTipRole:
            return tip_words(self._note(index)) or None
        if role == Role.AccessibleDescriptionRole:
            return self._note(index) or self._state(index.row())
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:  # noqa: ANN401 - Qt's signature
        if role != Role.EditRole or not self._is_editable(index) or value == self._text(index):
            return False
        row, text = index.row(), str(value)
        if row < len(self._names):
            self._session.set_value(self._names[row], text)
            return True
        number = self._number(row)
        old = self._rows[number] if number else Row()
        new = Row(text, old.value) if index.column() == NAME else Row(old.name, text)
        self._session.set_row(number, new)
        return True

    # For the grid.

    def problem(self, row: int) -> Problem | None:
        """Return what is wrong with a row."""
        number = self._number(row)
        return self._problems.get(number) if number else None

    def mark(self, row: int) -> str:
        """Return the word that marks a row, '' for one that is as the server has it."""
        return "⚠" if self.problem(row) else self._state(row)

    def row_of(self, problem: Problem) -> int:
        """Return the row that a problem is about."""
        return len(self._names) + self._numbers.index(problem.row)

    def why_read_only(self, index: Index) -> str:
        """Say why a value can't be edited, '' when it can."""
        if index.row() >= len(self._names):
            return ""
        if index.column() == NAME:
            return self.tr("The name of an attribute that the server has can't be changed.")
        attribute = self._attribute(index.row())
        if attribute.name in RESERVED:
            return self.tr("The server means something else by this name, so the value can't be changed here.")
        if attribute.kind == "nested":
            return self.tr("This value has parts of its own; it can be read here, but not changed.")
        if not shows_exactly(attribute.text):
            return self.tr("This value has characters that an editor can't show exactly, so it is not changed here.")
        return ""

    # How it is made.

    def _attribute(self, row: int) -> Attribute:
        """Return the server's attribute of a row; one that is gone there is empty."""
        name = self._names[row]
        return self._attributes.get(name) or Attribute(name, "")

    def _number(self, row: int) -> int | None:
        place = row - len(self._names)
        return self._numbers[place] if 0 <= place < len(self._numbers) else None

    def _is_editable(self, index: Index) -> bool:
        return self._session.case is not None and index.column() != WAS and not self.why_read_only(index)

    def _is_changed(self, row: int) -> bool:
        if row < len(self._names):
            return self._names[row] in self._values
        return self._number(row) is not None

    def _text(self, index: Index) -> str:
        row = index.row()
        if row < len(self._names):
            attribute = self._attribute(row)
            if index.column() == NAME:
                return attribute.name
            if index.column() == VALUE:
                return self._values.get(attribute.name, attribute.text)
            return attribute.text if self._is_changed(row) else ""
        number = self._number(row)
        if number is None or index.column() == WAS:
            return ""
        new = self._rows[number]
        return new.name if index.column() == NAME else new.value

    def _state(self, row: int) -> str:
        if not self._is_changed(row):
            return ""
        return self.tr("changed") if row < len(self._names) else self.tr("new")

    def _note(self, index: Index) -> str:
        if problem := self.problem(index.row()):
            return problem_words(problem)
        return self.why_read_only(index) if index.column() == VALUE else ""

    # What the session tells.

    def _on_case(self) -> None:
        attributes = self._session.case.attributes if self._session.case else {}
        names = [*attributes, *(name for name in self._values if name not in attributes)]  # changed here, gone there
        first, gone, come = differing(self._names, names)
        if gone:
            self.beginRemoveRows(QModelIndex(), first, first + gone - 1)
            del self._names[first : first + gone]
            self.endRemoveRows()
        self._attributes = attributes
        if come:
            self.beginInsertRows(QModelIndex(), first, first + come - 1)
            self._names[first:first] = names[first : first + come]
            self.endInsertRows()
        if self._names:
            self.dataChanged.emit(self.index(0, NAME), self.index(len(self._names) - 1, WAS))
        self._find_problems()

    def _on_edit(self, _before: Edit, after: Edit) -> None:
        if self._values is not after.values:
            touched = {name for name, _ in self._values.items() ^ after.values.items()}
            self._values = after.values
            if any(name not in self._attributes for name in touched):
                self._on_case()
            for row, name in enumerate(self._names) if touched else ():
                if name in touched:
                    self.dataChanged.emit(self.index(row, NAME), self.index(row, WAS))
        if self._rows != after.rows:
            for number in self._rows.keys() - after.rows.keys():
                self._remove(number)
            for number in sorted(after.rows):
                if number not in self._rows:
                    self._insert(number)
            self._rows = dict(after.rows)
            self._find_problems()

    def _remove(self, number: int) -> None:
        row = len(self._names) + self._numbers.index(number)
        self.beginRemoveRows(QModelIndex(), row, row)
        self._numbers.remove(number)
        del self._rows[number]
        self.endRemoveRows()

    def _insert(self, number: int) -> None:
        """Insert an empty row; what it shows is told once it is there."""
        place = sum(known < number for known in self._numbers)
        # The empty row becomes the new one, so that an editor in it stays where it is; a further empty one comes.
        row = len(self._names) + place + (place == len(self._numbers))
        self.beginInsertRows(QModelIndex(), row, row)
        self._numbers.insert(place, number)
        self._rows[number] = Row()
        self.endInsertRows()

    def _find_problems(self) -> None:
        self._problems = {problem.row: problem for problem in self._session.list_problems()}
        if self._numbers:
            first = len(self._names)
            self.dataChanged.emit(self.index(first, NAME), self.index(first + len(self._numbers) - 1, WAS))


def _in_a_line(text: str) -> str:
    shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    return shown.replace("\r\n", " ↵ ").replace("\n", " ↵ ")
