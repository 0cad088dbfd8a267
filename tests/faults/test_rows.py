"""Every row of the table of faults is found by name."""

import importlib

import pytest

from tests.faults.rows import ROWS


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[:40])
def test_a_row_has_its_tests(row: str) -> None:
    named = [(file, name) for file, names in ROWS[row].items() for name in names]
    assert named
    for file, name in named:
        module = importlib.import_module("tests." + file.replace("/", "."))
        assert callable(getattr(module, name, None)), f"{file}.py has no {name}"
