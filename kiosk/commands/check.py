"""`kiosk check`: tell staff everything that is wrong with their files, and what to write instead."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from kiosk.commands.exit_status import DONE, PROBLEMS
from kiosk.paths import DEVICE, find_device, state_of
from kiosk.prepare.compose import compose
from kiosk.prepare.config.read import read_device
from kiosk.prepare.config.source import Unreadable, read_source
from kiosk.prepare.own_network import not_allowed
from kiosk.prepare.problem import Problem, has_errors
from kiosk.prepare.troubled import troubled
from kiosk.said_as import as_typed


def check(files: tuple[Path, ...], *, as_json: bool) -> int:
    """Check each of the files; one that is not there is a mistake."""
    problems = tuple(problem for file in files for problem in _problems(file))
    if as_json:
        sys.stdout.write(json.dumps([_record(problem) for problem in problems], indent=2, ensure_ascii=False) + "\n")
    else:
        words = "".join(f"{problem}\n" for problem in problems)
        sys.stdout.write(as_typed(words) or f"{_names(files)}: all is well.\n")
    return PROBLEMS if has_errors(problems) else DONE


def _problems(file: Path) -> tuple[Problem, ...]:
    if file.name != DEVICE:
        return _problems_of_contact(file)
    source = read_source(file)
    return source.problems if isinstance(source, Unreadable) else read_device(file).problems


def _problems_of_contact(file: Path) -> tuple[Problem, ...]:
    """Tell of sources also what their visits and the device.toml beside the file have to say."""
    state = state_of(file)
    composed = compose(file, state)
    named = tuple(one.named for one in composed.web)
    settings = read_device(find_device(None, file)).value
    forbidden = not_allowed(named, settings.network) if settings else ()
    return (*composed.problems, *forbidden, *troubled(named, state, datetime.now(UTC)))


def _names(files: tuple[Path, ...]) -> str:
    return ", ".join(str(file) for file in files)


def _record(problem: Problem) -> dict[str, str | int]:
    return {
        "file": str(problem.place.file),
        "line": problem.place.line,
        "column": problem.place.column,
        "key": problem.key,
        "what": problem.what,
        "cure": problem.cure,
        "severity": problem.severity,
    }
