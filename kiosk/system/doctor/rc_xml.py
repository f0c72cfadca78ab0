"""Reads the bindings of openbox's rc.xml, which labwc has too."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element, ParseError, fromstring

HARMLESS: Final = frozenset({"focus", "raise", "unshade", "none"})
"""What puts the window in front that was touched."""

_MODIFIERS: Final = {"A": "Alt", "C": "Ctrl", "S": "Shift", "W": "Super", "M": "Meta", "H": "Hyper"}


@dataclass(frozen=True, slots=True)
class Bindings:
    """What does harm, in words such as "Alt+F4"; `has_keys` and `has_mouse` tell whether the file replaces what is built in."""

    harmful: tuple[str, ...]
    has_keys: bool
    has_mouse: bool


@dataclass(frozen=True, slots=True)
class Unreadable:
    pass


def openbox_bindings(xml: str) -> Bindings | Unreadable:
    """Read them as openbox does: a section that is there, even an empty one, takes the place of what is built in."""
    root = _root(xml)
    if root is None:
        return Unreadable()
    sections = {_tag(section) for section in root}
    return Bindings(tuple(_harmful(root)), "keyboard" in sections, "mouse" in sections)


def labwc_bindings(xml: str) -> Bindings | Unreadable:
    """Read them as labwc does: what is built in goes only when there is a binding, and returns with <default/>."""
    root = _root(xml)
    if root is None:
        return Unreadable()
    has_keys = _replaces(root, "keyboard", "keybind")
    return Bindings(tuple(_harmful(root)), has_keys, _replaces(root, "mouse", "mousebind"))


def _root(xml: str) -> Element | None:
    if "<!ENTITY" in xml:
        return None
    try:
        return fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", xml))  # noqa: S314  # entities are refused above
    except ParseError:
        return None


def _replaces(root: Element, section: str, binding: str) -> bool:
    found = [element for part in root if _tag(part) == section for element in part.iter()]
    tags = {_tag(element) for element in found}
    return binding in tags and "default" not in tags


def _harmful(root: Element) -> Iterator[str]:
    for section in root:
        if _tag(section) == "keyboard":
            yield from (_key(binding) for binding in section if _tag(binding) == "keybind" and _does_harm(binding))
        if _tag(section) == "mouse":
            for context in section:
                yield from (_button(binding, context) for binding in context if _does_harm(binding))


def _does_harm(binding: Element) -> bool:
    return any(
        element.get("name", "").casefold() not in HARMLESS for element in binding.iter() if _tag(element) == "action"
    )


def _key(binding: Element) -> str:
    return _chord(binding.get("key", "a key"))


def _button(binding: Element, context: Element) -> str:
    return f"{_chord(binding.get('button', ''))} button on {context.get('name', 'the window')}"


def _chord(written: str) -> str:
    """Put "C-A-Left" as "Ctrl+Alt+Left"."""
    *modifiers, key = written.split("-")
    return "+".join([*(_MODIFIERS.get(modifier, modifier) for modifier in modifiers), key])


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2].casefold()
