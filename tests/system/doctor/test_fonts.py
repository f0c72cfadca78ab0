import pytest

from kiosk.system.doctor.fonts import fonts, script_of
from kiosk.system.doctor.machine import Answer, Silent
from tests.system.doctor.fake_machine import FakeMachine, told

HEBREW, CHINESE = "fc-list :lang=he family", "fc-list :lang=zh family"


@pytest.mark.parametrize(
    ("tag", "script"),
    [
        ("en", ""),
        ("pt-BR", ""),
        ("ru", ""),
        ("el", ""),
        ("ar", ""),
        ("fa", ""),
        ("he", "Hebrew"),
        ("he-IL", "Hebrew"),
        ("zh-Hant", "Chinese"),
    ],
)
def test_a_language_that_needs_a_font_of_the_system_is_known(tag: str, script: str) -> None:
    assert script_of(tag) == script


def test_the_languages_of_the_fonts_that_come_with_the_kiosk_need_no_other() -> None:
    assert told(fonts(FakeMachine(), ("en", "fr", "ru"))) == (
        "held", "Those that come with the kiosk have every language of contact.toml.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("programs", "verdict", "what"),
    [
        (
            {HEBREW: "Noto Serif Hebrew\n", CHINESE: "Noto Sans CJK\n"},
            "held",
            "The system has fonts for Hebrew, Chinese.",
        ),
        ({HEBREW: "", CHINESE: "Noto Sans CJK\n"}, "not held", "No font has Hebrew: visitors would see boxes."),
        ({HEBREW: "", CHINESE: ""}, "not held", "No font has Hebrew, Chinese: visitors would see boxes."),
        (
            {HEBREW: Silent(), CHINESE: "Noto Sans CJK\n"},
            "unknown",
            "Whether a font has Hebrew, the system did not tell (fc-list).",
        ),
    ],
)
def test_other_languages_are_asked_of_the_system(programs: dict[str, str | Answer], verdict: str, what: str) -> None:
    assert told(fonts(FakeMachine(programs=programs), ("en", "he", "zh"))) == (verdict, what)


@pytest.mark.parametrize(
    ("languages", "cure"),
    [
        (("he",), "sudo apt install fontconfig fonts-noto-core"),
        (("zh",), "sudo apt install fontconfig fonts-noto-cjk"),
        (("zh", "he", "th"), "sudo apt install fontconfig fonts-noto-cjk fonts-noto-core"),
    ],
)
def test_the_cure_names_the_packages(languages: tuple[str, ...], cure: str) -> None:
    assert fonts(FakeMachine(), languages).cure == cure
