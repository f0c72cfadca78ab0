"""For how long a server wants to be left alone (RFC 9110, 10.2.3)."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST_WAIT = 6 * 3600.0
"""Seconds: whoever says more may have meant milliseconds, or forgotten us."""

_SECONDS = re.compile(r"[0-9]+")


def retry_after(header: str, now: datetime) -> float | None:
    """Give the seconds from now, none for a time that is over; None where the header says nothing readable."""
    text = header.strip()
    if _SECONDS.fullmatch(text):
        return min(float(text[:10]), LONGEST_WAIT)
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    seconds = ((at if at.tzinfo else at.replace(tzinfo=UTC)) - now).total_seconds()
    return min(max(seconds, 0.0), LONGEST_WAIT)
