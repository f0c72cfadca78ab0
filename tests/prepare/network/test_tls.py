"""Certificates of ten kinds and more: none but the good ones is accepted, and each other is told as what it is."""

import ssl
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest

from kiosk.prepare.fetch import Fetched, NotFetched, Outcome
from kiosk.prepare.network.visit import visit
from tests.prepare.network.authority import NAME, Authority
from tests.prepare.network.nasty import answers, keeps_silent, question, serving

UNKNOWN = "has a certificate from somebody whom this computer does not know"


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture(autouse=True)
def trusted(authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system trust this authority and nobody else, as an office's system trusts the office's own."""
    authority.ours.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "none"))


def visited(context: ssl.SSLContext, host: str = NAME) -> Outcome:
    with serving(answers("200 OK", b"here"), context=context) as server:
        return visit(question(server, scheme="https", host=host), lambda _, __: (ip_address("127.0.0.1"),))


@pytest.mark.parametrize("made", [Authority.good, Authority.with_chain])
def test_a_good_certificate_is_accepted(made: Callable[[Authority], ssl.SSLContext], authority: Authority) -> None:
    assert isinstance(visited(made(authority)), Fetched)


def test_one_for_an_ip_address_is_accepted(authority: Authority) -> None:
    assert isinstance(visited(authority.good("127.0.0.1"), "127.0.0.1"), Fetched)


def test_one_for_all_names_of_a_domain_is_accepted(authority: Authority) -> None:
    assert isinstance(visited(authority.good("*.paper.example"), "www.paper.example"), Fetched)


@pytest.mark.parametrize(
    ("made", "what"),
    [
        pytest.param(Authority.expired, "has a certificate that expired on ", id="expired"),
        pytest.param(Authority.not_yet_valid, "has a certificate that is valid from ", id="not yet valid"),
        pytest.param(Authority.for_others, "has a certificate for another host than paper.example", id="other host"),
        pytest.param(Authority.made_by_itself, "has a certificate that it made for itself", id="self-signed"),
        pytest.param(Authority.by_a_stranger, UNKNOWN, id="unknown authority"),
        pytest.param(Authority.without_chain, UNKNOWN, id="chain missing"),
        pytest.param(Authority.weak, "has a certificate that is too weak to be safe", id="weak key"),
        pytest.param(Authority.of_old, "in a way that is too old to be safe", id="TLS 1.1"),
    ],
)
def test_a_bad_one_is_told_as_what_it_is(
    made: Callable[[Authority], ssl.SSLContext], what: str, authority: Authority
) -> None:
    outcome = visited(made(authority))

    assert isinstance(outcome, NotFetched)
    assert outcome.trouble == "broken"
    assert what in outcome.what
    assert outcome.cure


def test_one_for_a_name_is_not_one_for_its_ip_address(authority: Authority) -> None:
    outcome = visited(authority.good(), "127.0.0.1")

    assert isinstance(outcome, NotFetched)
    assert "for another host than 127.0.0.1: it is for paper.example" in outcome.what


def test_an_expired_one_is_told_with_both_dates(authority: Authority) -> None:
    outcome = visited(authority.expired())
    end = datetime.now(UTC) - timedelta(days=3)

    assert isinstance(outcome, NotFetched)
    assert f"expired on {end.day} {end:%B %Y}; this computer's clock says" in outcome.what


def test_the_names_of_another_host_are_told(authority: Authority) -> None:
    outcome = visited(authority.for_others())

    assert isinstance(outcome, NotFetched)
    assert outcome.what.endswith("it is for other.example, a.example, b.example and others")


def test_an_office_that_inspects_learns_what_to_install(authority: Authority) -> None:
    outcome = visited(authority.by_a_stranger())

    assert isinstance(outcome, NotFetched)
    assert "must be installed in this computer's system" in outcome.cure


def test_http_where_https_belongs_is_told() -> None:
    with serving(answers("400 Bad Request"), listens=False) as server:
        outcome = visit(question(server, scheme="https"), lambda _, __: (ip_address("127.0.0.1"),))

    assert isinstance(outcome, NotFetched)
    assert outcome.what == "does not speak https at this address"


def test_a_handshake_that_stalls_ends_in_time() -> None:
    with serving(keeps_silent) as server:
        outcome = visit(question(server, scheme="https", seconds=0.5), lambda _, __: (ip_address("127.0.0.1"),))

    assert isinstance(outcome, NotFetched)
    assert outcome.what == "does not answer in time"


def test_the_host_is_asked_for_by_its_name(authority: Authority) -> None:
    asked_for = list[str | None]()
    context = authority.good()
    context.sni_callback = lambda _, name, __: asked_for.append(name)
    visited(context)

    assert asked_for == [NAME]


def test_no_way_leads_back_to_http(authority: Authority) -> None:
    with serving(answers()) as plain:
        location = f"Location: http://127.0.0.1:{plain.port}/"
        with serving(answers("302 Found", b"", location), context=authority.good()) as server:
            request = question(server, scheme="https", host=NAME, also_allowed=(f"127.0.0.1:{plain.port}",))
            outcome = visit(request, lambda _, __: (ip_address("127.0.0.1"),))

    assert isinstance(outcome, NotFetched)
    assert outcome.trouble == "forbidden"
    assert outcome.what == "sends on from https to http, where others can change what comes"
    assert plain.asked == []
