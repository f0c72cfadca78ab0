# ruff: noqa: RUF001  # letters that look like others are what this is about
"""Where articles come from: what is read, and every mistake with its place and its cure."""

from pathlib import Path

import pytest

from kiosk.edition.web_source import WebSource
from kiosk.prepare.article.source import ArticleSource, FolderSource, WebArticles
from kiosk.prepare.config.read import LoadedContact, read_contact
from kiosk.prepare.network.url import Target
from kiosk.prepare.problem import Place

HEAD = """[organisation]
name = "Haig Park"
country = "ZW"
[[email]]
address = "hello@haigpark.example"
[[article]]
"""
FEED = "https://paper.example/feed"
TARGET = Target("https", "paper.example", 443, "/feed")
LOST = "Nothing is lost. Delete the line"

READ = {
    "nothing but an address": ("", WebSource(FEED)),
    "a limit": ("limit = 20", WebSource(FEED, limit=20)),
    "an age": ("max_age_days = 3650", WebSource(FEED, max_age_days=3650)),
    "the whole text": ("full_text = true", WebSource(FEED, full_text=True)),
    "patience": ("refresh_minutes = 1440", WebSource(FEED, refresh_minutes=1440)),
    "our own": ("ours = true", WebSource(FEED, ours=True)),
    "http for what it leads to": ("allow_http = true", WebSource(FEED, allow_http=True)),
    "hosts of pictures": (
        'picture_hosts = ["CDN.example", "cdn.example"]',
        WebSource(FEED, picture_hosts=("cdn.example",)),
    ),
}
PROBLEMS = {
    "nothing to show": (
        'kicker = "News"',
        (
            "6:3: article: names nothing to show. "
            'Add a line like file = "articles/opening.md", or source = "https://paper.example/news"'
        ),
    ),
    "both": (
        'file = "a.md"\nsource = "news"',
        "6:3: article: has both a file and a source. Write a further [[article]] for one of the two",
    ),
    "an address as a file": (
        f'file = "{FEED}"',
        f'7:8: article.file: is an address, not a file. Write source = "{FEED}"',
    ),
    "an address in the quotation marks of a letter": (
        f'source = "“{FEED}”"',
        f'7:10: article.source: has other quotation marks in it. Write source = "{FEED}"',
    ),
    "a folder of Windows": (
        r'source = "C:\news"',
        "7:10: article.source: has several lines. Write it in one line. If it has a backslash in it, write / instead",
    ),
    "http": (
        'source = "http://paper.example"',
        (
            "7:10: article.source: begins with http://, and what comes that way can be changed by others. "
            'Try "https://paper.example". If that site has no https, add the line: allow_http = true'
        ),
    ),
    "a lookalike": (
        'source = "https://аррӏе.com/feed"',
        (
            '7:10: warning: article.source: the host "аррӏе.com" has letters that look like others; '
            "to computers it is xn--80ak6aa92e.com. "
            "It is visited so. If you mean another, type the address in plain letters"
        ),
    ),
    "an address without quotes": (
        f"source = {FEED}",
        f'7:10: the text behind the = has no quotation marks. Write "{FEED}"',
    ),
    "the name of another section": (
        f'url = "{FEED}"',
        '7:1: article.url: there is no such key here. Did you mean "source"?',
    ),
    "what it is": (f'feed = "{FEED}"', '7:1: article.feed: there is no such key here. Did you mean "source"?'),
    "too few": (f'source = "{FEED}"\nlimit = 0', "8:9: article.limit: is too small. Write 1 or more"),
    "too many": (f'source = "{FEED}"\nlimit = 21', "8:9: article.limit: is too large. Write 20 or less"),
    "a limit in words": (
        f'source = "{FEED}"\nlimit = three',
        "8:9: this is not a whole number. Write digits only, without quotes",
    ),
    "an age of nothing": (
        f'source = "{FEED}"\nmax_age_days = 0',
        "8:16: article.max_age_days: is too small. Write 1 or more",
    ),
    "an age of ages": (
        f'source = "{FEED}"\nmax_age_days = 4000',
        "8:16: article.max_age_days: is too large. Write 3650 or less",
    ),
    "an age with its unit": (
        f'source = "{FEED}"\nmax_age_days = 7 days',
        "8:16: this is not a whole number. Write digits only, without quotes",
    ),
    "haste": (
        f'source = "{FEED}"\nrefresh_minutes = 1',
        "8:19: article.refresh_minutes: is too small. Write 5 or more",
    ),
    "too much patience": (
        f'source = "{FEED}"\nrefresh_minutes = 1441',
        "8:19: article.refresh_minutes: is too large. Write 1440 or less",
    ),
    "yes": (
        f'source = "{FEED}"\nfull_text = yes',
        "8:13: yes and no are written in another way here. Write true, in small letters",
    ),
    "a word for true": (
        f'source = "{FEED}"\nours = "true"',
        "8:8: article.ours: is neither yes nor no. Write true or false, without quotes",
    ),
    "a picture in place of its host": (
        f'source = "{FEED}"\npicture_hosts = ["https://cdn.example/a.jpg"]',
        (
            '8:18: article.picture_hosts: "https://cdn.example/a.jpg" is more than a host. '
            'Write the host alone: "cdn.example"'
        ),
    ),
    "a host that cannot be": (
        f'source = "{FEED}"\npicture_hosts = ["cdn.example", "a b"]',
        ('8:33: article.picture_hosts[2]: "a b" has no proper host name. Write a host like "paper.example"'),
    ),
    "a host without a list": (
        f'source = "{FEED}"\npicture_hosts = "cdn.example"',
        ('8:17: article.picture_hosts: is not a list. Write square brackets around it, like ["this", "that"]'),
    ),
    "a slip in a key": (
        f'source = "{FEED}"\nrefresh_minuts = 30',
        '8:1: article.refresh_minuts: there is no such key here. Did you mean "refresh_minutes"?',
    ),
    "a folder asked like a site": (
        'source = "news"\nlimit = 4\nrefresh_minutes = 30',
        f"9:1: warning: article.refresh_minutes: means nothing for a folder. {LOST}",
    ),
    "the whole text of a folder": (
        'source = "news"\nfull_text = true',
        f"8:1: warning: article.full_text: means nothing for a folder. {LOST}",
    ),
    "a file with a limit": (
        'file = "a.md"\nlimit = 3',
        f"8:1: warning: article.limit: means nothing for a single file. {LOST}",
    ),
    "a file that is refreshed": (
        'source = "a.md"\nrefresh_minutes = 30',
        f"8:1: warning: article.refresh_minutes: means nothing for a single file. {LOST}",
    ),
    "a file with an age": (
        'file = "a.md"\nmax_age_days = 3',
        (
            "8:1: warning: article.max_age_days: means nothing for a single file. "
            "Delete the line. To take the article from the screen on a day, add a line like to = 2026-12-27"
        ),
    ),
    "the same address": (
        f'source = "{FEED}"\n[[article]]\nsource = "{FEED}#top"\nlimit = 1',
        (
            "9:10: warning: article[2].source: stands here a second time, first in line 7. "
            "Its articles are shown twice. Delete one of the two"
        ),
    ),
    "the same folder": (
        'source = "news"\n[[article]]\nfile = "news"',
        (
            "9:8: warning: article[2].file: stands here a second time, first in line 7. "
            "Its articles are shown twice. Delete one of the two"
        ),
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a.md and news/ in it, and one called elsewhere/ beside it."""
    folder = tmp_path / "staff"
    (folder / "news").mkdir(parents=True)
    (folder / "a.md").write_text("# A\n\nText")
    (tmp_path / "elsewhere").mkdir()
    return folder


def read(folder: Path, lines: str) -> LoadedContact:
    file = folder / "contact.toml"
    file.write_text(f"{HEAD}{lines}\n", "utf-8")
    return read_contact(file)


@pytest.mark.parametrize(("lines", "problem"), PROBLEMS.values(), ids=PROBLEMS)
def test_a_mistake_is_named_with_its_place_and_its_cure(lines: str, problem: str, folder: Path) -> None:
    problems = read(folder, lines).problems

    assert [str(found).removeprefix(f"{folder}/contact.toml:") for found in problems] == [problem]


@pytest.mark.parametrize(("lines", "source"), READ.values(), ids=READ)
def test_a_source_in_the_world_is_read(lines: str, source: WebSource, folder: Path) -> None:
    loaded = read(folder, f'source = "{FEED}"\nkicker = "World"\n{lines}')

    assert loaded.problems == ()
    assert loaded.named.articles == (WebArticles(source, TARGET, Place(folder / "contact.toml", 7, 10), "World"),)


def test_a_folder_is_read_under_either_name(folder: Path) -> None:
    loaded = read(folder, 'source = "news"\nlimit = 4\nmax_age_days = 7\n[[article]]\nfile = "news/"')

    place = [Place(folder / "contact.toml", line, column) for line, column in ((7, 10), (11, 8))]
    assert loaded.named.articles == (
        FolderSource(folder / "news", place[0], limit=4, max_age_days=7),
        FolderSource(folder / "news", place[1], key="file"),
    )


def test_a_file_may_be_called_a_source(folder: Path) -> None:
    loaded = read(folder, 'source = "a.md"')

    assert loaded.named.articles == (
        ArticleSource(folder / "a.md", Place(folder / "contact.toml", 7, 10), key="source"),
    )


def test_one_file_may_have_two_timings(folder: Path) -> None:
    assert read(folder, 'file = "a.md"\n[[article]]\nfile = "a.md"').problems == ()


def test_a_folder_elsewhere_is_not_looked_into(folder: Path) -> None:
    loaded = read(folder, 'source = "../elsewhere"\nfull_text = true')

    assert loaded.problems == ()
    assert isinstance(loaded.named.articles[0], ArticleSource)


def test_sources_are_known_also_where_another_entry_is_wrong(folder: Path) -> None:
    loaded = read(folder, f'file = "a.md"\nsource = "news"\n[[article]]\nsource = "{FEED}"')

    assert loaded.value is None
    (known,) = loaded.named.articles
    assert isinstance(known, WebArticles)
    assert known.place.line == 10


OUT_OF_RANGE = (
    "limit = 500",
    "max_age_days = 0",
    "refresh_minutes = 1",
    "priority = 101",
    'kicker = ""',
    'days = ["monday", 2]',
    "from = 8",
    'full_text = "yes"',
)


@pytest.mark.parametrize("line", OUT_OF_RANGE)
def test_a_value_that_cannot_be_hides_no_other_mistake_of_its_entry(line: str, folder: Path) -> None:
    loaded = read(folder, f'source = "{FEED}"\n{line}\nend = "25:00"\npicture_hosts = ["*.example"]')

    assert [problem.place.line for problem in loaded.problems] == [8, 9, 10]
    assert [problem.key for problem in loaded.problems][1:] == ["article.end", "article.picture_hosts"]
    assert isinstance(loaded.named.articles[0], WebArticles)


def test_a_file_is_looked_for_although_its_key_has_a_slip(folder: Path) -> None:
    loaded = read(folder, 'fiel = "a.md"\nlimit = 0')

    assert [problem.key for problem in loaded.problems] == ["article.fiel", "article.limit"]
    assert loaded.named.articles == (ArticleSource(folder / "a.md", Place(folder / "contact.toml", 7, 8)),)


def test_a_slip_beside_a_named_file_is_not_taken_for_a_second_name(folder: Path) -> None:
    loaded = read(folder, f'file = "a.md"\nlink = "{FEED}"')

    assert [problem.key for problem in loaded.problems] == ["article.link"]
    assert isinstance(loaded.named.articles[0], ArticleSource)
