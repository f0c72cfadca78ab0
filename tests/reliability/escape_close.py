"""Asks the window manager to close a window, as `wmctrl -c` and the button in a title bar do."""

import ctypes
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_long, c_ulong, c_void_p

CLIENT_MESSAGE = 33
TO_WINDOW_MANAGER = (1 << 19) | (1 << 20)
"""SubstructureNotifyMask and SubstructureRedirectMask of X.h."""


class ClientMessage(Structure):
    """XClientMessageEvent of Xlib.h, filled up to the size of XEvent."""

    _fields_ = (
        ("kind", c_int),
        ("serial", c_ulong),
        ("is_sent", c_int),
        ("display", c_void_p),
        ("window", c_ulong),
        ("message", c_ulong),
        ("format", c_int),
        ("content", c_long * 5),
        ("rest", c_long * 12),
    )


def ask_to_close(screen: str, window: int) -> None:
    """Send _NET_CLOSE_WINDOW, which the window manager turns into WM_DELETE_WINDOW."""
    library = _library()
    display = library.XOpenDisplay(screen.encode())
    assert display, f"there is no screen {screen}"
    closing = library.XInternAtom(display, b"_NET_CLOSE_WINDOW", 0)
    event = ClientMessage(kind=CLIENT_MESSAGE, window=window, message=closing, format=32)
    library.XSendEvent(display, library.XDefaultRootWindow(display), 0, TO_WINDOW_MANAGER, byref(event))
    library.XCloseDisplay(display)


def _library() -> ctypes.CDLL:
    library = ctypes.CDLL("libX11.so.6")
    library.XOpenDisplay.argtypes, library.XOpenDisplay.restype = [c_char_p], c_void_p
    library.XInternAtom.argtypes, library.XInternAtom.restype = [c_void_p, c_char_p, c_int], c_ulong
    library.XDefaultRootWindow.argtypes, library.XDefaultRootWindow.restype = [c_void_p], c_ulong
    library.XSendEvent.argtypes = [c_void_p, c_ulong, c_int, c_long, POINTER(ClientMessage)]
    library.XCloseDisplay.argtypes = [c_void_p]
    return library
