"""The hash of a PIN, against an answer from outside and against what would hurt."""

import base64
import time

import pytest

from kiosk.staff.pin import hash_pin, is_pin_hash, matches

PIN = "740926"
KNOWN = "scrypt$15$8$1$MDEyMzQ1Njc4OWFiY2RlZg==$zhN3xH1yBbVw9I9jBMNTrtbK4VTj7Hxg91mdRc4j3Qs="
"""Of this PIN with the salt "0123456789abcdef", as `openssl kdf ... SCRYPT` of OpenSSL 3.0 gives it."""

NO_HASHES = {
    "nothing": "",
    "a PIN in clear": "740926",
    "another scheme": "argon2id$15$8$1$MDEyMzQ1Njc4OWFiY2RlZg==$" + "A" * 43 + "=",
    "memory for the asking": "scrypt$30$8$1$MDEyMzQ1Njc4OWFiY2RlZg==$" + "A" * 43 + "=",
    "time for the asking": "scrypt$15$8$1000000$MDEyMzQ1Njc4OWFiY2RlZg==$" + "A" * 43 + "=",
    "blocks for the asking": "scrypt$15$80000$1$MDEyMzQ1Njc4OWFiY2RlZg==$" + "A" * 43 + "=",
    "hardly any work": "scrypt$1$8$1$MDEyMzQ1Njc4OWFiY2RlZg==$" + "A" * 43 + "=",
    "a figure of other digits": "scrypt$1\u0665$8$1$MDEyMzQ1Njc4OWFiY2RlZg==$" + "A" * 43 + "=",
    "no salt": "scrypt$15$8$1$$" + "A" * 43 + "=",
    "a short salt": "scrypt$15$8$1$MDEy$" + "A" * 43 + "=",
    "a short key": "scrypt$15$8$1$MDEyMzQ1Njc4OWFiY2RlZg==$AAAA",
    "no key": "scrypt$15$8$1$MDEyMzQ1Njc4OWFiY2RlZg==$",
    "signs that are not of base64": "scrypt$15$8$1$MDEyMzQ1Njc4OWFiY2RlZg==$" + "*" * 43 + "=",
    "something behind it": "scrypt$15$8$1$MDEyMzQ1Njc4OWFiY2RlZg==$" + "A" * 43 + "=\n",
    "something before it": " scrypt$15$8$1$MDEyMzQ1Njc4OWFiY2RlZg==$" + "A" * 43 + "=",
}


@pytest.fixture(scope="module")
def pin_hash() -> str:
    return hash_pin(PIN)


def test_the_pin_matches_its_hash(pin_hash: str) -> None:
    assert matches(PIN, pin_hash)


@pytest.mark.parametrize("other", ["", "740927", "74092", "7409260", " 740926", "740926\n", "\u0667\u0664\u0660926"])
def test_nothing_else_does(other: str, pin_hash: str) -> None:
    assert not matches(other, pin_hash)


def test_a_hash_made_by_openssl_is_understood() -> None:
    assert matches(PIN, KNOWN)


def test_the_hash_does_not_hold_the_pin(pin_hash: str) -> None:
    assert PIN not in pin_hash


def test_the_salt_and_the_key_are_as_long_as_is_said(pin_hash: str) -> None:
    assert [len(base64.b64decode(part)) for part in pin_hash.split("$")[4:]] == [16, 32]


def test_two_hashes_of_one_pin_differ(pin_hash: str) -> None:
    other = hash_pin(PIN)

    assert other.split("$")[4] != pin_hash.split("$")[4]
    assert other.split("$")[5] != pin_hash.split("$")[5]


def test_a_hash_is_known_as_one(pin_hash: str) -> None:
    assert is_pin_hash(pin_hash)


@pytest.mark.parametrize("text", NO_HASHES.values(), ids=NO_HASHES)
def test_what_is_no_hash_of_ours_is_known_as_none(text: str) -> None:
    assert not is_pin_hash(text)


@pytest.mark.parametrize("text", NO_HASHES.values(), ids=NO_HASHES)
def test_what_is_no_hash_of_ours_matches_nothing_and_is_not_tried(text: str) -> None:
    began = time.process_time()

    assert not matches(PIN, text)
    assert time.process_time() - began < 0.01


def test_a_wrong_pin_takes_as_much_work_as_the_right_one(pin_hash: str) -> None:
    assert 0.4 < _work(PIN, pin_hash) / _work("1", pin_hash) < 2.5


def _work(pin: str, pin_hash: str) -> float:
    def once() -> float:
        began = time.process_time()
        matches(pin, pin_hash)
        return time.process_time() - began

    return min(once() for _ in range(3))
