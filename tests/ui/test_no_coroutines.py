"""Functions of the window run on one thread: coroutines and calls of services are behind the backend's methods."""

import ast
from pathlib import Path

import caseeditor.ui

FOLDER = Path(caseeditor.ui.__file__).parent
COROUTINE = (ast.AsyncFunctionDef, ast.Await, ast.AsyncFor, ast.AsyncWith)


def trees() -> dict[str, ast.Module]:
    return {path.relative_to(FOLDER).as_posix(): ast.parse(path.read_bytes()) for path in FOLDER.rglob("*.py")}


def is_call(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "call"


def test_no_module_of_the_window_has_a_coroutine() -> None:
    found = {
        f"{name}:{node.lineno}"
        for name, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, COROUTINE)
    }
    assert found == set()


def test_no_module_of_the_window_names_the_backend_that_holds_the_services() -> None:
    """It has only the interface, which gives no access to parts of the backend."""
    found = {
        name
        for name, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "caseeditor.services.backend"
    }
    assert found == set()


def test_every_job_is_a_method_of_the_interface() -> None:
    """Otherwise, a function of the window would run on the worker thread."""
    jobs, others = 0, list[str]()
    for name, tree in trees().items():
        called = {
            target.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and is_call(node.value)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("worker.run"):
                jobs += 1
                job = node.args[0]
                if not (is_call(job) or (isinstance(job, ast.Name) and job.id in called)):
                    others.append(f"{name}:{node.lineno}")
    assert jobs > 30
    assert others == []
