import json
import subprocess
from pathlib import Path

import pytest
from stamp import Stamp, stamp, version_of, write_build

NOON = "2026-11-27T12:00:00+00:00"
IDENTITY = ("-c", "user.name=Someone", "-c", "user.email=someone@example.org")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "kiosk").mkdir()
    (tmp_path / "kiosk" / "__init__.py").write_text('"""A program."""\n\n__version__ = "1.2.0"\n', encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    commit(tmp_path)
    return tmp_path


def git(folder: Path, *arguments: str) -> str:
    dated = {"GIT_COMMITTER_DATE": NOON, "GIT_AUTHOR_DATE": NOON, "HOME": str(folder), "PATH": "/usr/bin:/bin"}
    command = ["git", "-C", str(folder), *IDENTITY, *arguments]
    return subprocess.run(command, env=dated, check=True, capture_output=True, text=True).stdout.strip()


def commit(folder: Path) -> None:
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "A change")


def test_the_tagged_commit_has_the_version_of_its_tag(repository: Path) -> None:
    git(repository, "tag", "v1.2.0")

    assert stamp(repository).version == "1.2.0"


def test_a_later_commit_says_how_many_it_is_after_the_tag(repository: Path) -> None:
    git(repository, "tag", "v1.2.0")
    commit(repository)
    commit(repository)

    assert stamp(repository).version == "1.2.0+2"


def test_without_a_tag_the_commits_are_counted(repository: Path) -> None:
    commit(repository)

    assert stamp(repository).version == "1.2.0+2"


def test_what_is_not_committed_shows(repository: Path) -> None:
    (repository / "kiosk" / "__init__.py").write_text('__version__ = "1.2.0"\n', encoding="utf-8")

    assert stamp(repository).version == "1.2.0+1.changed"


def test_it_has_the_commit_and_its_time(repository: Path) -> None:
    made_from = stamp(repository)

    assert git(repository, "rev-parse", "HEAD").startswith(made_from.commit)
    assert made_from.date == "2026-11-27"
    assert made_from.time == 1795780800


def test_a_tag_that_contradicts_the_program_is_refused(repository: Path) -> None:
    git(repository, "tag", "v1.3.0")

    with pytest.raises(ValueError, match=r"The tag says v1\.3\.0 and kiosk/__init__\.py says 1\.2\.0"):
        stamp(repository)


@pytest.mark.parametrize(
    ("described", "version"),
    [
        ("v1.2.0-0-gabc1234", "1.2.0"),
        ("v1.2.0-0-gabc1234-dirty", "1.2.0+0.changed"),
        ("v1.2.0-12-gabc1234", "1.2.0+12"),
        ("v1.2.0-12-gabc1234-dirty", "1.2.0+12.changed"),
        ("abc1234", "1.2.0+40"),
        ("abc1234-dirty", "1.2.0+40.changed"),
    ],
)
def test_a_version_is_made_of_what_git_describes(described: str, version: str) -> None:
    assert version_of(described, "1.2.0", commits=40) == version


def test_what_the_program_tells_of_itself_is_written_down(tmp_path: Path) -> None:
    write_build(tmp_path / "build" / "build.json", Stamp("1.2.0", "abc1234567", 1795780800), {"idna": "3.20"})

    assert json.loads((tmp_path / "build" / "build.json").read_text(encoding="utf-8")) == {
        "version": "1.2.0",
        "commit": "abc1234567",
        "date": "2026-11-27",
        "packages": {"idna": "3.20"},
    }
