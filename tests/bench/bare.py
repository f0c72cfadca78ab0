"""The yardstick: the least that PySide6 can show on the whole screen."""

import sys

from PySide6.QtWidgets import QApplication, QLabel

app = QApplication(sys.argv)
label = QLabel("Stay in Touch With Us")
label.showFullScreen()
sys.exit(app.exec())
