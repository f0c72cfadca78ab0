"""The staff's menu: how the screen stands in one line, and what can be done about it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from string import hexdigits

from kiosk.display.page.elapsed import ago, since
from kiosk.display.page.opening import next_opening
from kiosk.display.page.speech import Speech, set_in
from kiosk.display.page.staff_facts import Facts, Told
from kiosk.display.page.staff_page import MenuPage, MenuRow
from kiosk.display.page.staff_view import MenuOpen
from kiosk.edition.model import Hours

SEPARATOR = " · "
SHORT_NAME = 4
WEEK, DAY = timedelta(days=7), timedelta(days=1)


def derive_menu(menu: MenuOpen, hours: Hours | None, now: datetime, speech: Speech) -> MenuPage:
    """Put the menu into words; `now` is on the clock of the office."""
    line = SEPARATOR.join(_standing(menu.facts, now, speech))
    return MenuPage(speech.say("This screen"), line, _rows(menu, hours, now, speech))


def edition_name(edition: str, length: int) -> str:
    """Give the beginning of an edition's name, which is a hash."""
    return "".join(letter for letter in edition if letter in hexdigits)[:length]


def _standing(facts: Facts, now: datetime, speech: Speech) -> Iterator[str]:
    name = edition_name(facts.edition, SHORT_NAME)
    if name and facts.shown_since is not None:
        yield speech.say("Shown {since}").format(since=since(facts.shown_since, now, speech))
    yield speech.say("edition {name}").format(name=set_in(speech, name)) if name else speech.say("no version to show")
    ailments = tuple(_ailments(facts, speech))
    yield from ailments or (speech.say("healthy"),)


def _ailments(facts: Facts, speech: Speech) -> Iterator[str]:
    """Name what is not as it should be, in two or three words each."""
    health = {
        "starting": speech.say("starting"),
        "restarting": speech.say("starting again"),
        "safe mode": speech.say("contact details only"),
    }
    stands = {
        "not read": speech.say("your files are being read"),
        "mistaken": speech.say("mistakes in your files"),
        "refused": speech.say("newest version set aside"),
        "not made": speech.say("newest version not made"),
        "not kept": speech.say("no disk takes the newest version"),
    }
    if facts.health in health:
        yield health[facts.health]
    if facts.deaths:
        yield speech.count("restarted {number} time", "restarted {number} times", facts.deaths)
    if not facts.do_files_answer:
        yield speech.say("your files do not answer")
    if facts.stands in stands:
        yield stands[facts.stands]
    if not facts.is_kept:
        yield speech.say("not kept on the disk")
    if facts.is_pinned:
        yield speech.say("an earlier version was asked for")


def _rows(menu: MenuOpen, hours: Hours | None, now: datetime, speech: Speech) -> tuple[MenuRow, ...]:
    return (
        _problems(menu, speech),
        _row(
            "reload",
            "fa6s.arrows-rotate",
            speech.say("Read the files again"),
            speech.say("Takes over what your files say now."),
            _last_read(menu, now, speech),
        ),
        _row(
            "status",
            "fa6s.heart-pulse",
            speech.say("How this screen is doing"),
            speech.say("Shows what runs well and what does not."),
        ),
        _row(
            "doctor",
            "fa6s.shield-halved",
            speech.say("Check this computer"),
            speech.say("Shows whether it is ready for visitors."),
        ),
        _row(
            "restart",
            "fa6s.power-off",
            speech.say("Restart the screen"),
            speech.say("Starts the window anew, with what it shows now."),
        ),
        _row(
            "switch off",
            "fa6s.display",
            speech.say("Switch the screen off"),
            speech.say("Makes it dark; a touch brings it back."),
            _dark_until(hours, now, speech),
        ),
        _leave(menu, speech),
    )


def _problems(menu: MenuOpen, speech: Speech) -> MenuRow:
    text, does = speech.say("Problems in your files"), speech.say("Shows what is wrong, and what to write instead.")
    errors, warnings = _counted(menu.problems)
    icon = "fa6s.triangle-exclamation"
    if errors:
        aside = speech.count("{number} to mend", "{number} to mend", errors)
        return MenuRow("problems", icon, text, aside, "amber", _name(text, aside), does)
    if warnings:
        aside = speech.count("{number} to look at", "{number} to look at", warnings)
        return MenuRow("problems", icon, text, aside, "quiet", _name(text, aside), does)
    none = speech.say("not read yet") if menu.facts.stands == "not read" else speech.say("none")
    return _row("problems", icon, text, does, none)


def _counted(problems: tuple[Told, ...]) -> tuple[int, int]:
    errors = sum(problem.severity == "error" for problem in problems)
    return errors, len(problems) - errors


def _last_read(menu: MenuOpen, now: datetime, speech: Speech) -> str:
    if menu.awaits_reading:
        return speech.say("reading …")
    return ago(menu.facts.read_at, now, speech) if menu.facts.read_at else ""


def _dark_until(hours: Hours | None, now: datetime, speech: Speech) -> str:
    """Name the day only where the time of day could be mistaken."""
    opens = next_opening(hours, now) if hours else None
    if opens is None:
        return speech.say("until it is touched")
    time, ahead = speech.clock(opens.time()), opens - now.replace(tzinfo=None)
    if ahead < DAY:
        return speech.say("until {time}").format(time=time)
    if ahead < WEEK:
        return speech.say("until {weekday} {time}").format(weekday=speech.weekday(opens.date()), time=time)
    return speech.say("until {date} {time}").format(date=speech.day(opens.date()), time=time)


def _leave(menu: MenuOpen, speech: Speech) -> MenuRow:
    """Ask once more, in the same place."""
    text = speech.say("Touch again to leave") if menu.asks_to_leave else speech.say("Leave kiosk mode")
    return _row("leave", "fa6s.right-from-bracket", text, speech.say("Ends the kiosk on this computer."))


def _row(key: str, icon: str, text: str, does: str, aside: str = "") -> MenuRow:
    return MenuRow(key, icon, text, aside, "none", _name(text, aside), does)


def _name(text: str, aside: str) -> str:
    return f"{text}, {aside}" if aside else text
