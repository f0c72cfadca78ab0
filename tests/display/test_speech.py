from datetime import date, time
from pathlib import Path

import pytest

from kiosk.display.speech import LocaleSpeech
from kiosk.paths import resources
from kiosk.said_as import SAID_AS

CATALOGUES = resources() / "locale"
TUESDAY = date(2022, 12, 20)


def speech(language: str, country: str) -> LocaleSpeech:
    return LocaleSpeech(CATALOGUES, language, country)


@pytest.mark.parametrize(
    ("language", "country", "clock"),
    [
        ("en", "ZW", "14:05"),
        ("en", "GB", "14:05"),
        ("en", "US", "2:05\u202fPM"),
        ("fr", "FR", "14:05"),
        ("fr", "CA", "14 h 05"),
        ("pt", "MZ", "14:05"),
        ("ar", "MA", "14:05"),
        ("ar", "EG", "٢:٠٥ م"),  # noqa: RUF001  # Arabic digits are meant
    ],
)
def test_the_time_is_told_as_in_the_country(language: str, country: str, clock: str) -> None:
    assert speech(language, country).clock(time(14, 5)) == clock


@pytest.mark.parametrize(
    ("language", "country", "day"),
    [
        ("en", "ZW", "20 December 2022"),
        ("en", "US", "December 20, 2022"),
        ("fr", "FR", "20 décembre 2022"),
        ("fr", "CH", "20 décembre 2022"),
        ("pt", "PT", "20 de dezembro de 2022"),
        ("ar", "MA", "20 دجنبر 2022"),
        ("ar", "EG", "٢٠ ديسمبر ٢٠٢٢"),
        ("sn", "ZW", "2022 Zvita 20"),
        ("nd", "ZW", "20 Mpalakazi 2022"),
        ("de", "DE", "20. Dezember 2022"),
        ("zh", "CN", "2022年12月20日"),
        ("hu", "HU", "2022. december 20."),
    ],
)
def test_a_date_is_written_out_without_its_weekday(language: str, country: str, day: str) -> None:
    assert speech(language, country).day(TUESDAY) == day


@pytest.mark.parametrize(
    ("language", "country", "day"),
    [
        ("en", "ZW", "1 December 2025"),
        ("en", "ZA", "1 December 2025"),
        ("es", "HN", "1 de diciembre de 2025"),
        ("id", "ID", "1 Desember 2025"),
        ("fr", "FR", "1 décembre 2025"),
        ("en", "US", "December 1, 2025"),
        pytest.param("ko", "KR", "2025년 12월 1일", id="figures as they are"),
        pytest.param("lt", "LT", "2025 m. gruodžio 1 d.", id="words in quotation marks"),
    ],
)
def test_no_zero_stands_before_a_day_where_the_month_is_a_word(language: str, country: str, day: str) -> None:
    assert speech(language, country).day(date(2025, 12, 1)) == day


@pytest.mark.parametrize(
    ("language", "weekday"), [("en", "Tuesday"), ("fr", "mardi"), ("pt", "terça-feira"), ("ar", "الثلاثاء")]
)
def test_a_weekday_has_its_full_name(language: str, weekday: str) -> None:
    assert speech(language, "ZW").weekday(TUESDAY) == weekday


@pytest.mark.parametrize(
    ("language", "country", "name"),
    [
        ("en", "ZW", "English"),
        ("en", "US", "English"),
        ("es", "MX", "Español"),
        ("fr", "FR", "Français"),
        ("fr", "CA", "Français"),
        ("pt", "PT", "Português"),
        ("ar", "EG", "العربية"),
        ("sn", "ZW", "ChiShona"),
        ("nl", "BE", "Nederlands"),
        ("xx", "ZW", "Xx"),
    ],
)
def test_a_language_is_called_by_its_own_name_whatever_the_country(language: str, country: str, name: str) -> None:
    assert speech(language, country).name == name


@pytest.mark.parametrize(
    ("language", "from_right"), [("en", False), ("fr", False), ("pt", False), ("ar", True), ("he", True), ("fa", True)]
)
def test_the_direction_is_the_scripts(language: str, *, from_right: bool) -> None:
    assert speech(language, "ZW").right_to_left is from_right


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Close"), ("fr", "Fermer"), ("pt", "Fechar"), ("pt-MZ", "Fechar"), ("ar", "إغلاق"), ("xx", "Close")],
)
def test_words_come_from_the_catalogue_or_else_in_english(language: str, words: str) -> None:
    assert speech(language, "ZW").say("Close") == words


def test_a_text_that_no_catalogue_knows_is_said_as_it_is() -> None:
    assert speech("fr", "FR").say("Never written down") == "Never written down"


def test_without_any_catalogue_english_is_spoken(tmp_path: Path) -> None:
    assert LocaleSpeech(tmp_path, "fr", "FR").say("Close") == "Close"


@pytest.mark.parametrize(
    ("language", "country", "number", "words"),
    [
        ("en", "ZW", 1, "1 min read"),
        ("en", "ZW", 12, "12 min read"),
        ("fr", "FR", 1, "1\xa0min de lecture"),
        ("pt", "MZ", 12, "12\xa0min de leitura"),
        ("ar", "MA", 1, "دقيقة واحدة للقراءة"),
        ("ar", "MA", 2, "دقيقتان للقراءة"),
        ("ar", "MA", 3, "3 دقائق للقراءة"),
        ("ar", "MA", 11, "11 دقيقة للقراءة"),
        ("ar", "EG", 12, "١٢ دقيقة للقراءة"),
        ("ar", "MA", 100, "100 دقيقة للقراءة"),
    ],
)
def test_numbers_are_counted_by_the_rules_of_the_language(language: str, country: str, number: int, words: str) -> None:
    assert speech(language, country).count("{number} min read", "{number} min read", number) == words


@pytest.mark.parametrize(
    ("language", "country"), [("en", "JP"), ("fr", "ZW"), ("pt", "ZW"), ("ar", "ZW"), ("xx", "ZW"), ("en", "XX")]
)
def test_a_language_far_from_home_tells_the_time_all_the_same(language: str, country: str) -> None:
    far = speech(language, country)

    assert far.clock(time(9, 0)) != ""
    assert far.day(TUESDAY) != ""


def test_english_far_from_home_is_not_american() -> None:
    assert speech("en", "XX").clock(time(14, 5)) == "14:05"


@pytest.mark.parametrize("language", ["en", "fr", "pt", "ar"])
def test_what_is_to_be_typed_is_typed_as_on_this_computer(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    spoken = speech(language, "GB")
    sentence = spoken.say("Type kiosk doctor on this computer: it says what to do.")
    monkeypatch.setenv(SAID_AS, "sudo kiosk-lobby")

    assert spoken.typed(sentence) == sentence.replace("kiosk doctor", "sudo kiosk-lobby doctor") != sentence
