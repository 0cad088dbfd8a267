"""The libraries that Python for Windows and the Visual C++ runtime bring into the frozen program.

Versions are read from the frozen files (zlib's from the running Python, which froze them). libffi and liblzma record
none.
"""

import re
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

_VERSION_INFO = b"\xbd\x04\xef\xfe"
"""The signature of VS_FIXEDFILEINFO, in the resource with a file's version."""
PYTHONS = "LICENSE.txt"
"""Python's own licence file, which for Windows includes the texts of most of these libraries."""


class Part(NamedTuple):
    """A library in the program. `version` is '' if unknown; `text` is the name of the file with its licence."""

    name: str
    version: str
    licence: str
    text: str


class _Kind(NamedTuple):
    name: str
    files: str
    licence: str
    version: Callable[[bytes], str]
    text: str = PYTHONS
    mark: str = ""
    """Words of the licence in Python's own file."""


def windows_parts(frozen: Path, pythons_licence: str) -> list[Part]:
    """Return the libraries found in the program's folder.

    Raises:
        SystemExit: A library belongs to no known part, or Python's licence file lacks the text of one.
    """
    libraries = [path for path in sorted((frozen / "_internal").rglob("*")) if path.suffix.lower() in (".dll", ".pyd")]
    found: dict[str, Part] = {}
    for path in libraries:
        kinds = [kind for kind in _KINDS if re.fullmatch(kind.files, path.name, re.IGNORECASE)]
        if not kinds and path.suffix.lower() == ".dll" and not _is_of_a_package(path, frozen):
            raise SystemExit(f"notices: no licence is known for {path.name}: add it to packaging/windows_parts.py")
        for kind in kinds:
            if kind.mark not in pythons_licence:
                raise SystemExit(f"notices: Python's {PYTHONS} has no text for {kind.name} ('{kind.mark}')")
            version = kind.version(path.read_bytes())
            if kind.name not in found or _numbers(version) > _numbers(found[kind.name].version):
                found[kind.name] = Part(kind.name, version, kind.licence, kind.text)
    return sorted(found.values())


def _is_of_a_package(path: Path, frozen: Path) -> bool:
    """Check for Python's own library, and for the folders of Python packages, whose licences are listed by package."""
    return bool(re.fullmatch(r"python3\d*\.dll", path.name)) or path.parent != frozen / "_internal"


def file_version(data: bytes, count: int = 4) -> str:
    """Return the first numbers of the version in a library's resource, '' if it has none."""
    at = data.find(_VERSION_INFO)
    if at < 0:
        return ""
    minor, major, revision, build = struct.unpack_from("<4H", data, at + 8)
    return ".".join(map(str, (major, minor, build, revision)[:count]))


def _resource(count: int) -> Callable[[bytes], str]:
    return lambda data: file_version(data, count)


def _written(pattern: bytes) -> Callable[[bytes], str]:
    def read(data: bytes) -> str:
        match = re.search(pattern, data)
        return match[1].decode("ascii") if match else ""

    return read


def _running_zlib(_: bytes) -> str:
    return zlib.ZLIB_RUNTIME_VERSION


def _unknown(_: bytes) -> str:
    return ""


def _numbers(version: str) -> list[int]:
    return [int(number) for number in version.split(".") if number]


_KINDS = (
    _Kind("OpenSSL", r"lib(crypto|ssl)-.*\.dll", "Apache-2.0", _resource(3), mark="Apache License"),
    _Kind("SQLite", r"sqlite3\.dll", "blessing", _resource(3), text="SQLite.txt"),
    _Kind("libffi", r"libffi-.*\.dll", "MIT", _unknown, mark="libffi - Copyright"),
    _Kind("zlib", r"(python3\d+|zlib1)\.dll", "Zlib", _running_zlib, text="zlib.txt"),
    _Kind("bzip2", r"_bz2\.pyd", "bzip2-1.0.6", _written(rb"(\d+\.\d+\.\d+), \d+-\w{3}-\d{4}"), mark='"bzip2"'),
    _Kind("liblzma", r"_lzma\.pyd", "public domain", _unknown, text="xz.txt"),
    _Kind("mpdecimal", r"_decimal\.pyd", "BSD-2-Clause", _written(rb"\0(\d+\.\d+\.\d+)\0"), text="mpdecimal.txt"),
    _Kind("Expat", r"pyexpat\.pyd", "MIT", _written(rb"expat_(\d+\.\d+\.\d+)"), text="expat.txt"),
    _Kind("Tcl/Tk", r"t(cl|k)\d+t\.dll", "TCL", _resource(3), mark="Tcl"),
    _Kind(
        "Microsoft Visual C++ runtime",
        r"(vcruntime|msvcp|concrt|vccorlib|ucrtbase|api-ms-win-).*\.dll",
        "LicenseRef-Microsoft-Distributable-Code",
        _resource(4),
        mark="Microsoft Distributable Code",
    ),
)
