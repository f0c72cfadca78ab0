"""`kiosk init`: put the starter files into a folder."""

import os
import sys
from pathlib import Path

from kiosk.commands.exit_status import DONE, REFUSED
from kiosk.paths import CONTACT, resources, user_config
from kiosk.prepare.starter import write_starter
from kiosk.said_as import is_of_service


def init(folder: Path) -> int:
    try:
        started = write_starter(resources(), folder)
    except OSError as error:
        sys.stderr.write(f"The starter files could not be written: {error}\n")
        return REFUSED
    for path in started.written:
        sys.stdout.write(f"wrote {path}\n")
    for path in started.kept:
        sys.stdout.write(f"kept  {path} (it was there already)\n")
    sys.stdout.write(_next(folder / CONTACT) + _which_is_shown((folder / CONTACT).absolute()))
    return DONE


def _next(contact: Path) -> str:
    if is_of_service():
        return f"Edit it with: sudoedit {contact}\n"
    return f"Edit {contact} and show it with: kiosk run --config {contact}\n"


def _which_is_shown(contact: Path) -> str:
    """Say which of two a kiosk that is started here shows: the one in the folder where it is started hides staff's own."""
    if is_of_service() or contact.parent != Path.cwd():
        return ""
    if (named := os.environ.get("KIOSK_CONFIG")) and Path(named).absolute() != contact:
        return f"A kiosk without --config shows {named}, for $KIOSK_CONFIG names it.\n"
    usual = user_config() / CONTACT
    if named or contact == usual or not usual.is_file():
        return ""
    return (
        f"A kiosk started in this folder shows {contact} from now on. For the one you had: kiosk run --config {usual}\n"
    )
