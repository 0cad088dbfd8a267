"""The frozen program's modules are imported from one file, those of packages without a file of their own too."""

import importlib.util
import marshal
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).parents[1] / "packaging"
HOOK = PACKAGING / "archived_modules.py"
SOURCES = {
    "alone.py": "import threading; VALUE = 1",
    "pack/__init__.py": "from pack import inside; VALUE = inside.VALUE",
    "pack/inside.py": "VALUE = 2",
    "space/below/__init__.py": "",
    "space/below/deep.py": "VALUE = 3",
    "kept/__init__.py": "VALUE = 5",
}
START = f"""
import runpy, sys
sys._MEIPASS = {{folder!r}}
runpy.run_path({str(HOOK)!r})
"""


@pytest.fixture(scope="module")
def writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("module_archive", PACKAGING / "module_archive.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def folder(tmp_path: Path, writer: ModuleType) -> Path:
    """Lay out a program's folder: modules in the archive alone, data, and a package with its source."""
    made, program = tmp_path / "made", tmp_path / "program"
    files = {}
    for path, source in SOURCES.items():
        file = made / f"{path}c"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(bytes(16) + marshal.dumps(compile(source, path, "exec")))
        files[f"{path}c"] = file
    for path in ("kept/__init__.py", "pack/data.txt"):
        file = program / path
        file.parent.mkdir(parents=True)
        file.write_text(SOURCES.get(path, "some data"), "utf-8")
        files[path] = file
    archive, taken = writer.module_archive(files)
    assert taken == {f"{path}c" for path in SOURCES if path != "kept/__init__.py"}
    (program / "modules.bin").write_bytes(archive)
    return program


def run(folder: Path, code: str) -> str:
    """Run code in a Python that imports from the folder's archive."""
    command = (sys.executable, "-c", START.format(folder=str(folder)) + code)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert not done.stderr
    return done.stdout.strip()


def test_modules(folder: Path) -> None:
    code = "import alone, pack, space.below.deep as deep; print(alone.VALUE, pack.VALUE, deep.VALUE)"
    assert run(folder, code) == "1 2 3"


def test_places(folder: Path) -> None:
    code = "import alone, pack, space; print(alone.__file__, pack.__path__, list(space.__path__), sep='|')"
    here, inside, space = (str(folder / name) for name in ("alone.pyc", "pack", "space"))
    assert run(folder, code) == f"{here}|{[inside]}|{[space]}"


def test_files_beside_the_archive(folder: Path) -> None:
    code = f"sys.path.insert(0, {str(folder)!r}); import kept; print(kept.VALUE)"
    assert run(folder, code) == "5"


def test_data_of_a_package(folder: Path) -> None:
    code = "import importlib.resources as r; print((r.files('pack') / 'data.txt').read_text('utf-8'))"
    assert run(folder, code) == "some data"


def test_a_module_that_is_missing(folder: Path) -> None:
    code = "\ntry: import pack.missing\nexcept ModuleNotFoundError as error: print(error)"
    assert run(folder, code) == "No module named 'pack.missing'"


def test_imports_go_on_while_an_update_replaces_the_program(folder: Path) -> None:
    code = f"""
import contextlib
from pathlib import Path
import alone
file = Path({str(folder)!r}) / "modules.bin"
file.with_suffix(".new").write_bytes(b"of another version")
with contextlib.suppress(PermissionError):  # Windows keeps an open file
    file.with_suffix(".new").replace(file)
import pack; print(pack.VALUE)"""
    assert run(folder, code) == "2"


@pytest.mark.parametrize("written", [b"i\0\0\0\0", b"N", b"\xff"])
def test_an_archive_that_was_overwritten(folder: Path, written: bytes) -> None:
    """An import of something else fails as that of a missing module does."""
    code = f"""
from pathlib import Path
import alone
file = Path({str(folder)!r}) / "modules.bin"
with file.open("r+b") as archive:
    archive.write({written!r} * file.stat().st_size)
try:
    import pack
except ImportError as error:
    print(error)"""
    assert run(folder, code) == "pack"


def test_a_module_that_pyside_imports_and_does_not_use(folder: Path) -> None:
    """It is read once it is used."""
    package = folder / "shibokensupport" / "signature" / "lib"
    package.mkdir(parents=True)
    (package / "pyi_generator.py").write_text("print('read')\nVALUE = 6", "utf-8")
    code = f"""
sys.path.insert(0, {str(folder)!r})
from shibokensupport.signature.lib import pyi_generator
print(hasattr(pyi_generator, "__file__"), pyi_generator.__spec__.name)
print(pyi_generator.VALUE, pyi_generator.VALUE)
import shibokensupport.signature.lib.pyi_generator as again
print(again.VALUE)"""
    assert run(folder, code).split("\n") == [
        "False shibokensupport.signature.lib.pyi_generator",
        "read",
        "6 6",
        "6",
    ]
