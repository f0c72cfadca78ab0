"""The options of the commands that reach the world: fetch, and gather, which the supervisor calls."""

import argparse
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from kiosk.arguments import size
from kiosk.options.common import CONFIG, DEVICE, contact_and_device


def add_fetch(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("address", metavar="URL", help="the address of a feed, a web page or a home page")
    parser.add_argument("--config", metavar="FILE", help=CONFIG)
    parser.add_argument("--device", metavar="FILE", help=DEVICE)
    parser.add_argument(
        "--limit", type=int, choices=range(1, 21), default=3, metavar="N", help="how many articles of a feed (1 to 20)"
    )
    parser.add_argument("--full-text", action="store_true", help="follow the links of a feed")
    parser.add_argument("--allow-http", action="store_true", help="also without encryption")
    parser.add_argument(
        "--ours", action="store_true", help="the page is our own: show it even if it asks not to be kept"
    )
    parser.add_argument("--picture-host", action="append", default=[], metavar="HOST", help="may send pictures too")
    parser.add_argument("--snapshot", metavar="PNG", help="draw the screen with the first article into this file")
    parser.add_argument("--size", type=size, default=(1920, 1080), metavar="WxH", help="usually 1920x1080")
    parser.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    parser.set_defaults(carry_out=_fetch)


def _fetch(arguments: argparse.Namespace) -> int:
    from kiosk.commands.fetch import fetch
    from kiosk.display.options import SnapshotOptions
    from kiosk.edition.web_source import WebSource

    source = WebSource(
        arguments.address,
        limit=arguments.limit,
        full_text=arguments.full_text,
        allow_http=arguments.allow_http,
        ours=arguments.ours,
        picture_hosts=tuple(arguments.picture_host),
    )
    width, height = arguments.size
    drawing = partial(
        SnapshotOptions,
        out=Path(arguments.snapshot or "").absolute(),
        now=datetime.now(UTC),
        width=width,
        height=height,
        theme=arguments.theme,
    )
    contact, device = contact_and_device(arguments)
    return fetch(source, contact, device, drawing if arguments.snapshot else None)


def add_gather(parser: argparse.ArgumentParser) -> None:
    """Take what the supervisor asks for; people have `kiosk fetch`, so that this is in no list."""
    parser.set_defaults(carry_out=_gather)


def _gather(_arguments: argparse.Namespace) -> int:
    from kiosk.commands.gather import gather

    return gather()
