"""The page of a batch: names, folding, and what is typed."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt, qInstallMessageHandler
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from caseeditor.domain.batch.batch import Batch, BatchState, Options, Origin, status_text
from caseeditor.domain.batch.news import BatchNews
from caseeditor.domain.batch.plan.recipe import How, ValueRule
from caseeditor.domain.batch.row import Outcome, Row, RowPlan
from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.search import Filters
from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.ui.batch.changes.rules_table import HOW, NAME, VALUE, RulesModel
from caseeditor.ui.batch.page import BatchPage
from caseeditor.ui.state.batch.open_batch import OpenBatch
from caseeditor.ui.state.list_choice import ListChoice
from caseeditor.ui.widgets.lists.item_data import Role
from tests.ui.batch import samples
from tests.ui.parts import find, labels, name_of, press
from tests.ui.test_access import nameless

Worker = BackgroundWorker[Any]
DRAFT = (
    (QPlainTextEdit, "Case ids"),
    (QPushButton, "From the list"),
    (QPushButton, "Open table"),
    (QLineEdit, "Subject"),
    (QPlainTextEdit, "New note"),
    (QPushButton, "Add note"),
    (QLineEdit, "New tag"),
    (QPushButton, "Add tag"),
    (QTableView, "Attributes"),
    (QPushButton, "Make plan"),
)
CONTROLS = {
    "batch-draft": DRAFT,
    "batch-planned": ((QTableView, "Plan"), (QPushButton, "Run")),
    "batch-paused": ((QTableView, "Results"), (QPushButton, "Go on"), (QPushButton, "Stop")),
    "batch-done": ((QTableView, "Results"), (QPushButton, "Undo batch"), (QPushButton, "Export results")),
}


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1000, 2000)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def thousands() -> Iterator[None]:
    """Use a locale that separates thousands."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


def page_in(parent: QWidget, idle: Worker, name: str) -> BatchPage:
    page = samples.page_of(idle, *samples.SAMPLES[name](), parent)
    page.resize(parent.size())
    parent.show()
    return page


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_the_controls_of_the_contract_are_there_once(parent: QWidget, idle: Worker, name: str) -> None:
    page = page_in(parent, idle, name)
    for kind, control in CONTROLS[name]:
        found = [each for each in page.findChildren(kind) if each.isVisible() and name_of(each) == control]
        assert len(found) == 1, control
    assert list(nameless(page)) == []


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_the_status_is_found_by_its_identifier_and_its_name_is_the_counts(
    parent: QWidget, idle: Worker, name: str
) -> None:
    page = page_in(parent, idle, name)
    found = [each for each in page.findChildren(QLabel) if each.accessibleIdentifier() == "BatchStatus"]
    said = QAccessible.queryAccessibleInterface(found[0]).text(QAccessible.Text.Name)
    assert said == status_text(page.opened.batch)


