"""Enumerations of PySide are made in a simpler way, and are the same."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SIMPLY = "from caseeditor.runtime.enum_making import make_simply; make_simply()\n"
COUNTING = """
import enum
made = []
usual = enum.EnumType._create_
def create(cls, class_name, *rest, **more):
    made.append(class_name)
    return usual(cls, class_name, *rest, **more)
enum.EnumType._create_ = create
"""
DESCRIBING = """
import enum, hashlib, itertools, pickle, re
from PySide6 import QtCore, QtGui, QtWidgets

def seen(act):
    try:
        return repr(act())
    except Exception as error:
        return f"{type(error).__name__}: {error}"

def enumerations(place, depth=0):
    for name in sorted(dir(place)):
        found = getattr(place, name, None)
        if isinstance(found, enum.EnumType) and found.__module__.startswith("PySide6"):
            yield found
        elif isinstance(found, type) and not depth:
            yield from enumerations(found, 1)

def parts(of):
    for key, value in sorted(vars(of).items()):
        if key != "_generate_next_value_":  # for members without a value
            shown = getattr(value, "__qualname__", None) or re.sub(" at 0x[0-9a-f]+", "", repr(value))
            yield key, type(value).__name__, shown

def described(each):
    members = each.__members__
    yield from parts(each)
    yield each.__module__, each.__qualname__, each.__mro__[1:], type(each), each, len(each), list(each)
    for name, member in members.items():
        yield from parts(member)
        for other in list(members)[:9]:
            yield seen(lambda: getattr(member, other))
        yield name, repr(member), str(member), format(member), member.name, member.value
        yield member is getattr(each, name), each[name] is member, each(member.value) is member, member in each
        yield seen(lambda: pickle.loads(pickle.dumps(member)) is member), isinstance(member, int)
    for value in (0, -1, 1 << 40, 3, "x", 123456):
        yield seen(lambda: each(value))
    if issubclass(each, enum.Flag):
        for one, other in itertools.product(list(members.values())[:12], repeat=2):
            for act in (lambda: one | other, lambda: one & other, lambda: one ^ other, lambda: one | 1, lambda: ~one):
                yield seen(act)
            yield seen(lambda: list(one | other)), seen(lambda: one in other), bool(one)

for each in [each for module in (QtCore, QtGui, QtWidgets) for each in enumerations(module)]:
    print(each.__qualname__, hashlib.sha256(repr(list(described(each))).encode()).hexdigest())
"""


def lines(code: str) -> list[str]:
    command = (sys.executable, "-c", code)
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()


def test_each_enumeration_is_the_same() -> None:
    usual = lines(DESCRIBING)
    assert len(usual) > 600
    assert lines(SIMPLY + DESCRIBING) == usual


def test_none_needs_the_usual_way() -> None:
    touching = "from PySide6 import QtCore, QtWidgets\nQtCore.Qt, QtWidgets.QStyle\nprint(len(made))"
    assert int(lines(COUNTING + touching)[0]) > 100
    assert lines(COUNTING + SIMPLY + touching) == ["0"]


WITHOUT = """
import enum
from caseeditor.runtime.enum_making import make_simply
way = enum._simple_enum
{change}
make_simply()
enum._simple_enum = way  # modules of the standard library need it
from PySide6.QtCore import Qt
print(Qt.Key.Key_A.value)
"""


@pytest.mark.parametrize("change", ["del enum._simple_enum", "enum._simple_enum = lambda *_, **__: 1 / 0"])
def test_without_that_way_they_are_made_as_usual(change: str) -> None:
    assert lines(WITHOUT.format(change=change)) == ["65"]


def test_other_enumerations_are_made_as_usual() -> None:
    code = "import enum\nprint(enum.Enum('Colour', 'RED BLUE')(2))\nenum.Enum('Odd', [('mro', 1)])"
    ended = subprocess.run((sys.executable, "-c", SIMPLY + code), cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.stdout.strip() == "Colour.BLUE"
    assert "ValueError" in ended.stderr
