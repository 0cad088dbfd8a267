"""The process that runs Hunspell. It reads requests from stdin and writes answers to stdout, JSON, a line each.

Hunspell's binding holds Python's lock while it loads a dictionary (2 s) or looks for suggestions (2 s): in the process
of the window it would block the keyboard, on whichever thread. A file that crashes it ends this process only. A request
that takes longer than its limit ends the process, too.

Requests: {"load": language, "folder": …, "name": …}, {"check": [words], "languages": […]},
{"suggest": word, "language": …}.
"""

import contextlib
import faulthandler
import json
import os
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any, Protocol

from caseeditor.runtime.memory_limit import limit_memory
from caseeditor.services.spelling.limits import limit_of

_LARGEST_DIC, _LARGEST_AFF = 40_000_000, 16_000_000
"""Bytes; the largest dictionaries in use have a third."""
_MEMORY = 1_500_000_000
"""Bytes of address space."""
_SAMPLE = 200
"""Words of a dictionary that are looked up in it, to tell whether it is whole."""
_FEWEST_KNOWN = 0.5
_SUGGESTIONS = 5
_LONGEST = 80
_LOG_WORDS = re.compile(r"[^\W\d_]{3,}")


class _Dictionary(Protocol):
    def spell(self, word: str) -> bool: ...

    def suggest(self, word: str) -> tuple[str, ...]: ...


class _BrokenError(Exception):
    """A dictionary isn't used; its argument is a DictionaryProblem's value."""


def serve() -> int:
    """Answer requests until stdin ends; return the exit status, 1 without streams or once nobody reads the answers."""
    try:
        return _serve()
    except OSError:  # a windowed program would show the exception
        return 1


def _serve() -> int:
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # Hunspell writes messages
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    sys.stderr = open(2, "w", encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115 - open until exit
    limit_memory(_MEMORY)
    try:
        from hunspell import Hunspell  # type: ignore[import-untyped]  # noqa: PLC0415 - optional
    except ImportError:
        answers.write('{"problem": "library missing"}\n')
        answers.flush()
        return 0
    helper = _Helper(Hunspell)
    answers.write("{}\n")
    answers.flush()
    for line in os.fdopen(0, encoding="utf-8"):
        answers.write(json.dumps(helper.answer(json.loads(line))) + "\n")
        answers.flush()
    return 0


class _Helper:
    """The loaded dictionaries."""

    def __init__(self, make: "Any") -> None:  # noqa: ANN401 - the class of an untyped library
        self._make = make
        self._loaded: dict[str, tuple[_Dictionary, str]] = {}
        """A dictionary and its script, by language."""

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        # Ends the process from a thread without Python's lock.
        faulthandler.dump_traceback_later(limit_of(request), exit=True)
        try:
            if "load" in request:
                return self._load(request["load"], Path(request["folder"]), request["name"])
            if "check" in request:
                return self._check(request["check"], request["languages"])
            return self._suggest(request["suggest"], request["language"])
        finally:
            faulthandler.cancel_dump_traceback_later()

    def _load(self, language: str, folder: Path, name: str) -> dict[str, Any]:
        try:
            sample = _read_sample(folder / f"{name}.aff", folder / f"{name}.dic")
            made: _Dictionary = self._make(name, str(folder), "utf-8")
            known = sum(_knows(made, word) for word in sample)
            if known < _FEWEST_KNOWN * len(sample):
                return {"broken": "broken"}
        except _BrokenError as broken:
            return {"broken": broken.args[0]}
        except (OSError, UnicodeError):
            return {"broken": "unreadable"}
        except Exception:  # noqa: BLE001 - the errors of an untyped library; MemoryError
            return {"broken": "broken"}
        self._loaded[language] = made, _script("".join(sample))
        return {}

    def _check(self, words: list[str], languages: list[str]) -> dict[str, Any]:
        used = [(language, *self._loaded[language]) for language in languages if language in self._loaded]
        known: dict[str, list[str]] = {}
        for word in words:
            script = _script(word)
            known[word] = [name for name, each, of in used if script != of or _knows_parts(each, word)]
        return {"known": known}

    def _suggest(self, word: str, language: str) -> dict[str, Any]:
        if language not in self._loaded:
            return {"suggestions": []}
        try:
            found = self._loaded[language][0].suggest(word)
        except UnicodeError:
            found = ()
        return {"suggestions": [each for each in dict.fromkeys(found) if 0 < len(each) <= _LONGEST][:_SUGGESTIONS]}


def _read_sample(aff: Path, dic: Path) -> list[str]:
    """Return words of a dictionary, evenly from all of it. Raises _BrokenError, OSError."""
    if not (aff.is_file() and dic.is_file()):
        raise _BrokenError("missing")
    if aff.stat().st_size > _LARGEST_AFF or dic.stat().st_size > _LARGEST_DIC:
        raise _BrokenError("too large")
    rules, content = aff.read_bytes(), dic.read_bytes()
    if b"\0" in rules or b"\0" in content:  # no text
        raise _BrokenError("broken")
    encoding = _encoding(rules)
    if encoding.startswith("iso") and not content.isascii():
        with contextlib.suppress(UnicodeDecodeError):
            content.decode("utf-8")
            raise _BrokenError("broken")  # the affix file names another encoding than that of the words
    lines = content.removeprefix(b"\xef\xbb\xbf").splitlines()
    count = lines[0].split()[0] if lines and lines[0].split() else b""
    if not count.isdigit() or int(count) > 2 * len(lines):  # no dictionary, or one that was cut off
        raise _BrokenError("broken")
    step = max(1, len(lines) // (4 * _SAMPLE))
    words = (line.partition(b"/")[0].decode(encoding, "replace").partition("\t")[0].strip() for line in lines[1::step])
    sample = [word for word in words if _LOG_WORDS.fullmatch(word)][::3][:_SAMPLE]
    if len(lines) > _SAMPLE and len(sample) < _SAMPLE // 10:
        raise _BrokenError("broken")
    return sample


def _encoding(aff: bytes) -> str:
    named = re.search(rb"^(?:\xef\xbb\xbf)?SET[ \t]+(\S+)", aff, re.MULTILINE)
    name = named[1].decode("ascii", "replace").lower() if named else "iso8859-1"
    try:
        "".encode(name)
    except LookupError:
        raise _BrokenError("broken") from None
    return name


def _knows(dictionary: _Dictionary, word: str) -> bool:
    try:
        return dictionary.spell(word)
    except UnicodeError:
        return True  # a letter that the dictionary has no code for: the word isn't checked


def _knows_parts(dictionary: _Dictionary, word: str) -> bool:
    if _knows(dictionary, word):
        return True
    parts = [part for part in re.split("['-]", word) if part]
    return "-" in word and len(parts) > 1 and all(len(part) == 1 or _knows(dictionary, part) for part in parts)


def _script(text: str) -> str:
    """Return the script of most letters, by Unicode's names."""
    names = (unicodedata.name(letter, "").partition(" ")[0] for letter in text if letter.isalpha())
    return next((name for name, _ in Counter(names).most_common(1)), "")
