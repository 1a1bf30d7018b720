# Two commands: `make run` sets up and opens the example in the window, `make test` sets up and checks everything.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test bench lock clean

run:
	@$(PYTHON) tools/setup_env.py run
	@$(BIN)/python -m kizdesk demo --out ausgabe

test: export QT_QPA_PLATFORM = offscreen
test:
	@$(PYTHON) tools/setup_env.py dev
	@echo "== Stil" && $(BIN)/ruff check . && $(BIN)/ruff format --check .
	@echo "== Typen" && $(BIN)/mypy
	@echo "== Schichten" && $(BIN)/lint-imports --no-logo
	@echo "== Tests" && $(BIN)/python -m pytest -q -n auto --dist loadfile

bench: export QT_QPA_PLATFORM = offscreen
bench:
	@$(PYTHON) tools/setup_env.py dev
	@$(BIN)/python -m bench

# uv is no dependency of the project; it only writes the locks. Registry addresses stay out of them.
LOCK := UV_CUSTOM_COMPILE_COMMAND="make lock" uv pip compile pyproject.toml --quiet --universal \
	--python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url $(UPGRADE)
lock:
	$(LOCK) --output-file requirements.lock
	$(LOCK) --extra dev --constraint requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf .venv ausgabe build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .benchmarks
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
