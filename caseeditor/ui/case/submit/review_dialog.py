"""The values before and after, and the exact parameters of the update."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from caseeditor.domain.editing.changes import Change, ChangeKind, UpdatePayload, update_payload
from caseeditor.domain.text.fidelity import MASK
from caseeditor.domain.text.marks import Marks, marks_beside_lf, marks_in_a_line
from caseeditor.ui.case.unseen_line import unseen_words
from caseeditor.ui.messages.mark_texts import Marked, mark_words, marked
from caseeditor.ui.messages.notices import many_words
from caseeditor.ui.messages.texts import change_words, number_words, problem_words, tip_words
from caseeditor.ui.state.session import Session
from caseeditor.ui.widgets.bidi import ByItsText

_PROBLEMS = 5
"""Problems that are listed; after these are solved, the next ones appear."""
_HIGHEST = 8
"""Lines of a text that a row shows at most."""


class ReviewDialog(QDialog):
    """Accepted by its button Submit."""

    parts_wanted = Signal()
    """The changes are submitted in parts."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Review changes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 520)
        case = session.case
        if case is None:
            raise ValueError
        sent = update_payload(case, session.edit)
        buttons = QDialogButtonBox(self)
        submit = buttons.addButton(self.tr("Submit"), QDialogButtonBox.ButtonRole.AcceptRole)
        submit.setDefault(True)
        buttons.addButton(self.tr("Back to the case"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(self.tr("Changes in case {0}").format(session.case_id), self))
        layout.addWidget(self._table(sent.changes), 1)
        found = sorted(session.editor.list_problems(), key=lambda problem: not problem.is_blocking)
        lines = ["⚠  " + problem_words(problem) for problem in found[:_PROBLEMS]]
        if len(found) > _PROBLEMS:
            lines.append(self.tr("and {0} more").format(number_words(len(found) - _PROBLEMS)))
        if unseen := unseen_words(session.edit):
            lines.append(f"⚠  {unseen}")
        if many := session.check.is_many():
            lines.insert(0, "⚠  " + many_words(many))
            parts = buttons.addButton(self.tr("Submit in parts"), QDialogButtonBox.ButtonRole.ActionRole)
            parts.clicked.connect(self._submit_in_parts)
        for line in lines:
            warning = QLabel(line, self)
            warning.setTextFormat(Qt.TextFormat.PlainText)
            warning.setWordWrap(True)
            layout.addWidget(warning)
        layout.addWidget(QLabel(self.tr("Exactly what is sent"), self))
        layout.addWidget(self._requests(session, sent), 1)
        layout.addWidget(buttons)
        submit.setFocus()

    def _submit_in_parts(self) -> None:
        self.reject()
        self.parts_wanted.emit()

    def _table(self, changes: tuple[Change, ...]) -> QTableWidget:
        table = QTableWidget(len(changes), 3, self)
        table.setAccessibleName(self.tr("Before and after"))
        table.setHorizontalHeaderLabels([self.tr("Change"), self.tr("Before"), self.tr("After")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setItemDelegate(ByItsText(table))
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        table.setShowGrid(False)
        for row, change in enumerate(changes):
            shown = marked(change.before, change.after, in_a_line=change.what is ChangeKind.SUBJECT)
            for column, text in enumerate((change_words(change), *shown.texts)):
                item = QTableWidgetItem("–" if text is None else text)
                item.setToolTip(tip_words(shown.words) if column else "")
                item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, shown.words if column else "")
                table.setItem(row, column, item)
            table.setRowHeight(row, table.rowHeight(row) + (_lines(shown) - 1) * table.fontMetrics().lineSpacing())
        return table

    def _requests(self, session: Session, sent: UpdatePayload) -> QPlainTextEdit:
        address = f"{session.server.url}/api/v2/case/{sent.case_id}"
        lines: list[str] = []
        told: dict[str, str] = {}
        if session.editor.first_blocking_problem():
            lines.append(self.tr("Nothing is sent until this is fixed. Press Submit to go to it."))
        elif sent.parameters:
            lines.append(f"POST {address}")
            lines.append(f"    access_token = {MASK}")
            for name, value in sent.parameters:
                shown = _marked(value, marks_beside_lf(value), told)
                lines.append(f"    {_marked(name, marks_in_a_line(name), told)} = {_indented(shown)}")
        if sent.removed_tags and not session.editor.first_blocking_problem():
            lines.append(f"POST {address}/tags")
            lines.append(f"    access_token = {MASK}")
            lines += [f"    remove = {_marked(tag, marks_in_a_line(tag), told)}" for tag in sent.removed_tags]
        text = QPlainTextEdit("\n".join(lines), self)
        text.setReadOnly(True)
        option = text.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)  # a name, then its value, in whatever script
        text.document().setDefaultTextOption(option)
        text.setTabChangesFocus(True)
        text.setAccessibleName(self.tr("Exactly what is sent"))
        text.setAccessibleDescription(mark_words(told.items()))
        text.setToolTip(tip_words(mark_words(told.items())))
        return text


def _lines(shown: Marked) -> int:
    """Return the count of lines of a row."""
    return min(max((text or "").count("\n") + 1 for text in shown.texts), _HIGHEST)


def _marked(text: str, marks: Marks, told: dict[str, str]) -> str:
    """Return a text with marks in it, and add their descriptions to `told`."""
    shown = marks.shown(text)
    told |= marks.used(shown)
    return shown


def _indented(value: str) -> str:
    return value.replace("\n", "\n        ")
