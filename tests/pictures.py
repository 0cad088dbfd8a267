"""A gallery of the window for visual review: `python -m tests.pictures [FOLDER]`.

Each view, on the built-in Social Gateway: light and dark, in each language, at 100 % and 200 %, and in high contrast.
A page, index.html, shows them side by side.
"""

import argparse
import html
import os
import subprocess
import sys
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QApplication

from caseeditor.app import App
from caseeditor.domain.timeouts import Timing
from caseeditor.startup import Options
from caseeditor.ui.style import theme
from tests.support.screenshots import Screenshots

LANGUAGES = ("en", "es")
DARK_CONTRAST = "contrast-dark"
"""High contrast on a dark system."""


class Variant(msgspec.Struct, frozen=True):
    """Appearance of all views."""

    theme: str
    language: str = "en"
    scale: int = 1

    @property
    def suffix(self) -> str:
        return f"{self.theme}-{self.language}-{self.scale}00"


def variants(languages: tuple[str, ...]) -> tuple[Variant, ...]:
    """Return all variants of a gallery."""
    usual = (
        Variant(theme, language, scale) for language in languages for theme in ("light", "dark") for scale in (1, 2)
    )
    return (*usual, Variant("contrast"), Variant(DARK_CONTRAST))


def main() -> None:
    """Take the pictures, with one process per variant."""
    parser = argparse.ArgumentParser(description="Take pictures of every part of the window.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("pictures"))
    parser.add_argument("--lang", action="append", help=f"languages; default: {', '.join(LANGUAGES)}")
    parser.add_argument("--only", help="one variant, such as light-en-100")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    wanted = [each for each in variants(tuple(given.lang or LANGUAGES)) if given.only in (None, each.suffix)]
    if given.here:
        photograph(given.folder, wanted[0])
        return
    for variant in wanted:
        environment = {**os.environ, "QT_SCALE_FACTOR": str(variant.scale)}
        if not os.environ.get("DISPLAY"):
            environment["QT_QPA_PLATFORM"] = "offscreen"
        command = [sys.executable, "-m", "tests.pictures", str(given.folder), "--here", "--only", variant.suffix]
        subprocess.run([*command, "--lang", variant.language], env=environment, check=True)
    page = given.folder / "index.html"
    page.write_text(gallery(given.folder), "utf-8")
    sys.stdout.write(f"{page.resolve()}\n")


def photograph(folder: Path, variant: Variant) -> None:
    """Take the pictures of a variant."""
    app = App(Options(demo=True, has_colleagues=True, language=variant.language), Timing())
    app.workspace.settings_store.change(theme="contrast" if variant.theme == DARK_CONTRAST else variant.theme)
    qt = QApplication.instance()
    if variant.theme == DARK_CONTRAST and isinstance(qt, QApplication):
        qt.setPalette(theme.colours("contrast", qt.palette(), dark=True, wants_contrast=True))
    Screenshots(app, folder, variant.suffix).run()


def gallery(folder: Path) -> str:
    """Return a page with one row per view."""
    parts: dict[str, list[str]] = {}
    for picture in sorted(folder.glob("*.png")):
        name = "-".join(picture.stem.split("-")[: -len(["theme", "language", "scale"])])
        parts.setdefault(name.removesuffix("-contrast"), []).append(picture.name)
    rows = []
    for name, pictures in parts.items():
        shown = "".join(
            f'<a href="{html.escape(each)}"><img loading="lazy" height="300" src="{html.escape(each)}" '
            f'alt="{html.escape(each)}" title="{html.escape(each)}"></a> '
            for each in pictures
        )
        rows.append(f"<h2>{html.escape(name)}</h2><p>{shown}</p>")
    return f'<!doctype html><meta charset="utf-8"><title>Case Editor</title>{"".join(rows)}'


if __name__ == "__main__":
    main()
