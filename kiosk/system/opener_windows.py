"""Opens a link on Windows by the program that is registered for it."""

from kiosk.system.detached import start_detached


def open_uri(uri: str) -> None:
    start_detached("rundll32", "url.dll,FileProtocolHandler", uri)
