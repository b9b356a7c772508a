# Two commands: `make run` opens the reader, `make test` checks and tests everything.
# Each sets up what it needs in .venv, with versions pinned by hash in requirements/.

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3.10 python3.14 python3 python; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
DOC ?=

.PHONY: run test check lint types layers unit bench crash requirements clean help

run: .venv/run.stamp  ## open the reader (make run DOC=path opens a document)
	@$(BIN)/briefing $(DOC)

test: check unit  ## every check and every test

check: lint types layers  ## the checks alone

lint: .venv/dev.stamp  ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev.stamp  ## types, strictly
	$(BIN)/mypy briefing tests

layers: .venv/dev.stamp  ## imports run one way
	$(BIN)/lint-imports

unit: .venv/dev.stamp  ## the tests alone
	$(BIN)/python -m pytest -n 2 --dist loadfile

bench: .venv/dev.stamp  ## what the splitter gets right, beside other tools where installed
	$(BIN)/python -m benchmarks.structure

crash: .venv/dev.stamp  ## kill -9 a thousand writers, in both journal modes
	$(BIN)/python tests/campaigns/crash.py --kills 1000 --journal delete
	$(BIN)/python tests/campaigns/crash.py --kills 1000 --journal wal

requirements:  ## refresh the pins (needs uv)
	uv pip compile pyproject.toml --extra build --universal --python-version 3.10 --upgrade \
		--generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements/run.txt
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.10 --upgrade \
		--generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements/dev.txt

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "briefing needs Python 3.10 or newer with venv (on Debian: apt install python3-venv)" >&2; exit 2; }
	@$(PYTHON) -m venv .venv

# The package itself goes in last, without dependencies, by the pinned back end.
.venv/run.stamp: .venv/bin/python requirements/run.txt pyproject.toml
	@echo "Setting up in .venv; this happens once." >&2
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.stamp: .venv/bin/python requirements/dev.txt pyproject.toml
	@echo "Setting up in .venv; this happens once." >&2
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@ .venv/run.stamp

clean:  ## remove everything that was built
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16
