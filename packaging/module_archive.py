"""One file with the compiled modules of the frozen program, which archived_modules.py imports from.

Its parts: the size of the index (8 bytes, little-endian), the index, the modules, each as `marshal` writes it. The
index has for each name the place (bytes behind the index) and the size of its code, (0, 0) for a package without a file
of its own; whether it is a package; and its path in the program's folder.
"""

import marshal
from collections.abc import Collection, Mapping
from pathlib import Path, PurePosixPath

NAME = "modules.bin"
_HEADER = 16
"""Bytes before the code in a .pyc file."""


def module_archive(files: Mapping[str, Path], roots: Collection[str] = ()) -> tuple[bytes, set[str]]:
    """Return the archive of the modules among files of the program, and the paths of these.

    `files` are named by their path in the program's folder; `roots` are further folders of Python's path. A module
    whose source is among the files is left out: its package looks for its own.
    """
    index: dict[str, tuple[int, int, bool, str]] = {}
    code = bytearray()
    for path in sorted(files):
        if not path.endswith(".pyc") or "/__pycache__/" in path or path.removesuffix("c") in files:
            continue
        name, is_package = _module(path, roots)
        compiled = files[path].read_bytes()[_HEADER:]
        index[name] = len(code), len(compiled), is_package, path
        code += compiled
    taken = {path for *_, path in index.values()}
    for name in list(index):
        for package in map(str, PurePosixPath(name.replace(".", "/")).parents[:-1]):
            if package.replace("/", ".") not in index and f"{package}/__init__.py" not in files:
                index[package.replace("/", ".")] = 0, 0, True, f"{package}/__init__.pyc"
    header = marshal.dumps(dict(sorted(index.items())))
    return len(header).to_bytes(8, "little") + header + code, taken


def _module(path: str, roots: Collection[str]) -> tuple[str, bool]:
    """Return the name of a module, and whether it is a package."""
    for root in roots:
        path = path.removeprefix(f"{root}/")
    name = path.removesuffix(".pyc").replace("/", ".")
    return name.removesuffix(".__init__"), name.endswith(".__init__")
