"""Submitted and discarded changes, and batches: time, field, values before and after, and outcome."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case import dates
from caseeditor.domain.case.model import Case
from caseeditor.domain.case.reference import bare_id
from caseeditor.domain.delivery.evidence import effects
from caseeditor.domain.delivery.outcome import Effect, effects_of
from caseeditor.domain.editing.changes import Change, ChangeKind
from caseeditor.domain.editing.edit import completed
from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.history_export import Line, as_csv, as_json
from caseeditor.domain.local.kept_file import KeptFile
from caseeditor.domain.text.bidi import isolated
from caseeditor.domain.text.short_text import in_a_cell
from caseeditor.runtime.file_writing import Trouble, write_file
from caseeditor.runtime.worker import BackgroundWorker, Outcome, Success, call
from caseeditor.ui.history.batch_lines import detail_lines, export_lines
from caseeditor.ui.history.export_texts import export_heads, list_separator
from caseeditor.ui.messages.batch_outcomes import outcomes_words
from caseeditor.ui.messages.counts import Counts
from caseeditor.ui.messages.delivery import effect_words, ending_words, state_name, state_words
from caseeditor.ui.messages.mark_texts import marked
from caseeditor.ui.messages.texts import change_words, date_words, quoted, translate
from caseeditor.ui.widgets.bidi import ByItsText
from caseeditor.ui.widgets.fields.text_fields import LineEdit
from caseeditor.ui.widgets.file_choice import CSV, JSON, choose_file, trouble_words
from caseeditor.ui.widgets.lists.item_data import Index, Role

if TYPE_CHECKING:
    from caseeditor.domain.local.history_entry import HistoryEntry

_PAGE = 200
_PAUSE_MS = 200


class HistoryModel(QAbstractTableModel):
    """Pages of the history, fetched while the agent scrolls."""

    looked = Signal()
    """A page was read, or could not be read."""

    def __init__(
        self, worker: "BackgroundWorker[BackendInterface]", whose: tuple[str, str] | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._whose = whose
        self._worker = worker
        self._search = ""
        self._entries: list[HistoryEntry] = []
        self._may_have_more = True
        self._asked = 0
        self.is_readable = True

    def look_for(self, search: str) -> None:
        """Show the matching entries from the newest on."""
        self.beginResetModel()
        self._search, self._entries, self._may_have_more = search, [], True
        self._asked += 1
        self.endResetModel()
        self.fetchMore(QModelIndex())

    def entry(self, row: int) -> "HistoryEntry | None":
        """Return the entry of a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401
        if role == Role.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return (self.tr("When"), self.tr("Case"), self.tr("Subject"), self.tr("Outcome"))[section]
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None or role != Role.DisplayRole:
            return None
        case = Counts().all_cases(entry.batch.rows) if entry.batch else entry.case_id
        return (_when(entry.began), case, in_a_cell(entry.subject), _outcome(entry))[index.column()]

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's name
        return not parent.isValid() and self._may_have_more

    def fetchMore(self, parent: Index) -> None:  # noqa: ARG002, N802 - Qt's name
        if not self._may_have_more:  # a page is being read, or there is none left
            return
        search, place, asked, whose = self._search, len(self._entries), self._asked, self._whose
        self._may_have_more = False
        page = call(BackendInterface.history_page, search, _PAGE, place, whose)
        self._worker.run(page, lambda outcome: self._on_found(asked, outcome), owner=self)

    def _on_found(self, asked: int, outcome: "Outcome[tuple[HistoryEntry, ...]]") -> None:
        if asked != self._asked:
            return
        self.is_readable = isinstance(outcome, Success)
        if isinstance(outcome, Success) and outcome.value:
            first = len(self._entries)
            self.beginInsertRows(QModelIndex(), first, first + len(outcome.value) - 1)
            self._entries += outcome.value
            self._may_have_more = len(outcome.value) == _PAGE
            self.endInsertRows()
        self.looked.emit()


