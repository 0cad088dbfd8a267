"""Build hook: compiles the translations into the wheel (.qm) with Qt's lrelease, which only PySide6 contains.

PySide6 is therefore a build requirement too: the same wheel that the program needs, so it is downloaded once.
"""

import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Catalogues(BuildHookInterface[Any]):
    """Runs for wheels. Editable installations use the catalogues built by translations.sh."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        self._built = tempfile.TemporaryDirectory()
        for source in sorted(Path(self.root, "resources", "translations").glob("*.ts")):
            built = Path(self._built.name, source.with_suffix(".qm").name)
            subprocess.run([_lrelease(), "-silent", source, "-qm", built], check=True)
            build_data["force_include"][str(built)] = f"caseeditor/resources/translations/{built.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - hatch's signature
        if version != "editable":
            self._built.cleanup()


def _lrelease() -> Path:
    package = find_spec("PySide6")
    if package is None or not package.submodule_search_locations:
        raise FileNotFoundError("PySide6, which brings lrelease, is not installed where this is built")
    return Path(package.submodule_search_locations[0], "lrelease.exe" if sys.platform == "win32" else "lrelease")
