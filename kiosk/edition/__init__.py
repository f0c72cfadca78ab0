"""What visitors can see, and the folder that holds it.

msgspec is imported here and by these modules alone: it would bring typing_extensions, of which it needs nothing that
Python has not had since 3.11, and with it 12 ms before the first frame and 1.2 MB of the supervisor's memory.
"""

import sys

_ABSENT: None = None
"""What the import system takes for a module that cannot be found."""

if "typing_extensions" not in sys.modules:
    sys.modules["typing_extensions"] = _ABSENT  # type: ignore[assignment]  # None is the documented value
    import msgspec.json  # noqa: F401  # so that it looks for it now

    del sys.modules["typing_extensions"]
