"""Values of attributes as learned from the cases of a server, and the parts of a case to learn."""

import re
from collections.abc import Iterable, Mapping

import msgspec

from caseeditor.domain.case.model import RESERVED, Attribute, Case, Contact
from caseeditor.domain.text.date_forms import date_forms, read_date
from caseeditor.domain.text.folding import fold
from caseeditor.domain.text.value_shape import looks_personal, shape

LONGEST = 200
"""Characters of a name and of a value; longer ones are not learned."""
MOST_OF_NAME = 50
"""Distinct values of a name; with more, the name has free text, of which only shapes are kept."""
MOST_OF_CASE = 500
"""Attributes of a case that are learned."""
VALUE, SHAPE, FORM = "value", "shape", "form"
"""Kinds of learned texts: the value itself, its shape, the form of a date whose day can't be its month."""
_FEW_WORDS = 3
_MOST_NAMES = 50
"""Names of a contact that values are compared with."""
_SHORTEST_NAME = 2
"""Letters and digits of such a name."""
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Also half characters, which the disk rejects."""
_WORD = re.compile(r"[^\W_]+")
Learned = tuple[str, str]
"""Kind and text."""
_YES_NO = (
    ("sí", "no"),
    ("si", "no"),
    ("yes", "no"),
    ("sim", "não"),
    ("sim", "nao"),
    ("true", "false"),
    ("verdadero", "falso"),
    ("verdadeiro", "falso"),
    ("y", "n"),
    ("s", "n"),
)


class LearnedValue(msgspec.Struct, frozen=True, gc=False):
    """A value, and the number of cases that have it."""

    text: str
    cases: int


class LearnedValues(msgspec.Struct, frozen=True):
    """All that is known of the values of one name; the most frequent first."""

    values: tuple[LearnedValue, ...] = ()
    shapes: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.values or self.shapes or self.forms)

    def has_seen(self, text: str) -> bool:
        """Tell whether a value, or one of its shape, was seen; True if that can't be told, as of a long text."""
        if self.is_empty or not is_learnable(text):
            return True
        if any(value.text == text for value in self.values) or any(read_date(text, form) for form in self.forms):
            return True
        return bool(self.shapes) and shape(text) in self.shapes


def is_learnable(text: str) -> bool:
    """Check that a value is a short text of one line, without invisible characters and blanks at its ends."""
    return 0 < len(text) <= LONGEST and text.isprintable() and text == text.strip()


def is_learnable_name(text: str) -> bool:
    """Check that a name is short and of one line, without control characters and half characters."""
    return 0 < len(text) <= LONGEST and _CONTROL.search(text) is None


def learned_in(case: Case) -> Mapping[str, Learned]:
    """Return the parts of a case to learn, by the names of its attributes. The contact's names are kept as shapes."""
    names = _names_of(case.contact)
    plain = filter(_is_plain, list(case.attributes.values())[:MOST_OF_CASE])
    return {
        each.name: (SHAPE, shape(each.text)) if _is_named(each.text, names) else learned_of(each.text) for each in plain
    }


def _names_of(contact: Contact) -> tuple[frozenset[str], ...]:
    """Return the names of a contact and of its profiles, each as its words."""
    given = (contact.name, *(name for profile in contact.profiles for name in (profile.name, profile.user_name)))
    found = dict.fromkeys(_words(name[:LONGEST]) for name in given[:_MOST_NAMES])
    return tuple(words for words in found if sum(map(len, words)) >= _SHORTEST_NAME)


def _is_named(text: str, names: tuple[frozenset[str], ...]) -> bool:
    """Tell whether a value is one of these names or a part of it, or holds one, in any order of the words."""
    if not names or not (words := _words(text)):
        return False
    return any(words <= name or name <= words for name in names)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text)))


def learned_of(text: str) -> Learned:
    """Return a value as it may be kept: whatever looks like a person's data as a shape or form alone."""
    if not looks_personal(text):
        return VALUE, text
    forms = date_forms(text)
    return (FORM, forms[0]) if len(forms) == 1 else (SHAPE, shape(text))


def sorted_values(rows: Iterable[tuple[str, str, int]]) -> LearnedValues:
    """Sort rows of kind, text and number of cases."""
    counts: dict[Learned, int] = {}
    for kind, text, cases in rows:
        counts[kind, text] = counts.get((kind, text), 0) + cases
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0][1].casefold()))
    return LearnedValues(
        values=tuple(LearnedValue(text, cases) for (kind, text), cases in ordered if kind == VALUE),
        shapes=tuple(text for (kind, text), _ in ordered if kind == SHAPE),
        forms=tuple(text for (kind, text), _ in ordered if kind == FORM),
    )


def date_form(known: LearnedValues, own: str, *, is_month_first: bool) -> str:
    """Return the form of an attribute whose values are dates, apart from a few words; '' for other attributes.

    `own` is the value of the case. `is_month_first` decides where day and month may be swapped in all that was seen.
    """
    if len(known.values) > _FEW_WORDS:
        return ""
    shapes = (each.replace("9", "1") for each in known.shapes)
    seen = (date_forms(own), known.forms[:1], *map(date_forms, shapes))
    forms = next((each for each in sorted(seen, key=lambda each: len(each) != 1) if each), ())
    return next((each for each in forms if (each[0] == "M") == is_month_first), forms[0] if forms else "")


def yes_and_no(seen: Iterable[str]) -> tuple[str, str] | None:
    """Return yes and no in the spelling seen, if these values are nothing else. A sole `no` may be of any language."""
    texts = dict.fromkeys(seen)
    folded = {text.casefold() for text in texts}
    pairs = [each for each in _YES_NO if folded and folded <= set(each)]
    if len({yes for yes, _ in pairs}) != 1 or (len(folded) == 1 and len(next(iter(folded))) == 1):  # "s" may be a size
        return None
    pair = pairs[0]
    spelling = next(iter(texts))
    yes, no = (next((text for text in texts if text.casefold() == each), _spelled_as(spelling, each)) for each in pair)
    return yes, no


def _spelled_as(sample: str, word: str) -> str:
    if sample.isupper():
        return word.upper()
    return word.capitalize() if sample.istitle() else word


def _is_plain(attribute: Attribute) -> bool:
    is_scalar = attribute.kind != "nested" and attribute.name not in RESERVED
    return is_scalar and is_learnable(attribute.text) and is_learnable_name(attribute.name)
