"""The dialog that offers the values of a filter: those that were seen on this server, and any typed text."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from caseeditor.domain.case.reference import bare_id
from caseeditor.domain.case.search import SEVERAL
from caseeditor.domain.local.seen_values import KIND_OF, SeenValue
from caseeditor.domain.text.bidi import isolated
from caseeditor.domain.text.short_text import in_a_list
from caseeditor.ui.messages.filter_words import filter_words
from caseeditor.ui.state.filter_values import FilterValues
from caseeditor.ui.widgets.lists.entry_dialog import EntryDialog
from caseeditor.ui.widgets.lists.entry_list import Entry

_IDS = ("contact_id", "campaign_id")


class ValueDialog(EntryDialog):
    """Chooses one value. Where a filter may have several, the value is added to them, or removed from them."""

    def __init__(
        self, name: str, value: str, values: FilterValues, choose: Callable[[str], object], parent: QWidget
    ) -> None:
        """`choose` gets the new values of the filter, one a line, once the dialog is closed."""
        self._name = name
        self._given = value.split("\n") if value else []
        self._values = values
        self._seen: tuple[SeenValue, ...] = ()
        self._choose_value = choose
        super().__init__([], lambda _: [], parent)
        self.setWindowTitle(filter_words(name))
        self.name_field(self.tr("{0}: value").format(filter_words(name)))
        self._offer()
        values.found.connect(self._offer)

    def found(self, wanted: str) -> list[Entry]:
        """Return the values seen that match, and the text itself at the end: the server compares spellings."""
        return [*super().found(wanted), *self._typed(wanted)]

    def _offer(self) -> None:
        """Offer the values that were seen."""
        self._seen = self._values.seen.of(KIND_OF.get(self._name, ""))
        known = {each.value for each in self._seen}
        given = [SeenValue(each) for each in self._given if each not in known]
        self.show_lines([self._entry(each) for each in (*given, *self._seen)])

    def _entry(self, seen: SeenValue) -> Entry:
        detail = isolated(in_a_list(seen.value)) if seen.label else ""
        if seen.value in self._given:
            detail = self.tr("✓ in use") if self._name not in SEVERAL else self.tr("✓ in use; Enter removes it")
        return Entry(isolated(in_a_list(seen.words)), detail, partial(self._use, seen.value))

    def _typed(self, text: str) -> list[Entry]:
        """Offer the typed text, unless it is a value that was seen."""
        value = bare_id(text) if self._name in _IDS else " ".join(text.split())
        if not value or any(value in (each.value, each.label) for each in self._seen):
            return []
        return [Entry(self.tr("Use “{0}”").format(isolated(in_a_list(value))), "", partial(self._use, value))]

    def _use(self, value: str) -> None:
        if self._name not in SEVERAL:
            self._choose_value(value)
        elif value in self._given:
            self._choose_value("\n".join(each for each in self._given if each != value))
        else:
            self._choose_value("\n".join([*self._given, value]))
