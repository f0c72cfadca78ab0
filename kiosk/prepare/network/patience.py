"""Asks the system what it may answer late or never: whoever waits does so for some seconds, and no longer."""

import threading
from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")


def within(seconds: float, ask: Callable[[], Answer]) -> Answer | None:
    """Give the answer, None when it does not come in time; a thread that hangs for ever ends with the program."""
    answers = list[Answer]()
    thread = threading.Thread(target=lambda: answers.append(ask()), daemon=True)
    thread.start()
    thread.join(seconds)
    return answers[0] if answers else None
