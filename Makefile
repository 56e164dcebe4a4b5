# The daily commands; CONTRIBUTING.md says more.
PORT ?= 8000
VENV_PYTHON := .venv/bin/python

.PHONY: setup build demo demo-files test lint format mutants fuzz soak bench bench-report bench-start docs dist-packages release pyodide-build clean

setup:
	@python=$$(PYTHON="$(PYTHON)" tools/find-python) && "$$python" tools/setup.py

build: setup
	@$(VENV_PYTHON) -m tools.build

# The editor and the documentation.
demo-files: build docs
	@$(VENV_PYTHON) -m tools.demo

demo: demo-files
	@.venv/bin/pyodide-browser serve examples/pages --app examples.backend:app --port $(PORT)

test: demo-files
	@$(VENV_PYTHON) -m tools.test $(ARGS)

lint: build
	@$(VENV_PYTHON) -m tools.test --only lint

format: setup
	@$(VENV_PYTHON) -m tools.format

# Changes the package and the shim in 90 places, one at a time: do the unit tests notice?
mutants: setup
	@$(VENV_PYTHON) -m tools.mutants $(ARGS)

# 2,000 random programs in each engine; ARGS="--minutes 10" goes on for ten minutes in each.
fuzz: build
	@$(VENV_PYTHON) -m tools.fuzz $(ARGS)

# A page that works for ten minutes in each engine; ARGS="--minutes 1 --engine firefox".
soak: build
	@$(VENV_PYTHON) -m tools.soak $(ARGS)

bench: build
	@$(VENV_PYTHON) -m bench $(ARGS)

bench-start: build
	@$(VENV_PYTHON) -m bench --only start $(ARGS)

# docs/benchmarks.md and its charts, from the last `make bench`.
bench-report: setup
	@$(VENV_PYTHON) -m pip --quiet --disable-pip-version-check install --group bench
	@$(VENV_PYTHON) -m bench.report $(ARGS)

# What is published, checked; in dist-packages/.
dist-packages: build
	@$(VENV_PYTHON) -m tools.packages

# make release VERSION=0.2.0 checks and prints; ARGS=--publish publishes.
release: setup
	@$(VENV_PYTHON) -m tools.release "$(VERSION)" $(ARGS)

docs: setup
	@$(VENV_PYTHON) -m tools.docs

# On a machine with internet: the wheel as pyodide-build makes it.
pyodide-build: build
	.venv/bin/pyodide build --outdir .build/pyodide-build

clean:
	rm -rf .build .venv dist dist-packages testing/dist node_modules test-results src/browser/_shim.js
