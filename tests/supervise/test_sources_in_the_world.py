"""The supervisor with small programs in the places of the display, of prepare, and of the visits to the world."""

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.edition.codec import plain
from kiosk.edition.deposit import Deposited, deposit
from kiosk.edition.device import Access
from kiosk.edition.journal import Journal, write_journal
from kiosk.edition.manifest import HashedFile, Origin
from kiosk.edition.model import Edition
from kiosk.edition.origin import fingerprint
from kiosk.edition.sealed import write_sealed
from kiosk.edition.value import replace
from kiosk.edition.web_source import Visit, WebSource, articles_file, visit_file
from kiosk.paths import access_in, prepared_in, store_in
from kiosk.supervise.children import Child
from kiosk.supervise.intervals import Intervals
from kiosk.supervise.jobs import Gathered, Prepared
from kiosk.supervise.plan import Plan
from kiosk.supervise.status import STATUS
from kiosk.supervise.supervisor import Supervisor
from kiosk.supervise.wire import to_line
from tests.supervise.small_programs import PAINTS, VERSION, display, gather, prepare

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the small programs are of POSIX")

INTERVALS = Intervals(look=0.05)
FEED, PAGE = WebSource("https://paper.example/world/feed.xml"), WebSource("https://office.example/news")
WAITS = "import time\nwhile not (os.path.exists({file!r}) and os.path.getsize({file!r})):\n    time.sleep(0.01)\n"
NOTES = "record(sys.stdin.readline().strip())\nsignal.pause()"
REACHED = Visit(datetime.now(UTC), reached_at=datetime.now(UTC))


def run(plan: Plan, intervals: Intervals = INTERVALS) -> None:
    Supervisor(plan, plan.start_display(), intervals).run()


def naming(plan: Plan, *sources: WebSource) -> Plan:
    """Give the plan with a prepare that finds these sources in contact.toml, and none once that says "without"."""
    contact, named = plan.files[0], [plain(source) for source in sources]
    lines = f"content = read({contact!r})\nsources = [] if content == b'without' else {named!r}\n"
    says = f'report("Prepared", {contact!r}, edition=hashlib.sha256(content).hexdigest(), sources=sources)'
    return replace(plan, start_prepare=prepare(lines + says))


def put(state: Path, edition: Edition, contact: Path, *sources: WebSource) -> None:
    """Put an edition into the store that says what the files say, with these sources."""
    origin = Origin(datetime.now(UTC), VERSION, (HashedFile(str(contact), fingerprint(contact)),))
    outcome = deposit(store_in(state), edition, {}, origin)
    assert isinstance(outcome, Deposited)
    write_sealed(access_in(state), Access())
    write_sealed(prepared_in(state), Prepared(outcome.hash, origin.made_from, sources=sources))
    write_journal(store_in(state), Journal(outcome.hash, good=outcome.hash))


def visited(record: Path) -> list[tuple[str, str]]:
    orders = [json.loads(line) for line in record.read_text().splitlines()]
    return [(order["state"], order["source"]["address"]) for order in orders]


def until(record: Path) -> str:
    """Give lines of a display that ends the kiosk when something has been recorded."""
    return WAITS.format(file=str(record))


def test_what_a_report_names_is_visited(plan: Plan, state: Path, record: Path) -> None:
    screen = display(PAINTS + until(record))

    run(naming(replace(plan, start_display=screen, start_gather=gather(NOTES, record)), FEED))

    assert visited(record) == [(str(state), FEED.address)]


def test_what_an_earlier_report_named_is_visited_without_another(
    plan: Plan, state: Path, contact: Path, edition: Edition, record: Path
) -> None:
    put(state, edition, contact, FEED)
    no_job = prepare(f"write({str(state / 'job')!r}, '')")
    screen = display(PAINTS + until(record))

    run(replace(plan, start_display=screen, start_prepare=no_job, start_gather=gather(NOTES, record)))

    assert visited(record) == [(str(state), FEED.address)]
    assert not (state / "job").exists()


def test_nothing_is_visited_before_the_first_frame(plan: Plan, state: Path, contact: Path, edition: Edition) -> None:
    put(state, edition, contact, FEED)
    happened: list[str] = []

    def visit() -> Child:
        happened.append("a visit")
        return plan.start_gather()

    lines = 'say("OpenLink", uri="before")\nsay("Painted", edition="")\nsay("OpenLink", uri="after")'
    run(replace(plan, start_display=display(lines), start_gather=visit, open_link=happened.append))

    assert happened == ["before", "a visit", "after"]


def test_nor_where_a_report_comes_sooner_than_the_frame(plan: Plan, record: Path) -> None:
    lines = 'hear("Show")\nimport time\ntime.sleep(0.5)\nrecord("painted")\n' + 'say("Painted", edition="")\n'
    more = "while os.path.getsize(sys.argv[1]) < 10:\n    time.sleep(0.01)\n"
    screen = display(lines + more, record)

    run(naming(replace(plan, start_display=screen, start_gather=gather("record('visited')", record)), FEED))

    assert record.read_text() == "painted\nvisited\n"


def test_a_display_that_does_not_paint_is_not_waited_for_without_end(
    plan: Plan, state: Path, contact: Path, edition: Edition, record: Path
) -> None:
    put(state, edition, contact, FEED)
    screen = display(until(record))

    run(replace(plan, start_display=screen, start_gather=gather(NOTES, record)), replace(INTERVALS, first_frame=0.01))

    assert visited(record) == [(str(state), FEED.address)]


