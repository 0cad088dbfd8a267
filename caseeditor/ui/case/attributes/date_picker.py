"""A calendar to choose the date of a value. Imported when first used."""

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from caseeditor.ui.widgets.dialogs import standard_buttons


class DatePicker(QDialog):
    """Dialog `Choose a date`: Enter or a double click takes the current day."""

    picked = Signal(object)
    """A date."""

    def __init__(self, current: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Choose a date"))
        self._calendar = QCalendarWidget(self)
        self._calendar.setAccessibleName(self.tr("Calendar"))
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setSelectedDate(QDate(current.year, current.month, current.day))
        self._calendar.activated.connect(self.accept)
        buttons = standard_buttons(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._calendar)
        layout.addWidget(buttons)
        self._calendar.setFocus()

    def accept(self) -> None:
        if not self.isVisible():  # Enter reaches the calendar and the button
            return
        day = self._calendar.selectedDate()
        super().accept()
        self.picked.emit(date(day.year(), day.month(), day.day()))
