"""The parts of a case that are searched, as the widgets of its tab show them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from caseeditor.domain.case import Case, Contact
from caseeditor.domain.fold import spans
from caseeditor.ui.find_bar import Part
from caseeditor.ui.words import translate

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtWidgets import QLineEdit

    from caseeditor.ui.attribute_grid import AttributeGrid
    from caseeditor.ui.note_list import NoteList
    from caseeditor.ui.tag_bar import TagBar


def parts_of(subject: "QLineEdit", tags: "TagBar", notes: "NoteList", grid: "AttributeGrid") -> tuple[Part, ...]:
    """Make the parts that the middle of the tab shows."""

    def show_subject(_: int, wanted: str) -> None:
        if found := spans(subject.text(), wanted):
            start, end = found[0]
            subject.setSelection(start, end - start)

    return (
        Part(translate("Find", "the subject"), lambda: [subject.text()], show_subject),
        Part(translate("Find", "the tags"), lambda: texts(tags.model), lambda row, _: tags.show_row(row)),
        Part(translate("Find", "the notes"), lambda: texts(notes.model), lambda row, _: notes.show_row(row)),
        Part(translate("Find", "the attributes"), grid.texts, lambda row, _: grid.show_row(row)),
    )


def contact_part(case_of: Callable[[], Case | None], show: Callable[[int], object]) -> Part:
    """Make the part of the contact (line 0) and their profiles, a line each."""

    def lines() -> list[str]:
        case = case_of()
        if case is None:
            return []
        profiles = (_joined(profile.fields, profile.tags) for profile in case.contact.profiles)
        return [_of_contact(case.contact), *profiles]

    return Part(translate("Find", "the contact"), lines, lambda row, _: show(row))


def texts(model: "QAbstractItemModel") -> list[str]:
    """Return the texts of a list's rows."""
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def _of_contact(contact: Contact) -> str:
    return f"{contact.name}\n{_joined(contact.fields, contact.tags)}"


def _joined(fields: tuple[tuple[str, str], ...], tags: tuple[str, ...]) -> str:
    return "\n".join((*(value for _, value in fields), *tags))
