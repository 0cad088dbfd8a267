"""The yardstick of starts and memory: an empty PySide6 QMainWindow."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

app = QApplication(sys.argv)
window = QMainWindow()
window.setWindowTitle("Empty")
window.resize(1230, 720)
window.show()
sys.exit(app.exec())
