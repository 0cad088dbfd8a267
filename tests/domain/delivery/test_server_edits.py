"""Changes that servers make to notes: identified by name, remembered, and applied again."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.delivery.server_edits import EDITS, apply, explain, learned, resembles
from caseeditor.domain.text.same_text import plain

SENT = 'Él dijo: "it\'s <b>5 & 6</b>"  al 😀 fin\r\ny\tpidió\n\nmás'
_LF = SENT.replace("\r\n", "\n")
WAYS = {
    "escaped": html.escape(_LF),
    "escaped but quotes": html.escape(_LF, quote=False),
    "emoji dropped": _LF.replace("😀", ""),
    "emoji as ?": _LF.replace("😀", "?"),
    "emoji as a replacement": _LF.replace("😀", "\ufffd"),
    "cut": _LF[:22],
    "cut with dots": _LF[:22] + "…",
    "blanks collapsed": " ".join(_LF.split()),
    "<br>": _LF.replace("\n", "<br>"),
    "<br /> beside the line": _LF.replace("\n", "<br />\n"),
    "lines as blanks": _LF.replace("\n", " "),
    "escaped and <br>": html.escape(_LF).replace("\n", "<br>"),
    "emoji dropped, escaped, cut": html.escape(_LF.replace("😀", ""), quote=False)[:50],
    "without accents": 'El dijo: "it\'s <b>5 & 6</b>"  al 😀 fin\ny\tpidio\n\nmas',
    "only ASCII": _LF.encode("ascii", "replace").decode(),
    "tags dropped": _LF.replace("<b>", "").replace("</b>", ""),
}
OTHER = 'Otra vez: "<i>1 & 2</i>"  en la\r\ncasa 👍\n\ndel año, y it\'s todo'


@pytest.mark.parametrize("way", WAYS)
def test_a_way_is_found_out_and_makes_the_same_again(way: str) -> None:
    names = explain(SENT, WAYS[way])
    assert names
    assert apply(names, SENT) == plain(WAYS[way])


def test_a_way_that_was_learned_holds_for_another_note() -> None:
    names = explain(SENT, WAYS["escaped and <br>"])
    assert names
    line_ends = OTHER.replace("\r\n", "\n")
    assert apply(names, OTHER) == html.escape(line_ends).replace("\n", "<br>")


@pytest.mark.parametrize("shown", ["zzz", "", SENT + "x"])
def test_what_no_known_way_makes_has_no_name(shown: str) -> None:
    assert explain(SENT, shown) is None


def test_what_is_not_told_apart_is_no_way() -> None:
    assert explain(" uno\r\ndos ", "uno\ndos") == ()
    assert explain("man\u0303ana", "mañana") == ()


def test_the_newer_of_two_edits_of_one_kind_stands() -> None:
    assert learned(("<br>", "emoji ?"), ("emoji dropped",)) == ("<br>", "emoji dropped")
    assert learned(("cut:250",), ("cut…:300", "html")) == ("cut…:300", "html")
    assert learned((), ()) == ()


def test_a_name_of_another_version_does_nothing() -> None:
    assert apply(("shouted", "cut:many", "html"), "a & b") == "a &amp; b"


def test_every_edit_has_a_name_of_its_own() -> None:
    names = [name for slot in EDITS for name in slot]
    assert len(names) == len(set(names))


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_are_explained_or_not_and_what_is_explained_is_so(sent: str, shown: str) -> None:
    names = explain(sent, shown)
    if names is not None:
        assert apply(names, sent) == plain(shown)


@pytest.mark.parametrize("way", [way for way in WAYS if "cut" not in way])
def test_whatever_a_server_made_of_a_note_resembles_it(way: str) -> None:
    assert resembles(WAYS[way], SENT)


@pytest.mark.parametrize("other", ["", "zzz", "Él dijo", OTHER])
def test_another_note_does_not_resemble_it(other: str) -> None:
    assert not resembles(other, SENT)
    assert not resembles("", "😀")
