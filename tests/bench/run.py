"""`make bench`: measures the kiosk beside a bare window and a browser, and says which targets are met.

    python tests/bench/run.py [--only start|memory|idle|motion] [--runs N] [--out DIR]

Memory that a process shares with others counts in part (PSS), so nothing else that uses Qt should run meanwhile, this
program included. The exit status is 1 when a target is missed, 2 when nothing can be measured.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measure import Bench
from tests.bench.processes import count_others_that_map
from tests.bench.readings import (
    FADE,
    FADE_P99,
    IDLE,
    MEMORY,
    SCROLL,
    SCROLL_P99,
    START,
    Quantity,
    Reading,
    medians,
    percentile,
)
from tests.bench.report import as_json, table
from tests.bench.screen import lacking, open_screen
from tests.bench.subjects import CHROMIUM, HERE, KIOSK, Subject, lobby, subjects
from tests.bench.targets import verdicts

RUNS = 9
UNABLE = 2
QT = "libQt6Core"
MOTION = "motion"
ALL: tuple[Quantity, ...] = (START, MEMORY, IDLE)


def main(argv: Sequence[str]) -> int:
    arguments = _parser().parse_args(argv)
    quantities = frozenset(quantity for quantity in ALL if arguments.only in {None, quantity})
    if names := lacking():
        sys.stderr.write(f"{', '.join(names)} must be installed: run `make install`.\n")
        return UNABLE
    _say_what_disturbs()
    ran = measure(arguments.runs, quantities) if quantities else ()
    moved = motion() if arguments.only in {None, MOTION} else ()
    readings = (*ran, *moved)
    sys.stdout.write("\n" + table(readings))
    _write(readings, arguments.out)
    return 1 if any(verdict.missed_by for verdict in verdicts(medians(readings))) else 0


def measure(runs: int, quantities: frozenset[Quantity]) -> tuple[Reading, ...]:
    """Run the subjects in turn, so that a machine that grows slower or faster does so for all of them."""
    with TemporaryDirectory(prefix="kiosk-bench-") as name, open_screen(Path(name)) as screen:
        bench = Bench(screen)
        everybody = subjects(Path(name))
        _say_who_is_missing(everybody)
        for subject in everybody:
            bench.learn(subject)
        return tuple(
            reading
            for number in range(1, runs + 1)
            for subject in everybody
            for reading in _told(number, bench.measure(subject, quantities))
        )


def motion() -> Iterator[Reading]:
    """Let the kiosk's window fade and scroll in a process of its own, and read what each step costs."""
    with TemporaryDirectory(prefix="kiosk-bench-") as name, open_screen(Path(name)) as screen:
        settings, _ = lobby(Path(name))
        command = [sys.executable, str(HERE / "motion.py"), settings["KIOSK_STATE"]]
        ran = subprocess.run(command, env=screen.environment, stdout=subprocess.PIPE, check=True)
    steps = json.loads(ran.stdout)
    for kind, middle, slowest in (("fade", FADE, FADE_P99), ("scroll", SCROLL, SCROLL_P99)):
        yield Reading(KIOSK, middle, percentile(steps[kind], 0.5))
        yield Reading(KIOSK, slowest, percentile(steps[kind], 0.99))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=(*ALL, MOTION), help="read this alone")
    parser.add_argument("--runs", type=int, default=RUNS, help="how often each subject runs")
    parser.add_argument("--out", type=Path, default=Path("build"), help="the folder for bench.json and bench.png")
    return parser


def _say_what_disturbs() -> None:
    if others := count_others_that_map(QT):
        sys.stderr.write(f"Other programs with Qt in memory: {others}. The figures for memory will be too low.\n")


def _say_who_is_missing(everybody: Sequence[Subject]) -> None:
    if CHROMIUM not in {subject.name for subject in everybody}:
        sys.stderr.write("Chromium is not installed (on Debian: apt install chromium); going on without it.\n")


def _told(number: int, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    figures = ", ".join(f"{reading.quantity} {reading.value:.3f}" for reading in readings)
    sys.stderr.write(f"run {number}: {readings[0].subject}: {figures}\n")
    return readings


def _write(readings: tuple[Reading, ...], folder: Path) -> None:
    from tests.bench.chart import draw_chart  # noqa: PLC0415  # Qt here would share memory with what is measured

    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bench.json").write_text(as_json(readings) + "\n", encoding="utf-8")
    draw_chart(readings, folder / "bench.png")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
