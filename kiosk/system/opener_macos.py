"""Opens a link on macOS by `open`."""

from kiosk.system.detached import start_detached


def open_uri(uri: str) -> None:
    start_detached("open", uri)
