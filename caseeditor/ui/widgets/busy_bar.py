"""A progress bar that does not move if the system asks for reduced motion."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressBar, QStyle, QWidget

_CLIENT_AREA_ANIMATION = 0x1042
"""SPI_GETCLIENTAREAANIMATION: the setting of Windows for animations, which Qt does not read."""


def wants_less_motion() -> bool:
    """Tell whether the system has turned animations off."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - slow to import, and only here

        is_on = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(is_on), 0)
        return not is_on.value
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


def make_busy_bar(name: str, parent: QWidget) -> QProgressBar:
    """Make an indeterminate progress bar. `name` is its accessible name; a bar without motion shows it as text."""
    bar = QProgressBar(parent)
    bar.setAccessibleName(name)
    if wants_less_motion():
        bar.setRange(0, 1)
        bar.setValue(0)
        bar.setFormat(name)
        bar.setAlignment(Qt.AlignmentFlag.AlignCenter)
    else:
        bar.setRange(0, 0)
        bar.setTextVisible(False)
    return bar
