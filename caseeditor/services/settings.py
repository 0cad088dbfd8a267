"""What the program remembers about itself, and its folders. The only module that imports platformdirs."""

import contextlib
import logging
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

import msgspec
import platformdirs

from caseeditor.services.folder import make_private

log = logging.getLogger(__name__)
_NAME = "caseeditor"


class Folders(msgspec.Struct, frozen=True):
    """Where settings, data and logs are."""

    settings: Path
    data: Path
    logs: Path


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings. `domains` tells which server an unlike host of case pages belongs to.

    `geometry` and `arrangement` are the window's, base64. `proxy` is a URL; '' goes by the environment. `theme` is
    light, dark, contrast, or '' for the system's. `text_size` is in percent of the system's. `language` is en, es,
    pt_BR, or '' for the system's. `keep_days` is how long the history is kept. `stamp` is the attribute
    that submissions are stamped by (delivery.md, rule 13), '' for none.
    """

    server: str = ""
    domains: Mapping[str, str] = {}
    proxy: str = ""
    plain_http: bool = False
    language: str = ""
    theme: str = ""
    text_size: int = 100
    keep_days: int = 90
    stamp: str = ""
    geometry: str = ""
    arrangement: str = ""


def folders(data_dir: Path | None) -> Folders:
    """Return the system's folders, or those below `data_dir`."""
    if data_dir is not None:
        return Folders(data_dir, data_dir, data_dir / "log")
    dirs = platformdirs.PlatformDirs(_NAME, appauthor=False)
    return Folders(dirs.user_config_path, dirs.user_data_path, dirs.user_log_path)


class SettingsFile:
    """settings.json. Reading and writing block; a setting that can't be read counts as not set."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "settings.json"

    def read(self) -> Settings:
        try:
            found = msgspec.json.decode(self._path.read_bytes(), type=dict[str, msgspec.Raw])
        except FileNotFoundError:
            return Settings()
        except (OSError, msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
            log.warning("settings: %s", type(error).__name__)
            return Settings()
        read: dict[str, object] = {}
        for field in msgspec.structs.fields(Settings):
            with contextlib.suppress(KeyError, msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
                read[field.name] = msgspec.json.decode(found[field.name], type=field.type)
        return msgspec.structs.replace(Settings(), **read)

    def write(self, settings: Settings) -> None:
        """Replace the file in one step; what can't be written is logged, not raised: settings are a comfort."""
        try:
            make_private(self._path.parent)
            handle, name = tempfile.mkstemp(prefix="settings", dir=self._path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(msgspec.json.format(msgspec.json.encode(settings)))
                Path(name).replace(self._path)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError as error:
            log.warning("settings: not written, %s", type(error).__name__)
