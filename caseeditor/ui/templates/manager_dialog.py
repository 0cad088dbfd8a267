"""The dialog that manages templates, with import and export."""

from functools import partial
from itertools import pairwise
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.editing import template_files
from caseeditor.domain.editing import templates as domain
from caseeditor.domain.editing.templates import Template
from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.text.fidelity import whole
from caseeditor.runtime.file_writing import Trouble, write_file
from caseeditor.runtime.held_files import PATIENT
from caseeditor.runtime.worker import Outcome, Success, call
from caseeditor.ui.messages.texts import what_happened
from caseeditor.ui.style.font_scaling import by_font
from caseeditor.ui.templates.attributes import AttributeTable
from caseeditor.ui.templates.controller import Offered, TemplateModel, Templates, keys_of
from caseeditor.ui.templates.shared_files import LARGEST
from caseeditor.ui.widgets.fields.marked_fields import MarkedEdit
from caseeditor.ui.widgets.fields.spelling import check_spelling
from caseeditor.ui.widgets.fields.text_fields import LineEdit, PlainEdit
from caseeditor.ui.widgets.file_choice import JSON, choose_file, trouble_words
from caseeditor.ui.widgets.lists.entry_list import EntryDelegate
from caseeditor.ui.widgets.wheel import ComboBox

_PAUSE_MS = 300


