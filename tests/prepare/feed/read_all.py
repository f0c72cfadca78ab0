"""Reads every file of a folder as a feed and tells the seconds of each on a processor; the child that test_hostile.py watches."""

import json
import sys
import time
from pathlib import Path

from kiosk.prepare.feed.feed import Feed
from kiosk.prepare.feed.read import read_feed
from tests.prepare.feed.feeds import URL


def main() -> None:
    seconds = dict[str, float]()
    for path in sorted(Path(sys.argv[1]).iterdir()):
        content = path.read_bytes()
        start = time.process_time()
        found = read_feed(content, "application/xml", URL)
        seconds[path.name] = time.process_time() - start
        shown = repr(found.entries) if isinstance(found, Feed) else ""
        if "SECRET" in shown:
            sys.exit(f"{path.name} shows what is in a file of this computer")
    sys.stdout.write(json.dumps(seconds))


if __name__ == "__main__":
    main()
