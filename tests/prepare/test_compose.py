from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.edition.model import Rotation, Schedule
from kiosk.prepare.compose import LOGO_TALLEST, LOGO_WIDEST, compose
from kiosk.prepare.problem import has_errors


def with_logo(contact: Path, name: str) -> None:
    text = contact.read_text("utf-8")
    contact.write_text(text.replace("[organisation]", f'[organisation]\nlogo = "{name}"', 1), "utf-8")


def draw(file: Path, width: int, height: int) -> None:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    assert image.save(str(file))


def test_the_starter_becomes_an_edition_without_a_problem(contact: Path) -> None:
    composed = compose(contact)

    assert composed.problems == ()
    assert composed.edition is not None
    assert composed.edition.organisation.name == "Haig Park Office"
    assert len(composed.edition.articles) == 2


def test_each_article_keeps_its_timing(contact: Path) -> None:
    text = contact.read_text("utf-8").replace("# days = [", "days = [").replace("# priority = ", "priority = ")
    contact.write_text(text.replace("longest_seconds = 120", "longest_seconds = 90"), "utf-8")

    edition = compose(contact).edition

    assert edition is not None
    assert [(article.schedule, article.priority) for article in edition.articles] == [
        (Schedule(days=(4, 5)), 1),
        (None, 0),
    ]
    assert edition.rotation == Rotation(longest_seconds=90)


def test_everything_it_is_made_from_is_named(contact: Path) -> None:
    files = compose(contact).files

    assert files[0] == contact
    assert {file.name for file in files} >= {"contact.toml", "border.md", "kiosk.md", "hills.jpg"}


def test_the_same_files_give_the_same_edition(contact: Path) -> None:
    assert compose(contact) == compose(contact)


def test_a_mistake_in_contact_toml_makes_no_edition(contact: Path) -> None:
    contact.write_text("[organisation\n", "utf-8")

    composed = compose(contact)

    assert composed.edition is None
    assert has_errors(composed.problems)
    assert composed.files == (contact,)


def test_a_missing_contact_toml_is_a_problem(tmp_path: Path) -> None:
    composed = compose(tmp_path / "contact.toml")

    assert composed.edition is None
    assert [problem.place.file for problem in composed.problems] == [tmp_path / "contact.toml"]


def test_a_missing_article_makes_no_edition_and_is_watched(contact: Path) -> None:
    article = contact.parent / "articles" / "border.md"
    article.unlink()

    composed = compose(contact)

    assert composed.edition is None
    assert has_errors(composed.problems)
    assert article in composed.files


def test_problems_of_all_files_are_named_at_once(contact: Path) -> None:
    text = contact.read_text("utf-8").replace("articles/border.md", "articles/bordr.md")
    contact.write_text(text.replace('number = "', 'number = "0775 679" #', 1), "utf-8")
    with_logo(contact, "lost.png")

    composed = compose(contact)

    assert composed.edition is None
    assert {problem.key for problem in composed.problems} >= {"phone.number", "article.file", "organisation.logo"}
    assert {file.name for file in composed.files} >= {"contact.toml", "bordr.md", "kiosk.md", "lost.png"}


def test_problems_come_down_the_file_whoever_found_them(contact: Path) -> None:
    text = contact.read_text("utf-8").replace("articles/border.md", "articles/bordr.md")
    contact.write_text(text.replace('number = "', 'number = "0775 679" #', 1), "utf-8")
    with_logo(contact, "lost.png")

    lines = [problem.place.line for problem in compose(contact).problems]

    assert len(lines) >= 3
    assert lines == sorted(lines)


@pytest.mark.parametrize("name", ["../logo.png", "/etc/logo.png"])
def test_a_logo_of_another_folder_is_not_read(contact: Path, name: str) -> None:
    draw(contact.parent.parent / "logo.png", 20, 10)
    with_logo(contact, name)

    composed = compose(contact)

    assert composed.edition is not None
    assert composed.edition.organisation.logo is None
    (problem,) = composed.problems
    assert (problem.key, problem.place.file) == ("organisation.logo", contact)
    assert problem.cure.endswith('Copy it beside contact.toml and write "logo.png"')


def test_a_logo_is_fitted_and_carried_in_the_edition(contact: Path) -> None:
    draw(contact.parent / "logo.png", 2000, 1000)
    with_logo(contact, "logo.png")

    composed = compose(contact)

    assert composed.edition is not None
    logo = composed.edition.organisation.logo
    assert logo is not None
    assert logo.width <= LOGO_WIDEST
    assert logo.height <= LOGO_TALLEST
    assert logo.alt == "Haig Park Office"
    assert logo in [prepared.picture for prepared in composed.pictures]


def test_a_logo_that_cannot_be_used_gives_way_to_the_name(contact: Path) -> None:
    with_logo(contact, "lost.png")

    composed = compose(contact)

    assert composed.edition is not None
    assert composed.edition.organisation.logo is None
    (problem,) = composed.problems
    assert problem.severity == "warning"
    assert problem.key == "organisation.logo"
    assert problem.cure.startswith("The name Haig Park Office is shown instead. ")
    assert contact.parent / "lost.png" in composed.files
