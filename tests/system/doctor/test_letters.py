from dataclasses import replace

import pytest

from kiosk.system.doctor.letters import letters
from kiosk.system.doctor.machine import Answer, Refused, Silent, Text
from tests.system.doctor.fake_machine import SUBJECT, FakeMachine, told

ASKED = replace(SUBJECT, asks_letters=("kiosk", "letters"))
CHINESE = "Chinese, Japanese or Korean"


def machine(answer: str | Answer, system: str = "linux") -> FakeMachine:
    return FakeMachine(system, programs={"kiosk letters": answer})


def test_every_letter_has_a_font() -> None:
    (found,) = letters(machine(""), ASKED)

    assert told(found) == ("held", "Every letter of the articles that are shown has a font.")


def test_scripts_without_a_font_are_named() -> None:
    (found,) = letters(machine(f"{CHINESE}\nThai\n"), ASKED)

    assert told(found) == (
        "not held",
        f"No font has letters of the articles that are shown ({CHINESE}; Thai): visitors see boxes.",
    )


@pytest.mark.parametrize(
    ("scripts", "cure"),
    [
        ("Thai\n", "sudo apt install fonts-noto-core"),
        (f"{CHINESE}\n", "sudo apt install fonts-noto-cjk"),
        ("Hebrew\nThai\nsymbols and emoji\n", "sudo apt install fonts-noto-color-emoji fonts-noto-core"),
    ],
)
def test_the_cure_names_the_packages(scripts: str, cure: str) -> None:
    (found,) = letters(machine(scripts), ASKED)

    assert found.cure == cure


@pytest.mark.parametrize(("system", "beginning"), [("win32", "Settings > "), ("darwin", "Install a font ")])
def test_other_systems_have_another_cure(system: str, beginning: str) -> None:
    (found,) = letters(machine("Thai\n", system), ASKED)

    assert found.cure.startswith(beginning)


@pytest.mark.parametrize("answer", [Silent(), Refused(), Text("", 1)])
def test_what_did_not_answer_is_not_known(answer: Answer) -> None:
    (found,) = letters(machine(answer), ASKED)

    assert found.verdict == "unknown"


def test_nobody_asks_where_there_is_no_program_to_ask() -> None:
    assert list(letters(machine(""), SUBJECT)) == []
