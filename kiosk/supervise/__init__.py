"""Keeping the kiosk running: which children live, when they are started again, what they tell each other."""
