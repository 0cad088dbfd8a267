"""Operations on the program's window, for tests.

Every operation waits for its target. A target that doesn't appear raises AssertionError with the state of the windows.
"""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.end_to_end.process import POLL_MS, SECONDS, Process

__tracebackhide__ = operator.methodcaller(
    "errisinstance", AssertionError
)  # pytest: show the line of the test, not of this helper

NEVER_FOCUSED = {"filler", "page tab"}  # both report focus as a part of the focused object, or without having it


@dataclass(frozen=True)
class Node:
    """The accessibility properties of one object."""

    ref: tuple[str, str]
    role: str
    name: str
    description: str
    id: str
    states: tuple[str, ...]


@dataclass(frozen=True)
class Item:
    """A row of a list."""

    name: str
    description: str


SMALL = (1366, 768)
"""Width and height of the screen, the smallest supported one."""


@dataclass(frozen=True)
class Extents:
    """A rectangle on the screen."""

    x: int
    y: int
    width: int
    height: int

    @property
    def centre(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2

    def nearest(self, point: tuple[int, int], inset: int) -> tuple[int, int]:
        """Return the point that is nearest to another, at least `inset` pixels inside if there is room."""
        across, down = min(inset, self.width // 2), min(inset, self.height // 2)
        x = min(max(point[0], self.x + across), self.x + self.width - across)
        y = min(max(point[1], self.y + down), self.y + self.height - down)
        return x, y

    def holds(self, point: tuple[int, int]) -> bool:
        return self.x <= point[0] < self.x + self.width and self.y <= point[1] < self.y + self.height


class Program(Process):
    """A program with windows."""

    _status: Node | None = None  # the label of that name; valid as long as its window

    # -- windows

    def _windows(self) -> list[Node]:
        """List the windows, dialogs first: Qt doesn't report which are modal, but the program's dialogs are."""
        windows = nodes(self.desktop.ask("windows", self.pid))
        return [node for role in ("dialog", "frame") for node in windows if node.role == role]

    def titles(self) -> list[str]:
        return [window.name for window in self._windows()]

    def wait_title(self, wanted: str | Callable[[str], bool], *, seconds: float = SECONDS) -> str:
        """Wait for a window whose title contains the text, or satisfies the predicate."""
        accept = wanted if callable(wanted) else lambda title: wanted in title
        sought = "a title that satisfies the predicate" if callable(wanted) else f"the title {wanted!r}"
        titles = self.until(sought, self.titles, lambda titles: any(map(accept, titles)), seconds=seconds)
        return next(filter(accept, titles))

    def size(self) -> tuple[int, int]:
        """Return width and height of the main window."""
        frames = self.until("the main window", lambda: [node for node in self._windows() if node.role == "frame"])
        extents = self.extents(frames[0])
        return extents.width, extents.height

    def wait_window(self) -> None:
        """Wait for the first window and focus it."""
        self.until("a window", self._windows)
        self.activate()

    def activate(self) -> None:
        """Focus the program's front window unless it has the focus: there is no window manager."""

        def active() -> bool:
            windows = self._windows()
            dialogs = [window for window in windows if window.role == "dialog"][-1:]  # the others are behind it
            shown = self._x_windows()
            named = [window for node in dialogs or windows for window, title in shown.items() if title == node.name]
            # Qt calls a dialog active while the X server still gives its keys to the window behind, and a window after
            # another program's got the focus. A title of the main window may have changed between the two answers.
            keyed = named if dialogs else [*named, *shown]
            if self.desktop.focused_window() in keyed and any("active" in node.states for node in dialogs or windows):
                return True
            for window in keyed[:1]:
                self.desktop.focus_window(window)
            return False

        self.until("an active window", active)

    def _x_windows(self) -> dict[str, str]:
        """Map the X ids of the visible windows to their titles."""
        pid = self.desktop.ask("process", self.pid) or self.pid
        return {window: self.desktop.window_name(window) for window in self.desktop.windows_of(pid)}

    def fill_screen(self) -> None:
        """Give the main window the whole screen."""
        self.maximize(*SMALL)

    def shown_whole(self, name: str) -> int:
        """Count the rows of a list that are on the screen from top to bottom."""
        view = self.wait_for("list", name)
        frame = self.extents(view)
        rows = [self.extents(node) for node in nodes(self.desktop.ask("children", view.ref)) if "item" in node.role]
        return sum(
            row.height > 0 and frame.y <= row.y and row.y + row.height <= min(frame.y + frame.height, SMALL[1])
            for row in rows
        )

    def is_on_screen(self, role: str, name: str) -> bool:
        """Tell whether an object is within the main window as a whole."""
        place, (width, height) = self.extents(self.wait_for(role, name)), self.size()
        is_inside = place.x >= 0 and place.x + place.width <= width and place.y + place.height <= height
        return place.height > 0 and is_inside

    def maximize(self, width: int, height: int) -> None:
        """Give the main window the size of the screen: there is no window manager."""
        (window,) = self._x_windows()
        self.desktop.place_window(window, width, height)
        self.until("the size of the screen", self.size, (width, height).__eq__)

    def close_window(self, title: str | None = None) -> None:
        """Ask a window to close as a window manager would: the main one, or the one whose title contains this text."""
        frames = [window.name for window in self._windows() if window.role == "frame"]
        wanted = title if title is not None else next(iter(frames), "")
        shown = self.until(
            f"the window {wanted!r}", self._x_windows, lambda shown: any(wanted in name for name in shown.values())
        )
        self.desktop.close_window(next(window for window, name in shown.items() if wanted in name))

    # -- finding

    def find(
        self,
        role: str = "",
        name: str | None = None,
        *,
        window: str | None = None,
        panel: str | None = None,
        identifier: str = "",
    ) -> list[Node]:
        """List the visible matches, those of the front window first, without waiting."""
        where = {"window": window, "panel": panel}
        return nodes(self.desktop.ask("find", self.pid, role=role, name=name, identifier=identifier, **where))

    def exists(self, role: str, name: str, *, window: str | None = None) -> bool:
        return bool(self.find(role, name, window=window))

    def wait_for(self, role: str, name: str, *, window: str | None = None, seconds: float = SECONDS) -> Node:
        found = self.until(f"{role} {name!r}", lambda: self.find(role, name, window=window), seconds=seconds)
        return found[0]

    def gone(self, role: str, name: str, *, window: str | None = None, seconds: float = SECONDS) -> None:
        self.until(
            f"no {role} {name!r}", lambda: self.find(role, name, window=window), lambda f: not f, seconds=seconds
        )

    def _ready(self, role: str, name: str, *states: str, window: str | None = None, panel: str | None = None) -> Node:
        """Wait until it is visible, enabled and in these states."""
        wanted = {"enabled", *states}

        def ready() -> list[Node]:
            found = self.find(role, name, window=window, panel=panel)
            # Qt reports even a read-only field as editable.
            return [
                node
                for node in found
                if wanted <= {*node.states} and not ("editable" in wanted and "read only" in node.states)
            ]

        return self.until(f"{role} {name!r}, {' and '.join(sorted(wanted))}", ready)[0]

    def is_enabled(self, role: str, name: str, *, panel: str | None = None) -> bool:
        found = self.until(f"{role} {name!r}", lambda: self.find(role, name, panel=panel))
        return "enabled" in found[0].states

    # -- text

    def set_text(self, name: str, text: str, role: str = "text", *, window: str | None = None) -> None:
        """Set a field's text through the accessibility API, independently of the focus."""
        node = self._ready(role, name, "editable", window=window)
        self.until(f"{role} {name!r} to take a text", lambda: self.desktop.ask("set_text", node.ref, text))

    def text(self, name: str, role: str = "text") -> str:
        return self.until(
            f"the text of {role} {name!r}",
            lambda: str(self.desktop.ask("text", self.wait_for(role, name).ref)),
            lambda text: text is not None,
        )

    def wait_text(self, name: str, wanted: str, role: str = "text") -> None:
        """Wait until a field holds the text: keys may arrive after type_text has returned."""
        self.until(f"{wanted!r} in {role} {name!r}", lambda: self.text(name, role), lambda text: text == wanted)

    def focus(self, name: str, role: str = "text") -> None:
        node = self._ready(role, name)
        self.activate()
        self._act(node, "SetFocus")
        self.until(f"the focus in {role} {name!r}", lambda: "focused" in self._look(node).states)

    def focused(self) -> tuple[str, str]:
        """Return name and role of the focused object; empty ones if it isn't in the accessibility tree."""
        self.activate()
        found = [
            node
            for window in self._windows()
            if "active" in window.states
            for node in nodes(self.desktop.ask("find", self.pid, state="focused", window=window.name))
            if node.role not in NEVER_FOCUSED
        ]
        return (found[-1].name, found[-1].role) if found else ("", "")

    def wait_focus(self, name: str) -> None:
        self.until(f"the focus in {name!r}", self.focused, lambda focused: focused[0] == name)

    def press(self, *keys: str) -> None:
        self.activate()
        self.desktop.press(*keys)

    def type_text(self, text: str) -> None:
        self.activate()
        self.desktop.type_text(text)

    # -- buttons and menus

    def click(
        self, name: str, role: str = "push button", *, window: str | None = None, panel: str | None = None
    ) -> None:
        """Press it once it is enabled, and wait until the program has reacted."""
        self._press(self._ready(role, name, window=window, panel=panel))

    def _press(self, node: Node) -> None:
        if not self._act(node, "Press", "Toggle"):
            self.desktop.click(*self.extents(node).centre)
            return
        # Qt keeps a button down for 100 ms and clicks then; a dialog that the click opens doesn't delay this.
        self.until(f"{node.role} {node.name!r} to come up again", lambda: "pressed" not in self._look(node).states)

    def _act(self, node: Node, *actions: str) -> bool:
        return bool(self.desktop.ask("act", node.ref, *actions))

    def _look(self, node: Node) -> Node:
        return nodes([self.desktop.ask("look", node.ref)])[0]

    def is_checked(self, name: str) -> bool:
        return "checked" in self.wait_for("check box", name).states

    def check(self, name: str) -> None:
        self._set_checked(name, wanted=True)

    def uncheck(self, name: str) -> None:
        self._set_checked(name, wanted=False)

    def _set_checked(self, name: str, *, wanted: bool) -> None:
        node = self._ready("check box", name)
        if ("checked" in node.states) != wanted:
            self._act(node, "Toggle", "Press")
            self.until(f"{name!r} to be {wanted}", lambda: self.is_checked(name) == wanted)

    def menu(self, *path: str) -> None:
        """Trigger a menu entry ("File", "Sign out"); a final … may be omitted.

        The menu stays closed, so entries that are created on opening aren't found.
        """
        node = self.wait_for("menu item", path[0])
        for name in path[1:]:
            node = self._entry(node, name)
        self._act(node, "Press", "Toggle")

    def _entry(self, menu: Node, name: str) -> Node:
        return self.until(f"{name!r} in the menu {menu.name!r}", lambda: self._entries(menu, name))[0]

    def _entries(self, menu: Node, name: str) -> list[Node]:
        popups = nodes(self.desktop.ask("children", menu.ref))
        inside = [node for popup in popups for node in nodes(self.desktop.ask("children", popup.ref))]
        return [node for node in inside if node.name in (name, name + "…") and "enabled" in node.states]

    def tool_tip(self, role: str, name: str | None = None, *, identifier: str = "") -> str:
        """Rest the pointer on an object and return its tool tip."""
        what = f"{role} {name or identifier!r}"
        self.activate()
        node = self.until(what, lambda: self.find(role, name, identifier=identifier))[0]
        self.desktop.move(*self.extents(node).centre)
        return self.until(f"the tool tip of {what}", lambda: self.find("tool tip"))[0].name

    # -- lists, tables, trees

    def items(self, name: str, role: str = "list") -> list[Item]:
        inside = nodes(self.desktop.ask("children", self.wait_for(role, name).ref))
        return [Item(node.name, node.description) for node in inside if node.role.endswith(" item")]

    def select(self, name: str, item: str, role: str = "list", *, times: int = 1) -> None:
        """Click a row of a list or tree; with times=2, double click it."""
        self._click_item(self.wait_for(role, name), item, times)

    def _click_item(self, view: Node, item: str, times: int = 1) -> Node:
        def found() -> list[Node]:
            return [node for node in nodes(self.desktop.ask("children", view.ref)) if node.name == item]

        node = self.until(f"{item!r} in {view.role} {view.name!r}", found)[0]
        self.activate()
        self.desktop.click(*self._inside(view, node).centre, times=times)
        return node

    def _cells(self, role: str, name: str) -> list[list[str]]:
        def cells() -> list[list[str]]:
            told: list[list[str]] = self.desktop.ask("cells", self.wait_for(role, name).ref)
            return told

        return self.until(f"the rows of {role} {name!r}", cells, lambda rows: rows is not None)

    def table(self, name: str) -> list[list[str]]:
        """Read all cells; for ten thousand cells that takes seconds, unlike cell_text."""
        return self._cells("table", name)

    def cell_text(self, table: str, row: int, column: int) -> str:
        return self._cell(table, row, column)[1].name

    def headers(self, name: str, role: str = "table") -> list[str]:
        return [str(header) for header in self.desktop.ask("headers", self.wait_for(role, name).ref)]

    def tree(self, name: str) -> list[str]:
        """List the visible rows, each as its cells joined by spaces; folded rows are absent."""
        return [" ".join(filter(None, row)) for row in self._cells("tree", name)]

    def expand(self, name: str, item: str) -> None:
        """Unfold a row of a tree with the keyboard: the bus has no action for it."""
        view = self.wait_for("tree", name)

        def expanded() -> bool:  # finds the row anew: unfolding changes all paths
            inside = nodes(self.desktop.ask("children", view.ref))
            return any(node.name == item and "expanded" in node.states for node in inside)

        self._click_item(view, item)
        if not expanded():
            self.press("Right")
            self.until(f"{item!r} to be unfolded", expanded)

    def _cell(self, table: str, row: int, column: int) -> tuple[Node, Node]:
        view = self.wait_for("table", table)
        what = f"cell {row}, {column} of {table!r}"
        cell = self.until(what, lambda: nodes([self.desktop.ask("cell", view.ref, row, column)]))
        return view, cell[0]

    def place_of_cell(self, table: str, row: int, column: int) -> Extents:
        """Return the rectangle of a cell, which must be on the screen."""
        return self._inside(*self._cell(table, row, column))

    def place_of_item(self, name: str, item: str, role: str = "list") -> Extents:
        """Return the rectangle of a row of a list, which must be on the screen."""
        view = self.wait_for(role, name)
        inside = nodes(self.desktop.ask("children", view.ref))
        return self._inside(view, next(node for node in inside if node.name == item))

    def place_of(self, role: str, name: str) -> Extents:
        """Return the rectangle of an object, once it is enabled and stays in one place."""
        node = self._ready(role, name)
        places = [self.extents(node)]

        def place() -> Extents:
            self.desktop.ask("pause", POLL_MS)
            places.append(self.extents(node))
            return places[-1]

        return self.until(f"{role} {name!r} in one place", place, lambda now: now == places[-2])

    def click_cell(self, table: str, row: int, column: int, *, times: int = 1) -> None:
        self.activate()
        self.desktop.click(*self._inside(*self._cell(table, row, column)).centre, times=times)

    def type_into_cell(self, table: str, row: int, column: int, text: str, shows: str | None = None) -> None:
        """Double click a cell, type, press Return, and wait until the cell shows the text (or `shows`)."""
        self.click_cell(table, row, column, times=2)
        self.desktop.type_text(text)
        self.desktop.press("Return")
        wanted = text if shows is None else shows
        what = f"{wanted!r} in cell {row}, {column} of {table!r}"
        self.until(what, lambda: self.cell_text(table, row, column), lambda name: name == wanted)

    def extents(self, node: Node) -> Extents:
        return Extents(*self.desktop.ask("extents", node.ref))

    def _inside(self, view: Node, node: Node) -> Extents:
        """Return the rectangle of a view's item, which must be clickable."""
        frame, extents = self.extents(view), self.extents(node)
        if not frame.holds(extents.centre):
            self.fail(f"{node.role} {node.name!r} of {view.name!r} on the screen (scroll to it)", extents)
        return extents

    # -- cases

    def open_case(self, text: str) -> None:
        """Open a case as an experienced agent does: Ctrl+L, its name, Enter."""
        self.activate()
        self.desktop.press("ctrl+l", "Delete")
        self.desktop.type_text(text)
        self.desktop.press("Return")

    # -- messages

    def status(self) -> str:
        if self._status is None:
            self._status = self.until("the label Status", lambda: self.find("label", identifier="Status"))[0]
        return self._look(self._status).name

    def labels(self, text: str) -> list[str]:
        """List the visible labels that contain the text."""
        return [label.name for label in self.find("label") if text in label.name]

    def wait_label(self, text: str) -> str:
        return self.until(f"a label {text!r}", lambda: self.labels(text))[0]

    def wait_status(self, text: str, *, seconds: float = SECONDS) -> str:
        return self.until(f"the status {text!r}", self.status, lambda status: text in status, seconds=seconds)

    def announcements(self) -> list[str]:
        """List the announcements to screen readers, oldest first."""
        return [str(text) for text in self.desktop.ask("announcements", self.pid)]

    def times_announced(self, text: str) -> int:
        return sum(text in said for said in self.announcements())

    def wait_announced(self, text: str, *, times: int = 1) -> None:
        """Wait until this text has been announced this number of times since the start."""
        self.until(f"{times} announcement of {text!r}", lambda: self.times_announced(text) >= times)


def nodes(told: list[dict[str, Any]]) -> list[Node]:
    return [Node(**{**one, "ref": tuple(one["ref"]), "states": tuple(one["states"])}) for one in told]
