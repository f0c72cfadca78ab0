"""What the visitor in front of the screen has chosen. Pure: no Qt, no clock of its own."""
