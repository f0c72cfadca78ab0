"""The pages behind the staff's menu: problems in the files, how the screen is doing, what was found on this computer."""

from datetime import datetime
from typing import assert_never

from kiosk.display.page.discreet import discreet
from kiosk.display.page.entry import derive_entry, in_all
from kiosk.display.page.page import Button
from kiosk.display.page.speech import Speech, set_in
from kiosk.display.page.staff_facts import Finding, Told
from kiosk.display.page.staff_page import Entry, ReportPage, Tone
from kiosk.display.page.staff_status import status_entries
from kiosk.display.page.staff_view import ReportOpen

TONES: dict[str, Tone] = {"not held": "bad", "unknown": "unknown", "held": "good"}
"""What was found, the worst first."""


def derive_report(report: ReportOpen, now: datetime, speech: Speech) -> ReportPage:
    """Put a report into words; `now` is on the clock of the office."""
    title, line, entries = _content(report, now, speech)
    back = Button(speech.say("Back"), speech.say("Back"), speech.say("Returns to the menu."))
    return ReportPage(title, line, entries, back)


def _content(report: ReportOpen, now: datetime, speech: Speech) -> tuple[str, str, tuple[Entry, ...]]:
    match report.topic:
        case "problems":
            entries = _problems(report.menu.problems, speech)
            return speech.say("Problems in your files"), _about_problems(entries, speech), entries
        case "status":
            entries = status_entries(report.menu.facts, now, speech)
            return speech.say("How this screen is doing"), in_all(entries, speech), entries
        case "doctor":
            if report.findings is None:
                return speech.say("This computer"), speech.say("Checking this computer …"), ()
            entries = _findings(report.findings, speech)
            return speech.say("This computer"), in_all(entries, speech), entries
        case other:
            assert_never(other)


def _about_problems(entries: tuple[Entry, ...], speech: Speech) -> str:
    if any(entry.tone == "bad" for entry in entries):
        return speech.say("The screen stays as it is until these are mended and saved.")
    if entries:
        return speech.say("The screen shows your files all the same.")
    return speech.say("There is nothing to mend.")


def _problems(problems: tuple[Told, ...], speech: Speech) -> tuple[Entry, ...]:
    mistakes_first = sorted(problems, key=lambda problem: problem.severity != "error")
    return tuple(_problem(problem, speech) for problem in mistakes_first)


def _problem(problem: Told, speech: Speech) -> Entry:
    file, key = set_in(speech, discreet(problem.file)), discreet(problem.key)
    place = speech.say("{file}, line {line}").format(file=file, line=problem.line) if problem.line else file
    what = _told(problem.what, speech)
    tone: Tone = "bad" if problem.severity == "error" else "hint"
    text = f"{key}: {what}" if key else _begun(what)
    return derive_entry(tone, speech, text, heading=place, cure=_begun(discreet(speech.typed(problem.cure))))


def _findings(findings: tuple[Finding, ...], speech: Speech) -> tuple[Entry, ...]:
    worst_first = sorted(findings, key=lambda finding: tuple(TONES).index(finding.verdict))
    return tuple(_finding(finding, speech) for finding in worst_first)


def _finding(finding: Finding, speech: Speech) -> Entry:
    """Show what was found word for word, for it has commands in it; whoever found it leaves out what is not for here."""
    elsewhere = speech.typed(speech.say("Type kiosk doctor on this computer: it says what to do."))
    cure = speech.typed(finding.cure) or (elsewhere if finding.verdict == "not held" else "")
    return derive_entry(TONES[finding.verdict], speech, finding.what, heading=finding.title, cure=cure)


def _told(text: str, speech: Speech) -> str:
    """Give what was told, or who knows it where it is nothing for a screen in public."""
    return discreet(text) or speech.say("The log of this computer knows what happened.")


def _begun(text: str) -> str:
    """Let a sentence begin with a capital."""
    return text[:1].upper() + text[1:]
