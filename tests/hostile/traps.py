"""What a careless reader falls into: a trap for each thing that a campaign looks for."""

from tests.hostile.case import HIDDEN, HTML, MARKER, Case, sends, sends_on
from tests.hostile.honest import page_with
from tests.prepare.network.nasty import keeps_silent

_ENTITY = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{MARKER}.dtd">]><rss><channel><item><title>&x;</title></item></channel></rss>'

TRAPS = {
    name: Case("traps", name, {"": speak}, "article")
    for name, speak in {
        "redirect": sends_on("http://169.254.169.254/"),
        "entity": sends(_ENTITY, "application/xml"),
        "picture": sends(page_with(f'<img src="file://{MARKER}.png">')),
        "program": sends(page_with(f"<script>{HIDDEN}()</script>")),
        "passwd": sends(page_with('<img src="file:///etc/passwd">')),
        "shell": sends(page_with("<p>shell</p>")),
        "charset": sends(b"\xff\xfe\x00\xd8", HTML),
        "crash": sends(page_with("<p>crash</p>")),
        "silence": keeps_silent,
        "junk": sends(b""),
    }.items()
}
