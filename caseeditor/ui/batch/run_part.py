"""The part *Run*: its options and buttons, and the reason of a pause."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QMessageBox, QWidget

from caseeditor.domain.batch.batch import Batch, BatchState, Options
from caseeditor.ui.batch.buttons import make_button, make_label
from caseeditor.ui.batch.folding import FoldingPart
from caseeditor.ui.batch.plan_model import PlanModel
from caseeditor.ui.batch.texts import BatchCounts, pause_words, progress_words, server_words, state_name
from caseeditor.ui.messages.texts import translate
from caseeditor.ui.state.open_batch import OpenBatch
from caseeditor.ui.widgets.wheel import SpinBox

_FASTEST = 6000


class RunPart(FoldingPart):
    """Runs the plan. Only the buttons that mean something now are there."""

    def __init__(self, opened: OpenBatch, plan: PlanModel, parent: QWidget) -> None:
        super().__init__(translate("Batch", "Run"), translate("Batch", "Run part"), parent)
        self._opened, self._plan = opened, plan
        self._canary = QCheckBox(self.tr("Stop after the first rows"), self)
        self._canary.setToolTip(self.tr("After 3 rows, then after 1 percent, for you to look at the results"))
        self._pace = SpinBox(self)
        most = opened.limits.a_minute
        self._pace.setRange(1 if most else 0, most or _FASTEST)
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
        self._stop = make_button(self.tr("Stop"), self._on_stop, self)
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
                field.setChecked(batch.options.canary or opened.limits.is_canary_forced)
            else:
                field.setValue(batch.options.a_minute)
            field.blockSignals(was)
            is_forced = field is self._canary and opened.limits.is_canary_forced
            field.setEnabled(state is not BatchState.DONE and not is_forced)
        is_ready = state is BatchState.PLANNED and opened.progress is None and bool(self._to_change())
        self._run.setVisible(opened.is_editable)
        self._run.setEnabled(is_ready)
        self._run.setDefault(is_ready)
        self._go_on.setVisible(state is BatchState.PAUSED)
        self._go_on.setDefault(state is BatchState.PAUSED)
        self._pause.setVisible(state is BatchState.RUNNING)
        self._stop.setVisible(state in (BatchState.RUNNING, BatchState.PAUSED))
        self._said.setText(self._words(batch))
        self.header.show_summary(self._summary(batch))

    def focus_first(self) -> None:
        """Give the focus to the button that goes on."""
        for button in (self._run, self._go_on, self._pause):
            if button.isVisible() and button.isEnabled():
                button.setFocus()
                return

    def _words(self, batch: Batch) -> str:
        match batch.state:
            case BatchState.DRAFT:
                return self.tr("Make the plan first: only what it shows is sent.")
            case BatchState.PLANNED if self._to_change() == 0:
                return self.tr("Nothing would change.")
            case BatchState.PLANNED:
                return self.tr(
                    "Ready. Only what the plan shows is sent; fields changed since by others are left alone."
                )
            case BatchState.RUNNING:
                return self.tr("Running. Pause takes effect after the answers in flight.")
            case BatchState.PAUSED:
                return pause_words(batch)
            case BatchState.DONE:
                return self.tr("Done.")

    def _summary(self, batch: Batch) -> str:
        if batch.is_active or batch.state is BatchState.DONE:
            return f"{state_name(batch.state)}, {progress_words(self._opened.handled, batch.rows)}"
        return state_name(batch.state)

    def _to_change(self) -> int | None:
        """Return the number of cases that a run may change, None while they are counted."""
        return self._plan.counted.changing if self._plan.is_current else None

    def _on_options(self) -> None:
        self._opened.edit(options=Options(canary=self._canary.isChecked(), a_minute=self._pace.value()))

    def _on_run(self) -> None:
        """Ask once, with the number in words."""
        batch = self._opened.batch
        count = self._to_change() or 0
        text = BatchCounts().change_question(count).format(server_words(batch.server))
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Run batch"), text, parent=self)
        canary = self.tr("It stops after the first 3 for you to look.")
        box.setInformativeText(canary if self._canary.isChecked() else self.tr("It runs without a stop."))
        yes = box.addButton(self.tr("Run"), QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(yes)
        box.setEscapeButton(no)
        yes.clicked.connect(self._opened.run)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _on_stop(self) -> None:
        batch = self._opened.batch
        left = batch.rows - self._opened.handled
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Stop batch"), self.tr("Stop for good?"), parent=self)
        box.setInformativeText(self.tr("The rest is not sent: {0}.").format(BatchCounts().rest(left)))
        yes = box.addButton(self.tr("Stop"), QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        yes.clicked.connect(self._opened.stop)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
