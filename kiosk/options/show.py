"""The options of `kiosk run` and `kiosk snapshot`: what draws the screen."""

import argparse
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from kiosk.arguments import moment, scale, size
from kiosk.options.common import CONFIG, DEVICE, contact_and_device


def add_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", help=CONFIG)
    parser.add_argument("--device", metavar="FILE", help=DEVICE)
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--windowed", action="store_false", dest="captive", help="in a window that can be closed (usual)")
    mode.add_argument("--kiosk", action="store_true", dest="captive", help="fill the screen, for visitors in a lobby")
    parser.add_argument("--screen", metavar="NAME", help="the screen to use: its name, serial number or index")
    parser.set_defaults(carry_out=_run, captive=False)


def _run(arguments: argparse.Namespace) -> int:
    from kiosk.commands.run import run

    return run(arguments.display, arguments.config, arguments.device, arguments.screen, captive=arguments.captive)


def add_snapshot(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", help=CONFIG)
    parser.add_argument("--device", metavar="FILE", help=DEVICE)
    parser.add_argument("--state", metavar="DIR", help="draw the newest version that is kept there, not the files")
    parser.add_argument("--out", metavar="PNG", required=True, help="the file to write")
    parser.add_argument("--size", type=size, default=(1920, 1080), metavar="WxH", help="usually 1920x1080")
    parser.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    parser.add_argument(
        "--view", default="main", help="main, holding, sheet:vcard, sheet:phone:0, pin, staff, staff:problems, ..."
    )
    parser.add_argument("--text-scale", type=scale, default=1.0, metavar="N", help="the visitor's text size")
    parser.add_argument("--device-pixel-ratio", type=scale, default=1.0, metavar="N", help="pixels per point")
    parser.add_argument(
        "--now",
        type=moment,
        default=datetime.now(UTC),
        metavar="TIME",
        help="the time on its clock, such as 2026-11-23T09:30+02:00; UTC without a zone",
    )
    parser.add_argument("--language", default="", metavar="TAG", help="the visitor's language, such as en or fr")
    parser.add_argument("--article", type=int, default=0, metavar="N", help="which article, counted from 0")
    parser.add_argument("--windowed", action="store_true", help="as it looks in a window")
    parser.add_argument("--mark", action="store_true", help="with the sign for staff in the corner")
    parser.add_argument("--low-reach", action="store_true", help="with the controls within low reach")
    parser.set_defaults(carry_out=_snapshot)


def _snapshot(arguments: argparse.Namespace) -> int:
    from kiosk.commands.snapshot import snapshot, snapshot_of_state
    from kiosk.display.options import SnapshotOptions

    width, height = arguments.size
    wanted = partial(
        SnapshotOptions,
        out=Path(arguments.out).absolute(),
        now=arguments.now,
        width=width,
        height=height,
        theme=arguments.theme,
        view=arguments.view,
        text_scale=arguments.text_scale,
        device_pixel_ratio=arguments.device_pixel_ratio,
        language=arguments.language,
        article=arguments.article,
        captive=not arguments.windowed,
        mark=arguments.mark,
        low_reach=arguments.low_reach,
    )
    if arguments.state:
        return snapshot_of_state(Path(arguments.state), wanted)
    contact, device = contact_and_device(arguments)
    needs_no_edition = arguments.view.startswith(("holding", "pin", "staff"))
    return snapshot(contact, device, wanted, holding=needs_no_edition)
