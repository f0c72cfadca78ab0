from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.edition.digest import sha256
from kiosk.edition.model import Article, Edition, Figure, Paragraph, Picture, Rotation, Run, Schedule
from kiosk.edition.web_source import WebSource, articles_file
from kiosk.prepare.compose import LOGO_TALLEST, LOGO_WIDEST, MOST_ARTICLES, Composed, compose
from kiosk.prepare.kept import Kept, KeptArticle, Shelf, keep
from kiosk.prepare.picture import PreparedPicture
from kiosk.prepare.problem import has_errors
from tests.edition.turns import wall

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
FEED = WebSource("https://paper.example/feed")


def with_logo(contact: Path, name: str) -> None:
    text = contact.read_text("utf-8")
    contact.write_text(text.replace("[organisation]", f'[organisation]\nlogo = "{name}"', 1), "utf-8")


def composed_of(contact: Path) -> Composed:
    return compose(contact, state_of(contact), NOW)


def state_of(contact: Path) -> Path:
    return contact.parent.parent / "state"


def add(contact: Path, *entries: str) -> None:
    """Write further entries for articles at the end of the file."""
    with contact.open("a", encoding="utf-8") as file:
        file.write("".join(f"\n[[article]]\n{entry}\n" for entry in entries))


def bring(contact: Path, source: WebSource, *titles: str, picture: PreparedPicture | None = None) -> None:
    """Let the world have brought articles of these titles, each a day older than the one before."""
    lead = Figure(picture.picture) if picture else None
    articles = [Article(title, (Paragraph((Run("Text"),)),), picture=lead) for title in titles]
    dated = [KeptArticle(str(age), article, NOW - timedelta(days=age)) for age, article in enumerate(articles)]
    keep(state_of(contact), Kept(source, tuple(dated)))


def edition_of(contact: Path) -> Edition:
    edition = composed_of(contact).edition
    assert edition is not None
    return edition


def draw(file: Path, width: int, height: int) -> None:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    assert image.save(str(file))


def test_the_starter_becomes_an_edition_without_a_problem(contact: Path) -> None:
    composed = composed_of(contact)

    assert composed.problems == ()
    assert composed.edition is not None
    assert composed.edition.organisation.name == "Haig Park Office"
    assert len(composed.edition.articles) == 2


def test_each_article_keeps_its_timing(contact: Path) -> None:
    text = contact.read_text("utf-8").replace("# days = [", "days = [").replace("# priority = ", "priority = ")
    contact.write_text(text.replace("longest_seconds = 120", "longest_seconds = 90"), "utf-8")

    edition = composed_of(contact).edition

    assert edition is not None
    assert [(article.schedule, article.priority) for article in edition.articles] == [
        (Schedule(days=(4, 5)), 1),
        (None, 0),
    ]
    assert edition.rotation == Rotation(longest_seconds=90)


def test_everything_it_is_made_from_is_named(contact: Path) -> None:
    files = composed_of(contact).files

    assert files[0] == contact
    assert {file.name for file in files} >= {"contact.toml", "border.md", "kiosk.md", "hills.jpg"}


def test_the_same_files_give_the_same_edition(contact: Path) -> None:
    assert composed_of(contact) == composed_of(contact)


def test_a_mistake_in_contact_toml_makes_no_edition(contact: Path) -> None:
    contact.write_text("[organisation\n", "utf-8")

    composed = composed_of(contact)

    assert composed.edition is None
    assert has_errors(composed.problems)
    assert composed.files == (contact,)


def test_a_missing_contact_toml_is_a_problem(tmp_path: Path) -> None:
    composed = composed_of(tmp_path / "staff" / "contact.toml")

    assert composed.edition is None
    assert [problem.place.file for problem in composed.problems] == [tmp_path / "staff" / "contact.toml"]


def test_a_missing_article_makes_no_edition_and_is_watched(contact: Path) -> None:
    article = contact.parent / "articles" / "border.md"
    article.unlink()

    composed = composed_of(contact)

    assert composed.edition is None
    assert has_errors(composed.problems)
    assert article in composed.files


def test_problems_of_all_files_are_named_at_once(contact: Path) -> None:
    text = contact.read_text("utf-8").replace("articles/border.md", "articles/bordr.md")
    contact.write_text(text.replace('number = "', 'number = "0775 679" #', 1), "utf-8")
    with_logo(contact, "lost.png")

    composed = composed_of(contact)

    assert composed.edition is None
    assert {problem.key for problem in composed.problems} >= {"phone.number", "article.file", "organisation.logo"}
    assert {file.name for file in composed.files} >= {"contact.toml", "bordr.md", "kiosk.md", "lost.png"}


def test_problems_come_down_the_file_whoever_found_them(contact: Path) -> None:
    text = contact.read_text("utf-8").replace("articles/border.md", "articles/bordr.md")
    contact.write_text(text.replace('number = "', 'number = "0775 679" #', 1), "utf-8")
    with_logo(contact, "lost.png")

    lines = [problem.place.line for problem in composed_of(contact).problems]

    assert len(lines) >= 3
    assert lines == sorted(lines)


@pytest.mark.parametrize("name", ["../logo.png", "/etc/logo.png"])
def test_a_logo_of_another_folder_is_not_read(contact: Path, name: str) -> None:
    draw(contact.parent.parent / "logo.png", 20, 10)
    with_logo(contact, name)

    composed = composed_of(contact)

    assert composed.edition is not None
    assert composed.edition.organisation.logo is None
    (problem,) = composed.problems
    assert (problem.key, problem.place.file) == ("organisation.logo", contact)
    assert problem.cure.endswith('Copy it beside contact.toml and write "logo.png"')


