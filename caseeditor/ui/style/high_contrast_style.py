"""High contrast: the Fusion style with an outline around each control."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QWidget,
)

_UNSIGNED = 1 << 32
_DEFAULT = QStyleOptionButton.ButtonFeature.DefaultButton
_FRAMED = frozenset(
    {
        QStyle.PrimitiveElement.PE_Frame,
        QStyle.PrimitiveElement.PE_FrameLineEdit,
        QStyle.PrimitiveElement.PE_FrameMenu,
        QStyle.PrimitiveElement.PE_FrameGroupBox,
        QStyle.PrimitiveElement.PE_FrameTabWidget,
        QStyle.PrimitiveElement.PE_PanelButtonCommand,
        QStyle.PrimitiveElement.PE_PanelButtonTool,
        QStyle.PrimitiveElement.PE_IndicatorCheckBox,
        QStyle.PrimitiveElement.PE_IndicatorTabClose,
        QStyle.PrimitiveElement.PE_PanelTipLabel,
    }
)
_BOXES = frozenset({QStyle.ComplexControl.CC_ComboBox, QStyle.ComplexControl.CC_SpinBox})
_PARTS = frozenset(
    {
        QStyle.ControlElement.CE_TabBarTabShape,
        QStyle.ControlElement.CE_HeaderSection,
        QStyle.ControlElement.CE_ProgressBarGroove,
    }
)


class StarkStyle(QProxyStyle):
    """Fusion derives the colours of lines from the background; on black they are invisible."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawPrimitive(element, option, painter, widget)
        if element in _FRAMED:
            _frame(option, painter)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawComplexControl(control, option, painter, widget)
        if control in _BOXES:
            _frame(option, painter)

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        super().drawControl(element, option, painter, widget)
        if element in _PARTS:
            _frame(option, painter)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_Table_GridLineColor and option:
            colour = option.palette.color(QPalette.ColorRole.WindowText).rgba()
            return colour - _UNSIGNED if colour >= _UNSIGNED // 2 else colour
        return super().styleHint(hint, option, widget, returned)


def _frame(option: QStyleOption, painter: QPainter) -> None:
    is_enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    group = QPalette.ColorGroup.Active if is_enabled else QPalette.ColorGroup.Disabled
    painter.save()
    is_default = isinstance(option, QStyleOptionButton) and bool(option.features & _DEFAULT)
    width = 3 if is_default else 1
    painter.setPen(QPen(option.palette.color(group, QPalette.ColorRole.WindowText), width))
    inset = width // 2
    painter.drawRect(QRect(option.rect).adjusted(inset, inset, inset - width, inset - width))
    painter.restore()
