# The one door to every task. `make demo` and `make test` need only Python >= 3.11 (with venv) and make.
# Another interpreter: make test PYTHON=python3.13. Arguments: make test ARGS="-k cli", make bench ARGS=--quick.
PYTHON ?= python3
ARGS ?=
VENV := .venv
COMPILED := .venv-compiled
PEERS := .venv-peers
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help demo test wheel compiled bench bench-steps guard accuracy lint format types docs cover readme clean

help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.run ## extract the figures of the example reports
	@$(BIN)/figures extract examples/*.txt

test: $(VENV)/.test ## run the whole suite
	$(BIN)/python -m pytest -n auto $(ARGS)

wheel: $(VENV)/.dev ## build a wheel with the core compiled, into dist/; needs a C compiler
	$(COMPILE) --outdir dist .

compiled: $(COMPILED)/.built $(VENV)/.run ## run the tests of the core on the compiled one, the pure one beside it
	FIGURES_PURE_PYTHON=$(BIN)/python $(COMPILED)/bin/python -m pytest tests -n auto \
	  $(NOT_COMPILED:%=--ignore=tests/test_%.py) $(ARGS)

bench: $(VENV)/.run $(PEERS)/.built ## measure speed, peers beside it; ARGS=--quick, --write fills docs/benchmarks.md
	@$(MAKE) --no-print-directory $(COMPILED)/.built \
	  || echo "no C compiler or no Python headers: the pure core is measured alone" >&2
	$(BIN)/python -m benchmarks.speed --peers $(PEERS)/bin/python \
	  $$(test -e $(COMPILED)/.built && echo --compiled $(COMPILED)/bin/python) $(ARGS)

bench-steps: $(VENV)/.bench ## time each step of the pipeline alone, by pytest-benchmark
	$(BIN)/python -m pytest benchmarks/speed/bench_steps.py $(ARGS)

guard: $(VENV)/.run ## fail when figures does 15 % more work than expected, by instructions; ARGS=--renew
	$(BIN)/python -m benchmarks.speed.guard $(ARGS)

accuracy: $(VENV)/.test ## score labelled sets that lie beside the project, two peers beside figures; ARGS=--write
	$(BIN)/python -m benchmarks.accuracy --errors build/accuracy $(ARGS)

lint: $(VENV)/.dev ## check rules and layout of the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(VENV)/.dev ## repair what ruff can repair
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(VENV)/.dev ## check types with mypy --strict
	$(BIN)/mypy

docs: $(VENV)/.dev ## build the documentation, warnings are errors
	$(BIN)/sphinx-build -n -W --keep-going -q docs docs/_build/html

cover: $(VENV)/.dev $(VENV)/.test ## run the suite and list the lines and branches it misses
	$(BIN)/coverage run -m pytest $(ARGS)
	$(BIN)/coverage report

readme: $(VENV)/.run ## put the true outputs into README.md
	$(BIN)/python scripts/update_readme.py
	$(BIN)/python benchmarks/peers.py --write-readme

clean: ## remove everything that a task has made
	rm -rf $(VENV) $(COMPILED) $(PEERS) .benchmarks build dist docs/_build .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache

# Tests of what stays plain Python, which `make test` has run already.
NOT_COMPILED := cli corpus corpus_bad corpus_command corpus_resume data_files readme ready spark speed_benchmark

# Built by way of the source archive, so that no compiled module lands in src/, where Python would prefer it.
COMPILE := HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(BIN)/python -m build

$(COMPILED)/.built: pyproject.toml $(shell find src -name '*.py' -o -name '*.toml') | $(VENV)/.dev
	@rm -rf $(COMPILED)
	$(PYTHON) -m venv $(COMPILED)
	@$(COMPILE) --outdir $(COMPILED)/dist . >$(COMPILED)/build.log 2>&1 || { tail -n 20 $(COMPILED)/build.log >&2; exit 1; }
	$(COMPILED)/bin/python -m pip --disable-pip-version-check --quiet install "$$(echo $(COMPILED)/dist/*.whl)[test]"
	@touch $@

# Every peer by itself, so that one that does not install is left out and the others are measured.
$(PEERS)/.built: benchmarks/speed/peers.txt
	@rm -rf $(PEERS)
	$(PYTHON) -m venv $(PEERS)
	@grep -v '^#' $< | while read -r packages; do \
	  $(PEERS)/bin/python -m pip --disable-pip-version-check --quiet install $$packages \
	    || echo "does not install here, left out: $$packages" >&2; \
	done
	@touch $@

# One stamp for each set of installed packages; a change of pyproject.toml installs again.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "figures needs Python 3.11 or newer: make PYTHON=python3.11 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --editable .
	@touch $@

$(VENV)/.test: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --editable '.[test]'
	@touch $@ $(VENV)/.run

$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --upgrade 'pip>=25.1'
	$(PIP) install --editable . --group dev
	@touch $@ $(VENV)/.run

$(VENV)/.bench: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --upgrade 'pip>=25.1'
	$(PIP) install --editable . --group bench
	@touch $@ $(VENV)/.run
