"""Runs the program with a command line, prints the content of the sign-in dialog, and exits.

Arguments: folder, server, then the cases.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QLineEdit

from caseeditor.app import App
from caseeditor.domain.case.reference import parse_server
from caseeditor.startup import Options
from caseeditor.ui.account.sign_in_dialog import SignInDialog
from tests.ui.parts import TIMING, name_of


def main(folder: Path, url: str, cases: tuple[str, ...]) -> int:
    server = parse_server(url) if url else None
    app = App(Options(data_dir=folder, server=server, cases=cases), TIMING, policy=folder / "no policy")

    def look() -> None:
        dialog = app.window.findChild(SignInDialog)
        if not isinstance(dialog, SignInDialog):
            return
        (field,) = (each for each in dialog.findChildren(QLineEdit) if name_of(each) == "Server")
        said = " ".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())
        if field.text() or "never used" in said:
            sys.stdout.write(f"{field.text()}\n{said}\n")
            timer.stop()
            app.window.closing.close_at_once()

    timer = QTimer(app.window)
    timer.timeout.connect(look)
    timer.start(5)
    return app.run()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], tuple(sys.argv[3:])))
