"""Translation catalogues for tests: reading, building and generating, with Qt's own tools."""

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable
from pathlib import Path
from xml.sax.saxutils import escape

import msgspec
import PySide6

HERE = Path(__file__).resolve().parents[2]
FOLDER = HERE / "resources" / "translations"
_TOOLS = Path(PySide6.__file__).parent
_PROGRAM = ".exe" if sys.platform == "win32" else ""
_PARTS = re.compile(r"(\{\d\}|%L?n|\\.|&(?=\w)|\n)")
_LONGER = 0.4
_LOOKALIKES = str.maketrans("aceinosuyzACEINOSUYZ", "âĉêîñôŝûŷžÂĈÊÎÑÔŜÛŶŽ")


class Entry(msgspec.Struct, frozen=True):
    """A source text with its translations: one, or one per plural form."""

    context: str
    source: str
    forms: tuple[str, ...]
    is_plural: bool
    mark: str

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.source


def read(catalogue: Path) -> list[Entry]:
    """List the entries of a catalogue, unfinished and obsolete ones with their mark."""
    found = []
    for context in ET.parse(catalogue).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            is_plural = message.get("numerus") == "yes"
            forms = [form.text for form in translation.iter("numerusform")] if is_plural else [translation.text]
            texts = (context.findtext("name") or "", message.findtext("source") or "")
            found.append(Entry(*texts, tuple(form or "" for form in forms), is_plural, translation.get("type", "")))
    return found


def extract(folder: Path) -> list[Entry]:
    """Extract the texts from the code, as Qt does."""
    catalogue = folder / "caseeditor_es.ts"
    sources = sorted((HERE / "caseeditor").rglob("*.py"))
    subprocess.run(
        [_TOOLS / f"lupdate{_PROGRAM}", "-silent", *sources, "-ts", catalogue], check=True, capture_output=True
    )
    return read(catalogue)


def build(catalogue: Path, built: Path) -> Path:
    subprocess.run([_TOOLS / f"lrelease{_PROGRAM}", "-silent", catalogue, "-qm", built], check=True)
    return built


def build_all() -> None:
    """Build the program's catalogues that are older than their sources. Tests in other processes may do the same."""
    for source in FOLDER.glob("*.ts"):
        built = source.with_suffix(".qm")
        if not built.exists() or built.stat().st_mtime_ns <= source.stat().st_mtime_ns:
            build(source, source.with_suffix(f".{os.getpid()}.qm")).replace(built)


def make(entries: Iterable[Entry], translated: Callable[[str], str], catalogue: Path) -> Path:
    """Write a catalogue with every text translated by a rule, and build it."""
    lines = ['<!DOCTYPE TS><TS version="2.1" language="es">']
    for entry in entries:
        form, mark = escape(translated(entry.source)), ' numerus="yes"' if entry.is_plural else ""
        text = f"<numerusform>{form}</numerusform>" * 2 if entry.is_plural else form
        source = f"<source>{escape(entry.source)}</source><translation>{text}</translation>"
        lines.append(f"<context><name>{entry.context}</name><message{mark}>{source}</message></context>")
    catalogue.write_text("\n".join([*lines, "</TS>"]), "utf-8")
    return build(catalogue, catalogue.with_suffix(".qm"))


def pseudo(text: str) -> str:
    """Pseudo-translate a text: accented, two fifths longer, in brackets; placeholders stay."""
    foreign = "".join(part if _PARTS.fullmatch(part) else part.translate(_LOOKALIKES) for part in _PARTS.split(text))
    return f"⟦{foreign}{'~' * round(len(text) * _LONGER)}⟧"
