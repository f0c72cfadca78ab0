"""Every time and limit of the supervisor, in seconds and bytes, so that tests need not wait for them."""

from kiosk.edition.value import Value


class Intervals(Value, frozen=True):
    """What they are in a lobby.

    `patience` is for how long a display may neither beat nor paint; one that lived as long as `well` was well. `trial`
    is how long an edition is new, `job` the time of one prepare, `first_frame` how long all else waits for it, `look`
    the time between two looks at the files, `health` between two looks at the memory and two statuses. `gather` is the time
    of one visit to a source in the world, `link` that between two looks at the way there. A display that uses more than `most_memory` is replaced when nobody has touched the screen for `untouched`.
    """

    patience: float = 20.0
    well: float = 600.0
    trial: float = 60.0
    job: float = 60.0
    first_frame: float = 5.0
    look: float = 2.0
    health: float = 60.0
    gather: float = 30.0
    link: float = 15.0
    untouched: float = 60.0
    most_memory: int = 150_000_000
