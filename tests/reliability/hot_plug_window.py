"""A window as most programs make one: placed once, full screen, on the screen of a name.

python tests/reliability/hot_plug_window.py NAME
"""

import sys

from PySide6.QtWidgets import QApplication, QCalendarWidget

if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    screen = next(screen for screen in app.screens() if screen.name() == sys.argv[1])
    window = QCalendarWidget()
    window.setGeometry(screen.geometry())
    window.showFullScreen()
    sys.exit(app.exec())
