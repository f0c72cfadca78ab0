"""How this machine reaches the world: `[network]` of device.toml."""

from kiosk.edition.web_source import Network
from kiosk.prepare.config.device_shape import NetworkShape
from kiosk.prepare.config.keys import KeyPath
from kiosk.prepare.config.report import Report
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.proxy import proxy_of
from kiosk.prepare.network.host import Malformed, bracketed
from kiosk.prepare.network.url import parse_authority


def network_of(shape: NetworkShape, report: Report) -> Network:
    """Give what can be read; the report knows of the rest."""
    proxy = proxy_of(shape.proxy)
    if isinstance(proxy, Fault):
        report.add(("network",), proxy)
        proxy = ""
    return Network(proxy, hosts_of(shape.allowed_hosts, ("network", "allowed_hosts"), report))


def hosts_of(written: list[str], path: KeyPath, report: Report) -> tuple[str, ...]:
    """Read "paper.example" or "wiki:8443"; the report knows of what is no host."""
    hosts = [_host(text) for text in written]
    for index, host in enumerate(hosts):
        if isinstance(host, Fault):
            report.add((*path, index), host)
    return tuple(dict.fromkeys(host for host in hosts if isinstance(host, str)))


def _host(text: str) -> str | Fault:
    if "*" in text:
        return Fault("", f'"{text:.60}" has a * in it', "Write each host by its whole name")
    place = text.partition("://")[2] or text
    bare = place.partition("/")[0].rpartition("@")[2]
    authority = parse_authority(bare)
    if isinstance(authority, Malformed):
        return Fault("", f'"{text:.60}" {authority.why}', 'Write a host like "paper.example"')
    port = f":{authority.port}" if authority.port else ""
    host = f"{bracketed(authority.host)}{port}"
    return host if bare == text else Fault("", f'"{text:.60}" is more than a host', f'Write the host alone: "{host}"')
