"""How an edition becomes the good one, and what happens to one that was on trial when something died: pure.

An edition that crashed or hung the display is set aside for good. One that was on the screen when the display was
killed from outside, or the whole computer lost its power, may be innocent: it gets a second trial, once.
"""

from kiosk.edition.journal import Journal, SetAside
from kiosk.edition.value import replace

MOST_SET_ASIDE = 20


def after_start(journal: Journal) -> Journal:
    """Take note of the end of the run before: an edition that was on trial then did not see the trial's end."""
    return failed(journal, "the kiosk ended unexpectedly while it was new on the screen", is_guilty=False)


def with_candidate(journal: Journal, edition: str) -> Journal:
    """Follow staff's files to a new edition."""
    return replace(journal, current=edition)


def shown(journal: Journal, edition: str) -> Journal:
    """Put an edition that is about to be shown on trial, unless it has proved itself before."""
    is_proved = edition in {"", journal.good, journal.previous}
    return replace(journal, on_trial="" if is_proved else edition)


def proved(journal: Journal) -> Journal:
    """Call the edition on trial good."""
    if not journal.on_trial:
        return journal
    others = tuple(aside for aside in journal.set_aside if aside.edition != journal.on_trial)
    return replace(journal, good=journal.on_trial, previous=journal.good, on_trial="", set_aside=others)


def failed(journal: Journal, why: str, *, is_guilty: bool) -> Journal:
    """Set the edition on trial aside and go back to the good one; an innocent one stays where there is no other."""
    edition = journal.on_trial
    if not edition or not (is_guilty or journal.good):
        return replace(journal, on_trial="")
    others = tuple(aside for aside in journal.set_aside if aside.edition != edition)
    may_return = not is_guilty and len(others) == len(journal.set_aside)
    aside = SetAside(edition, why, may_return)
    current = journal.good if journal.current == edition else journal.current
    return replace(journal, current=current, on_trial="", set_aside=(*others, aside)[-MOST_SET_ASIDE:])


def unreadable(journal: Journal, edition: str) -> Journal:
    """Leave an edition that is damaged on the disk; made anew, it may be shown again."""

    def kept(name: str) -> str:
        return "" if name == edition else name

    return replace(
        journal,
        current=kept(journal.current),
        good=kept(journal.good),
        previous=kept(journal.previous),
        on_trial=kept(journal.on_trial),
    )


def ended_cleanly(journal: Journal) -> Journal:
    """Break off a trial without blame: the kiosk was asked to end."""
    return replace(journal, on_trial="")


def rejoined(earlier: Journal, journal: Journal) -> Journal:
    """Go on with a journal that could not be read at the start, and with what has happened since."""
    earlier = after_start(earlier)
    asides = {aside.edition: aside for aside in (*earlier.set_aside, *journal.set_aside)}
    return Journal(
        current=journal.current or earlier.current,
        good=journal.good or earlier.good,
        previous=(earlier.good if journal.good else "") or journal.previous or earlier.previous,
        on_trial=journal.on_trial,
        set_aside=tuple(asides.values())[-MOST_SET_ASIDE:],
    )


def refusal(journal: Journal, edition: str) -> str:
    """Give why the edition may not be shown, "" when it may."""
    return next((aside.why for aside in journal.set_aside if aside.edition == edition), "")


def may_return(journal: Journal, edition: str) -> bool:
    """Tell whether the edition is set aside and may have a second trial."""
    return any(aside.edition == edition and aside.may_return for aside in journal.set_aside)


def released(journal: Journal, edition: str) -> Journal:
    """Forget what was held against an edition: staff ask for it."""
    return replace(journal, set_aside=tuple(aside for aside in journal.set_aside if aside.edition != edition))
