"""`kiosk schema`: the JSON Schema of a settings file, for editors."""

import sys
from typing import Literal

from kiosk.commands.exit_status import DONE
from kiosk.prepare.starter import schema_text


def schema(which: Literal["contact", "device"]) -> int:
    sys.stdout.write(schema_text(which))
    return DONE
