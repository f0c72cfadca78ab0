"""The entry point of `python -m kiosk` and of the executable."""

import os
import sys
from io import TextIOWrapper

DISPLAY = ["display"]
"""The one command that goes past the command line's parser: the first frame would wait for it."""

CARD = ["card"]
"""Another one: without the parser the card needs less memory, all day long."""

RUN: tuple[list[str], ...] = ([], ["run"])
"""Command lines that want a display, which is started before anything else."""


REFUSED = 3
"""As in kiosk.commands.exit_status, which is imported when a command is."""

PROGRAMS = ("looking", "toml_as_json")
"""Programs of their own that the doctor starts: in a frozen executable there is no other Python to run them."""


def main() -> int:
    """Do what the command line says; a library of the system that cannot be loaded is told in words."""
    _give_streams()
    _forget_the_loader()
    try:
        return _carry_out()
    except ImportError as error:
        from kiosk.system.libraries import lacking_in, words

        if (lacking := lacking_in(str(error))) is None:
            raise
        sys.stderr.write(f"{words(lacking)}\n")
        return REFUSED


def _carry_out() -> int:
    arguments = sys.argv[1:]
    if arguments == DISPLAY:
        from kiosk.commands.display import display

        return display()
    if arguments == CARD:
        from kiosk.commands.card import card

        return card()
    from kiosk.supervise.early import start_display_early

    if arguments and arguments[0] in PROGRAMS:
        return _run_for_the_doctor(*arguments)
    early = start_display_early() if arguments[:1] in RUN else None
    from kiosk.cli import execute

    return execute(arguments, early)


def _run_for_the_doctor(program: str, *paths: str) -> int:
    from importlib import import_module

    answer: int = import_module(f"kiosk.system.doctor.{program}").main(paths)
    return answer


def _forget_the_loader() -> None:
    """Give the programs of the system their own libraries again, where a frozen executable has put its own first."""
    ours = os.environ.pop("LD_LIBRARY_PATH", None) if getattr(sys, "frozen", False) else None
    theirs = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if ours is not None and theirs is not None:
        os.environ["LD_LIBRARY_PATH"] = theirs
    # With these a child of the same executable would take its libraries to be in place, and they are not: or they would be
    # those of whoever has set these names in our session.
    for name in [name for name in os.environ if name.startswith("_PYI_")]:
        del os.environ[name]


def _give_streams() -> None:
    """Speak UTF-8 whatever the system's code page, and replace streams that a program without a console lacks."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  # it lives as long as the process
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  # it lives as long as the process


def main_of_the_executable() -> int:
    """Let a bug end the process at once: without a console, PyInstaller would show it in a window, and wait."""
    try:
        return main()
    except Exception as error:  # noqa: BLE001  # the border of the process
        sys.excepthook(type(error), error, error.__traceback__)
        return 1


if __name__ == "__main__":
    sys.exit(main_of_the_executable())
