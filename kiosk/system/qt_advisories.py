"""Qt's security advisories since 2023 that reach Qt 6, and the lowest version that has all mended that concern us.

pip cannot tell of them: they are in the libraries inside PySide6. This table is kept by hand. Its sources are "List of
known vulnerabilities in Qt products" of wiki.qt.io, revision 46435 of 2026-09-16, and for what came after it the
records that Qt gives to the CVE list, up to 2026-11-13. Where the two of them give different versions, the later counts.
"""

import re
from typing import NamedTuple, TypeAlias

Version: TypeAlias = tuple[int, int, int]

SHIPPED = frozenset({"Core", "DBus", "Gui", "ImageFormats", "WaylandClient", "Widgets", "WlShellIntegration", "XcbQpa"})
"""The libraries of Qt in the standalone program, by what follows libQt6 in their names, and its plugins for pictures."""

ALSO_IN_A_CHECKOUT = frozenset({"Svg"})
"""PySide6 brings its plugin for pictures along, and Qt loads that by itself for a picture that looks like SVG."""


class Advisory(NamedTuple):
    cve: str
    module: str
    fault: str
    affected: tuple[tuple[str, str], ...]
    """Each range from its first version to the one that has it mended."""

    def affects(self, version: Version) -> bool:
        return any(_parts(first) <= version < _parts(mended) for first, mended in self.affected)

    @property
    def concerns_us(self) -> bool:
        return self.module in SHIPPED | ALSO_IN_A_CHECKOUT


def version_of(text: str) -> Version | None:
    """Read it from what Qt or pip calls it, such as 6.11.3 or 6.8.2.1; None where there is none."""
    found = re.match(r"(\d+)\.(\d+)\.(\d+)", text)
    return None if found is None else (int(found[1]), int(found[2]), int(found[3]))


def faults_of(version: Version) -> tuple[Advisory, ...]:
    """Give those that are not mended in this version and concern us."""
    return tuple(one for one in ADVISORIES if one.concerns_us and one.affects(version))


def floor() -> Version:
    """Give the lowest version from which on every one has all mended that concern us; older branches may have it too."""
    return max(_parts(mended) for one in ADVISORIES if one.concerns_us for _, mended in one.affected)


def _parts(version: str) -> Version:
    major, minor, patch = map(int, version.split("."))
    return major, minor, patch


_UP_TO_6_11_2 = (("6.0.0", "6.8.9"), ("6.9.0", "6.11.2"))

