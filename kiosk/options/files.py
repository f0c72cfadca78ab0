"""The options of the commands for staff's files: check, agenda, init, schema and prepare."""

import argparse
from pathlib import Path

from kiosk.arguments import day, day_count
from kiosk.options.common import CONFIG, DEVICE, contact_and_device, folder_of_state, usual_files


def add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="contact.toml or device.toml; without it, the usual ones"
    )
    parser.add_argument("--config", metavar="FILE", help=f"{CONFIG}, and the device.toml beside it")
    parser.add_argument("--json", action="store_true", help="print the problems as JSON")
    parser.set_defaults(carry_out=_check)


def _check(arguments: argparse.Namespace) -> int:
    from kiosk.commands.check import check

    named = tuple(Path(file) for file in arguments.files)
    usual = () if named and not arguments.config else usual_files(arguments.config)
    return check((*usual, *named), as_json=arguments.json)


def add_agenda(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", help=CONFIG)
    parser.add_argument("--device", metavar="FILE", help=DEVICE)
    parser.add_argument("--days", type=day_count, default=7, metavar="N", help="for how many days (usually 7)")
    parser.add_argument(
        "--from", type=day, dest="first", metavar="DATE", help="the first day, such as 2026-12-24 (usually today)"
    )
    parser.add_argument("--json", action="store_true", help="print it as JSON")
    parser.set_defaults(carry_out=_agenda)


def _agenda(arguments: argparse.Namespace) -> int:
    from kiosk.commands.agenda import agenda

    contact, device = contact_and_device(arguments)
    return agenda(contact, device, arguments.first, arguments.days, as_json=arguments.json)


def add_init(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", default=".", metavar="DIR", help="where to write them (usually here)")
    parser.set_defaults(carry_out=_init)


def _init(arguments: argparse.Namespace) -> int:
    from kiosk.commands.init import init

    return init(Path(arguments.folder))


def add_schema(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", choices=("contact", "device"), help="which file it describes")
    parser.set_defaults(carry_out=_schema)


def _schema(arguments: argparse.Namespace) -> int:
    from kiosk.commands.schema import schema

    return schema(arguments.name)


def add_prepare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", help=CONFIG)
    parser.add_argument("--device", metavar="FILE", help=DEVICE)
    parser.add_argument(
        "--out", metavar="DIR", help="the folder for editions/ and device.json instead of the kiosk's own"
    )
    parser.add_argument(
        "--kept", metavar="DIR", help="the folder of state with what sources have brought, if it is another"
    )
    parser.set_defaults(carry_out=_prepare)


def _prepare(arguments: argparse.Namespace) -> int:
    from kiosk.commands.prepare import prepare

    contact, device = contact_and_device(arguments)
    kept = Path(arguments.kept).absolute() if arguments.kept else None
    return prepare(contact, device, folder_of_state(arguments.out, contact), kept)
