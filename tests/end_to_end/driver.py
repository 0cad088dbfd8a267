"""Reads and operates windows through the accessibility bus, for tests that run in another Python.

Runs in the system's own python3, which has gi; the tests' Python needs none. A request is a line of JSON on stdin, its
answer a line on stdout. Each request looks once and answers at once; the caller does the waiting. The driver speaks
D-Bus directly, because libatspi caches its reads and blocks on an action that opens a dialog.
"""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gi.repository import Gio, GLib  # type: ignore[import-not-found]  # only in the system's Python

Ref = tuple[str, str]  # the bus name of a program, and the path of one of its objects
Request = tuple[Ref, str, str, Any]  # object, interface, method, arguments

ACCESSIBLE, ACTION, COMPONENT, EDITABLE_TEXT, TABLE, TEXT = (
    f"org.a11y.atspi.{name}" for name in ("Accessible", "Action", "Component", "EditableText", "Table", "Text")
)
PROPERTIES = "org.freedesktop.DBus.Properties"
BUS: Ref = ("org.freedesktop.DBus", "/org/freedesktop/DBus")
REGISTRY: Ref = ("org.a11y.atspi.Registry", "/org/a11y/atspi/registry")
DESKTOP: Ref = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
CALL_MS = 5000  # a program slower than this counts as not answering
ACTION_MS = 300  # an action that opens a dialog answers only after the dialog is closed
AT_ONCE = 500  # concurrent requests
SHOWN_IN_DUMP = 40  # items of a list, table or tree
SOUGHT_IN_VIEW = 5000  # of each view, in a search
VIEWS = {"list", "table", "tree", "tree table"}
LEAVES = {"check box", "label", "push button", "text"}
ROLES = {  # other spellings, and roles that are equivalent for a test
    "button": "push button", "password text": "text", "entry": "text", "alert": "dialog", "alert message": "dialog",
}  # fmt: skip
STATES = {
    1: "active", 4: "checked", 7: "editable", 8: "enabled", 9: "expandable", 10: "expanded", 12: "focused",
    20: "pressed", 23: "selected", 25: "showing", 43: "read only",
}  # fmt: skip


@dataclass
class Node:
    """One object of a window at the time of the read."""

    ref: Ref
    role: str = ""
    name: str = ""
    description: str = ""
    id: str = ""
    states: list[str] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            yield from child.walk()

    def told(self) -> dict[str, Any]:
        keys = ("ref", "role", "name", "description", "id", "states")
        return {key: getattr(self, key) for key in keys}


def get(ref: Ref, name: str, interface: str = ACCESSIBLE) -> Request:
    return ref, PROPERTIES, "Get", GLib.Variant("(ss)", (interface, name))


