import socket
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from lxml.html import document_fromstring  # type: ignore[import-untyped]  # lxml has no types

from kiosk.prepare.web import by_libraries
from kiosk.prepare.web.by_libraries import by_readability, by_trafilatura
from kiosk.prepare.web.read import read_page

TEXT = "The ferry has carried walkers and bicycles across the estuary for sixty years, and nobody can imagine it gone. "
HTML = f"<html><body><article><h1>Ferry</h1><p>{TEXT * 3}</p><p>{TEXT * 2}</p></article></body></html>"


def test_both_find_the_article() -> None:
    tree = document_fromstring(HTML)

    assert TEXT.strip() in by_trafilatura(tree)
    assert TEXT.strip() in by_readability(tree)


def test_the_tree_is_left_as_it_is() -> None:
    tree = document_fromstring(HTML)
    before = tree.text_content(), sum(1 for _ in tree.iter())

    by_trafilatura(tree)
    by_readability(tree)

    assert (tree.text_content(), sum(1 for _ in tree.iter())) == before


def test_a_fault_of_a_library_is_no_opinion(monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(*_: object, **__: object) -> SimpleNamespace:
        raise AttributeError

    monkeypatch.setattr(by_libraries, "bare_extraction", fault)
    monkeypatch.setattr(by_libraries, "Document", fault)

    assert by_trafilatura(document_fromstring(HTML)) == ""
    assert by_readability(document_fromstring(HTML)) == ""


def test_a_paragraph_that_trafilatura_would_read_for_minutes_is_not_given_to_it() -> None:
    wide = HTML.replace("<h1>", "<p>" + "<b>x</b>" * 3_001 + "</p><h1>")

    assert by_trafilatura(document_fromstring(wide)) == ""


def test_nothing_is_asked_of_the_network_and_no_file_is_written() -> None:
    """Trafilatura, htmldate and justext can all fetch; a text that looks like an address must not make them."""
    touched: list[str] = []

    def note(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith("socket.") or (event == "open" and _writes(arguments)):
            touched.append(event)

    sys.addaudithook(note)
    for text in (HTML, "https://paper.example/", "http://paper.example/feed.xml", "/etc/passwd", "file:///etc/passwd"):
        read_page(text, "https://paper.example/news/2026/05/04/ferry")
    by_us = list(touched)
    socket.socket().close()

    assert by_us == []
    assert touched != []


def _writes(arguments: tuple[object, ...]) -> bool:
    name, mode = arguments[0], arguments[1]
    return isinstance(mode, str) and any(letter in mode for letter in "wax+") and Path(str(name)).suffix != ".pyc"
