# The commands of the README. Everything they need is installed on the way.

VENV := .venv
PYTHON := $(VENV)/bin/python
PACKAGES := scripts/system-packages.sh
RESULTS := test-results

.PHONY: demo check test test-slow bench format model requirements

demo: $(VENV)/.installed
	$(PACKAGES) browser
	$(PYTHON) -m sverka demo $(DEMO)

check: $(VENV)/.installed node_modules/.installed tools/web-ext/node_modules/.installed
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	npm run --silent lint
	npm run --silent types
	npm --prefix tools/web-ext run --silent lint

test: $(VENV)/.installed node_modules/.installed
	$(PACKAGES) browser
	npm run --silent test
	$(PYTHON) -m pytest -n 2 --dist loadfile -m "not slow" $(PYTEST)

test-slow: $(VENV)/.installed
	$(PACKAGES) browser firefox java screen
	$(PYTHON) -m pytest -m slow $(PYTEST)

bench: $(VENV)/.installed
	$(PACKAGES) browser
	$(PYTHON) -m benchmarks.report
	$(PYTHON) -m benchmarks.lists
	$(PYTHON) -m benchmarks.matching
	$(PYTHON) -m benchmarks.linkage
	$(PYTHON) -m benchmarks.ledger
	$(PYTHON) -m benchmarks.cards

format: $(VENV)/.installed
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

# Trains the shipped model on synthetic pupils: the same model at every run.
TRAINED_ON := $(RESULTS)/contingent-100000-seed-1.csv
model: $(VENV)/.installed
	mkdir -p $(RESULTS)
	$(PYTHON) -m benchmarks.contingent 100000 1 $(TRAINED_ON)
	$(PYTHON) -m sverka model train $(TRAINED_ON) --labels Эталон --out helper/sverka/matching/model.json

# Pins every dependency with its hashes; run it after a change of pyproject.toml.
requirements: $(VENV)/.installed
	$(VENV)/bin/pip install --quiet "pip-tools>=7,<8"
	$(VENV)/bin/pip-compile --quiet --extra dev --extra linkage --extra spark --generate-hashes --allow-unsafe --strip-extras \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
		--output-file requirements/dev.txt pyproject.toml

$(VENV)/.installed: requirements/dev.txt pyproject.toml
	$(PACKAGES) python
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

node_modules/.installed: package-lock.json
	$(PACKAGES) node
	npm ci --no-audit --no-fund
	touch $@

tools/web-ext/node_modules/.installed: tools/web-ext/package-lock.json
	$(PACKAGES) node
	npm --prefix tools/web-ext ci --no-audit --no-fund
	touch $@
