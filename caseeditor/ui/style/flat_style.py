"""The flat look: Fusion's measures and behaviour, with fields, buttons, tabs and scroll bars of our own.

A style sheet would do the same, but takes 20 ms of the start, keeps widgets from following the text size, and breaks
when the style is replaced by the one of high contrast.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionHeader,
    QStyleOptionSlider,
    QStyleOptionTab,
    QTextEdit,
    QWidget,
)

from caseeditor.ui.style import flat_parts
from caseeditor.ui.style.colour_roles import ColourRoles, roles_of
from caseeditor.ui.style.font_scaling import demi_bold

Primitive, Control, Complex = QStyle.PrimitiveElement, QStyle.ControlElement, QStyle.ComplexControl
State, Element, Contents, Part = QStyle.StateFlag, QStyle.SubElement, QStyle.ContentsType, QStyle.SubControl
_HEIGHT = 1.7
"""Height of a field or button, in lines of its text."""
_BESIDE_TEXT = 4
_BESIDE_LABEL = 0.9
"""Room on both sides of a button's label beyond Fusion's, together, in average letters."""
_INTO_EDGE = 8
"""Pixels of a tab's edge that its words may use before they are elided."""
_NOTHING = frozenset({Primitive.PE_FrameTabWidget, Primitive.PE_FrameTabBarBase, Primitive.PE_FrameStatusBarItem})
_Painting = Callable[[QPainter, QStyleOption, ColourRoles, QWidget | None], None]
_PRIMITIVES: dict[QStyle.PrimitiveElement, _Painting] = {
    Primitive.PE_PanelLineEdit: flat_parts.paint_field,
    Primitive.PE_FrameLineEdit: flat_parts.paint_field,
    Primitive.PE_Frame: flat_parts.paint_frame,
    Primitive.PE_FrameGroupBox: flat_parts.paint_group,
    Primitive.PE_PanelButtonCommand: flat_parts.paint_button,
    Primitive.PE_PanelButtonTool: flat_parts.paint_tool_button,
    Primitive.PE_IndicatorTabClose: flat_parts.paint_close,
    Primitive.PE_IndicatorCheckBox: flat_parts.paint_check_box,
    Primitive.PE_IndicatorDockWidgetResizeHandle: flat_parts.paint_separator,
}
_OF_ONE_HEIGHT = frozenset({Contents.CT_LineEdit, Contents.CT_PushButton, Contents.CT_ComboBox, Contents.CT_SpinBox})
_WITH_ARROWS: dict[QStyle.ComplexControl, tuple[QStyle.SubControl, ...]] = {
    Complex.CC_ComboBox: (Part.SC_ComboBoxArrow,),
    Complex.CC_SpinBox: (Part.SC_SpinBoxUp, Part.SC_SpinBoxDown),
}
_CONTROLS: dict[QStyle.ControlElement, _Painting] = {
    Control.CE_TabBarTabShape: flat_parts.paint_tab,
    Control.CE_HeaderSection: flat_parts.paint_header,
    Control.CE_HeaderEmptyArea: flat_parts.paint_header,
    Control.CE_Splitter: flat_parts.paint_separator,
}


