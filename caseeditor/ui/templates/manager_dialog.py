"""The dialog that manages templates, with import and export."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
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
from caseeditor.ui.templates.controller import TemplateModel, Templates
from caseeditor.ui.widgets.fields.marked_fields import MarkedEdit
from caseeditor.ui.widgets.fields.spelling import check_spelling
from caseeditor.ui.widgets.fields.text_fields import LineEdit, PlainEdit
from caseeditor.ui.widgets.file_choice import JSON, choose_file, trouble_words

_PAUSE_MS = 300
_LARGEST = 16 * 1024 * 1024
"""Maximum size of an imported file, in bytes."""


class TemplatesDialog(QDialog):
    """Dialog `Templates`. Changes are saved while they are typed."""

    def __init__(self, templates: Templates, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Templates"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 560)
        self._templates = templates
        self._kept_as = ""
        self._row = -1
        self._is_typed = False
        self._model = TemplateModel(self)
        self._list = QListView(self)
        self._list.setAccessibleName(self.tr("Templates"))
        self._list.setModel(self._model)
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
        left.addLayout(self._make_row((self.tr("New template"), self._add), (self.tr("Remove template"), self._drop)))
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
        self._name = LineEdit(fields)
        self._name.setAccessibleName(self.tr("Name"))
        self._note = MarkedEdit(fields)
        self._note.setAccessibleName(self.tr("Note"))
        if self._templates.spelling:
            check_spelling(self._note, self._templates.spelling)
        self._tags = PlainEdit(fields)
        self._tags.setAccessibleName(self.tr("Tags, one a line"))
        self._attributes = AttributeTable(fields)
        for edit in (self._note, self._tags):
            edit.setUndoRedoEnabled(True)
            edit.setTabChangesFocus(True)
            edit.textChanged.connect(self._on_typed)
        by_font(self._tags, lambda: self._tags.setFixedHeight(self._tags.fontMetrics().lineSpacing() * 3 + 14))
        self._name.textChanged.connect(self._on_typed)
        self._attributes.changed.connect(self._on_typed)
        insert = QPushButton(self.tr("Insert field"), fields)
        insert.setAutoDefault(False)
        menu = QMenu(insert)
        for name in domain.OFFERED:
            menu.addAction(f"{{{name}}}", partial(self._insert, name))
        insert.setMenu(menu)
        insert.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        form = QFormLayout(fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.tr("Name"), self._name)
        form.addRow(self.tr("Note"), self._note)
        form.addRow("", insert)
        form.addRow(self.tr("Tags, one a line"), self._tags)
        form.addRow(self.tr("Attributes"), self._attributes)
        QWidget.setTabOrder(self._note, insert)
        QWidget.setTabOrder(insert, self._tags)
        return fields

    # Actions of the agent.

    def _add(self) -> None:
        self._keep()
        self._said.clear()
        fresh = domain.named_apart(Template(""), {each.name for each in self._model.templates()}, self.tr("Template"))
        self._model.show_templates((*self._model.templates(), fresh))
        self._templates.keep((fresh,))
        self._list.setCurrentIndex(self._model.index(self._model.rowCount() - 1))
        self._name.setFocus()
        self._name.selectAll()

    def _drop(self) -> None:
        self._keep()
        row = self._list.currentIndex().row()
        gone = self._model.template(row)
        if gone:
            self._row = -1  # it is being deleted: save nothing of it any more
            self._templates.drop(gone.name)
            self._model.show_templates(tuple(each for each in self._model.templates() if each is not gone))
            self._on_current()
            self._said.setText(self.tr("“{0}” removed.").format(gone.name))

    def _insert(self, name: str) -> None:
        self._note.insertPlainText(f"{{{name}}}")
        self._note.setFocus()

    def _on_typed(self) -> None:
        """Apply the content of the fields; it is saved after a pause."""
        there = self._model.template(self._row)
        if there is None:
            return
        others = {each.name for each in self._model.templates() if each is not there}
        typed = Template(
            name=whole(self._name.text()),
            note=whole(self._note.exact_text()),
            tags=tuple(tag for tag in whole(self._tags.exact_text()).split("\n") if tag.strip()),
            attributes=self._attributes.attributes(),
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
            self._templates.keep((typed,), self._kept_as if self._kept_as != typed.name else "")
            self._kept_as = typed.name

    def _on_current(self) -> None:
        self._keep()
        row = self._list.currentIndex().row()
        self._row = -1  # filling the fields is no change by the agent
        self._show(self._model.template(row))
        self._row = row

    def _show(self, template: Template | None) -> None:
        self._fields.setEnabled(template is not None)
        shown = template or Template("")
        self._kept_as = shown.name
        self._name.setText(shown.name)
        self._note.fill(shown.note)
        self._tags.setPlainText("\n".join(shown.tags))
        self._attributes.show_attributes(shown.attributes)

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
            come = domain.joined(self._model.templates(), domain.read(body[:_LARGEST]))
        except ValueError:
            self._said.setText(self.tr("No templates in this file. Nothing was imported."))
            return
        self._templates.keep(come)
        self._model.show_templates((*self._model.templates(), *come))
        nothing = self.tr("Nothing was imported: these templates are here already.")
        self._said.setText(self.tr("Imported: {0}").format(len(come)) if come else nothing)

    def _export(self) -> None:
        self._keep()
        chosen = choose_file(self, self.tr("Export the templates"), "templates.json", (JSON,))
        if not chosen:
            return
        write = partial(write_file, chosen[0], domain.written(self._model.templates()))
        save = call(BackendInterface.on_disk, write)
        self._templates.worker.run(save, self._on_exported, is_update=True, owner=self)

    def _on_exported(self, outcome: Outcome[Trouble | None]) -> None:
        if isinstance(outcome, Success) and outcome.value is None:
            self._said.setText(self.tr("Exported."))
            return
        trouble = outcome.value if isinstance(outcome, Success) and outcome.value else Trouble.OTHER
        self._said.setText(self.tr("The file couldn't be written.") + " " + trouble_words(trouble))

    def _on_read(self, templates: tuple[Template, ...]) -> None:
        begun = (each for each in self._model.templates() if each not in templates)
        self._model.show_templates((*templates, *begun))
        if templates and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._model.index(0))
        if not self._model.rowCount():
            self._said.setText(self.tr("No templates yet. Press “New template” to write one."))

    def _on_failed(self, failure: Failure) -> None:
        self._said.setText(what_happened(failure))


def _read_file(path: Path) -> bytes | None:
    """Read a file up to one byte over the limit; None where it can't be read. Runs on the disk thread."""
    try:
        return PATIENT.read(path, _LARGEST + 1)
    except OSError:
        return None
