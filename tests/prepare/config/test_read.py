"""Reading the files: problems with their places and words, all at once."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.edition.device import Access, Device
from kiosk.prepare.article.source import ArticleSource
from kiosk.prepare.config.contact_file import ContactFile, LogoSource
from kiosk.prepare.config.device_file import DeviceFile
from kiosk.prepare.config.read import Loaded, LoadedContact, read_contact, read_device
from kiosk.prepare.problem import Place

HEAD = """schema = 1
[organisation]
name = "Haig Park"
country = "ZW"
"""
MAIL = """[[email]]
label = "Email"
address = "hello@haigpark.example"
"""

PROBLEMS = {
    "too short a number": (
        HEAD + '[[phone]]\nlabel = "Reception"\nnumber = "0775 679"\n',
        'contact.toml:7:10: phone.number: "0775 679" is too short for Zimbabwe. Write it like +263 71 234 5678',
    ),
    "the second of several": (
        HEAD + MAIL + '[[email]]\nlabel = "Office"\naddress = "a b@haigpark.example"\n',
        'contact.toml:10:11: email[2].address: "a b@haigpark.example" has a space in it. Write "ab@haigpark.example"',
    ),
    "a key with a slip": (
        HEAD + 'headng = "x"\n' + MAIL,
        'contact.toml:5:1: organisation.headng: there is no such key here. Did you mean "heading"?',
    ),
    "a key in the wrong place": (
        'country = "ZW"\n' + HEAD + MAIL,
        "contact.toml:1:1: country: there is no such key here. It belongs below [organisation]",
    ),
    "a key of nowhere": (
        HEAD + MAIL + "[look]\nzzz = 1\n",
        (
            "contact.toml:9:1: look.zzz: there is no such key here. "
            "Delete the line, or use one of: theme, motion, accent, panel, viewing_distance_m"
        ),
    ),
    "a missing key": (
        HEAD + '[[email]]\nlabel = "Email"\n',
        "contact.toml:5:3: email.address: is missing. Add the line: address = ...",
    ),
    "no organisation": (
        MAIL,
        "contact.toml: organisation: is missing. Add [organisation] with the lines name and country",
    ),
    "a country by its name": (
        '[organisation]\nname = "Haig Park"\ncountry = "Zimbabwe"\n' + MAIL,
        'contact.toml:3:11: organisation.country: "Zimbabwe" is not the two-letter code of Zimbabwe. Write "ZW"',
    ),
    "a country with several time zones": (
        '[organisation]\nname = "Haig Park"\ncountry = "PT"\n' + MAIL,
        (
            "contact.toml:1:2: organisation.time_zone: is needed, for Portugal may have several. "
            'Write one such as "Europe/Lisbon", "Atlantic/Madeira", "Atlantic/Azores"'
        ),
    ),
    "a number in place of a text": (
        HEAD + "heading = 3\n" + MAIL,
        'contact.toml:5:11: organisation.heading: is not a text. Write it in quotes: "3"',
    ),
    "an hour without quotes": (
        HEAD + MAIL + "[hours]\nmonday = 08:00:00\n",
        'contact.toml:9:10: hours.monday: is not a text. Write hours in quotes, like "08:00-17:00"',
    ),
    "a date in quotes": (
        HEAD + MAIL + '[[hours.exception]]\ndate = "2026-12-25"\nhours = "closed"\n',
        (
            "contact.toml:9:8: hours.exception.date: a date is written in another way here. "
            "Write 2026-12-25, without quotes"
        ),
    ),
    "the same date twice": (
        HEAD + MAIL + '[[hours.exception]]\ndate = 2026-12-25\nhours = "closed"\n' * 2,
        "contact.toml:12:8: hours.exception[2].date: 2026-12-25 has hours already. Delete one of the two",
    ),
    "a list with single brackets": (
        HEAD + MAIL + '[phone]\nlabel = "x"\n',
        "contact.toml:8:2: phone: has single brackets. Write double brackets, [[phone]], for there may be several",
    ),
    "a table with double brackets": (
        HEAD + MAIL + '[[look]]\ntheme = "dark"\n',
        "contact.toml:8:3: look: has double brackets. Write single brackets, [look], for there is only one",
    ),
    "none of the words": (
        HEAD + MAIL + '[look]\ntheme = "pink"\n',
        'contact.toml:9:9: look.theme: is none of the words that can stand here. Write "light", "dark" or "auto"',
    ),
    "a path with a backslash": (
        HEAD + MAIL + '[[article]]\nfile = "articles\\border.md"\n',
        (
            "contact.toml:9:8: article.file: a backslash makes an invisible character (U+0008) of what follows it. "
            "Write / instead of \\"
        ),
    ),
    "a Tab": (
        HEAD + 'heading = "Stay\tin touch"\n' + MAIL,
        (
            "contact.toml:5:11: organisation.heading: a Tab is in the text. "
            "Type a space instead; if you see a backslash there, write / instead"
        ),
    ),
    "too long a text": (
        HEAD + f'heading = "{"x" * 399}"\n' + MAIL,
        "contact.toml:5:11: organisation.heading: has more than 60 characters (it has 399). Shorten it",
    ),
    "too long a list": (
        HEAD + f"languages = {['en'] * 13}\n" + MAIL,
        "contact.toml:5:13: organisation.languages: has more than 12 entries. Delete some",
    ),
    "a slip in a key that is needed": (
        HEAD.replace("name", "nmae") + MAIL,
        'contact.toml:3:1: organisation.nmae: there is no such key here. Did you mean "name"?',
    ),
    "a colour without #": (
        HEAD + MAIL + '[look]\naccent = "B4472E"\n',
        'contact.toml:9:10: look.accent: "B4472E" is no colour. Write "#B4472E"',
    ),
    "a short colour": (
        HEAD + MAIL + '[look]\naccent = "#b43"\n',
        'contact.toml:9:10: look.accent: "#b43" is no colour. Write "#bb4433"',
    ),
    "a colour that is a number": (
        HEAD + MAIL + "[look]\naccent = 104472\n",
        'contact.toml:9:10: look.accent: is not a text. Write "#104472"',
    ),
    "a soft hyphen": (
        HEAD + 'heading = "Stay\u00ading"\n' + MAIL,
        (
            "contact.toml:5:11: organisation.heading: an invisible character (U+00AD) is hidden in the text. "
            "Delete the text and type it again"
        ),
    ),
    "an infinite longitude": (
        HEAD + '[[address]]\nlabel = "x"\nlines = ["x"]\nlatitude = 1\nlongitude = inf\n',
        "contact.toml:9:13: address.longitude: is not a number that exists. Write it like 31.021",
    ),
    "a very short number": (
        HEAD + '[[phone]]\nnumber = "+27 82 123"\n',
        (
            'contact.toml:6:10: warning: phone.number: "+27 82 123" is very short. '
            "It is shown so. Others are like +27 71 123 4567"
        ),
    ),
    "the front page of a network": (
        HEAD + MAIL + '[[social]]\nnetwork = "facebook"\nurl = "https://facebook.com/"\n',
        (
            "contact.toml:10:7: warning: social.url: the link leads to the front page of Facebook, not to yours. "
            "It is shown so. Open your page in the browser and copy its address"
        ),
    ),
    "a day the wrong way round": (
        HEAD + MAIL + '[hours]\nmonday = "17:00-08:00"\n',
        (
            "contact.toml:9:10: warning: hours.monday: is open through the night, from 17:00 to 08:00. "
            'It is shown so. If you mean the day, write "08:00-17:00"'
        ),
    ),
    "an empty file": (
        "\n",
        "contact.toml:1:1: the file is empty. Run kiosk init in another folder, and copy its contact.toml here",
    ),
    "a hidden change of direction": (
        HEAD + 'heading = "abc\u202edef"\n' + MAIL,
        (
            "contact.toml:5:11: organisation.heading: an invisible character (U+202E) is hidden in the text. "
            "Delete the text and type it again"
        ),
    ),
    "an infinite latitude": (
        HEAD + '[[address]]\nlabel = "x"\nlines = ["x"]\nlatitude = inf\nlongitude = 1\n',
        "contact.toml:8:12: address.latitude: is not a number that exists. Write it like -17.784",
    ),
    "no way to stay in touch": (
        HEAD,
        (
            "contact.toml: the file names no way to stay in touch. "
            "Add at least one [[phone]], [[email]], [[address]] or [[social]], as the starter file shows"
        ),
    ),
    "a notice that is never seen": (
        HEAD + MAIL + '[notice]\ntitle = "x"\ntext = "x"\nsince = 2026-12-25T08:00:00\nuntil = 2026-12-24T08:00:00\n',
        (
            "contact.toml:12:9: notice.until: is not after since: the notice would never be seen. "
            "Give a later date and time"
        ),
    ),
    "a newer format": (
        "schema = 2\n" + MAIL,
        (
            "contact.toml:1:10: schema: the file has format 2, and this kiosk knows formats up to 1. "
            "Update the kiosk, or take the starter file of this version; nothing was changed"
        ),
    ),
    "a format far in the future": (
        "schema = 100\n",
        (
            "contact.toml:1:10: schema: the file has format 100, and this kiosk knows formats up to 1. "
            "Update the kiosk, or take the starter file of this version; nothing was changed"
        ),
    ),
    "a key twice": (
        HEAD + 'name = "x"\n' + MAIL,
        "contact.toml:5:1: organisation.name: stands here a second time, first in line 3. Delete one of them",
    ),
    "a dotted key twice": (
        'look.theme = "dark"\nlook.theme = "light"\n' + HEAD + MAIL,
        "contact.toml:2:1: look.theme: stands here a second time, first in line 1. Delete one of them",
    ),
    "a key of an entry twice": (
        HEAD + MAIL + 'address = "office@haigpark.example"\n',
        (
            "contact.toml:8:1: email[1].address: stands here a second time, first in line 7. Delete one of them; "
            "for a further entry of a list, write its name in double brackets, like [[phone]]"
        ),
    ),
    "a text without quotes": (
        HEAD + "heading = Stay in touch\n",
        'contact.toml:5:11: the text behind the = has no quotation marks. Write "Stay in touch"',
    ),
    "an open quotation mark": (
        HEAD + 'heading = "Stay\n',
        'contact.toml:5:11: this line lacks a quotation mark. Begin and end the text with "',
    ),
    "curly quotation marks": (
        HEAD + "heading = \u201cStay\u201d\n",
        'contact.toml:5:11: this line has curly quotation marks. Use the straight ones: "',
    ),
    "a colon": (
        HEAD + 'heading: "Stay"\n',
        "contact.toml:5:8: this line has a colon behind its name. Write = instead of the colon",
    ),
    "a comma in a number": (
        HEAD + '[[address]]\nlabel = "x"\nlines = ["x"]\nlatitude = -17,784\n',
        "contact.toml:8:12: this number has a comma. Write a dot: -17.784",
    ),
    "a long text that never ends": (
        HEAD + 'heading = """Stay\n[[email]]\n',
        'contact.toml:5:1: what begins here never ends. Look for the closing bracket or quotation marks: ], " or """',
    ),
    "a list that never ends": (
        HEAD + 'languages = ["en",\n' + MAIL,
        'contact.toml:5:1: what begins here never ends. Look for the closing bracket or quotation marks: ], " or """',
    ),
    "a name that is a value already": (
        HEAD + "heading.large = 1\n[organisation.heading.large.x]\n" + MAIL,
        "contact.toml:6:30: a name stands here that means something else already. Delete one of the two",
    ),
    "an entry that is no section": (
        'phone = ["x"]\n' + HEAD + MAIL,
        (
            "contact.toml:1:10: phone: is not a section. "
            "Write [[phone]] in a line of its own and its keys below, as in the starter"
        ),
    ),
    "an open bracket": (
        HEAD + "[hours\n",
        "contact.toml:5:7: this line in brackets is not complete. Write it like [hours] or [[phone]]",
    ),
}


