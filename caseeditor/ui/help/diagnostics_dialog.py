"""Help, Diagnostics: what `--check` says, of this start of the program."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caseeditor.domain.diagnosis import Finding
from caseeditor.runtime.worker import Done, Outcome
from caseeditor.ui.help.diagnostics_text import finding_line, version_lines
from caseeditor.ui.messages.texts import translate
from caseeditor.ui.state.workspace import Workplace
from caseeditor.ui.widgets.text_dialog import TextDialog

if TYPE_CHECKING:
    from caseeditor.services.backend import Desk


def show_diagnostics(workplace: Workplace, parent: QWidget) -> TextDialog:
    """Show what works in this installation; the server is asked for it, and the keyring."""
    dialog = TextDialog(translate("Diagnosis", "Diagnostics"), "\n".join(version_lines()), parent)
    dialog.use_fixed_font()
    dialog.add_copy()
    dialog.wait_for(translate("Diagnosis", "Looking at folder, keyring and server"))
    server = workplace.account.server

    async def diagnose(desk: "Desk") -> tuple[Finding, ...]:
        return tuple([finding async for finding in desk.diagnosis.find(server)])

    def on_found(outcome: Outcome[tuple[Finding, ...]]) -> None:
        dialog.end_waiting()
        if isinstance(outcome, Done):
            dialog.append("\n".join(map(finding_line, outcome.value)))

    workplace.background.ask(diagnose, on_found, whose=dialog)
    dialog.open()
    return dialog
