"""A language as spoken in a country: words from the gettext catalogue, dates and times from Qt's locale data."""

from datetime import date, time
from gettext import NullTranslations, translation
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, Qt, QTime

from kiosk.said_as import as_typed

DOMAIN = "kiosk"
PLAIN_NAMES = {"en": "English", "es": "español"}
"""Where Qt names a country's variety, "American English", even when asked for the language alone."""


class LocaleSpeech:
    """Speaks `language` ("en", "pt"...) as in `country` (ISO 3166), with English where the catalogue has no words."""

    def __init__(self, catalogues: Path, language: str, country: str) -> None:
        self.language = language
        self._locale = _locale(language, country)
        self._words = _words(catalogues, language)

    @property
    def name(self) -> str:
        native = PLAIN_NAMES.get(self.language) or QLocale(self.language).nativeLanguageName() or self.language
        return native[0].upper() + native[1:]

    @property
    def right_to_left(self) -> bool:
        return self._locale.textDirection() == Qt.LayoutDirection.RightToLeft

    def say(self, text: str) -> str:
        return self._words.gettext(text)

    def count(self, one: str, many: str, number: int) -> str:
        return self._words.ngettext(one, many, number).format(number=self._locale.toString(number))

    def day(self, day: date) -> str:
        written = self._locale.toString(_qdate(day), _without_zero(self._locale.dateFormat()))
        weekday = self._locale.dayName(day.isoweekday(), QLocale.FormatType.LongFormat)
        return written.replace(weekday, "", 1).strip(" ,،")

    def weekday(self, day: date) -> str:
        return self._locale.standaloneDayName(day.isoweekday(), QLocale.FormatType.LongFormat)

    def clock(self, time: time) -> str:
        return self._locale.toString(QTime(time.hour, time.minute), QLocale.FormatType.ShortFormat)

    def typed(self, text: str) -> str:
        return as_typed(text)


def _without_zero(date_format: str) -> str:
    """Let a day before a month's name be "1": CLDR has "01 December" for South Africa, Zimbabwe and some more."""
    is_in_words = "MMM" in date_format
    return "".join("d" if part == "dd" and is_in_words else part for part in _letters_and_rest(date_format))


def _letters_and_rest(date_format: str) -> list[str]:
    """Part a format of Qt's, such as "dddd, dd MMMM yyyy", where one sign follows another."""
    return ["".join(same) for _, same in groupby(date_format)]


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _locale(language: str, country: str) -> QLocale:
    """Prefer the language as in this country; where Qt does not know the pair, English is that of Britain.

    QLocale("en") alone would be American: Sunday first and 2:05 PM.
    """
    wanted = QLocale(f"{language.replace('-', '_')}_{country}")
    if wanted.territory() == QLocale.codeToTerritory(country):
        return wanted
    return QLocale("en_GB") if language == "en" else QLocale(language)


def _words(catalogues: Path, language: str) -> NullTranslations:
    names = [language.replace("-", "_"), language.partition("-")[0]]
    return NullTranslations() if names[1] == "en" else translation(DOMAIN, catalogues, names, fallback=True)