@pytest.mark.parametrize(("text", "problem"), PROBLEMS.values(), ids=PROBLEMS)
def test_a_mistake_is_named_with_its_place_and_its_cure(text: str, problem: str, tmp_path: Path) -> None:
    assert _problems(_read(tmp_path, text), tmp_path) == [problem]


def test_all_mistakes_are_named_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = HEAD + 'nam = "x"\n[[phone]]\nlabel = 3\nnumber = "1"\n[[phone]]\nlabel = "x"\nnumber = "0775 679"\n'

    problems = _problems(_read(tmp_path, text), tmp_path)

    assert [problem.split(": ")[1] for problem in problems] == [
        "organisation.nam",
        "phone[1].label",
        "phone[1].number",
        "phone[2].number",
    ]


def test_a_slip_in_a_key_does_not_hide_a_mistake_further_on(tmp_path: Path) -> None:
    text = HEAD.replace("name", "nmae") + '[[phone]]\nnumber = "0775 679"\n'

    problems = _problems(_read(tmp_path, text), tmp_path)

    assert [problem.split(": ")[1] for problem in problems] == ["organisation.nmae", "phone.number"]


def test_a_wrong_label_does_not_hide_a_wrong_number(tmp_path: Path) -> None:
    text = HEAD + f'[[phone]]\nlabel = "{"x" * 41}"\nnumber = "0775 679"\n'

    problems = _problems(_read(tmp_path, text), tmp_path)

    assert [problem.split(": ")[1] for problem in problems] == ["phone.label", "phone.number"]


