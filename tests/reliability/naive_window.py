"""The control of the escape battery: the window that one writes first, a text browser that fills the screen."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser

TEXT = "<h1>Welcome</h1>" + "<p>Come in and read <a href='file:///etc/passwd'>the plan</a> of the new border.</p>" * 60

app = QApplication(["naive"])
window = QMainWindow()
article = QTextBrowser()
article.setHtml(TEXT)
window.setCentralWidget(article)
window.showFullScreen()
sys.exit(app.exec())