ADVISORIES = (
    # The newest first. Quick, Network and so on are in the table so that adding a module to SHIPPED is all it takes.
    Advisory("CVE-2026-107590", "Core5Compat", "QTextCodec with iconv", (("6.0.0", "6.8.9"), ("6.9.0", "6.11.3"))),
    Advisory("CVE-2026-105923", "Gui", "QTriangulator, by SVG", (("6.8.0", "6.8.9"), ("6.9.0", "6.11.3"))),
    Advisory("CVE-2026-95620", "Network", "HTTP/2", (("6.9.0", "6.11.3"),)),
    Advisory("CVE-2026-79616", "Quick", "Context2D.path, PathSvg.path", _UP_TO_6_11_2),
    Advisory("CVE-2026-78253", "Core", "QXmlStreamReader::readElementText", _UP_TO_6_11_2),
    Advisory("CVE-2026-76151", "Network", "HTTP Cache-Control", _UP_TO_6_11_2),
    Advisory("CVE-2026-19248", "Xml", "destructor of QDomNode", _UP_TO_6_11_2),
    # Named by the release notes of 6.11.2 as mended in qtbase; neither the library nor the older versions were found.
    Advisory("CVE-2026-16762", "Core", "not published in detail", (("6.0.0", "6.11.2"),)),
    Advisory("CVE-2026-15037", "Xml", "QDom lets XML be injected", (("6.0.0", "6.12.0"),)),
    Advisory("CVE-2026-13326", "Nfc", "QNdefNfcTextRecord", _UP_TO_6_11_2),
    Advisory("CVE-2026-11573", "Xml", "QDomDocument, deeply nested", (("6.0.0", "6.8.2"),)),
    Advisory("CVE-2026-9499", "Core5Compat", "QTextCodec::codecForName", (("6.0.0", "6.8.8"), ("6.9.0", "6.11.1"))),
    # Named by the release notes of 6.11.2 as mended in qtsvg; the older versions were not found.
    Advisory("CVE-2026-8168", "Svg", "not published in detail", (("6.0.0", "6.11.2"),)),
    Advisory("CVE-2026-6210", "Svg", "markers", (("6.7.0", "6.8.8"), ("6.9.0", "6.11.1"))),
    Advisory("CVE-2025-30348", "Xml", "QDomNode::save", (("6.0.0", "6.5.9"), ("6.6.0", "6.8.0"))),
    Advisory("CVE-2025-23050", "Bluetooth", "QLowEnergyController", (("6.0.0", "6.5.9"), ("6.6.0", "6.8.2"))),
    Advisory("CVE-2025-14576", "Quick", "VectorImage", (("6.8.0", "6.8.7"), ("6.10.0", "6.10.2"))),
    Advisory(
        "CVE-2025-14575", "Network", "OpenSSL's folder", (("6.0.0", "6.5.10"), ("6.6.0", "6.8.4"), ("6.9.0", "6.9.2"))
    ),
    Advisory(
        "CVE-2025-12385", "Quick", "<img> in Text", (("6.0.0", "6.5.11"), ("6.6.0", "6.8.6"), ("6.9.0", "6.10.1"))
    ),
    Advisory("CVE-2025-10729", "Svg", "patterns, use after free", (("6.7.0", "6.8.5"), ("6.9.0", "6.9.3"))),
    Advisory("CVE-2025-10728", "Svg", "patterns, recursion", (("6.7.0", "6.8.5"), ("6.9.0", "6.9.3"))),
    Advisory("CVE-2025-6338", "Network", "Schannel", (("6.2.0", "6.5.10"), ("6.6.0", "6.8.4"), ("6.9.0", "6.9.2"))),
    Advisory("CVE-2025-5992", "Gui", "colour profiles", (("6.8.0", "6.8.4"), ("6.9.0", "6.9.2"))),
    Advisory("CVE-2025-5991", "Network", "HTTP/2", (("6.9.0", "6.9.1"),)),
    Advisory("CVE-2025-5683", "ImageFormats", "ICNS", (("6.3.0", "6.5.10"), ("6.6.0", "6.8.5"), ("6.9.0", "6.9.1"))),
    Advisory("CVE-2025-5455", "Core", "data: addresses", (("6.0.0", "6.5.9"), ("6.6.0", "6.8.4"), ("6.9.0", "6.9.1"))),
    Advisory("CVE-2025-4211", "Core", "temporary files on Windows", (("6.0.0", "6.5.9"), ("6.6.0", "6.8.2"))),
    Advisory("CVE-2025-3512", "Gui", "QTextMarkdownImporter", (("6.8.0", "6.8.4"),)),
    Advisory(
        "CVE-2024-39936", "Network", "HTTP/2 and TLS", (("6.0.0", "6.2.14"), ("6.3.0", "6.5.8"), ("6.6.0", "6.7.4"))
    ),
    Advisory("CVE-2024-36048", "NetworkAuth", "OAuth", (("6.0.0", "6.2.14"), ("6.3.0", "6.5.6"), ("6.6.0", "6.7.1"))),
    Advisory("CVE-2024-33861", "Core", "QStringConverter", (("6.5.0", "6.5.6"), ("6.6.0", "6.7.1"))),
    Advisory("CVE-2024-30161", "Network", "QNetworkReply, in browsers", (("6.5.4", "6.5.6"), ("6.6.2", "6.7.0"))),
    Advisory("CVE-2024-25580", "Gui", "KTX", (("6.0.0", "6.2.13"), ("6.3.0", "6.5.6"), ("6.6.0", "6.7.0"))),
    Advisory("CVE-2023-51714", "Network", "HPACK", (("6.0.0", "6.2.12"), ("6.3.0", "6.5.5"), ("6.6.0", "6.7.0"))),
    Advisory("CVE-2023-45872", "Svg", "QSvgHandler::parse", (("6.0.0", "6.2.12"), ("6.3.0", "6.6.2"))),
    Advisory("CVE-2023-43114", "Gui", "fonts on Windows", (("6.0.0", "6.2.11"), ("6.3.0", "6.5.4"))),
    Advisory("CVE-2023-38197", "Core", "QXmlStreamReader, entities", (("6.0.0", "6.2.11"), ("6.3.0", "6.5.4"))),
    Advisory("CVE-2023-37369", "Core", "QXmlStreamReader, prefixes", (("6.0.0", "6.2.10"), ("6.3.0", "6.5.3"))),
    Advisory("CVE-2023-34410", "Network", "roots of TLS", (("6.0.0", "6.2.10"), ("6.3.0", "6.5.3"))),
    Advisory("CVE-2023-33285", "Network", "QDnsLookup", (("6.0.0", "6.2.10"), ("6.3.0", "6.5.2"))),
    Advisory("CVE-2023-32763", "Gui", "QTextLayout", (("6.0.0", "6.2.10"), ("6.3.0", "6.5.2"))),
    Advisory("CVE-2023-32762", "Network", "HSTS", (("6.0.0", "6.2.10"), ("6.3.0", "6.5.2"))),
    # The three below are not on the page: the versions are taken from older notes, and rather too high than too low.
    Advisory("CVE-2023-32573", "Svg", "QSvgFont", (("6.0.0", "6.2.10"), ("6.3.0", "6.5.2"))),
    Advisory("CVE-2023-24607", "Sql", "ODBC", (("6.0.0", "6.2.8"), ("6.3.0", "6.4.3"))),
    Advisory("CVE-2023-4863", "ImageFormats", "WebP", (("6.0.0", "6.2.11"), ("6.3.0", "6.5.4"))),
)
# CVE-2026-103645 (QTextCodec with ICU, in Core5Compat) has no row: its versions were not found, and it is not shipped.
