"""`kiosk schema`: the JSON Schema of a settings file, for editors."""

import sys

from kiosk.commands.exit_status import DONE
from kiosk.prepare.starter import schema_text


def schema(name: str) -> int:
    sys.stdout.write(schema_text(name))
    return DONE
