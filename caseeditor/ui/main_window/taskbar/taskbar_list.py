"""ITaskbarList3 of Windows, by COM. GUI thread, on which Qt has initialised COM."""

import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _CLASS, _INTERFACE = "{56FDF344-FD6D-11D0-958A-006097C9A090}", "{EA1AFB91-9E28-4B86-90E9-9E9F8A5EEFAF}"
    _IN_PROCESS = 1
    # Each number is the method's place in the table of the interface (shobjidl_core.h).
    _INITIALISE = ctypes.WINFUNCTYPE(ctypes.HRESULT)(3, "HrInit")
    _SET_VALUE = ctypes.WINFUNCTYPE(ctypes.HRESULT, wintypes.HWND, ctypes.c_ulonglong, ctypes.c_ulonglong)(
        9, "SetProgressValue"
    )
    _SET_STATE = ctypes.WINFUNCTYPE(ctypes.HRESULT, wintypes.HWND, ctypes.c_int)(10, "SetProgressState")

    class TaskbarList:
        """Sets the progress of buttons; see ProgressButtons. One is made, and kept until the process ends."""

        def __init__(self) -> None:
            """Raise OSError if this Windows has no taskbar."""
            ole = ctypes.OleDLL("ole32")
            made = ctypes.c_void_p()
            ole.CoCreateInstance(
                _identifier(ole, _CLASS), None, _IN_PROCESS, _identifier(ole, _INTERFACE), ctypes.byref(made)
            )
            _INITIALISE(made)
            self._list = made

        def set_state(self, window: int, state: int) -> None:
            _SET_STATE(self._list, window, state)

        def set_value(self, window: int, done: int, total: int) -> None:
            _SET_VALUE(self._list, window, done, total)

    def _identifier(ole: ctypes.OleDLL, text: str) -> "ctypes.Array[ctypes.c_char]":
        found = ctypes.create_string_buffer(16)
        ole.CLSIDFromString(text, found)
        return found
