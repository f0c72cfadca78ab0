# Finds a Python that the kiosk runs on, the newest first; sourced by install.sh.

find_python() {
    for name in python3.14 python3.13 python3.12 python3.11 python3; do
        if is_new_enough "$name"; then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

# Debian ships the module venv without what it needs; ensurepip is that part.
has_venv() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null
}
