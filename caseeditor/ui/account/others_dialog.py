"""Drafts and submissions of other accounts on this computer, to read, copy, and take over."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case import dates
from caseeditor.domain.case.model import Case
from caseeditor.domain.case.reference import known_server
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.evidence import effects
from caseeditor.domain.editing.edit import completed
from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.local.whose import Others
from caseeditor.runtime.worker import Outcome, Success, call
from caseeditor.ui.messages.delivery import state_words
from caseeditor.ui.messages.texts import change_words, date_words, fault_words, translate
from caseeditor.ui.state.workspace import Workspace
from caseeditor.ui.widgets.bidi import ByItsText
from caseeditor.ui.widgets.fields.text_fields import PlainEdit

Found = tuple[Others, ...]


class OthersDialog(QDialog):
    """Dialog `Others’ drafts and submissions`: of the server in use."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._found: Found = ()
        self.setWindowTitle(self.tr("Others’ drafts and submissions"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 520)
        self._table = self._make_table()
        self._whose = self._label()
        self._text = PlainEdit(self)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("What they typed"))
        self._said = self._label()
        self._copy, self._take = QPushButton(self.tr("Copy"), self), QPushButton(self.tr("Take over"), self)
        close = QPushButton(self.tr("Close"), self)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._words()))
        self._take.clicked.connect(self._take_over)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self._said, 1)
        for button in (self._copy, self._take, close):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addWidget(self._table, 2)
        layout.addWidget(self._whose)
        layout.addWidget(self._text, 2)
        layout.addLayout(buttons)
        workspace.account.changed.connect(self._read)
        self._read()

    # Construction.

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 5, self)
        table.setAccessibleName(self.windowTitle())
        titles = (self.tr("Case"), self.tr("Subject"), self.tr("Whose"), self.tr("When"), self.tr("State"))
        table.setHorizontalHeaderLabels(titles)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setItemDelegate(ByItsText(table))
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.itemSelectionChanged.connect(self._show_chosen)
        return table

    # Content.

    def _read(self) -> None:
        server = self._workspace.account.server
        if server is None:
            self._show(())
            return
        self._workspace.worker.run(call(BackendInterface.others_work, server), self._on_found, owner=self)

    def _on_found(self, outcome: Outcome[Found]) -> None:
        if isinstance(outcome, Success):
            self._show(outcome.value)
        else:
            self._said.setText(fault_words(outcome.fault) if outcome.fault else self.tr("Couldn’t read it. Try again."))

    def _show(self, found: Found) -> None:
        row = self._table.currentRow()
        self._found = found
        self._table.setRowCount(len(found))
        for at, each in enumerate(found):
            words = (each.case_id, each.subject, _whose_words(each), _when_words(each), _state_words(each))
            for column, text in enumerate(words):
                self._table.setItem(at, column, QTableWidgetItem(text))
        if found:
            self._table.selectRow(min(max(row, 0), len(found) - 1))
        else:
            self._said.setText(self._said.text() or self.tr("Nobody else left anything for this server."))
        self._show_chosen()

    def _chosen(self) -> Others | None:
        row = self._table.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        self._text.setPlainText(self._words())
        self._whose.setText(f"{chosen.case_id} · {_whose_words(chosen)}" if chosen else "")
        self._copy.setEnabled(chosen is not None)
        server = self._workspace.account.server
        is_known = server is not None and self._workspace.account.has_told(server)
        self._take.setEnabled(chosen is not None and is_known)
        self._take.setToolTip("" if is_known else self.tr("Sign in to take it over."))

    def _words(self) -> str:
        chosen = self._chosen()
        kept = (chosen.draft or chosen.submission) if chosen else None
        if kept is None:
            return ""
        edit = completed(kept.edit, Case())
        lines = [f"{change_words(change)}: {change.after or ''}" for change in effects(edit, kept.base)]
        removed = translate("Change", "Tag removed")
        return "\n".join((*lines, *(f"{removed}: {tag}" for tag, add in edit.tags.items() if not add)))

    # Taking over.

    def _take_over(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        theirs = chosen
        self._take.setEnabled(False)
        self._workspace.worker.run(
            call(BackendInterface.take_over, theirs),
            partial(self._on_taken, theirs),
            is_update=True,
            owner=self._workspace,
        )

    def _on_taken(self, theirs: Others, outcome: Outcome[Draft | None]) -> None:
        if isinstance(outcome, Failure):
            text = self.tr("It is being sent or already finished. Look again later.")
            self._said.setText(fault_words(outcome.fault) if outcome.fault else text)
        elif outcome.value is None:
            self._said.setText(self.tr("It's gone: somebody used it meanwhile."))
        else:
            self._said.setText(self.tr("Case {0} is in your drafts now.").format(theirs.case_id))
            self._open(theirs, outcome.value)
        self._read()

    def _open(self, theirs: Others, draft: Draft) -> None:
        server = known_server(theirs.server)
        session = self._workspace.cases.session_at(server, theirs.case_id) if server else None
        if session and session.case is None:
            session.load()  # it may have been read without this draft
        elif session and theirs.draft:  # changes that come back from a submission are merged by the outbox
            session.draft.take_over(draft)
        self._workspace.opener.open_at(theirs.server, theirs.case_id)


def _whose_words(each: Others) -> str:
    return each.name or translate("Others", "another token")


def _when_words(each: Others) -> str:
    moment = dates.from_milliseconds(each.when)
    return date_words(moment) if moment else ""


def _state_words(each: Others) -> str:
    return state_words(each.submission) if each.submission else translate("Others", "Draft")
