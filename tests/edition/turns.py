"""Where the clocks of the world are put forward and back: what the wall shows, and the moment in UTC."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


@dataclass(frozen=True, slots=True)
class Jump:
    """On the wall `after` follows where `before` would have come, at the moment `utc`."""

    zone: str
    before: datetime
    after: datetime
    utc: datetime

    @property
    def info(self) -> ZoneInfo:
        return ZoneInfo(self.zone)


def jump(zone: str, before: str, after: str, utc: str) -> Jump:
    return Jump(zone, wall(before), wall(after), datetime.fromisoformat(utc).replace(tzinfo=UTC))


FORWARD = [
    jump("Europe/London", "2026-03-29 01:00", "2026-03-29 02:00", "2026-03-29 01:00"),
    jump("Europe/Berlin", "2026-03-29 02:00", "2026-03-29 03:00", "2026-03-29 01:00"),
    jump("Europe/Kyiv", "2026-03-29 03:00", "2026-03-29 04:00", "2026-03-29 01:00"),
    jump("Europe/Kiev", "2026-03-29 03:00", "2026-03-29 04:00", "2026-03-29 01:00"),
    jump("America/New_York", "2026-03-08 02:00", "2026-03-08 03:00", "2026-03-08 07:00"),
    jump("America/St_Johns", "2026-03-08 02:00", "2026-03-08 03:00", "2026-03-08 05:30"),
    jump("America/Sao_Paulo", "2018-11-04 00:00", "2018-11-04 01:00", "2018-11-04 03:00"),
    jump("Australia/Lord_Howe", "2026-10-04 02:00", "2026-10-04 02:30", "2026-10-03 15:30"),
    jump("Pacific/Chatham", "2026-09-27 02:45", "2026-09-27 03:45", "2026-09-26 14:00"),
]

BACK = [
    jump("Europe/London", "2026-10-25 02:00", "2026-10-25 01:00", "2026-10-25 01:00"),
    jump("Europe/Berlin", "2026-10-25 03:00", "2026-10-25 02:00", "2026-10-25 01:00"),
    jump("Europe/Kyiv", "2026-10-25 04:00", "2026-10-25 03:00", "2026-10-25 01:00"),
    jump("Europe/Kiev", "2026-10-25 04:00", "2026-10-25 03:00", "2026-10-25 01:00"),
    jump("America/New_York", "2026-11-01 02:00", "2026-11-01 01:00", "2026-11-01 06:00"),
    jump("America/St_Johns", "2026-11-01 02:00", "2026-11-01 01:00", "2026-11-01 04:30"),
    jump("America/Sao_Paulo", "2018-02-18 00:00", "2018-02-17 23:00", "2018-02-18 02:00"),
    jump("Australia/Lord_Howe", "2026-04-05 02:00", "2026-04-05 01:30", "2026-04-04 15:00"),
    jump("Pacific/Chatham", "2026-04-05 03:45", "2026-04-05 02:45", "2026-04-04 14:00"),
]

UNTURNED = ["Asia/Kathmandu", "Africa/Harare"]
