"""The folders of this installation, and the settings that its administrator locked."""

from collections.abc import Callable
from pathlib import Path

import msgspec


class Installed(msgspec.Struct, frozen=True):
    """The folders, and the names of the settings that a policy locks. The demo has no keyring.

    `policy_lines` describes the policy for *Diagnostics*.
    """

    settings: Path
    data: Path
    logs: Path
    locked: frozenset[str] = frozenset()
    is_demo: bool = False
    policy_lines: Callable[[], tuple[str, ...]] = tuple


NOT_INSTALLED = Installed(Path(), Path(), Path())
"""For a window without a program around it, in tests."""
