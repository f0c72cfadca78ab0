"""Whether the libraries of the system are there that Qt needs: without one of them no window opens."""

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.libraries import cure

LIBRARIES = Danger("libraries", "Libraries of the system")


def libraries(lacking: tuple[str, ...]) -> Found:
    if not lacking:
        return LIBRARIES.held("All that Qt needs are there.")
    return LIBRARIES.not_held(f"Qt needs {', '.join(lacking)}: without them no window opens.", cure(lacking))
