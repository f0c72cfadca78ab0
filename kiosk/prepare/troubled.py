"""Sources from which nothing has come for long, by what the visits to them left behind."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.edition.sealed import read_sealed
from kiosk.edition.web_source import Visit, WebSource, visit_file
from kiosk.prepare.article.source import WebArticles
from kiosk.prepare.problem import Problem

PATIENCE = timedelta(days=1)

_NEVER = Visit(datetime.min.replace(tzinfo=UTC))


def troubled(named: tuple[WebArticles, ...], state: Path, now: datetime) -> Iterator[Problem]:
    """Warn of those that were last reached longer ago than PATIENCE, or tried and never reached."""
    for one in named:
        visit = _visit(state, one.source)
        if not visit.trouble:
            continue
        if visit.reached_at is None:
            yield _warning(one, visit, "has never been reached", "Nothing of it is shown yet")
        elif now - visit.reached_at > PATIENCE:
            days = (now - visit.reached_at).days
            since = f"has brought nothing for {days} {'day' if days == 1 else 'days'}"
            yield _warning(one, visit, since, "What is kept of it is shown")


def _visit(state: Path, source: WebSource) -> Visit:
    try:
        return read_sealed(visit_file(state, source), _NEVER)
    except OSError:
        return _NEVER


def _warning(named: WebArticles, visit: Visit, since: str, instead: str) -> Problem:
    """`visit.what` continues a sentence that begins with the address."""
    what = f"{since}: the address {visit.what}" if visit.what else since
    return named.warning(what, f"{instead}. {visit.cure}" if visit.cure else instead)