def test_a_logo_is_fitted_and_carried_in_the_edition(contact: Path) -> None:
    draw(contact.parent / "logo.png", 2000, 1000)
    with_logo(contact, "logo.png")

    composed = composed_of(contact)

    assert composed.edition is not None
    logo = composed.edition.organisation.logo
    assert logo is not None
    assert logo.width <= LOGO_WIDEST
    assert logo.height <= LOGO_TALLEST
    assert logo.alt == "Haig Park Office"
    assert logo in [prepared.picture for prepared in composed.pictures]


def test_a_logo_that_cannot_be_used_gives_way_to_the_name(contact: Path) -> None:
    with_logo(contact, "lost.png")

    composed = composed_of(contact)

    assert composed.edition is not None
    assert composed.edition.organisation.logo is None
    (problem,) = composed.problems
    assert problem.severity == "warning"
    assert problem.key == "organisation.logo"
    assert problem.cure.startswith("The name Haig Park Office is shown instead. ")
    assert contact.parent / "lost.png" in composed.files


def test_sources_bring_their_articles_in_their_entry_s_place(contact: Path) -> None:
    (contact.parent / "news").mkdir()
    (contact.parent / "news" / "a.md").write_text("---\ndate: 2026-11-01\n---\n# A\n\nText")
    (contact.parent / "news" / "b.md").write_text("---\ndate: 2026-11-02\n---\n# B\n\nText")
    bring(contact, FEED, "One", "Two")
    add(contact, f'source = "{FEED.address}"\nkicker = "World"', 'source = "news"', 'file = "articles/border.md"')

    titles = [article.title for article in edition_of(contact).articles]

    assert titles[2:6] == ["One", "Two", "B", "A"]
    assert titles[6] == titles[0]
    assert [article.kicker for article in edition_of(contact).articles[2:5]] == ["World", "World", ""]


def test_every_article_of_an_entry_has_its_timing(contact: Path) -> None:
    bring(contact, FEED, "One", "Two")
    add(
        contact,
        f'source = "{FEED.address}"\ndays = ["friday"]\npriority = 2',
        'file = "articles/border.md"\npriority = 1',
    )

    timed = [(article.schedule, article.priority) for article in edition_of(contact).articles[2:]]

    assert timed == [(Schedule(days=(4,)), 2), (Schedule(days=(4,)), 2), (None, 1)]


def test_an_article_goes_at_its_age_or_with_its_entry_whichever_is_first(contact: Path) -> None:
    source = WebSource(FEED.address, max_age_days=3)
    bring(contact, source, "Now", "Yesterday")
    add(contact, f'source = "{source.address}"\nmax_age_days = 3\nto = 2026-12-04T10:00:00\nstart = "08:00"')

    schedules = [article.schedule for article in edition_of(contact).articles[2:]]

    assert schedules == [
        Schedule(until=wall("2026-12-04 10:00"), start=480),
        Schedule(until=wall("2026-12-03 14:00"), start=480),
    ]


def test_pictures_of_the_world_are_carried_in_the_edition(contact: Path) -> None:
    content = b"a picture"
    picture = PreparedPicture(Picture(f"{sha256(content)}.jpg", 40, 30), content)
    Shelf(state_of(contact)).put(picture)
    bring(contact, FEED, "One", picture=picture)
    add(contact, f'source = "{FEED.address}"')

    composed = composed_of(contact)

    assert picture in composed.pictures
    assert composed.edition is not None
    assert composed.edition.articles[2].picture == Figure(picture.picture)


def test_a_source_with_nothing_yet_is_watched_and_no_problem(contact: Path) -> None:
    add(contact, f'source = "{FEED.address}"')

    composed = composed_of(contact)

    assert composed.problems == ()
    assert composed.edition is not None
    assert len(composed.edition.articles) == 2
    assert articles_file(state_of(contact), FEED) in composed.files
    assert [(one.named.source, one.articles) for one in composed.web] == [(FEED, 0)]


def test_sources_are_named_once_each_also_where_no_edition_is_made(contact: Path) -> None:
    entry = f'source = "{FEED.address}"'
    other = WebSource("https://other.example/feed")
    add(contact, entry, f'source = "{other.address}"', f"{entry}\nlimit = 9", 'file = "gone.md"')

    composed = composed_of(contact)

    assert composed.edition is None
    assert composed.sources == (FEED, other)


def test_a_folder_is_watched_for_articles_to_come(contact: Path) -> None:
    (contact.parent / "news").mkdir()
    add(contact, 'source = "news"')

    composed = composed_of(contact)

    assert composed.edition is not None
    assert [problem.severity for problem in composed.problems] == ["warning"]
    assert contact.parent / "news" in composed.files


def test_no_more_articles_than_there_is_room_for(contact: Path) -> None:
    sources = [WebSource(f"https://paper.example/{number}", limit=20) for number in range(3)]
    for source in sources:
        bring(contact, source, *(f"{source.address} {number}" for number in range(20)))
    add(contact, *(f'source = "{source.address}"\nlimit = 20' for source in sources), 'file = "articles/border.md"')

    composed = composed_of(contact)

    assert composed.edition is not None
    assert len(composed.edition.articles) == MOST_ARTICLES
    assert composed.edition.articles[-1].title == "https://paper.example/2 7"
    (problem,) = composed.problems
    assert (problem.severity, problem.what, problem.cure) == (
        "warning",
        "there are more than 50 articles down to here",
        "The first 50 are shown. Write a lower limit, or delete entries",
    )
    assert problem.place == composed.web[2].named.place
