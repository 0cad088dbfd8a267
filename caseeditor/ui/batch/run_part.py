"""The part *Run*: its options and buttons, and the reason of a pause."""

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QMessageBox, QPushButton, QWidget

from caseeditor.domain.batch.batch import Batch, BatchState, Options
from caseeditor.ui.batch.buttons import make_button, make_label
from caseeditor.ui.batch.folding import FoldingPart
from caseeditor.ui.batch.plan.plan_model import PlanModel
from caseeditor.ui.batch.texts import BatchCounts, pause_words, progress_words, server_words, state_name
from caseeditor.ui.messages.texts import translate
from caseeditor.ui.state.batch.open_batch import MOST_A_MINUTE, OpenBatch
from caseeditor.ui.widgets.wheel import SpinBox

_MINUTE = 60_000
_SOON = 1500
"""Milliseconds that are no wait."""


class RunPart(FoldingPart):
    """Runs the plan. Only the buttons that mean something now are there."""

    def __init__(self, opened: OpenBatch, plan: PlanModel, parent: QWidget) -> None:
        super().__init__(translate("Batch", "Run"), translate("Batch", "Run part"), parent)
        self._opened, self._plan = opened, plan
        self._canary = QCheckBox(self.tr("Stop after the first rows"), self)
        self._canary.setToolTip(self.tr("After 3 rows, then after 1 percent, for you to look at the results"))
        self._pace = SpinBox(self)
        most = opened.policy.most_a_minute
        self._pace.setRange(1 if most else 0, most or MOST_A_MINUTE)
        if not most:
            self._pace.setSpecialValueText(self.tr("No limit"))
        self._pace.setSuffix(self.tr(" a minute"))
        for field in (self._pace, self._pace.lineEdit()):
            field.setAccessibleName(self.tr("At most this many cases a minute"))
        pace = QLabel(self.tr("At most"), self)
        pace.setBuddy(self._pace)
        self._run = make_button(self.tr("Run"), self._on_run, self)
        self._go_on = make_button(self.tr("Go on"), opened.run, self)
        self._pause = make_button(self.tr("Pause"), opened.pause, self)
        self._stop = make_button(self.tr("Stop"), opened.stop, self)
        self._stop.setToolTip(self.tr("The rest is not sent; a new batch can be made of it"))
        self._has_focus_to_give = False
        """The header keeps the focus of a button until another one takes its place."""
        self._said = make_label(self)
        row = QHBoxLayout()
        row.addWidget(self._canary)
        row.addSpacing(12)
        row.addWidget(pace)
        row.addWidget(self._pace)
        row.addStretch()
        for button in (self._stop, self._pause, self._go_on, self._run):
            row.addWidget(button)
        self.inside.addWidget(self._said)
        self.inside.addLayout(row)
        self._canary.toggled.connect(self._on_options)
        self._pace.valueChanged.connect(self._on_options)
        opened.changed.connect(self.show_batch)
        opened.progress_changed.connect(self.show_batch)
        opened.rows_changed.connect(self.show_batch)
        plan.grouped.connect(self.show_batch)
        self.show_batch()

    def show_batch(self) -> None:
        """Show the state of the run."""
        opened, batch, state = self._opened, self._opened.batch, self._opened.batch.state
        for field, was in (
            (self._canary, self._canary.blockSignals(True)),
            (self._pace, self._pace.blockSignals(True)),
        ):
            if isinstance(field, QCheckBox):
                field.setChecked(batch.options.canary or opened.policy.is_canary_forced)
            else:
                field.setValue(batch.options.a_minute)
            field.blockSignals(was)
            is_forced = field is self._canary and opened.policy.is_canary_forced
            field.setEnabled(state is not BatchState.DONE and not is_forced)
        is_ready = state is BatchState.PLANNED and opened.progress is None and bool(self._to_change())
        is_active, is_stopping = state in (BatchState.RUNNING, BatchState.PAUSED), opened.is_stopping
        self._show_steps(
            {
                self._run: (opened.is_editable, is_ready),
                self._go_on: (state is BatchState.PAUSED, not is_stopping),
                self._pause: (state is BatchState.RUNNING, not (opened.is_pausing or is_stopping)),
            }
        )
        self._run.setDefault(is_ready)
        self._go_on.setDefault(state is BatchState.PAUSED)
        self._stop.setVisible(is_active)
        self._stop.setEnabled(not is_stopping)
        self._said.setText(self._words(batch))
        self.header.show_summary(self._summary(batch))

    def focus_first(self) -> None:
        """Give the focus to the button that goes on."""
        for button in (self._run, self._go_on, self._pause):
            if button.isVisible() and button.isEnabled():
                button.setFocus()
                return

    def _show_steps(self, steps: dict[QPushButton, tuple[bool, bool]]) -> None:
        """Show and enable Run, Go on and Pause; the focus of one that vanishes is given to the one in its place.

        Qt would give it to Stop, which the next Space presses.
        """
        if any(button.hasFocus() and not all(wanted) for button, wanted in steps.items()):
            self.header.setFocus()
            self._has_focus_to_give = True
        for button, (is_shown, is_enabled) in steps.items():
            button.setEnabled(is_enabled)
            button.setVisible(is_shown)
        if self._has_focus_to_give:
            if self.header.hasFocus():
                self.focus_first()
            self._has_focus_to_give = self.header.hasFocus()

    def _words(self, batch: Batch) -> str:
        match batch.state:
            case BatchState.RUNNING | BatchState.PAUSED if self._opened.is_stopping:
                return self.tr("Stopping: it waits for the answers in flight. No further case is sent.")
            case BatchState.DRAFT:
                return self.tr("Make the plan first: only what it shows is sent.")
            case BatchState.PLANNED if self._to_change() == 0:
                return self.tr("Nothing would change.")
            case BatchState.PLANNED:
                return f"{self._question(batch)} {self._stop_words()} {self._ready_words()}"
            case BatchState.RUNNING if self._opened.is_pausing:
                return self.tr("Pausing: it waits for the answers in flight. No further case is sent.")
            case BatchState.RUNNING:
                said = self.tr("Running. Pause takes effect after the answers in flight.")
                return " ".join(filter(None, (said, self._limit_words(batch.options.a_minute))))
            case BatchState.PAUSED:
                return pause_words(batch)
            case BatchState.DONE:
                return " ".join(filter(None, (self.tr("Done."), _notes_words(batch))))

    def _limit_words(self, most: int) -> str:
        """Tell when the next case is sent, if the cases of the last minute are as many as the limit allows."""
        ended = self._opened.ended_at
        if not most or len(ended) < most:
            return ""
        due = QDateTime.fromMSecsSinceEpoch(ended[-most] + _MINUTE)
        if QDateTime.currentDateTime().msecsTo(due) < _SOON:
            return ""
        at = QLocale().toString(due.time(), "HH:mm:ss")
        return self.tr("The limit is reached: the next case is sent at about {0}.").format(at)

    def _summary(self, batch: Batch) -> str:
        if batch.is_active or batch.state is BatchState.DONE:
            return f"{state_name(batch.state)}, {progress_words(batch.handled, batch.rows)}"
        return state_name(batch.state)

    def _to_change(self) -> int | None:
        """Return the number of cases that a run may change, None while they are counted."""
        return self._plan.counted.changing if self._plan.is_current else None

    def _on_options(self) -> None:
        self._opened.edit(options=Options(canary=self._canary.isChecked(), a_minute=self._pace.value()))

    def _question(self, batch: Batch) -> str:
        """Ask for the run, with the number in words."""
        count = self._to_change() or 0
        if self._opened.is_demo:
            return BatchCounts().demo_question(count)
        return BatchCounts().change_question(count).format(server_words(batch.server))

    def _stop_words(self) -> str:
        if self._canary.isChecked():
            return self.tr("It stops after the first 3 for you to look.")
        return self.tr("It runs without a stop.")

    def _ready_words(self) -> str:
        return self.tr("Only what the plan shows is sent; fields changed since by others are left alone.")

    def _on_run(self) -> None:
        """Run it. Only a run that won't stop after a few rows needs a second word."""
        if self._canary.isChecked():
            self._opened.run()
            return
        text = self._question(self._opened.batch)
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Run batch"), text, parent=self)
        box.setInformativeText(" ".join(filter(None, (self._stop_words(), _notes_words(self._opened.batch)))))
        yes = box.addButton(self.tr("Run"), QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(yes)
        box.setEscapeButton(no)
        yes.clicked.connect(self._opened.run)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


def _notes_words(batch: Batch) -> str:
    """Tell that notes stay, '' if an undo leaves none."""
    return BatchCounts().notes_stay(batch.notes_left) if batch.notes_left else ""
