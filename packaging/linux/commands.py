"""The commands of `kiosk` as values, read from its own parser: what the manual and the completions are written from."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

HELP = ("-h", "--help")


@dataclass(frozen=True, slots=True)
class Option:
    names: tuple[str, ...]
    value: str
    """What stands for its value, as in FILE; "" where it takes none."""

    choices: tuple[str, ...]
    help: str


@dataclass(frozen=True, slots=True)
class Operand:
    name: str
    choices: tuple[str, ...]
    help: str
    is_optional: bool
    is_repeated: bool


@dataclass(frozen=True, slots=True)
class Command:
    """`path` is all that is typed, as in ("kiosk", "autostart", "enable")."""

    path: tuple[str, ...]
    help: str
    options: tuple[Option, ...]
    operands: tuple[Operand, ...]
    commands: tuple["Command", ...]

    @property
    def name(self) -> str:
        return self.path[-1]

    def all(self) -> Iterator["Command"]:
        """Give itself and those below it, in the order of the parser."""
        yield self
        for command in self.commands:
            yield from command.all()


def command_of(parser: argparse.ArgumentParser, path: tuple[str, ...] = ("kiosk",), told: str = "") -> Command:
    """Read a parser; a command that its list has no words for is none for people, and is left out."""
    actions = parser._actions  # noqa: SLF001  # argparse has no other door to them
    options = tuple(_option(action) for action in actions if action.option_strings)
    operands = tuple(_operand(action) for action in actions if not action.option_strings and not _is_choice(action))
    commands = tuple(command for action in actions for command in _below(action, path))
    return Command(path, told or parser.description or "", options, operands, commands)


def _option(action: argparse.Action) -> Option:
    takes_none = action.nargs == 0
    value = "" if takes_none else str(action.metavar or "|".join(_choices(action)) or action.dest.upper())
    return Option(tuple(action.option_strings), value, _choices(action), action.help or "")


def _operand(action: argparse.Action) -> Operand:
    name = str(action.metavar or "|".join(_choices(action)) or action.dest)
    return Operand(name, _choices(action), action.help or "", action.nargs in {"?", "*"}, action.nargs in {"*", "+"})


def _choices(action: argparse.Action) -> tuple[str, ...]:
    return tuple(map(str, action.choices or ()))


def _is_choice(action: argparse.Action) -> bool:
    return isinstance(action, argparse._SubParsersAction)  # noqa: SLF001  # the class has no public name


def _below(action: argparse.Action, path: tuple[str, ...]) -> Iterator[Command]:
    if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001  # the class has no public name
        for listed in action._choices_actions:  # noqa: SLF001  # those with words, which `choices` does not tell
            yield command_of(action.choices[listed.dest], (*path, listed.dest), listed.help or "")