def test_what_is_wrong_behind_a_misspelt_key_is_told_with_the_key_as_it_stands_there(tmp_path: Path) -> None:
    problems = _problems(_read(tmp_path, HEAD + '[[phone]]\nnumbr = "0775 679"\n'), tmp_path)

    assert [problem.split(": ")[:2] for problem in problems] == [
        ["contact.toml:6:1", "phone.numbr"],
        ["contact.toml:6:9", "phone.numbr"],
    ]


def test_several_slips_of_the_pen_are_named_at_once(tmp_path: Path) -> None:
    text = HEAD + 'heading = Stay\nlogo : "x"\nsocial_heading = "ok"\n[[phone]]\nlabel = Reception\n'

    lines = [problem.split(":")[1] for problem in _problems(_read(tmp_path, text), tmp_path)]

    assert lines == ["5", "6", "8", "9"]


def test_a_column_counts_letters_and_not_bytes(tmp_path: Path) -> None:
    text = HEAD + 'logo = "é" \nhours = {"ü" = 1}\n' + MAIL

    (first, *_) = _problems(_read(tmp_path, text), tmp_path)

    assert first.startswith("contact.toml:6:1: organisation.hours")


def test_a_warning_does_not_keep_the_file_from_the_screen(tmp_path: Path) -> None:
    loaded = _read(tmp_path, HEAD + MAIL + '[look]\ntheme = "light"\naccent = "#ffee00"\n')

    assert loaded.value is not None
    assert _problems(loaded, tmp_path) == [
        (
            "contact.toml:10:10: warning: look.accent: the accent #ffee00 cannot be read on #fbf9f4. "
            f"It is shown as {loaded.value.look.light.accent}"
        )
    ]


