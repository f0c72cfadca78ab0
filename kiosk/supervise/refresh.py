"""When a source in the world is visited again: pure rules over how the last visit to it went.

Every wait is a little longer or shorter by chance, so that not all kiosks ask a server in the same second. The chance is
drawn from the kiosk's `seed` and from the visit alone: whoever asks again hears the same.
"""

from datetime import datetime

from kiosk.edition.digest import sha256
from kiosk.edition.web_source import Trouble, Visit, WebSource

MINUTE, HOUR, DAY = 60.0, 3600.0, 86_400.0
SPREAD = 0.2
LONGEST_BACK_OFF = 30 * MINUTE
LONGEST_RETRY_AFTER = 6 * HOUR
OVERDUE_WITHIN = MINUTE
"""A kiosk that has just started does not know how many others have, as after a power cut."""

LINK_RETURNS = (5.0, 30.0)
"""In seconds after it was seen: the first for the network to settle, the last so that all is fresh within a minute."""

FAILURES_UNTIL_TOLD = 5
FAILURES_OF_A_DAY = 50
"""As many as a day without network brings."""

_DIGITS = 12
_STAYS: frozenset[Trouble] = frozenset({"forbidden", "nothing to show", "broken"})
"""It answers, and will hardly answer otherwise in a minute."""


def due_in(source: WebSource, visit: Visit | None, now: datetime, seed: str) -> float:
    """Give the seconds until its next visit; a clock that was set to another year makes one visit, not a thousand."""
    if visit is None:
        return 0.0
    wait = wait_seconds(source, visit, seed)
    age = (now - visit.tried_at).total_seconds()
    if -wait <= age < wait:
        return wait - max(age, 0.0)
    return OVERDUE_WITHIN * _drawn(seed, source.key, visit, "overdue")


def wait_seconds(source: WebSource, visit: Visit, seed: str) -> float:
    """Give the time between this visit and the next, in seconds."""
    chance = _drawn(seed, source.key, visit, "wait")
    wait = _usual_wait(source, visit) * (1.0 - SPREAD + 2.0 * SPREAD * chance)
    return max(wait, retry_after_seconds(visit) * (1.0 + SPREAD * chance))


def retry_after_seconds(visit: Visit) -> float:
    """Give for how long after the visit the server wanted to be left alone; both times are of one clock, right or wrong."""
    if visit.not_before is None:
        return 0.0
    return min(max((visit.not_before - visit.tried_at).total_seconds(), 0.0), LONGEST_RETRY_AFTER)


def link_returned_in(seed: str, link: str) -> float:
    """Give the seconds until what was not reached is tried again on a new way to the world: for all of it the same."""
    first, last = LINK_RETURNS
    return first + (last - first) * _fraction(f"{seed} {link}")


def asks_for_staff(visit: Visit | None) -> bool:
    """Tell whether staff should know: it has not been reached for a day, and not only because the computer was off."""
    if visit is None or not visit.trouble or visit.failures < FAILURES_UNTIL_TOLD:
        return False
    if visit.reached_at is not None:
        return abs((visit.tried_at - visit.reached_at).total_seconds()) > DAY
    return visit.trouble not in {"offline", "failed"} or visit.failures >= FAILURES_OF_A_DAY


def _usual_wait(source: WebSource, visit: Visit) -> float:
    refresh = source.refresh_minutes * MINUTE
    if not visit.trouble:
        return refresh
    if visit.trouble in _STAYS:
        return LONGEST_BACK_OFF
    doublings = min(max(visit.failures, 1), 10) - 1
    return min(MINUTE * 2.0**doublings, LONGEST_BACK_OFF)


def _drawn(seed: str, key: str, visit: Visit, what: str) -> float:
    return _fraction(f"{seed} {key} {visit.tried_at.isoformat()} {what}")


def _fraction(text: str) -> float:
    """Give a number from 0 up to 1 that is the same for the same text, and as good as random for another."""
    return int(sha256(text.encode())[:_DIGITS], 16) / 16.0**_DIGITS
