"""What the words of a command line mean: a size, a moment, a day, a scale."""

import argparse
import re
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime

SMALLEST_SCALE, LARGEST_SCALE = 0.5, 4.0
MOST_DAYS = 366
FIRST_YEAR, LAST_YEAR = 2000, 2999


def size(text: str) -> tuple[int, int]:
    parts = re.fullmatch(r"([1-9][0-9]{2,3})x([1-9][0-9]{2,3})", text)
    if parts is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no size such as 1920x1080")
    return int(parts[1]), int(parts[2])


def moment(text: str) -> datetime:
    """Read a time; one without a zone counts as UTC, so that a picture is the same on every computer."""
    try:
        time = datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no time such as 2026-11-23T09:30+02:00") from error
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def day(text: str) -> date:
    try:
        read = date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2026-12-24") from error
    if not FIRST_YEAR <= read.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"the year {read.year} is too far away")
    return read


def day_count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_DAYS:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of days from 1 to {MOST_DAYS}")
    return int(text)


def scale(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not SMALLEST_SCALE <= number <= LARGEST_SCALE:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from {SMALLEST_SCALE:g} to {LARGEST_SCALE:g}")
    return number


class TellVersion(argparse.Action):
    """Print what this program was built from, and end."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[object] | None,
        option_string: str | None = None,
    ) -> None:
        del namespace, values, option_string
        from kiosk.build import this_build  # noqa: PLC0415  # read when it is asked for

        sys.stdout.write(f"kiosk {this_build()}\n")
        parser.exit()
