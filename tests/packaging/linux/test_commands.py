import argparse

from commands import Command, Operand, Option, command_of

from kiosk.cli import command_line


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser("kiosk", description="Shows things.", add_help=False)
    top.add_argument("--version", action="version", version="1", help="tell it")
    below = top.add_subparsers()
    draw = below.add_parser("draw", help="draw them", add_help=False)
    draw.add_argument("-o", "--out", metavar="PNG", help="the file")
    draw.add_argument("--theme", choices=("light", "dark"))
    draw.add_argument("--now", action="store_true", help="at once")
    draw.add_argument("what", choices=("all", "some"), help="how many")
    draw.add_argument("files", nargs="*", metavar="FILE", help="which")
    below.add_parser("secret").add_argument("--key")
    return top


DRAW = Command(
    ("kiosk", "draw"),
    "draw them",
    (
        Option(("-o", "--out"), "PNG", (), "the file"),
        Option(("--theme",), "light|dark", ("light", "dark"), ""),
        Option(("--now",), "", (), "at once"),
    ),
    (
        Operand("all|some", ("all", "some"), "how many", is_optional=False, is_repeated=False),
        Operand("FILE", (), "which", is_optional=True, is_repeated=True),
    ),
    (),
)


def test_a_parser_is_read_as_it_was_made_without_what_its_list_is_silent_about() -> None:
    version = Option(("--version",), "", (), "tell it")

    assert command_of(parser()) == Command(("kiosk",), "Shows things.", (version,), (), (DRAW,))


def test_all_of_them_are_given_in_their_order() -> None:
    assert [command.name for command in command_of(parser()).all()] == ["kiosk", "draw"]


def test_of_our_own_commands_those_for_programs_are_left_out() -> None:
    paths = {" ".join(command.path) for command in command_of(command_line()).all()}

    assert {"kiosk run", "kiosk doctor", "kiosk fetch", "kiosk autostart enable"} <= paths
    assert not {"kiosk check-pin", "kiosk display", "kiosk gather", "kiosk letters"} & paths


def test_every_command_of_ours_is_told_about() -> None:
    assert [command.path for command in command_of(command_line()).all() if not command.help] == []
