"""Runs the program, in a process of its own, with unexpected exceptions. Argument: data folder.

Prints the text of Status after each.
"""

import sys
import threading
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from caseeditor.app import App
from caseeditor.domain.timeouts import Timing
from caseeditor.startup import Options


def main(folder: Path) -> int:
    app = App(Options(demo=True, data_dir=folder), Timing())
    work = app.workspace
    steps = iter(("slot", "thread", "end"))

    def in_thread() -> None:
        raise ArithmeticError("in a thread")

    def step() -> None:
        now = next(steps)
        QTimer.singleShot(0, report)
        if now == "slot":
            assert app.demo
            raise LookupError(f"in a slot, of {app.demo.token}")
        if now == "thread":
            thread = threading.Thread(target=in_thread)
            thread.start()
            thread.join()
        else:
            app.window.closing.close_at_once()

    def report() -> None:
        status = [each for each in app.window.findChildren(QLabel) if each.accessibleIdentifier() == "Status"]
        sys.stdout.write(f"{app.window.isVisible()} {status[0].text()}\n")
        if app.window.isVisible():
            QTimer.singleShot(0, step)

    account = work.account
    account.changed.connect(lambda: QTimer.singleShot(0, step) if account.has_token and not account.user else None)
    return app.run()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
