"""The command of a further process of this program, which may crash without harm."""

import sys
from pathlib import Path

PACKAGES = Path(__file__).resolve().parents[2]
"""The folder that has this program's package: Python looks for it in the working folder first."""


def own_command(argument: str) -> list[str] | None:
    """Return the command that starts this program with an argument, None if it would have no streams."""
    if getattr(sys, "frozen", False):
        program = Path(sys.executable)
        console = program.with_name("caseeditor-console.exe")  # a Windows program without a console has no streams
        if console.exists():
            return [str(console), argument]
        return None if sys.platform == "win32" else [str(program), argument]
    return [sys.executable, "-m", "caseeditor", argument]
