import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.commands.exit_status import DONE
from kiosk.edition.deposit import Deposited, deposit
from kiosk.edition.manifest import Origin
from kiosk.edition.model import Article, Edition, Paragraph, Run
from kiosk.paths import store_in
from kiosk.supervise.launch import command


def answer(state: Path) -> str:
    """Let a process of its own tell, as the doctor does."""
    asked = command(("letters", "--state", str(state)))
    done = subprocess.run(asked, check=False, capture_output=True, text=True, encoding="utf-8", timeout=30)
    assert done.returncode == DONE
    return done.stdout


def show(state: Path, edition: Edition, text: str) -> None:
    article = Article("Rivers", (Paragraph((Run(text),)),))
    outcome = deposit(store_in(state), replace(edition, articles=(article,)), {}, Origin(datetime.now(UTC), "1.0", ()))
    assert isinstance(outcome, Deposited)


def test_where_nothing_is_shown_no_letter_lacks_a_font(tmp_path: Path) -> None:
    assert answer(tmp_path) == ""


def test_letters_that_come_with_the_kiosk_have_one(tmp_path: Path, edition: Edition) -> None:
    show(tmp_path, edition, "Mvura haina pasipoti. Вода без паспорта. الماء ليس له جواز سفر")

    assert answer(tmp_path) == ""


@pytest.mark.skipif(sys.platform != "linux", reason="fontconfig finds the fonts of Linux")
def test_letters_that_only_the_system_could_have_are_told(
    tmp_path: Path, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fonts.conf").write_text("<fontconfig></fontconfig>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "fonts.conf"))
    show(tmp_path, edition, "两条河「水」 and แม่น้ำ")

    assert answer(tmp_path) == "Chinese, Japanese or Korean\nThai\n"
