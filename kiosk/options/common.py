"""Options that several commands have, and what they name."""

import argparse
from pathlib import Path

CONFIG = "the contact.toml to use instead of the usual one"
DEVICE = "the device.toml to use instead of the one beside contact.toml"


def add_which_kiosk(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", help="the contact.toml of that kiosk, if not the usual one")
    parser.add_argument("--screen", metavar="NAME", default="", help="as it was given to kiosk run")


def state_of_kiosk(arguments: argparse.Namespace) -> Path:
    from kiosk.paths import find_contact, state_of

    return state_of(find_contact(arguments.config), arguments.screen)


def contact_and_device(arguments: argparse.Namespace) -> tuple[Path, Path]:
    from kiosk.paths import find_contact, find_device

    contact = find_contact(arguments.config)
    return contact, find_device(arguments.device, contact)


def usual_files(config: str | None) -> tuple[Path, ...]:
    """Give contact.toml, and device.toml where there is one: it may be missing, and then every setting is the usual one."""
    from kiosk.paths import find_contact, find_device

    contact = find_contact(config)
    device = find_device(None, contact)
    return (contact, device) if device.exists() else (contact,)


def folder_of_state(out: str | None, contact: Path) -> Path:
    from kiosk.paths import state_of

    return Path(out).absolute() if out else state_of(contact)
