#!/bin/sh
# Builds the standalone program: see build.py.
set -eu
cd "$(dirname "$0")/../.."
. packaging/setup/system.sh
. packaging/setup/python.sh

BUILD="binutils git"

python=$(find_python) || die "Python 3.11 or newer is needed. Install it, for example: apt install python3 python3-venv"
install_system_packages
exec "$python" packaging/build/build.py "$@"
