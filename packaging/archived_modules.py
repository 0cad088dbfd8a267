"""Runtime hook of the frozen program: imports its modules from one file (see module_archive.py), which stays open.

As a file each, the 800 modules of a start with a case take a tenth of its time, and more where a virus scanner looks at
each. As the file stays open, late imports work while an update replaces the running program, by renaming. Extension
modules, data and PySide's modules are files. Nothing is imported here that Python hasn't imported before.
"""

import _thread
import marshal
import os
import sys
from _frozen_importlib import ModuleSpec  # that of importlib.machinery, which is in the archive
from types import CodeType, ModuleType, SimpleNamespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.readers import FileReader
    from typing import Any


class ArchivedModules:
    """Finds and loads modules, on any thread (importlib.abc.MetaPathFinder and Loader)."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._file = open(os.path.join(folder, "modules.bin"), "rb", buffering=0)  # noqa: PTH118, PTH123, SIM115
        self._lock = _thread.allocate_lock()
        size = int.from_bytes(self._file.read(8), "little")
        self._index: dict[str, tuple[int, int, bool, str]] = marshal.loads(self._file.read(size))  # noqa: S302 - ours
        self._start = 8 + size

    def find_spec(
        self, name: str, _path: "Sequence[str] | None" = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name not in self._index:
            return None
        _, size, is_package, _ = self._index[name]
        path = self._path(name)
        loader: Any = self if size else None  # Python's own classes for it are in the archive
        spec = ModuleSpec(name, loader, origin=path if size else None, is_package=is_package)
        spec.has_location = bool(size)
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(os.path.dirname(path))  # noqa: PTH120 - pathlib isn't imported
        return spec

    def _path(self, name: str) -> str:
        return os.path.join(self._folder, *self._index[name][3].split("/"))  # noqa: PTH118 - as above

    def create_module(self, _spec: ModuleSpec) -> None:
        """Let Python create the module."""

    def exec_module(self, module: ModuleType) -> None:
        exec(self.get_code(module.__name__), module.__dict__)  # noqa: S102 - an import

    def get_code(self, name: str) -> CodeType:
        place, size, *_ = self._index[name]
        try:
            code = marshal.loads(self._read(self._start + place, size))  # noqa: S302 - ours
        except (ValueError, EOFError, TypeError, MemoryError):
            code = None
        if not isinstance(code, CodeType):  # the file was overwritten
            raise ImportError(name, name=name)  # noqa: TRY004 - an import fails
        return code

    def _read(self, place: int, size: int) -> bytes:
        if sys.platform == "win32":  # which has no pread
            with self._lock:
                self._file.seek(place)
                return self._file.read(size)
        return os.pread(self._file.fileno(), size, place)

    def is_package(self, name: str) -> bool:
        return self._index[name][2]

    def get_source(self, _name: str) -> None:
        """Return None: there is no source."""

    def get_resource_reader(self, name: str) -> "FileReader":
        """Return the reader of a package's data, for importlib.resources."""
        from importlib.readers import FileReader  # noqa: PLC0415 - in the archive

        loader: Any = SimpleNamespace(path=self._path(name))
        return FileReader(loader)


class UnusedModule:
    """Finds a module that is imported at each start without being used: it is read once something of it is used."""

    def __init__(self, name: str) -> None:
        self._name = name

    def find_spec(
        self, name: str, _path: "Sequence[str] | None" = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        loader: Any = self
        return ModuleSpec(name, loader) if name == self._name else None

    def create_module(self, _spec: ModuleSpec) -> ModuleType:
        return _Unread(self._name, self.read)

    def exec_module(self, module: ModuleType) -> None:
        """Read nothing yet."""

    def read(self) -> ModuleType:
        from importlib import import_module  # noqa: PLC0415 - in the archive

        if self in sys.meta_path:
            sys.meta_path.remove(self)
            del sys.modules[self._name]
        return import_module(self._name)


class _Unread(ModuleType):
    def __init__(self, name: str, read: "Callable[[], ModuleType]") -> None:
        super().__init__(name)
        self._read = read

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # PySide looks for the file of each module
            raise AttributeError(name)
        return getattr(self._read(), name)


sys.meta_path.insert(0, ArchivedModules(sys._MEIPASS))  # type: ignore[attr-defined]  # noqa: SLF001 - PyInstaller's
sys.meta_path.insert(0, UnusedModule("shibokensupport.signature.lib.pyi_generator"))  # PySide's writer of .pyi: 6 ms
