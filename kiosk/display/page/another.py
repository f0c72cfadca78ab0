"""Whether what is read is another thing than before, or the same corrected, translated or set anew."""

from kiosk.display.page.page import ArticlePage, NoArticlePage, NoticePage, Reading


def is_another(reading: Reading, before: Reading) -> bool:
    match reading, before:
        case ArticlePage(), ArticlePage():
            differs = reading.title != before.title, reading.blocks != before.blocks
            return all(differs) or (reading.number != before.number and any(differs))
        case NoticePage(), NoticePage():
            return reading.title != before.title and reading.text != before.text
        case NoArticlePage(), NoArticlePage():
            return False
        case _:
            return True
