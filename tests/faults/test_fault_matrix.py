"""The fault matrix, FAULTS.md: every row has its tests, and they exist."""

import importlib
from pathlib import Path

import pytest

from tests.faults.fault_matrix import FAULT_MATRIX

_PAGE = Path(__file__).with_name("FAULTS.md")


def test_the_page_and_the_lists_of_tests_have_the_same_rows() -> None:
    table = [line.split(" | ")[0].removeprefix("| ") for line in _PAGE.read_text("utf-8").splitlines() if " | " in line]
    assert table[0] == "fault"
    assert table[1:] == list(FAULT_MATRIX)


@pytest.mark.parametrize("row", FAULT_MATRIX, ids=lambda row: row[:40])
def test_a_row_has_its_tests(row: str) -> None:
    named = [(file, name) for file, names in FAULT_MATRIX[row].items() for name in names]
    assert named
    for file, name in named:
        module = importlib.import_module("tests." + file.replace("/", "."))
        assert callable(getattr(module, name, None)), f"{file}.py has no {name}"
