"""What one visit leaves for the next."""

from contextlib import suppress
from pathlib import Path

from kiosk.edition.web_source import WebSource, visit_file
from kiosk.prepare.gathering.memory import EARLY_ENDS, MOST_QUARANTINED, Memory

SOURCE = WebSource("https://paper.example/feed.xml")


def memory(state: Path) -> Memory:
    return Memory(state, SOURCE)


class Killed(BaseException):
    """Stands for the end of the process: nothing after it runs."""


def test_what_a_visit_came_to_an_end_with_is_not_quarantined(tmp_path: Path) -> None:
    with memory(tmp_path).trying("good"):
        pass

    assert not memory(tmp_path).is_quarantined("good")


def die_of(state: Path, digest: str) -> None:
    with suppress(Killed), memory(state).trying(digest):
        raise Killed


def test_what_two_visits_in_a_row_died_of_is_quarantined_for_all_later_ones(tmp_path: Path) -> None:
    die_of(tmp_path, "poison")
    die_of(tmp_path, "poison")

    for _ in range(2):
        assert memory(tmp_path).is_quarantined("poison")
        with memory(tmp_path).trying("good"):
            pass


def test_what_one_visit_ended_early_with_is_tried_again(tmp_path: Path) -> None:
    die_of(tmp_path, "innocent")

    assert not memory(tmp_path).is_quarantined("innocent")


def test_what_came_to_its_end_meanwhile_is_suspected_no_longer(tmp_path: Path) -> None:
    die_of(tmp_path, "innocent")
    with memory(tmp_path).trying("innocent"):
        pass
    die_of(tmp_path, "innocent")

    assert not memory(tmp_path).is_quarantined("innocent")


def test_a_suspect_is_still_one_when_others_were_tried_before_it(tmp_path: Path) -> None:
    die_of(tmp_path, "poison")
    second = memory(tmp_path)
    with second.trying("good"):
        pass
    with suppress(Killed), second.trying("poison"):
        raise Killed

    assert memory(tmp_path).is_quarantined("poison")


def test_what_does_not_fit_the_screen_is_quarantined_at_once(tmp_path: Path) -> None:
    first = memory(tmp_path)
    first.quarantine("bomb")

    assert first.is_quarantined("bomb")
    assert memory(tmp_path).is_quarantined("bomb")


def test_what_the_disk_is_to_blame_for_is_not_quarantined(tmp_path: Path) -> None:
    with suppress(OSError), memory(tmp_path).trying("good"):
        raise OSError(28, "No space left on device")

    assert not memory(tmp_path).is_quarantined("good")


def test_the_oldest_leave_quarantine_when_there_are_too_many(tmp_path: Path) -> None:
    first = memory(tmp_path)
    for number in range(MOST_QUARANTINED + 1):
        first.quarantine(str(number))

    assert not memory(tmp_path).is_quarantined("0")
    assert memory(tmp_path).is_quarantined("1")


def test_how_to_ask_the_server_again_is_remembered(tmp_path: Path) -> None:
    memory(tmp_path).came("feed", "paper.example", '"abc"', "Sun, 01 Nov 2026 08:00:00 GMT")

    found = memory(tmp_path).remembered

    assert (found.came_as, found.site) == ("feed", "paper.example")
    assert (found.etag, found.last_modified) == ('"abc"', "Sun, 01 Nov 2026 08:00:00 GMT")


def test_a_damaged_memory_is_an_empty_one(tmp_path: Path) -> None:
    memory(tmp_path).quarantine("bomb")
    file = visit_file(tmp_path, SOURCE).with_name("memory.json")
    file.write_bytes(file.read_bytes()[:-1])

    assert not memory(tmp_path).is_quarantined("bomb")


def test_a_disk_that_takes_nothing_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file where the folder should be", "utf-8")

    first = memory(tmp_path)
    first.quarantine("bomb")

    assert first.is_quarantined("bomb")


def test_a_source_whose_visits_end_early_whatever_it_brings_is_left_alone_and_tried_once_now_and_then(
    tmp_path: Path,
) -> None:
    alone = []
    for visit in range(6):
        alone.append(memory(tmp_path).leaves_alone())
        if not alone[-1]:
            die_of(tmp_path, f"another each time: {visit}")

    assert EARLY_ENDS == 3
    assert alone == [False, False, False, True, False, True]


def test_a_visit_that_comes_to_its_end_clears_the_source(tmp_path: Path) -> None:
    die_of(tmp_path, "one")
    die_of(tmp_path, "two")
    with memory(tmp_path).trying("good"):
        pass
    die_of(tmp_path, "three")

    assert not memory(tmp_path).leaves_alone()
