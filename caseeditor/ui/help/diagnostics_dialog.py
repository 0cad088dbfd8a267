"""Help, Diagnostics: the result of `--check` for the running program."""

from PySide6.QtWidgets import QWidget

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.diagnosis import Finding
from caseeditor.runtime.worker import Outcome, Success, call
from caseeditor.ui.help.diagnostics_text import finding_line, version_lines
from caseeditor.ui.messages.texts import translate
from caseeditor.ui.state.workspace import Workspace
from caseeditor.ui.widgets.dialogs import TextDialog


def show_diagnostics(workspace: Workspace, policy_lines: tuple[str, ...], parent: QWidget) -> TextDialog:
    """Show the diagnosis of this installation, including policy, server and keyring."""
    dialog = TextDialog(translate("Diagnosis", "Diagnostics"), "\n".join((*version_lines(), *policy_lines)), parent)
    dialog.use_fixed_font()
    dialog.add_copy()
    dialog.wait_for(translate("Diagnosis", "Checking folder, keyring and server"))

    def on_found(outcome: Outcome[tuple[Finding, ...]]) -> None:
        dialog.end_waiting()
        if isinstance(outcome, Success):
            dialog.append("\n".join(map(finding_line, outcome.value)))

    workspace.worker.run(call(BackendInterface.diagnose, workspace.account.server), on_found, owner=dialog)
    dialog.open()
    return dialog
