"""From when an article's age counts."""

from datetime import UTC, datetime

from kiosk.prepare.kept import KeptArticle


def dated(published: datetime | None, known: KeptArticle | None, now: datetime) -> datetime:
    """Give when it was published, or first seen where nobody says, in UTC; `known` is how it was kept before."""
    if published is not None:
        return (published if published.tzinfo else published.replace(tzinfo=UTC)).astimezone(UTC)
    return known.dated if known is not None else now
