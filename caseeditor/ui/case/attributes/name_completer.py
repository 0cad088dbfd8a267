"""Known names of attributes, for completion."""

from PySide6.QtCore import QObject, QStringListModel, QTimer

from caseeditor.ui.state.session import Session

_AFTER_MS = 300
"""Milliseconds until the names of a case are recorded: the case is on screen by then."""


class AttributeNames(QObject):
    """Records the names of a case, and completes with those of all cases of its server, which are read on first use."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._known: tuple[str, ...] = ()
        self._model = QStringListModel(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_MS)
        self._later.timeout.connect(self.remember)
        session.editor.case_changed.connect(self._later.start)

    def model(self) -> QStringListModel:
        """Return the names that no row has; names that are still being read are added later."""
        self._session.known_names.look(self._on_names)
        self._fill()
        return self._model

    def remember(self) -> None:
        """Record the names of the case."""
        self._later.stop()
        if self._session.case and self._session.case.attributes:
            self._session.known_names.remember(tuple(self._session.case.attributes))

    def _on_names(self, names: tuple[str, ...]) -> None:
        if names != self._known:
            self._known = names
            self._fill()

    def _fill(self) -> None:
        there = self._session.case.attributes if self._session.case else {}
        new = {row.name for row in self._session.edit.rows.values()}
        offered = [name for name in self._known if name not in there and name not in new]
        if offered != self._model.stringList():
            self._model.setStringList(offered)
