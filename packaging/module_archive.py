"""One file with the compiled modules of the frozen program, which archived_modules.py imports from.

Its parts: the size of the index (8 bytes, little-endian), the index, the modules, each as `marshal` writes it. The
index has for each name the place (bytes behind the index) and the size of its code, (0, 0) for a package without a file
of its own; whether it is a package; and its path in the program's folder.
"""

import marshal
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

NAME = "modules.bin"
_HEADER = 16
"""Bytes before the code in a .pyc file."""


def module_archive(files: Mapping[str, Path]) -> tuple[bytes, set[str]]:
    """Return the archive of the modules among files of the program, and the paths of these.

    `files` are named by their path in the program's folder. A module whose source is among them is left out: its
    package looks for that.
    """
    index: dict[str, tuple[int, int, bool, str]] = {}
    code = bytearray()
    for path in sorted(files):
        if not path.endswith(".pyc") or "/__pycache__/" in path or path.removesuffix("c") in files:
            continue
        name = path.removesuffix(".pyc").replace("/", ".")
        is_package = name.endswith(".__init__")
        compiled = files[path].read_bytes()[_HEADER:]
        index[name.removesuffix(".__init__")] = len(code), len(compiled), is_package, path
        code += compiled
    taken = {path for *_, path in index.values()}
    for name in list(index):
        for package in map(str, PurePosixPath(name.replace(".", "/")).parents[:-1]):
            if package.replace("/", ".") not in index and f"{package}/__init__.py" not in files:
                index[package.replace("/", ".")] = 0, 0, True, f"{package}/__init__.pyc"
    header = marshal.dumps(dict(sorted(index.items())))
    return len(header).to_bytes(8, "little") + header + code, taken
