"""The packaged program brings articles from the world, and from files of other programs, as the checkout does.

What the libraries for that need beside their code is thereby known to be inside, and so are TLS and old encodings.
"""

import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from kiosk.paths import resources
from kiosk.prepare.starter import write_starter
from tests.package.asked import checkout, run
from tests.package.office import program_in
from tests.prepare.article.word_documents import document, drawn, paragraph, picture, table
from tests.prepare.gathering.paper import Paper, feed, jpeg, opened, page, paragraphs
from tests.prepare.network.authority import Authority
from tests.prepare.network.nasty import answers, serving

pytestmark = pytest.mark.package

NOON = "2026-11-27T12:00+02:00"
TEAL = (0, 128, 128)
LIKE_IT = 12
PLENTY = 20_000
STORY = page("Rain at last", paragraphs("Rain"))
WITH_PICTURE = page("Rain", f'<figure><img src="/rain.jpg" width="800" height="500"></figure>{paragraphs("Rain")}')
JAPANESE = page("雨が降る", "<p>朝から待っていた人々は、町へ行く道で見たものについて語り合った。</p>" * 20)
UNDATED = page(
    "Rain", f"{paragraphs('Rain')}<footer><p>Written in Harare and last seen 3 May 2025, at noon</p></footer>"
)
THIN = page("Rain", "<p>Rain.</p>" + '<p><a href="/more">More of the rain</a></p>' * 9)
PAGES = {
    "a story": STORY.encode(),
    "one with a picture": WITH_PICTURE.encode(),
    "one in an old encoding": JAPANESE.replace("utf-8", "euc-jp").encode("euc-jp"),
    "one whose date has to be searched for": UNDATED.encode(),
    "one with nothing to show": THIN.encode(),
}
WEB_FILE = (
    "<title>Our day</title><h1>Our day</h1><p>It <b>rained</b>.<table><tr><th>Day<th>mm<tr><td>Monday<td>12</table>"
)
FILES = {
    "story.html": WEB_FILE.encode("utf-8"),
    "story.docx": document(
        paragraph("Our day", "Title"),
        paragraph("It rained."),
        picture(),
        table(("Day", "mm"), ("Monday", "12")),
        pictures=(drawn(width=90),),
    ),
}


@pytest.fixture
def paper() -> Iterator[Paper]:
    with opened() as paper:
        paper.put("/rain.jpg", jpeg("teal", (800, 500)), "image/jpeg")
        yield paper


@pytest.fixture
def staff(tmp_path: Path) -> Path:
    folder = tmp_path / "staff"
    folder.mkdir()
    write_starter(resources(), folder)
    return folder


def allow(staff: Path, port: int) -> None:
    """Write into device.toml that this computer itself may be asked there."""
    device = staff / "device.toml"
    text = device.read_text("utf-8")
    allowed = text.replace("allowed_hosts = []", f'allowed_hosts = ["127.0.0.1:{port}"]').replace(
        'proxy = ""', 'proxy = "none"'
    )
    assert allowed != text
    device.write_text(allowed, encoding="utf-8")


def fetched(
    program: Path, staff: Path, address: str, *options: str, **settings: str
) -> subprocess.CompletedProcess[str]:
    where = ("--config", str(staff / "contact.toml"), "--device", str(staff / "device.toml"))
    return run(program, "fetch", address, *where, *options, settings=settings)


@pytest.mark.parametrize("content", PAGES.values(), ids=PAGES)
def test_of_a_page_it_brings_what_the_checkout_brings(package: Path, staff: Path, paper: Paper, content: bytes) -> None:
    allow(staff, paper.port)
    paper.put("/story", content, "text/html")

    theirs, ours = (
        fetched(program, staff, paper.at("/story"), "--allow-http") for program in (program_in(package), checkout())
    )

    assert theirs.stderr == ""
    assert (theirs.returncode, theirs.stdout) == (ours.returncode, ours.stdout)
    assert theirs.returncode == (1 if content == THIN.encode() else 0)


def test_of_a_home_page_it_brings_its_feed(package: Path, staff: Path, paper: Paper) -> None:
    allow(staff, paper.port)
    paper.put("/feed.xml", feed(paper), "application/rss+xml")
    paper.put("/", page("The Paper", "", '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'))

    told = fetched(program_in(package), staff, paper.at("/"), "--allow-http", "--limit", "2")

    assert (told.returncode, told.stderr) == (0, "")
    assert [line for line in told.stdout.splitlines() if line and line[0] != " "] == ["Rain at last", "A new bridge"]


def test_a_story_is_drawn_with_its_picture(package: Path, staff: Path, paper: Paper, tmp_path: Path) -> None:
    allow(staff, paper.port)
    paper.put("/story", WITH_PICTURE)
    drawing = tmp_path / "story.png"

    told = fetched(program_in(package), staff, paper.at("/story"), "--allow-http", "--snapshot", str(drawing))

    assert (told.returncode, told.stderr) == (0, "")
    assert pixels_like(TEAL, drawing) > PLENTY


@pytest.mark.parametrize("name", FILES)
def test_an_article_of_another_program_is_drawn_as_the_checkout_draws_it(
    package: Path, staff: Path, tmp_path: Path, name: str
) -> None:
    (staff / name).write_bytes(FILES[name])
    contact = staff / "contact.toml"
    contact.write_text(contact.read_text("utf-8").replace("articles/border.md", name), encoding="utf-8")
    for named, program in (("packaged", program_in(package)), ("checkout", checkout())):
        options = ("--config", str(contact), "--now", NOON, "--out", str(tmp_path / f"{named}.png"))
        told = run(program, "snapshot", *options, state=tmp_path / named)
        assert (told.returncode, told.stderr) == (0, "")
        assert run(program, "check", str(contact)).returncode == 0

    assert (tmp_path / "packaged.png").read_bytes() == (tmp_path / "checkout.png").read_bytes()


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


def visited(
    package: Path, staff: Path, authority: Authority, context: ssl.SSLContext
) -> subprocess.CompletedProcess[str]:
    """Fetch a story by https on a computer that trusts this authority and nobody else."""
    trusted = staff / "authority.pem"
    authority.ours.cert_pem.write_to_path(str(trusted))
    story = answers("200 OK", STORY.encode(), "Content-Type: text/html; charset=utf-8")
    with serving(story, context=context) as server:
        allow(staff, server.port)
        trust = {"SSL_CERT_FILE": str(trusted), "SSL_CERT_DIR": str(staff / "none")}
        return fetched(program_in(package), staff, f"https://127.0.0.1:{server.port}/story", **trust)


def test_a_page_with_a_good_certificate_is_accepted(package: Path, staff: Path, authority: Authority) -> None:
    told = visited(package, staff, authority, authority.good("127.0.0.1"))

    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("Rain at last\n")


def test_one_by_an_authority_that_nobody_knows_is_refused(package: Path, staff: Path, authority: Authority) -> None:
    told = visited(package, staff, authority, Authority().good("127.0.0.1"))

    assert told.returncode == 1
    assert "has a certificate from somebody whom this computer does not know" in told.stdout


def pixels_like(colour: tuple[int, int, int], drawing: Path) -> int:
    """Count them; a JPEG moves colours a little."""
    with Image.open(drawing) as image:
        counted = image.convert("RGB").getcolors(image.width * image.height) or []
    return sum(
        count
        for count, found in counted
        if isinstance(found, tuple) and all(abs(a - b) <= LIKE_IT for a, b in zip(found, colour, strict=True))
    )
