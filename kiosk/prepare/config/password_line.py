"""What is wrong with a line about the proxy, told without the password that may be in it."""

from dataclasses import replace

from kiosk.prepare.config.line import assignment_in
from kiosk.prepare.problem import Problem

_CURE = 'Write it in quotes, like "http://proxy.example:8080"'


def without_passwords(problems: tuple[Problem, ...], text: str) -> tuple[Problem, ...]:
    """Give the same problems of this file, none of which repeats a line that cannot be read and names a proxy."""
    lines = text.split("\n")
    return tuple(replace(problem, cure=_CURE) if _is_about_proxy(problem, lines) else problem for problem in problems)


def _is_about_proxy(problem: Problem, lines: list[str]) -> bool:
    if problem.key or not problem.place.line:
        return False
    line = lines[problem.place.line - 1]
    assignment = assignment_in(line)
    return "prox" in (assignment.key if assignment else line).lower()
