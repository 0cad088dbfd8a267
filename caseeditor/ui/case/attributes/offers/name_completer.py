"""Known names of attributes, for completion."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from caseeditor.domain.case.model import RESERVED
from caseeditor.domain.text.folding import fold
from caseeditor.ui.state.session import Session
from caseeditor.ui.widgets.fields.suggestions import Suggestion

_AFTER_MS = 300
"""Milliseconds until the names of a case are recorded: the case is on screen by then."""
_MOST = 50
"""Maximum number of suggestions."""
_LEAST = 3
"""Letters of a beginning that Tab completes: fewer may well be a new name."""
_Folded = list[tuple[str, str]]
"""Folded and original spelling."""


class AttributeNames(QObject):
    """Records the names of a case, and completes with them and those of all cases of its server.

    The names of the server are read on first use. A name of the case leads to its value. A hidden name does so only
    when it is typed exactly.
    """

    found = Signal()
    """Names were read since."""

    def __init__(self, session: Session, is_hidden: Callable[[str], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._is_hidden = is_hidden
        self._exact: frozenset[str] = frozenset()
        """All names of the case, also the hidden ones."""
        self._known: tuple[str, ...] = ()
        self._of_case: _Folded = []
        self._others: _Folded = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_MS)
        self._later.timeout.connect(self.remember)
        session.editor.case_changed.connect(self._later.start)

    def look(self) -> None:
        """Prepare the names; those that are still being read are added later."""
        self._session.known_names.look(self._on_names)
        self._fill()

    def suggestions(self, typed: str) -> tuple[Suggestion, ...]:
        """Return the names that hold a text, whatever its case and accents: first those of the case."""
        wanted = fold(typed.strip())
        here = [Suggestion(name, self.tr("to its value")) for name in _matching(self._of_case, wanted)]
        others = (Suggestion(name, self._label(name)) for name in _matching(self._others, wanted))
        return (*here, *others)[:_MOST]

    def leading(self, typed: str, *, completes: bool) -> str | None:
        """Return the attribute of the case that a typed name leads to.

        It is the name itself; with `completes`, also the only one that differs in letter case or accents alone, or that
        begins with it, from three letters on. A name that is known besides stays as it is.
        """
        if typed in RESERVED or typed in self._exact:
            return None if typed in RESERVED else typed
        names = [name for _, name in self._of_case]
        wanted = fold(typed.strip())
        if labelled := next((name for name in names if wanted and fold(self._label(name)) == wanted), None):
            return labelled
        same = {name for folded, name in self._of_case if folded == wanted} if completes else set()
        if len(same) == 1:
            return same.pop()
        is_enough = completes and len(wanted) >= _LEAST and not self._is_known(typed, wanted)
        begun = [name for folded, name in self._of_case if folded.startswith(wanted)] if is_enough else []
        begun = list(dict.fromkeys(begun))
        return begun[0] if len(begun) == 1 and begun[0] not in RESERVED else None

    def meant(self, typed: str) -> str:
        """Return the name for a new attribute: that of the field whose label was typed, or else the text itself."""
        if any(name == typed for _, name in self._others):
            return typed
        wanted = fold(typed.strip())
        labelled = {name for folded, name in self._others if folded == wanted and fold(self._label(name)) == wanted}
        return labelled.pop() if len(labelled) == 1 else typed

    def _is_known(self, typed: str, wanted: str) -> bool:
        """Tell whether a text is a name, or a label, of an attribute that the case lacks."""
        schema = self._session.editor.schema
        is_described = schema is not None and schema.field(typed) is not None
        return is_described or any(folded == wanted for folded, _ in self._others)

    def remember(self) -> None:
        """Record the names of the case."""
        self._later.stop()
        if self._session.case and self._session.case.attributes:
            self._session.known_names.remember(tuple(self._session.case.attributes))

    def _on_names(self, names: tuple[str, ...]) -> None:
        if names != self._known:
            self._known = names
            self._fill()
            self.found.emit()

    def _fill(self) -> None:
        there = self._session.case.attributes if self._session.case else {}
        here = dict.fromkeys((*there, *self._session.edit.values))
        new = dict.fromkeys(row.name for row in self._session.edit.rows.values() if row.name)
        self._exact = frozenset((*here, *new))
        schema = self._session.editor.schema
        others = dict.fromkeys((*(schema.fields if schema else ()), *self._known))
        shown = [name for name in here if not self._is_hidden(name)]
        self._of_case = self._folded((*shown, *(name for name in new if name not in here)))
        self._others = self._folded(name for name in others if name not in self._exact and not self._is_hidden(name))

    def _label(self, name: str) -> str:
        """Return the administrator's label of a name, '' for none."""
        schema = self._session.editor.schema
        field = schema.field(name) if schema else None
        return field.label if field else ""

    def _folded(self, names: Iterable[str]) -> _Folded:
        """Return the names with the texts that they are found by: themselves, and their labels."""
        return [(fold(text), name) for name in names for text in (name, self._label(name)) if text]


def _matching(names: _Folded, wanted: str) -> list[str]:
    """Return the names that hold a text, first those that begin with it."""
    found = [(not folded.startswith(wanted), name) for folded, name in names if wanted in folded]
    return list(dict.fromkeys(name for _, name in sorted(found, key=lambda each: each[0])))[:_MOST]
