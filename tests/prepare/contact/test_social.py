"""Social networks: accounts and links become buttons, and a link must belong to its network."""

import json
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest

from kiosk.edition.model import Social
from kiosk.prepare.contact.country import Country
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.networks import NETWORKS
from kiosk.prepare.contact.social import leads_to_front_page, social_of

ZIMBABWE = Country("ZW", "Zimbabwe", ("Africa/Harare",))

ACCOUNTS = {
    "facebook": ("haigpark.office", "https://www.facebook.com/haigpark.office"),
    "x": ("@haigpark_office", "https://x.com/haigpark_office"),
    "instagram": ("haigpark.office", "https://www.instagram.com/haigpark.office"),
    "linkedin": ("company/haig-park", "https://www.linkedin.com/company/haig-park"),
    "youtube": ("@haigpark", "https://www.youtube.com/@haigpark"),
    "tiktok": ("@haigpark", "https://www.tiktok.com/@haigpark"),
    "whatsapp": ("0775 679 494", "https://wa.me/263775679494"),
    "telegram": ("@haigpark", "https://t.me/haigpark"),
    "threads": ("haigpark", "https://www.threads.com/@haigpark"),
    "mastodon": ("@haigpark@social.example", "https://social.example/@haigpark"),
    "bluesky": ("haigpark.bsky.social", "https://bsky.app/profile/haigpark.bsky.social"),
    "signal": ("+263 775 679 494", "https://signal.me/#p/+263775679494"),
    "pinterest": ("haigpark", "https://www.pinterest.com/haigpark"),
    "snapchat": ("haigpark", "https://www.snapchat.com/add/haigpark"),
    "reddit": ("r/haigpark", "https://www.reddit.com/r/haigpark"),
    "github": ("haig-park", "https://github.com/haig-park"),
    "line": ("@haigpark", "https://line.me/R/ti/p/%40haigpark"),
    "messenger": ("haigpark", "https://m.me/haigpark"),
}

PAGES = {
    "facebook": "https://m.facebook.com/haigpark/",
    "x": "https://twitter.com/haigpark",
    "instagram": "https://instagram.com/haigpark?igsh=abc",
    "linkedin": "https://zw.linkedin.com/company/haigpark",
    "youtube": "https://youtu.be/abc",
    "tiktok": "https://vm.tiktok.com/abc",
    "whatsapp": "https://chat.whatsapp.com/abc",
    "telegram": "https://t.me/+abc",
    "threads": "https://www.threads.net/@haigpark",
    "mastodon": "https://any.example/@haigpark",
    "bluesky": "https://bsky.app/profile/haigpark.example",
    "signal": "https://signal.group/#abc",
    "pinterest": "https://pin.it/abc",
    "snapchat": "https://www.snapchat.com/add/haigpark",
    "reddit": "https://redd.it/abc",
    "github": "https://github.com/haigpark/kiosk",
    "wechat": "https://u.wechat.com/abc",
    "viber": "https://invite.viber.com/?g2=abc",
    "line": "https://lin.ee/abc",
    "messenger": "https://m.me/haigpark",
    "tripadvisor": "https://www.tripadvisor.com/abc",
    "website": "https://www.haigpark.example/",
}

WRONG = {
    "a link of another network": (
        {"network": "facebook", "url": "https://www.linkedin.com/company/x"},
        ("url", "the link leads to www.linkedin.com, which is not Facebook", 'network = "linkedin"'),
    ),
    "a look-alike host": (
        {"network": "facebook", "url": "https://facebook.com.evil.example/"},
        ("url", "the link leads to facebook.com.evil.example, which is not Facebook", 'network = "website"'),
    ),
    "a host that ends alike": (
        {"network": "x", "url": "https://notx.com/haigpark"},
        ("url", "the link leads to notx.com, which is not X", 'network = "website"'),
    ),
    "a slip in the network": (
        {"network": "facebok", "account": "x"},
        ("network", '"facebok" is no network that the kiosk knows', 'Did you mean "facebook"?'),
    ),
    "an old name": (
        {"network": "Twitter", "account": "x"},
        ("network", '"Twitter" is no network that the kiosk knows', 'Did you mean "x"?'),
    ),
    "an unknown network": (
        {"network": "qqqq", "account": "x"},
        ("network", '"qqqq" is no network that the kiosk knows', 'network = "website"'),
    ),
    "both": (
        {"network": "x", "account": "a", "url": "https://x.com/a"},
        ("", "has both an account and a url", "Keep one"),
    ),
    "neither": ({"network": "x"}, ("", "has neither account nor url", "Add one")),
    "a link as account": (
        {"network": "x", "account": "https://x.com/a"},
        ("account", "is a link", 'url = "https://x.com/a"'),
    ),
    "an account with a space": (
        {"network": "instagram", "account": "haig park"},
        ("account", '"haig park" cannot be an account at Instagram', '"haigparkoffice"'),
    ),
    "a linkedin name of unknown kind": (
        {"network": "linkedin", "account": "haigpark"},
        ("account", '"haigpark" cannot be an account at LinkedIn', '"company/haigparkoffice"'),
    ),
    "a mastodon account without server": (
        {"network": "mastodon", "account": "@haigpark"},
        ("account", '"@haigpark" lacks its server', "@haigparkoffice@mastodon.social"),
    ),
    "a mastodon server that is an address": (
        {"network": "mastodon", "account": "@haigpark@127.0.0.1"},
        ("account", "the link made of it has no proper host name", "as url instead"),
    ),
    "half a number": (
        {"network": "whatsapp", "account": "0775 679"},
        ("account", '"0775 679" is too short for Zimbabwe', "+263 71 234 5678"),
    ),
    "a WeChat account": (
        {"network": "wechat", "account": "haigpark"},
        ("account", "WeChat has no page that follows from an account's name", "scan it"),
    ),
    "an open link": (
        {"network": "website", "url": "http://haigpark.example"},
        ("url", "the link does not start with https://", "Copy it from the browser"),
    ),
}


