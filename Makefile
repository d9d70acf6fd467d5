# SPDX-License-Identifier: Apache-2.0
# `make` says what there is. Everything else is in CMakeLists.txt, pyproject.toml and tools/setup.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run test bench clean setup package cpp-test python-test
MAKEFLAGS += --no-print-directory

JOBS ?= $(shell nproc 2>/dev/null || echo 2)
SOURCE_ROOT := $(CURDIR)
export CMAKE_BUILD_PARALLEL_LEVEL := $(JOBS)
# Inside another virtual environment nothing of it is wanted.
unexport VIRTUAL_ENV PYTHONHOME PYTHONPATH

step = @if [ -t 1 ]; then printf '\n\033[1m== %s\033[0m\n' '$(1)'; else printf '\n== %s\n' '$(1)'; fi

help:
	@printf '%s\n' \
	  'make run     set up what is missing, build, show what gongkai does' \
	  'make test    set up what is missing, build, run every test' \
	  'make bench   measure (release build)' \
	  'make clean   remove everything that was built, and .venv' \
	  '' \
	  'JOBS=n       how many processes at once (now $(JOBS))'

run:
	$(call step,Set-up)
	@tools/setup system run
	@tools/setup python run
	$(call step,Build and install into .venv)
	@tools/setup package
	$(call step,Demonstration)
	@PATH="$(SOURCE_ROOT)/.venv/bin:$$PATH" ./tools/run-demo

test: setup cpp-test python-test

setup:
	$(call step,Set-up)
	@tools/setup system test
	@tools/setup python test

cpp-test: setup
	$(call step,Build (C++))
	@cmake --preset dev --log-level=WARNING >/dev/null
	@cmake --build --preset dev
	$(call step,Tests (C++))
	@ctest --preset dev --parallel $(JOBS) --quiet --output-log build/dev/ctest.log; status=$$?; \
	  if [ $$status -ne 0 ]; then grep -Ev '^ +Start |   Passed  ' build/dev/ctest.log; exit $$status; fi; \
	  grep -E 'tests passed|^Total Test time' build/dev/ctest.log

package: setup
	$(call step,Build and install (Python))
	@GONGKAI_WERROR=ON tools/setup package

python-test: package cpp-test
	$(call step,Layers)
	@.venv/bin/python tools/check_layers.py
	@if [ -f tools/check_data.py ]; then .venv/bin/python tools/check_data.py; fi
	$(call step,Types)
	@if ls examples/*.py >/dev/null 2>&1; then .venv/bin/mypy python/gongkai examples; \
	  else .venv/bin/mypy python/gongkai; fi
	$(call step,Tests (Python))
	@PATH="$(SOURCE_ROOT)/.venv/bin:$$PATH" .venv/bin/python -m pytest

bench:
	$(call step,Set-up)
	@tools/setup system bench
	@tools/setup python bench
	@tools/setup package
	$(call step,Build (release))
	@cmake --preset release -DGONGKAI_BUILD_BENCHMARKS=ON --log-level=WARNING >/dev/null
	@cmake --build --preset release --target gongkai_benchmarks
	$(call step,Benchmarks)
	@for program in build/release/tests/bench/*_bench; do \
	  [ -x "$$program" ] || continue; echo "$$program"; "$$program" $(BENCH_ARGUMENTS) || exit 1; done
	$(call step,Columns in Python)
	@.venv/bin/python tests/bench/calendar_columns.py
	@.venv/bin/python tests/bench/clock_bench.py
	@.venv/bin/python tests/bench/forms_peers.py build/release/tests/bench/forms_bench
	@.venv/bin/python tests/bench/facts_peers.py build/release/tests/bench/facts_bench
	@.venv/bin/python tests/bench/html_peers.py build/release/tests/bench/html_bench

clean:
	rm -rf build .venv .mypy_cache .pytest_cache .hypothesis .benchmarks
