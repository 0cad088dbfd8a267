"""The dialog *Open batch*: the user's batches, by a few letters of their names."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from caseeditor.domain.batch.batch import Batch
from caseeditor.ui.batch.texts import cases_words, state_name
from caseeditor.ui.messages.texts import translate
from caseeditor.ui.widgets.lists.entry_dialog import EntryDialog
from caseeditor.ui.widgets.lists.entry_list import Entry


def choose_batch(batches: Sequence[Batch], show: Callable[[Batch], object], parent: QWidget) -> EntryDialog:
    """Offer batches, the latest first."""
    entries = [
        Entry(
            " – ".join(filter(None, (batch.name, batch.reason))) or str(batch.number),
            f"{state_name(batch.state)} · {cases_words(batch.rows)}",
            partial(show, batch),
        )
        for batch in batches
    ]
    dialog = EntryDialog(entries, lambda _: [], parent)
    dialog.setWindowTitle(translate("Batch", "Open batch"))
    dialog.name_field(translate("Batch", "Name of a batch"))
    dialog.open()
    return dialog
