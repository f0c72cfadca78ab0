#!/bin/sh
# Signs and notarises Kiosk.app when the environment names an identity. When it does not, the app is sealed without a name,
# which macOS takes on the computer that built it, and elsewhere after a question.
#
#   packaging/macos/sign.sh dist/Kiosk.app
#
#   KIOSK_MACOS_IDENTITY   the certificate, such as "Developer ID Application: Name (TEAM)"
#   KIOSK_NOTARY_PROFILE   what `xcrun notarytool store-credentials` has stored; without it, it is not notarised
#
# It comes after everything else that writes into Kiosk.app: a signature is over all of it.
set -eu
app=$1
here=$(dirname "$0")

if [ -z "${KIOSK_MACOS_IDENTITY:-}" ]; then
    echo "Not signed: KIOSK_MACOS_IDENTITY names no certificate."
    if command -v codesign >/dev/null; then
        codesign --force --deep --sign - "$app" # without a name; it covers what the build has added since PyInstaller's
    fi
    exit 0
fi

# From the inside out: what is signed later covers what was signed before.
set -- --force --timestamp --options runtime --sign "$KIOSK_MACOS_IDENTITY"
find "$app" -type f \( -name '*.dylib' -o -name '*.so' \) -exec codesign "$@" {} +
find "$app" -depth -type d -name '*.framework' -exec codesign "$@" {} +
codesign "$@" --entitlements "$here/entitlements.plist" "$app"
codesign --verify --deep --strict "$app"

if [ -z "${KIOSK_NOTARY_PROFILE:-}" ]; then
    echo "Signed. Not notarised: KIOSK_NOTARY_PROFILE names no stored credentials."
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ditto -c -k --keepParent "$app" "$work/Kiosk.zip"
xcrun notarytool submit "$work/Kiosk.zip" --keychain-profile "$KIOSK_NOTARY_PROFILE" --wait
xcrun stapler staple "$app"
spctl --assess --type execute "$app"
echo "Signed and notarised."
