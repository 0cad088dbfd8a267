"""The templates on this computer. GUI thread."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.editing.templates import Template
from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.text.folding import fold
from caseeditor.runtime.worker import BackgroundWorker, Outcome, Success, call
from caseeditor.ui.widgets.lists.item_data import Index, Role
from caseeditor.ui.widgets.lists.row_diff import differing

if TYPE_CHECKING:
    from collections.abc import Callable

    from caseeditor.ui.state.spelling import Spelling


class TemplateModel(QAbstractListModel):
    """Templates by name."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._templates: list[Template] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._templates)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        return self._templates[index.row()].name if index.isValid() and role == Role.DisplayRole else None

    def template(self, row: int) -> Template | None:
        """Return the template of a row."""
        return self._templates[row] if 0 <= row < len(self._templates) else None

    def templates(self) -> tuple[Template, ...]:
        return tuple(self._templates)

    def show_templates(self, templates: tuple[Template, ...]) -> None:
        """Show these templates in this order."""
        first, gone, come = differing(self._templates, templates)
        if gone:
            self.beginRemoveRows(QModelIndex(), first, first + gone - 1)
            del self._templates[first : first + gone]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), first, first + come - 1)
            self._templates[first:first] = templates[first : first + come]
            self.endInsertRows()

    def change(self, row: int, template: Template) -> None:
        """Replace a template."""
        self._templates[row] = template
        self.dataChanged.emit(self.index(row), self.index(row))


class Templates(QObject):
    """Reads and saves the templates."""

    read = Signal(object)
    """The templates, in the order of their names."""
    failed = Signal(object)
    """The Failure of reading or saving."""

    def __init__(
        self,
        worker: "BackgroundWorker[BackendInterface]",
        parent: QObject,
        spelling: "Callable[[], Spelling] | None" = None,
    ) -> None:
        super().__init__(parent)
        self.worker = worker
        self.spelling = spelling
        """Returns the spelling check."""

    def look(self) -> None:
        """Read the templates."""
        self.worker.run(call(BackendInterface.templates), self._on_found, owner=self)

    def keep(self, templates: tuple[Template, ...], instead_of: str = "") -> None:
        """Save templates, and delete one whose name changed."""
        save = call(BackendInterface.save_templates, templates, instead_of)
        self.worker.run(save, self._on_kept, is_update=True, owner=self)

    def drop(self, name: str) -> None:
        """Delete a template."""
        self.worker.run(call(BackendInterface.drop_template, name), self._on_kept, is_update=True, owner=self)

    def _on_found(self, outcome: Outcome[tuple[Template, ...]]) -> None:
        if isinstance(outcome, Success):
            self.read.emit(tuple(sorted(outcome.value, key=lambda template: (fold(template.name), template.name))))
        else:
            self.failed.emit(outcome)

    def _on_kept(self, outcome: Outcome[None]) -> None:
        if isinstance(outcome, Failure):
            self.failed.emit(outcome)
