"""Tracks keys and clicks, and whether the focus is still where the program set it. GUI thread."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from shiboken6 import isValid

from caseeditor.domain.local.attention import is_under_way, pause_left
from caseeditor.domain.timeouts import Timing

MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_ScrollLock,
    }
)
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class Attention(QObject):
    """Watches the widget with the focus, in any window of the program, for keys; and the window for clicks.

    Only this widget gets every key: a shortcut as ShortcutOverride, and the input of an input method. A click in a list
    or in a text of several lines goes to a part of it, which never has the focus.
    """

    acted = Signal()
    """A key or a click in the window, before any widget has reacted to it."""
    placed = Signal()
    """The program set the focus."""

    def __init__(self, window: QWidget, timing: Timing, clock: Callable[[], float] = time.monotonic) -> None:
        """Start with the focus set by the program; `clock` returns seconds."""
        super().__init__(window)
        self._window = window
        self._timing = timing
        self._clock = clock
        self._last_key: float | None = None
        self._acts = 0
        """The count of keys and clicks in the window."""
        self._placed: tuple[int, QWidget | None] = (0, None)
        """The count at the time when the program last set the focus, and the widget."""
        self._waiting: list[tuple[Callable[[], object], bool]] = []
        """Callbacks, each with whether it may be called while a dialog or a popup is open."""
        self._cover: QWindow | None = None
        """The dialog or popup whose end is awaited."""
        self._watched: QWidget | None = None
        self._handle: QWindow | None = None
        """The native window, which gets each click before its widgets."""
        self._dialog: QDialog | None = None
        """A dialog that has just appeared by itself."""
        self._shown = 0.0
        self._before: QWidget | None = None
        self._withdraw: Callable[[], None] | None = None
        self._timer, self._turn = QTimer(self), QTimer(self)
        """`_turn` waits one iteration of the event loop after the pause, so that a queued key counts."""
        for timer, then in ((self._timer, self._turn.start), (self._turn, self._look)):
            timer.setSingleShot(True)
            timer.timeout.connect(then)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    @property
    def is_free(self) -> bool:
        """Tell whether nobody is typing."""
        return not self._left()

    @property
    def is_covered(self) -> bool:
        """Tell whether a modal dialog or a popup is open, such as a menu."""
        return _cover() is not None

    @property
    def acts(self) -> int:
        """The number of keys and clicks in the window so far."""
        return self._acts

    # The focus.

    def place(self) -> None:
        """Record that the program set the focus, or the agent has just requested it."""
        self._placed = self._acts, self._window.focusWidget()
        self.placed.emit()

    def is_placed(self, within: QWidget) -> bool:
        """Tell whether the focus is still where the program set it, or moved from there into `within` by itself."""
        acts, place = self._placed
        now = self._window.focusWidget()
        return acts == self._acts and (now in (None, place) or within.isAncestorOf(now))

    # Dialogs that appear by themselves.

    def when_free(self, then: Callable[[], object]) -> None:
        """Call `then` at once if nobody types, else after the pause, and not below a modal dialog or a popup.

        The agent chose those for the case that was in front.
        """
        self._call(then, is_above=False)

    def bring(self, show: Callable[[], QDialog | None], withdraw: Callable[[QDialog], None] | None) -> None:
        """Show a dialog once nobody types. A key that was meant for the widget before still goes there.

        The dialog is then withdrawn, if possible, and shown again after the pause. `show` returns None if the dialog
        is no longer needed.
        """

        def come() -> None:
            before = self._window.focusWidget()
            if (dialog := show()) is None:
                return
            self._dialog, self._shown, self._before = dialog, self._clock(), before
            for line in dialog.findChildren(QLineEdit):  # set by assistive technology: the agent uses the dialog
                line.textChanged.connect(self._let_go)
            self._withdraw = (lambda: self._take_back(dialog, show, withdraw)) if withdraw else None

        self._call(come, is_above=True)

    def _take_back(
        self, dialog: QDialog, show: Callable[[], QDialog | None], withdraw: Callable[[QDialog], None]
    ) -> None:
        self._let_go()
        withdraw(dialog)
        self._window.activateWindow()
        self.bring(show, withdraw)

    def _let_go(self) -> None:
        self._dialog = self._before = self._withdraw = None

    # Watching.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _KEYS and isinstance(event, QKeyEvent) and watched is not self._handle:
            return event.key() not in MODIFIERS and self._on_key(watched, event)
        if kind is QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            if event.preeditString() or event.commitString():
                return self._on_key(watched, event)
        elif kind is QEvent.Type.MouseButtonPress and watched is self._handle:
            self._note_act()
        elif kind is QEvent.Type.WindowUnblocked and watched is self._handle:
            self._turn.start()
        return False

    def _on_key(self, watched: QObject, event: QKeyEvent | QInputMethodEvent) -> bool:
        """Record a key; returns whether the event is consumed."""
        now, dialog = self._clock(), self._dialog
        is_late = dialog is not None and is_under_way(self._last_key, self._shown, now, self._timing.key_guard)
        self._last_key = now
        if isinstance(watched, QWidget) and watched.window() is self._window:
            self._note_act()
        if not is_late or not isinstance(watched, QWidget):
            self._let_go()
            return False
        if watched.window() is not dialog:  # the system has not yet given the keyboard to the dialog
            if self._withdraw:
                self._withdraw()
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut: its KeyPress follows
            return True
        before = self._before
        if self._withdraw:
            self._withdraw()
        if before is not None and isValid(before):
            QApplication.sendEvent(before, event.clone())
        return True

    def _note_act(self) -> None:
        self._acts += 1
        self.acted.emit()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = now
        if now is not None:
            now.installEventFilter(self)
            self._follow_window()

    def _follow_window(self) -> None:
        """Watch the native window: it is created when the window is shown, and anew after some changes of it."""
        handle = self._window.windowHandle() if isValid(self._window) else None
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.installEventFilter(self)

    def _left(self) -> float:
        return pause_left(self._last_key, self._clock(), self._timing.typing_pause)

    def _milliseconds(self) -> int:
        return int(self._left() * 1000) + 1

    def _call(self, then: Callable[[], object], *, is_above: bool) -> None:
        """Call `then` once nobody types, in the order of the calls; `is_above`: also while a dialog is open."""
        self._waiting.append((then, is_above))
        if self._due() == len(self._waiting) - 1:
            self._waiting.pop()
            then()
        else:
            self._await()

    def _due(self) -> int:
        """Return the place of the waiting callback that may be called now; -1 if there is none."""
        if not self.is_free:
            return -1
        is_covered = self.is_covered
        return next((place for place, (_, is_above) in enumerate(self._waiting) if is_above or not is_covered), -1)

    def _await(self) -> None:
        """Look again after the pause, or once the dialog or the popup is closed."""
        cover = _cover()
        handle = cover.windowHandle() if cover else None
        if handle is not None and handle is not self._cover:
            self._cover = handle
            handle.visibleChanged.connect(self._on_cover, Qt.ConnectionType.SingleShotConnection)
        if not self.is_free or self._due() >= 0:
            self._timer.start(self._milliseconds())

    def _on_cover(self) -> None:
        self._cover = None
        self._turn.start()

    def _look(self) -> None:
        """Call the next waiting callback; typing meanwhile delays the rest."""
        if (place := self._due()) >= 0:
            self._waiting.pop(place)[0]()
        if self._waiting:
            self._await()


def _cover() -> QWidget | None:
    return QApplication.activePopupWidget() or QApplication.activeModalWidget()
