"""The one door to the network: what comes through it has been asked for by staff, and nothing else goes out."""

from kiosk.prepare.network.outcome import Fetched, NotFetched, Outcome, Unchanged
from kiosk.prepare.network.request import Request, Validators
from kiosk.prepare.network.resolve import look_up
from kiosk.prepare.network.visit import visit

__all__ = ["Fetched", "NotFetched", "Outcome", "Request", "Unchanged", "Validators", "fetch"]


def fetch(request: Request) -> Outcome:
    """Ask for one address and give the whole of the answer, or say why not; never raises for what the world does."""
    return visit(request, look_up)
