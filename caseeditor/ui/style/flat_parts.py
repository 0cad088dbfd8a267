"""The parts of the flat look: fields, buttons, tabs, headers, scroll bars. Each function paints one kind."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QPlainTextEdit,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStyleOptionSlider,
    QTextEdit,
    QWidget,
)

from caseeditor.ui.style.colour import blend
from caseeditor.ui.style.colour_roles import ColourRoles

State, Part = QStyle.StateFlag, QStyle.SubControl
Feature = QStyleOptionButton.ButtonFeature
_RADIUS = 6.0
_LIST_RADIUS = 4.0
"""The opaque viewport of a list covers the corners of a larger one."""
_FOCUS = 2.0
_SHORTEST_HANDLE = 28
_HANDLE_TINT = 0.35
_STROKE = 1.5
_CHECK_RADIUS = 3.0
_TICK = ((0.24, 0.54), (0.43, 0.72), (0.77, 0.3))
"""Corners of the tick, as shares of its box."""
_ARROW = 0.2
"""Half of the width of an arrow, as a share of its place."""


WRONG = "isWrong"
"""Property of a field whose text is refused."""


class _Box(NamedTuple):
    """Colours of a box: its ground, its line of one pixel, and the ring of the focus, which replaces the line."""

    ground: str | None
    line: str | None
    focus: str | None = None


def is_primary(option: QStyleOption) -> bool:
    """Tell whether a button is its window's default one, and can be pressed."""
    is_enabled = bool(option.state & State.State_Enabled)
    return isinstance(option, QStyleOptionButton) and bool(option.features & Feature.DefaultButton) and is_enabled


def paint_field(painter: QPainter, option: QStyleOption, roles: ColourRoles, widget: QWidget | None) -> None:
    """Paint a field; the editor in a cell has no frame."""
    is_enabled = bool(option.state & State.State_Enabled)
    ground = option.palette.color(QPalette.ColorRole.Base).name() if is_enabled else roles.window
    if isinstance(option, QStyleOptionFrame) and option.lineWidth == 0:
        painter.fillRect(QRect(option.rect), QColor(ground))
        return
    is_wrong = widget is not None and bool(widget.property(WRONG))
    focus = (roles.bad if is_wrong else roles.accent) if _has_focus(option) else None
    _paint_box(painter, option, _Box(ground, roles.bad if is_wrong else roles.line, focus))


def paint_frame(painter: QPainter, option: QStyleOption, roles: ColourRoles, widget: QWidget | None) -> None:
    """Paint the frame of a text, a list or another area."""
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        ground = roles.base if option.state & State.State_Enabled else roles.window
        _paint_box(painter, option, _Box(ground, roles.line, roles.accent if _has_focus(option) else None))
    else:
        radius = _LIST_RADIUS if isinstance(widget, QAbstractItemView) else _RADIUS
        _paint_box(painter, option, _Box(None, roles.line), radius)


def paint_group(painter: QPainter, option: QStyleOption, roles: ColourRoles, _widget: QWidget | None) -> None:
    """Paint the frame of a group of controls."""
    _paint_box(painter, option, _Box(None, roles.line))


def paint_button(painter: QPainter, option: QStyleOption, roles: ColourRoles, _widget: QWidget | None) -> None:
    """Paint a button: the default one of its window in the accent colour."""
    state = option.state
    is_held = bool(state & (State.State_Sunken | State.State_On))
    is_flat = isinstance(option, QStyleOptionButton) and bool(option.features & Feature.Flat)
    focus = roles.accent if _has_focus(option) else None
    if not state & State.State_Enabled:
        _paint_box(painter, option, _Box(None if is_flat else roles.window, None if is_flat else roles.line))
    elif is_primary(option):
        accent = QColor(roles.accent)
        ground = blend(accent, QColor(roles.text), 0.18 if is_held else 0.08 if _is_hovered(option) else 0)
        _paint_box(painter, option, _Box(ground.name(), None, roles.text if focus else None))
    elif is_flat:
        _paint_box(painter, option, _Box(roles.accent_soft if is_held or _is_hovered(option) else None, None, focus))
    else:
        line = roles.muted if _is_hovered(option) else roles.line
        _paint_box(painter, option, _Box(roles.accent_soft if is_held else roles.raised, line, focus))


