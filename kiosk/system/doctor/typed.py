"""Writes what an administrator is to type."""

import shlex


def typed(path: object, system: str = "linux") -> str:
    """Write a path as a shell of this system takes it."""
    text = str(path)
    return f'"{text}"' if system == "win32" else shlex.quote(text)


def name_of_user(user: int) -> str:
    """Write what a shell puts the user's name in place of; for root, whose name nobody wants there, a word."""
    return f'"$(id -un {user})"' if user else "NAME"
