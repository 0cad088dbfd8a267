"""Values that are offered for an attribute, and the sources of them."""

from collections.abc import Callable, Iterable
from typing import Protocol

import msgspec
from PySide6.QtCore import QLocale, QObject

from caseeditor.domain.local.learned_values import date_form, is_learnable, yes_and_no
from caseeditor.domain.text.folding import fold
from caseeditor.ui.messages.texts import number_words
from caseeditor.ui.state.session import Session

_MOST = 50
"""Maximum number of suggestions."""


class Choice(msgspec.Struct, frozen=True):
    """A value that is offered, and a word about it: how often it was seen."""

    text: str
    note: str = ""


class OfferedValues(msgspec.Struct, frozen=True):
    """The values offered for one attribute."""

    choices: tuple[Choice, ...] = ()
    date_form: str = ""
    """The form of a date (domain.text.date_forms), '' for other values."""
    is_shown_at_once: bool = False
    """The choices are few and complete: yes and no."""


class ValueOffers(Protocol):
    """A source of values. One source may ask another, and add to its answer."""

    def on_found(self, then: Callable[[str], object]) -> None:
        """Call back with the name of an attribute whose values were read since."""

    def look(self, name: str) -> None:
        """Begin to read the values of an attribute."""

    def offered(self, name: str) -> OfferedValues:
        """Return the values that are known by now."""

    def is_unseen(self, name: str, value: str) -> bool:
        """Tell whether other values of the attribute were seen, and this one, or one of its form, never."""


class LearnedOffers(QObject):
    """Offers the values learned from the cases of the server, and the case's own one."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def on_found(self, then: Callable[[str], object]) -> None:
        self._session.known_values.found.connect(then)

    def look(self, name: str) -> None:
        self._session.known_values.look(name)

    def offered(self, name: str) -> OfferedValues:
        known, own = self._session.known_values.of(name), self._own(name)
        if known is None:
            return OfferedValues()
        form = date_form(known, own, is_month_first=_is_month_first())
        choices = [Choice(each.text, self._cases(each.cases)) for each in known.values]
        if own and is_learnable(own) and all(each.text != own for each in choices):
            choices.append(Choice(own, self.tr("on this case")))
        if both := yes_and_no(each.text for each in choices):
            counts = {each.text: each for each in choices}
            return OfferedValues(tuple(counts.get(each, Choice(each)) for each in both), is_shown_at_once=True)
        return OfferedValues(tuple(choices), form)

    def is_unseen(self, name: str, value: str) -> bool:
        known = self._session.known_values.of(name)
        if known is None:
            self.look(name)
            return False
        return value != self._own(name) and not known.has_seen(value)

    def _own(self, name: str) -> str:
        case = self._session.case
        attribute = case.attributes.get(name) if case else None
        return attribute.text if attribute and attribute.kind != "nested" else ""

    def _cases(self, count: int) -> str:
        return self.tr("in 1 case") if count == 1 else self.tr("in {0} cases").format(number_words(count))


def matching(choices: Iterable[Choice], typed: str) -> tuple[Choice, ...]:
    """Return the choices that hold a text, whatever its case and accents; those that begin with it come first."""
    wanted = fold(typed.strip())
    held = [(fold(each.text), each) for each in choices]
    found = [(not text.startswith(wanted), each) for text, each in held if wanted in text]
    return tuple(each for _, each in sorted(found, key=lambda each: each[0]))[:_MOST]


def _is_month_first() -> bool:
    form = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return form.find("M") < form.find("d")
