"""The languages of the screen, each made once."""

from kiosk.display.page.speech import Speech
from kiosk.display.speech import LocaleSpeech
from kiosk.edition.model import Edition
from kiosk.paths import resources


class Speeches:
    def __init__(self) -> None:
        self._made: dict[tuple[str, str], Speech] = {}

    def of(self, edition: Edition, chosen: str) -> Speech:
        """Give the language that the visitor has chosen, or the edition's default one."""
        language = chosen if chosen in edition.languages else edition.languages[0]
        return self._speech(language, edition.organisation.country)

    def of_package(self) -> Speech:
        """Give the language of what is shown without an edition."""
        return self._speech("en", "GB")

    def _speech(self, language: str, country: str) -> Speech:
        if (language, country) not in self._made:
            self._made[language, country] = LocaleSpeech(resources() / "locale", language, country)
        return self._made[language, country]
