"""What staff see, for pictures of the screen: made-up facts about a screen that has one mistake in its files."""

from datetime import datetime, timedelta

from kiosk.display.page.staff_view import MenuOpen, PadOpen, ReportOpen, StaffView
from kiosk.supervise.messages import Facts, Finding, Told

MOMENTS = {"shown_since": timedelta(hours=4, minutes=53), "read_at": timedelta(minutes=12)}
PROBLEMS = (
    Told(
        "contact.toml", 44, 10, "phone.number", '"0775 679" is too short for Zimbabwe',
        "Write it like +263 71 234 5678", "error", "",
    ),
    Told(
        "border.md", 3, 7, "date", "the article is dated in the future",
        "It is shown all the same, with its date", "warning", "",
    ),
)  # fmt: skip
FINDINGS = (
    Finding("keys", "Keys", "held", "The keys that leave a program are quiet."),
    Finding("blank", "Screen saver", "not held", "The screen would go dark after ten minutes.", "Switch it off."),
    Finding("start", "After a power cut", "unknown", "It could not be found out whether the kiosk starts by itself."),
)
STAFF_VIEWS = (
    "pin", "pin:wrong", "pin:wait", "pin:unset", "staff", "staff:problems", "staff:status", "staff:doctor",
)  # fmt: skip


def staff_view(name: str, edition: str, now: datetime) -> StaffView:
    """Give one of STAFF_VIEWS as it is at `now` over an edition, "" for the holding card."""
    shown_since, read_at = now - MOMENTS["shown_since"], now - MOMENTS["read_at"]
    facts = Facts("shown", "mistaken", "1.0", shown_since, edition, shown_since, read_at, memory_bytes=90_000_000)
    menu = MenuOpen(facts, PROBLEMS)
    views: dict[str, StaffView] = {
        "pin": PadOpen(typed=3),
        "pin:wrong": PadOpen(was_wrong=True),
        "pin:wait": PadOpen(was_wrong=True, wait_seconds=30),
        "pin:unset": PadOpen(has_pin=False),
        "staff": menu,
        "staff:problems": ReportOpen("problems", menu),
        "staff:status": ReportOpen("status", menu),
        "staff:doctor": ReportOpen("doctor", menu, FINDINGS),
    }
    return views[name]
