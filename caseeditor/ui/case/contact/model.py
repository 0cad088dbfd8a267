"""The contact and the tree of their profiles: one line for each profile, with its fields folded below it."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject

from caseeditor.domain.case.dates import parse
from caseeditor.domain.case.model import Contact, Profile
from caseeditor.domain.case.reference import is_web_link
from caseeditor.domain.text.bidi import isolated
from caseeditor.ui.case.contact.field_names import field_words
from caseeditor.ui.messages.texts import date_words, tip_words
from caseeditor.ui.state.session import Session
from caseeditor.ui.widgets.lists.item_data import Index, Role

LABEL = Role.UserRole
VALUE = Role.UserRole + 1
LINK = Role.UserRole + 2
ORIGINAL = Role.UserRole + 3

_IN_ITS_LINE = frozenset({"source"})


def _is_line(name: str, text: str, shown: frozenset[str]) -> bool:
    return bool(text) and name not in shown


def _has_lines(profile: Profile) -> bool:
    """Tell whether a profile has lines below it, without creating them: a view asks that for every line."""
    return bool(profile.tags) or any(_is_line(name, text, _IN_ITS_LINE) for name, text in profile.fields)


class _Node:
    """A line of the tree. The model owns it; indexes carry its number, never the object."""

    __slots__ = ("children", "label", "number", "original", "parent", "profile", "row", "tip", "value")

    def __init__(self, label: str, value: str, original: str = "", tip: str = "") -> None:
        self.label = label
        self.value = value
        self.original = original or value
        """The server's original text, for copying."""
        self.tip = tip or self.original
        self.children: list[_Node] = []
        self.profile: Profile | None = None
        """The object whose fields become lines when the line is unfolded."""
        self.parent: _Node | None = None
        self.row = 0
        self.number = 0


class ContactModel(QAbstractItemModel):
    """Read only. The view uses the roles `LABEL`, `VALUE`, `ORIGINAL` (for copying) and `LINK` (or '').

    `LABEL` and `VALUE` are painted below the card of the contact, and don't repeat the name that it shows.
    """

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._contact: Contact | None = None
        self._nodes: list[_Node] = []
        self._roots: list[_Node] = []
        session.editor.case_changed.connect(self._on_case)
        self._on_case()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's signature
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        siblings = self._node(parent).children if parent.isValid() else self._roots
        return self.createIndex(row, column, siblings[row].number)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # QObject.parent() has the same name
        above = self._node(index).parent if index.isValid() else None
        return self.createIndex(above.row, 0, above.number) if above else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        if parent.column() > 0:
            return 0
        if not parent.isValid():
            return len(self._roots)
        node = self._node(parent)
        if node.profile and not node.children:
            self._add_fields(node, node.profile.fields, node.profile.tags, _IN_ITS_LINE)
        return len(node.children)

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's signature
        if not parent.isValid():
            return bool(self._roots)
        node = self._node(parent)
        return bool(node.children) or (node.profile is not None and _has_lines(node.profile))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008 - Qt's signature
        return 1

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        if not index.isValid():
            return None
        node = self._node(index)
        match role:
            case Role.DisplayRole:
                return f"{node.label}: {node.value}" if node.parent else f"{node.label} · {node.value}".strip(" ·")
            case Role.ToolTipRole:
                return tip_words(node.tip) or None
            case _ if role == LABEL:
                return node.label if node.parent or node.profile else self.tr("Details")
            case _ if role == VALUE:
                return self._beside_card(node)
            case _ if role == ORIGINAL:
                return node.original
            case _ if role == LINK:
                return node.value if is_web_link(node.value) else ""
        return None

    def _beside_card(self, node: _Node) -> str:
        """Return the value of a line; of a profile with a user name, without the name of the contact."""
        profile = node.profile
        is_told = profile and profile.user_name and self._contact and profile.name == self._contact.name
        return isolated(profile.user_name) if profile and is_told else node.value

    def _node(self, index: Index) -> _Node:
        return self._nodes[index.internalId()]

    def _on_case(self) -> None:
        contact = self._session.case.contact if self._session.case else None
        if contact == self._contact:
            return
        self.beginResetModel()
        self._contact = contact
        self._nodes, self._roots = [], []
        try:
            if contact:
                self._build(contact)
        finally:
            self.endResetModel()

    def _build(self, contact: Contact) -> None:
        top = self._add(_Node(contact.name or self.tr("no name"), "", contact.name), None)
        self._add_fields(top, contact.fields, contact.tags, frozenset({"name"}))
        for note in contact.notes:
            self._add(_Node(field_words("note"), note.text, tip=f"{note.user_name}: {note.text}"), top)
        for profile in contact.profiles:
            self._add_profile(profile)

    def _add_profile(self, profile: Profile) -> None:
        names = (profile.name, profile.user_name)
        line = " · ".join(isolated(name) for name in names if name)
        node = self._add(_Node(profile.source or self.tr("no channel"), line, profile.user_name or profile.name), None)
        node.profile = profile

    def _add_fields(
        self, above: _Node, fields: tuple[tuple[str, str], ...], tags: tuple[str, ...], shown: frozenset[str]
    ) -> None:
        for name, text in fields:
            if not _is_line(name, text, shown):
                continue
            date = parse(text) if name.endswith("_date") else None
            self._add(_Node(field_words(name), date_words(date) if date else text, text), above)
        if tags:
            self._add(_Node(field_words("tags"), ", ".join(tags)), above)

    def _add(self, node: _Node, above: _Node | None) -> _Node:
        siblings = above.children if above else self._roots
        node.parent, node.row, node.number = above, len(siblings), len(self._nodes)
        siblings.append(node)
        self._nodes.append(node)
        return node
