import pytest

from kiosk.display.page.another import is_another
from kiosk.display.page.page import ArticlePage, NoArticlePage, NoticePage, Reading
from kiosk.edition.model import Paragraph, Run
from kiosk.edition.value import replace

TEXT, OTHER_TEXT = ((Paragraph((Run(words),)),) for words in ("Winter came early.", "Spring came late."))
ARTICLE = ArticlePage(
    "News", "Winter", ("T. Moyo",), strong_by_line=True, lead=None, blocks=TEXT, language="", link_hint=""
)
NOTICE = NoticePage("Notice", "Closed", "Use the side door.", "Until noon", "urgent")
WELCOME = NoArticlePage("Welcome", "Touch what you need.")


@pytest.mark.parametrize(
    ("reading", "before", "expected"),
    [
        pytest.param(ARTICLE, ARTICLE, False, id="the same"),
        pytest.param(replace(ARTICLE, blocks=OTHER_TEXT), ARTICLE, False, id="corrected in its text"),
        pytest.param(replace(ARTICLE, title="Winters"), ARTICLE, False, id="corrected in its title"),
        pytest.param(replace(ARTICLE, kicker="Actualités"), ARTICLE, False, id="with other words around it"),
        pytest.param(replace(ARTICLE, title="Spring", blocks=OTHER_TEXT), ARTICLE, True, id="another article"),
        pytest.param(replace(ARTICLE, blocks=OTHER_TEXT, number=1), ARTICLE, True, id="another of the same title"),
        pytest.param(replace(ARTICLE, number=1), ARTICLE, False, id="one came before it"),
        pytest.param(NOTICE, ARTICLE, True, id="a notice comes"),
        pytest.param(ARTICLE, NOTICE, True, id="a notice goes"),
        pytest.param(replace(NOTICE, until="Until one"), NOTICE, False, id="a notice lasts longer"),
        pytest.param(replace(NOTICE, text="Use the back door."), NOTICE, False, id="a notice is corrected"),
        pytest.param(replace(NOTICE, title="Open", text="All doors."), NOTICE, True, id="another notice"),
        pytest.param(WELCOME, ARTICLE, True, id="the last article goes"),
        pytest.param(replace(WELCOME, title="Bienvenue"), WELCOME, False, id="the welcome is translated"),
    ],
)
def test_it_is_another_thing_to_read(reading: Reading, before: Reading, expected: bool) -> None:  # noqa: FBT001  # a column of the table
    assert is_another(reading, before) is expected
