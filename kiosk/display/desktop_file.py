"""The name of the entry in packaging/linux/desktop/: with it a desktop knows whose windows these are."""

DESKTOP_FILE = "org.kiosk.kiosk"
