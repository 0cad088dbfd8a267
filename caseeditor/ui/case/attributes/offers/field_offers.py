"""Values that the administrator's fields offer, before those that were seen."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QCoreApplication

from caseeditor.domain.local.learned_values import yes_and_no
from caseeditor.domain.text.date_forms import write_date
from caseeditor.ui.case.attributes.offers.value_offers import Choice, OfferedValues, ValueOffers
from caseeditor.ui.state.session import Session

if TYPE_CHECKING:
    from caseeditor.domain.fields.schema import Field

translate = QCoreApplication.translate
_AT_ONCE = 12
"""Choices up to which all are shown as soon as the value is edited."""
_DATE_FORM = "yyyy-MM-dd"
"""The form of a date while none was seen that the field takes."""
_LAST_DAY = date(2026, 12, 31)
"""A day whose number can't be a month."""


class FieldOffers:
    """Adds the values of a schema to those of another source. Without a schema, that source answers alone."""

    def __init__(self, session: Session, seen: ValueOffers) -> None:
        self._session = session
        self._seen = seen

    def on_found(self, then: Callable[[str], object]) -> None:
        self._seen.on_found(then)

    def look(self, name: str) -> None:
        self._seen.look(name)

    def offered(self, name: str) -> OfferedValues:
        seen, field = self._seen.offered(name), self._field(name)
        return self._of_field(field, seen) if field else seen

    def _of_field(self, field: "Field", seen: OfferedValues) -> OfferedValues:
        from caseeditor.domain.fields.schema import FieldKind  # noqa: PLC0415 - few policies describe fields
        from caseeditor.domain.fields.values import is_date  # noqa: PLC0415 - as above

        if field.kind is FieldKind.YES_NO and not field.values and (choices := _yes_and_no(seen.choices)):
            return OfferedValues(choices, is_shown_at_once=True)
        if field.offers:
            notes = {each.text: each.note for each in seen.choices}
            choices = tuple(Choice(value, notes.get(value) or _allowed_words()) for value in field.offers)
            return OfferedValues(choices, is_shown_at_once=len(choices) <= _AT_ONCE)
        if field.kind is FieldKind.DATE and not is_date(write_date(_LAST_DAY, seen.date_form)):
            return msgspec.structs.replace(seen, date_form=_DATE_FORM)
        return seen

    def is_unseen(self, name: str, value: str) -> bool:
        """Tell whether a value was never seen; one that the administrator allows, or that violates a rule, is not."""
        field = self._field(name)
        if field and (field.values or field.violated(value)):
            return False
        return self._seen.is_unseen(name, value)

    def _field(self, name: str) -> "Field | None":
        schema = self._session.editor.schema
        return schema.field(name) if schema else None


def _yes_and_no(seen: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Return those that the field takes, in the spelling of the server, and the missing one of two words."""
    from caseeditor.domain.fields.values import is_yes_no  # noqa: PLC0415 - few policies describe fields

    taken = {each.text: each for each in seen if is_yes_no(each.text)}
    both = yes_and_no(taken)
    return tuple(taken.get(each, Choice(each)) for each in both) if both else tuple(taken.values())


def _allowed_words() -> str:
    return translate("FieldOffers", "allowed")
