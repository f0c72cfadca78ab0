#!/bin/sh
# Draws the pictures of README: the program's own snapshots of the starter content, at a fixed time.
set -eu
cd "$(dirname "$0")/../.."

NOW=2026-11-23T14:05+02:00
HERE=packaging/screenshots

CONFIG=resources/contact.toml

draw() {
    out=$1
    shift
    KIOSK_STATE=$(mktemp -d) .venv/bin/kiosk snapshot --config "$CONFIG" --now $NOW --out "$HERE/$out.png" "$@"
}

draw landscape
draw dark --size 1280x720 --theme dark
draw portrait --size 720x1280
draw sheet --size 1280x720 --view sheet:address:0
draw picture --size 1280x720 --article 1
draw holding --size 1280x720 --view holding
draw pin --size 1280x720 --view pin
draw staff --size 1280x720 --view staff
draw contrast --size 1280x720 --theme contrast --text-scale 1.45
draw question --size 1280x720 --view question
draw low-reach --size 1280x720 --low-reach

noticed=$(mktemp -d)
cp -R resources/contact.toml resources/articles "$noticed"
cat >>"$noticed/contact.toml" <<'END'

[notice]
title = "The office closes at 13:00 today"
text = "The telephone is answered until 17:00. We open again tomorrow at 08:00."
until = 2026-11-23T17:00:00
severity = "warning"
END
CONFIG=$noticed/contact.toml
draw notice --size 1280x720
