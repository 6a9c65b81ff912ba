# The two commands of the README: `make demo` and `make test`. `make help` lists the rest.
SHELL := /bin/bash
DATELINE := .build/release/dateline
# Release is what users run; its tests are built without @testable, so that both share one build.
TEST_FLAGS := -c release --disable-testable-imports

.PHONY: help demo test build setup check gate lint format example bench bench-peers install clean

help:
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: setup ## build, run the example archive, show the report
	@swift build -c release --product dateline
	@.ci/demo $(DATELINE)

test: setup ## run all tests
	@swift build -c release
	@swift test $(TEST_FLAGS)

build: setup ## build the release binaries
	@swift build -c release

setup: ## install the Debian packages that are missing
	@.ci/setup

check: build ## lint pipelines, dictionaries and rules, and run the tests inside them
	@$(DATELINE) check

gate: build ## hold the accuracy floors
	@.ci/accuracy-gate $(DATELINE)

lint: ## check the format of the code
	@swift format lint --strict --recursive Package.swift Sources Tests

format: ## format the code
	@swift format format --in-place --recursive Package.swift Sources Tests

example: build ## write Reports/Example anew, after a change that is meant
	@rm -rf Reports/Example && mkdir -p Reports/Example .build/example
	@rm -f .build/example/example.sqlite
	@$(DATELINE) run Pipelines/example.yaml --database .build/example/example.sqlite --reports Reports/Example || [ $$? = 3 ]

bench: build ## time every stage on the example archive
	@.build/release/dateline-bench Pipelines/example

bench-peers: build ## accuracy and speed beside other programs, from PyPI
	@.ci/bench-cleaning-peers $(DATELINE)
	@.ci/bench-matching-peers

PREFIX ?= /usr/local
SHARE = $(DESTDIR)$(PREFIX)/share
MANUAL := .build/plugins/GenerateManual/outputs/dateline
install: build ## install to PREFIX (/usr/local): program, pipelines, dictionaries, man pages, shell completions
	install -D $(DATELINE) $(DESTDIR)$(PREFIX)/bin/dateline
	mkdir -p $(SHARE)/dateline $(SHARE)/man/man1
	cp -r Pipelines Dictionaries $(SHARE)/dateline/
	swift package -c release generate-manual --multi-page >/dev/null
	install -m 644 $(MANUAL)/*.1 $(SHARE)/man/man1/
	mkdir -p $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	$(DATELINE) --generate-completion-script bash > $(SHARE)/bash-completion/completions/dateline
	$(DATELINE) --generate-completion-script zsh > $(SHARE)/zsh/site-functions/_dateline
	$(DATELINE) --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/dateline.fish

clean: ## remove what was built
	@rm -rf .build
