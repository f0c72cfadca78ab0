"""`kiosk fetch` as staff type it, with a real server on loopback and the real child."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from kiosk.commands.exit_status import DONE, PROBLEMS
from kiosk.paths import resources
from kiosk.prepare.starter import write_starter
from tests.prepare.gathering.paper import Paper, feed, jpeg, opened, page, paragraphs


@pytest.fixture
def paper() -> Iterator[Paper]:
    with opened() as paper:
        paper.put("/hills.jpg", jpeg("green", (1600, 900)), "image/jpeg")
        story = f'<figure><img src="/hills.jpg" alt="Hills"></figure>{paragraphs("The river")}'
        paper.put("/story", page("A quiet river", story))
        paper.put("/feed.xml", feed(paper, ("Rain at last",), "<p>Only the beginning.</p>"), "application/rss+xml")
        yield paper


@pytest.fixture
def staff(tmp_path: Path, paper: Paper) -> Path:
    write_starter(resources(), tmp_path)
    device = tmp_path / "device.toml"
    text = device.read_text("utf-8")
    assert "allowed_hosts = []" in text
    device.write_text(text.replace("allowed_hosts = []", f'allowed_hosts = ["127.0.0.1:{paper.port}"]'), "utf-8")
    return tmp_path


def kiosk(staff: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kiosk", "fetch", "--config", str(staff / "contact.toml"), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_what_would_be_shown_is_told_and_drawn(staff: Path, paper: Paper) -> None:
    picture = staff / "screen.png"

    done = kiosk(staff, "--allow-http", paper.at("/story"), "--snapshot", str(picture))

    assert (done.returncode, done.stderr) == (DONE, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "A quiet river"
    assert lines[1] == "  The Paper, no date, en"
    assert lines[2].endswith("1 picture, 2 min to read")
    assert lines[4].startswith("  | The river, part 1: people who had waited")
    with Image.open(picture) as drawn:
        assert drawn.size == (1920, 1080)
        assert drawn.getpixel((500, 450)) == pytest.approx((0, 128, 0), abs=8)


def test_why_nothing_would_be_shown_is_told_exactly(staff: Path, paper: Paper) -> None:
    done = kiosk(staff, "--allow-http", paper.at("/feed.xml"))

    assert done.returncode == PROBLEMS
    assert "full_text = true" in done.stdout
    assert "To try it here, add --full-text\n" in done.stdout
    assert '"Rain at last" is left out: it has too little text' in done.stdout


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://127.0.0.1:{port}/story", "add the line: allow_http = true.\nTo try it here, add --allow-http\n"),
        ("https://169.254.169.254/", "no page can be"),
        ("https://paper.example:8443/", "allowed_hosts below [network] in device.toml"),
        ("file:///etc/hostname", "https://"),
        ("paper.example", "https://paper.example"),
        ("articles/border.md", "need no trying"),
    ],
)
def test_an_address_that_the_kiosk_does_not_go_to_is_answered_with_the_cure(
    staff: Path, paper: Paper, address: str, words: str
) -> None:
    done = kiosk(staff, address.format(port=paper.port))

    assert done.returncode == PROBLEMS
    assert words in done.stdout
    assert paper.paths == []


def test_a_mistake_in_device_toml_is_told_first(staff: Path, paper: Paper) -> None:
    (staff / "device.toml").write_text("schema = 1\n[network]\nproxy = 8080\n", "utf-8")

    done = kiosk(staff, "--allow-http", paper.at("/story"))

    assert done.returncode == PROBLEMS
    assert f"{staff / 'device.toml'}:3:" in done.stdout


def test_letters_that_no_font_has_are_told_with_the_picture(staff: Path, paper: Paper) -> None:
    cuneiform = f"<p>\U00012000\U00012001</p>{paragraphs('The river')}"
    paper.put("/story", page("A quiet river", cuneiform))

    done = kiosk(staff, "--allow-http", paper.at("/story"), "--snapshot", str(staff / "screen.png"))

    assert done.returncode == DONE
    assert "No font has letters of the articles that are shown (Cuneiform): visitors see boxes." in done.stdout
    assert "    -> sudo apt install fonts-noto-core" in done.stdout


def test_words_are_not_counted_where_no_space_is_between_them(staff: Path, paper: Paper) -> None:
    paper.put("/story", page("\u5b89\u9759\u7684\u6cb3", "<p>" + "\u6cb3\u6c34\u5f88\u5b89\u9759\u3002" * 60))

    done = kiosk(staff, "--allow-http", paper.at("/story"))

    assert done.returncode == DONE
    assert "words" not in done.stdout
    assert "  360 characters, 0 pictures, 1 min to read\n" in done.stdout
