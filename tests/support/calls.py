"""Calls of a function, counted: a bound of work that a slow machine doesn't move."""

import sys
from collections.abc import Callable
from types import CodeType, FrameType
from typing import Any


def arguments_of(function: Callable[..., Any], do: Callable[[], object]) -> list[dict[str, Any]]:
    """Return the arguments of the calls of a function, also through its subclasses."""
    wanted: CodeType = function.__code__
    found: list[dict[str, Any]] = []

    def on_event(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code is wanted:
            found.append(dict(frame.f_locals))

    sys.setprofile(on_event)
    try:
        do()
    finally:
        sys.setprofile(None)
    return found


def calls_of(function: Callable[..., Any], do: Callable[[], object]) -> int:
    """Count the calls of a function."""
    return len(arguments_of(function, do))
