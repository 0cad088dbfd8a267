"""Licences and SBOM name the libraries that Python for Windows brings into the program."""

import importlib.util
import struct
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
TEXTS = 'Apache License; libffi - Copyright; "bzip2"; Tcl; Microsoft Distributable Code'


@pytest.fixture(scope="module")
def windows_parts() -> ModuleType:
    spec = importlib.util.spec_from_file_location("windows_parts", ROOT / "packaging" / "windows_parts.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def with_version(*numbers: int) -> bytes:
    """Build a file with the numbers of VS_FIXEDFILEINFO (Windows' resource with a file's version)."""
    major, minor, build, revision = numbers
    return b"MZ..." + struct.pack("<LL4H", 0xFEEF04BD, 0x10000, minor, major, revision, build) + b"..."


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """Lay out a program's folder with the libraries of CPython 3.13 for Windows and of PySide6."""
    files = {
        "python3.dll": b"",
        "python313.dll": b"",
        "libcrypto-3.dll": with_version(3, 0, 15, 0),
        "libssl-3.dll": with_version(3, 0, 15, 0),
        "libffi-8.dll": b"",
        "sqlite3.dll": with_version(3, 45, 3, 0),
        "VCRUNTIME140.dll": with_version(14, 42, 34226, 3),
        "_bz2.pyd": b"\0001.0.8, 13-Jul-2019\0",
        "_decimal.pyd": b"\0004.0.0\0",
        "_lzma.pyd": b"",
        "pyexpat.pyd": b"\0expat_2.6.4\0",
        "PySide6/Qt6Core.dll": with_version(6, 11, 3, 0),
        "PySide6/MSVCP140.dll": with_version(14, 44, 35211, 0),
    }
    for name, data in files.items():
        path = tmp_path / "_internal" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path


def test_each_library_is_named_with_the_version_in_its_file(windows_parts: ModuleType, frozen: Path) -> None:
    found = {part.name: part.version for part in windows_parts.windows_parts(frozen, TEXTS)}
    assert found.pop("zlib").startswith("1.")
    assert found == {
        "OpenSSL": "3.0.15",
        "SQLite": "3.45.3",
        "libffi": "",
        "bzip2": "1.0.8",
        "liblzma": "",
        "mpdecimal": "4.0.0",
        "Expat": "2.6.4",
        "Microsoft Visual C++ runtime": "14.44.35211.0",
    }


def test_each_licence_text_is_here_or_in_pythons_own_file(windows_parts: ModuleType, frozen: Path) -> None:
    texts = {part.text for part in windows_parts.windows_parts(frozen, TEXTS)} - {windows_parts.PYTHONS}
    here = {path.name for path in (ROOT / "packaging" / "licences" / "windows").iterdir()}
    assert texts == here


def test_an_unknown_library_stops_the_build(windows_parts: ModuleType, frozen: Path) -> None:
    (frozen / "_internal" / "libnew-1.dll").touch()
    with pytest.raises(SystemExit, match=r"libnew-1\.dll"):
        windows_parts.windows_parts(frozen, TEXTS)


@pytest.mark.parametrize("missing", ["Apache License", "libffi - Copyright", "Microsoft Distributable Code"])
def test_a_missing_licence_text_stops_the_build(windows_parts: ModuleType, frozen: Path, missing: str) -> None:
    with pytest.raises(SystemExit, match="has no text"):
        windows_parts.windows_parts(frozen, TEXTS.replace(missing, ""))
