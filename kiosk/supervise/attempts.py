"""How many wrong PINs are taken, and how long nobody may try after that; pure, and by the monotonic clock alone.

That clock begins anew when the computer does. If it is earlier than the last try, the computer was restarted, and the
whole wait begins again. If it is later, no more can be left of the wait than it says, restarted or not: the computer has
been on for that long.
"""

from kiosk.edition.digest import sha256
from kiosk.edition.value import Value, replace

FREE_TRIES = 5
WAITS_SECONDS = (30.0, 60.0, 120.0, 240.0, 480.0, 960.0, 1920.0, 3600.0)
_FINGERPRINT_DIGITS = 16


class Attempts(Value, frozen=True):
    """Tries in a row that were not right, and when the next is taken.

    `pin` is the fingerprint of the hash of the PIN that was tried, "" for whichever is set: a new PIN is counted anew.
    """

    pin: str = ""
    count: int = 0
    not_before: float = 0.0
    counted_at: float = 0.0


def fingerprint_of(pin_hash: str) -> str:
    return sha256(pin_hash.encode())[:_FINGERPRINT_DIGITS]


def of_pin(attempts: Attempts, pin: str) -> Attempts:
    """Give those of this PIN, by its fingerprint."""
    return replace(attempts, pin=pin) if attempts.pin in {"", pin} else Attempts(pin)


def wait_seconds(attempts: Attempts, now: float) -> float:
    """Give for how long no try is taken."""
    return min(max(0.0, attempts.not_before - now), _whole_wait(attempts.count))


def with_try(attempts: Attempts, now: float) -> Attempts:
    """Count a try, which is to be kept before it is checked."""
    count = attempts.count + 1
    return replace(attempts, count=count, not_before=now + _whole_wait(count), counted_at=now)


def after_success(attempts: Attempts) -> Attempts:
    return Attempts(attempts.pin)


def after_restart(attempts: Attempts, now: float) -> Attempts:
    """Give them by the clock as it is now, which may have begun anew since they were kept."""
    if now >= attempts.counted_at:
        return attempts
    return replace(attempts, not_before=now + wait_seconds(attempts, now), counted_at=now)


def without_free_tries(now: float) -> Attempts:
    """Give what is assumed where nobody knows how many there were."""
    return with_try(Attempts("", FREE_TRIES - 1), now)


def stricter(attempts: Attempts, other: Attempts) -> Attempts:
    """Join what was counted in two places; that of another PIN is of the past."""
    if attempts.pin and other.pin not in {"", attempts.pin}:
        return attempts
    return Attempts(
        attempts.pin or other.pin,
        max(attempts.count, other.count),
        max(attempts.not_before, other.not_before),
        max(attempts.counted_at, other.counted_at),
    )


def _whole_wait(count: int) -> float:
    """Give the wait after so many wrong tries."""
    return 0.0 if count < FREE_TRIES else WAITS_SECONDS[min(count - FREE_TRIES, len(WAITS_SECONDS) - 1)]