@pytest.mark.parametrize("name", ["Plan", "Results"])
def test_the_columns_are_headed_as_the_contract_tells(parent: QWidget, idle: Worker, name: str) -> None:
    page = page_in(parent, idle, "batch-planned" if name == "Plan" else "batch-done")
    model = find(QTableView, name, page).model()
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert heads == ["Case", "Field", "Before", "After", "Outcome"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_header_folds_its_part_by_keyboard(parent: QWidget, idle: Worker, key: Qt.Key) -> None:
    page = page_in(parent, idle, "batch-draft")
    header = find(QAbstractButton, "Cases part", page)
    QTest.keyClick(header, key)
    assert not page.cases.is_open
    assert header.accessibleDescription() == "12 by ID"
    QTest.keyClick(header, key)
    assert page.cases.is_open


def test_tab_reaches_every_control(parent: QWidget, idle: Worker) -> None:
    page = page_in(parent, idle, "batch-draft")
    find(QLineEdit, "Name of the batch", page).setFocus()
    reached = set()
    for _ in range(40):
        focused = parent.focusWidget()
        assert focused is not None
        reached.add(name_of(focused))
        parent.focusNextChild()
    assert {name for _, name in DRAFT} - reached == set()


def test_what_is_typed_is_the_recipe(parent: QWidget, idle: Worker) -> None:
    page = page_in(parent, idle, "batch-draft")
    find(QLineEdit, "Subject", page).setText("Otro")
    find(QPlainTextEdit, "New note", page).setPlainText("Hola")
    press("Add note", page)
    find(QPlainTextEdit, "New note", page).setPlainText("Chau")
    find(QLineEdit, "New tag", page).setText("vip")
    press("Add tag", page)
    find(QLineEdit, "New tag", page).setText("otra")
    recipe = page.opened.batch.recipe
    assert recipe.subject == ValueRule(value="Otro")
    assert recipe.notes[-1] == "Hola"
    assert (recipe.note_text, recipe.tag_text) == ("Chau", "otra")
    assert recipe.added_tags == ("demora", "vip")
    assert not page.opened.is_saved


def test_a_subject_is_emptied_only_by_its_own_word(parent: QWidget, idle: Worker) -> None:
    page = page_in(parent, idle, "batch-draft")
    assert page.opened.batch.recipe.subject is None
    how = find(QComboBox, "How to set the subject", page)
    how.setCurrentIndex(how.findData(How.CLEAR.value))
    assert page.opened.batch.recipe.subject == ValueRule(how=How.CLEAR)


def test_a_rule_is_added_in_the_empty_row_and_goes_with_its_name(parent: QWidget, idle: Worker) -> None:
    page = page_in(parent, idle, "batch-draft")
    model = find(QTableView, "Attributes", page).model()
    assert isinstance(model, RulesModel)
    last = model.rowCount() - 1
    model.setData(model.index(last, NAME), "plan")
    model.setData(model.index(last, VALUE), "Pyme")
    model.setData(model.index(last, HOW), How.IF_EMPTY)
    assert page.opened.batch.recipe.attributes[-1] == ValueRule(name="plan", value="Pyme", how=How.IF_EMPTY)
    model.setData(model.index(last, NAME), "")
    assert page.opened.batch.recipe == samples.RECIPE


def test_a_value_follows_its_name_and_the_row_for_the_next_one_is_empty(parent: QWidget, idle: Worker) -> None:
    table = find(QTableView, "Attributes", page_in(parent, idle, "batch-draft"))
    model, last = table.model(), table.model().rowCount() - 1
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    assert heads == ["Name", "Value", "How", "Only where it is"]
    new = model.index(last, NAME)
    assert (new.data(), new.data(Role.AccessibleTextRole)) == ("", None)
    assert new.data(Role.AccessibleDescriptionRole) == "New attribute"


def test_a_field_is_inserted_where_the_focus_was(parent: QWidget, idle: Worker) -> None:
    page = page_in(parent, idle, "batch-draft")
    subject = find(QLineEdit, "Subject", page)
    QApplication.sendEvent(subject, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    menu = find(QPushButton, "Insert field", page).menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "{contact.name}").trigger()
    assert subject.text() == "{contact.name}"


def test_nothing_can_be_typed_once_it_runs(parent: QWidget, idle: Worker) -> None:
    page = page_in(parent, idle, "batch-paused")
    page.cases.unfold(is_open=True)
    page.changes.unfold(is_open=True)
    assert find(QPlainTextEdit, "Case ids", page).isReadOnly()
    assert find(QPlainTextEdit, "New note", page).isReadOnly()
    assert find(QLineEdit, "Subject", page).isReadOnly()


def test_the_number_is_told_in_words_and_a_run_that_stops_soon_asks_nothing(parent: QWidget, idle: Worker) -> None:
    page = page_in(parent, idle, "batch-planned")
    said = [label.text() for label in page.run.findChildren(QLabel)]
    assert said[0].startswith("Change 51 cases of the demo server? It stops after the first 3 for you to look.")
    press("Run", page)
    assert page.findChild(QMessageBox) is None


def test_a_run_without_a_stop_asks_once_with_the_number_in_words(parent: QWidget, idle: Worker) -> None:
    page = page_in(parent, idle, "batch-planned")
    find(QCheckBox, "Stop after the first rows", page).setChecked(False)
    press("Run", page)
    box = page.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert box.text() == "Change 51 cases of the demo server?"
    box.reject()


def test_a_server_of_this_computer_is_named_unless_it_is_the_demos(parent: QWidget, idle: Worker) -> None:
    batch, rows = samples.planned()
    page = samples.page_of(idle, samples.replace(batch, server="http://127.0.0.1:25999"), rows, parent)
    page.opened.is_demo = False
    page.run.show_batch()
    parent.show()
    assert "Change 51 cases of 127.0.0.1:25999?" in labels(page.run)


@pytest.mark.usefixtures("thousands")
def test_counts_have_one_form_on_the_page_and_a_plain_one_for_programs(parent: QWidget, idle: Worker) -> None:
    batch, rows = samples.done()
    many = samples.replace(batch, rows=5000, outcomes={Outcome.STORED: 896, Outcome.NOT_SENT: 4104})
    page = samples.page_of(idle, many, rows, parent)
    (label,) = [each for each in page.findChildren(QLabel) if each.accessibleIdentifier() == "BatchStatus"]
    assert label.text() == "done · stored 896 · not sent 4,104"
    assert label.accessibleName() == status_text(many) == "done · stored 896 · not sent 4104"


@pytest.mark.usefixtures("thousands")
def test_the_number_of_planned_cases_is_shown_beside_the_bar(parent: QWidget, idle: Worker) -> None:
    page = page_in(parent, idle, "batch-draft")
    page.opened.follow(BatchNews(page.opened.batch, (), (13168, 100000)))
    assert "13,168 of 100,000" in labels(page.plan)
    page.opened.follow(BatchNews(page.opened.batch))
    assert "13,168 of 100,000" not in labels(page.plan)


def test_the_empty_row_tells_its_purpose_to_the_eye(parent: QWidget, idle: Worker) -> None:
    table = find(QTableView, "Attributes", page_in(parent, idle, "batch-draft"))
    option, model = QStyleOptionViewItem(), table.model()
    delegate = table.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(option, model.index(model.rowCount() - 1, NAME))
    assert option.text == "+ New attribute"
    delegate.initStyleOption(option, model.index(0, NAME))
    assert option.text == "prioridad"


def test_a_limit_that_is_reached_tells_when_the_next_case_is_sent(parent: QWidget, idle: Worker) -> None:
    batch, rows = samples.paused()
    running = samples.replace(batch, state=BatchState.RUNNING, pause=None, options=Options(a_minute=3))
    page = samples.page_of(idle, running, rows, parent)
    parent.show()
    now = QDateTime.currentDateTime()
    ago = [now.addSecs(seconds) for seconds in (-40, -30, -10)]
    ended = [samples.replace(row, at=each.toMSecsSinceEpoch()) for row, each in zip(rows, ago, strict=False)]
    page.opened.follow(BatchNews(samples.replace(running, name="other"), tuple(ended[:2])))
    assert "limit" not in labels(page.run)
    page.opened.follow(BatchNews(running, tuple(ended[2:])))
    at = ago[0].addSecs(60).toString("HH:mm:ss")
    assert f"The limit is reached: the next case is sent at about {at}." in labels(page.run)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_where_nothing_can_be_edited_is_no_error(parent: QWidget, idle: Worker, key: Qt.Key) -> None:
    table = find(QTableView, "Attributes", page_in(parent, idle, "batch-draft"))
    table.setCurrentIndex(table.model().index(table.model().rowCount() - 1, VALUE))
    told: list[str] = []
    before = qInstallMessageHandler(lambda _kind, _where, text: told.append(text or ""))
    QTest.keyClick(table, key)
    qInstallMessageHandler(before)
    assert told == []


def test_the_focus_of_a_button_is_given_to_the_one_in_its_place_and_never_to_stop(
    qtbot: QtBot, parent: QWidget, idle: Worker
) -> None:
    batch, rows = samples.paused()
    page = samples.page_of(idle, batch, rows, parent)
    parent.show()
    parent.activateWindow()
    running = samples.replace(batch, state=BatchState.RUNNING, pause=None)
    go_on, stop = find(QPushButton, "Go on", page), find(QPushButton, "Stop", page)
    go_on.setFocus()
    qtbot.waitUntil(go_on.hasFocus)
    page.opened.follow(BatchNews(running))
    pause = find(QPushButton, "Pause", page)
    assert pause.hasFocus()
    QTest.keyClick(pause, Qt.Key.Key_Space)
    assert page.opened.is_pausing
    assert not stop.hasFocus()
    page.opened.follow(BatchNews(batch))
    assert go_on.hasFocus()


def test_a_stop_has_an_echo_too(parent: QWidget, idle: Worker) -> None:
    batch, rows = samples.paused()
    running = samples.replace(batch, state=BatchState.RUNNING, pause=None)
    page = samples.page_of(idle, running, rows, parent)
    parent.show()
    press("Stop", page)
    said = "Stopping: it waits for the answers in flight. No further case is sent."
    for news in (batch, samples.replace(running, name="other")):
        assert said in labels(page.run)
        assert not find(QPushButton, "Stop", page).isEnabled()
        page.opened.follow(BatchNews(news))
    page.opened.follow(BatchNews(samples.replace(batch, state=BatchState.DONE, pause=None)))
    assert said not in labels(page.run)


def test_cases_that_are_taken_out_are_counted_apart(qtbot: QtBot, parent: QWidget, idle: Worker) -> None:
    batch, rows = samples.planned()
    rows = (samples.replace(rows[0], is_out=True), *rows[1:])
    page = samples.page_of(idle, batch, rows, parent)
    parent.show()
    changing = batch.plans[RowPlan.CHANGES]
    qtbot.waitUntil(lambda: f"will change {changing - 1}" in labels(page.plan))
    assert labels(page.plan).partition("\n")[0].endswith(" · taken out 1")


def test_the_page_stays_as_it_is_while_a_plan_lapses_by_typing(parent: QWidget, idle: Worker) -> None:
    batch, rows = samples.planned()
    page = samples.page_of(idle, batch, rows, parent)
    page.changes.unfold(is_open=True)
    parts = page.cases, page.changes, page.plan, page.run
    before = [part.is_open for part in parts]
    page.opened.follow(BatchNews(samples.replace(batch, state=BatchState.DRAFT)))
    assert [part.is_open for part in parts] == before == [False, True, True, True]


def test_a_pause_has_an_echo_until_the_answers_in_flight_are_there(parent: QWidget, idle: Worker) -> None:
    batch, rows = samples.paused()
    running = samples.replace(batch, state=BatchState.RUNNING, pause=None)
    page = samples.page_of(idle, running, rows, parent)
    parent.show()
    press("Pause", page)
    said = "Pausing: it waits for the answers in flight. No further case is sent."
    assert said in labels(page.run)
    assert not find(QPushButton, "Pause", page).isEnabled()
    page.opened.follow(BatchNews(samples.replace(running, name="other")))
    assert said in labels(page.run)
    page.opened.follow(BatchNews(batch))
    page.opened.follow(BatchNews(running))
    assert said not in labels(page.run)
    assert find(QPushButton, "Pause", page).isEnabled()


def test_the_title_tells_the_name_and_the_progress(parent: QWidget, idle: Worker) -> None:
    page = page_in(parent, idle, "batch-paused")
    assert (page.title, page.progress) == ("Batch Retrasos de noviembre", "24 of 60")
    assert page_in(parent, idle, "batch-done").progress == ""


def test_a_plan_needs_cases_and_changes(parent: QWidget, idle: Worker) -> None:
    batch = samples.batch_of(BatchState.DRAFT, (), recipe=type(samples.RECIPE)())
    page = samples.page_of(idle, batch, (), parent)
    page.resize(parent.size())
    parent.show()
    make = find(QPushButton, "Make plan", page)
    assert not make.isEnabled()
    find(QPlainTextEdit, "Case ids", page).setPlainText("203")
    assert not make.isEnabled()
    find(QPlainTextEdit, "New note", page).setPlainText("Hola")
    assert make.isEnabled()


def test_blank_cells_of_a_table_still_clear_the_subject_after_a_letter_in_the_note(
    parent: QWidget, idle: Worker
) -> None:
    batch, rows = samples.draft()
    rule = ValueRule(value="{row.asunto}", blank_clears=True)
    recipe = samples.replace(batch.recipe, subject=rule)
    page = samples.page_of(idle, samples.replace(batch, recipe=recipe), rows, parent)
    parent.show()
    find(QPlainTextEdit, "New note", page).setPlainText("x")
    assert page.opened.batch.recipe.subject == rule


def test_changes_are_typed_while_a_search_is_read_and_not_while_a_plan_is_made(parent: QWidget, idle: Worker) -> None:
    page = page_in(parent, idle, "batch-draft")
    subject = find(QLineEdit, "Subject", page)
    for is_choosing, is_read_only in ((False, True), (True, False)):
        page.opened.is_choosing, page.opened.progress = is_choosing, (3, 12)
        page.opened.progress_changed.emit()
        assert subject.isReadOnly() is is_read_only
    page.opened.progress = None
    page.opened.progress_changed.emit()
    assert not subject.isReadOnly()


def test_pasted_ids_stay_until_the_cases_of_a_search_or_a_table_are_there(parent: QWidget, idle: Worker) -> None:
    page = page_in(parent, idle, "batch-draft")
    there = find(QPlainTextEdit, "Case ids", page).toPlainText()
    page.opened.choose_by_search(Server("http://127.0.0.1"), Filters(state="Arrived"), "State: Arrived")
    page.opened.choose_rows((), Batch(origin=Origin.TABLE))
    assert find(QPlainTextEdit, "Case ids", page).toPlainText() == there
    assert page.opened.batch.ids_text == there


def test_cases_of_another_server_are_refused(parent: QWidget, idle: Worker) -> None:
    batch, rows = samples.draft()
    opened = samples.opened(idle, batch, rows, parent)
    choice = ListChoice(Server("https://other.example"), ("77", "78"))
    page = BatchPage(opened, idle, lambda: choice, parent)
    parent.show()
    told: list[str] = []
    opened.message_emitted.connect(lambda message: told.append(message.text))
    press("From the list", page)
    assert opened.batch == batch
    assert told == ["This batch is for cases of 127.0.0.1. Show that server in the list."]


@pytest.mark.parametrize(("out", "fields", "left"), [(51, 0, 0), (48, 0, 3), (0, 3, 0), (0, 1, 51)])
def test_run_counts_no_case_that_is_taken_out(parent: QWidget, idle: Worker, out: int, fields: int, left: int) -> None:
    batch, rows = samples.planned()
    names = tuple(change.field for change in samples.changes_of(1))[:fields]
    rows = tuple(msgspec.structs.replace(row, fields_out=names) for row in taken_out(rows, out))
    page = shown(samples.page_of(idle, batch, rows, parent), parent)
    assert find(QPushButton, "Run", page).isEnabled() is (left > 0)
    question = f"Change {left} cases of the demo server?"
    assert (question in labels(page)) is (left > 0)


def shown(page: BatchPage, parent: QWidget) -> BatchPage:
    page.resize(parent.size())
    parent.show()
    return page


def taken_out(rows: Sequence[Row], count: int) -> list[Row]:
    """Take out the first rows that change."""
    first = {row.number for row in [row for row in rows if row.plan is RowPlan.CHANGES][:count]}
    return [msgspec.structs.replace(row, is_out=row.number in first) for row in rows]


class Asked(OpenBatch):
    """Keeps what is taken out."""

    asked: tuple[tuple[tuple[int, ...], str, bool], ...] = ()

    def take_out(self, rows: Iterable[int], field: str, *, is_out: bool) -> None:
        self.asked = (*self.asked, (tuple(rows), field, is_out))


@pytest.mark.parametrize("is_out", [False, True])
def test_a_case_is_taken_out_with_all_its_fields_and_put_back(parent: QWidget, idle: Worker, is_out: bool) -> None:
    batch, rows = samples.planned()
    opened = Asked(idle, batch, lambda: {"here.example"}, parent)
    opened.rows = [msgspec.structs.replace(row, is_out=is_out) for row in rows]
    page = shown(BatchPage(opened, idle, lambda: None, parent), parent)
    page.plan.model.unfold(0, is_open=True)
    page.plan.table.go_to(1)
    row, group = page.plan.model.row_at(1), page.plan.model.group_at(1)
    assert row is not None
    assert group is not None
    assert group.key.change is not None
    numbers, field = (row.number,), group.key.change.field
    press("Put cases back" if is_out else "Take out cases", page)
    press("Put back" if is_out else "Take out", page)
    back = ((numbers, "", False),) if is_out else ()
    assert opened.asked == ((numbers, "", not is_out), *back, (numbers, field, not is_out))


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_other_people_s_words_are_no_html(parent: QWidget, idle: Worker, name: str) -> None:
    page = page_in(parent, idle, name)
    fixed = {"Subject", "Notes", "Tags", "Attributes"}  # of the page itself
    rich = [
        label.text()
        for label in page.findChildren(QLabel)
        if label.textFormat() is not Qt.TextFormat.PlainText and label.buddy() is None and label.text() not in fixed
    ]
    assert rich == []


def test_the_plan_of_an_undo_is_not_exported(parent: QWidget, idle: Worker) -> None:
    batch, rows = samples.planned()
    page = shown(samples.page_of(idle, msgspec.structs.replace(batch, undo_of=3), rows, parent), parent)
    exports = [button for button in page.findChildren(QPushButton) if button.text() == "Export plan…"]
    assert [button.isVisibleTo(page) for button in exports] == [False]
