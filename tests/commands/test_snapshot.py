import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from kiosk.commands.exit_status import DONE, MISUSE
from kiosk.edition.model import Article, Paragraph, Run
from kiosk.edition.web_source import WebSource
from kiosk.paths import resources
from kiosk.prepare.kept import Kept, KeptArticle, keep
from kiosk.prepare.starter import write_starter


def draw(contact: Path, state: Path, article: int) -> subprocess.CompletedProcess[str]:
    """Let the command itself draw it beside the file, where it is asked to at a time that stands still."""
    order = ("--config", str(contact), "--out", str(contact.parent / "screen.png"), "--article", str(article))
    return subprocess.run(
        (sys.executable, "-m", "kiosk", "snapshot", *order, "--size", "800x600", "--now", "2026-12-01T09:00"),
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "KIOSK_STATE": str(state), "QT_QPA_PLATFORM": "offscreen"},
    )


def test_it_shows_what_sources_have_brought(tmp_path: Path) -> None:
    write_starter(resources(), tmp_path)
    contact, source = tmp_path / "contact.toml", WebSource("https://paper.example/feed")
    with contact.open("a", encoding="utf-8") as file:
        file.write(f'[[article]]\nsource = "{source.address}"\n')
    article = Article("From the world", (Paragraph((Run("Text"),)),))
    keep(tmp_path / "state", Kept(source, (KeptArticle("1", article, datetime(2026, 12, 1, tzinfo=UTC)),)))

    third = draw(contact, tmp_path / "state", 2)
    third_of_another = draw(contact, tmp_path / "another", 2)

    assert (third.returncode, third.stderr) == (DONE, "")
    assert third_of_another.returncode == MISUSE


def test_how_many_articles_there_are_is_said_where_another_is_asked_for(tmp_path: Path) -> None:
    write_starter(resources(), tmp_path)

    done = draw(tmp_path / "contact.toml", tmp_path / "state", 9)

    assert (done.returncode, (tmp_path / "screen.png").exists()) == (MISUSE, False)
    assert done.stderr == "There is no article 9. There are 2, with the numbers 0 to 1\n"
