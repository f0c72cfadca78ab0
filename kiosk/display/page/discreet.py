"""Texts from elsewhere, made fit for a screen in public: no path, address, trace of a bug or secret is left in them."""

from ipaddress import ip_address

MARKS = "\"'`“”‘’«»()[]{}<>,;:!?.…"  # noqa: RUF001  # the quotation marks of every language
GONE = "…"
TRACES = ("Traceback", "Errno", "Error:", "Exception:", " at 0x", '", line ')
SECRETS = ("password=", "passwd=", "secret=", "token=", "pin=", "hash=")
SECRET_LENGTH = 32
PATH_DEPTH = 2


def discreet(text: str) -> str:
    """Give the text on one line, bare names for paths and hosts for web addresses; "" for what only a log should hold."""
    if any(trace in text for trace in TRACES):
        return ""
    readable = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(_discreet_word(word) for word in readable.split())


def _discreet_word(word: str) -> str:
    core = word.strip(MARKS)
    if not core:
        return word
    before, _, after = word.partition(core)
    return f"{before}{_bare(core)}{after}"


def _bare(core: str) -> str:
    scheme, separator, rest = core.partition("://")
    if separator:
        return _last_name(rest) if scheme.lower() == "file" else _host(rest)
    if _is_secret(core) or _is_network_address(core):
        return GONE
    return _last_name(core) if _is_path(core) else core


def _is_secret(core: str) -> bool:
    """Tell hashes, keys and addresses in memory by their looks."""
    is_named = any(secret in core.lower() for secret in SECRETS)
    return core.startswith(("$", "0x")) or is_named or any(_is_random(part) for part in core.split(":"))


def _is_random(part: str) -> bool:
    letters = part.replace("_", "").replace("-", "")
    return len(letters) >= SECRET_LENGTH and letters.isalnum() and any(letter.isdigit() for letter in letters)


def _is_network_address(core: str) -> bool:
    host, _, port = core.rpartition(":")
    return any(_is_ip(each) for each in (core, host if port.isdecimal() else core))


def _is_ip(text: str) -> bool:
    try:
        ip_address(text.strip("[]"))
    except ValueError:
        return False
    return True


def _is_path(core: str) -> bool:
    """Tell a path from dates, fractions and "and/or"."""
    if "\\" in core or core.startswith(("/", "~")):
        return True
    parts = core.split("/")
    names = [part for part in parts if not part.isdecimal()]
    return len(parts) > 1 and bool(names) and ("." in parts[-1] or len(parts) > PATH_DEPTH)


def _last_name(path: str) -> str:
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2].partition("?")[0] or GONE


def _host(rest: str) -> str:
    """Give the host of a web address without who logs in there, port, path and query."""
    authority = rest.replace("?", "/").replace("#", "/").partition("/")[0].rpartition("@")[2]
    host = authority if authority.endswith("]") else authority.partition(":")[0]
    return GONE if not host or _is_ip(host) else host
