"""The manual page: what people wrote (kiosk.1.in), and in it every command with its options as the parser has them.

The notation is mdoc(7).
"""

import re
from collections.abc import Iterator

from commands import HELP, Command, Operand, Option

COMMANDS = '.\\" commands\n'
"""The line of the text that the commands take the place of."""


def manual(text: str, kiosk: Command, version: str, date: str) -> str:
    """`date` is as in "November 27, 2026", which is how mdoc has it."""
    if COMMANDS not in text:
        raise ValueError("kiosk.1.in has no place for the commands")
    written = "".join(f"{line}\n" for command in kiosk.commands for line in _command(command))
    return text.replace(COMMANDS, written).replace("@VERSION@", _plain(version)).replace("@DATE@", date)


def _command(command: Command) -> Iterator[str]:
    if command.commands:
        for below in command.commands:
            yield from _command(below)
        return
    words = " ".join(command.path[1:])
    yield f".It Ic {words} {_synopsis(command)}".rstrip()
    yield _plain(command.help)
    described = [*(_of_operand(operand) for operand in command.operands), *map(_of_option, _own(command))]
    if described:
        yield ".Bl -tag -width Ds -compact"
        for lines in described:
            yield from lines
        yield ".El"


def _own(command: Command) -> tuple[Option, ...]:
    return tuple(option for option in command.options if option.names != HELP)


def _synopsis(command: Command) -> str:
    options = "Oo Ar options Oc" if _own(command) else ""
    operands = (_in_synopsis(operand) for operand in command.operands)
    return " ".join(part for part in (options, *operands) if part)


def _in_synopsis(operand: Operand) -> str:
    word = f"Ar {_plain(operand.name)}{' ...' if operand.is_repeated else ''}"
    return f"Oo {word} Oc" if operand.is_optional else word


def _of_operand(operand: Operand) -> tuple[str, ...]:
    return f".It Ar {_plain(operand.name)}", _plain(operand.help)


def _of_option(option: Option) -> tuple[str, ...]:
    names = " , ".join(f"Fl {_plain(name.removeprefix('-'))}" for name in option.names)
    value = f" Ar {_plain(option.value)}" if option.value else ""
    return f".It {names}{value}", _plain(option.help or f"one of {', '.join(option.choices)}")


def _plain(text: str) -> str:
    r"""Take letters for letters: a backslash, a minus, and a point or a quote that begins a line mean something to roff."""
    return re.sub(r"^([.'])", r"\\&\1", text.replace("\\", "\\e").replace("-", "\\-"))
