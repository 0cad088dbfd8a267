"""What a start of the program is asked for. Where the program runs already, that one gets the cases."""

import sys
from pathlib import Path

import msgspec

from caseeditor.domain.address import Server
from caseeditor.services.settings import folders
from caseeditor.ui.instance import HandedOver, Instance


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What the command line asks for."""

    server: Server | None = None
    cases: tuple[str, ...] = ()
    demo: bool = False
    data_dir: Path | None = None
    language: str = ""

    @property
    def is_passing(self) -> bool:
        """Tell whether nothing is kept: the built-in Social Gateway touches no real folder."""
        return self.demo and self.data_dir is None


def take_folder(options: Options) -> Instance | int | None:
    """Hold the data folder for the program; None where it has none of its own.

    Where another holds it, that one is handed the cases before anything of the window is built; then the exit status
    is returned.
    """
    if options.is_passing:
        return None
    instance = Instance(folders(options.data_dir).data)
    if instance.take():
        return instance
    asked = HandedOver(options.cases, options.server.url if options.server else "")
    if instance.hand_over(asked):
        return 0
    sys.stderr.write("Case Editor is running already, but does not answer.\n")
    return 1
