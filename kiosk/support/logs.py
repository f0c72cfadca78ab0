"""The logs of the kiosk, wherever it has written them, without what is staff's own."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from kiosk.paths import log_in
from kiosk.support.contents import Member, Missing, Part, member
from kiosk.support.decoding import decoded
from kiosk.support.fit import MOST_LOG_BYTES, NO_ROOM, whole_lines
from kiosk.support.reading import last_written, read_patiently
from kiosk.support.records import censored_lines
from kiosk.support.sources import Sources, states_of
from kiosk.support.words import Censor

LONGEST_LOG = 4_000_000
"""A log is rotated at two megabytes, at four where that is refused."""

_LOG = re.compile(r"(?:(?:supervisor|display|prepare)\.log(?:\.\d)?|display-\d+\.stack)")


def logs(sources: Sources, censor: Censor) -> Iterator[Part]:
    """Give them with what was written last first; to censor more than there can be room for takes long."""
    room = MOST_LOG_BYTES
    for place, file in sorted(_log_files(sources), key=lambda found: (last_written(found[1]), found), reverse=True):
        name = f"log/{place}{file.name}"
        part = _log(name, file, censor) if room > 0 else Missing(name, NO_ROOM)
        room -= len(part.content) if isinstance(part, Member) else 0
        yield part


def _log(name: str, file: Path, censor: Censor) -> Part:
    content = read_patiently(file, LONGEST_LOG, end=True)
    if isinstance(content, OSError):
        return Missing(name, content.strerror or "it cannot be read")
    is_cut = len(content) == LONGEST_LOG
    written = content.replace(b"\0", b"")  # a power cut may leave thousands
    text = decoded(whole_lines(written) if is_cut else written)
    return member(name, censored_lines(text, censor), "only its end" if is_cut else "")


def _log_files(sources: Sources) -> Iterator[tuple[str, Path]]:
    for number, state in enumerate(states_of(sources)):
        with suppress(OSError):
            for file in log_in(state, "any").parent.iterdir():
                if _LOG.fullmatch(file.name):
                    yield (f"elsewhere-{number}/" if number else ""), file
