"""The part *Cases*: pasted ids, the list at the left, a table."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseeditor.domain.batch.batch import Origin
from caseeditor.domain.case.reference import shown_domain
from caseeditor.ui.batch.buttons import make_button, make_label
from caseeditor.ui.batch.folding import FoldingPart
from caseeditor.ui.batch.texts import BatchCounts, cases_words, origin_words, progress_words
from caseeditor.ui.messages.texts import number_words, translate
from caseeditor.ui.state.open_batch import OpenBatch
from caseeditor.ui.style.font_scaling import by_font
from caseeditor.ui.widgets.fields.text_fields import PlainEdit

_LINES = 4


class IdsField(PlainEdit):
    """The text *Case ids*. Its own undo: no case has it."""

    longest = 4_000_000

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(True)
        self.setTabChangesFocus(True)


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
        self._ids.setPlaceholderText(self.tr("Paste case IDs or links, one per line"))
        by_font(self._ids, self._fit)
        self._ids.textChanged.connect(self._on_typed)
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
        there = self._ids.exact_text().rstrip("\n")
        self._ids.setPlainText("\n".join(filter(None, (there, *ids))))

    def focus_first(self) -> None:
        self._ids.setFocus()

    def show_batch(self) -> None:
        """Show the present choice."""
        opened, batch = self._opened, self._opened.batch
        if self._ids.exact_text() != batch.ids_text:
            self._ids.setPlainText(batch.ids_text)
        can_edit = opened.is_editable and opened.progress is None and not opened.is_choosing
        self._ids.setReadOnly(not can_edit)
        for button in (self._list, self._table):
            button.setEnabled(can_edit)
        has_others = batch.origin is not Origin.PASTED and bool(batch.rows)
        self._clear.setVisible(has_others and opened.is_editable)
        self._clear.setEnabled(can_edit)
        self._cancel.setVisible(opened.is_choosing)
        self._said.setText(self._words())
        left_out = self._left_out_words()
        self._left_out.setText(left_out)
        self._left_out.setVisible(bool(left_out))
        self.header.show_summary(self._summary())

    def _fit(self) -> None:
        self._ids.setFixedHeight(self._ids.fontMetrics().lineSpacing() * _LINES + 18)

    def _on_typed(self) -> None:
        self._opened.type_ids(self._ids.exact_text())

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
