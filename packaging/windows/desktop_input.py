"""Windows and keys of this Windows' desktop, for programs that operate Case Editor from outside, as its user does."""

import atexit
import ctypes
import subprocess
import sys
import time
from collections.abc import Callable
from ctypes import wintypes
from pathlib import Path

_USER = ctypes.WinDLL("user32")
_PATIENCE = 60.0
"""Deadline of a wait in s: a first start under load."""
_KEY_UP, _UNICODE = 0x2, 0x4
_KEYBOARD = 1
_SET_CHECK, _MAIN_BUTTON = 0xF1, 1
_PAINT_ALL_NOW = 0x1 | 0x80 | 0x100
KEYS = {"Ctrl": 0x11, "Shift": 0x10, "Alt": 0x12, "Enter": 0x0D, "Tab": 0x09, "Esc": 0x1B, "Space": 0x20}


class _Key(ctypes.Structure):
    _fields_ = (
        ("code", wintypes.WORD),
        ("scan", wintypes.WORD),
        ("flags", wintypes.DWORD),
        ("time", wintypes.DWORD),
        ("extra", ctypes.c_size_t),
    )


class _Event(ctypes.Structure):
    _fields_ = (("kind", wintypes.DWORD), ("key", _Key), ("rest_of_the_union", ctypes.c_byte * 8))


def see(fact: str, *, holds: bool) -> None:
    """Print a finding; end the run if it does not hold."""
    print("ok   " if holds else "fail ", fact, flush=True)
    if not holds:
        sys.exit(1)


def wait(fact: str, holds: Callable[[], bool], said: Callable[[], object] = str) -> None:
    """Wait for a fact, and print it; end the run at the deadline, with `said`."""
    end = time.monotonic() + _PATIENCE
    while not holds():
        if time.monotonic() > end:
            see(f"{fact} within {_PATIENCE:.0f} s {said()}", holds=False)
        time.sleep(0.05)
    see(fact, holds=True)


def picture(file: Path) -> None:
    """Have the reader of the output take a picture of the screen, and wait until it is there."""
    print(f"picture {file.as_posix()}", flush=True)
    wait(f"the picture {file.name} is there", file.exists)


def windows(pid: int) -> dict[int, str]:
    """Return the visible windows of a process with their titles."""
    found: dict[int, str] = {}

    @ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)
    def visit(window: int, _: int) -> bool:
        owner, text = wintypes.DWORD(), ctypes.create_unicode_buffer(500)
        _USER.GetWindowThreadProcessId(window, ctypes.byref(owner))
        if owner.value == pid and _USER.IsWindowVisible(window):
            _USER.GetWindowTextW(window, text, len(text))
            found[window] = text.value
        return True

    _USER.EnumWindows(visit, 0)
    return found


def dialog_item(window: int, number: int) -> int:
    """Return a control of a dialog or message, 0 for none."""
    return int(_USER.GetDlgItem(window, number))


def _send(*keys: _Key) -> None:
    events = (_Event * len(keys))(*(_Event(_KEYBOARD, key) for key in keys))
    if _USER.SendInput(len(keys), events, ctypes.sizeof(_Event)) != len(keys):
        see("Windows takes the keys", holds=False)


def press(keys: str) -> None:
    """Press keys together, for example Ctrl+Enter."""
    codes = [KEYS.get(key) or ord(key) for key in keys.split("+")]
    _send(*(_Key(code) for code in codes), *(_Key(code, 0, _KEY_UP) for code in reversed(codes)))


def write(text: str) -> None:
    """Type a text, one UTF-16 unit after the other."""
    units = text.encode("utf-16-le")
    for low, high in zip(units[::2], units[1::2], strict=True):
        unit = low | high << 8
        _send(_Key(0, unit, _UNICODE), _Key(0, unit, _UNICODE | _KEY_UP))


class Program:
    """A running program. Killed at the end of the run if it still runs, since it would hold the output open.

    `rest` ends its command line, without quotes.
    """

    def __init__(self, program: Path, *arguments: str, rest: str = "") -> None:
        self.process = subprocess.Popen(subprocess.list2cmdline([str(program), *arguments]) + f" {rest}".rstrip())
        atexit.register(self.process.kill)

    @property
    def windows(self) -> list[int]:
        return list(windows(self.process.pid))

    @property
    def titles(self) -> list[str]:
        return list(windows(self.process.pid).values())

    def window(self, title: str) -> int:
        """Return the window with this text in its title, 0 for none."""
        return next((window for window, text in windows(self.process.pid).items() if title in text), 0)

    def wait_for(self, title: str) -> int:
        wait(f"a window with “{title}” in its title", lambda: bool(self.window(title)), lambda: self.titles)
        return self.window(title)

    def bring_to_front(self, title: str) -> int:
        window = self.wait_for(title)
        wait("it takes the keys", lambda: bool(_USER.SetForegroundWindow(window)))
        wait("it is in front", lambda: int(_USER.GetForegroundWindow()) == window)
        return window

    def place(self, window: int) -> tuple[int, int, int, int]:
        """Return left, top, right and bottom of a window."""
        rectangle = wintypes.RECT()
        _USER.GetWindowRect(window, ctypes.byref(rectangle))
        return rectangle.left, rectangle.top, rectangle.right, rectangle.bottom

    def move(self, window: int, x: int, y: int, width: int, height: int) -> None:
        _USER.MoveWindow(window, x, y, width, height, True)

    def page(self, window: int) -> int:
        """Return the page that an installer's window shows, 0 for none: a dialog inside of it."""
        page = int(_USER.FindWindowExW(window, 0, "#32770", None))
        return page if page and _USER.IsWindowVisible(page) else 0

    def paint(self, window: int) -> None:
        """Have a window and its controls painted now."""
        _USER.RedrawWindow(window, None, None, _PAINT_ALL_NOW)

    def is_ready(self, window: int) -> bool:
        """Tell whether the main button of an installer's window can be pressed."""
        return bool(_USER.IsWindowEnabled(dialog_item(window, _MAIN_BUTTON)))

    def uncheck(self, page: int) -> None:
        """Uncheck the check boxes of a page."""
        box = 0
        while box := int(_USER.FindWindowExW(page, box, "Button", None)):
            _USER.SendMessageW(box, _SET_CHECK, 0, 0)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def wait_end(self) -> None:
        wait("the program ends", lambda: self.process.poll() is not None, lambda: self.titles)
        see(f"its status is {self.process.returncode}, expected 0", holds=self.process.returncode == 0)
