# Installs the system packages that PySide6 and the tests need, by apt where that is possible; sourced by install.sh.
# The lists were found one by one on a bare Debian 12.

OFFSCREEN="libglib2.0-0 libegl1 libgl1 libfontconfig1 libdbus-1-3 libxkbcommon0"
XCB="libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 libx11-xcb1"
WAYLAND="libwayland-cursor0 libwayland-egl1"
TESTS="xvfb xauth openbox xdotool x11-utils x11-xserver-utils xclip strace dbus python3-dbusmock cage xwayland
at-spi2-core desktop-file-utils faketime mmdebstrap mandoc man-db shellcheck zsh fish apparmor appstream systemd
systemd-container"

die() {
    echo "$*" >&2
    exit 1
}

install_system_packages() {
    [ "$(uname)" = Linux ] || return 0
    if ! command -v dpkg-query >/dev/null; then
        tell_other_systems
        return 0
    fi
    missing=$(missing_packages)
    [ -z "$missing" ] || apt_install "$missing"
}

missing_packages() {
    for package in $OFFSCREEN $XCB $WAYLAND ${BUILD:-$TESTS}; do
        is_there "$package" || is_there "${package}t64" || echo "$package"
    done
    python=$(find_python) || { echo python3; echo python3-venv; return; }
    has_venv "$python" || echo "$(basename "$python")-venv"
}

# Ubuntu 24.04 and Debian 13 renamed some libraries; the new name ends in t64 and provides the old one.
is_there() {
    dpkg-query --show --showformat='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'
}

apt_install() {
    list=$(echo "$1" | tr '\n' ' ')
    if ! as_root true 2>/dev/null; then
        tell_apt "$list"
        return 0
    fi
    echo "Installing system packages: $list"
    as_root apt-get update -qq || true
    # shellcheck disable=SC2086 # a list of words
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $list >/dev/null ||
        tell_apt "$list"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

tell_apt() {
    echo "Some system packages are missing. Please install them and try again:" >&2
    echo "    sudo apt install $1" >&2
}

tell_other_systems() {
    echo "If the window does not open, install your system's packages for: EGL, GL, fontconfig, dbus, xkbcommon," >&2
    echo "xcb-cursor, xcb-icccm, xcb-keysyms; the tests also need Xvfb and openbox." >&2
}
