"""The preview of a paste that would overwrite values."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from caseeditor.domain.editing.bulk_edit import Overwritten
from caseeditor.domain.text.short_text import in_a_cell
from caseeditor.ui.messages.texts import number_words
from caseeditor.ui.widgets.bidi import ByItsText
from caseeditor.ui.widgets.lists.item_data import Index, Role

_MOST_NOTES = 6
"""Lines below the count. More would leave no room for the table."""


class OverwrittenModel(QAbstractTableModel):
    """The values that would be overwritten; never changes."""

    def __init__(self, overwritten: tuple[Overwritten, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._overwritten = overwritten

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._overwritten)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401
        if role == Role.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return (self.tr("Name"), self.tr("Now"), self.tr("Pasted"))[section]
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        if not index.isValid() or role != Role.DisplayRole:
            return None
        row = self._overwritten[index.row()]
        return in_a_cell((row.name, row.before, row.after)[index.column()])


class PastePreview(QDialog):
    """Dialog `Paste attributes`."""

    chosen = Signal(bool)
    """Paste: True overwrites, False keeps existing values."""
    alone = Signal()
    """Paste a column into the single value at the cursor."""

    def __init__(
        self,
        overwritten: tuple[Overwritten, ...],
        count: int,
        parent: QWidget,
        *,
        is_column: bool = False,
        notes: tuple[str, ...] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Paste attributes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 420)
        said = self.tr("Attributes that already exist with another value: {0} of {1}")
        if is_column:
            said = self.tr("One line per value, downwards. Values to be replaced: {0} of {1}")
        counted = said.format(number_words(len(overwritten)), number_words(count))
        label = QLabel("\n".join((counted, *notes[:_MOST_NOTES])), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        table = self._make_table(overwritten)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        overwrite = buttons.addButton(self.tr("Replace"), role.AcceptRole)
        keep = buttons.addButton(self.tr("Keep existing"), role.ActionRole)
        if is_column:
            alone = buttons.addButton(self.tr("Paste all lines into one value"), role.ActionRole)
            alone.clicked.connect(self._choose_alone)
        buttons.addButton(self.tr("Cancel"), role.RejectRole)
        overwrite.clicked.connect(lambda: self._choose(overwrite=True))
        keep.clicked.connect(lambda: self._choose(overwrite=False))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(label)
        layout.addWidget(table, 1)
        layout.addWidget(buttons)
        overwrite.setDefault(True)
        overwrite.setFocus()

    def _make_table(self, overwritten: tuple[Overwritten, ...]) -> QTableView:
        table = QTableView(self)
        table.setShowGrid(False)
        table.setAccessibleName(self.tr("Values to be replaced"))
        table.setModel(OverwrittenModel(overwritten, table))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setItemDelegate(ByItsText(table))
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        return table

    def _choose_alone(self) -> None:
        self.alone.emit()
        self.accept()

    def _choose(self, *, overwrite: bool) -> None:
        self.chosen.emit(overwrite)
        self.accept()
