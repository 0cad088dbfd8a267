"""The edits that servers make to stored notes, by name.

A way is a set of named edits, applied in the order of EDITS. `cut:250` keeps the first 250 characters. `shows:20` is
not an edit: it records that at most 20 notes are shown. Line ends, NFC and outer white space are not edits; `plain`
normalizes them.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from html.entities import codepoint2name

from caseeditor.domain.delivery.visibility import SHOWS
from caseeditor.domain.text.same_text import even, plain

_LAST_PLAIN = 0xFFFF
"""The last code point of three UTF-8 bytes; emoji are beyond it."""
_JOINERS = frozenset("\u200d\ufe0e\ufe0f")
_MOST_EDITS = 3
_MOST_LETTERS = 2_000_000
"""Maximum characters that `explain` processes, about 0.1 s."""
_CUTS = {"cut": "", "cut…": "…", "cut...": "..."}
_TAG = re.compile(r"<[^<>]*>")

Edit = Callable[[str], str]


def _replaced(pattern: str, by: str) -> Edit:
    compiled = re.compile(pattern)
    return lambda text: compiled.sub(by, text)


def _mapped(names: Mapping[str, str]) -> Edit:
    table = str.maketrans(dict(names))
    return lambda text: text.translate(table)


def _emoji(by: Callable[[str], str]) -> Edit:
    return lambda text: "".join(by(each) if ord(each) > _LAST_PLAIN else each for each in text)


def _whole_emoji(by: str) -> Edit:
    """Replace three-byte symbols too, including the joiners between them."""

    def edit(text: str) -> str:
        kept = (by if _is_symbol(each) else "" if each in _JOINERS else each for each in text)
        return "".join(kept)

    return edit


def _is_symbol(letter: str) -> bool:
    return ord(letter) > _LAST_PLAIN or unicodedata.category(letter) == "So"


def _up_to_emoji(text: str) -> str:
    return next((text[:place] for place, letter in enumerate(text) if ord(letter) > _LAST_PLAIN), text)


def _without_control(by: str) -> Edit:
    return lambda text: "".join(by if unicodedata.category(e) == "Cc" and e not in "\n\t" else e for e in text)


def _invisible_dropped(text: str) -> str:
    return "".join(each for each in text if unicodedata.category(each) != "Cf")


def _accents_dropped(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))


def _encoded(encoding: str, errors: str) -> Edit:
    return lambda text: text.encode(encoding, errors).decode(encoding)


def _misread(text: str) -> str:
    """Decode UTF-8 as Latin-1."""
    return text.encode("utf-8", "replace").decode("latin-1")


def _named(text: str) -> str:
    return "".join(f"&{codepoint2name[ord(each)]};" if ord(each) in codepoint2name else each for each in text)


_ANGLES = {"<": "&lt;", ">": "&gt;"}
_BASIC = {"&": "&amp;", **_ANGLES}
_QUOTED = {**_BASIC, '"': "&quot;"}

EDITS: tuple[Mapping[str, Edit], ...] = (
    {
        "control dropped": _without_control(""),
        "control blank": _without_control(" "),
        "invisible dropped": _invisible_dropped,
    },
    {
        "emoji dropped": _emoji(lambda _: ""),
        "symbols dropped": _whole_emoji(""),
        "emoji ?": _emoji(lambda _: "?"),
        "emoji ??": _emoji(lambda _: "??"),
        "emoji ????": _emoji(lambda _: "????"),
        "emoji \ufffd": _emoji(lambda _: "\ufffd"),
        "emoji \ufffd\ufffd": _emoji(lambda _: "\ufffd\ufffd"),
        "emoji blank": _emoji(lambda _: " "),
        "emoji cut": _up_to_emoji,
        "symbols ?": _whole_emoji("?"),
        "emoji &#": _emoji(lambda each: f"&#{ord(each)};"),
        "emoji &#x": _emoji(lambda each: f"&#x{ord(each):x};"),
        "latin ?": _encoded("latin-1", "replace"),
        "latin dropped": _encoded("latin-1", "ignore"),
        "ascii ?": _encoded("ascii", "replace"),
        "ascii dropped": _encoded("ascii", "ignore"),
        "misread": _misread,
    },
    {"accents dropped": _accents_dropped, "nfkc": lambda text: unicodedata.normalize("NFKC", text)},
    {"decoded": html.unescape, "tags dropped": lambda text: _TAG.sub("", text)},
    {
        "html": _mapped(_BASIC),
        'html "': _mapped(_QUOTED),
        "html '39": _mapped({**_QUOTED, "'": "&#39;"}),
        "html '039": _mapped({**_QUOTED, "'": "&#039;"}),
        "html 'x27": _mapped({**_QUOTED, "'": "&#x27;"}),
        "html 'apos": _mapped({**_QUOTED, "'": "&apos;"}),
        "html 34": _mapped({**_BASIC, '"': "&#34;", "'": "&#39;"}),
        "html angles": _mapped(_ANGLES),
        "html &": _mapped({"&": "&amp;"}),
        "html twice": lambda text: html.escape(html.escape(text, quote=False), quote=False),
        "html named": _named,
        "html numbered": _encoded("ascii", "xmlcharrefreplace"),
        "angles dropped": _mapped({"<": "", ">": ""}),
        "backslashes": _mapped({"\\": "\\\\", "'": "\\'", '"': '\\"'}),
        "backslashes dropped": _mapped({"\\": ""}),
    },
    {"named too": lambda text: _named(html.unescape(text)), "quotes doubled": _mapped({"'": "''"})},
    {
        "<br>": _mapped({"\n": "<br>"}),
        "<br/>": _mapped({"\n": "<br/>"}),
        "<br />": _mapped({"\n": "<br />"}),
        "<br>+": _mapped({"\n": "<br>\n"}),
        "<br/>+": _mapped({"\n": "<br/>\n"}),
        "<br />+": _mapped({"\n": "<br />\n"}),
        "lines blank": _mapped({"\n": " "}),
        "lines dropped": _mapped({"\n": ""}),
        "lines \\n": _mapped({"\n": "\\n"}),
        "lines doubled": _mapped({"\n": "\n\n"}),
        "empty lines dropped": _replaced(r"\n[ \t]*(?:\n[ \t]*)+", "\n"),
        "first line": lambda text: text.partition("\n")[0],
        "<p>": lambda text: "".join(f"<p>{line}</p>" for line in text.split("\n")),
    },
    {
        "blanks": _replaced(r"[ \t]+", " "),
        "white": _replaced(r"\s+", " "),
        "tabs": _mapped({"\t": " "}),
        "tabs 4": _mapped({"\t": "    "}),
        "tabs dropped": _mapped({"\t": ""}),
        "lines trimmed": _replaced(r"[ \t]*\n[ \t]*", "\n"),
        "lines' ends trimmed": _replaced(r"[ \t]+\n", "\n"),
    },
    {"no-break": _mapped({"\u00a0": " "})},
    {"lower": str.lower, "upper": str.upper},
)
_PLACES = {name: place for place, slot in enumerate(EDITS) for name in slot}


def apply(way: Iterable[str], text: str) -> str:
    """Apply a way to a text. Names unknown to this version are ignored."""
    names = set(way)
    text = plain(text)
    for slot in EDITS:
        for name in slot:
            if name in names:
                text = slot[name](text)
    for name in names:
        kind, _, length = name.rpartition(":")
        if kind in _CUTS and length.isdecimal() and len(text) > int(length):
            text = text[: int(length)] + _CUTS[kind]
    return plain(text)


def explain(sent: str, shown: str) -> tuple[str, ...] | None:
    """Return the fewest edits that turn the sent text into the shown one, None if no known ones do."""
    whole, shown, sent = even(shown).lstrip(), plain(shown), plain(sent)
    cut: tuple[str, ...] | None = None
    for text, way in _made_of(sent):
        if plain(text) == shown:
            return way
        if cut is not None and len(way) > 1:
            break
        name = _cut(plain(text), whole)
        cut = (*way, name) if name and cut is None else cut
    return cut


def _made_of(sent: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield texts that servers may make of a text, each with its way, by increasing number of edits."""
    seen = {sent}
    level: list[tuple[str, tuple[str, ...], int]] = [(sent, (), 0)]
    yield sent, ()
    left = _MOST_LETTERS
    for _ in range(_MOST_EDITS):
        following = []
        for text, way, first in level:
            for place in range(first, len(EDITS)):
                for name, edit in EDITS[place].items():
                    made, left = edit(text), left - len(text)
                    if left < 0:
                        return
                    if made not in seen:
                        seen.add(made)
                        following.append((made, (*way, name), place + 1))
                        yield made, (*way, name)
        level = following


