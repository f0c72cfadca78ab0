"""The options of the commands for whoever looks after the computer: doctor, bundle and the PIN."""

import argparse
from pathlib import Path

from kiosk.options.common import CONFIG, DEVICE, add_which_kiosk, contact_and_device, folder_of_state, state_of_kiosk


def add_doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", help=CONFIG)
    parser.add_argument("--device", metavar="FILE", help=DEVICE)
    parser.add_argument("--state", metavar="DIR", help="the kiosk's own folder, if not the usual one")
    parser.add_argument("--json", action="store_true", help="print it as JSON, without paths")
    parser.set_defaults(carry_out=_doctor)


def _doctor(arguments: argparse.Namespace) -> int:
    from kiosk.commands.doctor import doctor

    contact, device = contact_and_device(arguments)
    return doctor(contact, device, folder_of_state(arguments.state, contact), as_json=arguments.json)


def add_bundle(parser: argparse.ArgumentParser) -> None:
    add_which_kiosk(parser)
    parser.add_argument("--device", metavar="FILE", help=DEVICE)
    parser.add_argument(
        "--out", metavar="ZIP", help="the file to write, - for standard output; usually kiosk-support-DATE.zip here"
    )
    parser.add_argument("--without-pictures", action="store_true", help="leave out the pictures of the screen")
    parser.set_defaults(carry_out=_bundle)


def _bundle(arguments: argparse.Namespace) -> int:
    from kiosk.commands.bundle import bundle
    from kiosk.commands.status import state_in_use
    from kiosk.support.sources import Sources

    contact, device = contact_and_device(arguments)
    sources = Sources(contact, device, state_in_use(state_of_kiosk(arguments)), arguments.screen)
    return bundle(sources, arguments.out, pictures=not arguments.without_pictures)


def add_set_pin(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", help=CONFIG)
    parser.add_argument("--device", metavar="FILE", help=DEVICE)
    parser.add_argument("--remove", action="store_true", help="have none: then nobody gets in at the screen")
    parser.set_defaults(carry_out=_set_pin)


def _set_pin(arguments: argparse.Namespace) -> int:
    from kiosk.commands.set_pin import remove_pin, set_pin

    _, device = contact_and_device(arguments)
    return remove_pin(device) if arguments.remove else set_pin(device)


def add_check_pin(parser: argparse.ArgumentParser) -> None:
    """Take what the supervisor asks; people have no use for it, so that it is in no list."""
    parser.add_argument("--state", metavar="DIR", required=True)
    parser.set_defaults(carry_out=_check_pin)


def add_letters(parser: argparse.ArgumentParser) -> None:
    """Take what the doctor asks."""
    parser.add_argument("--state", metavar="DIR", required=True)
    parser.set_defaults(carry_out=_letters)


def _letters(arguments: argparse.Namespace) -> int:
    from kiosk.commands.letters import letters

    return letters(Path(arguments.state))


def _check_pin(arguments: argparse.Namespace) -> int:
    from kiosk.commands.check_pin import check_pin

    return check_pin(Path(arguments.state))
