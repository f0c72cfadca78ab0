#!/bin/sh
# Makes the .deb of a built program, beside its folder.
#
#     package.sh PROGRAM VERSION        such as: package.sh dist/kiosk 1.2.0
#
# $NFPM names nfpm where it is not on the PATH, $PYTHON a Python with the packages that the kiosk needs and shtab. What it
# makes is the same, byte for byte, where $SOURCE_DATE_EPOCH is.
set -eu
umask 022

if [ "$#" != 2 ] || [ ! -x "$1/kiosk" ]; then
    echo "usage: package.sh PROGRAM VERSION, and PROGRAM is a folder with the built kiosk" >&2
    exit 2
fi
KIOSK_PROGRAM=$(cd "$1" && pwd)
KIOSK_VERSION=$2
KIOSK_ARCHITECTURE=${KIOSK_ARCHITECTURE:-amd64}
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(date +%s)}
KIOSK_DESCRIBED=$(mktemp -d)
export KIOSK_PROGRAM KIOSK_VERSION KIOSK_ARCHITECTURE KIOSK_DESCRIBED SOURCE_DATE_EPOCH
trap 'rm -rf "$KIOSK_DESCRIBED"' EXIT

cd "$(dirname "$0")/../.."
PYTHONPATH=. "${PYTHON:-python3}" packaging/linux/describe.py "$KIOSK_DESCRIBED" "$KIOSK_VERSION"
gzip -9n "$KIOSK_DESCRIBED/kiosk.1"
gzip -9nc CHANGELOG.md >"$KIOSK_DESCRIBED/changelog.gz"
# nfpm gives its own times to all but the files of a folder.
find "$KIOSK_PROGRAM" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
"${NFPM:-nfpm}" package --config packaging/linux/nfpm.yaml --packager deb \
    --target "$(dirname "$KIOSK_PROGRAM")/kiosk_${KIOSK_VERSION}_$KIOSK_ARCHITECTURE.deb"
