import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / ".github" / "workflows" / "package.yml").read_text(encoding="utf-8")


def test_every_path_that_it_names_is_in_the_tree() -> None:
    named = set(re.findall(r"\b(?:packaging|tests)/[\w/.-]*\w", TEXT))

    assert {"packaging/build/build.py", "packaging/windows/installer.py", "packaging/macos/sign.sh"} <= named
    assert not [path for path in sorted(named) if not (ROOT / path).exists()]


def test_every_target_of_make_that_it_names_is_there() -> None:
    named = set(re.findall(r"^ +(?:build|ask): make (\w+)$", TEXT, re.MULTILINE))
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    assert named == {"package", "smoke"}
    assert named <= targets


def test_actions_are_pinned_to_a_whole_version() -> None:
    used = re.findall(r"uses: (\S+)", TEXT)

    assert used
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+\.\d+\.\d+", action) for action in used)


def test_it_may_read_the_repository_and_nothing_else() -> None:
    assert re.search(r"^permissions:\n  contents: read\n\n", TEXT, re.MULTILINE)