class TemplatesDialog(QDialog):
    """Dialog `Templates`. Changes are saved while they are typed. Shared templates are read-only."""

    def __init__(self, templates: Templates, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Templates"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 640)
        self._templates = templates
        self._kept_as = ""
        self._row = -1
        self._is_typed = False
        self._model = TemplateModel(self)
        self._list = QListView(self)
        self._list.setAccessibleName(self.tr("Templates"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(EntryDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._keep)
        left = QVBoxLayout()
        left.addWidget(self._list, 1)
        row = self._make_row((self.tr("New template"), self._add), (self.tr("Remove template"), self._drop))
        left.addLayout(row)
        self._fields = self._make_fields()
        middle = QHBoxLayout()
        middle.addLayout(left, 2)
        middle.addWidget(self._fields, 3)
        foot = self._make_row(
            (self.tr("Import…"), self._import), (self.tr("Export…"), self._export), (self.tr("Close"), self.accept)
        )
        foot.insertWidget(0, self._said, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(middle, 1)
        layout.addLayout(foot)
        self.finished.connect(self._keep)
        templates.read.connect(self._on_read, Qt.ConnectionType.SingleShotConnection)
        templates.changed.connect(self._on_templates)
        templates.failed.connect(self._on_failed)
        self._show(None)
        templates.look()

    def _make_row(self, *buttons: tuple[str, object]) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, does in buttons:
            button = QPushButton(text, self)
            button.setAutoDefault(False)
            button.clicked.connect(does)
            row.addWidget(button)
        return row

    def _make_fields(self) -> QWidget:
        fields = QWidget(self)
        self._name, self._subject = self._make_line(self.tr("Name")), self._make_line(self.tr("Subject"))
        self._note = MarkedEdit(fields)
        self._note.setAccessibleName(self.tr("Note"))
        if self._templates.spelling:
            for field in (self._subject, self._note):
                check_spelling(field, self._templates.spelling)
        self._tags = self._make_tags(self.tr("Tags, one a line"))
        self._removed = self._make_tags(self.tr("Tags to remove, one a line"))
        self._attributes = AttributeTable(fields)
        for edit in (self._note, self._tags, self._removed):
            edit.setUndoRedoEnabled(True)
            edit.setTabChangesFocus(True)
            edit.textChanged.connect(self._on_typed)
        self._attributes.changed.connect(self._on_typed)
        self._number = ComboBox(fields)
        self._number.setAccessibleName(self.tr("Keys"))
        self._number.addItem(self.tr("none"), 0)
        for number in domain.NUMBERS:
            self._number.addItem(keys_of(number), number)
        self._number.activated.connect(self._on_typed)
        self._submits = QCheckBox(self.tr("Then submit, and go to the next case"), fields)
        self._submits.clicked.connect(self._on_typed)
        insert = self._make_insert(fields)
        form = QFormLayout(fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self._make_pair((self.tr("Name"), self._name, 2), (self.tr("Keys"), self._number, 1)))
        form.addRow(self.tr("Subject"), self._subject)
        form.addRow(self.tr("Note"), self._note)
        form.addRow("", insert)
        form.addRow(
            self._make_pair(
                (self._tags.accessibleName(), self._tags, 1), (self._removed.accessibleName(), self._removed, 1)
            )
        )
        form.addRow(self.tr("Attributes"), self._attributes)
        form.addRow("", self._submits)
        for one, other in pairwise(
            (self._name, self._number, self._subject, self._note, insert, self._tags, self._removed)
        ):
            QWidget.setTabOrder(one, other)
        return fields

    def _make_line(self, name: str) -> LineEdit:
        line = LineEdit(self)
        line.setAccessibleName(name)
        line.textChanged.connect(self._on_typed)
        return line

    def _make_tags(self, name: str) -> PlainEdit:
        edit = PlainEdit(self)
        edit.setAccessibleName(name)
        by_font(edit, lambda: edit.setFixedHeight(edit.fontMetrics().lineSpacing() * 3 + 14))
        return edit

    def _make_insert(self, fields: QWidget) -> QPushButton:
        insert = QPushButton(self.tr("Insert field"), fields)
        insert.setAutoDefault(False)
        menu = QMenu(insert)
        for name in domain.OFFERED:
            menu.addAction(f"{{{name}}}", partial(self._insert, name))
        insert.setMenu(menu)
        insert.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return insert

    def _make_pair(self, *fields: tuple[str, QWidget, int]) -> QGridLayout:
        """Put fields side by side, each below its label."""
        grid = QGridLayout()
        for column, (text, field, share) in enumerate(fields):
            label = QLabel(text, self)
            label.setBuddy(field)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, share)
        return grid

    # Actions of the agent.

    def _add(self) -> None:
        self._keep()
        self._said.clear()
        fresh = domain.named_apart(Template(""), {each.name for each in self._model.templates()}, self.tr("Template"))
        self._templates.keep((fresh,))
        self._model.show_templates((*self._model.rows, Offered(fresh)))
        self._list.setCurrentIndex(self._model.index(self._model.rowCount() - 1))
        self._name.setFocus()
        self._name.selectAll()

    def _drop(self) -> None:
        self._keep()
        row = self._list.currentIndex().row()
        gone = self._model.template(row)
        if gone and self._model.is_shared(row):
            self._said.setText(self.tr("“{0}” is shared: your administrator changes it.").format(gone.name))
        elif gone:
            self._row = -1  # it is being deleted: save nothing of it any more
            self._templates.drop(gone.name)
            self._model.show_templates([each for each in self._model.rows if each.template is not gone])
            self._on_current()
            self._said.setText(self.tr("“{0}” removed.").format(gone.name))

    def _insert(self, name: str) -> None:
        self._note.insertPlainText(f"{{{name}}}")
        self._note.setFocus()

    def _on_typed(self) -> None:
        """Apply the content of the fields; it is saved after a pause."""
        there = self._model.template(self._row)
        if there is None or self._model.is_shared(self._row):
            return
        others = {each.name for each in self._model.templates() if each is not there}
        typed = Template(
            name=whole(self._name.text()),
            note=whole(self._note.exact_text()),
            tags=_lines(self._tags),
            attributes=self._attributes.attributes(),
            subject=whole(self._subject.text()),
            removed_tags=_lines(self._removed),
            submits=self._submits.isChecked(),
            number=self._number.currentData(),
        )
        typed = domain.named_apart(typed, others, self.tr("Template"))
        if typed != there:
            self._model.change(self._row, typed)
            self._is_typed = True
            self._pause.start()

    def _keep(self) -> None:
        """Save the shown template."""
        self._attributes.take_in_editor()
        typed = self._model.template(self._row)
        self._pause.stop()
        if typed and self._is_typed:
            self._is_typed = False
            self._said.clear()
            changed = (typed, *self._without_number(typed))
            self._templates.keep(changed, self._kept_as if self._kept_as != typed.name else "")
            self._kept_as = typed.name

    def _without_number(self, typed: Template) -> list[Template]:
        """Take a number from the other template that has it."""
        found = []
        for row, each in enumerate(self._model.rows):
            if typed.number and not each.is_shared and row != self._row and each.template.number == typed.number:
                freed = msgspec.structs.replace(each.template, number=0)
                self._model.change(row, freed)
                found.append(freed)
        return found

    def _on_current(self) -> None:
        self._keep()
        row = self._list.currentIndex().row()
        self._row = -1  # filling the fields is no change by the agent
        self._show(self._model.template(row), is_shared=self._model.is_shared(row))
        self._row = row

    def _show(self, template: Template | None, *, is_shared: bool = False) -> None:
        self._fields.setEnabled(template is not None and not is_shared)
        shown = template or Template("")
        self._kept_as = shown.name
        self._name.setText(shown.name)
        self._subject.setText(shown.subject)
        self._note.fill(shown.note)
        self._tags.setPlainText("\n".join(shown.tags))
        self._removed.setPlainText("\n".join(shown.removed_tags))
        self._attributes.show_attributes(shown.attributes)
        self._number.setCurrentIndex(max(self._number.findData(shown.number), 0))
        self._submits.setChecked(shown.submits)

    # Files and disk.

    def _import(self) -> None:
        self._keep()
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import templates"), "", JSON.offered)
        if name:
            load = call(BackendInterface.on_disk, partial(_read_file, Path(name)))
            self._templates.worker.run(load, self._on_loaded, owner=self)

    def _on_loaded(self, outcome: Outcome[bytes | None]) -> None:
        body = outcome.value if isinstance(outcome, Success) else None
        if body is None:
            self._said.setText(self.tr("The file couldn't be read."))
            return
        try:
            come = domain.joined(self._model.templates(), template_files.read(body[:LARGEST]))
        except ValueError:
            self._said.setText(self.tr("No templates in this file. Nothing was imported."))
            return
        self._templates.keep(come)
        self._model.show_templates((*self._model.rows, *map(Offered, come)))
        nothing = self.tr("Nothing was imported: these templates are here already.")
        self._said.setText(self.tr("Imported: {0}").format(len(come)) if come else nothing)

    def _export(self) -> None:
        self._keep()
        chosen = choose_file(self, self.tr("Export the templates"), "templates.json", (JSON,))
        if not chosen:
            return
        write = partial(write_file, chosen[0], template_files.written(self._model.templates()))
        save = call(BackendInterface.on_disk, write)
        self._templates.worker.run(save, self._on_exported, is_update=True, owner=self)

    def _on_exported(self, outcome: Outcome[Trouble | None]) -> None:
        if isinstance(outcome, Success) and outcome.value is None:
            self._said.setText(self.tr("Exported."))
            return
        trouble = outcome.value if isinstance(outcome, Success) and outcome.value else Trouble.OTHER
        self._said.setText(self.tr("The file couldn't be written.") + " " + trouble_words(trouble))

    def _on_read(self, templates: tuple[Template, ...]) -> None:
        begun = [each for each in self._model.rows if not each.is_shared and each.template not in templates]
        self._model.show_templates((*self._templates.offered, *begun))
        if self._model.rowCount() and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._model.index(0))
        if not self._model.rowCount():
            self._said.setText(self.tr("No templates yet. Press “New template” to write one."))

    def _on_templates(self) -> None:
        """Show shared templates that came late, after the others: rows being edited stay in place."""
        there = {each.template.name for each in self._model.rows if each.is_shared}
        late = [each for each in self._templates.offered if each.is_shared and each.template.name not in there]
        if late:
            self._model.show_templates((*self._model.rows, *late))
        if self._templates.problem:
            self._said.setText(self._templates.problem)

    def _on_failed(self, failure: Failure) -> None:
        self._said.setText(what_happened(failure))


def _lines(edit: PlainEdit) -> tuple[str, ...]:
    return tuple(tag for tag in whole(edit.exact_text()).split("\n") if tag.strip())


def _read_file(path: Path) -> bytes | None:
    """Read a file up to one byte over the limit; None where it can't be read. Runs on the disk thread."""
    try:
        return PATIENT.read(path, LARGEST + 1)
    except OSError:
        return None