class FlatStyle(QProxyStyle):
    """Paints in the colours that belong to the palette."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self._roles: tuple[int, ColourRoles] | None = None

    def polish(self, widget: object) -> object:  # type: ignore[override]  # three overloads in one
        if isinstance(widget, QPlainTextEdit | QTextEdit):  # its frame paints the ground, with round corners
            widget.viewport().setAutoFillBackground(False)
        return super().polish(widget)  # type: ignore[call-overload]

    def unpolish(self, widget: object) -> None:
        if isinstance(widget, QPlainTextEdit | QTextEdit):
            widget.viewport().setAutoFillBackground(True)
        super().unpolish(widget)  # type: ignore[call-overload]

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element in _NOTHING:
            return
        paint = _PRIMITIVES.get(element)
        if paint is None:
            super().drawPrimitive(element, option, painter, widget)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, option, self._colours(option.palette), widget)
        painter.restore()

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if element == Control.CE_PushButtonLabel and isinstance(option, QStyleOptionButton):
            painter.save()
            super().drawControl(element, self._button_label(option, painter), painter, widget)
            painter.restore()
        elif element == Control.CE_TabBarTabLabel and isinstance(option, QStyleOptionTab):
            super().drawControl(element, self._tab_label(option), painter, widget)
        elif element == Control.CE_HeaderLabel and isinstance(option, QStyleOptionHeader):
            super().drawControl(element, self._header_label(option), painter, widget)
        elif paint := _CONTROLS.get(element):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(painter, option, self._colours(option.palette), widget)
            painter.restore()
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            self._paint_scroll_bar(painter, option)
        elif control in _WITH_ARROWS:
            places = [self.subControlRect(control, option, part, widget) for part in _WITH_ARROWS[control]]
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            flat_parts.paint_field_with_arrows(painter, option, places, self._colours(option.palette))
            painter.restore()
        else:
            super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if control == Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            return flat_parts.part_of_scroll_bar(option, part)
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]  # may be None

    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None) -> QRect:
        if element == Element.SE_TabBarTabText and isinstance(option, QStyleOptionTab):
            option = QStyleOptionTab(option)
            option.state &= ~State.State_Selected  # Fusion raises the words of the chosen tab
            found = super().subElementRect(element, option, widget)  # type: ignore[arg-type]  # may be None
            has_buttons = option.leftButtonSize.isValid() or option.rightButtonSize.isValid()
            return found if has_buttons else found.adjusted(-_INTO_EDGE, 0, _INTO_EDGE, 0)
        found = super().subElementRect(element, option, widget)  # type: ignore[arg-type]  # may be None
        if element == Element.SE_LineEditContents and isinstance(option, QStyleOptionFrame) and option.lineWidth > 0:
            return found.adjusted(_BESIDE_TEXT, 0, -_BESIDE_TEXT, 0)
        return found

    def sizeFromContents(
        self, contents: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        found = super().sizeFromContents(contents, option, size, widget)  # type: ignore[arg-type]  # may be None
        has_frame = not isinstance(option, QStyleOptionFrame) or option.lineWidth > 0
        if contents in _OF_ONE_HEIGHT and has_frame:
            found.setHeight(max(found.height(), round(option.fontMetrics.height() * _HEIGHT)))
        if contents == Contents.CT_PushButton:
            found.setWidth(found.width() + round(option.fontMetrics.averageCharWidth() * _BESIDE_LABEL))
        return found

    def _colours(self, palette: QPalette) -> ColourRoles:
        """Return the colours of a palette; those of the last one are kept, since nearly all widgets have the same."""
        key = palette.cacheKey()
        if self._roles is None or self._roles[0] != key:
            self._roles = (key, roles_of(palette))
        return self._roles[1]

    def _button_label(self, option: QStyleOptionButton, painter: QPainter) -> QStyleOptionButton:
        if not flat_parts.is_primary(option):
            return option
        label = QStyleOptionButton(option)
        label.palette = _with_text(option.palette, self._colours(option.palette).on_accent)
        painter.setFont(demi_bold(painter.font()))
        return label

    def _tab_label(self, option: QStyleOptionTab) -> QStyleOptionTab:
        label = QStyleOptionTab(option)
        roles = self._colours(option.palette)
        is_chosen = bool(option.state & State.State_Selected)
        label.palette = _with_text(option.palette, roles.accent if is_chosen else roles.muted)
        return label

    def _header_label(self, option: QStyleOptionHeader) -> QStyleOptionHeader:
        label = QStyleOptionHeader(option)
        label.palette = _with_text(option.palette, self._colours(option.palette).muted)
        return label

    def _paint_scroll_bar(self, painter: QPainter, option: QStyleOptionSlider) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        flat_parts.paint_scroll_bar(painter, option, self._colours(option.palette))
        painter.restore()


def _with_text(palette: QPalette, colour: str) -> QPalette:
    """Return a palette with another text colour; that of disabled text stays."""
    changed = QPalette(palette)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            changed.setColor(group, role, QColor(colour))
    return changed
