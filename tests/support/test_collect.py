"""All that a bundle is made of, of files and logs in which somebody's particulars stand in whatever way; none may be left."""

import io
import json
import os
import socket
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kiosk.edition.journal import JOURNAL
from kiosk.paths import log_in, refuges_of, resources, store_in
from kiosk.prepare.starter import write_starter
from kiosk.staff.pin import hash_pin
from kiosk.support.answers import Limits
from kiosk.support.collect import collect
from kiosk.support.contents import MOST_BYTES, Member, Missing, Part, packed
from kiosk.support.sources import Sources

NOON = (2026, 11, 27, 12, 0, 0)
STARTER = (resources() / "contact.toml").read_text("utf-8")
LETTERS = "qzjkvwQZJKVW\u00e9\u0416\u0444\u738b"
"""Of which no word of ours is made, nor a shape."""

WAYS_TO_BREAK = (
    lambda text: text,
    lambda text: text.replace('"', "", 9),
    lambda text: text.replace("]", ""),
    lambda text: text.replace('address = "', 'address = """', 1),
    lambda text: text + "\n[[[\n",
    lambda text: text.replace("\n", "\r\n"),
)


@dataclass(frozen=True)
class Person:
    name: str
    number: str
    mail: str
    street: str
    password: str

    @property
    def particulars(self) -> tuple[str, ...]:
        return (self.name, self.number, self.number.replace(" ", ""), self.mail, self.street, self.password)


def words(least: int) -> st.SearchStrategy[str]:
    return st.text(LETTERS, min_size=least, max_size=9)


@st.composite
def people(draw: st.DrawFn) -> Person:
    name = f"{draw(words(4))} {draw(words(4))}"
    digits = draw(st.lists(st.integers(100, 999), min_size=3, max_size=3, unique=True))
    local = draw(st.text("qzjkvw", min_size=4, max_size=9))
    street = f"{draw(st.integers(11, 99))} {draw(words(5))} {draw(words(5))}"
    return Person(
        name, f"+263 242 {' '.join(map(str, digits))}", f"{local}@office.example", street, f"{draw(words(6))}7"
    )


def forms_of(text: str) -> frozenset[str]:
    forms = {text, quote(text), quote(text, safe=""), json.dumps(text)[1:-1], unicodedata.normalize("NFD", text)}
    return frozenset(form.casefold() for form in forms)


def left_in(parts: tuple[Part, ...], texts: tuple[str, ...]) -> set[str]:
    """Give which of these are found in the file that is sent: in what it holds, names included, and in JSON read again."""
    with zipfile.ZipFile(io.BytesIO(packed(parts, NOON))) as file:
        everything = "".join(name + file.read(name).decode("utf-8", errors="replace") for name in file.namelist())
    everything = everything.casefold()
    return {text for text in texts for form in forms_of(text) if form in everything}


def write_files(folder: Path, person: Person, way: int) -> None:
    write_starter(resources(), folder)
    text = STARTER.replace("Haig Park Office", person.name).replace("+263 775 679 494", person.number)
    text = text.replace("hello@haigpark.example", person.mail).replace("3-68th Avenue, Haig Park", person.street)
    text = text.replace("articles/border.md", f"articles/{person.name}.md").replace('"closed"', f'"{person.name}"', 1)
    text += f"\n# {person.name}, {person.number}\n{person.name.split()[0]} = 1\n"
    text += (
        f'[[social]]\nnetwork = "website"\nurl = "https://me:{person.password}@office.example/?q={person.password}"\n'
    )
    (folder / "contact.toml").write_text(WAYS_TO_BREAK[way](text), "utf-8")
    pin = f'pin_hash = "{hash_pin("246813")}"\npassword = "{person.password}"\nscreen = "{person.name}"\n'
    (folder / "device.toml").write_text(f"schema = 1\n{pin}", "utf-8")


def write_logs(state: Path, person: Person) -> None:
    log = log_in(state, "display")
    log.parent.mkdir(parents=True)
    said = [form for text in person.particulars for form in sorted(forms_of(text))]
    said += [f"mailto:{quote(person.mail)}", f"tel:{quote(person.number)}", f"{person.name.upper()}.png"]
    lines = [json.dumps({"event": "said", "what": f"it was {one}."}, ensure_ascii=len(one) % 2 == 0) for one in said]
    log.write_text("\n".join([*lines, f'{{"torn": "{person.name}']), "utf-8")
    log.with_name("display-7.stack").write_text(f'File "/home/{person.password}/x.py", {person.mail}\n', "utf-8")
    log.with_name(f"{person.name}.log").write_text("not ours\n", "utf-8")
    problem = {"text": f'contact.toml:3:1: phone.number: "ask {person.password}" is no number'}
    status = {"standing": {"problems": [problem]}, "sources": [{"file": f"/srv/{person.name}/{person.street}.md"}]}
    (state / "status.json").write_text(json.dumps(status), "utf-8")


@given(person=people(), way=st.integers(0, len(WAYS_TO_BREAK) - 1))
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink a case would start a thousand processes
)
def test_nothing_of_anybody_is_left(monkeypatch: pytest.MonkeyPatch, person: Person, way: int) -> None:
    with TemporaryDirectory() as temporary:
        folder, state = Path(temporary, person.name), Path(temporary, f"{person.name}-0123abcd")
        monkeypatch.setenv("KIOSK_STATE", str(state))
        write_files(folder, person, way)
        write_logs(state, person)
        written = (folder / "contact.toml").read_text("utf-8")

        parts = collect(Sources(folder / "contact.toml", folder / "device.toml", state, ""), pictures=False)

    members = {part.name: part.content.decode() for part in parts if isinstance(part, Member)}
    assert left_in(parts, (*person.particulars, *person.name.split(), "scrypt$", *person.street.split()[1:])) == set()
    assert [len(line) for line in members["contact.toml"].split("\n")] == [len(line) for line in written.split("\n")]
    assert {"doctor.json", "check.json", "log/display.log", "log/display-7.stack", "status.json"} <= members.keys()


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sources:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    write_starter(resources(), tmp_path / "staff")
    return Sources(tmp_path / "staff" / "contact.toml", tmp_path / "staff" / "device.toml", tmp_path / "state", "")


