"""What the kiosk has promised, and whether it keeps it. Pure."""

from dataclasses import dataclass

from tests.bench.readings import FADE, IDLE, MEMORY, SCROLL, START, Medians, Quantity
from tests.bench.subjects import BARE, CHROMIUM, KIOSK, PACKAGED


@dataclass(frozen=True, slots=True)
class Target:
    """The subject's `quantity` is at most `limit` times that of the one `beside`, or `limit` itself without one."""

    quantity: Quantity
    limit: float
    beside: str | None = None
    subject: str = KIOSK


TARGETS = (
    Target(START, 1.75, BARE),
    Target(START, 1.5, BARE, PACKAGED),
    Target(START, 1.0, KIOSK, PACKAGED),
    Target(START, 0.28, CHROMIUM),
    Target(MEMORY, 95.0),
    Target(MEMORY, 0.25, CHROMIUM),
    Target(IDLE, 0.1, CHROMIUM),
    Target(FADE, 16.0),
    Target(SCROLL, 16.0),
)


@dataclass(frozen=True, slots=True)
class Verdict:
    target: Target
    measured: float

    @property
    def missed_by(self) -> float:
        """Give how much is too much, 0 when the target is met."""
        return max(0.0, self.measured - self.target.limit)


def verdicts(medians: Medians, targets: tuple[Target, ...] = TARGETS) -> tuple[Verdict, ...]:
    """Judge the targets of which everything was measured."""
    judged = ((target, _measured(medians, target)) for target in targets)
    return tuple(Verdict(target, value) for target, value in judged if value is not None)


def _measured(medians: Medians, target: Target) -> float | None:
    value = medians.get((target.subject, target.quantity))
    if value is None or target.beside is None:
        return value
    other = medians.get((target.beside, target.quantity))
    return value / other if other else None
