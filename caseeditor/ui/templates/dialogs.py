"""Opens the dialogs about templates, and inserts templates from elsewhere."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from caseeditor.ui.templates.controller import Templates
from caseeditor.ui.templates.inserting import Inserting

if TYPE_CHECKING:
    from caseeditor.ui.state.session import Session
    from caseeditor.ui.templates.controller import Offered
    from caseeditor.ui.widgets.fields.marked_fields import MarkedEdit


class TemplateDialogs(QObject):
    """Each dialog is imported when it is asked for, not at start."""

    def __init__(self, templates: Templates, inserting: Inserting, window: QWidget) -> None:
        super().__init__(window)
        self.templates = templates
        self.inserting = inserting
        self._window = window

    def follow(self, session: "Session", entry: "MarkedEdit") -> None:
        """Offer templates in the field *New note* of a case."""
        from caseeditor.ui.templates.suggestions import TemplateSuggestions  # noqa: PLC0415 - not at start

        TemplateSuggestions(entry, self.templates, partial(self.inserting.insert_template, session))

    def put_in(self, session: "Session", wanted: "Offered | None" = None) -> None:
        """Open the dialog that inserts a template into a case; `wanted` is selected."""
        if session.case is None:
            return
        from caseeditor.ui.templates.insert_dialog import PutInDialog  # noqa: PLC0415 - not at start

        dialog = PutInDialog(self.templates, self.inserting, session, self._window)
        if wanted:
            dialog.look_for(wanted)
        dialog.manage_wanted.connect(self.manage)
        dialog.open()

    def manage(self) -> None:
        """Open the dialog that manages templates."""
        from caseeditor.ui.templates.manager_dialog import TemplatesDialog  # noqa: PLC0415 - seldom needed, not at start

        TemplatesDialog(self.templates, self._window).open()
