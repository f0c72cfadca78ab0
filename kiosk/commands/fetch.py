"""`kiosk fetch`: show staff what an address would bring to the screen, or exactly why it brings nothing."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from kiosk import __version__
from kiosk.commands.exit_status import DONE, PROBLEMS, REFUSED
from kiosk.commands.snapshot import snapshot_of_state
from kiosk.commands.visiting import visited
from kiosk.display.options import SnapshotOptions
from kiosk.edition.deposit import Deposited, deposit
from kiosk.edition.manifest import Origin
from kiosk.edition.model import Article, Paragraph
from kiosk.edition.pictures import pictures_of_article
from kiosk.edition.sealed import write_sealed
from kiosk.edition.value import replace
from kiosk.edition.web_source import WebSource, network_file
from kiosk.paths import resources, store_in
from kiosk.prepare.article.reading_time import word_count
from kiosk.prepare.article.runs import plain, text_of
from kiosk.prepare.compose import Composed, compose
from kiosk.prepare.config.read import read_device
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.source_address import is_address, source_address
from kiosk.prepare.kept import Kept, read_kept, read_picture
from kiosk.said_as import as_typed
from kiosk.supervise.jobs import Gather, Gathered
from kiosk.supervise.launch import command
from kiosk.supervise.wire import Unreadable
from kiosk.system.doctor.letters import letters
from kiosk.system.doctor.subject import Subject
from kiosk.system.doctor.this_machine import ThisMachine
from kiosk.system.private_file import private_files

OPTIONS = {"allow_http = true": "--allow-http", "full_text = true": "--full-text", "ours = true": "--ours"}
"""By what contact.toml says in their place, for the cures are those of its readers."""

FIRST_LINES = 3
LINE_LENGTH = 100


def fetch(
    source: WebSource, contact: Path, device: Path, wanted: Callable[[Path], SnapshotOptions] | None = None
) -> int:
    """Visit the source as the kiosk would, in a folder that is thrown away, and draw the first article where that is wanted."""
    settings = read_device(device)
    if settings.value is None:
        sys.stdout.write(as_typed("".join(f"{problem}\n" for problem in settings.problems)))
        return PROBLEMS
    if fault := _fault_in(source):
        sys.stdout.write("".join(f"{line}\n" for line in _answer(source.address, fault.what, fault.cure)))
        return PROBLEMS
    with tempfile.TemporaryDirectory(prefix="kiosk-") as folder:
        state = Path(folder)
        with private_files():
            write_sealed(network_file(state), settings.value.network)
        gathered = visited(Gather(folder, source))
        if isinstance(gathered, Unreadable):
            sys.stdout.write(f"{source.address} could not be visited: {gathered.why}\n")
            return REFUSED
        kept = read_kept(state, source)
        sys.stdout.write("".join(f"{line}\n" for line in _told(gathered, kept)))
        if gathered.visit.trouble:
            return PROBLEMS
        return DONE if wanted is None else _drawn(state, kept, contact, device, wanted)


def _fault_in(source: WebSource) -> Fault | None:
    """Look at the address as `kiosk check` does."""
    if not is_address(source.address):
        cure = 'Write it like "https://paper.example/news"; files and folders beside contact.toml need no trying'
        return Fault("", "is no address of a website", cure)
    read = source_address(source.address, allow_http=source.allow_http)
    return read if isinstance(read, Fault) else None


def _answer(address: str, what: str, cure: str) -> Iterator[str]:
    yield f"{address} {what}."
    yield f"{cure}."
    yield from (f"To try it here, add {option}" for line, option in OPTIONS.items() if line in cure)


def _told(gathered: Gathered, kept: Kept) -> Iterator[str]:
    visit, address = gathered.visit, kept.source.address
    if visit.trouble:
        yield from _answer(address, visit.what, visit.cure)
    for each in kept.articles:
        yield from _told_of(each.article)
    yield from gathered.left_out


def _told_of(article: Article) -> Iterator[str]:
    text = text_of(article.blocks)
    day = article.published.isoformat() if article.published else "no date"
    count = len(list(pictures_of_article(article)))
    pictures = f"{count} picture" if count == 1 else f"{count} pictures"
    yield article.title
    yield "  " + ", ".join(filter(None, (article.author, article.publisher, day, article.language)))
    words = word_count(text)
    counted = f"{len(text)} characters" if words is None else f"{words} words, {len(text)} characters"
    yield f"  {counted}, {pictures}, {article.reading_minutes} min to read"
    yield f"  {article.source.payload if article.source else 'no address of which a code can be made'}"
    yield from (f"  | {line:.{LINE_LENGTH}}" for line in _first_lines(article))
    yield ""


def _first_lines(article: Article) -> list[str]:
    paragraphs = (block for block in article.blocks if isinstance(block, Paragraph))
    return [plain(block.runs).replace("\n", " ") for block, _ in zip(paragraphs, range(FIRST_LINES), strict=False)]


def _drawn(state: Path, kept: Kept, contact: Path, device: Path, wanted: Callable[[Path], SnapshotOptions]) -> int:
    """Draw the articles beside the office's own contact panel, or the starter's where that has mistakes."""
    composed = compose(contact, state)
    if composed.edition is None:
        composed = compose(resources() / "contact.toml", state)
    if not _deposited(state, composed, kept):
        return REFUSED
    sys.stdout.write(as_typed("".join(f"{line}\n" for line in _of_letters(contact, device, state))))
    return snapshot_of_state(state, wanted)


def _of_letters(contact: Path, device: Path, state: Path) -> Iterator[str]:
    """Say what the doctor would say of letters that no font of this computer has."""
    subject = Subject(
        contact, device, state, datetime.now(UTC), asks_letters=command(("letters", "--state", str(state)))
    )
    for found in letters(ThisMachine(os.environ), subject):
        if found.verdict != "held":
            yield from (found.what, f"    -> {found.cure}")


def _deposited(state: Path, composed: Composed, kept: Kept) -> bool:
    if composed.edition is None:
        return False
    edition = replace(composed.edition, articles=tuple(each.article for each in kept.articles))
    names = {picture.file for article in edition.articles for picture in pictures_of_article(article)}
    contents = {picture.picture.file: picture.content for picture in composed.pictures}
    contents |= {name: content for name in names if (content := read_picture(state, name)) is not None}
    origin = Origin(datetime.now(UTC), __version__, ())
    return isinstance(deposit(store_in(state), edition, contents, origin), Deposited)
