"""The computer: what differs from one operating system to the next, one file for each."""
