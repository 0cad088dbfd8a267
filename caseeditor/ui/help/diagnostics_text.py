"""The lines of a diagnosis, as `--check` prints them and Help, Diagnostics shows them."""

import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from caseeditor import __version__
from caseeditor.domain.diagnosis import Finding, Part, Result
from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.errors.keyring import KeyringProblem
from caseeditor.domain.fields.reading import FieldsFound
from caseeditor.domain.policy import Policy
from caseeditor.domain.spelling.results import SpellingProblem, SpellingTrial
from caseeditor.ui.messages.field_texts import faults_words
from caseeditor.ui.messages.spelling_words import dictionary_problem_words, language_name, spelling_problem_words
from caseeditor.ui.messages.texts import Doing, failure_words, policy_words, translate, trouble_words

_NAMES = 20
"""Names of settings or fields that a line lists."""
_PARTS = ("httpx", "keyring", "msgspec", "truststore")


def line_words(result: str, what: str, detail: str) -> str:
    """Return a line: ok, warn or fail, the part that was checked, and the finding."""
    words = {
        "ok": translate("Diagnosis", "ok"),
        "warn": translate("Diagnosis", "warn"),
        "fail": translate("Diagnosis", "fail"),
    }
    return f"{words[result].ljust(max(map(len, words.values())))}  {what}: {detail}"


def version_lines() -> tuple[str, ...]:
    """List the versions."""
    parts = ", ".join(f"{name} {_version(name)}" for name in _PARTS)
    return (
        line_words("ok", "Case Editor", __version__),
        line_words("ok", "Python", f"{platform.python_version()}, Qt {qVersion()}, {parts}"),
        line_words("ok", translate("Diagnosis", "Qt platform"), QGuiApplication.platformName()),
    )


def policy_lines(policy: Policy, found: FieldsFound, file: Path) -> tuple[str, ...]:
    """Describe the policy, and each fault of its fields; empty without a policy."""
    policy_name = translate("Diagnosis", "Policy")
    if policy.trouble:
        return (line_words("warn", policy_name, policy_words(policy.trouble).format(file)),)
    if policy == Policy():
        return ()
    parts = (
        (translate("Diagnosis", "sets {0}"), policy.defaults),
        (translate("Diagnosis", "locks {0}"), policy.fixed),
        (translate("Diagnosis", "describes {0}"), found.schema.fields),
    )
    said = "; ".join(words.format(_listed(sorted(names))) for words, names in parts if names)
    faults = (line_words("warn", policy_name, f"{file}: {words}") for words in faults_words(found.faults))
    return (line_words("ok", policy_name, f"{file} {said}".rstrip()), *faults)


def spelling_line(trial: SpellingTrial) -> str:
    """Describe the trial of the packaged dictionaries. The program works without them."""
    if trial.problem is SpellingProblem.NOT_RUNNING:
        problem = translate("Spelling", "The process with Hunspell ended before its answer.")
    else:
        problem = spelling_problem_words(trial.problem) if trial.problem else dictionary_problem_words(trial.broken)
    names = ", ".join(map(language_name, trial.languages))
    return line_words("warn" if problem else "ok", "Spelling", problem or names)


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_NAMES])
    return f"{shown} …" if len(names) > _NAMES else shown


def finding_line(finding: Finding) -> str:
    """Describe the finding of a part."""
    return line_words(finding.result.value, _part_words(finding.part), _detail_words(finding))


def _part_words(part: Part) -> str:
    match part:
        case Part.FOLDER:
            return translate("Diagnosis", "Data folder")
        case Part.KEYRING:
            return translate("Diagnosis", "Keyring")
        case Part.SERVER:
            return translate("Diagnosis", "Server")
        case Part.TOKEN:
            return translate("Diagnosis", "Token")


def _detail_words(finding: Finding) -> str:
    match finding.why:
        case Failure() as failure:
            return f"{finding.where}: {failure_words(failure, Doing.SIGNING_IN)}"
        case KeyringProblem.NOT_WANTED:
            return translate("Diagnosis", "not used here")
        case KeyringProblem() as trouble:
            return trouble_words(trouble)
        case str() as reason:
            return translate("Diagnosis", "{0} can't be written ({1})").format(finding.where, reason)
    is_ok = finding.result is Result.OK
    match finding.part:
        case Part.KEYRING:
            return translate("Diagnosis", "keeps a secret and gives it back")
        case Part.SERVER if not is_ok:
            return translate("Diagnosis", "none is set; sign in, or name one with --server")
        case Part.TOKEN:
            words = (
                translate("Diagnosis", "accepted by {0}")
                if is_ok
                else translate("Diagnosis", "none is kept for {0}; sign in")
            )
            return words.format(finding.where)
        case _:
            return finding.where


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"
