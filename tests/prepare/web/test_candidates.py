from kiosk.prepare.html.tree import TooIntricate, parse_html
from kiosk.prepare.web.candidates import body_said, candidates_of
from kiosk.prepare.web.facts import Facts, facts_of
from kiosk.prepare.web.units import units_of

TEXT = "The ferry has carried walkers and bicycles across the estuary for sixty years, and nobody can imagine it gone. "
STORY = "".join(f"<p>{number} {TEXT}</p>" for number in ("One.", "Two.", "Three."))


def facts(html: str) -> Facts:
    tree = parse_html(html)
    assert not isinstance(tree, TooIntricate)
    return facts_of(tree, "https://paper.example/")


def names(html: str) -> list[str]:
    found = facts(html)
    return [candidate.name for candidate in candidates_of(found.tree, units_of(found.tree), found)]


def said(body: str) -> str:
    return body_said(
        facts(f'<script type="application/ld+json">{{"@type": "Article", "articleBody": "{body}"}}</script>')
    )


def test_all_who_have_an_opinion_are_heard() -> None:
    ld = f'<script type="application/ld+json">{{"@type": "Article", "articleBody": "One. {TEXT * 2}"}}</script>'

    assert names(f"{ld}<article>{STORY}</article>") == [
        "trafilatura",
        "readability",
        "container",
        "own words",
        "majority",
    ]


def test_who_has_none_is_left_out() -> None:
    assert "container" not in names(f"<div>{STORY}</div>")
    assert names("<p></p>") == ["majority"]


def test_the_beginning_of_an_article_is_not_its_body() -> None:
    assert said("Ferry fares are to double.") == ""


def test_markup_in_json_ld_is_read_as_text() -> None:
    assert said(f"<p>{TEXT}</p><p>{TEXT}</p>").startswith("The ferry has")
