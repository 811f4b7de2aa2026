# CNNs from Scratch. `make` alone says what there is. Works with GNU make 3.81, which macOS has.

# Variables to set on the command line: PYTHON=python3.12, TORCH=no, LAB_FLAGS=--no-browser,
# WORKERS=4. tools/environment.sh says what the first two do.
VENV ?= .venv
BIN = $(VENV)/bin
LAB_FLAGS ?=
WORKERS ?= 2
export PYTHON TORCH VENV

# An environment that happens to be active has no say in ours.
unexport PYTHONPATH PYTHONHOME

.NOTPARALLEL:
.DEFAULT_GOAL = help

.PHONY: help
help:
	@echo "CNNs from Scratch"
	@echo ""
	@echo "  make lab        make the environment .venv and your practice copies, and open the course"
	@echo "  make test       make the same environment with the test tools, and run every test"
	@echo ""
	@echo "  make practice   make your practice copies in practice/; yours are never overwritten"
	@echo "  make notebooks  run the notebooks in notebooks/ again and store their outputs"
	@echo "  make doctor     say what is wrong with the environment, and how to mend it"
	@echo "  make lint       check the style of the code and the direction of imports"
	@echo "  make bench      measure how quickly explorers answer, and the library against PyTorch"
	@echo "  make clean      remove .venv and what tests and tools left; never practice/"
	@echo ""
	@echo "  PYTHON=python3.12 chooses the Python; TORCH=no leaves PyTorch out;"
	@echo "  LAB_FLAGS=--no-browser is handed to JupyterLab."

# --------------------------------------------------------------------------- the course

# Notebook 00 is the default page, so that the address that JupyterLab prints leads there too.
# JupyterLab refuses to run as root, as one is in many containers, unless told.
.PHONY: lab
lab: environment-lab
	@$(BIN)/python -m cnnhelpers practice
	@echo "Opening JupyterLab at notebook 00. Stop it with Ctrl-C, here."
	@root=; if [ "$$(id -u)" = 0 ]; then root=--allow-root; fi; \
	  exec $(BIN)/python -m jupyterlab $$root --ServerApp.root_dir="$(CURDIR)" \
	    --LabApp.default_url=/lab/tree/practice/00_start_here.ipynb \
	    --LabApp.news_url=None $(LAB_FLAGS)

.PHONY: practice
practice: environment-lab
	@$(BIN)/python -m cnnhelpers practice

.PHONY: notebooks
notebooks: environment-test
	@$(BIN)/python -m cnnhelpers notebooks

.PHONY: doctor
doctor:
	@if [ -x $(BIN)/python ]; then exec $(BIN)/python -m cnnhelpers doctor; \
	  else exec "$$(sh tools/environment.sh which)" -m cnnhelpers doctor; fi

.PHONY: environment-lab environment-test
environment-lab:
	@sh tools/environment.sh lab
environment-test:
	@sh tools/environment.sh test

# --------------------------------------------------------------------------- tests

# Each is one file's worth of work to a worker: notebooks share a kernel, a browser its server.
PYTEST = $(BIN)/python -m pytest
PARALLEL = -n $(WORKERS) --dist loadfile

.PHONY: test
test: lint test-package test-notebooks test-browser
	@echo "All tests passed."

.PHONY: lint lint-style lint-imports
lint: lint-style lint-imports

lint-style: environment-test
	@echo "Checking the style of the code."
	@$(BIN)/python -m ruff check --output-format concise .

lint-imports: environment-test
	@echo "Checking which modules import which."
	@$(BIN)/lint-imports

.PHONY: test-package
test-package: environment-test
	@echo "Testing the package."
	@$(PYTEST) $(PARALLEL) --mpl --ignore=tests/browser tests

.PHONY: test-notebooks
test-notebooks: environment-test
	@echo "Running the notebooks, and comparing every output with the stored one."
	@$(PYTEST) $(PARALLEL) --nbval --nbval-current-env --nbval-cell-timeout=120 notebooks

.PHONY: test-browser
test-browser: environment-test
	@echo "Testing the course in JupyterLab, in a browser without a window."
	@$(PYTEST) tests/browser

# --------------------------------------------------------------------------- developers

.PHONY: bench
bench: environment-test
	@for one in benchmarks/*.py; do echo "$$one"; $(BIN)/python "$$one" || exit 1; done

# Exact versions for all systems; needs uv. What is pinned stays, unless UPGRADE says otherwise:
# UPGRADE="--upgrade-package matplotlib", or UPGRADE=--upgrade for all. CUDA's packages are left out.
.PHONY: constraints
constraints:
	@cp constraints.txt constraints.old
	@uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --all-extras \
	  --no-header --no-annotate --no-emit-index-url --no-emit-find-links $(UPGRADE) \
	  --output-file constraints.old pyproject.toml
	@{ grep '^#' constraints.txt; grep -Ev '^(nvidia-|cuda-|triton)' constraints.old; } > constraints.new
	@mv constraints.new constraints.txt && rm constraints.old

.PHONY: clean
clean:
	rm -rf $(VENV) build dist test-artifacts .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find cnnhelpers tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
