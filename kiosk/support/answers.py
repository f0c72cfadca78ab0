"""What our own commands say about the kiosk, each in a process of its own that may hang or die by itself."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.supervise.launch import clean, command
from kiosk.support.contents import Missing, Part, member
from kiosk.support.fit import limited
from kiosk.support.reading import text_of
from kiosk.support.records import censored_document, without_keys_of_theirs, without_quotations
from kiosk.support.sources import Sources
from kiosk.support.words import Censor
from kiosk.system.doctor.ask import ask
from kiosk.system.doctor.machine import Absent, Refused, Silent, Text


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a command may take; the doctor gives up after six seconds by itself, and takes a moment to start."""

    doctor_seconds: float = 8.0
    seconds: float = 20.0


USUAL_LIMITS = Limits()


def answers(sources: Sources, censor: Censor, limits: Limits) -> Iterator[Part]:
    return (part for answer in _answers(sources, censor, limits) for part in answer.given())


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a command of ours says, and how it is censored."""

    name: str
    order: tuple[str, ...]
    censored: Callable[[str], str]
    seconds: float

    def given(self) -> Iterator[Part]:
        match ask(command(self.order), clean(os.environ), self.seconds):
            case Text(text, status) if text:
                yield limited(member(self.name, self.censored(text), f"exit status {status}"))
            case Text(_, status):
                yield Missing(self.name, f"it said nothing and ended with exit status {status}")
            case Silent():
                yield Missing(self.name, f"it did not answer within {self.seconds:g} s")
            case Absent() | Refused():
                yield Missing(self.name, "the program could not be started")


def _answers(sources: Sources, censor: Censor, limits: Limits) -> tuple[_Answer, ...]:
    files = ("--config", str(sources.contact), "--device", str(sources.device))
    which = ("--config", str(sources.contact), *(("--screen", sources.screen) if sources.screen else ()))
    doctor = ("doctor", "--json", *files, "--state", str(sources.state))
    check = ("check", "--json", str(sources.contact), *_if_there(sources.device))
    editions = ("editions", "--json", *which)
    return (
        _Answer("doctor.json", doctor, _document(censor), limits.doctor_seconds),
        _Answer("check.json", check, _document(censor, has_quotations=True), limits.seconds),
        _Answer(
            "status.txt",
            ("status", *which),
            lambda text: censor(without_keys_of_theirs(without_quotations(text))),
            limits.seconds,
        ),
        _Answer("editions.json", editions, _document(censor, hides_titles=True), limits.seconds),
    )


def _if_there(device: Path) -> tuple[str, ...]:
    """Give it unless it is known not to be there, for it need not be."""
    return () if isinstance(text_of(device), FileNotFoundError) else (str(device),)


def _document(censor: Censor, *, has_quotations: bool = False, hides_titles: bool = False) -> Callable[[str], str]:
    return lambda text: censored_document(text, censor, has_quotations=has_quotations, hides_titles=hides_titles)
