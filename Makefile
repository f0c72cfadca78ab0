# Every target prepares what it needs itself. `make help` lists them.

PYTHON := .venv/bin/python
TESTS := QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest

.PHONY: run test test-again install lint package smoke bench test-deep screenshots words lock help

run: install  ## open the kiosk in a window; without a display, draw it into kiosk.png
	@.venv/bin/kiosk run

test: install  ## run the fast tests, those on a real X server included
	$(TESTS) -n 2 --dist worksteal

test-again: install  ## run alone the fast tests that failed the last time
	$(TESTS) --last-failed --last-failed-no-failures none

package:  ## build the standalone program, its .deb and its .tar.xz into dist/
	@sh packaging/build/build.sh

smoke: install  ## try what `make package` has built
	$(TESTS) -m "package and not deep" -n 2 tests/package

test-deep: install  ## run the slow tests, those of the packaged program included where it has been built
	$(TESTS) -m deep --timeout 1800

bench: install  ## measure start, memory and idle CPU beside a bare window and a browser
	@$(PYTHON) tests/bench/run.py

lint: install  ## check style, format and types
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy

install:  ## make .venv with everything; quick when nothing changed
	@sh packaging/setup/install.sh

screenshots: install  ## draw the pictures of README anew
	@sh packaging/screenshots/draw.sh

words: install  ## gather the screen's words from the code and renew every catalogue
	@sh packaging/words/renew.sh

lock: install  ## renew the two lists of pinned packages from pyproject.toml
	@sh packaging/setup/lock.sh

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*  ## /\1	/p' Makefile | expand -t 12
