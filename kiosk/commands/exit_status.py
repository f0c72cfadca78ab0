"""How a command ends, for scripts and service managers."""

DONE = 0
PROBLEMS = 1
"""Staff's files have errors; they have been printed."""

MISUSE = 2
"""The command line makes no sense (argparse gives it too)."""

REFUSED = 3
"""The computer refused: a folder that cannot be written, a kiosk that runs already."""

NOT_RUNNING = 4
"""`kiosk status` found no kiosk."""

LEFT = 5
"""`kiosk run`: staff chose to leave kiosk mode; whatever starts kiosks should not start another."""
