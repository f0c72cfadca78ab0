"""Which of two entries is the newer."""

from datetime import UTC, datetime

from kiosk.prepare.feed.feed import Entry

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def without_doubles(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Keep the newest of each identity, in the feed's order; of equally new ones the first."""
    kept: dict[str, Entry] = {}
    for entry in entries:
        other = kept.get(entry.identity)
        if other is None or published(entry) > published(other):
            kept[entry.identity] = entry
    return tuple(entry for entry in entries if kept[entry.identity] is entry)


def published(entry: Entry) -> datetime:
    """Give the entry's date; nobody knows how old an undated one is, so all others are newer."""
    return entry.published or _LONG_AGO