def test_what_the_card_has_no_room_for_is_named(tmp_path: Path) -> None:
    pages = "".join(
        f'[[social]]\nnetwork = "website"\nurl = "https://haigpark.example/{letter * 120}"\n' for letter in "ab"
    )

    loaded = _read(tmp_path, HEAD + MAIL + pages)

    assert _problems(loaded, tmp_path) == [
        (
            "contact.toml: warning: the contact that phones save has no room for: "
            f"https://haigpark.example/{'b' * 120}. It is saved without; the screen shows everything"
        )
    ]


def test_a_time_of_the_notice_is_meant_in_the_organisations_time_zone(tmp_path: Path) -> None:
    loaded = _read(tmp_path, HEAD + MAIL + '[notice]\ntitle = "x"\ntext = "x"\nuntil = 2026-12-24T18:00:00\n')

    assert loaded.value is not None
    assert loaded.value.notice is not None
    assert loaded.value.notice.until == datetime(2026, 12, 24, 16, 0, tzinfo=UTC)


def test_a_notice_whose_time_has_passed_is_told(tmp_path: Path) -> None:
    _read(tmp_path, HEAD + MAIL + '[notice]\ntitle = "x"\ntext = "x"\nuntil = 2026-12-24T18:00:00\n')

    before, after = (
        read_contact(tmp_path / "contact.toml", datetime(2026, 12, 24, hour, tzinfo=UTC)) for hour in (15, 16)
    )

    assert before.problems == ()
    assert _problems(after, tmp_path) == [
        (
            "contact.toml:11:9: warning: notice.until: has passed. "
            "The notice is not shown any more. Delete it, or give a later time"
        )
    ]


@pytest.mark.parametrize("theme", ["Dark", "DARK", "dark"])
def test_a_word_may_be_in_capitals(theme: str, tmp_path: Path) -> None:
    loaded = _read(tmp_path, HEAD + MAIL + f'[look]\ntheme = "{theme}"\n')

    assert loaded.value is not None
    assert loaded.value.look.theme == "dark"


