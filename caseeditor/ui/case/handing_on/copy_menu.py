"""The actions that copy a case. Imported at the start: the copying itself is imported on first use."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from caseeditor.ui.state.session import Session

translate = QCoreApplication.translate


def add_copy_actions(menu: "QMenu", find_session: "Callable[[], Session | None]") -> "list[QAction]":
    """Add the actions to a menu; each copies the case of the session that is found then."""
    entries = (
        (translate("CopyCase", "Copy case ID"), "id"),
        (translate("CopyCase", "Copy link"), "link"),
        (translate("CopyCase", "Copy summary"), "text"),
        (translate("CopyCase", "Copy summary as Markdown"), "markdown"),
    )
    actions = []
    for text, kind in entries:
        actions.append(action := menu.addAction(text))
        action.triggered.connect(partial(_copy, find_session, kind))
    return actions


def _copy(find_session: "Callable[[], Session | None]", kind: str, _is_checked: bool = False) -> None:
    from caseeditor.ui.case.handing_on.copying import copy_case  # noqa: PLC0415 - seldom needed, not at start

    if session := find_session():
        copy_case(session, kind)
