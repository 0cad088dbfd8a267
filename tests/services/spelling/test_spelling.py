"""Hunspell in its process, with the packaged dictionaries, and with damaged ones."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

import pytest

from caseeditor.domain.spelling.results import DictionaryProblem, SpellingProblem
from caseeditor.runtime.worker import SingleThreadExecutor
from caseeditor.services.spelling.spelling import Spelling
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store
from caseeditor.ui.application.resources import folder

T = TypeVar("T")
PACKAGED = folder() / "dictionaries"
ALL = ("en_US", "es_ES", "pt_BR")


@pytest.fixture(autouse=True)
def no_system_dictionaries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take only the folder of a test: a developer's computer may have other dictionaries."""
    monkeypatch.setattr("caseeditor.services.spelling.dictionaries._SYSTEMS", ())
    monkeypatch.delenv("DICPATH", raising=False)


@asynccontextmanager
async def spelling_in(data: Path, dictionaries: Path = PACKAGED) -> AsyncIterator[Spelling]:
    database = AsyncDatabase(SingleThreadExecutor("store"), lambda busy_ms: Store(data, busy_ms=busy_ms))
    made = Spelling(lambda: SingleThreadExecutor("spelling"), dictionaries, database)
    try:
        yield made
    finally:
        await made.close()
        await database.close()


@pytest.fixture
def use(tmp_path: Path) -> Callable[..., None]:
    """Run a coroutine with the service."""

    def run(work: Callable[[Spelling], Awaitable[None]], dictionaries: Path = PACKAGED) -> None:
        async def main() -> None:
            async with spelling_in(tmp_path / "data", dictionaries) as spelling:
                await spelling.means()
                await work(spelling)

        asyncio.run(main())

    return run


def copied(into: Path, *names: str) -> Path:
    """Copy packaged dictionaries."""
    into.mkdir(exist_ok=True)
    for name in names:
        for suffix in ("aff", "dic"):
            shutil.copyfile(PACKAGED / f"{name}.{suffix}", into / f"{name}.{suffix}")
    return into


def test_each_packaged_dictionary_knows_its_words(use: Callable[..., None]) -> None:
    async def work(spelling: Spelling) -> None:
        assert (await spelling.means()).languages == ALL
        words = ("customer", "cliente", "informá-lo", "desconocido", "Lucía", "atendimento", "xqzzk", "Привет", "don't")
        found = await spelling.check(words, ALL)
        known = {word: sorted(languages) for word, languages in found.known_by.items()}
        assert known["customer"] == ["en_US"]
        assert known["cliente"] == ["es_ES", "pt_BR"]
        assert "pt_BR" in known["informá-lo"]
        assert known["desconocido"] == ["es_ES"]
        assert known["atendimento"] == ["pt_BR"]
        assert known["xqzzk"] == []
        assert known["don't"] == ["en_US"]
        assert known["Привет"] == list(ALL)  # another script: not checked
        assert not found.broken

    use(work)


def test_suggestions(use: Callable[..., None]) -> None:
    async def work(spelling: Spelling) -> None:
        assert (await spelling.suggest("recieve", "en_US"))[0] == "receive"
        assert "cliente" in await spelling.suggest("clientte", "es_ES")
        assert await spelling.suggest("x" * 80, "en_US") == ()
        assert await spelling.suggest("Привет", "en_US") == ()
        assert await spelling.suggest("word", "fr_FR") == ()

    use(work)


def test_own_words_stay(use: Callable[..., None]) -> None:
    async def work(spelling: Spelling) -> None:
        await spelling.keep_word("Ñandú's")
        await spelling.keep_word("Ñandú's")
        assert (await spelling.means()).own_words == {"Ñandú's"}
        await spelling.drop_word("Ñandú's")
        assert (await spelling.means()).own_words == frozenset()

    use(work)


