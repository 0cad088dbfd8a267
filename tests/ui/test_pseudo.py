"""The whole program in a pseudo-language: untranslated text stands out, and long text shows where it is cut off."""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QTranslator
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.demo.world import MissingError
from tests.support.catalogues import extract, make, pseudo
from tests.ui.parts import AppFixture
from tests.ui.scenes import SMALL, TYPED, plain, scenes, texts

SAME = re.compile(
    r"\d+ \w{3} \d{4} \d\d:\d\d|https://example.org|Case Editor|JSON|CSV|TSV|UTF|BE|Windows|"
    r"Ctrl|Shift|Return|Enter|F\d+|PgDown|PgUp"
)
"""Names that are the same in every language; dates; and keys, which Qt names."""
QTS_OWN = {"OK", "Close", "Closes the dock widget", "Close Tab", "Scroll Left", "Scroll Right"}
WORD = re.compile(r"[A-Za-z]{2}")
CASES = (*range(203, 420), *range(9001, 9010))
LISTED = (*range(420, 470), 9000, *range(9010, 9060))
"""Further cases in the queue, some of them large: their rows show a few texts of each."""


@pytest.fixture
def pseudo_app(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[AppFixture]:
    """Show the window in the pseudo-language."""
    translator = QTranslator(qapp)
    assert translator.load(str(make(extract(tmp_path), pseudo, tmp_path / "pseudo.ts")))
    qapp.installTranslator(translator)
    yield request.getfixturevalue("app")
    qapp.removeTranslator(translator)


def outside(text: str) -> str:
    """Return the text outside the brackets."""
    depth, left = 0, ""
    for letter in text:
        depth += letter == "⟦"
        left += letter if not depth else " "
        depth -= letter == "⟧"
    return left


def data(value: object) -> Iterator[str]:
    """Yield all names and texts in a case."""
    if isinstance(value, dict):
        for name, held in value.items():
            yield str(name)
            yield from data(held)
    elif isinstance(value, list):
        for held in value:
            yield from data(held)
    else:
        yield str(value)


def test_everything_that_is_said_is_translated_or_data(
    qtbot: QtBot, pseudo_app: AppFixture, server: DemoServer
) -> None:
    known = known_data(server)
    wrong: dict[tuple[str, str], str] = {}
    for name, shown in scenes(qtbot, pseudo_app, server):
        for what, text in set(texts(shown)):
            left = "" if text in QTS_OWN else SAME.sub("", outside(text))
            if WORD.search(left) and WORD.search(without(left, known)):
                wrong.setdefault((what, text), name)
    assert "\n".join(f"{key}: {name}" for key, name in wrong.items()) == ""


def without(text: str, known: list[str]) -> str:
    """Remove known data from a text; a tab may have cut it."""
    beginning = text.lstrip(" 0123456789").removesuffix("…")
    if text.endswith("…") and any(each.startswith(beginning) for each in known):
        return ""
    for each in known:
        text = text.replace(each, " ")
    return text


def known_data(server: DemoServer) -> list[str]:
    """List the texts of the cases and of the scenes, the longest first."""
    found = {server.url, server.url.removeprefix("http://"), "demo", "lucia", *TYPED}
    for case in CASES:
        for text in data(server.case(case)):
            beginning = text[:300]  # the rest is in no list
            found |= {text, *text.split("\n"), " ".join(text.split()), " ".join(beginning.split()), beginning}
    for case in LISTED:
        with suppress(MissingError):
            listed = server.case(case)
            shown = (listed["subject"], listed["state"], listed["source"], listed["contact"]["name"])
            found |= {text for each in shown for text in (str(each), " ".join(str(each).split()))}
    return sorted({plain(text) for text in found if WORD.search(text)}, key=len, reverse=True)


def test_nothing_is_cut_off_on_a_small_screen(qtbot: QtBot, pseudo_app: AppFixture, server: DemoServer) -> None:
    wrong = {}
    for name, shown in scenes(qtbot, pseudo_app, server):
        try:
            qtbot.waitUntil(partial(is_whole, shown))
        except qtbot.TimeoutError:
            wrong[name] = cut_off(shown)
        assert shown.width() <= SMALL[0], name
        assert shown.height() <= SMALL[1], name
    assert wrong == {}


def is_whole(shown: QWidget) -> bool:
    return not cut_off(shown)


def cut_off(shown: QWidget) -> dict[str, str]:
    """Map each text that is cut off to its missing space."""
    found = [each for each in shown.findChildren(QWidget) if each.isVisible() and "⟦" in text_of(each)]
    return {text_of(each): missing for each in found if (missing := lacks(each))}


def text_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QPushButton | QCheckBox):
        return widget.text()
    return widget.placeholderText() if isinstance(widget, QLineEdit) else ""


def hidden(widget: QWidget) -> int:
    """Return the part of a widget's width beyond an edge of its ancestors, in pixels."""
    inside, beyond = widget.parentWidget(), 0
    while inside and not widget.isWindow():
        left = widget.mapTo(inside, QPoint()).x()
        beyond = max(beyond, -left, left + widget.width() - inside.width())
        if inside.isWindow():
            break
        inside = inside.parentWidget()
    return beyond


def lacks(widget: QWidget) -> str:
    """Describe the missing space of a text."""
    if beyond := hidden(widget):
        return f"{beyond} beyond an edge"
    width, height = widget.width(), widget.height()
    if isinstance(widget, QLineEdit):
        wanted = widget.fontMetrics().horizontalAdvance(widget.placeholderText()) + 8
        return f"{wanted} > {width}" if wanted > width else ""
    if isinstance(widget, QLabel) and widget.wordWrap():
        high = widget.heightForWidth(width)
        return f"{high} > {height} high" if high > height else ""
    hint = widget.sizeHint()
    return f"{hint.width()} x {hint.height()} > {width} x {height}" if hint.width() > width + 1 else ""
