"""Enumerations of PySide, made in half the time.

PySide makes 340 of them on the way to a case: 33 ms by enum's functional interface, 16 ms by the way in which the
standard library makes its own, without the checks of names and values that a person wrote.
"""

import enum
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable


def make_simply() -> None:
    """Use that way for the enumerations that PySide makes; call it before PySide is imported.

    Does nothing on a Python without that way, or a second time. An enumeration that it can't make is made as usual.
    """
    usual = cast("Callable[..., object] | None", getattr(enum.EnumType, "_create_", None))
    simple = getattr(enum, "_simple_enum", None)
    if usual is None or simple is None or usual.__module__ == __name__:
        return

    def create(cls: object, class_name: str, names: object = None, **rest: object) -> object:
        # PySide gives a list of pairs, keeps unknown bits, and sets the module afterwards.
        if isinstance(names, list) and rest.get("boundary") is enum.KEEP and rest.get("module") is None:
            try:
                return _made(cls, simple(cls, boundary=enum.KEEP)(type(class_name, (), dict(names))))
            except Exception:  # noqa: BLE001, S110 - a name or value that the usual way may know
                pass
        return usual(cls, class_name, names, **rest)

    enum.EnumType._create_ = create  # type: ignore[attr-defined]


def _made(base: object, enumeration: type[enum.Enum]) -> type[enum.Enum]:
    """Make the members attributes, as the usual way does: each use of one would look for it in a dictionary."""
    for name, member in enumeration.__members__.items():
        if not hasattr(base, name):
            type.__setattr__(enumeration, name, member)
    enumeration.__doc__ = None
    return enumeration
