"""Runs the program, closes it while a blocking thread works inside a library in Rust, and exits.

Argument: folder.
"""

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives import hashes

from caseeditor.app import App
from caseeditor.runtime import worker
from caseeditor.startup import Options
from tests.ui.parts import TIMING


class Stuck(hashes.SHA256):
    """An algorithm whose name, which the library in Rust asks for, takes for ever."""

    def __init__(self, tell: Callable[[], object]) -> None:
        self._tell = tell

    @property
    def name(self) -> str:  # type: ignore[override]
        self._tell()
        while True:
            pass


def main(folder: Path) -> int:
    app = App(Options(data_dir=folder, language="en"), TIMING)
    thread = worker.SingleThreadExecutor("stuck")

    async def work(_: object) -> None:
        close = asyncio.get_running_loop().call_soon_threadsafe
        inside = asyncio.Event()
        _ = thread(lambda: hashes.Hash(Stuck(lambda: close(inside.set))))
        await inside.wait()

    app._worker.run(work, lambda _: app.window.closing.close_at_once())  # noqa: SLF001
    return app.run()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
