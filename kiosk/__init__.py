"""Kiosk: staff's files are prepared into an edition, and one window displays it."""

__version__ = "0.1.0"
