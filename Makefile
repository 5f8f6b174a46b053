# make run starts Nära, make test proves it. Nothing else is needed to begin.

PYTHON ?= $(shell for each in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$each && break; done)
VENV := .venv
BIN  := $(VENV)/bin
RUN  := $(VENV)/.ready-to-run
TEST := $(VENV)/.ready-to-test
PROVIDER := tests/provider
PIP  := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help run test check fix browser bill soak storm bench chromium provider

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

run: $(RUN) ## Start with an invented county on http://127.0.0.1:8000 (PORT=9000 for another)
	@# The planner of visits compiles beside, so that nobody waits for it (once).
	@nice -n 19 $(BIN)/python -m naravard.mobile.routing.warming & $(BIN)/naravard serve

test: $(TEST) chromium provider check ## Everything that must hold: check, then every test
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder

check: $(TEST) ## Style, types, layers, templates, migrations, documents, weaknesses
	@echo 'Stil …'
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@echo 'Typer …'
	@$(BIN)/mypy --no-error-summary
	@echo 'Lager …'
	@$(BIN)/lint-imports --no-cache --no-logo > $(VENV)/layers.txt \
		|| { cat $(VENV)/layers.txt; exit 1; }
	@echo 'Mallar …'
	@$(BIN)/djlint --quiet --check --lint naravard
	@echo 'Migreringar och dokument …'
	@$(BIN)/naravard makemigrations --check --dry-run --verbosity 0
	@$(BIN)/naravard generate_docs --check
	@$(BIN)/naravard check_migrations
	@echo 'Krav …'
	@$(BIN)/python checks/requirements.py
	@echo 'Beroenden …'
	@$(BIN)/python checks/known_weaknesses.py

fix: $(TEST) ## Repair what can be repaired by itself
	@$(BIN)/ruff check --quiet --fix . || true
	@$(BIN)/ruff format --quiet .
	@$(BIN)/djlint --quiet --reformat naravard || true
	@$(BIN)/naravard generate_docs

browser: $(TEST) chromium provider ## Only the journeys in a real browser
	@$(BIN)/python -m pytest tests/browser

bill: $(TEST) ## The bill of materials in CycloneDX, from the lock file, to bill.json
	@$(BIN)/python checks/bill_of_materials.py bill.json

soak: $(TEST) ## The property tests, with many more examples (hours are fine)
	@$(PIP) -r requirements-soak.txt
	@$(BIN)/python -m pytest --hypothesis-profile=soak -m 'not browser' tests/unit tests/integration

# How many times each fault strikes; `make storm KILLS=20` for a taste.
KILLS := 510

storm: $(TEST) ## Kill, fill, cut off and promote, under load; what was acknowledged must be there
	@for each in "kills --rounds $(KILLS)" "replica --rounds 10" "disk --rounds 3" receiver; do \
		echo "$$each"; $(BIN)/python -m benchmarks.faults $$each || exit 1; \
	done

bench: $(TEST) ## The measurements of benchmarks/, one after another
	@for each in benchmarks/[a-z]*.py; do \
		[ -e "$$each" ] || { echo 'Här finns inga mätningar.'; break; }; \
		echo "$$each"; $(BIN)/python "$$each" || exit 1; \
	done

$(RUN): requirements.txt pyproject.toml
	@[ -n "$(PYTHON)" ] || { \
		echo 'Python 3.11 eller senare saknas. På Debian: apt-get install python3'; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo '$(PYTHON) är äldre än Python 3.11.'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo 'Python saknar venv. På Debian: apt-get install python3-venv'; exit 1; }
	@echo 'Hämtar det Nära behöver (en gång) …'
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) -r requirements.txt
	@$(PIP) --no-deps -e .
	@touch $@

$(TEST): $(RUN) requirements-dev.txt
	@echo 'Hämtar det som behövs för att pröva Nära (en gång) …'
	@$(PIP) -r requirements-dev.txt
	@touch $@

# The browser is Debian's own; whoever may not install it is told the line that does.
chromium:
	@command -v chromium >/dev/null && exit 0; \
	if [ "$$(id -u)" = 0 ]; then as=; \
	elif sudo -n true 2>/dev/null; then as='sudo -n'; \
	else echo 'Webbläsaren saknas: sudo apt-get install chromium'; exit 1; fi; \
	echo 'Installerar chromium (en gång) …'; \
	$$as apt-get -qq update && $$as env DEBIAN_FRONTEND=noninteractive \
		apt-get -qq -y --no-install-recommends install chromium >/dev/null

# The sign-in is tried against a certified provider, which runs on Node. Without it those
# tests are skipped, and say so.
provider:
	@command -v node >/dev/null && command -v npm >/dev/null && exit 0; \
	if [ "$$(id -u)" = 0 ]; then as=; \
	elif sudo -n true 2>/dev/null; then as='sudo -n'; \
	else echo 'Node saknas, så inloggningen prövas inte: sudo apt-get install nodejs npm'; \
		exit 0; fi; \
	echo 'Installerar node (en gång) …'; \
	$$as apt-get -qq update && $$as env DEBIAN_FRONTEND=noninteractive \
		apt-get -qq -y --no-install-recommends install nodejs npm >/dev/null
	@command -v npm >/dev/null || exit 0; \
	cd $(PROVIDER) && cmp -s package-lock.json node_modules/.lock && exit 0; \
	echo 'Hämtar provinloggningen (en gång) …'; \
	npm ci --silent --ignore-scripts && cp package-lock.json node_modules/.lock
