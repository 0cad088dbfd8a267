"""Fields that both the agent and somebody else changed, side by side, for a decision."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from caseeditor.domain.delivery.merge import Conflict
from caseeditor.domain.delivery.submission import Decided, Submission
from caseeditor.domain.editing.changes import ChangeKind
from caseeditor.ui.messages.mark_texts import marked
from caseeditor.ui.messages.texts import tip_words, translate
from caseeditor.ui.widgets.bidi import ByItsText

_MINE, _THEIRS, _CHOICE = 1, 2, 3


class ConflictDialog(QDialog):
    """Dialog `Conflicts`: one line for each field. *Mine* is kept unless the agent chooses *theirs*."""

    decided = Signal(object)
    """The Decided."""

    def __init__(self, submission: Submission, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Conflicts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 360)
        self._conflicts = submission.conflicts
        self._theirs: set[str] = set()
        text = self.tr("A colleague changed these fields of case {0} too. Nothing is sent until you choose.")
        said = QLabel(text.format(submission.case_id), self)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        self._table = self._make_table()
        mine, theirs = QPushButton(self.tr("Keep mine"), self), QPushButton(self.tr("Take theirs"), self)
        mine.clicked.connect(lambda: self._choose(is_theirs=False))
        theirs.clicked.connect(lambda: self._choose(is_theirs=True))
        submit, later = QPushButton(self.tr("Submit"), self), QPushButton(self.tr("Decide later"), self)
        for button in (mine, theirs, submit, later):  # the dialog may appear while Enter is meant for something else
            button.setAutoDefault(False)
        submit.clicked.connect(self._submit)
        later.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        for widget in (mine, theirs):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        for widget in (submit, later):
            buttons.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.addWidget(said)
        layout.addWidget(self._table, 1)
        layout.addLayout(buttons)
        self._table.setCurrentCell(0, 0)
        self._show_choices()

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(len(self._conflicts), 4, self)
        table.setAccessibleName(self.tr("Fields in conflict"))
        table.setHorizontalHeaderLabels([self.tr("Field"), self.tr("Mine"), self.tr("Theirs"), self.tr("Decision")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setTabKeyNavigation(False)
        table.setItemDelegate(ByItsText(table))
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (0, _CHOICE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for row, conflict in enumerate(self._conflicts):
            shown = marked(
                _mine_words(conflict), _theirs_words(conflict), in_a_line=conflict.what is not ChangeKind.ATTRIBUTE
            )
            for column, text in enumerate((_field_words(conflict), *shown.texts, "")):
                item = QTableWidgetItem(text or "")
                if column in (_MINE, _THEIRS):
                    item.setToolTip(tip_words(shown.words))
                    item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, shown.words)
                table.setItem(row, column, item)
        return table

    def _choose(self, *, is_theirs: bool) -> None:
        rows = {index.row() for index in self._table.selectedIndexes()} or {self._table.currentRow()}
        for row in rows:
            field = self._conflicts[row].field
            if is_theirs:
                self._theirs.add(field)
            else:
                self._theirs.discard(field)
        self._show_choices()

    def _show_choices(self) -> None:
        for row, conflict in enumerate(self._conflicts):
            item = self._table.item(row, _CHOICE)
            if item:
                is_theirs = conflict.field in self._theirs
                item.setText(self.tr("theirs") if is_theirs else self.tr("mine"))

    def _submit(self) -> None:
        self.decided.emit(Decided(tuple(self._theirs)))
        self.accept()


def _field_words(conflict: Conflict) -> str:
    if conflict.what is ChangeKind.SUBJECT:
        return translate("Conflict", "Subject")
    if conflict.what in (ChangeKind.TAG_ADDED, ChangeKind.TAG_REMOVED):
        return translate("Conflict", "Tag {0}").format(conflict.name)
    return conflict.name


def _mine_words(conflict: Conflict) -> str:
    if conflict.what is ChangeKind.TAG_REMOVED:
        return translate("Conflict", "remove it")
    return translate("Conflict", "add it") if conflict.what is ChangeKind.TAG_ADDED else conflict.mine


def _theirs_words(conflict: Conflict) -> str:
    if conflict.what is ChangeKind.TAG_REMOVED:
        return translate("Conflict", "put back")
    if conflict.what is ChangeKind.TAG_ADDED:
        return translate("Conflict", "removed")
    return translate("Conflict", "(doesn't exist)") if conflict.theirs is None else conflict.theirs
