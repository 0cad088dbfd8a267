"""The whole grid as text and back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QMessageBox, QVBoxLayout, QWidget

from caseeditor.domain.editing.attribute_text import Error, Flaw, Table, list_escapes, read_bulk, write_bulk
from caseeditor.domain.editing.bulk_edit import shown_rows, with_bulk
from caseeditor.domain.editing.edit import Row
from caseeditor.domain.editing.undo import StepKind
from caseeditor.domain.text.field_text import LONGEST_TABLE
from caseeditor.ui.case.attributes.paste.parse_errors import error_words, escaped_words, reserved_message
from caseeditor.ui.state.session import Session
from caseeditor.ui.style.font_scaling import fixed
from caseeditor.ui.widgets.fields.text_fields import PlainEdit

_ERRORS_HIGH = 110
_MOST_ERRORS = 500


class BulkTextDialog(QDialog):
    """Dialog `Edit as text`. Errors are listed by line, and nothing is applied while there are any.

    Before the first application, the dialog lists the escape sequences of the text, once.
    """

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Edit as text"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 560)
        self._session = session
        self._before = _shown_rows(session)
        self._written = frozenset(write_bulk(self._before).split("\n"))
        self._seen: frozenset[str] = frozenset()
        """Lines whose escape sequences were already listed."""
        self._lines: tuple[int, ...] = ()
        """The lines that the list is about."""
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
        self._list.setAccessibleName(self.tr("Lines with errors"))
        self._list.setMaximumHeight(_ERRORS_HIGH)
        self._list.currentRowChanged.connect(self._go_to_line)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Apply"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._keep = buttons.addButton(self.tr("Keep backslashes"), QDialogButtonBox.ButtonRole.ActionRole)
        self._keep.clicked.connect(self._apply_literally)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        for widget in (self._told, self._list, self._keep):
            widget.hide()
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
        """Close the dialog; changes of the text are discarded only after a confirmation."""
        if self._text.exact_text() == write_bulk(self._before):
            super().reject()
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Edit as text"))
        box.setText(self.tr("Your changes to this text aren't applied."))
        keep = box.addButton(self.tr("Keep editing"), QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton(self.tr("Close without applying"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        leave.clicked.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        box.open()

    def _make_help(self) -> QLabel:
        text = self.tr(
            "One name=value per line. Write \\n for a line break, \\t for a tab, \\s for a space at either end, "
            "\\\\ for a backslash, \\= for an equals sign in a name.\n"
            "Table rows, name: value and JSON work too; backslashes in them are plain.\n"
            "Removing a line removes only new attributes."
        )
        said = QLabel(text, self)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        return said

    def _apply(self) -> None:
        text = self._text.exact_text()
        escapes = list_escapes(text, self._written)
        table = read_bulk(text, self._written)
        if table.errors:
            self._show_errors(table.errors)
        elif all(escaped.text in self._seen for escaped in escapes):
            self._take(table)
        else:
            self._seen |= {escaped.text for escaped in escapes}
            told = self.tr("Not applied yet. Lines with backslash codes: {0}")
            self._list.setAccessibleName(self.tr("Lines with backslashes"))
            self._show(told.format(len(escapes)), [(each.line, escaped_words(each)) for each in escapes[:_MOST_ERRORS]])
            self._keep.show()

    def _apply_literally(self) -> None:
        """Apply the text with each typed or pasted backslash taken literally."""
        text = self._text.exact_text()
        literal = frozenset(escaped.line for escaped in list_escapes(text, self._written))
        table = read_bulk(text, self._written, literal)
        if table.errors:
            self._show_errors(table.errors)
        else:
            self._take(table)

    def _take(self, table: Table) -> None:
        if self._session.case:
            edit = with_bulk(self._session.edit, self._session.case, self._before, table.rows)
            self._session.editor.set_attributes(StepKind.BULK_TEXT, edit)
            before = {row.name for row in self._before}
            names = {row.name for row in table.rows} - before
            if said := reserved_message(edit, self.tr("Attributes applied."), names, self._session.actions.leave_out):
                self._session.message_emitted.emit(said)
        self.accept()

    def _show_errors(self, errors: tuple[Error, ...]) -> None:
        told = self.tr("Not applied yet. Lines with errors: {0}").format(len(errors))
        self._list.setAccessibleName(self.tr("Lines with errors"))
        self._show(told, [(error.line, error_words(error)) for error in errors[:_MOST_ERRORS]])
        self._keep.setVisible(any(error.flaw is Flaw.ESCAPE for error in errors))

    def _show(self, told: str, lines: list[tuple[int, str]]) -> None:
        """List messages about lines, and go to the first of these lines."""
        self._lines = ()
        self._list.clear()
        self._list.addItems([said for _, said in lines])
        self._lines = tuple(line for line, _ in lines)
        self._told.setText(told)
        for widget in (self._told, self._list):
            widget.show()
        self._list.setCurrentRow(0)
        self._go_to_line(0)
        self._text.setFocus()

    def _go_to_line(self, place: int) -> None:
        if 0 <= place < len(self._lines):
            cursor = QTextCursor(self._text.document().findBlockByNumber(self._lines[place] - 1))
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            self._text.setTextCursor(cursor)
            self._text.centerCursor()


def _shown_rows(session: Session) -> tuple[Row, ...]:
    """Return the rows of the grid; an attribute of the case that the administrator hid is none of them, and stays."""
    if session.case is None:
        return ()
    rows, schema = shown_rows(session.case, session.edit), session.editor.schema
    new = {row.name for row in session.edit.rows.values()}
    return tuple(row for row in rows if row.name in new or not (schema and schema.is_hidden(row.name)))
