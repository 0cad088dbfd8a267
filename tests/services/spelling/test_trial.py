"""The trial of the packaged dictionaries, as `--check` does it."""

from pathlib import Path

import pytest

from caseeditor.domain.spelling.results import DictionaryProblem, SpellingProblem, SpellingTrial
from caseeditor.services.spelling.trial import try_dictionaries
from tests.services.spelling.test_spelling import ALL, PACKAGED, copied


def test_each_packaged_dictionary_knows_its_word() -> None:
    assert try_dictionaries(PACKAGED) == SpellingTrial(ALL)


def test_a_dictionary_without_its_word_and_a_damaged_one_are_told(tmp_path: Path) -> None:
    place = copied(tmp_path / "dictionaries", *ALL)
    (place / "en_US.dic").write_text("1\nword\n")
    (place / "es_ES.dic").write_bytes(b"")
    broken = {"en_US": DictionaryProblem.BROKEN, "es_ES": DictionaryProblem.BROKEN}
    assert try_dictionaries(place) == SpellingTrial(("pt_BR",), broken)


def test_a_process_that_ends_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hunspell.py").write_text("import os\nos._exit(1)")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert try_dictionaries(PACKAGED) == SpellingTrial(problem=SpellingProblem.NOT_RUNNING)


def test_a_folder_without_dictionaries_is_told(tmp_path: Path) -> None:
    assert try_dictionaries(tmp_path) == SpellingTrial(problem=SpellingProblem.NO_DICTIONARY)
