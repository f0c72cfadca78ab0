"""The options of the commands about a kiosk that runs and what it keeps: status, editions and rollback."""

import argparse

from kiosk.options.common import add_which_kiosk, state_of_kiosk


def add_status(parser: argparse.ArgumentParser) -> None:
    add_which_kiosk(parser)
    parser.add_argument("--json", action="store_true", help="print it as JSON")
    parser.set_defaults(carry_out=_status)


def _status(arguments: argparse.Namespace) -> int:
    from kiosk.commands.status import status

    return status(state_of_kiosk(arguments), as_json=arguments.json)


def add_editions(parser: argparse.ArgumentParser) -> None:
    add_which_kiosk(parser)
    parser.add_argument("--json", action="store_true", help="print them as JSON")
    parser.set_defaults(carry_out=_editions)


def _editions(arguments: argparse.Namespace) -> int:
    from kiosk.commands.editions import editions
    from kiosk.commands.status import state_in_use
    from kiosk.paths import store_in

    return editions(store_in(state_in_use(state_of_kiosk(arguments))), as_json=arguments.json)


def add_rollback(parser: argparse.ArgumentParser) -> None:
    add_which_kiosk(parser)
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "edition", nargs="?", metavar="EDITION", help="its name or the beginning of it; usually the last good one"
    )
    which.add_argument("--release", action="store_true", help="follow the files again")
    parser.set_defaults(carry_out=_rollback)


def _rollback(arguments: argparse.Namespace) -> int:
    from kiosk.commands.editions import release, rollback
    from kiosk.commands.status import state_in_use
    from kiosk.paths import store_in

    store = store_in(state_in_use(state_of_kiosk(arguments)))
    return release(store) if arguments.release else rollback(store, arguments.edition)
