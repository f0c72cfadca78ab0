#!/bin/sh
# Makes .venv/ with the pinned packages and this project, and the system libraries they need.
# A stamp holds what was installed: nothing is done when it is still true.
set -eu
cd "$(dirname "$0")/../.."
. packaging/setup/system.sh
. packaging/setup/python.sh

STAMP=.venv/.installed

wanted() {
    cat pyproject.toml requirements.txt tests/requirements.txt packaging/setup/*.sh | cksum
    pwd
}

is_installed() {
    [ -x .venv/bin/kiosk ] && [ -f "$STAMP" ] && [ "$(wanted)" = "$(cat "$STAMP")" ]
}

make_environment() {
    python=$(find_python) || die "Python 3.11 or newer is needed. Install it, for example: apt install python3 python3-venv"
    has_venv "$python" || die "Python lacks what makes .venv. Install it, for example: apt install python3-venv"
    echo "Making .venv with $("$python" --version) ..."
    rm -rf .venv
    "$python" -m venv .venv
}

install_packages() {
    pip="env PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore .venv/bin/python -m pip --quiet"
    echo "Installing the pinned packages ..."
    $pip install --require-hashes --no-deps -r requirements.txt -r tests/requirements.txt
    $pip install --no-build-isolation --no-deps --editable .
}

is_installed && exit 0
install_system_packages
make_environment
install_packages
wanted > "$STAMP"