def missing_in(parts: tuple[Part, ...]) -> dict[str, str]:
    return {part.name: part.why for part in parts if isinstance(part, Missing)}


def members_in(parts: tuple[Part, ...]) -> dict[str, str]:
    return {part.name: part.content.decode(errors="replace") for part in parts if isinstance(part, Member)}


def write_log(state: Path, text: str, name: str = "display") -> None:
    log_in(state, name).parent.mkdir(parents=True, exist_ok=True)
    log_in(state, name).write_text(text, "utf-8")


def test_what_this_computer_is_called_is_not_told(sources: Sources, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USER", "petra")
    where = f"{Path.home()}/x of petra on {socket.gethostname()}, {sources.contact}, {sources.state}/lock"
    write_log(sources.state, f"{where}, 192.168.7.9, 52:54:00:12:34:56\n")

    (line, _) = members_in(collect(sources, pictures=False))["log/display.log"].split("\n")

    assert line == (
        "<home>/x of <user> on <host>, <settings>/contact.toml, <state>/lock, 999.999.9.9, 99:99:99:99:99:99"
    )


def test_what_the_kiosk_shows_is_known_even_when_the_files_say_something_else(sources: Sources) -> None:
    text = STARTER.replace("Haig Park Office", "Quibble & Zanzibar")
    sources.contact.write_text(text, "utf-8")
    order = [sys.executable, "-m", "kiosk", "prepare", "--config", str(sources.contact)]
    subprocess.run(
        order, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    )
    sources.contact.unlink()
    write_log(sources.state, "Quibble & Zanzibar went\n")

    parts = collect(sources, pictures=False)

    assert members_in(parts)["log/display.log"] == "xxxxxxx & xxxxxxxx went\n"
    assert missing_in(parts)["contact.toml"] == "No such file or directory"


def test_an_article_that_the_settings_do_not_name_is_not_named(sources: Sources) -> None:
    write_log(sources.state, "zanzibar.jpg is too large\n")
    (sources.state / "status.json").write_text('{"sources": [{"file": "/srv/articles/Zanzibar.md"}]}', "utf-8")

    told = members_in(collect(sources, pictures=False))

    assert told["log/display.log"] == "xxxxxxxx.jpg is too large\n"
    assert json.loads(told["status.json"]) == {"sources": [{"file": "/srv/articles/xxxxxxxx.md"}]}


def test_a_command_that_hangs_costs_itself_alone(sources: Sources) -> None:
    store_in(sources.state).mkdir(parents=True)
    os.mkfifo(store_in(sources.state) / JOURNAL)  # whoever opens it waits for ever
    (store_in(sources.state) / ("a" * 64)).mkdir()

    parts = collect(sources, pictures=False, limits=Limits(doctor_seconds=0.01, seconds=4))

    assert missing_in(parts) == {
        "doctor.json": "it did not answer within 0.01 s",
        "editions.json": "it did not answer within 4 s",
        "status.json": "No such file or directory",
        "journal.json": "it is not a file",
        "pictures": "they were not wanted",
    }
    assert members_in(parts)["check.json"] == "[]\n"


def test_logs_from_before_the_kiosk_moved_are_there_too(sources: Sources) -> None:
    refuge = refuges_of(sources.state)[0][0]
    write_log(refuge, "after\n")
    write_log(sources.state, "before\n")

    told = members_in(collect(sources, pictures=False))

    assert told["log/display.log"] == "before\n"
    assert told["log/elsewhere-1/display.log"] == "after\n"


def test_a_hundred_megabytes_of_noise_make_no_more_than_a_mail_takes(sources: Sources) -> None:
    for number in range(25):
        file = log_in(sources.state, "display")
        file.parent.mkdir(parents=True, exist_ok=True)
        noise = b"\n".join(os.urandom(399) for _ in range(10_000))
        file.with_name(f"display-{number}.stack").write_bytes(noise)

    parts = collect(sources, pictures=False)

    assert MOST_BYTES / 2 < len(packed(parts, NOON)) <= MOST_BYTES
    assert "only the last" in str([part.note for part in parts if isinstance(part, Member)])


def test_without_a_place_for_temporary_files_the_rest_is_there(
    sources: Sources, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(sources.state / "nowhere"))

    parts = collect(sources, pictures=True)

    assert missing_in(parts)["pictures"] == "there is no folder to draw them in (No such file or directory)"
    assert members_in(parts)["check.json"] == "[]\n"


def test_what_lies_in_the_place_of_a_file_is_told(sources: Sources) -> None:
    sources.contact.unlink()
    sources.contact.mkdir()

    assert missing_in(collect(sources, pictures=False))["contact.toml"] == "it is not a file"


def walk(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*") if file.is_file())


def test_nothing_is_changed(sources: Sources) -> None:
    write_log(sources.state, "said\n")
    before = {file: file.read_bytes() for file in walk(sources.contact.parent.parent)}

    collect(sources, pictures=True)

    assert {file: file.read_bytes() for file in walk(sources.contact.parent.parent)} == before
