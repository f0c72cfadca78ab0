"""Serves hostile cases in a network of its own, lets a program visit them, and writes down what strace and servers saw.

    python -m tests.hostile.stage FOLDER READER CORPUS

READER is the module of the program that visits; CORPUS is "great bombs", "traps", "mutations" with their number and seed,
or "families" and how many cases there are to one that is visited.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from tests.hostile.case import Case
from tests.hostile.corpus import corpus, great_bombs
from tests.hostile.mutations import mutations
from tests.hostile.orders import Order
from tests.hostile.places import Recorder
from tests.hostile.server import Server, address_of, numbered
from tests.hostile.trace import strace
from tests.hostile.traps import TRAPS


def cases_of(words: list[str]) -> dict[int, Case]:
    match words:
        case ["families", step]:
            everything = numbered(corpus())
            return {number: everything[number] for number in range(0, len(everything), int(step))}
        case ["great bombs"]:
            return numbered(tuple(great_bombs()))
        case ["mutations", count, seed]:
            return numbered(tuple(mutations(int(count), int(seed))))
        case ["traps"]:
            return numbered(tuple(TRAPS.values()))
        case _:
            raise ValueError(words)


def main(folder: Path, reader: str, words: list[str]) -> None:
    cases = cases_of(words)
    recorder = Recorder()
    Server(cases)
    (folder / "state").mkdir()
    command = strace(folder / "trace", sys.executable, "-m", reader, str(folder / "state"))
    with (folder / "came").open("w") as came:
        subprocess.run(command, input=_orders(cases), stdout=came, text=True, check=True)
    (folder / "recorded").write_text(json.dumps(recorder.came), "utf-8")


def _orders(cases: Mapping[int, Case]) -> str:
    orders = (Order(number, address_of(number), case.full_text) for number, case in cases.items())
    return "".join(f"{json.dumps(asdict(order))}\n" for order in orders)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
