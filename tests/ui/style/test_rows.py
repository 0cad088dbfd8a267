"""Each row of each list, table and tree of the program is readable, with the palettes of Windows too."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.ui.queue.view import QueueView
from caseeditor.ui.style import colour_roles, theme
from caseeditor.ui.style.colour import PERCEIVABLE, READABLE, contrast
from caseeditor.ui.style.row_palette import paint_selection
from caseeditor.ui.widgets.lists.card_view import CardView
from tests.support.windows_palettes import windows_palettes
from tests.ui.parts import AppFixture
from tests.ui.scenes import scenes

Flag, Group, Role = QStyle.StateFlag, QPalette.ColorGroup, QPalette.ColorRole
_FEW = 12
"""Pixels of a colour that are no text."""
_WIDE = 400
_SELECTED, _HOVERED = Flag.State_Selected, Flag.State_MouseOver
_ON = Flag.State_Enabled | Flag.State_Active
STATES = {  # the group of the window's palette, the state of the row
    "selected, focus": (Group.Active, _ON | _SELECTED),
    "selected, no focus": (Group.Active, Flag.State_Enabled | _SELECTED),
    "selected, inactive window": (Group.Inactive, Flag.State_Enabled | _SELECTED),
    "selected, hovered": (Group.Active, _ON | _SELECTED | _HOVERED),
    "selected, disabled": (Group.Disabled, _SELECTED),
    "hovered": (Group.Active, _ON | _HOVERED),
    "hovered, no focus": (Group.Active, Flag.State_Enabled | _HOVERED),
    "plain": (Group.Active, _ON),
    "plain, inactive window": (Group.Inactive, Flag.State_Enabled),
    "disabled": (Group.Disabled, Flag.State_None),
}


def palettes(own: QPalette) -> dict[str, QPalette]:
    """Return each palette as the program corrects it."""
    platforms = {"Fusion": own, **windows_palettes()}
    made = {
        name: theme.colours("", each, dark=colour_roles.is_dark(each), wants_contrast=False).resolve(each)
        for name, each in platforms.items()
    }
    for name in ("dark", "contrast"):
        made[name] = theme.colours(name, own, dark=False, wants_contrast=False).resolve(own)
    return made


def views(root: QWidget) -> Iterator[QAbstractItemView]:
    for view in root.findChildren(QAbstractItemView):
        if not isinstance(view, QHeaderView) and view.model() and view.model().rowCount(view.rootIndex()):
            yield view
    yield from (box.view() for box in root.findChildren(QComboBox) if box.count())


def rows(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model, root = view.model(), view.rootIndex()
    for row in range(min(model.rowCount(root), 3)):
        yield from (model.index(row, column, root) for column in range(4) if model.hasIndex(row, column, root))
        first = model.index(row, 0, root)
        if model.hasIndex(0, 0, first):
            yield model.index(0, 0, first)


def sharp(font: QFont) -> QFont:
    """Return the font without smooth edges."""
    made = QFont(font)
    made.setStyleStrategy(QFont.StyleStrategy.NoAntialias)
    return made


def paint(view: QAbstractItemView, index: QModelIndex, palette: QPalette, state: QStyle.StateFlag) -> QImage:
    """Paint a row; leave out its edge."""
    image = paint_whole(view, index, palette, state)
    edge = min(image.height() // 2, 16)
    return image.copy(edge, 3, image.width() - 2 * edge, image.height() - 7)


def paint_whole(view: QAbstractItemView, index: QModelIndex, palette: QPalette, state: QStyle.StateFlag) -> QImage:
    """Paint a row without smooth edges of letters, so that each pixel has the colour of a text or of a background."""
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    font = sharp(option.font)
    option.font, option.palette, option.state, option.widget = font, palette, state, view
    delegate = view.itemDelegateForIndex(index)
    option.rect = QRect(0, 0, _WIDE, 24)
    hint = delegate.sizeHint(option, index)
    height = max(hint.height(), option.fontMetrics.height() + 6)
    if isinstance(view, QTableView) and view.verticalHeader().isHidden():
        height = max(height, view.rowHeight(index.row()))
    wide = hint.width() if isinstance(view, QListView) and view.flow() is QListView.Flow.LeftToRight else _WIDE
    option.rect = QRect(0, 0, wide, height)
    image = QImage(QSize(wide, height), QImage.Format.Format_RGB32)
    image.fill(palette.color(Role.Base))
    painter = QPainter(image)
    painter.setFont(font)
    delegate.paint(painter, option, index)
    painter.end()
    return image


def worst(image: QImage, *, is_smooth: bool) -> float:
    """Return the lowest contrast of a text with the background; 21 without text.

    A smooth text has lighter edges: its strongest colour counts. Combo boxes and tags paint one such text a row.
    """
    colours = Counter(image.pixel(x, y) for y in range(image.height()) for x in range(image.width()))
    ground = QColor(colours.most_common(1)[0][0])
    found = [contrast(QColor(each), ground) for each, count in colours.items() if is_smooth or count >= _FEW]
    return (max if is_smooth else min)((each for each in found if each > 1), default=21.0)


def name_of(view: QAbstractItemView) -> str:
    return f"{type(view).__name__} {view.accessibleName()} in {type(view.window()).__name__}"


@pytest.mark.parametrize("name", ["Fusion", "dark", "contrast"])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_selected_row_has_a_soft_ground_and_a_bar_except_with_high_contrast(
    qapp: QApplication, name: str, direction: Qt.LayoutDirection
) -> None:
    palette = palettes(qapp.palette())[name]
    image = QImage(QSize(100, 40), QImage.Format.Format_RGB32)
    image.fill(palette.color(Role.Base))
    option = QStyleOptionViewItem()
    option.rect, option.palette, option.direction, option.state = image.rect(), palette, direction, _ON | _SELECTED
    painter = QPainter(image)
    is_painted = paint_selection(painter, option)
    painter.end()
    leading, trailing = (0, 99) if direction == Qt.LayoutDirection.LeftToRight else (99, 0)
    roles = colour_roles.roles_of(palette)
    found = tuple(QColor(image.pixel(x, 20)).name() for x in (leading, 50, trailing))
    if name == "contrast":
        assert (is_painted, found) == (False, (roles.base,) * 3)
    else:
        assert (is_painted, found) == (True, (roles.accent, roles.accent_soft, roles.accent_soft))


def test_each_row_of_each_view_is_readable(
    qtbot: QtBot, app: AppFixture, server: DemoServer, qapp: QApplication
) -> None:
    tried = palettes(qapp.palette())
    seen: set[str] = set()
    named: set[str] = set()
    poor: dict[str, float] = {}
    for _, root in scenes(qtbot, app, server):
        for view in views(root):
            if name_of(view) in seen or isinstance(view, QueueView | CardView):  # of several grounds: their test_look
                continue
            seen.add(name_of(view))
            named.add(view.accessibleName())
            view.setFont(sharp(view.font()))
            for name, palette in tried.items():
                for told, (group, state) in STATES.items():
                    palette.setCurrentColorGroup(group)
                    view.setEnabled(group is not Group.Disabled)
                    least = READABLE if view.isEnabled() else PERCEIVABLE
                    for index in rows(view):
                        is_smooth = view.window() is not root.window() or view.accessibleName() == "Tags"
                        found = worst(paint(view, index, palette, state), is_smooth=is_smooth)
                        if found < least:
                            key = f"{name_of(view)} | {name} | {told}"
                            poor[key] = min(found, poor.get(key, found))
    assert {"Found", "Contact and profiles", "Recent cases", "Drafts", "Cases found"} <= named
    assert not poor, "\n".join(f"{key}: {found:.2f}" for key, found in sorted(poor.items()))
