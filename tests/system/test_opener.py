import subprocess
from collections.abc import Callable

import pytest

from kiosk.system import opener_linux, opener_macos, opener_windows
from kiosk.system.opener import NotOpened, Opened, OpenUri, Refused, open_link, opener_of


@pytest.mark.parametrize("uri", ["https://a.example/?q=1&r=2", "mailto:a@b.example", "tel:+263775679494", "geo:1,2"])
def test_a_harmless_link_is_handed_to_the_system(uri: str) -> None:
    opened: list[str] = []

    assert open_link(uri, opened.append) == Opened()
    assert opened == [uri]


@pytest.mark.parametrize(
    "uri",
    [
        "",
        "http://a.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ms-settings:privacy",
        "search-ms:query=x",
        r"\\host\share",
        "--help",
        "HTTPS://a.example/ --new-window",
        "https://a.example/ x",
        "https://a.example/\n",
        "tel:",
        "tel:+1\0",
    ],
)
def test_every_other_link_is_refused(uri: str) -> None:
    opened: list[str] = []

    assert open_link(uri, opened.append) == Refused()
    assert opened == []


def test_a_system_that_cannot_is_told() -> None:
    def fail(uri: str) -> None:
        raise FileNotFoundError(f"no program for {uri}")

    assert open_link("tel:+1", fail) == NotOpened("no program for tel:+1")


@pytest.mark.parametrize(
    ("platform", "chosen"),
    [
        ("linux", opener_linux.open_uri),
        ("freebsd14", opener_linux.open_uri),
        ("darwin", opener_macos.open_uri),
        ("win32", opener_windows.open_uri),
    ],
)
def test_each_system_has_its_file(platform: str, chosen: OpenUri) -> None:
    assert opener_of(platform) is chosen


@pytest.mark.parametrize(
    ("open_uri", "command"),
    [
        (opener_linux.open_uri, ("xdg-open", "tel:+1")),
        (opener_macos.open_uri, ("open", "tel:+1")),
        (opener_windows.open_uri, ("rundll32", "url.dll,FileProtocolHandler", "tel:+1")),
    ],
)
def test_the_link_is_one_argument_of_the_systems_program(
    open_uri: Callable[[str], None], command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[str, ...]] = []
    monkeypatch.setattr(subprocess, "Popen", lambda words, **_: started.append(words))

    open_uri("tel:+1")

    assert started == [command]
