"""What the tests of autostart share: an entry, a program that is there, and systems that answer from a table."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.system.autostart_entry import Entry
from kiosk.system.doctor.machine import Absent, Answer

PROGRAM = sys.executable
"""It exists, and may be run."""

CONTACT = "/home/zenobia/lobby files/contact.toml"


@dataclass
class System:
    """Answers whole command lines from a table, says that there is no other program, and remembers what was run."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def run(self, command: tuple[str, ...]) -> Answer:
        self.asked.append(" ".join(command))
        return self.answers.get(self.asked[-1], Absent())


def entry(*options: str, program: str = PROGRAM, screen: str = "", mode: str = "--kiosk") -> Entry:
    named = ("--screen", screen) if screen else ()
    return Entry((program, "run", mode, *named, "--config", CONTACT, *options))