def paint_field_with_arrows(
    painter: QPainter, option: QStyleOption, places: Sequence[QRect], roles: ColourRoles
) -> None:
    """Paint a list of choices like a button, and a field for a number like a field. Of two arrows the first is up."""
    is_list = isinstance(option, QStyleOptionComboBox) and not option.editable
    (paint_button if is_list else paint_field)(painter, option, roles, None)
    is_enabled = bool(option.state & State.State_Enabled)
    painter.setPen(QPen(QColor(roles.muted if is_enabled else roles.line), _STROKE))
    for number, place in enumerate(places):
        is_up = len(places) > 1 and number == 0
        middle = QRectF(place).center()
        arm = place.width() * _ARROW
        tip = -arm / 2 if is_up else arm / 2
        painter.drawPolyline([middle + QPointF(-arm, -tip), middle + QPointF(0, tip), middle + QPointF(arm, -tip)])


def paint_tool_button(painter: QPainter, option: QStyleOption, roles: ColourRoles, _widget: QWidget | None) -> None:
    """Paint a tool button: flat until the pointer is over it, or it is on."""
    state = option.state
    is_held = bool(state & (State.State_Sunken | State.State_On))
    is_raised = not state & State.State_AutoRaise
    focus = roles.accent if _has_focus(option) else None
    if not state & State.State_Enabled:
        _paint_box(painter, option, _Box(None, roles.line if is_raised else None))
    elif is_held or _is_hovered(option):
        _paint_box(painter, option, _Box(roles.accent_soft, roles.line if is_raised else None, focus))
    else:
        _paint_box(painter, option, _Box(roles.raised if is_raised else None, roles.line if is_raised else None, focus))


def paint_tab(painter: QPainter, option: QStyleOption, roles: ColourRoles, _widget: QWidget | None) -> None:
    """Paint a tab: the chosen one on the soft accent colour."""
    rect = QRectF(option.rect).adjusted(1.5, 2.5, -1.5, -2.5)
    is_chosen = bool(option.state & State.State_Selected)
    ground = roles.accent_soft if is_chosen else roles.line if _is_hovered(option) else None
    painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
    has_ring = _has_focus(option)
    painter.setPen(QPen(QColor(roles.accent), _FOCUS) if has_ring else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)


def paint_header(painter: QPainter, option: QStyleOption, roles: ColourRoles, _widget: QWidget | None) -> None:
    """Paint the ground of a column's heading, with a line below."""
    rect = QRect(option.rect)
    painter.fillRect(rect, QColor(roles.base))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(roles.line))


def paint_separator(painter: QPainter, option: QStyleOption, roles: ColourRoles, _widget: QWidget | None) -> None:
    """Paint the handle between two panes: a thin line on their ground; in the accent colour below the pointer."""
    rect = QRect(option.rect)
    painter.fillRect(rect, QColor(roles.base))
    is_held = bool(option.state & (State.State_MouseOver | State.State_Sunken))
    colour = QColor(roles.accent if is_held and option.state & State.State_Enabled else roles.line)
    middle = rect.center()
    if rect.height() >= rect.width():
        painter.fillRect(QRect(middle.x(), rect.top(), 1, rect.height()), colour)
    else:
        painter.fillRect(QRect(rect.left(), middle.y(), rect.width(), 1), colour)


def paint_close(painter: QPainter, option: QStyleOption, roles: ColourRoles, _widget: QWidget | None) -> None:
    """Paint the cross that closes a tab."""
    is_held = bool(option.state & (State.State_MouseOver | State.State_Sunken))
    rect = QRectF(option.rect)
    if is_held and option.state & State.State_Enabled:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.bad_bg))
        painter.drawRoundedRect(rect, _LIST_RADIUS, _LIST_RADIUS)
    arm = min(rect.width(), rect.height()) * 0.22
    painter.setPen(QPen(QColor(roles.bad if is_held else roles.muted), max(1.3, arm * 0.4)))
    middle = rect.center()
    for rise in (arm, -arm):
        painter.drawLine(middle + QPointF(-arm, -rise), middle + QPointF(arm, rise))


