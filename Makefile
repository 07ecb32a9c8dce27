# `make run` opens the program, `make test` checks it. Both set everything up first.

PYTHON ?= python3
VENV ?= $(or $(MEDDX_VENV),.venv)
export MEDDX_VENV := $(VENV)
RUN := $(VENV)/bin/python
SETUP := $(PYTHON) packaging/setup_env.py
STAGE := bash packaging/stage.sh
FAST := -m pytest -q -m "not slow"
# One process for each core, module by module; the window is dear in memory, so no more than four.
SPREAD := -n auto --maxprocesses 4 --dist loadfile
COLLECT = $(VENV)/bin/pyside6-lupdate -silent -locations none -no-obsolete \
  $$(find meddx_desktop/gui meddx_desktop/words -name '*.py' | sort)
OFFSCREEN := env QT_QPA_PLATFORM=offscreen

.DEFAULT_GOAL := help
.PHONY: help setup run start demo test test-slow test-drop torture bench translations lint lock dist dist-linux dist-windows-test test-installers clean

help:  ## show this list
	@sed -n 's/^\([a-z%-]*\):.*##/\1\t/p' Makefile | expand -t 16

setup:
	@$(SETUP)

run: setup  ## open the program on a demonstration case (without a display: into build/demo)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; \
	then $(RUN) -m meddx_desktop --demo; \
	else $(OFFSCREEN) $(RUN) -m meddx_desktop demo --out build/demo; fi

start: setup  ## open the program on your own records
	@$(RUN) -m meddx_desktop

demo: setup  ## screen the demonstration films and write pictures and results to build/demo
	@$(OFFSCREEN) $(RUN) -m meddx_desktop demo --out build/demo

test: setup  ## every check that takes seconds, in order, up to the first failure
	@$(STAGE) "Style" $(RUN) -m ruff check .
	@$(STAGE) "Format" $(RUN) -m ruff format --check --quiet .
	@$(STAGE) "Types" $(RUN) -m mypy meddx_desktop packaging/setup_env.py
	@$(STAGE) "Import rules" $(VENV)/bin/lint-imports
	@$(STAGE) "Core and command line, without Qt" env MEDDX_BLOCK_QT=1 \
	  $(RUN) $(FAST) $(SPREAD) -p no:pytest-qt $(wildcard tests/core tests/torture tests/words tests/cli)
	@$(STAGE) "Window" $(OFFSCREEN) $(RUN) $(FAST) $(SPREAD) tests/gui
	@$(STAGE) "Cluster" env MEDDX_BLOCK_QT=1 $(RUN) $(FAST) -p no:pytest-qt tests/cluster
	@$(STAGE) "Models" $(RUN) $(FAST) tests/models
	@$(STAGE) "End to end" $(OFFSCREEN) $(RUN) $(FAST) tests/end_to_end
	@$(STAGE) "Packaging" $(RUN) $(FAST) tests/packaging

test-slow: setup  ## the long checks, the frozen program among them
	@$(SETUP) --long-checks
	@$(STAGE) "Slow" $(OFFSCREEN) $(RUN) -m pytest -q -m slow tests

test-drop: setup  ## a real drop from another program (needs xvfb, openbox, xdotool)
	@$(RUN) -m tests.end_to_end.real_drop

torture: setup  ## kill the store 1,000 times in its work and look for what is lost (10 minutes)
	@$(RUN) -m tests.torture --kills 1000 --longest 0.15

bench: setup  ## measure speed and memory on this machine
	@$(RUN) -m meddx_desktop bench

translations: setup  ## collect the texts of the window into resources/translations/*.ts
	@$(COLLECT) -ts resources/translations/meddx_zh_CN.ts
	@$(COLLECT) -pluralonly -ts resources/translations/meddx_en.ts
	@$(SETUP)

lint: setup  ## style and format, repaired where that is safe
	@$(RUN) -m ruff check --fix .
	@$(RUN) -m ruff format .

lock:  ## pin every dependency with its hashes (needs uv)
	@uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet -o requirements.lock

train-%:  ## train one model: `make train-chest-film` runs training.chest_film
	@$(SETUP) --train
	@.venv-train/bin/python -m training.$(subst -,_,$*)

dist: setup  ## build the program for this system into dist/
	@$(RUN) -m PyInstaller --noconfirm --log-level WARN build.spec

dist-linux: dist  ## the .deb and the .run in dist/ (needs dpkg-deb, makeself)
	@$(RUN) packaging/linux/make_packages.py
	@$(RUN) packaging/sbom.py

dist-windows-test: setup  ## a Windows installer built and tried under wine (10 minutes; see packaging/README.md)
	@$(RUN) packaging/windows/wine_build.py
	@$(RUN) packaging/windows/wine_try.py dist/MedDx-Desktop-*-setup.exe
	@$(RUN) packaging/sbom.py

test-installers: dist-linux  ## install the .deb and the .run on a bare Debian, use and remove them (as root)
	@lintian --fail-on error dist/*.deb
	@$(RUN) packaging/linux/try_packages.py dist/*.deb dist/*.run

clean:  ## remove what was built; keeps the virtual environments
	@rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -not -path './.venv*' -prune -exec rm -rf {} +
