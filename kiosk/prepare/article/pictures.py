"""The pictures of an article: found inside the staff's folders only, prepared once each."""

import os
import re
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import unquote

from kiosk.edition.model import Figure, Picture, Run
from kiosk.edition.value import replace
from kiosk.prepare.article.findings import Findings
from kiosk.prepare.article.source import ArticleSource
from kiosk.prepare.picture import PreparedPicture, Unusable
from kiosk.prepare.sanitise import clean_text
from kiosk.prepare.there import what_lies_at

MOST_PICTURES = 40

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//|\\\\")
_ABSOLUTE = re.compile(r"[/\\]|[A-Za-z]:")
_TOO_MANY = Unusable("is one too many", f"An article may have {MOST_PICTURES} pictures")
_BESIDE = "Save it beside the article and write its name, for instance hills.jpg"


class Pictures:
    """Gives figures and remembers every file that was asked for, also those that are missing."""

    def __init__(self, source: ArticleSource, findings: Findings) -> None:
        self._folder = source.file.parent
        self._roots = (source.file.parent.resolve(), source.place.file.parent.resolve())
        self._findings = findings
        self._results: dict[Path, PreparedPicture | Unusable] = {}
        self._embedded: dict[str, PreparedPicture | Unusable] = {}

    def figure(self, name: str, alt: str, caption: tuple[Run, ...], line: int, column: int = 1) -> Figure | None:
        """Give the picture of that name, None where the article is shown without it."""
        name = unquote(name).strip()
        return self._figure(name, self._result(name), alt, caption, line=line, column=column)

    def embedded(self, name: str, content: Callable[[], bytes], alt: str, caption: tuple[Run, ...]) -> Figure | None:
        """Give a picture that the article's own file holds, None where it is shown without it."""
        if name not in self._embedded:
            self._embedded[name] = self._prepared_within(content)
        return self._figure(name, self._embedded[name], alt, caption, line=0, column=0)

    def _figure(
        self,
        name: str,
        result: PreparedPicture | Unusable,
        alt: str,
        caption: tuple[Run, ...],
        *,
        line: int,
        column: int,
    ) -> Figure | None:
        if isinstance(result, Unusable):
            cure = f"The article is shown without it. {result.cure}"
            self._findings.warn(line, "picture", f'the picture "{name:.60}" {result.what}', cure, column=column)
            return None
        return Figure(_described(result, alt), caption)

    def prepared(self) -> tuple[PreparedPicture, ...]:
        results = (*self._results.values(), *self._embedded.values())
        return tuple(result for result in results if isinstance(result, PreparedPicture))

    def files(self) -> tuple[Path, ...]:
        return tuple(self._results)

    def _result(self, name: str) -> PreparedPicture | Unusable:
        path = self._located(name)
        if isinstance(path, Unusable):
            return path
        if path not in self._results:
            if self._are_enough():
                return _TOO_MANY
            self._results[path] = _prepared(path)
        return self._results[path]

    def _prepared_within(self, content: Callable[[], bytes]) -> PreparedPicture | Unusable:
        from kiosk.prepare.images import prepare_picture_of  # noqa: PLC0415  # QtGui only where there is a picture

        return _TOO_MANY if self._are_enough() else prepare_picture_of(content())

    def _are_enough(self) -> bool:
        return len(self._results) + len(self._embedded) >= MOST_PICTURES

    def _located(self, name: str) -> Path | Unusable:
        if not name or not name.isprintable():
            return Unusable("has no proper name", _BESIDE)
        if _ADDRESS.match(name):
            return Unusable("is an address, not a file of ours", _BESIDE)
        if _ABSOLUTE.match(name):
            return Unusable("is named by its full path on one computer", _BESIDE)
        path = Path(os.path.normpath(self._folder / name.replace("\\", "/")))
        return path if self._is_ours(path) else Unusable("lies outside the article's folder", _BESIDE)

    def _is_ours(self, path: Path) -> bool:
        try:
            target = path.resolve()
        except (OSError, RuntimeError):  # RuntimeError: links in a circle, on Python before 3.13
            return False
        return any(target.is_relative_to(root) for root in self._roots)


def _prepared(path: Path) -> PreparedPicture | Unusable:
    from kiosk.prepare.images import prepare_picture  # noqa: PLC0415  # QtGui only where there is a picture

    result = prepare_picture(path)
    if isinstance(result, Unusable) and what_lies_at(path) == "nothing":
        return Unusable(result.what, _near_miss(path) or result.cure)
    return result


def _near_miss(path: Path) -> str:
    try:
        names = {entry.name.lower(): entry.name for entry in path.parent.iterdir()}
    except OSError:
        return ""
    close = get_close_matches(path.name.lower(), names, n=1)
    return f'Did you mean "{names[close[0]]}"?' if close else ""


def _described(prepared: PreparedPicture, alt: str) -> Picture:
    return replace(prepared.picture, alt=" ".join(clean_text(alt).split()))
