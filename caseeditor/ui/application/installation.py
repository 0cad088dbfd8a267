"""Where this installation keeps what, and what its administrator has set for good."""

from pathlib import Path

import msgspec


class Installed(msgspec.Struct, frozen=True):
    """The folders, and the names of the settings that a policy locks. The demo has no keyring."""

    settings: Path
    data: Path
    logs: Path
    locked: frozenset[str] = frozenset()
    is_demo: bool = False


NOT_INSTALLED = Installed(Path(), Path(), Path())
"""For a window that is shown without a program around it."""
