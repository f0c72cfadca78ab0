"""The social networks that the kiosk knows: to add one, add its row here and its two lines to the tests' table.

Icons are names of Font Awesome 6 as qtawesome has them; "" lets the screen draw the first letter instead.
"""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Handle:
    """An account is a name; `page` is its https address with {} for the name, `sign` is shown before it."""

    pattern: str
    page: str
    example: str
    sign: str = "@"


@dataclass(frozen=True, slots=True)
class Number:
    """An account is a phone number; `page` takes its digits at {}."""

    page: str


@dataclass(frozen=True, slots=True)
class Federated:
    """An account is @name@host, and its page lies on that host, whichever it is."""


@dataclass(frozen=True, slots=True)
class LinkOnly:
    """There is no page that follows from an account's name; `cure` says where its link is found."""

    cure: str


Account: TypeAlias = Handle | Number | Federated | LinkOnly


@dataclass(frozen=True, slots=True)
class Network:
    """`hosts` are where its pages lie, subdomains included; none means any host."""

    name: str
    icon: str
    account: Account
    hosts: tuple[str, ...] = ()


NETWORKS = {
    "facebook": Network(
        "Facebook",
        "fa6b.facebook-f",
        Handle(r"[A-Za-z0-9.]{5,50}", "https://www.facebook.com/{}", "haigparkoffice", sign=""),
        ("facebook.com", "fb.com", "fb.me"),
    ),
    "x": Network(
        "X",
        "fa6b.x-twitter",
        Handle(r"[A-Za-z0-9_]{1,15}", "https://x.com/{}", "haigparkoffice"),
        ("x.com", "twitter.com"),
    ),
    "instagram": Network(
        "Instagram",
        "fa6b.instagram",
        Handle(r"[A-Za-z0-9._]{1,30}", "https://www.instagram.com/{}", "haigparkoffice"),
        ("instagram.com", "instagr.am"),
    ),
    "linkedin": Network(
        "LinkedIn",
        "fa6b.linkedin-in",
        Handle(
            r"(?:company|school|showcase|in)/[\w-]{2,100}",
            "https://www.linkedin.com/{}",
            "company/haigparkoffice",
            sign="",
        ),
        ("linkedin.com", "lnkd.in"),
    ),
    "youtube": Network(
        "YouTube",
        "fa6b.youtube",
        Handle(r"[\w.-]{3,30}", "https://www.youtube.com/@{}", "haigparkoffice"),
        ("youtube.com", "youtu.be"),
    ),
    "tiktok": Network(
        "TikTok",
        "fa6b.tiktok",
        Handle(r"[A-Za-z0-9._]{2,24}", "https://www.tiktok.com/@{}", "haigparkoffice"),
        ("tiktok.com",),
    ),
    "whatsapp": Network("WhatsApp", "fa6b.whatsapp", Number("https://wa.me/{}"), ("wa.me", "whatsapp.com")),
    "telegram": Network(
        "Telegram",
        "fa6b.telegram",
        Handle(r"[A-Za-z][A-Za-z0-9_]{3,31}", "https://t.me/{}", "haigparkoffice"),
        ("t.me", "telegram.me", "telegram.org"),
    ),
    "threads": Network(
        "Threads",
        "fa6b.threads",
        Handle(r"[A-Za-z0-9._]{1,30}", "https://www.threads.com/@{}", "haigparkoffice"),
        ("threads.com", "threads.net"),
    ),
    "mastodon": Network("Mastodon", "fa6b.mastodon", Federated()),
    "bluesky": Network(
        "Bluesky",
        "fa6b.bluesky",
        Handle(r"(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,20}", "https://bsky.app/profile/{}", "haigparkoffice.bsky.social"),
        ("bsky.app",),
    ),
    "signal": Network(
        "Signal",
        "fa6b.signal-messenger",
        Number("https://signal.me/#p/+{}"),
        ("signal.me", "signal.group"),
    ),
    "pinterest": Network(
        "Pinterest",
        "fa6b.pinterest",
        Handle(r"[A-Za-z0-9_]{3,30}", "https://www.pinterest.com/{}", "haigparkoffice"),
        ("pinterest.com", "pinterest.co.uk", "pinterest.fr", "pinterest.pt", "pin.it"),
    ),
    "snapchat": Network(
        "Snapchat",
        "fa6b.snapchat",
        Handle(r"[A-Za-z][A-Za-z0-9._-]{2,14}", "https://www.snapchat.com/add/{}", "haigparkoffice"),
        ("snapchat.com",),
    ),
    "reddit": Network(
        "Reddit",
        "fa6b.reddit",
        Handle(r"(?:r|u|user)/[A-Za-z0-9_-]{2,21}", "https://www.reddit.com/{}", "r/haigparkoffice", sign=""),
        ("reddit.com", "redd.it"),
    ),
    "github": Network(
        "GitHub",
        "fa6b.github",
        Handle(r"[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}", "https://github.com/{}", "haigparkoffice"),
        ("github.com",),
    ),
    "wechat": Network(
        "WeChat",
        "fa6b.weixin",
        LinkOnly("WeChat gives accounts a link in its QR code: scan it and write that link as url"),
        ("weixin.qq.com", "u.wechat.com", "wechat.com"),
    ),
    "viber": Network(
        "Viber",
        "fa6b.viber",
        LinkOnly("Write the invitation link of your channel as url, and a Viber phone number as a [[phone]]"),
        ("viber.com", "vb.me"),
    ),
    "line": Network(
        "LINE",
        "fa6b.line",
        Handle(r"[a-z0-9._-]{3,20}", "https://line.me/R/ti/p/%40{}", "haigparkoffice"),
        ("line.me", "lin.ee"),
    ),
    "messenger": Network(
        "Messenger",
        "fa6b.facebook-messenger",
        Handle(r"[A-Za-z0-9.]{5,50}", "https://m.me/{}", "haigparkoffice", sign=""),
        ("m.me", "messenger.com"),
    ),
    "tripadvisor": Network(
        "Tripadvisor",
        "",
        LinkOnly("Copy the address of your page there and write it as url"),
        ("tripadvisor.com", "tripadvisor.co.uk", "tripadvisor.co.za", "tripadvisor.fr", "tripadvisor.pt"),
    ),
    "website": Network("Website", "fa6s.globe", LinkOnly("Write the address of the website as url")),
}
