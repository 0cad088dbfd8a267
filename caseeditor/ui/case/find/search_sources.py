"""The searched parts of a case, as the widgets of its tab show them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from caseeditor.domain.case.model import Case, Contact
from caseeditor.domain.text.folding import spans
from caseeditor.ui.case.find.find_bar import Part
from caseeditor.ui.messages.texts import translate

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtWidgets import QLineEdit, QWidget

    from caseeditor.ui.case.attributes.panel import AttributeGrid
    from caseeditor.ui.case.conversation.panel import ConversationPane
    from caseeditor.ui.case.notes.panel import NoteList
    from caseeditor.ui.case.tags.tag_bar import TagBar


def parts_of(
    subject: "QLineEdit", tags: "TagBar", grid: "AttributeGrid", reveal_grid: Callable[[], object]
) -> tuple[Part, ...]:
    """Return the parts beside those on tabs; `reveal_grid` brings the attributes into sight."""

    def show_attribute(row: int, _: str) -> None:
        reveal_grid()
        grid.show_row(row)

    return (
        _line(translate("Find", "the subject"), subject),
        _rows(translate("Find", "the tags"), tags.model, tags.show_row),
        _line(translate("Find", "the new tag"), tags.entry),
        Part(translate("Find", "the attributes"), grid.count, grid.text, show_attribute),
    )


def left_parts(
    show_tab: "Callable[[QWidget], object]", notes: "NoteList", conversation: "Callable[[], ConversationPane | None]"
) -> tuple[Part, ...]:
    """Return the parts on tabs; `show_tab` brings the tab of a match to the front."""

    def show_note(row: int) -> None:
        show_tab(notes)
        notes.show_row(row)

    def show_new(_: int, wanted: str) -> None:
        show_tab(notes)
        notes.select_in_entry(*_first(notes.new_text(), wanted))

    def count_messages() -> int:
        pane = conversation()
        return pane.model.rowCount() if pane else 0

    def message(row: int) -> str:
        pane = conversation()
        return str(pane.model.index(row, 0).data()) if pane else ""

    def show_message(row: int, _: str) -> None:
        if pane := conversation():
            show_tab(pane)
            pane.show_row(row)

    return (
        _rows(translate("Find", "the notes"), notes.model, show_note),
        Part(translate("Find", "the new note"), lambda: 1, lambda _: notes.new_text(), show_new),
        Part(translate("Find", "the conversation"), count_messages, message, show_message),
    )


def contact_part(case_of: Callable[[], Case | None], show: Callable[[int], object]) -> Part:
    """Return the part of the contact (line 0) and their profiles, one line each."""

    def count() -> int:
        case = case_of()
        return 1 + len(case.contact.profiles) if case else 0

    def line(row: int) -> str:
        case = case_of()
        if case is None:
            return ""
        if row == 0:
            return _of_contact(case.contact)
        profile = case.contact.profiles[row - 1]
        return _joined(profile.fields, profile.tags)

    return Part(translate("Find", "the contact"), count, line, lambda row, _: show(row))


def _line(name: str, line: "QLineEdit") -> Part:
    def show(_: int, wanted: str) -> None:
        start, end = _first(line.text(), wanted)
        line.setSelection(start, end - start)

    return Part(name, lambda: 1, lambda _: line.text(), show)


def _rows(name: str, model: "QAbstractItemModel", show: Callable[[int], object]) -> Part:
    return Part(name, model.rowCount, lambda row: str(model.index(row, 0).data()), lambda row, _: show(row))


def _first(text: str, wanted: str) -> tuple[int, int]:
    """Return the position of the first match in a text, in UTF-16 units, as Qt counts."""
    start, end = next(iter(spans(text, wanted)), (0, 0))
    return _utf16(text[:start]), _utf16(text[:end])


def _utf16(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)


def _of_contact(contact: Contact) -> str:
    return f"{contact.name}\n{_joined(contact.fields, contact.tags)}"


def _joined(fields: tuple[tuple[str, str], ...], tags: tuple[str, ...]) -> str:
    return "\n".join((*(value for _, value in fields), *tags))
