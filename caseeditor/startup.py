"""Start-up options, and hand-over of cases to a running instance.

Imports neither Qt nor msgspec before the hand-over, which cuts its time to a third.
"""

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from caseeditor.services.config.places import folders
from caseeditor.services.instance.holding import Holding

if TYPE_CHECKING:
    from caseeditor.domain.case.reference import Server
    from caseeditor.services.instance.folder_lock import Holder
    from caseeditor.ui.instance.held_dialog import Choice


class Options(NamedTuple):
    """The options of the command line."""

    server: "Server | None" = None
    cases: tuple[str, ...] = ()
    demo: bool = False
    has_colleagues: bool = False
    """Whether colleagues keep changing cases of the demo."""
    data_dir: Path | None = None
    language: str = ""

    @property
    def is_passing(self) -> bool:
        """Whether all data is temporary: the built-in Social Gateway uses no real folder."""
        return self.demo and self.data_dir is None


def take_folder(options: Options) -> Holding | int | None:
    """Take the data folder for the program; return None if it uses a temporary one.

    If another instance holds the folder, it gets the cases and the exit status is returned. If it does not answer, the
    agent is asked; "Start anyway" returns a Holding that does not hold the folder. Without a screen, a message goes to
    stderr.
    """
    if options.is_passing:
        return None
    holding = Holding(folders(options.data_dir).data)
    while not holding.take():
        if _hand_over(options, holding):
            return 0
        if holding.take():  # the other instance has just ended
            break
        if not has_screen():
            sys.stderr.write(f"{holder_words(holding.holder())}\n")
            return 1
        choice = _ask(options, holding)
        if choice.value == "cancel":
            return 1
        if choice.value == "start anyway":
            holding.take()
            break
    return holding


def has_screen() -> bool:
    """Check that a window would be visible."""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform:
        return platform not in ("offscreen", "minimal")
    return not sys.platform.startswith("linux") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def _hand_over(options: Options, holding: Holding) -> bool:
    cases = [case.encode("utf-8", "replace").decode() for case in options.cases]
    said = {"cases": cases, "server": options.server.url if options.server else ""}
    line = json.dumps(said).encode() + b"\n"
    if sys.platform == "win32":
        from caseeditor.services.instance.holding import PATIENCE, TAKEN  # noqa: PLC0415 - Windows only
        from caseeditor.ui.instance.pipe import hand_over, pipe_name  # noqa: PLC0415 - as above

        return hand_over(pipe_name(holding.folder), line, TAKEN, PATIENCE)
    return holding.hand_over(line)


def holder_words(holder: "Holder") -> str:
    """Format the holder of the data folder, which does not answer, for output without a window."""
    if not (holder.pid or holder.is_elsewhere or holder.since):
        return "Case Editor is already open, but doesn't answer."
    who = f"process {holder.pid}" if holder.pid else "another program"
    has = f"has had the data folder since {holder.since}" if holder.since else "has the data folder"
    return f"Case Editor is already open, but doesn't answer: {who} on {holder.host or 'this computer'} {has}."


def _ask(options: Options, holding: Holding) -> "Choice":
    """Ask the agent, in the window's language."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - seldom

    from caseeditor.services.config.settings import SettingsFile, policy_file, read_policy  # noqa: PLC0415 - as above
    from caseeditor.ui.application import i18n  # noqa: PLC0415 - as above
    from caseeditor.ui.instance.held_dialog import ask_about  # noqa: PLC0415 - as above
    from caseeditor.ui.style.appearance import make_application  # noqa: PLC0415 - as above

    app = QApplication.instance() or make_application()
    where = folders(options.data_dir)
    settings = SettingsFile(where.settings, read_policy(policy_file(), where.settings)).read()
    i18n.speak(app, options.language or settings.language)
    return ask_about(holding.holder())
