# What a newcomer runs: `make demo`, then `make test`.  Both make .venv when it is not there.
PYTHON ?= python3
PYTEST_ARGS ?=
VENV := .venv
WHEEL_VENV := .venv-wheel
PIP_QUIET := -qq --disable-pip-version-check
.DEFAULT_GOAL := help
.PHONY: help demo test lint wheel-test notebooks readme learn pipeline bench fuzz clean python

help:
	@echo "make demo        build the graph of the five letters and say which page to open"
	@echo "make test        run every test"
	@echo "make lint        ruff and mypy --strict"
	@echo "make wheel-test  build the wheel and run the tests on it"
	@echo "make notebooks   run every notebook"
	@echo "make readme      write outputs and picture of README.md again"
	@echo "make learn       learn again, from the letters for training and development, what is an undertaking of which kind"
	@echo "make pipeline DATA=folder  train the Dutch pipeline again from treebanks and corpus/domain (docs/pipeline.md)"
	@echo "make bench       seconds and memory of a build of the five letters, its check, and hostile text"
	@echo "make fuzz        ten minutes of broken files for every reader, recorded in docs/fuzz.md"
	@echo "make clean       remove what these commands made"

python:
	@command -v $(PYTHON) >/dev/null || { echo "missing: Python 3.11 or newer (Debian: apt-get install python3 python3-venv)" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "missing: Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V). Name another one: make demo PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "missing: the venv module of Python (Debian: apt-get install python3-venv)" >&2; exit 1; }

# .run: installed to run; .dev: installed with all that tests need. Both again when pyproject.toml changes.
$(VENV)/.run: pyproject.toml | python
	@echo "Installing kamergraaf in $(VENV) ..."
	@$(VENV)/bin/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@$(VENV)/bin/python -m pip install $(PIP_QUIET) -e ".[check]"
	@touch $@

$(VENV)/.dev: pyproject.toml | python
	@echo "Installing kamergraaf and its test tools in $(VENV) ..."
	@$(VENV)/bin/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@$(VENV)/bin/python -m pip install $(PIP_QUIET) -e ".[dev]"
	@touch $@ $(VENV)/.run

demo: $(VENV)/.run
	@$(VENV)/bin/kamergraaf build corpus/letters --out out
	@echo "Open out/site/index.html in a browser; ask with $(VENV)/bin/kamergraaf query --list"

test: $(VENV)/.dev
	@$(VENV)/bin/python -m pytest $(PYTEST_ARGS)

lint: $(VENV)/.dev
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy

# Run from an empty folder, so that the checkout cannot stand in for what the wheel lacks.
wheel-test: | python
	@rm -rf dist $(WHEEL_VENV)
	@$(PYTHON) -m venv $(WHEEL_VENV)
	@$(WHEEL_VENV)/bin/python -m pip wheel $(PIP_QUIET) --no-deps --wheel-dir dist .
	@$(WHEEL_VENV)/bin/python -m pip install $(PIP_QUIET) "$$(ls dist/*.whl)[dev]"
	@cd "$$(mktemp -d)" && "$(CURDIR)/$(WHEEL_VENV)/bin/python" -m pytest -p no:cacheprovider --expect-wheel \
		-c "$(CURDIR)/pyproject.toml" --rootdir "$(CURDIR)" "$(CURDIR)/tests" $(PYTEST_ARGS)

notebooks: $(VENV)/.dev
	@for notebook in notebooks/*.ipynb; do echo "$$notebook"; $(VENV)/bin/jupyter-execute "$$notebook" || exit 1; done

# What the README shows, made again; afterwards read what changed.
readme: $(VENV)/.dev
	@$(VENV)/bin/python tests/readme.py

LEARNED := graph/kamergraaf/statements/commitments
learn: $(VENV)/.dev
	@$(VENV)/bin/python -m kamergraaf.evaluate.likelihood corpus $(LEARNED)
	@$(VENV)/bin/python -m kamergraaf.evaluate.readings corpus $(LEARNED)

# One thread, so that a second training gives the same weights.
pipeline: $(VENV)/.dev
	@test -d "$(DATA)" || { echo "make pipeline DATA=folder: the folder with treebanks, names and the pipeline to start from" >&2; exit 2; }
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(VENV)/bin/python -m kamergraaf.training "$(DATA)" build

bench: $(VENV)/.dev
	@$(VENV)/bin/python tests/bench.py corpus/letters

fuzz: $(VENV)/.dev
	@$(VENV)/bin/python -m tests.fuzz

clean:
	rm -rf $(VENV) $(WHEEL_VENV) out dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find graph tests -name __pycache__ -type d -prune -exec rm -rf {} +
