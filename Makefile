# The daily commands; CONTRIBUTING.md says more.
PORT ?= 8000
VENV_PYTHON := .venv/bin/python

.PHONY: setup build demo test lint format bench bench-report bench-start docs pyodide-build clean

setup:
	@python=$$(PYTHON="$(PYTHON)" tools/find-python) && "$$python" tools/setup.py

build: setup
	@$(VENV_PYTHON) -m tools.build

demo: build
	@$(VENV_PYTHON) -m examples.serve --port $(PORT)

test: build
	@$(VENV_PYTHON) -m tools.test $(ARGS)

lint: build
	@$(VENV_PYTHON) -m tools.test --only lint

format: setup
	@.venv/bin/ruff format src tests tools examples bench
	@.venv/bin/ruff --fix --quiet src tests tools examples bench
	@node_modules/.bin/biome --write --log-level=error

bench: build
	@$(VENV_PYTHON) -m bench $(ARGS)

bench-start: build
	@$(VENV_PYTHON) -m bench --only start $(ARGS)

# docs/benchmarks.md and its charts, from the last `make bench`.
bench-report: setup
	@$(VENV_PYTHON) -m pip --quiet --disable-pip-version-check install --group bench
	@$(VENV_PYTHON) -m bench.report $(ARGS)

docs: setup
	@$(VENV_PYTHON) -m tools.docs

# On a machine with internet: the wheel as pyodide-build makes it.
pyodide-build: build
	.venv/bin/pyodide build --outdir .build/pyodide-build

clean:
	rm -rf .build .venv dist node_modules test-results src/browser/_shim.js
