PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
READY := $(VENV)/.ready

.PHONY: demo letters docs dist lowest test lint types floors unit coverage bench fuzz mutants audit clean

# Installs mdfollow alone and shows what one sync does to a copy of the sample vault.
demo: $(INSTALLED)
	@$(BIN)/python scripts/demo.py

# All letters of the planned sample vaults on one page, to be read aloud.
letters: $(READY)
	@$(BIN)/python scripts/letters_page.py

# The docs as a site, in build/site: links and anchors checked, nothing loaded from elsewhere.
docs: $(READY)
	$(BIN)/python -m pip install --quiet --group docs
	$(BIN)/python scripts/pages.py
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --clean
	$(BIN)/python scripts/playground.py build/site
	$(BIN)/python scripts/check_site.py build/site

# Everything CI checks; types beside the tests, which do not keep both cores busy all the time.
test: lint floors
	@$(MAKE) --no-print-directory -j2 types coverage

$(INSTALLED): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# All in one go: two looks at the package index took as long again.
$(READY): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@touch $(INSTALLED) $@

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(READY)
	$(BIN)/mypy

floors: $(READY)
	$(BIN)/lint-imports

unit: $(READY)
	$(BIN)/pytest -n auto --dist worksteal

coverage: $(READY)
	rm -f .coverage .coverage.*
	$(BIN)/pytest -n auto --dist worksteal --cov --cov-report=
	$(BIN)/coverage report --include='*/document/*,*/interview/*,*/etiquette/*,*/letters/*,*/dialects/*,*/sync/*,*/views/*' --fail-under=95

# Made-up bytes for every reader and the whole of sync, for a while: make fuzz SECONDS=600.
SECONDS ?= 60
fuzz: $(READY)
	@$(BIN)/python -m pip install --quiet --group fuzz || echo "without atheris: by chance"
	$(BIN)/python -m scripts.fuzz $(SECONDS) $(TARGETS)

# Small mistakes in the code, each of which a test should notice: make mutants COUNT=300 SEED=2.
COUNT ?= 150
SEED ?= 1
mutants: $(READY)
	$(BIN)/python -m scripts.mutants $(COUNT) $(SEED)

# Advisories against what is installed, licences, and the linter's rules of security.
audit: $(READY)
	$(BIN)/ruff check --select S src
	@$(BIN)/python -m pip install --quiet --group audit
	$(BIN)/python -m scripts.audit

# The sdist and the wheel in dist/, checked, and each tried in an environment of its own.
dist: $(READY)
	$(BIN)/python -m pip install --quiet --group dist
	rm -rf dist
	$(BIN)/python -m build --outdir dist . >/dev/null
	$(BIN)/twine check --strict dist/*
	$(BIN)/check-wheel-contents dist/*.whl
	$(BIN)/python scripts/environments.py dist

# The tests with the lowest and with the newest allowed version of every dependency.
lowest:
	$(PYTHON) scripts/environments.py versions

# Timings, printed as ratios; never part of the tests.
bench: $(READY)
	@for each in save sync watch; do echo "== $$each"; $(BIN)/python benchmarks/$$each.py; done

clean:
	rm -rf $(VENV) build dist .coverage* .fuzz .pytest_cache .mypy_cache .ruff_cache .hypothesis
