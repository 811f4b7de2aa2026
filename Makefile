# CNNs from Scratch. `make` alone says what there is. Works with GNU make 3.81, which macOS has.

# Variables to set on the command line, such as `make test K=padding`: those that `make help` names,
# and WORKERS=4, ARGS="-m long" for pytest. tools/environment.sh and tools/suite.py explain them. A
# VENV of the user's own shell belongs to another project, so it has no say here.
VENV = .venv
BIN = $(VENV)/bin
LAB_FLAGS ?=
export PYTHON TORCH VENV K BROWSER WORKERS ARGS

# An environment that happens to be active has no say in ours.
unexport PYTHONPATH PYTHONHOME

.NOTPARALLEL:
.DEFAULT_GOAL = help

.PHONY: help
help:
	@echo "CNNs from Scratch"
	@echo ""
	@echo "  make lab             make the environment .venv and your practice copies, open the course"
	@echo "  make test            make the same environment with the test tools, and run every test"
	@echo ""
	@echo "  make practice        make your practice copies in practice/; yours are never overwritten"
	@echo "  make doctor          say what is wrong with the environment, and how to mend it"
	@echo "  make book            build the course as a site in site/, to be read without Python"
	@echo "  make site            build that, and with it the course in the browser, to be tried live"
	@echo "  make clean           remove .venv and what tests and tools left; never practice/"
	@echo ""
	@echo "For those who write the course:"
	@echo "  make test K=padding  run the tests and notebooks with padding in their names"
	@echo "  make test BROWSER=no run every test but those in a browser"
	@echo "  make lint            check style, the direction of imports, and types"
	@echo "  make test-package    test the package alone"
	@echo "  make test-notebooks  run the notebooks, and compare every output with the stored one"
	@echo "  make test-browser    test the course in JupyterLab, in a browser without a window"
	@echo "  make browser         fetch a Chromium for that, where there is none"
	@echo "  make notebooks       run the notebooks again, store their outputs, renew INSTRUCTORS.md"
	@echo "  make bench           measure how quickly explorers answer, and the library against PyTorch"
	@echo "  make constraints     pin the versions of all packages anew"
	@echo "  make environment     make the environment .venv with the test tools, and nothing else"
	@echo ""
	@echo "  PYTHON=python3.12 chooses the Python; TORCH=no leaves PyTorch out;"
	@echo "  LAB_FLAGS=--no-browser is handed to JupyterLab, ARGS=\"-m long\" to pytest."

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
notebooks: environment
	@$(BIN)/python -m cnnhelpers record
	@$(BIN)/python -m cnnhelpers notebooks
	@$(BIN)/python -m cnnhelpers notes --guide

.PHONY: book
book: environment
	@$(BIN)/python -m cnnhelpers.book site

# PYODIDE=folder puts Python for the browser into the site, too; docs/hosting.md says more.
PYODIDE ?=
.PHONY: site
site: environment
	@$(BIN)/python -m cnnhelpers.book site --live "lite/lab/index.html?path={name}.ipynb"
	@$(BIN)/python -m cnnhelpers.lite site/lite --pyodide "$(PYODIDE)"

.PHONY: doctor
doctor:
	@if [ -x $(BIN)/python ]; then exec $(BIN)/python -m cnnhelpers doctor; \
	  else exec "$$(sh tools/environment.sh which)" -m cnnhelpers doctor; fi

.PHONY: environment environment-lab
environment:
	@sh tools/environment.sh test
environment-lab:
	@sh tools/environment.sh lab

# --------------------------------------------------------------------------- tests

SUITE = $(BIN)/python tools/suite.py

.PHONY: test lint test-package test-notebooks test-browser browser
test: environment
	@$(SUITE)
lint: environment
	@$(SUITE) lint
test-package: environment
	@$(SUITE) package
test-notebooks: environment
	@$(SUITE) notebooks
test-browser: environment
	@$(SUITE) browser
browser: environment
	@$(BIN)/python tools/browser.py

# --------------------------------------------------------------------------- developers

.PHONY: bench
bench: environment
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
	rm -rf .venv build dist site test-artifacts .pytest_cache .ruff_cache .mypy_cache .hypothesis \
	  .import_linter_cache
	find cnnhelpers tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
