"""The whole grid as text and back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QMessageBox, QVBoxLayout, QWidget

from caseeditor.domain.field_text import LONGEST_TABLE
from caseeditor.domain.table_edit import shown_rows, with_bulk
from caseeditor.domain.table_text import Error, read_bulk, write_bulk
from caseeditor.ui.plain_edit import PlainEdit
from caseeditor.ui.session import Session
from caseeditor.ui.table_words import error_words
from caseeditor.ui.text_size import fixed

_ERRORS_HIGH = 110
_MOST_ERRORS = 500


class BulkTextDialog(QDialog):
    """Dialog `Bulk text`. What is wrong is told by its line, and then nothing is changed."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bulk text"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 560)
        self._session = session
        self._before = shown_rows(session.case, session.edit) if session.case else ()
        self._errors: tuple[Error, ...] = ()
        self._text = PlainEdit(self)
        self._text.longest = LONGEST_TABLE
        self._text.setUndoRedoEnabled(True)
        self._text.setLineWrapMode(PlainEdit.LineWrapMode.NoWrap)
        self._text.setTabChangesFocus(True)
        self._text.setFont(fixed(self.font()))
        self._text.setAccessibleName(self.tr("Attributes as text"))
        self._text.setPlainText(write_bulk(self._before))
        self._told = QLabel(self)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Lines that are wrong"))
        self._list.setMaximumHeight(_ERRORS_HIGH)
        self._list.currentRowChanged.connect(self._go_to_error)
        for widget in (self._told, self._list):
            widget.hide()
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Apply"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._apply)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._make_help())
        layout.addWidget(self._text, 1)
        layout.addWidget(self._told)
        layout.addWidget(self._list)
        layout.addWidget(buttons)
        self._text.setFocus()

    def reject(self) -> None:
        """Leave; what was changed in the text is thrown away only when the agent says so."""
        if self._text.exact_text() == write_bulk(self._before):
            super().reject()
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Bulk text"))
        box.setText(self.tr("What you changed in this text is not applied."))
        keep = box.addButton(self.tr("Go on editing"), QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton(self.tr("Leave it"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        leave.clicked.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        box.open()

    def _make_help(self) -> QLabel:
        text = self.tr(
            "A line is an attribute: name=value. In it, \\n is a line break, \\t a tab, \\s a space at either end, "
            "\\\\ a backslash, \\= an equals sign in a name.\n"
            "Taking out a line takes back a new attribute. One that the case has stays as it is: there is no deleting."
        )
        said = QLabel(text, self)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        return said

    def _apply(self) -> None:
        table = read_bulk(self._text.exact_text())
        if table.errors:
            self._show_errors(table.errors)
            return
        if self._session.case:
            edit = with_bulk(self._session.edit, self._session.case, self._before, table.rows)
            self._session.set_attributes("bulk", edit)
        self.accept()

    def _show_errors(self, errors: tuple[Error, ...]) -> None:
        self._errors = ()
        self._list.clear()
        self._list.addItems([error_words(error) for error in errors[:_MOST_ERRORS]])
        self._errors = errors
        self._told.setText(self.tr("Nothing is applied yet. Lines that are wrong: {0}").format(len(errors)))
        for widget in (self._told, self._list):
            widget.show()
        self._list.setCurrentRow(0)
        self._go_to_error(0)
        self._text.setFocus()

    def _go_to_error(self, place: int) -> None:
        if 0 <= place < len(self._errors):
            cursor = QTextCursor(self._text.document().findBlockByNumber(self._errors[place].line - 1))
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            self._text.setTextCursor(cursor)
            self._text.centerCursor()
