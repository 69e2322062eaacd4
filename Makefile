# Each set of flags has a scratch folder of its own, so that none undoes the work of another.
strict_flags := --scratch-path .build/strict -Xswiftc -warnings-as-errors -Xswiftc -require-explicit-sendable \
	--explicit-target-dependency-import-check error
swift_sources := Package.swift Sources Tests $(wildcard Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Tests)

.PHONY: help run test check lint strict docs smoke bench fuzz sanitize static packages clean
.NOTPARALLEL:

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: export OUT := $(OUT)
run: static ## make a key pair: into auth-keys, or OUT=FOLDER
	@.ci/generate

test: packages ## install what the tests need and run all of them
	@.ci/test-clients
	@.ci/static
	@.ci/test

check: lint strict docs smoke ## formatting, warnings, documentation, and whether the benchmark runs

lint: packages ## the formatter and shellcheck, as errors
	@.ci/install-packages "to check the scripts" shellcheck
	swift format lint --strict -r $(swift_sources)
	grep -lE -d skip '^#!/usr/bin/env bash' .ci/* Benchmarks/* | xargs shellcheck -x -P SCRIPTDIR

strict: packages ## build everything, tests too, with warnings as errors
	swift build --build-tests $(strict_flags)

docs: packages ## the documentation of the public modules, warnings as errors
	@.ci/docs

smoke: strict ## every part of the benchmark's race, on a few tokens
	Benchmarks/run --smoke

bench: packages ## measure against raw libcrypto and other libraries
	@test -x Benchmarks/run || { echo "error: there is no Benchmarks/run in this checkout" >&2; exit 1; }
	Benchmarks/run

fuzz: packages ## look for input that breaks a parser: FUZZ_SECONDS=20 for each
	@.ci/fuzz

sanitize: packages ## all tests with the address sanitizer, then with the thread sanitizer
	@.ci/test-clients
	@.ci/sanitize

static: packages ## the release binary, .build/static/release/authkeys
	@.ci/static

packages:
	@.ci/check-swift
	@.ci/install-packages "to build against libcrypto" libssl-dev pkg-config

clean: ## remove everything that was built; keys stay
	rm -rf .build Benchmarks/.build
