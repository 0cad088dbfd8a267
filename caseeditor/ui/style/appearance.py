"""Theme, text size and focus: from the settings, or else from the system.

One style and one palette on all platforms, so that all show the tested ones; QT_STYLE_OVERRIDE may name another style.
Styles of Windows paint selected rows in colours that are not in the palette. Light or dark is the system's, and so is
the accent colour of Windows and macOS.
"""

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from caseeditor.ui.style import theme
from caseeditor.ui.style.colour_roles import is_dark
from caseeditor.ui.style.flat_style import FlatStyle
from caseeditor.ui.style.focus import FocusRing
from caseeditor.ui.style.font_scaling import scaled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyle

    from caseeditor.domain.local.settings import Settings

SIZES = (75, 90, 100, 110, 125, 150, 175, 200, 250)
"""Available text sizes, in percent of the system's."""
_CLASSES = ("QTipLabel", "QMenu", "QMenuBar", "QMessageBox", "QStatusBar", "QHeaderView")
"""The kinds of widgets for which a platform may have its own font."""
_WITH_ACCENT = {"win32", "darwin"}
"""Platforms where the palette has the accent colour of the system."""
_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class Looks(QObject):
    """Applies the appearance of the settings to the whole program, and follows the system."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._is_stark = False
        self._font = QFont(app.font())
        self._fonts = {name: QFont(QApplication.font(name)) for name in _CLASSES}  # type: ignore[call-overload]  # takes a str
        self._theme: str | None = None
        self._size = 100
        self._is_changing = False
        self.ring = FocusRing(self)
        app.focusChanged.connect(self.ring.follow)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_system)
        if hasattr(hints, "accessibility"):  # Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._on_system)

    def apply(self, settings: "Settings") -> None:
        """Apply the settings; unchanged parts are not touched."""
        if settings.text_size != self._size:
            self._size = settings.text_size
            QApplication.setFont(scaled(self._font, self._size))
            for name, font in self._fonts.items():
                QApplication.setFont(scaled(font, self._size), name)  # type: ignore[arg-type]  # as above
        if settings.theme != self._theme:
            self._theme = settings.theme
            self._colour()

    def _on_system(self) -> None:
        if not self._is_changing:
            self._colour()

    def _colour(self) -> None:
        self._is_changing = True
        app, chosen = self._app, self._theme or ""
        app.styleHints().setColorScheme(_SCHEMES.get(chosen, Qt.ColorScheme.Unknown))
        wants_contrast = system_wants_contrast()
        is_stark = theme.is_stark(chosen, wants_contrast=wants_contrast)
        app.setPalette(QPalette())  # the palette of the platform
        platform, scheme = app.palette(), app.styleHints().colorScheme()
        dark = scheme is Qt.ColorScheme.Dark or (scheme is Qt.ColorScheme.Unknown and is_dark(platform))
        accent = platform.color(QPalette.ColorRole.Accent) if sys.platform in _WITH_ACCENT else None
        palette = theme.colours(chosen, platform, dark=dark, wants_contrast=wants_contrast, accent=accent)
        if is_stark != self._is_stark:
            self._is_stark = is_stark
            app.setStyle(_stark_style() if is_stark else FlatStyle())
        self.ring.is_everywhere = is_stark
        app.setPalette(palette)
        self._is_changing = False


def make_application() -> QApplication:
    """Create the application with the style of the program. A proxy style can't be set before: Qt 6.11 crashes."""
    app = QApplication(["caseeditor"])
    if "QT_STYLE_OVERRIDE" not in os.environ:
        app.setStyle(FlatStyle())
    return app


def _stark_style() -> "QStyle":
    from caseeditor.ui.style.high_contrast_style import StarkStyle  # noqa: PLC0415 - slow to import, and few need it

    return StarkStyle()


def next_size(size: int, step: int) -> int:
    """Return the next larger (1) or smaller (-1) text size; the same if there is none."""
    beyond = [each for each in SIZES if (each - size) * step > 0]
    return min(beyond, key=lambda each: abs(each - size), default=size)


def system_wants_contrast() -> bool:
    """Tell whether the system requests more contrast; Qt 6.10 or newer reports it."""
    hints = QGuiApplication.styleHints()
    return hasattr(hints, "accessibility") and (
        hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    )
