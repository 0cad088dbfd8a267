"""High contrast: the Fusion style with a line around whatever can be used."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QStyleOptionComplex, QWidget

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
    """Fusion draws its lines in shades of what is behind them; on black there are none."""

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


def _frame(option: QStyleOption, painter: QPainter) -> None:
    is_enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    group = QPalette.ColorGroup.Active if is_enabled else QPalette.ColorGroup.Disabled
    painter.save()
    painter.setPen(QPen(option.palette.color(group, QPalette.ColorRole.WindowText), 1))
    painter.drawRect(QRect(option.rect).adjusted(0, 0, -1, -1))
    painter.restore()