def test_a_visit_that_hangs_keeps_neither_prepare_nor_the_display_waiting(
    plan: Plan, contact: Path, record: Path
) -> None:
    changes = (
        f'hear("Show")\n{until(record)}write({str(contact)!r}, "without")\nwrite(sys.argv[1], hear("Show")["edition"])'
    )
    screen = display(PAINTS + changes, record)

    run(naming(replace(plan, start_display=screen, start_gather=gather(NOTES, record)), FEED))

    assert record.read_text() == fingerprint(contact)


def test_what_a_visit_brings_is_on_the_screen_as_soon_as_an_edition_is_made_of_it(
    plan: Plan, state: Path, contact: Path, record: Path
) -> None:
    brought = articles_file(state, FEED)
    made_of = f"""
files = []
for path in ({str(contact)!r}, {str(brought)!r}):
    content = read(path) if os.path.exists(path) else b""
    digest = hashlib.sha256(content).hexdigest() if content else ""
    files.append({{"path": path, "sha256": digest, "kind": "HashedFile"}})
say("Prepared", files=files, edition=hashlib.sha256(content).hexdigest(), sources=[{plain(FEED)!r}])
"""
    brings = f"os.makedirs({str(brought.parent)!r}, exist_ok=True)\nwrite({str(brought)!r}, 'an article')\n"
    answers = f"print({to_line(Gathered(FEED.key, REACHED))!r}, end='')"
    screen = display(PAINTS + 'hear("Show")\nrecord(hear("Show")["edition"])', record)

    run(replace(plan, start_display=screen, start_prepare=prepare(made_of), start_gather=gather(brings + answers)))

    assert record.read_text().strip() == fingerprint(brought)


def test_other_settings_in_device_toml_are_tried_at_once(plan: Plan, tmp_path: Path, record: Path) -> None:
    device, source = tmp_path / "device.toml", plain(FEED)
    device.write_text("no proxy")
    offline = Visit(datetime.now(UTC), failures=50, trouble="offline")
    says = gather(f"record('x')\nprint({to_line(Gathered(FEED.key, offline))!r}, end='')", record)
    reports = prepare(f'report("Prepared", {str(device)!r}, edition="ab12", sources=[{source!r}])')
    changes = f"{until(record)}time.sleep(0.3)\nwrite({str(device)!r}, 'a proxy')\n"
    twice = "while os.path.getsize(sys.argv[1]) < 4:\n    time.sleep(0.1)\n    say('Beat', edition='')\n"
    settled = replace(plan, files=(*plan.files, str(device)), start_prepare=reports, start_gather=says)

    run(replace(settled, start_display=display(PAINTS + changes + twice, record)))

    assert record.read_text() == "x\nx\n"


def test_in_a_refuge_it_goes_on_there(plan: Plan, state: Path, tmp_path: Path, record: Path) -> None:
    refuge = tmp_path / "refuge" / "state"
    named = naming(plan, FEED)
    full = prepare(f'report("NotStored", {plan.files[0]!r}, why="No space left on device", sources=[{plain(FEED)!r}])')
    screen = display(PAINTS + 'hear("Show")\n' + until(record))
    places = replace(
        plan, places=((state, "usual"), (refuge, "temporary")), start_display=screen, start_gather=gather(NOTES, record)
    )

    run(replace(places, start_prepare=lambda folder: (full if folder == state else named.start_prepare)(folder)))

    assert visited(record)[-1] == (str(refuge), FEED.address)


def test_the_status_tells_of_them_and_not_of_the_whole_address(
    plan: Plan, state: Path, contact: Path, edition: Edition, record: Path
) -> None:
    put(state, edition, contact, WebSource(FEED.address + "?key=secret"))
    says = gather("print('rubbish')")
    looks = f"status = ''\nwhile 'failed' not in status:\n    status = read({str(state / STATUS)!r}).decode()\n"
    screen = display(PAINTS + looks + "record(status)", record)

    run(replace(plan, start_display=screen, start_gather=says))

    (source,) = json.loads(record.read_text())["world"]
    assert (source["name"], source["trouble"]) == ("paper.example/world", "failed")
    assert "secret" not in record.read_text()


def test_one_out_of_reach_for_days_has_the_sign_for_staff(
    plan: Plan, state: Path, contact: Path, edition: Edition, record: Path
) -> None:
    put(state, edition, contact, FEED)
    now = datetime.now(UTC)
    visit_file(state, FEED).parent.mkdir(parents=True)
    write_sealed(visit_file(state, FEED), Visit(now, now - timedelta(days=2), 60, "refused", "refuses", "Ask them"))
    screen = display(PAINTS + 'record(hear("Mark")["on"])', record)

    run(replace(plan, start_display=screen))

    assert record.read_text() == "True\n"


def test_a_visit_that_is_under_way_ends_with_the_kiosk(plan: Plan, record: Path) -> None:
    visits: list[Child] = []

    def visit() -> Child:
        visits.append(gather(NOTES, record)())
        return visits[-1]

    run(naming(replace(plan, start_display=display(PAINTS + until(record)), start_gather=visit), FEED, PAGE))

    assert [child.poll() is None for child in visits] == [False]
