"""Declared parameters of Windows functions match their calls.

ctypes evaluates `argtypes` once, at the assignment, and rejects a call with a different number of arguments. The
functions exist on Windows only, so this compares the source.
"""

import ast
import ctypes
from collections.abc import Iterator
from ctypes import wintypes
from pathlib import Path

import caseeditor

PROGRAM = Path(caseeditor.__file__).parent
SOURCES = {path.relative_to(PROGRAM).as_posix(): ast.parse(path.read_text("utf-8")) for path in PROGRAM.rglob("*.py")}
SCOPE = {"ctypes": ctypes, "wintypes": wintypes}


def declarations(tree: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Attribute(value=function, attr="argtypes")], value=declared):
                yield ast.unparse(function), declared


def mentions(tree: ast.AST) -> int:
    return sum(isinstance(node, ast.Attribute) and node.attr == "argtypes" for node in ast.walk(tree))


def calls(tree: ast.AST, function: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == function:
            yield node


def test_parameters_are_declared_by_an_assignment_and_not_changed_afterwards() -> None:
    found = {name: (mentions(tree), len(list(declarations(tree)))) for name, tree in SOURCES.items() if mentions(tree)}
    assert found
    assert {name: pair for name, pair in found.items() if pair[0] != pair[1]} == {}


def test_each_call_has_the_declared_number_of_arguments() -> None:
    compared = 0
    for name, tree in SOURCES.items():
        for function, declared in declarations(tree):
            kinds = eval(compile(ast.Expression(declared), name, "eval"), SCOPE)  # noqa: S307 - the program's own source
            for call in calls(tree, function):
                assert len(call.args) == len(kinds), f"{name}: {function}"
                compared += 1
    assert compared
