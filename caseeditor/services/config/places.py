"""The program's folders. The only module that imports platformdirs; fast to import, for a start that hands over."""

from pathlib import Path
from typing import NamedTuple

_NAME = "caseeditor"


class Folders(NamedTuple):
    """The folders of settings, data and logs."""

    settings: Path
    data: Path
    logs: Path


def folders(data_dir: Path | None) -> Folders:
    """Return the system's folders, or those below `data_dir`."""
    if data_dir is not None:
        return Folders(data_dir, data_dir, data_dir / "log")
    import platformdirs  # noqa: PLC0415 - not needed with --data-dir

    dirs = platformdirs.PlatformDirs(_NAME, appauthor=False)
    return Folders(dirs.user_config_path, dirs.user_data_path, dirs.user_log_path)
