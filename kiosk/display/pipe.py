"""The display's end of its pipe to the supervisor; the one thread here waits for lines that may never come."""

import sys
from threading import Thread

from PySide6.QtCore import QObject, Signal

from kiosk.supervise.messages import Message, Show, Unreadable, from_line, to_line


class SupervisorPipe(QObject):
    """Orders come as signals in the thread of the event loop; `hung_up` says that the supervisor is gone."""

    show_ordered = Signal(str)
    hung_up = Signal()

    def start(self) -> None:
        Thread(target=self._listen, name="supervisor-pipe", daemon=True).start()

    @staticmethod
    def send(message: Message) -> None:
        """Tell the supervisor; one that no longer listens is no reason to fail, `hung_up` is on its way."""
        try:
            sys.stdout.write(to_line(message))
            sys.stdout.flush()
        except OSError:
            pass

    def _listen(self) -> None:
        for line in sys.stdin:
            match from_line(line):
                case Show(edition):
                    self.show_ordered.emit(edition)
                case Unreadable():
                    continue
                case _:
                    continue
        self.hung_up.emit()
