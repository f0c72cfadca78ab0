"""The pages of `pages/`, each with what a careful reader would take from it; pages/README.md says by which rules."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

PAGES = Path(__file__).with_name("pages")


@dataclass(frozen=True, slots=True)
class Truth:
    """What is to be read on a page; "" and () are what it does not say, `date` is the day it was published."""

    url: str
    content_type: str
    language: str
    title: str
    authors: tuple[str, ...]
    date: str
    publisher: str
    must_have: tuple[str, ...]
    must_not_have: tuple[str, ...]
    once: tuple[str, ...]
    may_have: tuple[str, ...]
    text: str


def names_of_pages() -> list[str]:
    return sorted(page.stem for page in PAGES.glob("*.html"))


def content_of(name: str) -> bytes:
    return (PAGES / f"{name}.html").read_bytes()


def truth_of(name: str) -> Truth:
    said = tomllib.loads((PAGES / f"{name}.toml").read_text("utf-8"))
    return TypeAdapter(Truth).validate_python(said)


def truths() -> Iterator[Truth]:
    return map(truth_of, names_of_pages())
