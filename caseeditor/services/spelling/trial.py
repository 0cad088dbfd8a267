"""The trial of dictionaries for `--check`: the process of the program looks up a word in each. Blocking."""

from pathlib import Path

from caseeditor.domain.spelling.results import DictionaryProblem, SpellingProblem, SpellingTrial
from caseeditor.services.spelling.dictionaries import DictionaryFile, find_dictionaries
from caseeditor.services.spelling.process import HelperError, HelperProcess, NoLibraryError

_WORDS = {"en_US": "customer", "es_ES": "cliente", "pt_BR": "atendimento"}
"""A word of each packaged dictionary."""


def try_dictionaries(folder: Path) -> SpellingTrial:
    """Load each dictionary of a folder, and look up a word in it."""
    files = find_dictionaries((folder,))
    if not files:
        return SpellingTrial(problem=SpellingProblem.NO_DICTIONARY)
    process = HelperProcess()
    try:
        process.start()
        found = {language: _problem(process, language, file) for language, file in files.items()}
    except NoLibraryError:
        return SpellingTrial(problem=SpellingProblem.NO_LIBRARY)
    except HelperError:
        return SpellingTrial(problem=SpellingProblem.NOT_RUNNING)
    finally:
        process.end()
    return SpellingTrial(
        tuple(sorted(language for language, problem in found.items() if problem is None)),
        {language: problem for language, problem in found.items() if problem},
    )


def _problem(process: HelperProcess, language: str, file: DictionaryFile) -> DictionaryProblem | None:
    """Return the reason why a dictionary can't be used. Raises HelperError."""
    answer = process.ask({"load": language, "folder": file.folder, "name": file.name})
    if "broken" in answer:
        return DictionaryProblem(answer["broken"])
    word = _WORDS.get(language)
    if word and language not in process.ask({"check": [word], "languages": [language]})["known"][word]:
        return DictionaryProblem.BROKEN
    return None
