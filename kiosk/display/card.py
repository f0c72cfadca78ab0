"""The card: a window that lies under the display all the time, with the last good picture of the screen.

Should the display die, it is uncovered, and not a desktop or black. It takes no input, reads no content, and does nothing
at all until it is told to. No widgets here: they would double what it costs.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QImage, QPainter, QPaintEvent, QRasterWindow

from kiosk.display.card_picture import CardPicture, Frame, NoPicture, read_picture, unpacked
from kiosk.display.desktop_file import DESKTOP_FILE
from kiosk.display.pipe import SupervisorPipe, exit_at_once
from kiosk.display.place import NoScreen, screen_wanted
from kiosk.display.screen_guard import ScreenGuard
from kiosk.edition.device import device_settings
from kiosk.edition.palettes import LIGHT
from kiosk.paths import device_settings_in, picture_in
from kiosk.supervise.messages import Cover, InFront

BLACK = QColor(0, 0, 0)
GROUND = QColor(LIGHT.panel)
"""What the holding card stands on."""

SAYS_AGAIN_MS = 1000


def main(order: Cover) -> int:
    """Lie under the display until the supervisor is gone."""
    QGuiApplication.setDesktopFileName(DESKTOP_FILE)
    QGuiApplication.setQuitOnLastWindowClosed(False)
    app = QGuiApplication(["kiosk"])
    pipe = SupervisorPipe(last_resort=exit_at_once)
    card = Card(app, pipe)
    card.obey(order)
    card.lie_down()
    pipe.start()
    return app.exec()


class Card(QObject):
    def __init__(self, app: QGuiApplication, pipe: SupervisorPipe) -> None:
        super().__init__()
        self._app = app
        self._pipe = pipe
        self._screen = ""
        self.window = CardWindow()
        self._screens = ScreenGuard(app, parent=self)
        self._in_front = QTimer(self, interval=SAYS_AGAIN_MS)
        self._in_front.timeout.connect(self._tell_in_front)
        self._screens.changed.connect(self._place)
        self.window.activeChanged.connect(self._mind_the_front)
        app.commitDataRequest.connect(self._leave, Qt.ConnectionType.DirectConnection)
        pipe.cover_ordered.connect(self.obey)
        pipe.hung_up.connect(self._leave)

    def lie_down(self) -> None:
        """Show the window, and under all others: on X11 without a window manager nobody else sees to that."""
        if _is_wayland():
            self.window.showFullScreen()
            return
        if QGuiApplication.platformName() == "xcb":
            self.window.create()
            self.window.lower()
        self.window.show()

    @Slot(Cover)
    def obey(self, order: Cover) -> None:
        state = Path(order.state)
        self._screen = order.screen or device_settings(device_settings_in(state)).screen
        self.window.show_picture(read_picture(picture_in(state)), is_dark=order.dark)
        self._place()

    @Slot()
    def _place(self) -> None:
        """Cover the screen of the display; without any, wait for one. A window manager that refuses is not asked again."""
        screen = screen_wanted(self._screen, self._app.screens())
        if isinstance(screen, NoScreen) or self.window.geometry() == screen.geometry():
            return
        is_full = self.window.isVisible() and _is_wayland()
        if is_full:
            self.window.setWindowStates(Qt.WindowState.WindowNoState)
        self.window.setScreen(screen)
        self.window.setGeometry(screen.geometry())
        if is_full:
            self.window.showFullScreen()

    @Slot()
    def _mind_the_front(self) -> None:
        """Say so as long as it is in front, where nobody can lie under another: Wayland shows what came last."""
        if self.window.isActive():
            self._in_front.start()
            self._tell_in_front()
        else:
            self._in_front.stop()

    @Slot()
    def _tell_in_front(self) -> None:
        self._pipe.send(InFront())

    @Slot()
    def _leave(self) -> None:
        """End the event loop; `quit` would ask the window first, which says no."""
        QGuiApplication.exit(0)


class CardWindow(QRasterWindow):
    """Shows the last picture that could be believed, one calm colour until there is one, or black; nobody closes it."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: CardPicture | NoPicture = NoPicture()
        self._is_dark = False
        self.setFlags(Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnBottomHint)
        if not _is_wayland():  # there, Qt asks for the focus with every window that it shows, and then complains of it
            self.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setTitle("Kiosk")
        self.setCursor(Qt.CursorShape.BlankCursor)

    def show_picture(self, picture: CardPicture | NoPicture, *, is_dark: bool) -> None:
        if isinstance(picture, CardPicture):
            self._picture = picture
        self._is_dark = is_dark
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Unpack the picture anew each time, which happens hardly ever: it takes 40 times as much memory unpacked."""
        painter = QPainter(self)
        everything = QRect(QPoint(), self.size())
        shown = NoPicture() if self._is_dark or isinstance(self._picture, NoPicture) else unpacked(self._picture)
        if isinstance(shown, Frame):
            _draw(painter, shown, everything)
        else:
            painter.fillRect(everything, BLACK if self._is_dark else GROUND)
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()


def part_to_show(picture: QSize, place: QSize) -> QRectF:
    """Give the largest part of a picture that has the shape of the place, from its middle."""
    part = QRectF(QPoint(), place.scaled(picture, Qt.AspectRatioMode.KeepAspectRatio))
    part.moveCenter(QRectF(QPoint(), picture).center())
    return part


def _draw(painter: QPainter, frame: Frame, place: QRect) -> None:
    image = QImage(memoryview(frame.pixels), frame.width, frame.height, QImage.Format.Format_RGB32)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(place), image, part_to_show(image.size(), place.size()))


def _is_wayland() -> bool:
    return QGuiApplication.platformName() == "wayland"
