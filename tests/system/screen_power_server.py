"""An X server as xset(1) sees it, as an Xorg with DPMS behaved: also that disabling DPMS switches the monitor on."""

WITHOUT_DPMS = "  Server does not have the DPMS Extension\n"


class XServerModel:
    def __init__(self, *, has_dpms: bool = True) -> None:
        self.saver = ["600", "600"]
        self.due = ["600", "600", "600"]
        self.has_dpms = has_dpms
        self.is_enabled = True
        self.is_off = False
        self.stays_on = False
        self.fault: OSError | None = None
        self.commands: list[str] = []

    def run(self, command: tuple[str, ...]) -> str:
        if self.fault:
            raise self.fault
        name, *words = command
        assert name == "xset"
        if words == ["q"]:
            return self._told()
        self.commands.append(" ".join(words))
        while words:
            self._take(words)
        return ""

    def _take(self, words: list[str]) -> None:
        match words:
            case ["s", "off", *_]:
                self.saver[0] = "0"
                del words[:2]
            case ["s", timeout, cycle, *_]:
                self.saver = [timeout, cycle]
                del words[:3]
            case ["dpms", "force", power, *_]:
                assert self.has_dpms
                self.is_enabled, self.is_off = True, power == "off" and not self.stays_on
                del words[:3]
            case ["dpms", standby, suspend, off, *_]:
                assert self.has_dpms
                self.is_enabled, self.due = True, [standby, suspend, off]
                del words[:4]
            case [("+dpms" | "-dpms") as enabling, *_]:
                assert self.has_dpms
                self.is_enabled = enabling == "+dpms"
                self.is_off = self.is_off and self.is_enabled
                del words[:1]
            case _:
                raise AssertionError(words)

    def _told(self) -> str:
        timeout, cycle = self.saver
        saver = f"Screen Saver:\n  prefer blanking:  yes\n  timeout:  {timeout}    cycle:  {cycle}\n"
        return saver + "DPMS (Energy Star):\n" + (self._told_of_dpms() if self.has_dpms else WITHOUT_DPMS)

    def _told_of_dpms(self) -> str:
        standby, suspend, off = self.due
        due = f"  Standby: {standby}    Suspend: {suspend}    Off: {off}\n"
        if not self.is_enabled:
            return due + "  DPMS is Disabled\n"
        return due + f"  DPMS is Enabled\n  Monitor is {'Off' if self.is_off else 'On'}\n"