@pytest.mark.parametrize(("network", "account", "page"), [(key, *row) for key, row in ACCOUNTS.items()], ids=ACCOUNTS)
def test_an_account_leads_to_its_page(network: str, account: str, page: str) -> None:
    social = social_of(network, account, None, ZIMBABWE)

    assert isinstance(social, Social), social
    assert social.link.payload == page


@pytest.mark.parametrize(("network", "url"), PAGES.items(), ids=PAGES)
def test_a_link_of_the_network_is_kept_as_it_is(network: str, url: str) -> None:
    social = social_of(network, None, url, ZIMBABWE)

    assert isinstance(social, Social), social
    assert social.link.payload == url


@pytest.mark.parametrize(("entry", "fault"), WRONG.values(), ids=WRONG)
def test_what_does_not_fit_is_explained(entry: Mapping[str, str], fault: tuple[str, str, str]) -> None:
    found = social_of(entry["network"], entry.get("account"), entry.get("url"), ZIMBABWE)

    assert isinstance(found, Fault), found
    assert (found.key, found.what) == fault[:2]
    assert fault[2] in found.cure


@pytest.mark.parametrize(("network", "url"), [("facebook", "https://www.facebook.com/"), ("x", "https://x.com")])
def test_a_link_to_the_front_page_of_a_network_is_doubted(network: str, url: str) -> None:
    social = social_of(network, None, url, ZIMBABWE)

    assert isinstance(social, Social)
    assert leads_to_front_page(social) == Fault(
        "url",
        f"the link leads to the front page of {social.name}, not to yours",
        "It is shown so. Open your page in the browser and copy its address",
        "warning",
    )


@pytest.mark.parametrize(("network", "url"), PAGES.items(), ids=PAGES)
def test_a_page_of_ones_own_is_not_doubted(network: str, url: str) -> None:
    social = social_of(network, None, url, ZIMBABWE)

    assert isinstance(social, Social)
    assert leads_to_front_page(social) is None


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff"])
def test_an_invisible_character_in_a_link_is_refused(sign: str) -> None:
    fault = social_of("website", None, f"https://haig{sign}park.example/", ZIMBABWE)

    assert isinstance(fault, Fault)
    assert fault.what == "the link has an invisible character in it"


def test_every_network_has_a_page_in_these_tables() -> None:
    assert PAGES.keys() == NETWORKS.keys()


def test_an_account_is_shown_with_its_sign() -> None:
    social = social_of("x", "haigpark", None, ZIMBABWE)

    assert isinstance(social, Social)
    assert (social.name, social.account) == ("X", "@haigpark")


def test_a_link_is_shown_as_people_say_it() -> None:
    social = social_of("instagram", None, "https://www.instagram.com/haigpark/?igsh=abc", ZIMBABWE)

    assert isinstance(social, Social)
    assert social.account == "instagram.com/haigpark"


def test_a_website_of_an_international_name_is_linked_in_ascii() -> None:
    social = social_of("website", None, "https://bücher.example/ä", ZIMBABWE)

    assert isinstance(social, Social)
    assert (social.link.payload, social.link.host) == ("https://xn--bcher-kva.example/%C3%A4", "xn--bcher-kva.example")


@pytest.mark.parametrize("icon", [network.icon for network in NETWORKS.values() if network.icon])
def test_every_icon_is_one_of_the_two_fonts(icon: str) -> None:
    font, _, name = icon.partition(".")

    assert name in _names_of_icons({"fa6b": "brands", "fa6s": "solid"}[font])


def _names_of_icons(style: str) -> set[str]:
    """Read the character map that qtawesome brings, without importing Qt."""
    spec = find_spec("qtawesome")
    assert spec is not None
    assert spec.origin is not None
    (charmap,) = (Path(spec.origin).parent / "fonts").glob(f"fontawesome6-{style}*.json")
    return set(json.loads(charmap.read_text("utf-8")))
