"""Two actions that xdotool lacks: asking a window to close, and typing letters that no key carries.

xdotool destroys a window where a window manager would ask (WM_DELETE_WINDOW). It maps a letter that no key carries to a
spare key only for a moment, too short for a busy program: here the mapping stays. This is a process of its own because
an Xlib error ends the process.
"""

import ctypes
import sys
from ctypes import POINTER, c_char, c_char_p, c_int, c_long, c_ulong, c_void_p

CLIENT_MESSAGE = 33
EVENT_BYTES = 192  # an XEvent is 24 longs
LAST_ASCII = 0x7F
LATIN_1 = 0x100  # below it a letter's keysym is its code, above it the code plus this offset:
UNICODE_KEYSYM = 0x01000000


class ClientMessage(ctypes.Structure):
    """Xlib's XClientMessageEvent."""

    _fields_ = (
        ("type", c_int),
        ("serial", c_ulong),
        ("send_event", c_int),
        ("display", c_void_p),
        ("window", c_ulong),
        ("message_type", c_ulong),
        ("format", c_int),
        ("data", c_long * 5),
        ("padding", c_char * EVENT_BYTES),
    )


def library() -> ctypes.CDLL:
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = c_void_p
    x11.XOpenDisplay.argtypes = (c_char_p,)
    x11.XInternAtom.restype = c_ulong
    x11.XInternAtom.argtypes = (c_void_p, c_char_p, c_int)
    x11.XSendEvent.argtypes = (c_void_p, c_ulong, c_int, c_long, c_void_p)
    x11.XDisplayKeycodes.argtypes = (c_void_p, POINTER(c_int), POINTER(c_int))
    x11.XGetKeyboardMapping.restype = POINTER(c_ulong)
    x11.XGetKeyboardMapping.argtypes = (c_void_p, c_int, c_int, POINTER(c_int))
    x11.XChangeKeyboardMapping.argtypes = (c_void_p, c_int, c_int, POINTER(c_ulong), c_int)
    x11.XCloseDisplay.argtypes = (c_void_p,)
    return x11


def close(x11: ctypes.CDLL, display: int, window: int) -> None:
    event = ClientMessage(type=CLIENT_MESSAGE, window=window, format=32)
    event.message_type = x11.XInternAtom(display, b"WM_PROTOCOLS", 0)
    event.data[0] = x11.XInternAtom(display, b"WM_DELETE_WINDOW", 0)
    x11.XSendEvent(display, window, 0, 0, ctypes.byref(event))


def map_letters(x11: ctypes.CDLL, display: int, letters: set[str]) -> None:
    """Map each letter that no key carries to a spare key."""
    first, last, width = c_int(), c_int(), c_int()
    x11.XDisplayKeycodes(display, ctypes.byref(first), ctypes.byref(last))
    count = last.value - first.value + 1
    symbols = x11.XGetKeyboardMapping(display, first, count, ctypes.byref(width))
    keys = [symbols[row * width.value : (row + 1) * width.value] for row in range(count)]
    wanted = {letter: keysym(letter) for letter in sorted(letters)}
    carried = {symbol for key in keys for symbol in key}
    free = [row for row, key in enumerate(keys) if not any(key)]
    ours = [row for row, key in enumerate(keys) if key[0] > LAST_ASCII and is_letter(key[0]) and key[0] == key[1]]
    spare = [row for row in ours if keys[row][0] not in wanted.values()] + free  # the last one is used first
    for letter, symbol in wanted.items():
        if symbol not in carried:
            if not spare:
                sys.exit(f"No key is left for {letter!r}: type fewer different letters at once.")
            x11.XChangeKeyboardMapping(display, first.value + spare.pop(), 2, (c_ulong * 2)(symbol, symbol), 1)


def keysym(letter: str) -> int:
    code = ord(letter)
    return code if code < LATIN_1 else UNICODE_KEYSYM + code


def is_letter(symbol: int) -> bool:
    return symbol < LATIN_1 or symbol > UNICODE_KEYSYM


def main() -> None:
    x11 = library()
    display = x11.XOpenDisplay(None)
    if not display:
        sys.exit("no display")
    if sys.argv[1] == "close":
        close(x11, display, int(sys.argv[2]))
    else:
        map_letters(x11, display, {letter for letter in sys.stdin.read() if not letter.isascii()})
    x11.XCloseDisplay(display)


if __name__ == "__main__":
    main()
