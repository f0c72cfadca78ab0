"""Reads `contact.toml` and `device.toml`: a value, and every problem with its place; never an exception."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Generic, TypeVar

from kiosk.edition.device import Access, Device
from kiosk.prepare.config.assemble import assemble
from kiosk.prepare.config.checked import S, shaped
from kiosk.prepare.config.contact_file import ContactFile, NamedFiles
from kiosk.prepare.config.device_file import DeviceFile
from kiosk.prepare.config.device_shape import DeviceShape, device_of
from kiosk.prepare.config.named_files import named_files
from kiosk.prepare.config.network import network_of
from kiosk.prepare.config.password_line import without_passwords
from kiosk.prepare.config.pin_line import KEY, access_of, without_pins
from kiosk.prepare.config.report import Report
from kiosk.prepare.config.shape import ContactShape
from kiosk.prepare.config.source import Source, Unreadable, read_source
from kiosk.prepare.config.syntax import parse
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.problem import Place, Problem, has_errors
from kiosk.prepare.there import what_lies_at

FORMAT = 1

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T]):
    """`value` is None exactly when one of the problems is an error."""

    value: T | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class LoadedContact(Loaded[ContactFile]):
    """`named` are the files that could be made out, also where `value` is None: their faults are told in the same pass."""

    named: NamedFiles


@dataclass(frozen=True, slots=True)
class _Checked(Generic[T]):
    shape: T | None
    report: Report


def read_contact(path: Path, now: datetime | None = None) -> LoadedContact:
    """Judge at `now`, the present if not given, what has passed."""
    checked = _checked(read_source(path), ContactShape)
    if isinstance(checked, Unreadable):
        return LoadedContact(None, checked.problems, NamedFiles())
    if checked.shape is None:
        return LoadedContact(None, checked.report.problems, NamedFiles())
    value = assemble(checked.shape, checked.report, now or datetime.now(UTC))
    named = named_files(checked.shape, path.parent, checked.report)
    loaded = _loaded(value, checked.report)
    return LoadedContact(loaded.value, loaded.problems, named)


def read_device(path: Path) -> Loaded[DeviceFile]:
    """Give the defaults where there is no file: they suit most machines. No problem tells a PIN or a password."""
    if what_lies_at(path) == "nothing":
        return Loaded(DeviceFile(Device(), Access()), ())
    source = read_source(path)
    loaded = _device(_checked(source, DeviceShape))
    text = source.text if isinstance(source, Source) else ""
    return Loaded(loaded.value, without_passwords(without_pins(loaded.problems, text), text))


def _device(checked: _Checked[DeviceShape] | Unreadable) -> Loaded[DeviceFile]:
    if isinstance(checked, Unreadable):
        return Loaded(None, checked.problems)
    shape = checked.shape
    if shape is None:
        return _loaded(None, checked.report)
    access = access_of(shape.pin_hash)
    if isinstance(access, Fault):
        checked.report.add((KEY,), access)
        access = Access()
    network = network_of(shape.network, checked.report)
    return _loaded(DeviceFile(device_of(shape), access, network), checked.report)


def _checked(source: Source | Unreadable, kind: type[S]) -> _Checked[S] | Unreadable:
    if isinstance(source, Unreadable):
        return source
    document = parse(source)
    if isinstance(document, Unreadable):
        return document
    if kind is ContactShape and not document.tables:
        return _empty(source)
    report = Report(document.source, document.tables, document.slips)
    if _is_newer(document.tables):
        report.add(("schema",), _newer_format(document.tables["schema"]))
        return Unreadable(report.problems)
    return _Checked(shaped(kind, document, report), report)


def _empty(source: Source) -> Unreadable:
    what = "the file has nothing but remarks" if source.text.strip() else "the file is empty"
    cure = "Run kiosk init in another folder, and copy its contact.toml here"
    return Unreadable((Problem(Place(source.file, 1, 1), "", what, cure),))


def _is_newer(tables: dict[str, object]) -> bool:
    number = tables.get("schema")
    return isinstance(number, int) and number > FORMAT


def _newer_format(number: object) -> Fault:
    what = f"the file has format {str(number)[:10]}, and this kiosk knows formats up to {FORMAT}"
    return Fault("", what, "Update the kiosk, or take the starter file of this version; nothing was changed")


def _loaded(value: T | None, report: Report) -> Loaded[T]:
    problems = report.problems
    return Loaded(None if has_errors(problems) else value, problems)
