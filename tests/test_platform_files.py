"""Files are renamed and removed in one module only, which waits for other programs that hold them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import caseeditor

PROGRAM = Path(caseeditor.__file__).parent
ALWAYS = {"rename", "renames", "unlink", "remove", "rmdir", "rmtree", "move"}
MODULES = {"os", "shutil", "pathlib"}
ALLOWED = {"runtime/held_files.py", "services/instance/meeting.py"}
"""The second handles sockets of Unix, which nobody opens."""


def is_change(node: ast.AST) -> bool:
    """Recognize a call that renames or removes a file: of a path, or of one of the modules."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return False
    name, owner = node.func.attr, node.func.value
    if isinstance(owner, ast.Name) and owner.id in MODULES:
        return name in {*ALWAYS, "replace"}
    if name == "replace":  # of a path: texts and values have two arguments, or named ones
        return len(node.args) == 1 and not node.keywords and not is_patient(owner)
    return name in {"rename", "unlink", "rmdir"} and not is_record(owner)


def is_patient(owner: ast.expr) -> bool:
    return (owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")) in {"files", "held", "_held"}


def is_record(owner: ast.expr) -> bool:
    """Recognize the data file's records in memory, which have users to rename."""
    return isinstance(owner, ast.Attribute) and owner.attr == "_known"


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in PROGRAM.rglob("*.py"):
        yield path.relative_to(PROGRAM).as_posix(), ast.parse(path.read_text("utf-8"))


def test_no_other_module_renames_or_removes_a_file() -> None:
    found = {name for name, tree in modules() if any(map(is_change, ast.walk(tree)))}
    assert found - ALLOWED == set()


def test_no_module_writes_files_by_qt() -> None:
    imported = {
        (name, alias.name)
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name in {"QSaveFile", "QFile", "QTemporaryFile", "QDir"}
    }
    assert imported == set()