class Driver:
    """The requests: every public method is one."""

    def __init__(self) -> None:
        self._session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = self._session.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, CALL_MS, None
        ).unpack()[0]
        flags = Gio.DBusConnectionFlags
        self._bus = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None
        )
        self._context = GLib.MainContext.default()
        self._error = ""  # the latest error, for messages
        self._pids: dict[str, int] = {}
        self._buses: dict[int, str] = {}
        self._announced: dict[str, list[str]] = {}
        self._bus.signal_subscribe(
            None, "org.a11y.atspi.Event.Object", "Announcement", None, None, Gio.DBusSignalFlags.NONE, self._announce
        )
        wanted = GLib.Variant("(sass)", ("object:announcement", [], ""))
        self._call((REGISTRY, REGISTRY[0], "RegisterEvent", wanted))

    # -- the bus

    def _call(self, request: Request) -> Any:  # noqa: ANN401 - any D-Bus value
        (answer,) = self._gather([request])
        if answer is None:
            raise LookupError(f"no answer to {request[2]}: {self._error}")
        return answer

    def _gather(self, requests: list[Request]) -> list[Any]:
        """Send all requests at once; None stands for an error, such as a vanished object."""
        answers: list[Any] = [None] * len(requests)
        for start in range(0, len(requests), AT_ONCE):
            part = requests[start : start + AT_ONCE]
            left = set(range(start, start + len(part)))

            def done(bus: Any, result: Any, number: int, left: set[int] = left) -> None:  # noqa: ANN401 - GLib's
                try:
                    answer = bus.call_finish(result).unpack()
                    answers[number] = answer[0] if len(answer) == 1 else answer
                except GLib.Error as error:
                    self._error = error.message
                left.discard(number)

            for number, (ref, interface, method, arguments) in enumerate(part, start):
                self._bus.call(*ref, interface, method, arguments, None, 0, CALL_MS, None, done, number)
            while left:
                self._context.iteration(True)
        return answers

    def _announce(self, *signal: Any) -> None:  # noqa: ANN401 - GLib's
        self._announced.setdefault(signal[1], []).append(signal[5].unpack()[3])

    # -- reading

    def _application(self, pid: int) -> Ref | None:
        """Find the program that runs as this process or as one of its descendants."""
        found = [(str(bus), str(path)) for bus, path in self._call((DESKTOP, ACCESSIBLE, "GetChildren", None))]
        for bus, path in found:
            if bus not in self._pids:
                ask = (BUS, BUS[0], "GetConnectionUnixProcessID", GLib.Variant("(s)", (bus,)))
                self._pids[bus] = self._gather([ask])[0] or 0
            if pid in ancestry(self._pids[bus]):
                self._buses[pid] = bus
                return bus, path
        return None

    def _describe(self, nodes: list[Node]) -> None:
        """Read all properties of these objects."""
        self._sketch(nodes)
        self._name(nodes)

    def _sketch(self, nodes: list[Node]) -> None:
        """Read role and states."""
        answers = self._gather(
            [ask for node in nodes for ask in (
                (node.ref, ACCESSIBLE, "GetRoleName", None), (node.ref, ACCESSIBLE, "GetState", None),
            )]
        )  # fmt: skip
        for node, role, states in zip(nodes, answers[::2], answers[1::2], strict=True):
            low, high = states or (0, 0)
            node.role = ROLES.get(role, role or "")
            node.states = [word for bit, word in STATES.items() if (low | high << 32) >> bit & 1]

    def _name(self, nodes: list[Node]) -> None:
        """Read name, description and identifier."""
        answers = self._gather(
            [get(node.ref, what) for node in nodes for what in ("Name", "Description", "AccessibleId")]
        )
        for number, node in enumerate(nodes):
            node.name, node.description, identifier = (told or "" for told in answers[3 * number : 3 * number + 3])
            node.id = identifier.rpartition(".")[2]

    def _read(self, pid: int, *, views: int = 0, menus: bool = False) -> list[Node]:
        """Read the windows, front ones first; this many items of each view, and closed menus on request."""
        application = self._application(pid)
        if application is None:
            return []
        tops = level = self._children([Node(application)])
        while level:
            inner = [
                node for node in level
                if ("showing" in node.states or (menus and "menu" in node.role)) and node.role not in LEAVES
                and (views or node.role not in VIEWS) and (menus or node.role != "menu bar")
            ]  # fmt: skip
            level = self._children(inner, views)
        shown = [top for top in tops if "showing" in top.states]
        return sorted(shown, key=lambda top: top.role != "dialog")  # Qt doesn't report which windows are modal

    def _children(self, parents: list[Node], views: int = SOUGHT_IN_VIEW) -> list[Node]:
        lists = self._gather([(parent.ref, ACCESSIBLE, "GetChildren", None) for parent in parents])
        for parent, refs in zip(parents, lists, strict=True):
            kept = (refs or [])[: views if parent.role in VIEWS else None]
            parent.children = [Node((bus, path)) for bus, path in kept if not path.endswith("/null")]
        nodes = [child for parent in parents for child in parent.children]
        self._sketch(nodes)
        return nodes

    def process(self, pid: int) -> int | None:
        application = self._application(pid)
        return self._pids[application[0]] if application else None

    def windows(self, pid: int) -> list[dict[str, Any]]:
        application = self._application(pid)
        shown = [top for top in self._children([Node(application)] if application else []) if "showing" in top.states]
        self._name(shown)
        return [top.told() for top in shown]

    def find(  # noqa: PLR0913, PLR0917 - each narrows the search
        self, pid: int, role: str = "", name: str | None = None, identifier: str = "", state: str = "",
        window: str | None = None, panel: str | None = None,
    ) -> list[dict[str, Any]]:  # fmt: skip
        role = ROLES.get(role, role)
        views = role.endswith((" item", "cell", "header")) and role != "menu item"
        tops = self._read(pid, views=SOUGHT_IN_VIEW if views else 0, menus="menu" in role)
        self._name(tops)
        places = [top for top in tops if window is None or top.name == window]
        if panel is not None:
            places = [node for place in places for node in place.walk() if node.role == "panel"]
            self._name(places)
        found = [
            node
            for place in places if panel is None or place.name.rstrip(" 0123456789") == panel
            for node in place.walk()
            if "showing" in node.states and (not role or node.role == role) and (not state or state in node.states)
        ]  # fmt: skip
        self._name(found)
        return [
            node.told()
            for node in found
            if (name is None or node.name == name) and (not identifier or node.id == identifier)
        ]

    def look(self, ref: Ref) -> dict[str, Any]:
        node = Node(ref)
        self._describe([node])
        return node.told()

    def children(self, ref: Ref) -> list[dict[str, Any]]:
        children = self._children([Node(ref)])
        self._name(children)
        return [child.told() for child in children]

    def cells(self, ref: Ref) -> list[list[str]]:
        """Read the cells of a table, or of the unfolded rows of a tree."""
        rows, columns = self._call(get(ref, "NRows", TABLE)), self._call(get(ref, "NColumns", TABLE))
        places = [(row, column) for row in range(rows) for column in range(columns)]
        found = self._gather([(ref, TABLE, "GetAccessibleAt", GLib.Variant("(ii)", place)) for place in places])
        names = self._gather([get(cell or ref, "Name") for cell in found])
        texts = [(name or "") if cell else "" for cell, name in zip(found, names, strict=True)]
        return [texts[row * columns : (row + 1) * columns] for row in range(rows)]

    def cell(self, ref: Ref, row: int, column: int) -> dict[str, Any]:
        bus, path = self._call((ref, TABLE, "GetAccessibleAt", GLib.Variant("(ii)", (row, column))))
        return self.look((bus, path))

    def headers(self, ref: Ref) -> list[str]:
        columns = self._call(get(ref, "NColumns", TABLE))
        asks = [(ref, TABLE, "GetColumnDescription", GLib.Variant("(i)", (column,))) for column in range(columns)]
        return [answer or "" for answer in self._gather(asks)]

    def text(self, ref: Ref) -> str:
        return str(self._call((ref, TEXT, "GetText", GLib.Variant("(ii)", (0, -1)))))

    def extents(self, ref: Ref) -> list[int]:
        return list(self._call((ref, COMPONENT, "GetExtents", GLib.Variant("(u)", (0,)))))

    def announcements(self, pid: int) -> list[str]:
        while self._context.iteration(False):
            pass
        if pid not in self._buses:
            self._application(pid)
        return self._announced.get(self._buses.get(pid, ""), [])

    def dump(self, pid: int) -> str:
        tops = self._read(pid, views=SHOWN_IN_DUMP, menus=True)
        self._name([node for top in tops for node in top.walk()])
        lines = [line for top in tops for line in self._lines(top, 0)]
        return "\n".join(lines) or "(no window)"

    def _lines(self, node: Node, depth: int) -> Iterator[str]:
        words = [node.role, repr(node.name), f"#{node.id}", " ".join(node.states)]
        if node.description:
            words.insert(2, f"({node.description})")
        if node.role == "text":
            (text,) = self._gather([(node.ref, TEXT, "GetText", GLib.Variant("(ii)", (0, -1)))])
            words.insert(2, f"text={text!r}")
        yield "  " * depth + " ".join(words)
        for child in node.children:
            yield from self._lines(child, depth + 1)
        if node.role in VIEWS and len(node.children) == SHOWN_IN_DUMP:
            yield "  " * (depth + 1) + "…"

    # -- actions

    def act(self, ref: Ref, *names: str) -> bool:
        """Perform the first of these actions that the object has; returns False if it has none of them."""
        offered = [action[0] for action in self._call((ref, ACTION, "GetActions", None))]
        wanted = [name for name in names if name in offered]
        if not wanted:
            return False
        answered: list[bool] = []
        arguments = GLib.Variant("(i)", (offered.index(wanted[0]),))
        finish: Callable[..., None] = lambda *_: answered.append(True)  # noqa: E731 - GLib chooses the arguments
        self._bus.call(*ref, ACTION, "DoAction", arguments, None, 0, CALL_MS, None, finish)
        self._wait(ACTION_MS, lambda: bool(answered))
        return True

    def set_text(self, ref: Ref, text: str) -> bool:
        return bool(self._call((ref, EDITABLE_TEXT, "SetTextContents", GLib.Variant("(s)", (text,)))))

    # -- waiting

    def _wait(self, milliseconds: int, done: Callable[[], bool]) -> None:
        late: list[bool] = []
        timer = GLib.timeout_add(milliseconds, lambda: late.append(True))  # append returns None: once only
        while not late and not done():
            self._context.iteration(True)
        if not late:
            GLib.source_remove(timer)

    def pause(self, milliseconds: int) -> None:
        self._wait(milliseconds, lambda: False)

    def owned(self, service: str) -> bool:
        arguments = GLib.Variant("(s)", (service,))
        return bool(
            self._session.call_sync(*BUS, BUS[0], "NameHasOwner", arguments, None, 0, CALL_MS, None).unpack()[0]
        )

    def lock_keyring(self) -> None:
        login = GLib.Variant("(ao)", (["/org/freedesktop/secrets/collection/login"],))
        where = ("org.freedesktop.secrets", "/org/freedesktop/secrets", "org.freedesktop.Secret.Service")
        self._session.call_sync(*where, "Lock", login, None, 0, CALL_MS, None)


def ancestry(pid: int) -> Iterator[int]:
    """List the process and its ancestors."""
    while pid > 0:
        yield pid
        try:
            pid = int(Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[1])
        except OSError:
            return


def answer(driver: Driver, line: str) -> dict[str, Any]:
    request = json.loads(line)
    words = [tuple(word) if isinstance(word, list) else word for word in request["words"]]  # a Ref
    try:
        return {"answer": getattr(driver, request["do"])(*words, **request["with"])}
    except (LookupError, GLib.Error) as error:  # the object vanished during the read
        return {"error": f"{type(error).__name__}: {error}"}


def main() -> None:
    driver = Driver()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(answer(driver, line)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
