"""Whether what is read is another thing than before, or the same corrected, translated or set anew."""

from kiosk.display.page.page import ArticlePage, NoArticlePage, NoticePage, Reading


def is_another(reading: Reading, before: Reading) -> bool:
    match reading, before:
        case ArticlePage(), ArticlePage():
            return reading.title != before.title and reading.blocks != before.blocks
        case NoticePage(), NoticePage():
            return reading.title != before.title and reading.text != before.text
        case NoArticlePage(), NoArticlePage():
            return False
        case _:
            return True
