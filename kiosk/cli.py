"""The commands of `kiosk`: their options are in kiosk/options/, and what they need is imported when they are called."""

import argparse
from collections.abc import Callable, Sequence

from kiosk.arguments import TellVersion
from kiosk.options import autostart, files, kept, show, upkeep, world
from kiosk.said_as import program
from kiosk.supervise.children import Child, let_go

PROGRAM = """\
A lobby screen: a featured article beside the ways to stay in touch. Without a command it runs the kiosk.

Staff edit contact.toml: the one that --config names, or $KIOSK_CONFIG, or ./contact.toml, or the one in the
user's settings folder, which is written when the kiosk runs for the first time. The settings of this computer
are in device.toml beside it; --device or $KIOSK_DEVICE name another. $KIOSK_STATE names the folder for what
the kiosk itself keeps."""

INTERNAL = {"check-pin": upkeep.add_check_pin, "gather": world.add_gather, "letters": upkeep.add_letters}
"""What the program asks of itself, in a process of its own."""


def execute(argv: Sequence[str], display: Child | None = None) -> int:
    """Do what the command line says and give the exit status; a senseless one ends with status 2.

    `display` has been started already for `run`, where there is a screen.
    """
    try:
        arguments = command_line(*argv[:1]).parse_args(argv or ["run"], argparse.Namespace(display=display))
    except SystemExit:
        let_go(display)
        raise
    carry_out: Callable[[argparse.Namespace], int] = arguments.carry_out
    return carry_out(arguments)


def command_line(asked: str = "") -> argparse.ArgumentParser:
    """Give the commands for people, and one of our own where it is asked for."""
    parser = argparse.ArgumentParser(
        program(), description=PROGRAM, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action=TellVersion, nargs=0, help="say what this program was built from")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    show.add_run(commands.add_parser("run", help="show the kiosk (this is what no command means)"))
    files.add_check(commands.add_parser("check", help="say what is wrong in staff's files, and what to write instead"))
    files.add_agenda(commands.add_parser("agenda", help="say what will be shown on the days to come, and why"))
    files.add_init(commands.add_parser("init", help="write the files to begin with; nothing is overwritten"))
    files.add_schema(commands.add_parser("schema", help="print the JSON Schema of a settings file, for editors"))
    files.add_prepare(commands.add_parser("prepare", help="make an edition from staff's files, without showing it"))
    show.add_snapshot(commands.add_parser("snapshot", help="draw the screen into a PNG file"))
    world.add_fetch(commands.add_parser("fetch", help="say what an address would bring to the screen, or why nothing"))
    kept.add_status(
        commands.add_parser("status", help="say what is on the screen, since when, and what staff should do")
    )
    kept.add_editions(commands.add_parser("editions", help="list the versions that are kept"))
    upkeep.add_doctor(
        commands.add_parser("doctor", help="say what on this computer still lets visitors out, and the cure")
    )
    upkeep.add_bundle(
        commands.add_parser("bundle", help="pack what support needs into one file that can be sent by mail")
    )
    upkeep.add_set_pin(commands.add_parser("set-pin", help="choose the PIN with which staff get in at the screen"))
    autostart.add_autostart(
        commands.add_parser("autostart", help="have the kiosk started whenever you log in, or not any more")
    )
    kept.add_rollback(commands.add_parser("rollback", help="go back to an earlier version, or follow the files again"))
    if asked in INTERNAL:
        INTERNAL[asked](commands.add_parser(asked))
    return parser
