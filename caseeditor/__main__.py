"""The command line."""

import argparse
import builtins
import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from caseeditor import __version__
from caseeditor.languages import LANGUAGES
from caseeditor.services import HELPER_ARGUMENT, KEYRING_HELPER_ARGUMENT, TABLE_HELPER_ARGUMENT
from caseeditor.services.config.folder import make_files_private
from caseeditor.services.console import prepare_streams
from caseeditor.services.log.core_dumps import forbid_core_dumps

if TYPE_CHECKING:
    from caseeditor.domain.timeouts import Timing
    from caseeditor.startup import Options


def main(arguments: list[str] | None = None, timing: "Timing | None" = None, policy: Path | None = None) -> int:
    """Run the program; `timing` and `policy` (replaces the system's policy file) are for tests."""
    forbid_core_dumps()
    if (status := _help(sys.argv[1:] if arguments is None else arguments)) is not None:
        return status
    prepare_streams()
    parser = _parser()
    given = parser.parse_args(arguments)
    make_files_private()
    try:
        options = _options(given)
    except ValueError:
        parser.error("--server takes an address such as https://example.org")
    if given.check:
        return _check(options, timing)
    gc.disable()  # it takes a sixth of the start-up time; App begins it afterwards, on the GUI thread alone
    from caseeditor.startup import take_folder  # noqa: PLC0415 - not needed for --help and --version

    held = take_folder(options)
    if isinstance(held, int):
        return held
    _import_pyside()
    from caseeditor.app import App  # noqa: PLC0415 - not needed for a hand-over
    from caseeditor.domain.timeouts import Timing  # noqa: PLC0415 - not needed for a hand-over

    return App(options, timing or Timing(), held, policy).run()


def _help(arguments: list[str]) -> int | None:
    """Run as a process of the program's own; return None for any other start."""
    if arguments == [HELPER_ARGUMENT]:
        from caseeditor.services.spelling.helper import serve  # noqa: PLC0415 - a process of its own

        return serve()
    if arguments == [TABLE_HELPER_ARGUMENT]:
        from caseeditor.services.batch.table_helper import answer  # noqa: PLC0415 - a process of its own

        return answer()
    if arguments == [KEYRING_HELPER_ARGUMENT]:
        from caseeditor.services.accounts.keyring_helper import serve  # noqa: PLC0415 - a process of its own

        return serve()
    return None


def _check(options: "Options", timing: "Timing | None") -> int:
    _import_pyside()
    _do_without_screen(is_demo=options.demo)
    from caseeditor.domain.timeouts import Timing  # noqa: PLC0415 - not needed for a hand-over
    from caseeditor.self_check.command import check  # noqa: PLC0415 - Qt is not needed for --help and --version

    return check(options, timing or Timing())


def _import_pyside() -> None:
    """Import PySide and remove its import hook, which would read the source of every module imported later.

    The hook searches for `__feature__`, which is not used here. It costs a tenth of the start-up time, and 4 to 13 MB.
    """
    from caseeditor.runtime.enum_making import make_simply  # noqa: PLC0415 - as below

    make_simply()
    import PySide6.QtCore  # noqa: F401, PLC0415 - Qt is not needed for --help and --version

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="caseeditor", description="A desktop editor for the support cases of Social Gateway."
    )
    parser.add_argument(
        "cases",
        metavar="CASE",
        nargs="*",
        help="an id, #id, the case's page (https://DOMAIN/case/ID), or caseeditor:ID",
    )
    parser.add_argument("--server", metavar="URL", help="which account: https://DOMAIN (default: the one used last)")
    parser.add_argument(
        "--demo",
        action="store_true",
        help="the built-in Social Gateway: in memory; no real account, keyring or data folder is touched",
    )
    parser.add_argument(
        "--data-dir",
        metavar="DIR",
        type=Path,
        help="settings, drafts and logs below DIR instead of the system's folders",
    )
    codes = ", ".join(LANGUAGES)
    parser.add_argument("--lang", metavar="CODE", choices=LANGUAGES, help=f"{codes}; default: the system's")
    parser.add_argument(
        "--check",
        action="store_true",
        help="check this installation, a line a check: ok, warn or fail; exit 1 on any fail. With --demo it does the "
        "main job end to end in the real window",
    )
    parser.add_argument("--version", action="version", version=f"Case Editor {__version__}")
    return parser


def _options(given: argparse.Namespace) -> "Options":
    from caseeditor.startup import Options  # noqa: PLC0415 - not needed for --help and --version

    server = None
    if given.server:
        from caseeditor.domain.case.reference import parse_server  # noqa: PLC0415 - slow to import

        server = parse_server(given.server)
    return Options(
        server=server,
        cases=tuple(given.cases),
        demo=given.demo,
        has_colleagues=given.demo and not given.check,
        data_dir=given.data_dir.absolute() if given.data_dir else None,
        language=given.lang or "",
    )


def _do_without_screen(*, is_demo: bool) -> None:
    """Let Qt draw in memory if no window is needed: a check needs no screen, and an unreachable one aborts Qt."""
    has_screen = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if not is_demo or (sys.platform.startswith("linux") and not has_screen):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


if __name__ == "__main__":
    sys.exit(main())
