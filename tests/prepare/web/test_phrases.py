# ruff: noqa: RUF001  # lines are written as in their languages

import pytest

from kiosk.prepare.web.phrases import closes_article, is_aside, is_call, is_date_line, opens_comments


@pytest.mark.parametrize(
    "line",
    ["Read more", "Read More »", "Share this article", "Advertisement", "Follow us on Twitter", "Source link", "Related articles:", "Lire aussi : Le bac",
     "À lire également", "Publicité", "Lesen Sie auch: Die Fähre", "Anzeige", "Mehr zum Thema", "Lee también: El ferri", "Publicidad", "Síguenos en Facebook",
     "Leia também", "Continua depois da publicidade", "إعلان", "اقرأ أيضا: العبارة", "شارك هذا المقال", "相关阅读：渡轮", "责任编辑：张三", "Реклама",
     "Читайте также: Паром", "Поделиться", "Soma zaidi", "Shiriki habari hii", "Tangazo", "12 comments", "You might also like"],
)  # fmt: skip  # lines, not a column
def test_lines_that_lead_away_are_known(line: str) -> None:
    assert is_aside(line)


@pytest.mark.parametrize(
    "line",
    ["", "No.", "Read more books, the librarian said, and fewer notices.", "Advertisement was his trade before he went to sea.", "He likes it.",
     "Share prices fell on Monday.", "Related families lived on both banks.", "Published poets came from as far as Highfold to hear her.",
     "Sources close to the harbour master confirmed it.", "Teilen wollte er nie.", "Anzeigen gegen Unbekannt blieben folgenlos.",
     "Реклама стоит дорого, сказал он.", "广告牌掉了下来。", "Publicité mensongère : le bac condamné", "Follow the river for two miles until you reach the mill, then turn left and climb the path to the chapel on the hill above it."],
)  # fmt: skip  # lines, not a column
def test_sentences_are_not_taken_for_them(line: str) -> None:
    assert not is_aside(line)


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter",
        "Jetzt abonnieren und weiterlesen",
        "Suscríbete a nuestro boletín",
        "长按二维码,关注我们",
        "Jiandikishe upokee habari zetu",
    ],
)
def test_calls_are_known(line: str) -> None:
    assert is_call(line)


@pytest.mark.parametrize(
    "line",
    [
        "The service added five million subscribers in the quarter.",
        "A subscription costs twelve a month.",
        "The newsletter was founded in 1911.",
        "“Follow us,” he shouted.",
        "Das Abonnement kostet zwölf im Monat.",
        "La suscripción cuesta doce al mes.",
        "Подписка стоит дороже.",
    ],
)
def test_news_about_subscribers_are_no_calls(line: str) -> None:
    assert not is_call(line)


def test_a_long_paragraph_is_no_call() -> None:
    assert not is_call(
        "The newsletter was founded in 1911 by a teacher who thought that farmers should write to each other. " * 3
    )


@pytest.mark.parametrize(
    "line",
    [
        "4 May 2026",
        "Published on May 4, 2026 at 10:30",
        "Stand: 19.03.2025 16:44 Uhr",
        "2026年5月4日 10:30",
        "11 Februari 2026",
        "25 يناير 2025",
        "5 min read · Apr 8, 2025",
    ],
)
def test_lines_of_dates_are_known(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "No.",
        "In May 2026 the bridge was closed.",
        "The 4 boats",
        "On 4 May 2026 he left the harbour and did not come back for seven years",
    ],
)
def test_sentences_with_dates_are_not_taken_for_them(line: str) -> None:
    assert not is_date_line(line)


@pytest.mark.parametrize(
    "heading",
    [
        "Comments",
        "Comments (14)",
        "11 replies",
        "Vos avis",
        "3 commentaires",
        "Kommentare",
        "评论",
        "Комментарии",
        "التعليقات",
    ],
)
def test_headings_below_which_others_have_the_word_are_known(heading: str) -> None:
    assert opens_comments(heading)
    assert not opens_comments(f"{heading} and what followed them in the village")


@pytest.mark.parametrize("heading", ["About the author", "Related articles", "Über den Autor", "Updates to this page"])
def test_headings_that_end_an_article_are_known(heading: str) -> None:
    assert closes_article(heading)
    assert not closes_article(f"{heading} and what followed them in the village")
