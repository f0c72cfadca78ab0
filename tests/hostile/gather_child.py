"""The real `kiosk gather` as the supervisor starts it: one line in, one line out."""

import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.commands.gather import WALL_SECONDS
from kiosk.edition.sealed import write_sealed
from kiosk.edition.web_source import Network, WebSource, network_file
from kiosk.supervise.jobs import Gather, Gathered, gathered_from_line
from kiosk.supervise.wire import to_line
from tests.hostile.places import clean_environment

TREE = Path(__file__).parents[2]


@dataclass
class GatherChild:
    """One visit; `program` is what Python runs."""

    state: Path
    source: WebSource
    program: tuple[str, ...] = ("-m", "kiosk", "gather")
    _began: float = field(default_factory=time.monotonic)

    def begin(self, *allowed: str) -> None:
        write_sealed(network_file(self.state), Network("none", allowed))
        self._process = subprocess.Popen(
            [sys.executable, *self.program],
            cwd=TREE,
            env=clean_environment(self.state),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stdin is not None
        self._process.stdin.write(to_line(Gather(str(self.state), self.source)))
        self._process.stdin.close()

    def end(self) -> "Ended":
        """Wait for its end, as long as the supervisor would."""
        assert self._process.stdout is not None
        with self._process, self._process.stdout as said:
            left = self._began + WALL_SECONDS - time.monotonic()
            try:
                status = self._process.wait(max(left, 0))
            except subprocess.TimeoutExpired:
                self._process.kill()
                status = self._process.wait()
            took = time.monotonic() - self._began
            return Ended(status, gathered_from_line(said.read()), took)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a visit ended; `said` is not readable where it was killed."""

    status: int
    said: object
    seconds: float

    @property
    def gathered(self) -> Gathered:
        assert isinstance(self.said, Gathered), self
        return self.said
