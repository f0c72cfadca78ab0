"""Whether every letter of what is on the screen has a font, asked of the program that paints them."""

from collections.abc import Iterator

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Machine, Text
from kiosk.system.doctor.subject import Subject

LETTERS = Danger("letters", "Letters of the articles")
_PACKAGES = {"Chinese, Japanese or Korean": "fonts-noto-cjk", "symbols and emoji": "fonts-noto-color-emoji"}
_OTHER_PACKAGE = "fonts-noto-core"
_CURES = {
    "win32": "Settings > Time & language > Language & region > Add a language, and install the one of these letters",
    "darwin": "Install a font that has them with Font Book, such as one of Noto",
}


def letters(machine: Machine, subject: Subject) -> Iterator[Found]:
    if not subject.asks_letters:
        return
    answer = machine.run(*subject.asks_letters)
    if not isinstance(answer, Text) or answer.exit_status:
        yield LETTERS.unknown("Whether every letter has a font could not be found out in time.", "kiosk doctor")
    elif scripts := answer.text.splitlines():
        what = f"No font has letters of the articles that are shown ({'; '.join(scripts)}): visitors see boxes."
        yield LETTERS.not_held(what, _CURES.get(machine.system) or _packages(scripts))
    else:
        yield LETTERS.held("Every letter of the articles that are shown has a font.")


def _packages(scripts: list[str]) -> str:
    return f"sudo apt install {' '.join(sorted({_PACKAGES.get(script, _OTHER_PACKAGE) for script in scripts}))}"
