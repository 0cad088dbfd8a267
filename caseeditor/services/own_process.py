"""Further processes of this program, which may crash without harm."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

_PACKAGES = Path(__file__).resolve().parents[2]
"""The folder that has this program's package: Python looks for it in the working folder first."""


def start_own_process(argument: str) -> "subprocess.Popen[bytes] | None":
    """Start this program with an argument, its streams at this end; None if it would have none. Raises OSError."""
    import subprocess  # noqa: PLC0415 - not before the window is up

    command = own_command(argument)
    if command is None:
        return None
    return subprocess.Popen(  # noqa: S603 - this program
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_PACKAGES,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def own_command(argument: str) -> list[str] | None:
    """Return the command that starts this program with an argument, None if it would have no streams."""
    if getattr(sys, "frozen", False):
        program = Path(sys.executable)
        console = program.with_name("caseeditor-console.exe")  # a Windows program without a console has no streams
        if console.exists():
            return [str(console), argument]
        return None if sys.platform == "win32" else [str(program), argument]
    return [sys.executable, "-m", "caseeditor", argument]
