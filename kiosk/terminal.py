"""Words for whoever started the kiosk in a terminal, if anybody did."""

import sys
from contextlib import suppress


def tell_terminal(text: str) -> None:
    """Write to standard error; a full disk, a closed terminal or none at all is no reason to fail."""
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(text)
        sys.stderr.flush()
