"""Starts the program on a data folder, changes a setting, and prints the message about it. Argument: the folder."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from caseeditor.app import App
from caseeditor.startup import Options
from caseeditor.ui.messages.message import Message
from tests.ui.parts import TIMING


def main(folder: Path) -> int:
    app = App(Options(data_dir=folder, language="en"), TIMING)

    def print_and_close(message: Message) -> None:
        sys.stdout.write(f"{message.text}\n")
        app.window.close()

    app.workspace.message_emitted.connect(print_and_close)
    QTimer.singleShot(0, app.window, lambda: app.workspace.settings_store.change(keep_days=7))
    return app.run()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
