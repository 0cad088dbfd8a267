"""The dictionaries on this computer: those of the system, and the packaged ones. Reads folders; blocking."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

_SYSTEMS = (
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/Library/Spelling",
)
_LANGUAGE = re.compile(r"[a-z]{2,3}_[A-Z]{2}|[a-z]{2,3}_[A-Z]{2}_\w{1,20}|[a-z]{2,3}")


class DictionaryFile(msgspec.Struct, frozen=True):
    """A dictionary: `name`.aff and `name`.dic in a folder."""

    folder: str
    name: str


def dictionary_folders(packaged: Path) -> tuple[Path, ...]:
    """Return the folders in which dictionaries are looked for, the most important first."""
    named = os.environ.get("DICPATH", "")
    return (*(Path(each) for each in named.split(os.pathsep) if each), *map(Path, _SYSTEMS), packaged)


def find_dictionaries(folders: Iterable[Path]) -> dict[str, DictionaryFile]:
    """Return the dictionaries by language; of one language, that of the first folder. A broken folder has none."""
    found: dict[str, DictionaryFile] = {}
    for folder in folders:
        try:
            names = sorted(path.stem for path in folder.glob("*.dic"))
        except OSError:
            continue
        for name in names:
            language = name.replace("-", "_")
            if _LANGUAGE.fullmatch(language) and (folder / f"{name}.aff").is_file():
                found.setdefault(language, DictionaryFile(str(folder), name))
    return found
