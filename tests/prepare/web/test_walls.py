# ruff: noqa: RUF001  # lines are written as in their languages

import pytest

from kiosk.prepare.web.walls import Wall, wall_called, walls_in


@pytest.mark.parametrize(
    ("line", "wall"),
    [
        ("We and our 214 partners use cookies.", "cookies"), ("Diese Website verwendet Cookies.", "cookies"), ("Subscribe to continue reading", "paywall"),
        ("La suite est réservée aux abonnés", "paywall"), ("Verify you are human", "robot"), ("请输入验证码", "robot"), ("Please enable JavaScript", "script"),
        ("The page you're looking for doesn’t exist", "error"), ("Доступ запрещён", "error"), ("Forgot your password?", "login"), ("كلمة المرور", "login"),
        ("Connect to the free Wi-Fi", "portal"),
    ],
)  # fmt: skip  # pairs, not a column
def test_a_wall_is_known_by_how_it_speaks(line: str, wall: Wall) -> None:
    assert wall in walls_in(line)


@pytest.mark.parametrize(
    "line",
    [
        "She bakes cookies for forty children.",
        "“We use cookies” is not enough, the court said.",
        "The robot picked an apple.",
        "He had forgotten the word.",
    ],
)
def test_a_sentence_about_the_same_does_not_speak_so(line: str) -> None:
    assert walls_in(line) == {}


def test_each_kind_is_counted() -> None:
    assert walls_in("We use cookies. Accept all cookies. Reject all cookies.") == {"cookies": 3}


@pytest.mark.parametrize(
    ("title", "wall"),
    [("Just a moment...", "robot"), ("404 Not Found", "error"), ("Seite nicht gefunden", "error"), ("Log in", "login"), ("We’ll be right back", "error"),
     ("Just a moment of rest", None), ("Page by page", None), ("Cookies for forty", None), ("", None)],
)  # fmt: skip  # pairs, not a column
def test_only_a_whole_title_is_a_walls(title: str, wall: Wall | None) -> None:
    assert wall_called(title) == wall
