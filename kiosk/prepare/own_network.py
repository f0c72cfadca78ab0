"""Sources in an office's own network, or with an unusual port: the kiosk goes there only if device.toml allows it by name."""

from collections.abc import Iterator

from kiosk.edition.web_source import Network
from kiosk.prepare.article.source import WebArticles
from kiosk.prepare.network.addresses import realm
from kiosk.prepare.network.allowed import is_allowed
from kiosk.prepare.network.host import bracketed, literal
from kiosk.prepare.network.url import USUAL_PORTS, Target
from kiosk.prepare.problem import Problem

_OWN_ENDINGS = frozenset(
    {"local", "localhost", "localdomain", "internal", "intranet", "lan", "home", "corp", "private"}
)


def not_allowed(named: tuple[WebArticles, ...], network: Network) -> Iterator[Problem]:
    """Warn of each that will never be reached with these settings."""
    for one in named:
        what = _doubt(one.target)
        if what and not is_allowed(one.target, network.allowed_hosts):
            cure = (
                "The kiosk does not go there. If it is to, your administrator writes in device.toml,"
                f' below [network]: allowed_hosts = ["{one.target.authority}"]'
            )
            yield one.warning(what, cure)


def _doubt(target: Target) -> str:
    if _is_own(target.host):
        return f"{bracketed(target.host)} is a host of your own network"
    return "" if target.port in USUAL_PORTS.values() else f"port {target.port} is none that web pages usually have"


def _is_own(host: str) -> bool:
    """Tell whether only an office's own network can have a host of that name."""
    number = literal(host)
    if number is not None:
        return realm(number) == "office"
    labels = host.split(".")
    return len(labels) == 1 or labels[-1] in _OWN_ENDINGS or labels[-2:] == ["home", "arpa"]
