"""Starts the program on a data folder, and prints the messages about settings. Argument: the folder.

Changes a setting; once that could not be saved, removes the obstacle and changes it again.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from caseeditor.app import App
from caseeditor.startup import Options
from caseeditor.ui.messages.message import Message
from tests.ui.parts import TIMING


def main(folder: Path) -> int:
    app = App(Options(data_dir=folder, language="en"), TIMING)

    def on_told(message: Message) -> None:
        sys.stdout.write(f"{message.text}\n")
        (folder / "settings.json").rmdir()
        app.workspace.settings_store.change(keep_days=8)

    def on_withdrawn(message: Message) -> None:
        sys.stdout.write(f"Withdrawn: {message.text}\n")
        app.window.close()

    app.workspace.message_emitted.connect(on_told)
    app.workspace.message_withdrawn.connect(on_withdrawn)
    QTimer.singleShot(0, app.window, lambda: app.workspace.settings_store.change(keep_days=7))
    return app.run()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
