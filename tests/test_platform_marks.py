"""Tests that need a part of Linux, or one that wine lacks, are left out elsewhere, and counted by reason."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.platforms import FOLDERS, TESTS

ROOT = TESTS.parent
OF_LINUX = {"fcntl", "gi", "grp", "pty", "pwd", "resource", "termios"}


def collected(platform: str, *paths: str) -> str:
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, "--platform", platform, *paths], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_on_linux_every_test_runs() -> None:
    told = collected("linux", "tests/services/config", "tests/services/log")
    assert "deselected" not in told
    assert "left out" not in told


def test_elsewhere_they_are_counted_by_reason() -> None:
    told = collected("win32", "tests/services/config", "tests/services/log")
    found = re.search(r"^(\d+) tests are left out here:\n((?: +\d+ .+\n)+)", told, re.MULTILINE)
    assert found
    counts = [int(line.split(maxsplit=1)[0]) for line in found[2].splitlines()]
    assert sum(counts) == int(found[1])
    assert counts == sorted(counts, reverse=True)
    assert f"{found[1]} deselected" in told
    assert {"mounts a disk", "modes of files"} <= {line.split(maxsplit=1)[1] for line in found[2].splitlines()}
    assert "test_an_existing_folder_is_tightened" not in told
    assert "test_a_broken_file_counts_as_none" in told


def test_of_one_test_only_the_cases_that_need_linux_are_left_out() -> None:
    told = collected("win32", "tests/services/storage/test_replaced.py")
    assert "after_the_next_save[copied over it]" in told
    assert "after_the_next_save[moved there]" not in told


def test_under_wine_those_are_left_out_too_that_need_what_it_lacks() -> None:
    told = collected("wine", "tests/test_output.py")
    assert re.search(r"^ +\d+ wine lacks: .+$", told, re.MULTILINE)
    assert "not UTF-8" not in told
    assert "not UTF-8" in collected("win32", "tests/test_output.py")


def outside_functions(tree: ast.Module) -> Iterator[ast.stmt]:
    """Yield the statements that run when a module is imported."""
    for node in tree.body:
        if not isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield from (each for each in ast.walk(node) if isinstance(each, ast.stmt))


def modules() -> list[Path]:
    return [path for path in TESTS.rglob("*.py") if path.relative_to(TESTS).parts[0] not in FOLDERS]


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(TESTS).as_posix())
def test_every_module_can_be_imported_elsewhere(path: Path) -> None:
    imported = {
        name.partition(".")[0]
        for node in outside_functions(ast.parse(path.read_text("utf-8")))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported & OF_LINUX == set()
