from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.prepare.network.addresses import realm


@pytest.mark.parametrize(
    "address",
    ["1.1.1.1", "8.8.8.8", "93.184.216.34", "151.101.1.140", "223.255.255.254", "2606:4700::1111", "2a00:1450::1", "2001:4860:4860::8888"],
)  # fmt: skip
def test_an_address_of_the_world_is_one(address: str) -> None:
    assert realm(ip_address(address)) == "world"


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.0", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.255.255", "127.0.0.1",
        "127.255.255.254", "100.64.0.1", "100.100.100.200", "100.127.255.255", "::1", "fc00::1", "fd00:ec2::254",
    ],
)  # fmt: skip
def test_an_address_of_an_office_is_one(address: str) -> None:
    assert realm(ip_address(address)) == "office"


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("0.0.0.0", id="unspecified"),  # noqa: S104  # nothing is bound
        pytest.param("0.1.2.3", id="this network"),
        pytest.param("169.254.169.254", id="a cloud's metadata"),
        pytest.param("169.254.0.1", id="link-local"),
        pytest.param("168.63.129.16", id="a cloud's wire server"),
        pytest.param("192.0.0.8", id="protocols"),
        pytest.param("192.0.2.1", id="documentation 1"),
        pytest.param("198.51.100.1", id="documentation 2"),
        pytest.param("203.0.113.1", id="documentation 3"),
        pytest.param("192.88.99.1", id="6to4 relay"),
        pytest.param("198.18.0.1", id="benchmarks"),
        pytest.param("198.19.255.255", id="the last of benchmarks"),
        pytest.param("224.0.0.1", id="multicast"),
        pytest.param("239.255.255.250", id="multicast of a site"),
        pytest.param("240.0.0.1", id="reserved"),
        pytest.param("255.255.255.255", id="broadcast"),
        pytest.param("::", id="unspecified 6"),
        pytest.param("::7f00:1", id="IPv4-compatible"),
        pytest.param("::ffff:7f00:1", id="IPv4-mapped"),
        pytest.param("::ffff:808:808", id="IPv4-mapped of the world"),
        pytest.param("::ffff:0:7f00:1", id="IPv4-translated"),
        pytest.param("64:ff9b::a9fe:a9fe", id="NAT64 of metadata"),
        pytest.param("64:ff9b::808:808", id="NAT64 of the world"),
        pytest.param("64:ff9b:1::7f00:1", id="local NAT64"),
        pytest.param("100::1", id="discard only"),
        pytest.param("2001::1", id="Teredo"),
        pytest.param("2001:0:7f00:1::", id="Teredo of this computer"),
        pytest.param("2001:2::1", id="benchmarks 6"),
        pytest.param("2001:20::1", id="ORCHID"),
        pytest.param("2001:db8::1", id="documentation 6"),
        pytest.param("2002:7f00:1::", id="6to4 of this computer"),
        pytest.param("2002:808:808::1", id="6to4 of the world"),
        pytest.param("3fff::1", id="new documentation"),
        pytest.param("5f00::1", id="segment routing"),
        pytest.param("fe80::1", id="link-local 6"),
        pytest.param("fe80::1%2", id="link-local 6 with its card"),
        pytest.param("fec0::1", id="site-local"),
        pytest.param("ff02::1", id="multicast 6"),
        pytest.param("2606:4700::5efe:7f00:1", id="ISATAP of this computer"),
        pytest.param("2606:4700::200:5efe:a00:1", id="ISATAP of an office"),
        pytest.param("4000::1", id="not given out"),
    ],
)
def test_an_address_that_no_public_page_has_is_nowhere(address: str) -> None:
    assert realm(ip_address(address)) == "nowhere"


@given(st.ip_addresses(v=4))
def test_what_python_calls_private_is_never_of_the_world(address: IPv4Address) -> None:
    assert realm(address) != "world" or (address.is_global and not address.is_multicast)


@given(st.ip_addresses(v=4), st.sampled_from(["::", "::ffff:0:0", "::ffff:0:0:0", "64:ff9b::", "64:ff9b:1::"]))
def test_no_address_that_hides_another_is_of_the_world(hidden: IPv4Address, prefix: str) -> None:
    assert realm(IPv6Address(int(IPv6Address(prefix)) + int(hidden))) != "world"


@given(st.ip_addresses(v=4), st.integers(0, 2**80 - 1))
def test_nothing_of_6to4_is_of_the_world(hidden: IPv4Address, rest: int) -> None:
    assert realm(IPv6Address((0x2002 << 112) | (int(hidden) << 80) | rest)) == "nowhere"
