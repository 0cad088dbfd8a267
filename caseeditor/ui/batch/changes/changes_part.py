"""The part *Changes*: the editors of a case, for all cases of the batch."""

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from caseeditor.domain.batch.plan.recipe import How, Recipe, ValueRule
from caseeditor.domain.editing.templates import OFFERED
from caseeditor.domain.text.short_text import in_a_list
from caseeditor.ui.batch.buttons import make_button
from caseeditor.ui.batch.changes.chips import Chips
from caseeditor.ui.batch.changes.rules_table import RulesModel, RulesTable
from caseeditor.ui.batch.folding import FoldingPart
from caseeditor.ui.batch.texts import BatchCounts, how_name
from caseeditor.ui.messages.texts import translate
from caseeditor.ui.state.batch.open_batch import OpenBatch
from caseeditor.ui.style.font_scaling import by_font
from caseeditor.ui.widgets.fields.text_fields import LineEdit, PlainEdit
from caseeditor.ui.widgets.wheel import ComboBox

_LINES = 2
_APART = 6


class ChangesPart(FoldingPart):
    """What is typed goes to the batch at once, which saves it."""

    def __init__(self, opened: OpenBatch, parent: QWidget) -> None:
        super().__init__(translate("Batch", "Changes"), translate("Batch", "Changes part"), parent)
        self._opened = opened
        self._is_showing = False
        self._make_subject()
        self._make_note()
        self._tags = Chips(self.tr("New tag"), self.tr("Add tag"), self.tr("Don't add tag {0}"), self)
        self._tags_off = Chips(self.tr("Tag to remove"), self.tr("Remove tag"), self.tr("Don't remove tag {0}"), self)
        self._rules = RulesModel(self)
        self._table = RulesTable(self._rules, self)
        self._repeats = QCheckBox(self.tr("Store a note again where it already stands"), self)
        self._fields = make_button(self.tr("Insert field"), None, self)
        self._fields.setToolTip(self.tr("Replaced in each case, such as the contact's name"))
        self._menu = QMenu(self._fields)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._fields.setMenu(self._menu)
        self._target: QWidget = self._note
        self._lay_out()
        for field in (self._subject, self._expected, self._note, self._tags.entry, self._tags_off.entry, self._table):
            field.installEventFilter(self)
        self._tags.changed.connect(self._on_typed)
        self._tags_off.changed.connect(self._on_typed)
        self._rules.edited.connect(self._on_typed)
        self._repeats.toggled.connect(self._on_typed)
        opened.changed.connect(self.show_batch)
        opened.progress_changed.connect(self.show_batch)
        self.show_batch()

    # Construction.

    def _make_subject(self) -> None:
        self._how = ComboBox(self)
        self._how.setAccessibleName(self.tr("How to set the subject"))
        for how in How:
            self._how.addItem(how_name(how), how.value)
        self._subject = LineEdit(self)
        self._subject.setAccessibleName(self.tr("Subject"))
        self._subject.setPlaceholderText(self.tr("Unchanged"))
        self._expected = LineEdit(self)
        self._expected.setAccessibleName(self.tr("Only where the subject is"))
        self._expected.setPlaceholderText(self.tr("Only where the subject is"))
        self._how.currentIndexChanged.connect(self._on_typed)
        self._subject.textChanged.connect(self._on_typed)
        self._expected.textChanged.connect(self._on_typed)

    def _make_note(self) -> None:
        self._note = PlainEdit(self)
        self._note.setUndoRedoEnabled(True)
        self._note.setTabChangesFocus(True)
        self._note.setAccessibleName(self.tr("New note"))
        self._note.setPlaceholderText(self.tr("New note"))
        self._add_note = make_button(self.tr("Add note"), self._on_note, self)
        by_font(self._note, self._fit)
        self._note.textChanged.connect(self._on_typed)
        self._notes: tuple[str, ...] = ()
        self._note_list = QVBoxLayout()
        self._note_rows: list[QWidget] = []

    def _lay_out(self) -> None:
        subject = QHBoxLayout()
        subject.setSpacing(_APART)
        subject.addWidget(self._how)
        subject.addWidget(self._subject, 2)
        subject.addWidget(self._expected, 1)
        note_buttons = QVBoxLayout()
        note_buttons.setSpacing(_APART)
        note_buttons.addWidget(self._add_note)
        note_buttons.addWidget(self._fields)
        note_buttons.addStretch()
        note = QHBoxLayout()
        note.setSpacing(_APART)
        note.addWidget(self._note, 1)
        note.addLayout(note_buttons)
        notes = QVBoxLayout()
        notes.addLayout(note)
        notes.addLayout(self._note_list)
        notes.addWidget(self._repeats)
        tags = QHBoxLayout()
        tags.setSpacing(2 * _APART)
        tags.addWidget(self._tags, 1)
        tags.addWidget(self._tags_off, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        for row, (text, inside) in enumerate(
            ((self.tr("Subject"), subject), (self.tr("Notes"), notes), (self.tr("Tags"), tags))
        ):
            label = QLabel(text, self)
            label.setContentsMargins(0, 6, 0, 0)
            grid.addWidget(label, row, 0, top)
            grid.addLayout(inside, row, 1)
        label = QLabel(self.tr("Attributes"), self)
        label.setContentsMargins(0, 6, 0, 0)
        grid.addWidget(label, 3, 0, top)
        grid.addWidget(self._table, 3, 1)
        grid.setColumnStretch(1, 1)
        self.inside.addLayout(grid)

    def _fit(self) -> None:
        text = self._note.fontMetrics().lineSpacing() * _LINES + 18
        self._note.setFixedHeight(max(text, 2 * self._add_note.sizeHint().height() + _APART))

    # What is typed.

    def recipe(self) -> Recipe:
        """Return the changes as they are typed."""
        how, text = How(self._how.currentData()), self._subject.text()
        subject = None
        if how is How.CLEAR:
            subject = ValueRule(how=how)
        elif text or how is not How.SET:
            expected = self._expected.text() if how is How.IF_IS else ""
            rule = self._opened.batch.recipe.subject or ValueRule()  # of a table: blank cells may clear
            subject = msgspec.structs.replace(rule, how=how, value=text, expected=expected)
        return msgspec.structs.replace(
            self._opened.batch.recipe,
            subject=subject,
            notes=self._notes,
            note_text=self._note.exact_text(),
            added_tags=self._tags.words,
            removed_tags=tuple(dict.fromkeys((*self._tags_off.words, *filter(None, (self._typed_off(),))))),
            tag_text=self._tags.entry.text(),
            attributes=tuple(self._rules.rule(row) for row in range(self._rules.rowCount() - 1)),
            repeats_notes=self._repeats.isChecked(),
        )

    def commit(self) -> None:
        """Take the text of an open cell."""
        self._table.commit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._target = watched
        return bool(super().eventFilter(watched, event))

    def show_batch(self) -> None:
        """Show the changes of the batch, unless they are what is typed here."""
        recipe = self._opened.batch.recipe
        opened = self._opened
        is_idle = opened.progress is None or opened.is_choosing  # a choice depends on no changes
        can_edit = opened.is_editable and not opened.is_fixed and is_idle
        if recipe != self.recipe() or can_edit is self._subject.isReadOnly():
            self._is_showing = True
            self._show(recipe, can_edit=can_edit)
            self._is_showing = False
        self._show_fields()
        self.header.show_summary(summary_words(recipe))

    def _show(self, recipe: Recipe, *, can_edit: bool) -> None:
        rule = recipe.subject or ValueRule()
        self._how.setCurrentIndex(self._how.findData(rule.how.value))
        for line, text in ((self._subject, rule.value), (self._expected, rule.expected)):
            if line.text() != text:
                line.show_exactly(text)
            line.setReadOnly(not can_edit)
        if self._note.exact_text() != recipe.note_text:
            self._note.setPlainText(recipe.note_text)
        self._note.setReadOnly(not (can_edit and self._opened.policy.has_notes))
        if self._notes != recipe.notes:
            self._notes = recipe.notes
            self._fill_notes()
        self._tags.show_words(recipe.added_tags, recipe.tag_text, is_enabled=can_edit)
        typed = self._typed_off() if self._typed_off() in recipe.removed_tags else ""
        words = tuple(tag for tag in recipe.removed_tags if tag != typed)
        self._tags_off.show_words(words, typed, is_enabled=can_edit)
        self._rules.is_editable = can_edit
        self._rules.show_rules(recipe.attributes)
        self._repeats.setChecked(recipe.repeats_notes)
        self._how.setEnabled(can_edit)
        self._fields.setEnabled(can_edit)
        for widget in (self._add_note, self._repeats):
            widget.setEnabled(can_edit and self._opened.policy.has_notes)
        if not self._opened.policy.has_notes:
            self._note.setPlaceholderText(self.tr("Your administrator doesn't allow notes in batches."))

    def _show_fields(self) -> None:
        how = How(self._how.currentData())
        self._expected.setVisible(how is How.IF_IS)
        self._subject.setVisible(how is not How.CLEAR)

    def _typed_off(self) -> str:
        return self._tags_off.entry.text().strip()

    def _on_typed(self) -> None:
        if not self._is_showing:
            self._show_fields()
            self._opened.edit(recipe=self.recipe())

    def _on_note(self) -> None:
        text = self._note.exact_text()
        if text.strip():
            self._notes = (*self._notes, text)
            self._is_showing = True
            self._note.setPlainText("")
            self._is_showing = False
            self._fill_notes()
            self._on_typed()
        self._note.setFocus()

    def _drop_note(self, place: int) -> None:
        self._notes = self._notes[:place] + self._notes[place + 1 :]
        self._fill_notes()
        self._note.setFocus()
        self._on_typed()

    def _fill_notes(self) -> None:
        for row in self._note_rows:
            row.hide()
            row.deleteLater()
        self._note_rows = []
        for place, text in enumerate(self._notes):
            row = QPushButton(f"{in_a_list(text)[:100]} ×".replace("&", "&&"), self)
            row.setFlat(True)
            row.setAutoDefault(False)
            row.setAccessibleName(self.tr("Remove note {0}").format(in_a_list(text)))
            row.setToolTip(self.tr("Remove note {0}").format(in_a_list(text)))
            row.clicked.connect(partial(self._drop_note, place))
            self._note_list.addWidget(row, 0, Qt.AlignmentFlag.AlignLeft)
            self._note_rows.append(row)

    # Fields.

    def _fill_menu(self) -> None:
        self._menu.clear()
        for name in (*OFFERED, *(f"row.{column}" for column in self._opened.batch.columns)):
            field = "{" + name + "}"
            self._menu.addAction(field.replace("&", "&&")).triggered.connect(self._inserting(field))

    def _inserting(self, field: str) -> Callable[[], None]:
        def insert() -> None:
            target = self._target
            if isinstance(target, LineEdit):
                target.insert(field)
            elif isinstance(target, PlainEdit):
                target.insertPlainText(field)
            else:
                self._table.insert_text(field)
            target.setFocus()

        return insert


def summary_words(recipe: Recipe) -> str:
    """Tell how many changes each case gets."""
    notes = len(recipe.notes) + bool(recipe.note_text.strip())
    tags = len(recipe.added_tags) + bool(recipe.tag_text.strip()) + len(recipe.removed_tags)
    count = bool(recipe.subject) + notes + tags + len(recipe.attributes)
    return BatchCounts().changes_each(count) if count else translate("Batch", "none yet")
