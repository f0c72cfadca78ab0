"""What came and went while a batch was tried is told from what the watching programs have written down."""

from pathlib import Path

import pytest

from tests.reliability.escape_watch import Log, Watch

WINDOW = 0x800007
MAPPED = """
MapNotify event, serial 19, synthetic NO, window 0x50d,
    event 0x50d, window {window}, override {overrides}

UnmapNotify event, serial 19, synthetic NO, window 0x50d,
    event 0x50d, window {window}, from_configure NO
"""


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    return Watch(Log(tmp_path / "windows"), Log(tmp_path / "properties"), Log(tmp_path / "programs"))


def test_a_menu_that_is_gone_again_was_the_programs(watch: Watch, tmp_path: Path) -> None:
    (tmp_path / "windows").write_text(MAPPED.format(window="0x800011", overrides="YES"), "utf-8")

    assert watch.news(WINDOW) == (["a window came up: 0x800011"], [])


def test_a_menu_of_the_window_manager_is_anothers(watch: Watch, tmp_path: Path) -> None:
    (tmp_path / "windows").write_text(MAPPED.format(window="0x400011", overrides="YES"), "utf-8")

    assert watch.news(WINDOW) == ([], ["a window came up: 0x400011"])


def test_a_window_that_the_window_manager_manages_counts_as_the_sessions(watch: Watch, tmp_path: Path) -> None:
    (tmp_path / "windows").write_text(MAPPED.format(window="0x800007", overrides="NO"), "utf-8")

    assert watch.news(WINDOW) == ([], ["a window came up: 0x800007"])


def test_another_active_window_is_told_though_it_is_so_no_more(watch: Watch, tmp_path: Path) -> None:
    (tmp_path / "properties").write_text("_NET_ACTIVE_WINDOW(WINDOW): window id # 0x0\n", "utf-8")

    assert watch.news(WINDOW) == ([], ["_NET_ACTIVE_WINDOW(WINDOW): window id # 0x0"])


@pytest.mark.parametrize(
    ("program", "counts"),
    [
        pytest.param("/usr/bin/xdg-open", True, id="whatever opens links"),
        pytest.param("/usr/bin/xset-or-worse", True, id="a similar name"),
        pytest.param("/usr/bin/xset", False, id="what the supervisor asks about the screen"),
    ],
)
def test_a_program_that_was_started_is_told(watch: Watch, tmp_path: Path, program: str, *, counts: bool) -> None:
    (tmp_path / "programs").write_text(f'12 execve("{program}", ["x"], 0x7f /* 36 vars */) = 0\n', "utf-8")

    assert len(watch.news(WINDOW)[0]) == int(counts)


def test_nothing_is_told_twice(watch: Watch, tmp_path: Path) -> None:
    (tmp_path / "windows").write_text(MAPPED.format(window="0x800011", overrides="YES"), "utf-8")
    watch.news(WINDOW)

    assert watch.news(WINDOW) == ([], [])
