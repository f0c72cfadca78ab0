"""Keeps an X server from darkening the screen by itself, and gives it its former settings back.

Its DPMS may stay enabled as long as nothing is due: that is how the screen is switched off on purpose, and disabling
it would switch the screen on.
"""

from kiosk.system.screen_power_xset import Run, Settings, read_settings, run_command


class XServer:
    def __init__(self, run: Run = run_command) -> None:
        self._run = run
        self._former: Settings | None = None

    def hold(self) -> tuple[str, ...]:
        try:
            settings = read_settings(self._run)
            self._former = self._former or settings
            if not stays_lit(settings):
                self._run(lighting(settings))
                settings = read_settings(self._run)
        except OSError:  # no xset, or no X server any more
            return ()
        return ("X server",) if stays_lit(settings) else ()

    def release(self) -> None:
        if self._former is not None:
            try:
                self._run(restoring(self._former))
            except OSError:
                return


def stays_lit(settings: Settings) -> bool:
    dpms = settings.dpms
    is_due = dpms is not None and dpms.is_enabled and any((dpms.standby, dpms.suspend, dpms.off))
    return settings.timeout == 0 and not is_due


def lighting(settings: Settings) -> tuple[str, ...]:
    """Give the command; numbers after `dpms` would enable it, so `-dpms` comes last."""
    saver = ("xset", "s", "off")
    return saver if settings.dpms is None else (*saver, "dpms", "0", "0", "0", "-dpms")


def restoring(settings: Settings) -> tuple[str, ...]:
    saver = ("xset", "s", str(settings.timeout), str(settings.cycle))
    if settings.dpms is None:
        return saver
    due = map(str, settings.dpms[:3])
    return (*saver, "dpms", *due, "+dpms" if settings.dpms.is_enabled else "-dpms")
