"""Runs the program under a policy file, prints its messages, fields and diagnosis, how often it read them, and exits.

Arguments: folder, policy file. At least one of the policy's fields has to apply.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPlainTextEdit

from caseeditor.app import App
from caseeditor.domain.fields import reading
from caseeditor.domain.fields.reading import FieldsFound
from caseeditor.startup import Options
from caseeditor.ui.messages.message import Message
from tests.ui.parts import TIMING, find


def main(folder: Path, policy: Path) -> int:
    read, reads = reading.read_fields, list[bytes]()

    def read_counted(content: bytes, language: str) -> FieldsFound:
        reads.append(content)
        return read(content, language)

    reading.read_fields = read_counted
    app = App(Options(data_dir=folder, language="en"), TIMING, policy=policy)
    say = app.window.say

    def tell(message: Message) -> None:
        sys.stdout.write("".join(f"message: {line}\n" for line in (message.text, *message.lines)))
        say(message)

    def look() -> None:
        schema = app.workspace.cases.schema
        if schema is None:
            return
        timer.stop()
        sys.stdout.write(f"fields: {', '.join(field.words for field in schema.fields.values())}\n")
        next(each for each in app.window.findChildren(QAction) if each.text() == "Diagnostics…").trigger()
        sys.stdout.write(find(QPlainTextEdit, "Diagnostics", app.window).toPlainText() + "\n")
        sys.stdout.write(f"reads: {len(reads)}\n")
        app.window.closing.close_at_once()

    app.window.say = tell  # type: ignore[method-assign]  # a window without a case has no bar to read
    timer = QTimer(app.window)
    timer.timeout.connect(look)
    timer.start(5)
    return app.run()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
