"""The templates of this computer, and those that the administrator shares. GUI thread."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Signal
from PySide6.QtGui import QKeySequence

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.editing.templates import Template, numbered
from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.text.folding import fold
from caseeditor.runtime.worker import BackgroundWorker, Outcome, Success, call
from caseeditor.ui.messages.message import Message, Severity
from caseeditor.ui.messages.texts import translate
from caseeditor.ui.widgets.lists.item_data import Index, Role
from caseeditor.ui.widgets.lists.row_diff import differing

if TYPE_CHECKING:
    from caseeditor.ui.state.spelling import Spelling
    from caseeditor.ui.templates.shared_files import SharedTemplates

KEYS = "Ctrl+Shift+{0}"
"""The keys that insert the template of a number."""


def keys_of(number: int) -> str:
    """Return the keys of a number as the system shows them."""
    return QKeySequence(KEYS.format(number)).toString(QKeySequence.SequenceFormat.NativeText)


class Offered(msgspec.Struct, frozen=True):
    """A template that can be inserted. `number` is that of its key, 0 if another template has it."""

    template: Template
    is_shared: bool = False
    number: int = 0

    @property
    def detail(self) -> str:
        """Name the keys of the template, its origin, and that it submits."""
        parts = (
            translate("Templates", "shared") if self.is_shared else "",
            translate("Templates", "submits") if self.template.submits else "",
            keys_of(self.number) if self.number else "",
        )
        return " · ".join(filter(None, parts))


def offered(own: Sequence[Template], shared: Sequence[Template] = ()) -> tuple[Offered, ...]:
    """Return all templates, by name. Of several with one number, the first of the user's own has the key."""
    keys = {id(template): number for number, template in numbered((*own, *shared)).items()}
    found = [Offered(each, is_shared=False, number=keys.get(id(each), 0)) for each in own]
    found += [Offered(each, is_shared=True, number=keys.get(id(each), 0)) for each in shared]
    return tuple(sorted(found, key=lambda each: (fold(each.template.name), each.template.name)))


class TemplateModel(QAbstractListModel):
    """Templates by name."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._offered: list[Offered] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._offered)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        if not index.isValid():
            return None
        each = self._offered[index.row()]
        if role == Role.DisplayRole:
            return each.template.name
        return each.detail if role in (Role.UserRole, Role.AccessibleDescriptionRole) else None

    def template(self, row: int) -> Template | None:
        """Return the template of a row."""
        return self._offered[row].template if 0 <= row < len(self._offered) else None

    def offered(self, row: int) -> Offered | None:
        """Return the template of a row with its key and origin."""
        return self._offered[row] if 0 <= row < len(self._offered) else None

    def is_shared(self, row: int) -> bool:
        """Tell whether the template of a row is the administrator's."""
        return 0 <= row < len(self._offered) and self._offered[row].is_shared

    @property
    def rows(self) -> tuple[Offered, ...]:
        return tuple(self._offered)

    def templates(self) -> tuple[Template, ...]:
        """Return the user's own templates."""
        return tuple(each.template for each in self._offered if not each.is_shared)

    def show_templates(self, templates: Sequence[Offered]) -> None:
        """Show these templates in this order."""
        first, gone, come = differing(self._offered, templates)
        if gone:
            self.beginRemoveRows(QModelIndex(), first, first + gone - 1)
            del self._offered[first : first + gone]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), first, first + come - 1)
            self._offered[first:first] = templates[first : first + come]
            self.endInsertRows()

    def change(self, row: int, template: Template) -> None:
        """Replace one of the user's own templates, and follow its number."""
        changed = [*self._offered]
        changed[row] = Offered(template)
        own = [each.template for each in changed if not each.is_shared]
        shared = [each.template for each in changed if each.is_shared]
        keys = {id(each): number for number, each in numbered((*own, *shared)).items()}
        for place, each in enumerate(changed):
            new = msgspec.structs.replace(each, number=keys.get(id(each.template), 0))
            if new != self._offered[place]:
                self._offered[place] = new
                self.dataChanged.emit(self.index(place), self.index(place))


def _by_name(templates: Sequence[Template]) -> tuple[Template, ...]:
    """Return templates in the order in which the first one of a number has its key."""
    return tuple(sorted(templates, key=lambda template: (fold(template.name), template.name)))


class Templates(QObject):
    """Reads and saves the templates. `shared_place` returns the path of the shared ones, '' for none."""

    read = Signal(object)
    """The user's own templates, in the order of their names."""
    changed = Signal()
    """All templates that are offered."""
    failed = Signal(object)
    """The Failure of reading or saving."""
    message_emitted = Signal(object)
    """A Message."""

    def __init__(
        self,
        worker: "BackgroundWorker[BackendInterface]",
        parent: QObject,
        shared_place: Callable[[], str] = str,
        spelling: "Callable[[], Spelling] | None" = None,
    ) -> None:
        super().__init__(parent)
        self.worker = worker
        self._shared_place = shared_place
        self.spelling = spelling
        """Returns the spelling check."""
        self._own: tuple[Template, ...] | None = None
        self._shared: SharedTemplates | None = None
        self.offered: tuple[Offered, ...] = ()
        self.problem = ""
        """The reason why shared templates are missing."""

    def look(self) -> None:
        """Read the templates."""
        self.worker.run(call(BackendInterface.templates), self._on_found, owner=self)
        if place := self._shared_place():
            from caseeditor.ui.templates.shared_files import read_shared  # noqa: PLC0415 - only under a policy

            load = call(BackendInterface.on_share, partial(read_shared, place, self._shared))
            self.worker.run(load, partial(self._on_shared, place), owner=self)

    def look_once(self) -> None:
        """Read the templates unless they were read."""
        if self._own is None:
            self.look()

    def keep(self, templates: tuple[Template, ...], instead_of: str = "") -> None:
        """Save templates, and delete one whose name changed."""
        gone = {instead_of, *(each.name for each in templates)}
        self._take((*(each for each in self._own or () if each.name not in gone), *templates))
        save = call(BackendInterface.save_templates, templates, instead_of)
        self.worker.run(save, self._on_kept, is_update=True, owner=self)

    def drop(self, name: str) -> None:
        """Delete a template."""
        self._take(tuple(each for each in self._own or () if each.name != name))
        self.worker.run(call(BackendInterface.drop_template, name), self._on_kept, is_update=True, owner=self)

    def _take(self, own: tuple[Template, ...]) -> None:
        """Offer a change of the user's own templates before it is on disk."""
        if self._own is not None:
            self._own = _by_name(own)
            self._offer()

    def _offer(self) -> None:
        self.offered = offered(self._own or (), self._shared.templates if self._shared else ())
        self.changed.emit()

    def _on_found(self, outcome: Outcome[tuple[Template, ...]]) -> None:
        if isinstance(outcome, Success):
            self._own = own = _by_name(outcome.value)
            self._offer()
            self.read.emit(own)
        else:
            self.failed.emit(outcome)

    def _on_shared(self, place: str, outcome: "Outcome[Any]") -> None:
        from caseeditor.ui.templates.shared_files import SharedProblem, problem_words, unread  # noqa: PLC0415

        if not isinstance(outcome, Success):
            return
        found = outcome.value or unread(place, SharedProblem.SILENT, self._shared)
        before, self.problem = self.problem, problem_words(found)
        if self.problem and self.problem != before:
            self.message_emitted.emit(Message(self.problem, Severity.WARNING, transient=True))
        self._shared = found
        self._offer()

    def _on_kept(self, outcome: Outcome[None]) -> None:
        if isinstance(outcome, Failure):
            self.failed.emit(outcome)
