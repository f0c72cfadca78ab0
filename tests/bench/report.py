"""The result in words and figures: a table for people, JSON for programs. Pure."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from tests.bench.readings import (
    FADE,
    FADE_P99,
    IDLE,
    MEMORY,
    SCROLL,
    SCROLL_P99,
    START,
    WAKE_UPS,
    WAKE_UPS_ROOT,
    Medians,
    Quantity,
    Reading,
    medians,
)
from tests.bench.subjects import BARE, CHROMIUM, KIOSK, PACKAGED
from tests.bench.targets import Target, Verdict, verdicts

TITLES = {BARE: "bare PySide6 window", KIOSK: "Kiosk", PACKAGED: "Kiosk, packaged", CHROMIUM: "Chromium"}
ROWS: dict[Quantity, tuple[str, str]] = {
    START: ("first complete frame, s", "{:.3f}"),
    MEMORY: ("memory (PSS), MB", "{:.1f}"),
    IDLE: ("processor in 20 idle s, s", "{:.4f}"),
    WAKE_UPS: ("wake-ups in 20 idle s", "{:.0f}"),
    WAKE_UPS_ROOT: ("of these the first process", "{:.0f}"),
    FADE: ("step of a fade, ms", "{:.2f}"),
    FADE_P99: ("99 % of them below, ms", "{:.2f}"),
    SCROLL: ("step of a flick, ms", "{:.2f}"),
    SCROLL_P99: ("99 % of them below, ms", "{:.2f}"),
}
NAMES: dict[Quantity, str] = {
    START: "start",
    MEMORY: "memory",
    IDLE: "idle processor",
    FADE: "step of a fade",
    SCROLL: "step of a flick",
}
UNITS: dict[Quantity, str] = {MEMORY: "MB", FADE: "ms", SCROLL: "ms"}
COLUMN = 20


def table(readings: Sequence[Reading]) -> str:
    """Give the medians side by side, and below them what became of each target."""
    middle = medians(readings)
    lines = [_row("", [TITLES[name] for name in TITLES])]
    lines += [
        _row(text, [_cell(middle, name, quantity, form) for name in TITLES])
        for quantity, (text, form) in ROWS.items()
        if any((name, quantity) in middle for name in TITLES)
    ]
    return "\n".join([*lines, "", *(sentence(verdict) for verdict in verdicts(middle)), ""])


def sentence(verdict: Verdict) -> str:
    """Say what was promised, what was measured, and whether that is enough."""
    outcome = f"missed by {verdict.missed_by:.2g}" if verdict.missed_by else "met"
    return f"{promise(verdict.target) + ':':<51}{amount(verdict.target, verdict.measured):>9}  {outcome}"


def promise(target: Target) -> str:
    limit = (
        f"{target.limit:g} x {TITLES[target.beside]}" if target.beside else f"{target.limit:g} {UNITS[target.quantity]}"
    )
    whose = "" if target.subject == KIOSK else " packaged"
    return f"{NAMES[target.quantity]}{whose} at most {limit}"


def amount(target: Target, value: float) -> str:
    return f"{value:.3f} x" if target.beside else f"{value:.1f} {UNITS[target.quantity]}"


def as_json(readings: Iterable[Reading]) -> str:
    """Give everything that was read, with the medians and the verdicts."""
    everything = tuple(readings)
    middle = medians(everything)
    return json.dumps(
        {
            "medians": [asdict(Reading(*key, value)) for key, value in middle.items()],
            "targets": [
                {"promise": promise(verdict.target), "measured": verdict.measured, "met": not verdict.missed_by}
                for verdict in verdicts(middle)
            ],
            "readings": [asdict(reading) for reading in everything],
        },
        indent=1,
    )


def _row(text: str, cells: Iterable[str]) -> str:
    return f"{text:<28}" + "".join(f"{cell:>{COLUMN}}" for cell in cells)


def _cell(middle: Medians, name: str, quantity: Quantity, form: str) -> str:
    value = middle.get((name, quantity))
    return "-" if value is None else form.format(value)
