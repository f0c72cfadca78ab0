"""The commands of `kiosk` and their options, nothing else; what a command needs is imported when it is called."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from kiosk.arguments import TellVersion, moment, scale, size
from kiosk.supervise.children import Child, let_go

PROGRAM = """\
A lobby screen: a featured article beside the ways to stay in touch. Without a command it runs the kiosk.

Staff edit contact.toml: the one that --config names, or $KIOSK_CONFIG, or ./contact.toml, or the one in the
user's settings folder, which is written when the kiosk runs for the first time. The settings of this computer
are in device.toml beside it; --device or $KIOSK_DEVICE name another. $KIOSK_STATE names the folder for what
the kiosk itself keeps."""

CONFIG = "the contact.toml to use instead of the usual one"
DEVICE = "the device.toml to use instead of the one beside contact.toml"
AUTOSTART_WAYS = {"win32": ("task", "startup"), "darwin": ("agent",)}.get(sys.platform, ("xdg", "systemd"))
"""How a system starts programs at log-in, the usual way first."""


def execute(argv: Sequence[str], display: Child | None = None) -> int:
    """Do what the command line says and give the exit status; a senseless one ends with status 2.

    `display` has been started already for `run`, where there is a screen.
    """
    try:
        arguments = command_line().parse_args(argv or ["run"], argparse.Namespace(display=display))
    except SystemExit:
        let_go(display)
        raise
    carry_out: Callable[[argparse.Namespace], int] = arguments.carry_out
    return carry_out(arguments)


def command_line() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("kiosk", description=PROGRAM, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--version", action=TellVersion, nargs=0, help="say what this program was built from")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_run(commands.add_parser("run", help="show the kiosk (this is what no command means)"))
    _add_check(commands.add_parser("check", help="say what is wrong in staff's files, and what to write instead"))
    _add_init(commands.add_parser("init", help="write the files to begin with; nothing is overwritten"))
    _add_schema(commands.add_parser("schema", help="print the JSON Schema of a settings file, for editors"))
    _add_prepare(commands.add_parser("prepare", help="make an edition from staff's files, without showing it"))
    _add_snapshot(commands.add_parser("snapshot", help="draw the screen into a PNG file"))
    _add_status(commands.add_parser("status", help="say what is on the screen, since when, and what staff should do"))
    _add_editions(commands.add_parser("editions", help="list the versions that are kept"))
    _add_doctor(commands.add_parser("doctor", help="say what on this computer still lets visitors out, and the cure"))
    _add_bundle(commands.add_parser("bundle", help="pack what support needs into one file that can be sent by mail"))
    _add_set_pin(commands.add_parser("set-pin", help="choose the PIN with which staff get in at the screen"))
    _add_autostart(commands.add_parser("autostart", help="have the kiosk started whenever you log in, or not any more"))
    _add_check_pin(commands.add_parser("check-pin"))
    _add_rollback(commands.add_parser("rollback", help="go back to an earlier version, or follow the files again"))
    return parser


def _add_run(parser: argparse.ArgumentParser) -> None:
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


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="contact.toml or device.toml; without it, the usual ones"
    )
    parser.add_argument("--json", action="store_true", help="print the problems as JSON")
    parser.set_defaults(carry_out=_check)


def _check(arguments: argparse.Namespace) -> int:
    from kiosk.commands.check import check

    return check(tuple(Path(file) for file in arguments.files) or _usual_files(), as_json=arguments.json)


def _add_init(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", default=".", metavar="DIR", help="where to write them (usually here)")
    parser.set_defaults(carry_out=_init)


def _init(arguments: argparse.Namespace) -> int:
    from kiosk.commands.init import init

    return init(Path(arguments.folder))


def _add_schema(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", choices=("contact", "device"), help="which file it describes")
    parser.set_defaults(carry_out=_schema)


def _schema(arguments: argparse.Namespace) -> int:
    from kiosk.commands.schema import schema

    return schema(arguments.name)


def _add_prepare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", help=CONFIG)
    parser.add_argument("--device", metavar="FILE", help=DEVICE)
    parser.add_argument(
        "--out", metavar="DIR", help="the folder for editions/ and device.json instead of the kiosk's own"
    )
    parser.set_defaults(carry_out=_prepare)


def _prepare(arguments: argparse.Namespace) -> int:
    from kiosk.commands.prepare import prepare

    contact, device = _contact_and_device(arguments)
    return prepare(contact, device, _state(arguments.out, contact))


def _add_snapshot(parser: argparse.ArgumentParser) -> None:
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
    )
    if arguments.state:
        return snapshot_of_state(Path(arguments.state), wanted)
    contact, device = _contact_and_device(arguments)
    needs_no_edition = arguments.view.startswith(("holding", "pin", "staff"))
    return snapshot(contact, device, wanted, holding=needs_no_edition)


def _add_status(parser: argparse.ArgumentParser) -> None:
    _add_which_kiosk(parser)
    parser.add_argument("--json", action="store_true", help="print it as JSON")
    parser.set_defaults(carry_out=_status)


def _status(arguments: argparse.Namespace) -> int:
    from kiosk.commands.status import status

    return status(_state_of_kiosk(arguments), as_json=arguments.json)


def _add_editions(parser: argparse.ArgumentParser) -> None:
    _add_which_kiosk(parser)
    parser.add_argument("--json", action="store_true", help="print them as JSON")
    parser.set_defaults(carry_out=_editions)


def _editions(arguments: argparse.Namespace) -> int:
    from kiosk.commands.editions import editions
    from kiosk.commands.status import state_in_use
    from kiosk.paths import store_in

    return editions(store_in(state_in_use(_state_of_kiosk(arguments))), as_json=arguments.json)


def _add_rollback(parser: argparse.ArgumentParser) -> None:
    _add_which_kiosk(parser)
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

    store = store_in(state_in_use(_state_of_kiosk(arguments)))
    return release(store) if arguments.release else rollback(store, arguments.edition)


def _add_doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", help=CONFIG)
    parser.add_argument("--device", metavar="FILE", help=DEVICE)
    parser.add_argument("--state", metavar="DIR", help="the kiosk's own folder, if not the usual one")
    parser.add_argument("--json", action="store_true", help="print it as JSON, without paths")
    parser.set_defaults(carry_out=_doctor)


def _doctor(arguments: argparse.Namespace) -> int:
    from kiosk.commands.doctor import doctor

    contact, device = _contact_and_device(arguments)
    return doctor(contact, device, _state(arguments.state, contact), as_json=arguments.json)


def _add_bundle(parser: argparse.ArgumentParser) -> None:
    _add_which_kiosk(parser)
    parser.add_argument("--device", metavar="FILE", help=DEVICE)
    parser.add_argument("--out", metavar="ZIP", help="the file to write; usually kiosk-support-DATE.zip here")
    parser.add_argument("--without-pictures", action="store_true", help="leave out the pictures of the screen")
    parser.set_defaults(carry_out=_bundle)


def _bundle(arguments: argparse.Namespace) -> int:
    from kiosk.commands.bundle import bundle
    from kiosk.commands.status import state_in_use
    from kiosk.support.collect import Sources

    contact, device = _contact_and_device(arguments)
    sources = Sources(contact, device, state_in_use(_state_of_kiosk(arguments)), arguments.screen)
    return bundle(sources, arguments.out, pictures=not arguments.without_pictures)


def _add_set_pin(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", help=CONFIG)
    parser.add_argument("--device", metavar="FILE", help=DEVICE)
    parser.add_argument("--remove", action="store_true", help="have none: then nobody gets in at the screen")
    parser.set_defaults(carry_out=_set_pin)


def _set_pin(arguments: argparse.Namespace) -> int:
    from kiosk.commands.set_pin import remove_pin, set_pin

    _, device = _contact_and_device(arguments)
    return remove_pin(device) if arguments.remove else set_pin(device)


def _add_autostart(parser: argparse.ArgumentParser) -> None:
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

    contact, device = _contact_and_device(arguments)
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


def _add_check_pin(parser: argparse.ArgumentParser) -> None:
    """Take what the supervisor asks; people have no use for it, so that it is in no list."""
    parser.add_argument("--state", metavar="DIR", required=True)
    parser.set_defaults(carry_out=_check_pin)


def _check_pin(arguments: argparse.Namespace) -> int:
    from kiosk.commands.check_pin import check_pin

    return check_pin(Path(arguments.state))


def _add_which_kiosk(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", help="the contact.toml of that kiosk, if not the usual one")
    parser.add_argument("--screen", metavar="NAME", default="", help="as it was given to kiosk run")


def _state_of_kiosk(arguments: argparse.Namespace) -> Path:
    from kiosk.paths import find_contact, state_of

    return state_of(find_contact(arguments.config), arguments.screen)


def _contact_and_device(arguments: argparse.Namespace) -> tuple[Path, Path]:
    from kiosk.paths import find_contact, find_device

    contact = find_contact(arguments.config)
    return contact, find_device(arguments.device, contact)


def _usual_files() -> tuple[Path, Path]:
    from kiosk.paths import find_contact, find_device

    contact = find_contact(None)
    return contact, find_device(None, contact)


def _state(out: str | None, contact: Path) -> Path:
    from kiosk.paths import state_of

    return Path(out).absolute() if out else state_of(contact)
