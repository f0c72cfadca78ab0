#!/bin/sh
# Renews the pinned packages: hashes of every wheel, no address of any index.
set -eu
cd "$(dirname "$0")/../.."

compile() {
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --no-emit-index-url "$@" >/dev/null
}

compile pyproject.toml -o requirements.txt
compile --group dev -c requirements.txt -o tests/requirements.txt
compile --group package -c requirements.txt -c tests/requirements.txt -o packaging/build/requirements.txt