class HistoryDialog(QDialog):
    """Dialog `History`: of the server and user in use, where they are known."""

    cleared = Signal()
    batch_wanted = Signal(object)
    """A Batch that the agent wants to see."""

    def __init__(
        self, worker: "BackgroundWorker[BackendInterface]", whose: tuple[str, str] | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._whose = whose
        self._is_uncleared = False
        self._export_words = ""
        """Said of an export, for the next search that ends: one that was under way must not wipe it out."""
        self.setWindowTitle(self.tr("History"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(880, 560)
        self._worker = worker
        self._model = HistoryModel(worker, whose, self)
        self._search = LineEdit(self)
        self._search.setAccessibleName(self.tr("Search the history"))
        self._search.setPlaceholderText(self.tr("Case ID or any text"))
        pause = QTimer(self)
        pause.setSingleShot(True)
        pause.setInterval(_PAUSE_MS)
        pause.timeout.connect(lambda: self._model.look_for(bare_id(self._search.text())))
        self._search.textChanged.connect(pause.start)
        self._search.textChanged.connect(self._forget_export)
        self._table = self._make_table()
        self._detail = QPlainTextEdit(self)
        self._detail.setReadOnly(True)
        self._detail.setTabChangesFocus(True)
        self._detail.setAccessibleName(self.tr("What was sent"))
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._open_batch = QPushButton(self.tr("Open batch"), self)
        self._open_batch.setAutoDefault(False)
        self._open_batch.clicked.connect(self._want_batch)
        self._open_batch.hide()
        buttons = QHBoxLayout()
        buttons.addWidget(self._open_batch)
        for text, does in (
            (self.tr("Export…"), self._export),
            (self.tr("Clear history"), self._clear),
            (self.tr("Close"), self.accept),
        ):
            button = QPushButton(text, self)
            button.setAutoDefault(False)
            button.clicked.connect(does)
            buttons.addWidget(button)
        buttons.insertWidget(0, self._said, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(self._search)
        layout.addWidget(self._table, 2)
        layout.addWidget(self._detail, 1)
        layout.addLayout(buttons)
        self._model.looked.connect(self._on_looked)
        self._model.look_for("")

    def _on_looked(self) -> None:
        exported, self._export_words = self._export_words, ""
        if self._is_uncleared:
            self._is_uncleared = False
            self._said.setText(self.tr("The history couldn't be cleared. Try again."))
        elif not self._model.is_readable:
            self._said.setText(self.tr("The history can't be read."))
        elif self._model.rowCount():
            self._said.setText(exported)
            if not self._table.currentIndex().isValid():
                self._table.selectRow(0)
        elif bare_id(self._search.text()):
            self._said.setText(self.tr("No matches. Search for a case ID or any text."))
        else:
            self._said.setText(self.tr("Nothing submitted or discarded yet"))

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setShowGrid(False)
        table.setAccessibleName(self.tr("History"))
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setItemDelegate(ByItsText(table))
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().resizeSection(0, table.fontMetrics().averageCharWidth() * 22)
        table.horizontalHeader().resizeSection(3, _widest(table.fontMetrics(), ending_words()))
        table.selectionModel().currentRowChanged.connect(self._on_row)
        table.activated.connect(self._want_batch)
        return table

    def _on_row(self, index: QModelIndex) -> None:
        entry = self._model.entry(index.row())
        lines = lines_of(entry) if entry else []
        self._open_batch.setVisible(bool(entry and entry.batch))
        if entry and entry.batch:
            self._detail.setPlainText("\n".join(detail_lines(entry.batch)))
            return
        shown = [f"{isolated(line.what)}: {_before_and_after(line)}{_ending(line, entry)}" for line in lines if entry]
        if entry and entry.raw:
            shown = [entry.raw]
        if entry and entry.submission and entry.submission.words:
            shown.append(self.tr("The server said: “{0}”").format(isolated(entry.submission.words)))
        self._detail.setPlainText("\n".join(shown))

    def _want_batch(self) -> None:
        entry = self._model.entry(self._table.currentIndex().row())
        if entry and entry.batch:
            self.accept()
            self.batch_wanted.emit(entry.batch)

    def _export(self) -> None:
        chosen = choose_file(self, self.tr("Export the history"), "history.csv", (CSV, JSON))
        if not chosen:
            return
        (path, form), search, whose = chosen, bare_id(self._search.text()), self._whose
        heads, separator = export_heads(), list_separator()
        write = partial(_write, path, None if form is JSON else (heads, separator))
        self._say_export(self.tr("Exporting…"))
        self._worker.run(
            call(BackendInterface.export_history, search, whose, write),
            self._on_exported,
            is_update=True,
            owner=self,
        )

    def _on_exported(self, outcome: Outcome[Trouble | None]) -> None:
        if isinstance(outcome, Failure):
            self._say_export(self.tr("The history can't be read."))
        elif outcome.value is None:
            self._say_export(self.tr("Exported."))
        else:
            self._say_export(self.tr("The file couldn't be written.") + " " + trouble_words(outcome.value))

    def _say_export(self, text: str) -> None:
        self._export_words = text
        self._said.setText(text)

    def _forget_export(self) -> None:
        self._export_words = ""

    def _clear(self) -> None:
        """Clear at once, but ask first if set-aside files or backups may contain the same texts."""
        self._worker.run(call(BackendInterface.kept_files), self._on_files, owner=self)

    def _on_files(self, outcome: Outcome[tuple[KeptFile, ...]]) -> None:
        if not isinstance(outcome, Success) or not outcome.value:
            self._clear_now(with_files=False)
            return
        from caseeditor.ui.history.clear_prompt import ask_about_files  # noqa: PLC0415 - a message box is slow to import

        box, yes, no = ask_about_files(len(outcome.value), self)
        yes.clicked.connect(lambda: self._clear_now(with_files=True))
        no.clicked.connect(lambda: self._clear_now(with_files=False))
        box.open()

    def _clear_now(self, *, with_files: bool) -> None:
        clear = call(BackendInterface.clear_history, self._whose, with_files=with_files)
        self._worker.run(clear, self._on_cleared, is_update=True, owner=self)

    def _on_cleared(self, outcome: Outcome[None]) -> None:
        self._is_uncleared = not isinstance(outcome, Success)
        self._forget_export()
        self._model.look_for(bare_id(self._search.text()))
        self.cleared.emit()


def _widest(metrics: QFontMetrics, texts: Iterable[str]) -> int:
    """Return the width of a column that elides none of these texts."""
    return max(map(metrics.horizontalAdvance, texts)) + 2 * metrics.averageCharWidth()


def _write(path: Path, csv: tuple[Sequence[str], str] | None, entries: "tuple[HistoryEntry, ...]") -> Trouble | None:
    """Write entries as CSV with these heads and this separator, or as JSON. Runs on the disk thread."""
    lines = [line for entry in entries for line in lines_of(entry)]
    return write_file(path, as_csv(lines, *csv) if csv else as_json(lines))


def _before_and_after(line: Line) -> str:
    """Omit the missing half: an addition has no value before, a removed tag none after."""
    before, after, _ = _shown(line)
    if line.what == translate("Change", "Tag removed"):
        return quoted(before)
    return f"{quoted(before)} → {quoted(after)}" if line.before else quoted(after)


def _shown(line: Line) -> tuple[str, ...]:
    """Return the values before and after, and the server's, as they are shown."""
    is_subject = line.what == translate("Change", "Subject")
    shown = marked(line.before, line.after, line.held, in_a_line=is_subject).texts
    return tuple(isolated(text or "") for text in shown)


def _ending(line: Line, entry: "HistoryEntry") -> str:
    """Return the outcome of a change if it differs from that of its submission."""
    is_other_text = bool(line.held) and line.held != line.after
    outcome = "" if line.outcome == _outcome(entry) else f" — {line.outcome}"
    held = translate("HistoryDialog", "; the server held “{0}”").format(_shown(line)[2]) if is_other_text else ""
    return outcome + held


def _outcome(entry: "HistoryEntry") -> str:
    """Return the outcome of an entry."""
    if entry.batch:
        return outcomes_words(entry.batch)
    return state_words(entry.submission) if entry.submission else state_name(entry.state)


def lines_of(entry: "HistoryEntry") -> list[Line]:
    """List the changes of an entry: field, values before and after, the server's value, and the outcome."""
    if entry.batch:
        return list(export_lines(entry, entry.batch))
    if not (entry.submission or entry.draft):
        return [_raw_line(entry)]
    moment = dates.from_milliseconds(entry.began)
    return [
        Line(
            when=dates.written(moment) if moment else "",
            server=entry.server,
            user=entry.name,
            case=entry.case_id,
            what=change_words(effect.change),
            before=effect.change.before or "",
            after=effect.change.after or "",
            held=effect.held,
            outcome=effect_words(effect, entry.state),
            said=entry.submission.words if entry.submission else "",
        )
        for effect in _effects(entry)
    ]


def _raw_line(entry: "HistoryEntry") -> Line:
    """Return the text of an entry that can't be decoded."""
    moment = dates.from_milliseconds(entry.began)
    return Line(
        when=dates.written(moment) if moment else "",
        server=entry.server,
        user=entry.name,
        case=entry.case_id,
        what=translate("Change", "Text of an unreadable row"),
        before="",
        after=entry.raw,
        held="",
        outcome=state_name(entry.state),
        said="",
    )


def _effects(entry: "HistoryEntry") -> tuple[Effect, ...]:
    if entry.submission:
        return effects_of(entry.submission)
    if entry.draft is None:
        return ()
    edit = completed(entry.draft.edit, Case())
    removed = [Change(ChangeKind.TAG_REMOVED, tag, before=tag) for tag, add in edit.tags.items() if not add]
    return tuple(Effect(change, None) for change in (*effects(edit, entry.draft.base), *removed))


def _when(milliseconds: int) -> str:
    date = dates.from_milliseconds(milliseconds)
    return date_words(date) if date else ""