def truncated(place: Path) -> None:
    whole = (place / "en_US.dic").read_bytes()
    (place / "en_US.dic").write_bytes(whole[: len(whole) // 3])


def garbage(place: Path) -> None:
    (place / "en_US.dic").write_bytes(bytes(range(256)) * 2_000)


def garbage_with_a_count(place: Path) -> None:
    (place / "en_US.dic").write_bytes(b"2000\n" + bytes(range(256)) * 2_000)


def garbage_affixes(place: Path) -> None:
    (place / "en_US.aff").write_bytes(bytes(reversed(range(256))) * 2_000)


def wrong_encoding(place: Path) -> None:
    whole = (place / "es_ES.aff").read_bytes()
    (place / "en_US.aff").write_bytes(whole.replace(b"SET UTF-8", b"SET ISO8859-1"))
    shutil.copyfile(place / "es_ES.dic", place / "en_US.dic")


def unknown_encoding(place: Path) -> None:
    whole = (place / "en_US.aff").read_bytes()
    (place / "en_US.aff").write_bytes(whole.replace(b"SET UTF-8", b"SET KLINGON"))


def empty(place: Path) -> None:
    (place / "en_US.dic").write_bytes(b"")


def a_folder(place: Path) -> None:
    (place / "en_US.aff").unlink()
    (place / "en_US.aff").mkdir()


def gone(place: Path) -> None:
    (place / "en_US.dic").unlink()


def huge(place: Path) -> None:
    with (place / "en_US.dic").open("r+b") as file:
        file.truncate(60_000_000)


BROKEN = DictionaryProblem.BROKEN
DAMAGES: dict[Callable[[Path], None], DictionaryProblem] = {
    truncated: BROKEN,
    garbage: BROKEN,
    garbage_with_a_count: BROKEN,
    garbage_affixes: BROKEN,
    wrong_encoding: BROKEN,
    unknown_encoding: BROKEN,
    empty: BROKEN,
    a_folder: DictionaryProblem.MISSING,
    gone: DictionaryProblem.MISSING,
    huge: DictionaryProblem.TOO_LARGE,
}


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_dictionary_is_not_used_and_the_others_are(
    use: Callable[..., None], tmp_path: Path, damage: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    place = copied(tmp_path / "dictionaries", "en_US", "es_ES")

    async def work(spelling: Spelling) -> None:
        damage(place)
        for _ in range(2):
            found = await spelling.check(("cliente", "xqzzk"), ("en_US", "es_ES"))
            assert found.known_by == {"cliente": {"es_ES"}, "xqzzk": frozenset()}
            assert found.broken == {"en_US": DAMAGES[damage]}
            assert found.problem is None
        assert await spelling.suggest("cliente", "en_US") == ()

    use(work, place)
    assert caplog.text.count("en_US is not used") == 1


def test_affixes_that_lead_to_each_other_end(use: Callable[..., None], tmp_path: Path) -> None:
    place = tmp_path / "dictionaries"
    place.mkdir()
    rules = "".join(f"SFX {flag} Y 1\nSFX {flag} 0 {end}/{other} .\n" for flag, other, end in ("ABx", "BAy"))
    (place / "en_US.aff").write_text(f"SET UTF-8\nCIRCUMFIX X\nCOMPOUNDFLAG C\nCOMPOUNDMIN 1\n{rules}")
    (place / "en_US.dic").write_text("2\nword/ABC\nother/BAC\n")

    async def work(spelling: Spelling) -> None:
        found = await spelling.check(("word", "wordxyxy" * 7, "other"), ("en_US",))
        assert found.known_by["word"] == {"en_US"}
        assert await spelling.suggest("wordxyxyxy", "en_US") is not None

    use(work, place)


def test_the_process_ends_by_itself_and_another_one_starts(use: Callable[..., None]) -> None:
    async def work(spelling: Spelling) -> None:
        await spelling.check(("customer",), ("en_US",))
        process = spelling._process._process  # noqa: SLF001 - a crash, from outside
        assert process is not None
        process.kill()
        process.wait()
        lost = await spelling.check(("customer",), ("en_US",))
        assert lost.known_by == {}
        found = await spelling.check(("customer",), ("en_US",))
        assert found.known_by == {"customer": {"en_US"}}
        assert not found.broken

    use(work)


def test_without_the_library(
    use: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "hunspell.py").write_text("raise ImportError")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    caplog.set_level("INFO")

    async def work(spelling: Spelling) -> None:
        assert (await spelling.means()).languages == ALL
        for _ in range(2):
            found = await spelling.check(("customer",), ALL)
            assert (found.known_by, found.problem) == ({}, SpellingProblem.NO_LIBRARY)
        assert await spelling.suggest("customer", "en_US") == ()
        assert (await spelling.means()).problem is SpellingProblem.NO_LIBRARY

    use(work)
    assert caplog.text.count("Hunspell is not installed") == 1


def test_without_dictionaries(use: Callable[..., None], tmp_path: Path) -> None:
    async def work(spelling: Spelling) -> None:
        assert (await spelling.means()).problem is SpellingProblem.NO_DICTIONARY
        assert (await spelling.check(("customer",), ())).known_by == {}

    use(work, tmp_path / "nowhere")


def test_words_of_any_kind(use: Callable[..., None]) -> None:
    async def work(spelling: Spelling) -> None:
        odd = ("-" * 40, "a\0b", "\ud800", "नमस्ते", "😀", "a" * 10_000, "'", "don\u2019t", "x\n{}", "")
        found = await spelling.check(odd, ALL)
        assert set(found.known_by) == set(odd)

    use(work)


STUCK = """
import faulthandler
import threading
from pathlib import Path

class Hunspell:
    def __init__(self, *_):
        self._enter("__init__")

    def spell(self, word):
        self._enter("spell")
        return True

    def _enter(self, place):
        if place == {place!r}:
            Path({reached!r}).touch()
            faulthandler.cancel_dump_traceback_later()
            threading.Event().wait()
"""


ENDS_ONCE = """
import os
from pathlib import Path

class Hunspell:
    def __init__(self, name, *_):
        once = Path(__file__).with_name(name)
        if {always} or not once.exists():
            once.touch()
            os._exit(1)

    def spell(self, word):
        return True
"""


@pytest.mark.parametrize("always", [False, True])
def test_a_dictionary_is_damaged_once_the_process_ends_at_it_again(
    use: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, always: bool
) -> None:
    (tmp_path / "hunspell.py").write_text(ENDS_ONCE.format(always=always))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    async def work(spelling: Spelling) -> None:
        found = await spelling.check(("customer",), ("en_US", "es_ES"))
        broken = {"en_US": BROKEN, "es_ES": BROKEN}
        assert (found.broken, found.problem) == (broken if always else {}, None)
        assert found.known_by == ({} if always else {"customer": {"en_US", "es_ES"}})

    use(work)


@pytest.mark.parametrize("place", ["__init__", "spell"])
def test_a_process_that_neither_answers_nor_ends_is_killed(
    use: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (tmp_path / "hunspell.py").write_text(STUCK.format(place=place, reached=str(tmp_path / "reached")))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr("caseeditor.services.spelling.process._MORE", 3)
    for limit in ("LOADING", "CHECKING"):
        monkeypatch.setattr(f"caseeditor.services.spelling.limits.{limit}", 0)

    async def work(spelling: Spelling) -> None:
        found = await asyncio.wait_for(spelling.check(("customer",), ("en_US",)), 30)
        assert found.known_by == {}
        assert (tmp_path / "reached").exists()

    use(work)


def test_failures_between_successes_end_nothing(use: Callable[..., None]) -> None:
    async def work(spelling: Spelling) -> None:
        for _ in range(4):
            found = await spelling.check(("customer",), ("en_US",))
            assert found.known_by == {"customer": {"en_US"}}
            assert found.problem is None
            process = spelling._process._process  # noqa: SLF001 - a crash, from outside
            assert process is not None
            process.kill()
            process.wait()
            lost = await spelling.check(("customer",), ("en_US",))
            assert (lost.known_by, lost.problem) == ({}, None)

    use(work)


def test_a_dictionary_is_not_damaged_because_the_program_closes(
    use: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached = tmp_path / "reached"
    (tmp_path / "hunspell.py").write_text(STUCK.format(place="__init__", reached=str(reached)))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    async def work(spelling: Spelling) -> None:
        checked = asyncio.create_task(spelling.check(("customer",), ("en_US",)))
        while not reached.exists():  # noqa: ASYNC110 - another process makes it
            await asyncio.sleep(0.01)
        await spelling.close()
        assert (await checked).broken == {}
        assert (await spelling.check(("customer",), ("en_US",))).broken == {}

    use(work)
