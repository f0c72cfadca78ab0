"""The visitor's choices as one frozen value; a fresh `Choices()` is the screen as it starts."""

from kiosk.edition.legible import joined
from kiosk.edition.value import Value, replace

TEXT_SCALES = (0.85, 1.0, 1.2, 1.45, 1.75)


class Choices(Value, frozen=True):
    """`article` counts the edition's and is below 0 for none; `language` is "" for the edition's default.

    `sheet` is the key of the open sheet such as "phone:0", "" for none. With `low_reach`, controls are in the lower half.
    """

    article: int = 0
    text_scale: float = 1.0
    high_contrast: bool = False
    language: str = ""
    sheet: str = ""
    low_reach: bool = False


def with_larger_text(choices: Choices, usual: float = 1.0) -> Choices:
    """Take the next step at which text grows; `usual` is the scale that this screen starts with."""
    now = joined(usual, choices.text_scale)
    larger = [scale for scale in TEXT_SCALES if joined(usual, scale) > now]
    return replace(choices, text_scale=min(larger, default=choices.text_scale))


def with_smaller_text(choices: Choices, usual: float = 1.0) -> Choices:
    now = joined(usual, choices.text_scale)
    smaller = [scale for scale in TEXT_SCALES if joined(usual, scale) < now]
    return replace(choices, text_scale=max(smaller, default=choices.text_scale))


def with_next_language(choices: Choices, languages: tuple[str, ...]) -> Choices:
    current = languages.index(choices.language) if choices.language in languages else 0
    return replace(choices, language=languages[(current + 1) % len(languages)])


def with_same_article(choices: Choices, before: tuple[str, ...], now: tuple[str, ...]) -> Choices:
    """Stay with the article that is being read when others come or go; both are titles, in the order of the rotation."""
    if choices.article < 0 or not before or (title := before[choices.article % len(before)]) not in now:
        return choices
    return replace(choices, article=now.index(title))
