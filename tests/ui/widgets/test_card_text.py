"""The layout of a card's text: hit test, boxes, steps and positions agree, and split nothing."""

from time import thread_time

import pytest
from PySide6.QtCore import QPointF, QTextBoundaryFinder
from PySide6.QtGui import QFont

from caseeditor.ui.widgets.lists.card_text import LONGEST, CardText

pytestmark = pytest.mark.usefixtures("qapp")
WIDTH = 160
FAMILY, FLAG, ACCENTED = "👩‍👩‍👧‍👦", "🇦🇷", "e\u0301"
TEXTS = (
    "",
    "one",
    "one two three four five six seven eight nine ten eleven twelve",
    "uno\ndos\r\ntres\n\ncuatro\n",
    f"{FAMILY}{FLAG} {ACCENTED}{ACCENTED}x👩🏽‍🚀",
    "precio\u00a015\u202f999,90\u2028fin",
    "مرحبا بك يا صديقي العزيز في هذا اليوم الجميل",
    "Pedido مرحبا 12 שלום\r\nsegunda línea\nשלום 34",
    "ก็ที่นี่ขอใบกำกับภาษีย้อนหลัง",
    "נִקּוּד and e\u0301\u0323 mixed",
)


def laid_out(text: str, width: int = WIDTH) -> CardText:
    return CardText(text, QFont(), width)


def boundaries(text: str) -> set[int]:
    """Return the places, in characters, where graphemes begin; no line break is split."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    units, found = [0], {0, len(text)}
    for letter in text:
        units.append(units[-1] + (2 if letter > "\uffff" else 1))
    while (place := finder.toNextBoundary()) >= 0:
        found.add(units.index(place))
    return {each for each in found if text[each - 1 : each + 1] != FLAG}  # Qt splits a flag behind another emoji


@pytest.mark.parametrize("text", TEXTS)
def test_no_point_and_no_step_splits_a_grapheme_or_a_line_break(text: str) -> None:
    card = laid_out(text)
    allowed = boundaries(text)
    seen = {card.place_at(QPointF(x, y)) for y in range(-5, card.height + 5, 3) for x in range(-5, WIDTH + 10, 2)}
    assert seen <= allowed
    place, steps = 0, [0]
    while place < len(text):
        place = card.beside(place, 1, by_word=False)
        steps.append(place)
        assert len(steps) <= len(text) + 1
    assert steps == sorted(allowed)
    while place > 0:
        assert place == steps.pop()
        place = card.beside(place, -1, by_word=False)


@pytest.mark.parametrize("text", TEXTS[:6])
def test_a_click_at_a_caret_leads_to_its_place(text: str) -> None:
    card = laid_out(text)
    for place in boundaries(text):
        caret = card.caret(place)
        assert card.place_at(caret.center()) == place or card.caret(card.place_at(caret.center())) == caret


def test_the_whole_text_is_reached_by_dragging_from_corner_to_corner() -> None:
    for text in TEXTS:
        card = laid_out(text)
        assert card.place_at(QPointF(-1, -1)) == 0 or card.text[:1] > "\u0590"
        assert card.place_at(QPointF(WIDTH, card.height + 50)) == len(text)


def test_a_box_contains_what_a_click_in_it_selects() -> None:
    text = "call +54 11 4770-3269 today"
    card = laid_out(text, 400)
    (live,) = card.live
    assert text[live.start : live.end] == "+54 11 4770-3269"
    (box,) = card.boxes((live.start, live.end))
    assert card.live_at(box.center()) == live
    assert card.live_at(QPointF(box.left() - 3, box.center().y())) is None
    assert card.live_at(QPointF(box.right() + 3, box.center().y())) is None
    assert card.word_at(card.place_at(box.center())) == (live.start, live.end)


def test_a_word_and_a_paragraph() -> None:
    card = laid_out("primera línea\r\nsegunda más larga\nfin")
    start, end = card.word_at(card.text.index("línea") + 2)
    assert card.text[start:end] == "línea"
    start, end = card.paragraph_at(card.text.index("más"))
    assert card.text[start:end] == "segunda más larga"
    start, end = card.paragraph_at(3)
    assert card.text[start:end] == "primera línea"


def test_lines_are_walked_up_and_down() -> None:
    card = laid_out("uno\ndos\ntres")
    assert card.beyond_line(1, 1) == 5
    assert card.beyond_line(5, -1) == 1
    assert card.beyond_line(1, -1) is None
    assert card.line_end(5, 1) == 7
    assert card.line_end(5, -1) == 4


@pytest.mark.parametrize("text", ["x" * 40_000, "palabra " * 5_000, "línea\n" * 200_000, "👩🏽‍🚀\u202e " * 100_000])
def test_a_huge_text_is_laid_out_in_part_and_its_positions_are_bounded(text: str) -> None:
    card = laid_out(text)
    assert card.place_at(QPointF(WIDTH, card.height + 1)) == len(text)
    assert card.place_at(QPointF(-1, card.height - 1)) <= LONGEST
    assert card.word_at(LONGEST - 1)[1] <= LONGEST
    place = card.beside(len(text), -1, by_word=False)
    assert place <= LONGEST
    assert card.beside(place, 1, by_word=False) == len(text)
    assert card.caret(len(text)).isValid()
    assert card.boxes((0, len(text)))


def test_a_hundred_times_the_lines_take_no_hundred_times_as_long_for_a_move_of_the_mouse() -> None:
    few, many = laid_out("a\n" * 60), laid_out("a\n" * 6_000)
    assert min(moving(many) for _ in range(5)) < 30 * min(moving(few) for _ in range(5))


def moving(card: CardText) -> float:
    """Return the seconds that a hundred hit tests take."""
    start = thread_time()
    for step in range(100):
        card.place_at(QPointF(5, card.height * step / 100))
    return thread_time() - start


@pytest.mark.parametrize("live", ["#20345", "https://a.example/x/y", "ana@mail.example.org", "+54 11 4770-3269"])
def test_no_part_of_a_live_place_leads_somewhere_at_the_cut(live: str) -> None:
    for shown in range(1, len(live)):
        assert laid_out(" " * (LONGEST - shown) + live + " fin").live == ()
    assert len(laid_out(" " * (LONGEST - len(live)) + live + " fin").live) == 1


def test_a_bubble_is_as_wide_as_its_longest_line() -> None:
    assert laid_out("ab", 400).natural_width < 60
    assert laid_out("ab " * 200, 400).natural_width <= 400
    assert laid_out("مرحبا", 400).natural_width == 400
