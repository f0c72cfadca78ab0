"""What is true now, with `changed` signals. QtCore only."""
