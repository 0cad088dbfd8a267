"""Templates that an administrator shares: a file, or a folder of files. Runs on the share thread."""

import enum
from pathlib import Path

import msgspec

from caseeditor.domain.editing import template_files
from caseeditor.domain.editing.templates import Template
from caseeditor.runtime.held_files import PATIENT
from caseeditor.ui.messages.texts import translate

LARGEST = 16 * 1024 * 1024
"""Maximum size of the files together, in bytes."""
_MOST_FILES = 200
_MOST = 5_000
"""Maximum templates."""


class SharedProblem(enum.Enum):
    """The reason why shared templates are missing."""

    MISSING = enum.auto()
    UNREADABLE = enum.auto()
    BROKEN = enum.auto()
    LARGE = enum.auto()
    SILENT = enum.auto()


class SharedTemplates(msgspec.Struct, frozen=True):
    """The templates that could be read, and the first problem with its file."""

    templates: tuple[Template, ...] = ()
    problem: SharedProblem | None = None
    file: str = ""
    place: str = ""
    good: tuple[tuple[str, tuple[Template, ...]], ...] = ()
    """The templates of each file when it could be read last."""


def read_shared(place: str, before: SharedTemplates | None = None) -> SharedTemplates:
    """Read the templates of a file, or of all files `*.json` in a folder in the order of their names. Blocks.

    A file with an error affects its own templates only: those read `before` stay. Of several templates with one name,
    the first counts.
    """
    path = Path(place)
    try:
        if not path.is_absolute() or not path.exists():
            return unread(place, SharedProblem.MISSING, before)
        files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    except (OSError, ValueError):  # the second: a NUL in the path
        return unread(place, SharedProblem.UNREADABLE, before)
    kept = dict(before.good) if before and before.place == place else {}
    good = dict[str, tuple[Template, ...]]()
    found: dict[str, Template] = {}
    problems = [(SharedProblem.LARGE, path)] if len(files) > _MOST_FILES else []
    room = LARGEST
    for file in files[:_MOST_FILES]:
        templates, size, problem = _read_file(file, room)
        room -= size
        if problem in (SharedProblem.UNREADABLE, SharedProblem.BROKEN):
            templates = kept.get(str(file), ())
        good[str(file)] = templates
        for template in templates:
            found.setdefault(template.name, template)
        if problem:
            problems.append((problem, file))
    if len(found) > _MOST:
        problems.append((SharedProblem.LARGE, path))
    first = problems[0] if problems else (None, "")
    return SharedTemplates(tuple(found.values())[:_MOST], first[0], str(first[1]), place, tuple(good.items()))


def _read_file(file: Path, room: int) -> tuple[tuple[Template, ...], int, SharedProblem | None]:
    """Return the templates of a file, its size in bytes, and why it has none."""
    try:
        if not file.is_file():  # a pipe would never end
            return (), 0, SharedProblem.UNREADABLE
        body = PATIENT.read(file, room + 1)
    except OSError:
        return (), 0, SharedProblem.UNREADABLE
    if len(body) > room:
        return (), 0, SharedProblem.LARGE
    try:
        return template_files.read(body), len(body), None
    except ValueError:
        return (), len(body), SharedProblem.BROKEN


def unread(place: str, problem: SharedProblem, before: SharedTemplates | None) -> SharedTemplates:
    """Return the outcome of a read that failed as a whole: the templates read before stay."""
    if before and before.place == place:
        return msgspec.structs.replace(before, problem=problem, file=place)
    return SharedTemplates((), problem, place, place)


def problem_words(shared: SharedTemplates) -> str:
    """Tell why shared templates are missing; '' if none are."""
    match shared.problem:
        case None:
            return ""
        case SharedProblem.MISSING:
            text = translate("SharedTemplates", "The shared templates aren't there: {0}. Tell your administrator.")
        case SharedProblem.UNREADABLE:
            text = translate("SharedTemplates", "The shared templates can't be read: {0}. Tell your administrator.")
        case SharedProblem.BROKEN:
            text = translate("SharedTemplates", "No templates in the shared file {0}. Tell your administrator.")
        case SharedProblem.LARGE:
            text = translate("SharedTemplates", "Too many shared templates: {0}. Tell your administrator.")
        case SharedProblem.SILENT:
            text = translate("SharedTemplates", "The place of the shared templates isn't answering: {0}.")
    return text.format(shared.file)
