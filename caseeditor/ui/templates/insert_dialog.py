"""The dialog that inserts a template into a case, with a preview."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from caseeditor.domain.case.model import Case
from caseeditor.domain.editing.changes import ChangeKind, changes
from caseeditor.domain.editing.templates import FilledTemplate, matching, put_in, shown_value
from caseeditor.domain.errors.failure import Failure
from caseeditor.ui.messages.message import Severity
from caseeditor.ui.messages.severity_colour import severity_colour
from caseeditor.ui.messages.texts import change_words, what_happened
from caseeditor.ui.state.session import Session
from caseeditor.ui.templates.controller import Offered, TemplateModel, Templates
from caseeditor.ui.templates.inserting import Inserting, fill_in
from caseeditor.ui.widgets.fields.text_fields import LineEdit
from caseeditor.ui.widgets.lists.entry_list import EntryDelegate

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PutInDialog(QDialog):
    """Dialog `Insert template`. The preview shows the exact changes. A template that submits says so."""

    manage_wanted = Signal()

    def __init__(self, templates: Templates, inserting: Inserting, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Insert template"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 460)
        self._templates = templates
        self._inserting = inserting
        self._session = session
        self._all: tuple[Offered, ...] = ()
        self._wanted: Offered | None = None
        self._chosen: FilledTemplate | None = None
        self._filter = LineEdit(self)
        self._filter.setAccessibleName(self.tr("Find a template"))
        self._filter.setPlaceholderText(self.tr("Find a template"))
        self._filter.textChanged.connect(self._on_filter)
        self._filter.installEventFilter(self)
        self._model = TemplateModel(self)
        self._list = QListView(self)
        self._list.setAccessibleName(self.tr("Templates"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(EntryDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.selectionModel().currentChanged.connect(self._preview)
        self._list.doubleClicked.connect(self._put_in)
        self._shown = QPlainTextEdit(self)
        self._shown.setReadOnly(True)
        self._shown.setTabChangesFocus(True)
        self._shown.setAccessibleName(self.tr("Preview"))
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        middle = QSplitter(Qt.Orientation.Horizontal, self)
        middle.setChildrenCollapsible(False)
        middle.addWidget(self._list)
        middle.addWidget(self._shown)
        middle.setSizes([240, 500])
        layout = QVBoxLayout(self)
        layout.addWidget(self._filter)
        layout.addWidget(middle, 1)
        layout.addWidget(self._said)
        layout.addLayout(self._make_buttons())
        session.editor.case_changed.connect(self._preview)
        session.destroyed.connect(self.reject)
        templates.changed.connect(self._on_templates)
        templates.failed.connect(self._on_failed)
        self._preview()
        templates.look()

    def look_for(self, wanted: Offered) -> None:
        """Filter the templates by the name of one, and select it."""
        self._filter.setText(wanted.template.name)
        self._wanted = wanted

    def _make_buttons(self) -> QHBoxLayout:
        manage = QPushButton(self.tr("Templates…"), self)
        manage.setAutoDefault(False)
        manage.clicked.connect(self._manage)
        self._put = QPushButton(self.tr("Insert"), self)
        self._put.setDefault(True)
        self._put.clicked.connect(self._put_in)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(manage)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._put)
        return buttons

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move through the list while the agent types."""
        if watched is self._filter and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and self._model.rowCount():
                row = min(max(self._list.currentIndex().row() + step, 0), self._model.rowCount() - 1)
                self._list.setCurrentIndex(self._model.index(row))
                return True
        return False

    def _manage(self) -> None:
        self.reject()
        self.manage_wanted.emit()

    def _put_in(self) -> None:
        chosen, self._chosen = self._chosen, None  # a second click inserts nothing
        if chosen and self._put.isEnabled():
            self.accept()
            self._inserting.insert(self._session, chosen)

    def _on_templates(self) -> None:
        """Show templates that were read, and keep the selection."""
        kept = self._wanted or self._model.offered(self._list.currentIndex().row())
        self._wanted = None
        self._all = self._templates.offered
        self._filter_by(self._filter.text(), kept)

    def _on_failed(self, failure: Failure) -> None:
        self._said.setText(what_happened(failure))

    def _on_filter(self, typed: str) -> None:
        self._wanted = None
        self._filter_by(typed, None)

    def _filter_by(self, typed: str, kept: Offered | None) -> None:
        """Show the matching templates, the best one first; select `kept` if it is among them, else the first one."""
        offered = {id(each.template): each for each in self._all}
        found = [offered[id(each)] for each in matching((each.template for each in self._all), typed.strip())]
        self._model.show_templates(found)
        same = (row for row, each in enumerate(found) if kept and _is_same(each, kept))
        self._list.setCurrentIndex(self._model.index(next(same, 0)))
        self._preview()

    def _preview(self) -> None:
        template, case = self._model.template(self._list.currentIndex().row()), self._session.case
        if template is None or case is None:
            self._chosen = None
            self._shown.clear()
            self._put.setEnabled(False)
            nothing = self.tr("No templates yet. Write one under Templates…")
            self._said.setText("\n".join(filter(None, ("" if self._all else nothing, self._templates.problem))))
            return
        chosen = fill_in(self._session, case, template)
        missing = self._inserting.missing(self._session, chosen)
        lines = self._lines(missing, case) if missing else []
        self._chosen = chosen
        self._shown.setPlainText("\n".join(lines))
        is_submitting = chosen.submits and chosen.is_whole
        self._put.setEnabled(bool(lines) or is_submitting)
        self._put.setText(self.tr("Insert and submit") if is_submitting else self.tr("Insert"))
        self._shown.setExtraSelections(self._marks(chosen.unknown))
        self._said.setText("\n".join(self._remarks(chosen, anything=bool(lines))))

    def _lines(self, chosen: FilledTemplate, case: Case) -> list[str]:
        """Describe the changes of the template that the case does not have yet."""
        edit = self._session.edit
        new = put_in(edit, case, chosen)
        before, after = changes(case, edit), changes(case, new)
        lines = [self.tr("New note:"), chosen.note.text, ""] if chosen.note.text.strip() else []
        if new.subject != edit.subject:
            lines.append(self.tr("Subject: {0}").format(case.subject if new.subject is None else new.subject))
        lines += [
            f"{change_words(change)}: {change.name}"
            for change in after
            if change.what is ChangeKind.TAG_REMOVED and change not in before
        ]
        tags = [change for change in after if change.what is ChangeKind.TAG_ADDED and change not in before]
        kept = [change for change in before if change.what is ChangeKind.TAG_REMOVED and change not in after]
        lines += [f"{change_words(change)}: {change.name}" for change in tags]
        lines += [self.tr("Tag kept: {0}").format(change.name) for change in kept]
        for name in chosen.attributes:
            was, is_typed = shown_value(edit, case, name)
            value, _ = shown_value(new, case, name)
            if value == was:
                continue
            if was is None:
                lines.append(f"{name}: {value}")
            elif is_typed:
                lines.append(self.tr("{0}: {1} (replaces what you typed: {2})").format(name, value, was))
            else:
                lines.append(f"{name}: {was} → {value}")
        return lines

    def _remarks(self, chosen: FilledTemplate, *, anything: bool) -> list[str]:
        unknown, empty = chosen.unknown, chosen.empty
        found = []
        if not anything:
            found.append(self.tr("This template changes nothing in this case."))
        if unknown:
            found.append(self.tr("⚠ Unknown fields stay as written: {0}").format(", ".join(unknown)))
        if empty:
            found.append(self.tr("⚠ Empty in this case: {0}").format(", ".join(empty)))
        if chosen.refused:
            found.append(self.tr("⚠ Attributes that can't be set here: {0}").format(", ".join(chosen.refused)))
        if chosen.submits and chosen.is_whole:
            found.append(self.tr("Then submits all changes of this case, and goes to the next one."))
        elif chosen.submits:
            found.append(self.tr("Not submitted until this is fixed."))
        if self._templates.problem:
            found.append(self._templates.problem)
        return found

    def _marks(self, unknown: tuple[str, ...]) -> list[QTextEdit.ExtraSelection]:
        """Highlight all unknown fields."""
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(severity_colour(self.palette(), Severity.ERROR))
        look.setForeground(severity_colour(self.palette(), Severity.ERROR))
        document, exactly = self._shown.document(), QTextDocument.FindFlag.FindCaseSensitively
        found = []
        for field in unknown:
            cursor = document.find(field, 0, exactly)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = QTextCursor(cursor)
                mark.format = look
                found.append(mark)
                cursor = document.find(field, cursor, exactly)
        return found


def _is_same(one: Offered, other: Offered) -> bool:
    """Tell whether two are one template, although its key may have changed."""
    return one.is_shared == other.is_shared and one.template == other.template
