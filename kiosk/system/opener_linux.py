"""Opens a link as freedesktop.org asks: by the program that `xdg-open` chooses."""

from kiosk.system.detached import start_detached


def open_uri(uri: str) -> None:
    start_detached("xdg-open", uri)
