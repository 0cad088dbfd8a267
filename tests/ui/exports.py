"""Exported histories, read as a spreadsheet does."""

import csv
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton

from caseeditor.domain.history_export import Line


def read_csv(path: Path, separator: str = ",") -> list[dict[str, str]]:
    """Return the rows below the header, as dictionaries with the names of a Line's fields."""
    _, *rows = read_rows(path, separator)
    return [dict(zip(Line.__struct_fields__, row, strict=True)) for row in rows]


def read_rows(path: Path, separator: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=separator))


def save_as(name: str, offered: str = "") -> None:
    """Answer the next file dialog with a typed name and one of the file types."""

    def answer() -> None:
        chooser = QApplication.activeModalWidget()
        if not isinstance(chooser, QFileDialog):
            QTimer.singleShot(1, answer)
            return
        if offered:
            chooser.selectNameFilter(offered)
        chooser.selectFile(name)
        chooser.accept()

    QTimer.singleShot(0, answer)


def answer_question(button: str, asked: list[str]) -> None:
    """Press a button of the next question, and record its text."""

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(1, answer)
            return
        asked.append(box.text())
        next(each for each in box.findChildren(QPushButton) if each.text() == button).click()

    QTimer.singleShot(0, answer)


def cancel(once: Callable[[], bool]) -> None:
    """Close the open file dialog once this condition holds."""

    def answer() -> None:
        chooser = QApplication.activeModalWidget()
        if once() and isinstance(chooser, QFileDialog):
            chooser.reject()
        else:
            QTimer.singleShot(1, answer)

    QTimer.singleShot(0, answer)