def test_a_key_is_known_by_one_of_its_words(tmp_path: Path) -> None:
    file = tmp_path / "device.toml"
    file.write_text("shet = 20\n", "utf-8")

    assert [problem.cure for problem in read_device(file).problems] == ['Did you mean "sheet_seconds"?']


def test_the_logo_lies_beside_the_file(tmp_path: Path) -> None:
    loaded = _read(tmp_path, HEAD + 'logo = "logo.png"\n' + MAIL)

    logo = LogoSource(tmp_path / "logo.png", Place(tmp_path / "contact.toml", 5, 8), "Haig Park")
    assert loaded.named.logo == logo


def test_the_files_it_names_are_known_also_where_a_value_is_wrong(tmp_path: Path) -> None:
    wrong = '[[phone]]\nlabel = "Reception"\nnumber = "0775 679"\n[[article]]\nfile = "a.md"\n'

    loaded = _read(tmp_path, HEAD + wrong)

    assert loaded.value is None
    assert loaded.named.articles == (ArticleSource(tmp_path / "a.md", Place(tmp_path / "contact.toml", 9, 8)),)


def test_a_missing_device_file_means_the_defaults(tmp_path: Path) -> None:
    assert read_device(tmp_path / "device.toml") == Loaded(DeviceFile(Device(), Access()), ())


def test_a_missing_contact_file_is_a_problem(tmp_path: Path) -> None:
    assert _problems(read_contact(tmp_path / "contact.toml"), tmp_path) == [
        "contact.toml: there is no such file. Look for a spelling mistake in its name, or run: kiosk init"
    ]


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert _problems(read_contact(tmp_path), tmp_path.parent) == [
        f"{tmp_path.name}: this is not a file. Name the file itself, for example contact.toml"
    ]


def test_a_range_of_the_device_file_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "device.toml"
    file.write_text("sheet_seconds = 4\n", "utf-8")

    loaded = read_device(file)

    assert [str(problem) for problem in loaded.problems] == [
        f"{file}:1:17: sheet_seconds: is too small. Write 5 or more"
    ]


def test_the_device_file_sets_what_it_names(tmp_path: Path) -> None:
    file = tmp_path / "device.toml"
    file.write_text('screen = "HDMI-1"\nsheet_seconds = 45\n', "utf-8")

    assert read_device(file) == Loaded(DeviceFile(Device("HDMI-1", 45), Access()), ())


def test_the_device_file_says_how_large_the_screen_is_and_how_high_hands_reach(tmp_path: Path) -> None:
    file = tmp_path / "device.toml"
    file.write_text("screen_inches = 43\nlow_reach = true\n", "utf-8")

    assert read_device(file) == Loaded(DeviceFile(Device(screen_inches=43.0, low_reach=True), Access()), ())


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("screen_inches = 2", "1:17: screen_inches: is too small. Write 5 or more"),
        ("screen_inches = 1200", "1:17: screen_inches: is too large. Write 120 or less"),
        (
            "low_reach = yes",
            "1:13: yes and no are written in another way here. Write true, in small letters",
        ),
    ],
)
def test_a_screen_that_cannot_be_is_refused(tmp_path: Path, line: str, problem: str) -> None:
    file = tmp_path / "device.toml"
    file.write_text(f"{line}\n", "utf-8")

    assert [str(found) for found in read_device(file).problems] == [f"{file}:{problem}"]


def test_the_distance_to_the_screen_is_kept(tmp_path: Path) -> None:
    loaded = _read(tmp_path, HEAD + MAIL + "[look]\nviewing_distance_m = 2.5\n")

    assert loaded.value is not None
    assert loaded.value.look.viewing_distance_m == 2.5


@pytest.mark.parametrize(("metres", "cure"), [("0.1", "Write 0.3 or more"), ("11", "Write 10 or less")])
def test_nobody_stands_nearer_than_an_arm_or_farther_than_a_hall(tmp_path: Path, metres: str, cure: str) -> None:
    loaded = _read(tmp_path, HEAD + MAIL + f"[look]\nviewing_distance_m = {metres}\n")

    assert [problem.cure for problem in loaded.problems] == [cure]


def _read(folder: Path, text: str) -> LoadedContact:
    file = folder / "contact.toml"
    file.write_text(text, "utf-8")
    return read_contact(file)


def _problems(loaded: Loaded[ContactFile], folder: Path) -> list[str]:
    return [str(problem).removeprefix(f"{folder}/") for problem in loaded.problems]
