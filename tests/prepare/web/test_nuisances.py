import pytest
from lxml.html import document_fromstring  # type: ignore[import-untyped]  # lxml has no types

from kiosk.prepare.web.elements import text_of
from kiosk.prepare.web.nuisances import is_named_so, remove_nuisances

STORY = "<p>The ferry has carried walkers and bicycles across the estuary for sixty years.</p>" * 3


def left(html: str) -> str:
    tree = document_fromstring(f"<html><body><main>{STORY}{html}</main></body></html>")
    remove_nuisances(tree)
    return text_of(tree)[len(text_of(document_fromstring(STORY))) :]


@pytest.mark.parametrize(
    "words",
    ["share-buttons", "SocialShareBar", "newsletter_signup", "jp-relatedposts", "comments-area", "comment-list", "cookie-banner",
     "breadcrumb", "sidebar primary", "author-box", "tag-links tags", "ad ad-300x250", "post-navigation", "most-read", "skip-link",
     "outbrain", "read-more-link", "entry-meta", "sr-only", "screen-reader-text"],
)  # fmt: skip  # names, not a column
def test_what_surrounds_an_article_is_known_by_its_name(words: str) -> None:
    assert is_named_so(words)


@pytest.mark.parametrize(
    "words",
    ["", "entry-content", "article-body", "has-sidebar", "no-sidebar", "with-comments", "category-social", "tag-cookies", "shareholder",
     "adventure", "commentary", "address", "header", "heading", "elementor-widget-container", "story", "post-1234 post", "tagesschau",
     "radio", "download-text", "paragraph", "dropcap", "lightbox-image", "type-post status-publish"],
)  # fmt: skip  # names, not a column
def test_an_article_is_not_taken_for_it(words: str) -> None:
    assert not is_named_so(words)


@pytest.mark.parametrize(
    "html",
    ["<nav>Menu</nav>", "<div hidden>x</div>", '<div style="color:red; display : none">x</div>', '<div aria-hidden="true">x</div>',
     '<div role="navigation">x</div>', "<footer>x</footer>", '<aside><a href="/x">Another article</a></aside>', "<!-- x -->",
     "<button>Share</button>", "<svg><text>x</text></svg>", "<amp-ad>x</amp-ad>", '<p class="share">Share</p>'],
)  # fmt: skip  # elements, not a column
def test_it_leaves(html: str) -> None:
    assert left(html) == ""


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<p><span aria-hidden="true">T</span>he boat</p>', "The boat"),
        ("<blockquote>Yes.<footer>The mayor</footer></blockquote>", "Yes.The mayor"),
        ("<aside>A box with words of its own.</aside>", "A box with words of its own."),
        (
            '<p class="paywall">The second half of the article, which some sites mark with a class of its own, stays where it is.</p>',
        )
        * 1
        + ("The second half of the article, which some sites mark with a class of its own, stays where it is.",),
        ("<form><p>Text in a form</p></form>", "Text in a form"),
        ('<p>Shares of <span class="ticker">Harbour Lines</span> fell.</p>', "Shares of Harbour Lines fell."),
    ],
)
def test_what_belongs_to_the_text_stays(html: str, text: str) -> None:
    assert left(html) == text


def test_an_article_under_an_unlucky_name_stays() -> None:
    tree = document_fromstring(f'<html><body><div class="comments">{STORY}</div></body></html>')
    remove_nuisances(tree)

    assert "The ferry" in text_of(tree)
