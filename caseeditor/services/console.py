"""The standard output and error streams."""

import io
import os
import sys
from typing import TextIO

_LAST_STANDARD = 2
"""The file descriptor of stderr."""


def prepare_streams() -> None:
    r"""Let stdout and stderr take any text. Call before the first output.

    A character outside the stream's encoding is written as an escape, such as \u0436: a pipe of Windows has the
    system's code page, and a path may have any letters. A missing stream (a Windows program without a console, a closed
    descriptor) becomes the null device.
    """
    if os.name == "posix":
        _fill_descriptors()
    sys.stdout = _prepared(sys.stdout)
    sys.stderr = _prepared(sys.stderr)


def _fill_descriptors() -> None:
    """Open the null device for closed standard streams: libraries would write into a file that has their number."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= _LAST_STANDARD:
        os.set_inheritable(number, True)
    os.close(number)


def _prepared(stream: TextIO | None) -> TextIO:
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - open until exit
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    return stream
