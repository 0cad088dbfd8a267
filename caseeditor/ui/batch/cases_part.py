"""The part *Cases*: pasted ids, the list at the left, a table."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseeditor.domain.batch.batch import Origin
from caseeditor.domain.case.reference import shown_domain
from caseeditor.domain.text.bidi import isolated
from caseeditor.domain.text.field_text import pasted_text
from caseeditor.domain.text.short_text import in_a_list
from caseeditor.ui.batch.buttons import make_button, make_label
from caseeditor.ui.batch.folding import FoldingPart
from caseeditor.ui.batch.texts import BatchCounts, cases_words, origin_words, progress_words
from caseeditor.ui.messages.texts import number_words, translate
from caseeditor.ui.state.batch.open_batch import OpenBatch
from caseeditor.ui.style.font_scaling import by_font
from caseeditor.ui.widgets.fields.text_fields import PlainEdit

_LINES = 4
MOST_LINES = 5000
"""Lines of ids that the field shows for editing. Qt lays out 100,000 in a second, and reads them in a tenth."""
_EXCERPT = 200
"""Lines shown of a longer text."""
_LETTERS = 30
"""Letters of a line that isn't an id."""


class IdsField(PlainEdit):
    """The text *Case ids*. Its own undo: no case has it."""

    longest = 4_000_000
    many_taken = Signal(str)
    """The text that there would be after a paste, with more lines than are shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(True)
        self.setTabChangesFocus(True)

    def take(self, text: str) -> None:
        """Replace the selection by a pasted text; one with many lines is not laid out."""
        is_many = self.blockCount() + text.count("\n") > MOST_LINES and len(text) <= self.longest
        if not is_many or self.isReadOnly():
            super().take(text)
            return
        cursor, there = self.textCursor(), self.exact_text().encode("utf-16-le", "surrogatepass")
        start, end = (2 * place for place in (cursor.selectionStart(), cursor.selectionEnd()))
        before, after = (part.decode("utf-16-le", "surrogatepass") for part in (there[:start], there[end:]))
        self.many_taken.emit(before + pasted_text(text) + after)


class CasesPart(FoldingPart):
    """Chooses the cases. A search or a table replaces the pasted ids, and is replaced by them."""

    list_wanted = Signal()
    """The cases that are marked in the list, or all of its search."""
    table_wanted = Signal()

    def __init__(self, opened: OpenBatch, parent: QWidget) -> None:
        super().__init__(translate("Batch", "Cases"), translate("Batch", "Cases part"), parent)
        self._opened = opened
        self._ids = IdsField(self)
        self._ids.setAccessibleName(self.tr("Case ids"))
        self._ids.setAccessibleDescription(self.tr("IDs, #IDs or links, one per line"))
        by_font(self._ids, self._fit)
        self._ids.textChanged.connect(self._on_typed)
        self._ids.many_taken.connect(opened.type_ids)
        self._shown_ids = ""
        """The batch's text that the field shows; reading 100,000 lines back takes too long for each news."""
        self._is_excerpt = self._is_showing = False
        self._list = make_button(self.tr("From the list"), self.list_wanted, self)
        self._list.setToolTip(self.tr("The marked cases, or all of the search if none or one is marked"))
        self._table = make_button(self.tr("Open table"), self.table_wanted, self)
        self._table.setToolTip(self.tr("CSV, TSV, Excel or OpenDocument"))
        self._cancel = make_button(self.tr("Cancel reading"), opened.cancel_reading, self)
        self._clear = make_button(self.tr("Remove cases"), opened.clear_rows, self)
        self._said, self._left_out = make_label(self), make_label(self)
        buttons = QVBoxLayout()
        for button in (self._list, self._table, self._clear, self._cancel):
            buttons.addWidget(button)
        buttons.addStretch()
        row = QHBoxLayout()
        row.addWidget(self._ids, 1)
        row.addLayout(buttons)
        self.inside.addLayout(row)
        self.inside.addWidget(self._said)
        self.inside.addWidget(self._left_out)
        opened.changed.connect(self.show_batch)
        opened.rows_changed.connect(self.show_batch)
        opened.progress_changed.connect(self.show_batch)
        self.show_batch()

    def add_ids(self, ids: tuple[str, ...]) -> None:
        """Append ids to the text."""
        there = self._opened.batch.ids_text.rstrip("\n")
        self._opened.type_ids("\n".join(filter(None, (there, *ids))))

    def focus_first(self) -> None:
        self._ids.setFocus()

    def show_batch(self) -> None:
        """Show the present choice."""
        opened, batch = self._opened, self._opened.batch
        if self._shown_ids != batch.ids_text:
            self._show_ids(batch.ids_text)
        can_edit = opened.is_editable and not opened.is_fixed and opened.progress is None and not opened.is_choosing
        self._ids.setReadOnly(not can_edit or self._is_excerpt)
        self._ids.setPlaceholderText(self._invitation())
        for button in (self._list, self._table):
            button.setEnabled(can_edit)
        has_others = self._is_excerpt or self._has_others
        self._clear.setVisible(has_others and opened.is_editable and not opened.is_fixed)
        self._clear.setEnabled(can_edit)
        self._cancel.setVisible(opened.is_choosing)
        self._said.setText(self._words())
        left_out = "\n".join(filter(None, (self._left_out_words(), self._wrong_words())))
        self._left_out.setText(left_out)
        self._left_out.setVisible(bool(left_out))
        self.header.show_summary(self._summary())

    @property
    def _has_others(self) -> bool:
        """Whether the cases come from a list or a table."""
        return self._opened.batch.origin is not Origin.PASTED and bool(self._opened.batch.rows)

    def _invitation(self) -> str:
        if self._has_others:
            return self.tr("IDs typed here replace the cases below")
        return self.tr("Paste case IDs or links, one per line")

    def _fit(self) -> None:
        self._ids.setFixedHeight(self._ids.fontMetrics().lineSpacing() * _LINES + 18)

    def _on_typed(self) -> None:
        if self._is_showing:
            return
        self._shown_ids = self._ids.exact_text()
        if self._ids.blockCount() > MOST_LINES:
            self._show_ids(self._shown_ids)
        self._opened.type_ids(self._shown_ids)

    def _show_ids(self, text: str) -> None:
        """Show a text, of a long one an excerpt. Pasted ids that other cases replace come back by the field's undo."""
        self._shown_ids, lines = text, text.count("\n") + 1
        self._is_excerpt = lines > MOST_LINES
        if self._is_excerpt:
            text = "\n".join((*text.split("\n", _EXCERPT)[:_EXCERPT], BatchCounts().more_lines(lines - _EXCERPT)))
        self._is_showing = True
        if text:
            self._ids.setPlainText(text)
        else:
            cursor = self._ids.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.removeSelectedText()
        self._is_showing = False

    def _summary(self) -> str:
        batch = self._opened.batch
        if self._opened.is_choosing:
            return self._choosing()
        return f"{number_words(batch.rows)} {origin_words(batch)}" if batch.rows else self.tr("none yet")

    def _choosing(self) -> str:
        if self._opened.progress is None:
            return self.tr("Reading the search…")
        return self.tr("Reading the search: {0}").format(progress_words(*self._opened.progress))

    def _words(self) -> str:
        batch = self._opened.batch
        if self._opened.is_choosing:
            return self._choosing()
        counted = cases_words(batch.rows) if batch.rows else self.tr("No cases yet")
        return " · ".join(filter(None, (counted, batch.origin_words)))

    def _wrong_words(self) -> str:
        """Tell which lines aren't ids, the first ones of many."""
        found = self._opened.found
        if found is None or not found.wrong:
            return ""
        lines = [
            self.tr("line {0}: “{1}”").format(number_words(number), isolated(in_a_list(text)[:_LETTERS]))
            for number, text in found.wrong
        ]
        return self.tr("No case IDs: {0}").format(" · ".join(lines))

    def _left_out_words(self) -> str:
        counts, parts = BatchCounts(), list[str]()
        batch, found = self._opened.batch, self._opened.found
        if found:
            parts += [counts.repeated(found.repeated)] if found.repeated else []
            parts += [counts.unreadable(found.unreadable)] if found.unreadable else []
            parts += [counts.doubtful(found.doubtful)] if found.doubtful else []
            parts += [counts.hidden(found.hidden)] if found.hidden else []
            parts += [counts.beyond(found.beyond)] if found.beyond else []
            parts += [
                counts.elsewhere(count).format(shown_domain(domain) or "?") for domain, count in found.elsewhere.items()
            ]
            rest = self.tr("the rest of the file, which has more rows than a batch may have")
            parts += [rest] if found.has_more else []
        if batch.total is not None and batch.rows and batch.total > batch.rows:
            parts.append(counts.missing(batch.total - batch.rows))
        return self.tr("Left out: {0}").format(" · ".join(parts)) if parts else ""
