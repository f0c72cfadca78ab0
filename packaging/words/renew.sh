#!/bin/sh
# Gathers the words of the screen from the code and renews every catalogue in resources/locale.
# A new language: pybabel init --domain kiosk --input-file resources/locale/kiosk.pot --output-dir resources/locale --locale CODE
set -eu
cd "$(dirname "$0")/../.."

LOCALE=resources/locale
WORDS=$LOCALE/kiosk.pot

# No dates, authors or line numbers: a catalogue changes only when a word does.
.venv/bin/pybabel --quiet extract --no-default-keywords --keyword say --keyword count:1,2 \
    --omit-header --add-location file --sort-by-file --width 120 --output-file "$WORDS" kiosk/display
.venv/bin/pybabel --quiet update --domain kiosk --input-file "$WORDS" --output-dir "$LOCALE" \
    --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width 120
.venv/bin/pybabel --quiet compile --domain kiosk --directory "$LOCALE"
