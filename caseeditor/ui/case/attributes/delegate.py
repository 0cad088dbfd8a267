"""The delegate that paints and edits the cells of the attribute grid."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QAbstractItemModel, QEvent, QLocale, QObject, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from caseeditor.domain.case.dates import local
from caseeditor.domain.editing.edit import Row
from caseeditor.domain.text.date_forms import read_date, write_date
from caseeditor.domain.text.fidelity import with_hidden_shown
from caseeditor.ui.case.attributes.cell_painting import needs_painting, paint_cell
from caseeditor.ui.case.attributes.editors import Hint, NameEdit, ValueEdit
from caseeditor.ui.case.attributes.model import NAME, ROW
from caseeditor.ui.case.attributes.offers.name_completer import AttributeNames
from caseeditor.ui.case.attributes.offers.value_offers import ValueOffers, matching
from caseeditor.ui.widgets.bidi import ByItsText
from caseeditor.ui.widgets.fields.open_editors import OpenEditors, is_away
from caseeditor.ui.widgets.fields.suggestions import Suggestion
from caseeditor.ui.widgets.lists.item_data import Index

_FILLED = "filled"
_OF_A_DATE = frozenset("0123456789/.-")


class AttributeCells(ByItsText):
    """Edits a name in one line and a value in several; Enter and Tab commit, Esc reverts."""

    pasting = Signal()
    """Rows are pasted where a new name would be typed."""
    leading = Signal(str, str)
    """A name typed in the empty row, and the attribute of the case that it leads to."""
    taken_back = Signal(str, str)
    """A name that led to another one and is new after all, and the value typed for it."""

    def __init__(self, names: AttributeNames, offers: ValueOffers, parent: QObject) -> None:
        super().__init__(parent)
        self._names = names
        self._offers = offers
        self._open: list[ValueEdit] = []
        offers.on_found(self._on_values)
        self.editors = OpenEditors(self)

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:
        return with_hidden_shown(super().displayText(value, locale))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() == NAME:
            roles = option.palette.ColorRole  # high contrast has grey hints, too
            option.palette.setColor(roles.Text, option.palette.color(roles.PlaceholderText))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if needs_painting(index):
            shown = QStyleOptionViewItem(option)
            self.initStyleOption(shown, index)
            paint_cell(painter, shown, option.palette, index)
        else:
            super().paint(painter, option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        if index.column() == NAME:
            return self._name_editor(parent, is_empty_row=index.data(ROW) == Row())
        name = index.data(ROW).name
        editor = ValueEdit(name, lambda typed: self._find(editor, typed), parent)
        editor.setAccessibleName(self.tr("Value of {0}").format(index.model().index(index.row(), NAME).data()))
        editor.describe(self.tr("Enter accepts, Escape cancels. Down lists suggestions."))
        editor.ended.connect(lambda hint: self._end(editor, hint))
        if index.data(ROW) != Row():  # not in the empty row, where a text becomes a new row
            self.editors.keep(editor, index)
        if name:
            self._offers.look(name)
        self._open.append(editor)
        return editor

    def _name_editor(self, parent: QWidget, *, is_empty_row: bool) -> NameEdit:
        line = NameEdit(self._names.suggestions, parent)
        line.setAccessibleName(self.tr("Name of the attribute"))
        line.describe(self.tr("Enter accepts, Escape cancels. Down lists suggestions."))
        self._names.look()
        self._names.found.connect(line.suggestions.renew)
        line.ended.connect(lambda hint: self._end_name(line, hint, is_empty_row=is_empty_row))
        line.pasting.connect(self.pasting)
        return line

    def _end_name(self, line: NameEdit, hint: Hint, *, is_empty_row: bool) -> None:
        """End a name: in the empty row, that of an attribute of the case leads to its value instead.

        Tab also completes the typed beginning of such a name, Enter keeps it.
        """
        typed = line.exact_text()
        is_taken = is_empty_row and hint in (Hint.EditNextItem, Hint.SubmitModelCache)
        completes = hint is Hint.EditNextItem and line.is_typed()
        name = self._names.leading(typed, completes=completes) if is_taken else None
        if name is None:
            self._end(line, hint)
        else:
            self.closeEditor.emit(line, Hint.NoHint)
            self.leading.emit(typed, name)

    def offer_back(self, typed: str) -> bool:
        """Let Shift+Tab in the focused value make a new attribute of this name; tells whether a value is edited."""
        editor = next((each for each in self._open if each.hasFocus()), None)
        if editor:
            editor.typed_name = typed
        return editor is not None

    def _take_back(self, editor: ValueEdit) -> None:
        typed = editor.exact_text() if editor.is_edited() else ""
        self.editors.leave(editor)
        self.taken_back.emit(editor.typed_name, typed)

    def _end(self, editor: QWidget, hint: Hint) -> None:
        if hint is Hint.EditPreviousItem and isinstance(editor, ValueEdit) and editor.typed_name:
            self._take_back(editor)
            return
        if hint is Hint.RevertModelCache and isinstance(editor, ValueEdit):
            self.editors.leave(editor)
            return
        if hint is not Hint.RevertModelCache:
            self.commitData.emit(editor)
        self.closeEditor.emit(editor, hint)

    # Suggestions of values.

    def _find(self, editor: ValueEdit, typed: str) -> Sequence[Suggestion]:
        offered = self._offers.offered(editor.name)
        found = [Suggestion(each.text, each.note) for each in matching(offered.choices, typed)]
        if offered.date_form and _OF_A_DATE.issuperset(typed):
            found += self._dates(editor, offered.date_form, typed)
        return found

    def _dates(self, editor: ValueEdit, form: str, typed: str) -> list[Suggestion]:
        today = write_date(local(datetime.now(UTC)).date(), form)
        dates = [Suggestion(today, self.tr("today"))] if today.startswith(typed) else []
        return [*dates, Suggestion(self.tr("Choose a date…"), run=lambda: self._pick_date(editor, form))]

    def _pick_date(self, editor: ValueEdit, form: str) -> None:
        from caseeditor.ui.case.attributes.date_picker import DatePicker  # noqa: PLC0415 - 15 ms, and seldom needed

        today = local(datetime.now(UTC)).date()
        picker = DatePicker(read_date(editor.exact_text(), form) or today, editor)
        picker.picked.connect(lambda day: editor.suggestions.put(write_date(day, form)))
        picker.open()

    def _begin(self, editor: ValueEdit) -> None:
        offered = self._offers.offered(editor.name)
        editor.suggestions.begin(is_open=offered.is_shown_at_once or bool(offered.date_form))

    def _on_values(self, name: str) -> None:
        for editor in (each for each in self._open if each.name == name and each.hasFocus()):
            if editor.is_edited():
                editor.suggestions.renew()
            else:
                self._begin(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if editor.property(_FILLED):  # a text that is being typed is never replaced by a new answer
            return
        editor.setProperty(_FILLED, True)
        row = index.data(ROW)
        if isinstance(editor, NameEdit):
            editor.fill(row.name)
            editor.suggestions.begin()
        elif isinstance(editor, ValueEdit):
            editor.fill(row.value)
            editor.selectAll()
            self._begin(editor)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, NameEdit):
            name = editor.exact_text()
            model.setData(index, self._names.meant(name) if index.data(ROW) == Row() else name)
        elif isinstance(editor, ValueEdit):
            self.editors.give(editor, model, index)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        super().destroyEditor(editor, index)
        self.editors.forget(editor)
        self._open = [each for each in self._open if each is not editor]

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        editor.setGeometry(option.rect)
        if isinstance(editor, ValueEdit):
            editor.grow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if is_away(event) or event.type() == QEvent.Type.KeyPress:  # the editors emit themselves how they end
            return False
        return super().eventFilter(watched, event)
