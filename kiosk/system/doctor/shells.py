"""The programs by which a session of Linux is known, each by the name of its process."""

from typing import Final

DESKTOPS: Final = {
    "gnome-shell": "GNOME",
    "plasmashell": "KDE Plasma",
    "xfce4-panel": "Xfce",
    "xfdesktop": "Xfce",
    "cinnamon": "Cinnamon",
    "mate-panel": "MATE",
    "lxqt-panel": "LXQt",
    "lxpanel": "LXDE",
    "lxpanel-pi": "Raspberry Pi Desktop",
    "wf-panel-pi": "Raspberry Pi Desktop",
    "budgie-panel": "Budgie",
    "cosmic-panel": "COSMIC",
    "io.elementary.wingpanel": "Pantheon",
    "enlightenment": "Enlightenment",
    "phosh": "Phosh",
}
KIOSK_SHELLS: Final = ("cage", "gnome-kiosk", "ubuntu-frame", "frame")
WAYLAND_MANAGERS: Final = ("labwc", "sway", "Hyprland", "river", "wayfire", "weston", "niri", "kwin_wayland")
X_MANAGERS: Final = (
    "openbox", "i3", "matchbox-window-manager", "xfwm4", "kwin_x11", "marco", "metacity", "mutter", "fluxbox",
    "icewm", "jwm", "awesome", "bspwm", "dwm", "xmonad", "ratpoison", "evilwm", "twm", "fvwm", "fvwm3",
)  # fmt: skip
X_SERVERS: Final = ("Xorg", "Xorg.bin", "X")
VIRTUAL_X_SERVERS: Final = ("Xvfb", "Xephyr", "Xvnc", "Xtigervnc", "Xtightvnc", "Xnest")
