"""Runs the program once on a data folder. Arguments: `first` or `second`, folder, server, token.

The first run submits a note whose response is lost; the second takes it back from the outbox. Both print their state.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from caseeditor.app import App
from caseeditor.domain.case.reference import Server
from caseeditor.startup import Options
from caseeditor.ui.application.caret import RestingCaret
from caseeditor.ui.outbox.panel import OutboxView
from caseeditor.ui.state.session import Session
from tests.ui.parts import TIMING, column, press, view

Step = tuple[Callable[[], bool], Callable[[], object]]


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def is_settled() -> bool:
    """Tell whether the work that can wait is done."""
    running = QApplication.instance()
    return running is not None and bool(running.findChildren(RestingCaret))


def main(which: str, folder: Path, url: str, token: str) -> int:
    cases = ("9004",) if which == "first" else ()
    app = App(Options(data_dir=folder, server=Server(url), cases=cases), TIMING)
    work = app.workspace
    account = work.account
    account.sign_in_wanted.connect(lambda _: account.sign_in(url, token, keep=False))

    def session() -> Session | None:
        return next(iter(work.sessions.values()), None)

    def has_case() -> bool:
        found = session()
        return found is not None and found.case is not None

    def is_asked() -> bool:
        found = session()
        return found is not None and found.case is not None and found.question is not None

    def outbox() -> OutboxView:
        found = app.window.findChild(OutboxView)
        assert isinstance(found, OutboxView)
        return found

    def write_and_submit() -> None:
        if found := session():
            found.editor.set_note_text("llamar mañana")
            found.submit()

    def look_into_outbox() -> None:
        model = view("Outbox", outbox()).model()
        say("; ".join(column(model)))
        view("Outbox", outbox()).setCurrentIndex(model.index(0, 0))

    def say_what_is_drafted() -> None:
        if found := session():
            say("; ".join(str(change.after) for change in found.list_changes()))

    def is_delivered() -> bool:
        return not work.deliveries.submissions

    close: Step = (is_settled, app.window.close)
    first: list[Step] = [(has_case, write_and_submit), (is_asked, look_into_outbox), close]
    second: list[Step] = [
        (is_asked, look_into_outbox),
        (is_asked, lambda: press("Back to draft", outbox())),
        (is_delivered, say_what_is_drafted),
        close,
    ]
    steps = iter(first if which == "first" else second)
    waiting: list[Step] = [next(steps)]

    def go_on() -> None:
        if waiting and waiting[0][0]():
            _, act = waiting.pop()
            act()
            waiting.extend(step for step in (next(steps, None),) if step)

    timer = QTimer(app.window)
    timer.timeout.connect(go_on)
    timer.start(5)
    return app.run()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], sys.argv[4]))
