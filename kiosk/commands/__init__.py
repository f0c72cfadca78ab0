"""What each command of `kiosk` does; `kiosk/cli.py` knows their options."""
