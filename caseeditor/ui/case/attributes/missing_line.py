"""The required attributes that the case lacks, below the grid."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from caseeditor.domain.text.bidi import isolated
from caseeditor.ui.messages.texts import tip_words
from caseeditor.ui.state.session import Session

_MOST = 3
"""Attributes that the line names."""


class MissingLine(QPushButton):
    """A button that names them, and begins the first. Hidden while there is none, or without a policy's fields."""

    def __init__(self, session: Session, begin: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._begin = begin
        self._missing: tuple[str, ...] = ()
        self.setFlat(True)
        self.setMinimumWidth(1)  # a long label makes the column no wider
        self.clicked.connect(self._on_clicked)
        session.editor.case_changed.connect(self._update)
        session.editor.edit_changed.connect(self._update)
        self.hide()
        self._update()

    def _update(self) -> None:
        schema, case, edit = self._session.editor.schema, self._session.case, self._session.edit
        if schema is None or case is None or not schema.required:
            return
        new = {row.name for row in edit.rows.values() if row.value.strip()}
        missing = [each for each in schema.required if each.name not in case.attributes and each.name not in new]
        self._missing = tuple(each.name for each in missing)
        words = ", ".join(isolated(each.words) for each in missing[:_MOST])
        told = self.tr("Missing: {0}").format(f"{words}, …" if len(missing) > _MOST else words)
        if told != self.accessibleName():
            self.setText(f"⚠  {told}".replace("&", "&&"))
            self.setAccessibleName(told)
            self.setToolTip(tip_words(self.tr("Required attributes that this case lacks. Press to add the first.")))
        self.setVisible(bool(missing))

    def _on_clicked(self) -> None:
        if self._missing:
            self._begin(self._missing[0])
