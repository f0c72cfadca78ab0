"""What shells offer when somebody presses Tab after `kiosk`: bash and zsh by shtab, fish by a line for each word."""

import argparse
from collections.abc import Iterator

import shtab
from commands import Command, Operand, Option

PLACES = {"FILE": shtab.FILE, "PNG": shtab.FILE, "DIR": shtab.DIRECTORY}
"""What is a path, by the word that stands for the value."""

_FISH_PLACES = {"FILE": "-rF", "PNG": "-rF", "DIR": "-xa '(__fish_complete_directories)'"}
_HEAD = """\
# Completions of kiosk for fish.
function __kiosk_is
    set -l said (commandline -opc)[2..-1]
    test "$said" = "$argv"
end
function __kiosk_begins
    set -l said (commandline -opc)[2..-1]
    set -l words (count $argv)
    test (count $said) -ge $words; and test "$said[1..$words]" = "$argv"
end
complete -c kiosk -f
"""


def bash(parser: argparse.ArgumentParser) -> str:
    _mark_paths(parser)
    return shtab.complete(parser, "bash")


def zsh(parser: argparse.ArgumentParser) -> str:
    _mark_paths(parser)
    return shtab.complete(parser, "zsh")


def fish(kiosk: Command) -> str:
    """Write one line for each command and each option, with the condition under which it is offered."""
    return _HEAD + "".join(f"{line}\n" for command in kiosk.all() for line in _fish_lines(command))


def _mark_paths(parser: argparse.ArgumentParser) -> None:
    """Tell shtab which values are paths: it looks for that on the parser's own parts."""
    for action in parser._actions:  # noqa: SLF001  # argparse has no other door to them
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001  # the class has no public name
            for below in action.choices.values():
                _mark_paths(below)
        elif place := PLACES.get(str(action.metavar)):
            action.complete = place  # type: ignore[attr-defined]  # where shtab looks


def _fish_lines(command: Command) -> Iterator[str]:
    here = f"complete -c kiosk -n {_quoted(_condition(command))}"
    for below in command.commands:
        yield f"{here} -a {below.name} -d {_quoted(below.help)}"
    for option in command.options:
        yield f"{here} {_fish_option(option)}"
    for operand in command.operands:
        yield from (f"{here} {value}" for value in _fish_operand(operand))


def _condition(command: Command) -> str:
    """Say when its words are wanted: after all of its path, and after nothing else where another command must come."""
    return " ".join(("__kiosk_is" if command.commands else "__kiosk_begins", *command.path[1:]))


def _fish_option(option: Option) -> str:
    names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
    told = f" -d {_quoted(option.help)}" if option.help else ""
    return f"{names}{_fish_value(option)}{told}"


def _fish_value(option: Option) -> str:
    if option.choices:
        return f" -xa {_quoted(' '.join(option.choices))}"
    return f" {_FISH_PLACES.get(option.value, '-x')}" if option.value else ""


def _fish_operand(operand: Operand) -> Iterator[str]:
    if operand.choices:
        yield f"-a {_quoted(' '.join(operand.choices))} -d {_quoted(operand.help)}"
    elif operand.name == "FILE":
        yield "-F"
    elif operand.name == "DIR":
        yield "-a '(__fish_complete_directories)'"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
