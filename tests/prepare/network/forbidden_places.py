"""Places to which no visit leads: addresses that are not of the world, by number, by name and in disguise."""

UNSPECIFIED = "0.0.0.0"  # noqa: S104  # nothing is bound

ADDRESSES = (
    "127.0.0.1", "127.0.0.53", "127.255.255.254", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.254",
    "192.168.0.1", "192.168.255.254", "100.64.0.1", "100.100.100.200", "169.254.169.254", "169.254.0.1",
    "168.63.129.16", UNSPECIFIED, "0.1.2.3", "192.0.0.8", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.51.100.1",
    "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::1", "::", "::7f00:1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::7f00:1", "2001::1", "2001:db8::1", "2002:7f00:1::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1",
    "ff02::1", "100::1", "2606:4700::5efe:7f00:1",
)  # fmt: skip

DISGUISES = (
    "http://127.1/", "http://127.0.1/", "http://2130706433/", "http://0x7f000001/", "http://0x7f.0.0.1/",
    "http://017700000001/", "http://0177.0.0.1/", "http://0/", "http://127.0.0.1./", "http://localhost/",
    "http://localhost./", "http://LOCALHOST/", "http://\uff11\uff12\uff17.0.0.1/",
    "http://\u2460\u2461\u2466.0.0.1/", "http://127\u30020\u30020\u30021/",
    "http://%31%32%37.0.0.1/", "http://world.example@127.0.0.1/", "http://127.0.0.1#@world.example/",
    "http://127.0.0.1\\@world.example/", "http://world.example:80@127.0.0.1/", "http://127.0.0.1:22/",
    "http://world.example:22/", "http://world.example:8080/", "file:///etc/passwd", "file://localhost/etc/passwd",
    "ftp://127.0.0.1/", "gopher://127.0.0.1:80/", "//127.0.0.1/", "///127.0.0.1/", "/\\127.0.0.1/", "http:127.0.0.1/",
    "http:/127.0.0.1/", "http://[::1%25lo]/", "http://[0:0:0:0:0:0:0:1]/",
)  # fmt: skip

WORLD = "93.184.216.34"
"""One that nobody may forbid; the namespace of the test has it."""


def name_of(address: str) -> str:
    return f"n{ADDRESSES.index(address)}.example"


def places() -> tuple[str, ...]:
    by_number = (f"http://[{address}]/" if ":" in address else f"http://{address}/" for address in ADDRESSES)
    by_name = (f"http://{name_of(address)}/" for address in ADDRESSES)
    return *by_number, *by_name, *DISGUISES


def hosts() -> str:
    """Give the text of /etc/hosts that names them, two of them beside an address of the world."""
    names = [f"{address} {name_of(address)}" for address in ADDRESSES]
    own = ["127.0.0.1 localhost", f"{WORLD} world.example", f"{WORLD} {name_of('127.0.0.1')}", f"{WORLD} n3.example"]
    return "\n".join([*own, *names]) + "\n"