def _cut(text: str, shown: str) -> str:
    """Name the cut that turns a text into the shown one, '' if none does."""
    for name, end in (("cut...", "..."), ("cut…", "…"), ("cut", "")):
        kept = shown.removesuffix(end)
        if kept and shown.endswith(end) and len(kept) < len(text) and text.startswith(kept):
            return f"{name}:{len(kept)}"
    return ""


def learned(known: tuple[str, ...], way: Iterable[str]) -> tuple[str, ...]:
    """Add a way to the known edits of a server. Of two edits of one kind, the newer one replaces the older."""
    new = tuple(way)
    kinds = {_kind(name) for name in new}
    return tuple(sorted({*(name for name in known if _kind(name) not in kinds), *new}))


def _kind(name: str) -> object:
    return SHOWS if name.startswith(SHOWS) else _PLACES.get(name, "cut")


def resembles(shown: str, sent: str) -> bool:
    """Check whether the shown text may come from the sent one by any edit: only letters and digits are compared."""
    return any(one and one == other for one, other in zip(_bones(shown), _bones(sent), strict=True))


def _bones(text: str) -> tuple[str, str]:
    """Return the letters and digits of a text, once without accents, once ASCII only."""
    bare = _TAG.sub("", html.unescape(html.unescape(plain(text)))).casefold()
    spelled = "".join(each for each in unicodedata.normalize("NFKD", bare) if each.isalnum())
    return spelled, "".join(each for each in bare if each.isascii() and each.isalnum())
