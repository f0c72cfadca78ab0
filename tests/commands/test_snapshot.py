import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from kiosk.edition.model import Article, Paragraph, Run
from kiosk.edition.web_source import WebSource
from kiosk.paths import resources
from kiosk.prepare.kept import Kept, KeptArticle, keep
from kiosk.prepare.starter import write_starter


def drawn(contact: Path, state: Path) -> bytes:
    """Draw the third article by the command itself, at a time that stands still."""
    out = contact.parent / "screen.png"
    order = ("--config", str(contact), "--out", str(out), "--size", "800x600", "--article", "2")
    subprocess.run(
        (sys.executable, "-m", "kiosk", "snapshot", *order, "--now", "2026-12-01T09:00"),
        check=True,
        env={**os.environ, "KIOSK_STATE": str(state), "QT_QPA_PLATFORM": "offscreen"},
    )
    return out.read_bytes()


def test_it_shows_what_sources_have_brought(tmp_path: Path) -> None:
    write_starter(resources(), tmp_path)
    contact, source = tmp_path / "contact.toml", WebSource("https://paper.example/feed")
    with contact.open("a", encoding="utf-8") as file:
        file.write(f'[[article]]\nsource = "{source.address}"\n')
    before = drawn(contact, tmp_path / "state")
    article = Article("From the world", (Paragraph((Run("Text"),)),))
    keep(tmp_path / "state", Kept(source, (KeptArticle("1", article, datetime(2026, 12, 1, tzinfo=UTC)),)))

    assert drawn(contact, tmp_path / "state") != before
    assert drawn(contact, tmp_path / "another") == before
