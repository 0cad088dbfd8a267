"""The platform converts dates in one module only.

Windows raises OSError for dates before 1970 or after 3000, in all functions that ask the C library: `domain.case.dates`
passes it no others.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import caseeditor

PROGRAM = Path(caseeditor.__file__).parent
LIMITED = {
    "astimezone", "fromtimestamp", "utcfromtimestamp", "timestamp", "timetuple", "utctimetuple", "mktime", "localtime",
    "gmtime", "ctime", "asctime", "strftime",
}  # fmt: skip
ALLOWED = {
    "domain/case/dates.py": {"astimezone"},  # checks the year
    "services/storage/damaged.py": {"gmtime", "strftime"},  # the computer's own clock
}


def calls(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LIMITED:
            yield node.func.attr


def test_no_other_module_has_the_platform_convert_a_date() -> None:
    # The built-in Social Gateway makes its dates itself, from the present on.
    modules = {path.relative_to(PROGRAM).as_posix(): path for path in PROGRAM.rglob("*.py")}
    found = {name: set(calls(path)) for name, path in modules.items() if not name.startswith("demo/")}
    assert {name: names for name, names in found.items() if names} == ALLOWED
