"""How the screen is doing, fact by fact, in the words of staff."""

from collections.abc import Iterator
from datetime import datetime
from typing import assert_never

from kiosk.display.page.discreet import discreet
from kiosk.display.page.elapsed import ago, since
from kiosk.display.page.entry import derive_entry
from kiosk.display.page.speech import Speech, set_in
from kiosk.display.page.staff_facts import Facts
from kiosk.display.page.staff_menu import edition_name
from kiosk.display.page.staff_page import Entry

NAME_LENGTH = 12
ROLLBACK = "kiosk rollback --release"
MEGABYTE = 1_000_000


def status_entries(facts: Facts, now: datetime, speech: Speech) -> tuple[Entry, ...]:
    """Say what is shown, how the files stand to it, and how the program has run; `now` is on the clock of the office."""
    return (
        _shown(facts, now, speech),
        *_trial(facts, speech),
        *_files(facts, now, speech),
        *_pinned(facts, speech),
        *_kept(facts, speech),
        *_deaths(facts, speech),
        _program(facts, now, speech),
    )


def _shown(facts: Facts, now: datetime, speech: Speech) -> Entry:
    match facts.health:
        case "starting":
            return derive_entry("unknown", speech, speech.say("The screen is starting."))
        case "restarting":
            return derive_entry("bad", speech, speech.say("The window is being started again."))
        case "safe mode":
            text = speech.say("Only the contact details are shown: with the articles the window kept failing.")
            return derive_entry("bad", speech, text, cure=speech.say("It tries the articles again by itself."))
        case "shown" | "switched off":
            return _edition(facts, now, speech)
        case other:
            assert_never(other)


def _edition(facts: Facts, now: datetime, speech: Speech) -> Entry:
    name = set_in(speech, edition_name(facts.edition, NAME_LENGTH))
    if not facts.edition:
        text = speech.say("There is no version to show; visitors see a card that says so.")
        return derive_entry("bad", speech, text)
    if facts.shown_since is None:
        return derive_entry("good", speech, speech.say("The screen shows edition {name}.").format(name=name))
    text = speech.say("The screen shows edition {name}, {since}.")
    return derive_entry("good", speech, text.format(name=name, since=since(facts.shown_since, now, speech)))


def _trial(facts: Facts, speech: Speech) -> Iterator[Entry]:
    if facts.is_on_trial:
        text = speech.say("It is new. Should it fail in its first minute, the one before comes back by itself.")
        yield derive_entry("hint", speech, text)


def _files(facts: Facts, now: datetime, speech: Speech) -> Iterator[Entry]:
    if not facts.do_files_answer:
        text = speech.say("Your files do not answer: the network drive or disk they are on cannot be reached.")
        yield derive_entry("bad", speech, text, cure=speech.say("The screen stays as it is."))
    yield _files_stand(facts, speech)
    if facts.read_at is not None:
        text = speech.say("Your files were last read {ago}.").format(ago=ago(facts.read_at, now, speech))
        yield derive_entry("good", speech, text)


def _files_stand(facts: Facts, speech: Speech) -> Entry:
    match facts.stands:
        case "not read":
            return derive_entry("unknown", speech, speech.say("Your files are being read."))
        case "shown" if facts.is_pinned:
            return derive_entry("good", speech, speech.say("Your files are in order, and wait."))
        case "shown":
            return derive_entry("good", speech, speech.say("The screen shows what your files say."))
        case "mistaken":
            text = speech.say("Your files have mistakes, and the screen waits for them to be mended.")
            return derive_entry("bad", speech, text, cure=speech.say("They are listed under Problems in your files."))
        case "refused":
            text = speech.say("The newest version was set aside, because the window failed while it was shown.")
            return derive_entry("bad", speech, text, cure=speech.say("Change something in your files and save."))
        case "not made":
            text = speech.say("The newest version could not be made.")
            return derive_entry("bad", speech, text, cure=speech.say("It is tried again by itself."))
        case "not kept":
            text = speech.say("No disk takes the newest version.")
            return derive_entry("bad", speech, text, cure=speech.say("Make room on the disk."))
        case other:
            assert_never(other)


def _pinned(facts: Facts, speech: Speech) -> Iterator[Entry]:
    if facts.is_pinned:
        text = speech.say("Somebody asked for an earlier version to stay.")
        cure = speech.say("To follow the files again, type on this computer: {command}")
        yield derive_entry("hint", speech, text, cure=cure.format(command=set_in(speech, speech.typed(ROLLBACK))))


def _kept(facts: Facts, speech: Speech) -> Iterator[Entry]:
    if not facts.is_kept:
        text = speech.say("What is shown is not kept on the disk; after a restart an older version may be shown.")
        cure = speech.say("Make room on the disk, or let the kiosk write there.")
        yield derive_entry("bad", speech, text, cure=cure)
    elif facts.edition:
        yield derive_entry("good", speech, speech.say("What is shown is kept on the disk."))


def _deaths(facts: Facts, speech: Speech) -> Iterator[Entry]:
    if facts.deaths:
        text = speech.count(
            "The window had to be started again {number} time.",
            "The window had to be started again {number} times in a row.",
            facts.deaths,
        )
        yield derive_entry("bad", speech, text)


def _program(facts: Facts, now: datetime, speech: Speech) -> Entry:
    parts = [
        speech.say("The kiosk has run {since}.").format(since=since(facts.started_at, now, speech)),
        speech.say("Its version is {version}.").format(version=set_in(speech, discreet(facts.version))),
    ]
    if facts.memory_bytes is not None:
        megabytes = round(facts.memory_bytes / MEGABYTE)
        parts.append(speech.count("It uses {number} megabyte.", "It uses {number} megabytes.", megabytes))
    return derive_entry("good", speech, " ".join(parts))
