"""Watches a screen from outside for a window's first paint, its title and its pixels. Xlib through ctypes."""

import ctypes
import select
import time
from collections.abc import Callable
from ctypes import CFUNCTYPE, POINTER, byref, c_char, c_char_p, c_int, c_long, c_ulong, c_void_p, create_string_buffer
from types import TracebackType
from typing import Any, Self

_SUBSTRUCTURE, _PROPERTY = 1 << 19, 1 << 22
_CREATED, _PROPERTY_CHANGED, _MAPPED = 16, 28, 19
_NON_EMPTY = 3
_EVENT_BYTES = 192
_Z_PIXMAP, _ALL_PLANES = 2, 0xFFFFFFFFFFFFFFFF
_WINDOW, _OTHER = 32, 40
"""Offsets in an XEvent of the window that receives it and of the window it reports on."""
_HANDLER = CFUNCTYPE(c_int, c_void_p, c_void_p)


class NothingSeenError(Exception):
    """The expected window or title did not appear in time."""


class _Image(ctypes.Structure):
    """The beginning of Xlib's XImage."""

    _fields_ = (("width", c_int), ("height", c_int), ("xoffset", c_int), ("format", c_int), ("data", c_void_p))


class Screen:
    """The windows of a display from now on. Watches one program at a time."""

    def __init__(self, display: str) -> None:
        self._x11 = x11 = ctypes.CDLL("libX11.so.6")
        self._xdamage = ctypes.CDLL("libXdamage.so.1")
        self._ignore = _HANDLER(
            lambda _display, _error: 0
        )  # an error about a window that is already gone must not end the process
        x11.XOpenDisplay.restype = c_void_p
        x11.XOpenDisplay.argtypes = (c_char_p,)
        for name, *types in (
            ("XDefaultRootWindow", c_void_p),
            ("XSelectInput", c_void_p, c_ulong, c_long),
            ("XSync", c_void_p, c_int),
            ("XPending", c_void_p),
            ("XNextEvent", c_void_p, c_void_p),
            ("XConnectionNumber", c_void_p),
            ("XInternAtom", c_void_p, c_char_p, c_int),
            ("XCloseDisplay", c_void_p),
            ("XFree", c_void_p),
            ("XDestroyImage", c_void_p),
            ("XGetImage", c_void_p, c_ulong, c_int, c_int, c_int, c_int, c_ulong, c_int),
        ):
            getattr(x11, name).argtypes = tuple(types)
        x11.XDefaultRootWindow.restype = x11.XInternAtom.restype = c_ulong
        x11.XGetImage.restype = POINTER(_Image)
        self._xdamage.XDamageCreate.argtypes = (c_void_p, c_ulong, c_int)
        x11.XSetErrorHandler(self._ignore)
        self._display = x11.XOpenDisplay(display.encode())
        first, error = c_int(), c_int()
        self._xdamage.XDamageQueryExtension.argtypes = (c_void_p, c_void_p, c_void_p)
        self._xdamage.XDamageQueryExtension(self._display, byref(first), byref(error))
        self._damaged = first.value
        self._name, self._text = (x11.XInternAtom(self._display, name, 0) for name in (b"_NET_WM_NAME", b"UTF8_STRING"))
        x11.XSelectInput(self._display, x11.XDefaultRootWindow(self._display), _SUBSTRUCTURE)
        x11.XSync(self._display, 0)
        self._mapped: set[int] = set()
        self._painted: float | None = None
        self._titles: dict[str, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._x11.XCloseDisplay(self._display)

    def forget(self) -> None:
        """Reset for the start of another program."""
        self._look()
        self._mapped.clear()
        self._painted = None
        self._titles.clear()

    def wait_painted(self, seconds: float = 20) -> float:
        """Return the time (s, monotonic) of the first window's first paint."""
        self._wait(lambda: self._painted is not None, seconds)
        return self._painted or 0.0

    def wait_title(self, part: str, seconds: float = 20) -> float:
        """Return the time at which a window got a title that contains the text."""
        found: list[float] = []

        def is_there() -> bool:
            found[:] = [at for title, at in self._titles.items() if part in title]
            return bool(found)

        self._wait(is_there, seconds)
        return min(found)

    def wait_colours(self, x: int, top: int, height: int, count: int, seconds: float = 20) -> float:
        """Return the time at which a column of pixels of the screen has so many colours. Looks every 2 ms."""
        self._wait(lambda: len(set(self._column(x, top, height))) >= count, seconds, pause=0.002)
        return time.monotonic()

    def _column(self, x: int, top: int, height: int) -> memoryview:
        """Return a column of pixels, 32 bits each."""
        root = self._x11.XDefaultRootWindow(self._display)
        image = self._x11.XGetImage(self._display, root, x, top, 1, height, _ALL_PLANES, _Z_PIXMAP)
        pixels = ctypes.string_at(image.contents.data, 4 * height)
        self._x11.XDestroyImage(image)
        return memoryview(pixels).cast("I")

    def _wait(self, seen: Callable[[], bool], seconds: float, *, pause: float = 0.1) -> None:
        late = time.monotonic() + seconds
        while True:
            self._look()
            if seen():
                return
            if time.monotonic() > late:
                raise NothingSeenError
            select.select([self._x11.XConnectionNumber(self._display)], [], [], pause)

    def _look(self) -> None:
        event = create_string_buffer(_EVENT_BYTES)
        while self._x11.XPending(self._display):
            self._x11.XNextEvent(self._display, event)
            self._take(event, time.monotonic())

    def _take(self, event: "ctypes.Array[c_char]", now: float) -> None:
        kind = c_int.from_buffer(event).value
        window, other = (c_ulong.from_buffer(event, place).value for place in (_WINDOW, _OTHER))
        if kind == _CREATED:
            self._x11.XSelectInput(self._display, other, _PROPERTY)
            self._xdamage.XDamageCreate(self._display, other, _NON_EMPTY)
            self._note_title(other, now)
        elif kind == _MAPPED:
            self._mapped.add(other)
        elif kind == self._damaged and window in self._mapped and self._painted is None:
            self._painted = now
        elif kind == _PROPERTY_CHANGED and other == self._name:
            self._note_title(window, now)

    def _note_title(self, window: int, now: float) -> None:
        kind, form, count, rest, data = c_ulong(), c_int(), c_ulong(), c_ulong(), POINTER(c_char)()
        read: Any = self._x11.XGetWindowProperty
        read.argtypes = (c_void_p, c_ulong, c_ulong, c_long, c_long, c_int, c_ulong, *[c_void_p] * 5)
        said = byref(kind), byref(form), byref(count), byref(rest), byref(data)
        if read(self._display, window, self._name, 0, 1024, 0, self._text, *said) == 0 and data:
            self._titles.setdefault(ctypes.string_at(data, count.value).decode("utf-8", "replace"), now)
            self._x11.XFree(data)