def paint_check_box(painter: QPainter, option: QStyleOption, roles: ColourRoles, _widget: QWidget | None) -> None:
    """Paint the box of a check box: outlined, and filled with the accent colour once it is checked."""
    is_enabled = bool(option.state & State.State_Enabled)
    is_set = bool(option.state & (State.State_On | State.State_NoChange))
    ground = (roles.accent if is_enabled else roles.muted) if is_set else roles.base
    line = roles.accent if _is_hovered(option) or is_set else roles.muted
    _paint_box(painter, option, _Box(ground, line if is_enabled else roles.line), _CHECK_RADIUS)
    if not is_set:
        return
    rect = QRectF(option.rect)
    painter.setPen(QPen(QColor(roles.on_accent), max(_STROKE, rect.width() / 8)))
    at = [QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height()) for x, y in _TICK]
    painter.drawPolyline(at if option.state & State.State_On else [at[0], at[-1]])


def paint_scroll_bar(painter: QPainter, option: QStyleOptionSlider, roles: ColourRoles) -> None:
    """Paint the handle of a scroll bar; there is no groove and there are no arrows."""
    if option.maximum <= option.minimum:
        return
    handle = QRectF(part_of_scroll_bar(option, Part.SC_ScrollBarSlider))
    is_upright = option.orientation == Qt.Orientation.Vertical
    handle = handle.adjusted(3, 1, -2, -1) if is_upright else handle.adjusted(1, 3, -1, -2)
    is_held = bool(option.state & (State.State_MouseOver | State.State_Sunken))
    at_rest = blend(QColor(roles.line), QColor(roles.muted), _HANDLE_TINT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(roles.muted) if is_held else at_rest)
    radius = min(handle.width(), handle.height()) / 2
    painter.drawRoundedRect(handle, radius, radius)


def part_of_scroll_bar(option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
    """Return the place of a part of a scroll bar: the groove is all of it, and the handle moves within."""
    rect = QRect(option.rect)
    is_upright = option.orientation == Qt.Orientation.Vertical
    length = rect.height() if is_upright else rect.width()
    span = option.maximum - option.minimum
    shown = option.pageStep / (span + option.pageStep) if span + option.pageStep > 0 else 1.0
    handle = length if span <= 0 else min(max(round(length * shown), _SHORTEST_HANDLE), length)
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - handle, option.upsideDown
    )
    places = {
        Part.SC_ScrollBarGroove: (0, length),
        Part.SC_ScrollBarSlider: (start, handle),
        Part.SC_ScrollBarSubPage: (0, start),
        Part.SC_ScrollBarAddPage: (start + handle, length - start - handle),
    }
    if part not in places:
        return QRect()
    begin, size = places[part]
    if is_upright:
        return QRect(rect.left(), rect.top() + begin, rect.width(), size)
    return QStyle.visualRect(option.direction, rect, QRect(rect.left() + begin, rect.top(), size, rect.height()))


def _has_focus(option: QStyleOption) -> bool:
    return bool(option.state & State.State_HasFocus and option.state & State.State_Enabled)


def _is_hovered(option: QStyleOption) -> bool:
    return bool(option.state & State.State_MouseOver and option.state & State.State_Enabled)


def _paint_box(painter: QPainter, option: QStyleOption, box: _Box, radius: float = _RADIUS) -> None:
    ground, line, focus = box
    pen = QPen(QColor(focus), _FOCUS) if focus else QPen(QColor(line), 1) if line else QPen(Qt.PenStyle.NoPen)
    half = pen.widthF() / 2 if focus or line else 0
    painter.setPen(pen)
    painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(option.rect).adjusted(half, half, -half, -half), radius - half, radius - half)
