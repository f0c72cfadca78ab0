#!/bin/sh
# Makes the disk image that an office opens: Kiosk.app, and beside it the folder to drag it to.
#
#   packaging/macos/image.sh dist/Kiosk.app dist/kiosk-1.2.0-macos-arm64.dmg
set -eu
app=$1
image=$2

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ditto "$app" "$work/Kiosk.app"
ln -s /Applications "$work/Applications"
hdiutil create -quiet -ov -volname Kiosk -fs HFS+ -format UDZO -srcfolder "$work" "$image"
hdiutil verify -quiet "$image"
if [ -n "${KIOSK_MACOS_IDENTITY:-}" ]; then
    codesign --timestamp --sign "$KIOSK_MACOS_IDENTITY" "$image"
fi
echo "$image"
