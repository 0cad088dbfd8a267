"""Faults of a recipe that are found before a case is read, and attribute names that look like typing errors."""

import enum
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

import msgspec

from caseeditor.domain.batch.plan.recipe import How, Recipe, ValueRule
from caseeditor.domain.case.model import OWN_FIELDS, Case
from caseeditor.domain.editing.changes import is_reserved
from caseeditor.domain.editing.templates import fields_of, filled
from caseeditor.domain.text.folding import fold
from caseeditor.domain.text.unseen import compared, has_unseen

CELL = "row."
"""Precedes the name of a table's column in a field."""
_OF_A_CASE = ("contact.", "attribute.")
"""Fields that one case has and another lacks."""
_SHORTEST = 4
"""Letters of a name of which another one with one letter changed is close: `pri1` and `pri2` are two names."""


class RecipeFlaw(enum.Enum):
    """A fault of a recipe. Those after TAG_BOTH_WAYS are warnings."""

    EMPTY = "empty"  # it changes nothing
    NO_NAME = "no name"
    RESERVED = "reserved"
    DUPLICATE = "duplicate"  # two rules of one attribute that may both apply
    NO_VALUE = "no value"  # *set* without a value: emptying is a word of its own
    TAG_BOTH_WAYS = "tag both ways"
    OWN_FIELD = "own field"
    SPACES = "spaces"
    UNSEEN = "unseen"


_WARNINGS = (RecipeFlaw.OWN_FIELD, RecipeFlaw.SPACES, RecipeFlaw.UNSEEN)


class RecipeProblem(msgspec.Struct, frozen=True):
    """A fault, and the attribute's name or the tag that it concerns; '' for the subject."""

    flaw: RecipeFlaw
    name: str = ""

    @property
    def is_blocking(self) -> bool:
        """Whether no plan is made."""
        return self.flaw not in _WARNINGS


def fields_in(template: str) -> tuple[str, ...]:
    """Return the names of the fields in a text, in order, each once."""
    return tuple(dict.fromkeys(field[1:-1].strip() for field in filled(template, {}).unknown_fields))


def fields_of_recipe(recipe: Recipe) -> tuple[str, ...]:
    """Return the names of the fields in all texts of a recipe that count."""
    return tuple(dict.fromkeys(name for text in _texts(recipe) for name in fields_in(text)))


def unknown_fields(recipe: Recipe, columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of the fields that no case can have, or no column of the table."""
    known = {*fields_of(Case(), "", ""), *(f"{CELL}{column.strip()}" for column in columns)}
    return tuple(name for name in fields_of_recipe(recipe) if name not in known and not _may_be_of_a_case(name))


def recipe_problems(recipe: Recipe) -> tuple[RecipeProblem, ...]:
    """List the faults of a recipe, those of attributes first, at most one of each attribute."""
    found = list(_attribute_problems(recipe.attributes))
    if recipe.subject and _lacks_value(recipe.subject):
        found.append(RecipeProblem(RecipeFlaw.NO_VALUE))
    added = [tag for tag in (*recipe.added_tags, recipe.tag_text) if tag.strip()]
    removed = {compared(tag.strip()) for tag in recipe.removed_tags if tag.strip()}
    found += [RecipeProblem(RecipeFlaw.TAG_BOTH_WAYS, tag) for tag in added if compared(tag.strip()) in removed]
    found += [RecipeProblem(RecipeFlaw.UNSEEN, tag) for tag in added if has_unseen(tag)]
    notes = any(text.strip() for text in (*recipe.notes, recipe.note_text))
    if not (recipe.attributes or recipe.subject or added or removed or notes):
        found.append(RecipeProblem(RecipeFlaw.EMPTY))
    return tuple(found)


def close_names(recipe: Recipe, known: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Return the attribute names that no case was seen with, each with a known one that may be meant."""
    names = tuple(known)
    exact = _exact(names)
    new = dict.fromkeys(rule.name for rule in recipe.attributes if compared(rule.name) not in exact)
    pairs = ((name, _closest(name, names)) for name in new if name.strip())
    return tuple((name, meant) for name, meant in pairs if meant is not None)


def _texts(recipe: Recipe) -> Iterator[str]:
    yield from (*recipe.notes, recipe.note_text, *recipe.added_tags, recipe.tag_text, *recipe.removed_tags)
    for rule in (*((recipe.subject,) if recipe.subject else ()), *recipe.attributes):
        yield from (rule.value,) if rule.how is not How.CLEAR else ()
        yield from (rule.expected,) if rule.how is How.IF_IS else ()


def _may_be_of_a_case(name: str) -> bool:
    return any(name.startswith(start) and name != start for start in _OF_A_CASE)


def _attribute_problems(rules: Iterable[ValueRule]) -> Iterator[RecipeProblem]:
    conditions: dict[str, list[str | None]] = {}
    for rule in rules:
        name, key = rule.name, compared(rule.name).strip()
        condition = {How.IF_IS: rule.expected, How.IF_EMPTY: ""}.get(rule.how)
        others = conditions.setdefault(key, [])
        if not key:
            yield RecipeProblem(RecipeFlaw.NO_NAME)
        elif is_reserved(name):
            yield RecipeProblem(RecipeFlaw.RESERVED, name)
        elif others and (condition is None or condition in others or None in others):
            yield RecipeProblem(RecipeFlaw.DUPLICATE, name)
        elif _lacks_value(rule):
            yield RecipeProblem(RecipeFlaw.NO_VALUE, name)
        elif key in OWN_FIELDS:
            yield RecipeProblem(RecipeFlaw.OWN_FIELD, name)
        elif name != name.strip():
            yield RecipeProblem(RecipeFlaw.SPACES, name)
        elif has_unseen(name) or has_unseen(rule.value):
            yield RecipeProblem(RecipeFlaw.UNSEEN, name)
        others.append(condition)


def _lacks_value(rule: ValueRule) -> bool:
    return rule.how in (How.SET, How.IF_EMPTY) and not rule.value


@lru_cache(2)
def _exact(known: tuple[str, ...]) -> frozenset[str]:
    return frozenset(compared(name) for name in known)


@lru_cache(2)
def _folded(known: tuple[str, ...]) -> dict[str, str]:
    """Return the names by their folded forms, the first of each. A page asks at each key, with up to 10,000 names."""
    return {_key(name): name for name in reversed(known)}


@lru_cache(100)
def _closest(name: str, known: tuple[str, ...]) -> str | None:
    key, folded = _key(name), _folded(known)
    if alike := folded.get(key):
        return alike
    close = (other for other in folded if _is_one_apart(key, other))
    return min((folded[other] for other in close), key=known.index, default=None)


def _key(name: str) -> str:
    return fold(compared(name)).strip()


def _is_one_apart(one: str, other: str) -> bool:
    """Check for names of which one has a letter more, another letter, or two neighbours swapped."""
    if min(len(one), len(other)) < _SHORTEST or abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    if start is None:
        return True
    rest, others = one[start:], other[start:]
    is_swapped = rest[:2] == others[1::-1] and rest[2:] == others[2:]
    return is_swapped or rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]
