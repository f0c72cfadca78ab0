"""The completions, asked in the shells themselves as somebody asks who presses Tab."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from commands import command_of
from completions import bash, fish, zsh

from kiosk.cli import command_line

TOP = [command.name for command in command_of(command_line()).commands]
WRITTEN = {
    "bash": lambda: bash(command_line()),
    "zsh": lambda: zsh(command_line()),
    "fish": lambda: fish(command_of(command_line())),
}
ASK_BASH = """\
source "$1"; shift
complete -p kiosk >/dev/null || exit 9
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
$(complete -p kiosk | sed -n 's/.* -F \\([^ ]*\\) .*/\\1/p') kiosk "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""
CASES = [
    pytest.param(("",), {*TOP}, {"check-pin", "display", "gather"}, id="commands"),
    pytest.param(("s",), {"schema", "snapshot", "status", "set-pin"}, {"run"}, id="the beginning of one"),
    pytest.param(("run", "--"), {"--kiosk", "--windowed", "--config", "--screen"}, {"--out"}, id="options"),
    pytest.param(("snapshot", "--theme", ""), {"light", "dark", "contrast"}, {"main"}, id="values"),
    pytest.param(("fetch", "--"), {"--snapshot", "--allow-http", "--full-text"}, {"--out"}, id="options of fetch"),
    pytest.param(("schema", ""), {"contact", "device"}, {"run"}, id="operands"),
    pytest.param(("autostart", ""), {"enable", "disable", "status"}, {"run"}, id="commands below"),
    pytest.param(("autostart", "status", "--"), {"--json"}, {"--config", "--kiosk"}, id="a name that means two things"),
    pytest.param(("run", "--config", "st"), {"staff.toml"}, {"status"}, id="files"),
]  # fmt: skip


def needs(program: str) -> str:
    return shutil.which(program) or pytest.skip(f"{program} is not installed")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "staff.toml").touch()
    return tmp_path


@pytest.mark.parametrize("shell", WRITTEN)
def test_the_shell_can_read_it(shell: str, tmp_path: Path) -> None:
    file = tmp_path / "kiosk"
    file.write_text(WRITTEN[shell](), "utf-8")

    said = subprocess.run([needs(shell), "-n", file], check=False, capture_output=True, text=True)

    assert (said.returncode, said.stderr) == (0, "")


@pytest.mark.parametrize(("words", "offered", "not_offered"), CASES)
def test_bash_offers(words: tuple[str, ...], offered: set[str], not_offered: set[str], desk: Path) -> None:
    file = desk / "kiosk.bash"
    file.write_text(WRITTEN["bash"](), "utf-8")

    order = [needs("bash"), "--norc", "-c", ASK_BASH, "bash", str(file), "kiosk", *words]
    told = set(subprocess.run(order, check=True, cwd=desk, capture_output=True, text=True).stdout.split())

    assert offered <= told
    assert not told & not_offered


@pytest.mark.parametrize(("words", "offered", "not_offered"), CASES)
def test_fish_offers(words: tuple[str, ...], offered: set[str], not_offered: set[str], desk: Path) -> None:
    file = desk / "kiosk.fish"
    file.write_text(WRITTEN["fish"](), "utf-8")

    line = " ".join(("kiosk", *words))
    ask = f'source {file}; complete -C "{line}"'
    order = [needs("fish"), "--no-config", "-c", ask]
    quiet = {**os.environ, "HOME": str(desk)}
    said = subprocess.run(order, check=True, cwd=desk, capture_output=True, text=True, env=quiet).stdout
    told = {line.split("\t")[0] for line in said.splitlines()}

    assert offered <= told
    assert not told & not_offered


def test_zsh_names_every_command_and_option() -> None:
    written = WRITTEN["zsh"]()

    assert written.startswith("#compdef kiosk\n")
    for command in command_of(command_line()).all():
        assert command.name in written
        assert [option.names for option in command.options if option.names[-1] not in written] == []
    assert not [name for name in ("check-pin", "gather", "letters") if name in written]
