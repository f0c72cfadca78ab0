"""The options of `kiosk autostart`."""

import argparse
import sys

from kiosk.options.common import CONFIG, DEVICE, contact_and_device

AUTOSTART_WAYS = {"win32": ("task", "startup"), "darwin": ("agent",)}.get(sys.platform, ("xdg", "systemd"))
"""How a system starts programs at log-in, the usual way first."""


def add_autostart(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(title="what to do", metavar="enable|disable|status", required=True)
    _add_autostart_enable(
        acts.add_parser("enable", help="start the kiosk at every log-in of yours; once for each --screen")
    )
    _add_autostart_disable(acts.add_parser("disable", help="do not start it any more"))
    _add_autostart_status(acts.add_parser("status", help="say whether it is started: on, off or damaged"))


def _add_autostart_enable(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", help=CONFIG)
    parser.add_argument("--device", metavar="FILE", help=DEVICE)
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--kiosk", action="store_true", dest="captive", help="fill the screen, for visitors (usual)")
    mode.add_argument("--windowed", action="store_false", dest="captive", help="in a window that can be closed")
    parser.add_argument("--screen", metavar="NAME", default="", help="the screen to use, as for kiosk run")
    if len(AUTOSTART_WAYS) > 1:
        parser.add_argument("--with", choices=AUTOSTART_WAYS, dest="way", help=f"usually {AUTOSTART_WAYS[0]}")
    parser.set_defaults(carry_out=_autostart_enable, captive=True, way=None)


def _autostart_enable(arguments: argparse.Namespace) -> int:
    from kiosk.commands.autostart import Wanted, enable

    contact, device = contact_and_device(arguments)
    return enable(Wanted(contact, device, arguments.screen, arguments.captive, arguments.way))


def _add_autostart_disable(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--screen", metavar="NAME", default="", help="only the one on this screen (usually all)")
    parser.set_defaults(carry_out=_autostart_disable)


def _autostart_disable(arguments: argparse.Namespace) -> int:
    from kiosk.commands.autostart import disable

    return disable(arguments.screen)


def _add_autostart_status(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print it as JSON")
    parser.set_defaults(carry_out=_autostart_status)


def _autostart_status(arguments: argparse.Namespace) -> int:
    from kiosk.commands.autostart import status

    return status(as_json=arguments.json)
