"""What device.toml says of the network: what is read, and every mistake with its place, its cure and without a password."""

from pathlib import Path

import pytest

from kiosk.edition.web_source import Network
from kiosk.prepare.config.read import read_device

LIKE = 'like "http://proxy.example:8080"'
HOST = 'Write a host like "paper.example"'

READ = {
    "nothing": ("", Network()),
    "the system's proxy": ('proxy = ""', Network()),
    "no proxy": ('proxy = "None"', Network("none")),
    "a proxy": ('proxy = "http://proxy.example:8080"', Network("http://proxy.example:8080")),
    "a proxy in capitals, with a slash": ('proxy = "HTTP://Proxy.Example:8080/"', Network("http://proxy.example:8080")),
    "a proxy with a password": (
        'proxy = "http://ama:p%40ss@proxy.example:8080"',
        Network("http://ama:p%40ss@proxy.example:8080"),
    ),
    "a proxy by its number": ('proxy = "http://[fd00::1]:3128"', Network("http://[fd00::1]:3128")),
    "hosts": (
        'allowed_hosts = ["Intranet", "wiki.example:8443", "192.168.1.20", "intranet"]',
        Network("", ("intranet", "wiki.example:8443", "192.168.1.20")),
    ),
    "a host beyond ASCII": ('allowed_hosts = ["bücher.example"]', Network("", ("xn--bcher-kva.example",))),
    "a number of IPv6": ('allowed_hosts = ["[fd00::5]:8443"]', Network("", ("[fd00::5]:8443",))),
}
PROBLEMS = {
    "a host for a proxy": ('proxy = "proxy.example:8080"', f"2:9: network.proxy: is no address. Write it {LIKE}"),
    "another kind of proxy": (
        'proxy = "socks5://ama:secret@proxy.example:1080"',
        (
            "2:9: network.proxy: is a kind of proxy that the kiosk does not know. "
            f"Write one that begins with http://, {LIKE}"
        ),
    ),
    "a proxy over https": (
        'proxy = "https://proxy.example:8080"',
        (
            "2:9: network.proxy: is a kind of proxy that the kiosk does not know. "
            f"Write one that begins with http://, {LIKE}"
        ),
    ),
    "a proxy without a port": (
        'proxy = "http://ama:secret@proxy.example"',
        f"2:9: network.proxy: has no port. Add a colon and its number, {LIKE}",
    ),
    "a proxy whose port cannot be": (
        'proxy = "http://ama:secret@proxy.example:0"',
        f"2:9: network.proxy: has no proper port after its host. Write it {LIKE}",
    ),
    "a password with a slash": (
        'proxy = "http://ama:sec/ret@proxy.example:8080"',
        (
            "2:9: network.proxy: has a sign that belongs to no proxy's address. "
            "In a user's name or password, write % and two digits for such a sign, as browsers do: %2F for /"
        ),
    ),
    "a proxy without quotes": (
        "proxy = http://ama:secret@proxy.example:8080",
        ('2:9: the text behind the = has no quotation marks. Write it in quotes, like "http://proxy.example:8080"'),
    ),
    "a proxy in curly quotes": (
        "proxy = \u201chttp://ama:secret@proxy.example:8080\u201d",
        '2:9: this line has curly quotation marks. Write it in quotes, like "http://proxy.example:8080"',
    ),
    "a proxy in a wrong name": (
        'proxi = "http://ama:secret@proxy.example:8080"',
        '2:1: network.proxi: there is no such key here. Did you mean "proxy"?',
    ),
    "a whole address": (
        'allowed_hosts = ["https://Wiki.example:8443/start"]',
        (
            '2:18: network.allowed_hosts: "https://Wiki.example:8443/start" is more than a host. '
            'Write the host alone: "wiki.example:8443"'
        ),
    ),
    "many at once": (
        'allowed_hosts = ["wiki", "*.example"]',
        '2:26: network.allowed_hosts[2]: "*.example" has a * in it. Write each host by its whole name',
    ),
    "a network": (
        'allowed_hosts = ["10.0.0.0/8"]',
        '2:18: network.allowed_hosts: "10.0.0.0/8" is more than a host. Write the host alone: "10.0.0.0"',
    ),
    "no host": (
        'allowed_hosts = ["a b"]',
        f'2:18: network.allowed_hosts: "a b" has no proper host name. {HOST}',
    ),
    "no list": (
        'allowed_hosts = "wiki"',
        ('2:17: network.allowed_hosts: is not a list. Write square brackets around it, like ["this", "that"]'),
    ),
    "a host without quotes": (
        "allowed_hosts = [wiki]",
        '2:18: the texts in the list have no quotation marks. Write ["wiki"]',
    ),
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "device.toml"


@pytest.mark.parametrize(("line", "network"), READ.values(), ids=READ)
def test_it_is_read(file: Path, line: str, network: Network) -> None:
    file.write_text(f"[network]\n{line}\n", "utf-8")
    loaded = read_device(file)

    assert loaded.problems == ()
    assert loaded.value is not None
    assert loaded.value.network == network


@pytest.mark.parametrize(("line", "problem"), PROBLEMS.values(), ids=PROBLEMS)
def test_a_mistake_is_told_with_its_cure(file: Path, line: str, problem: str) -> None:
    file.write_text(f"[network]\n{line}\n", "utf-8")

    assert [str(found) for found in read_device(file).problems] == [f"{file}:{problem}"]


@pytest.mark.parametrize("line", [line for line, _ in PROBLEMS.values() if "secret" in line])
def test_no_problem_repeats_a_password(file: Path, line: str) -> None:
    file.write_text(f"[network]\n{line}\n", "utf-8")

    assert "secret" not in repr(read_device(file).problems)


def test_without_a_word_the_network_is_the_system_s(file: Path) -> None:
    file.write_text("drift = true\n", "utf-8")

    loaded = read_device(file)

    assert loaded.value is not None
    assert loaded.value.network == Network()
