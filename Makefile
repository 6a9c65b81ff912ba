# The two commands of the README: `make demo` and `make test`. `make help` lists the rest.
SHELL := /bin/bash
DATELINE := .build/release/dateline
# Release is what users run; its tests are built without @testable, so that both share one build.
RELEASE := -c release
TEST := $(RELEASE) --disable-testable-imports

.PHONY: help demo test build setup check accuracy gate lint format example bench bench-peers bench-scale install clean

help:
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: setup ## build, run the example archive, show the report
	@swift build $(RELEASE) --product dateline
	@.ci/demo $(DATELINE)

test: build ## run all tests, or those that FILTER=NAME names
	@swift test $(TEST) $(if $(FILTER),--filter '$(FILTER)')

build: setup ## build the release binaries
	@swift build $(RELEASE)

setup: ## install the Debian packages that are missing
	@.ci/setup

check: build ## lint pipelines, dictionaries and rules, and run the tests inside them
	@$(DATELINE) check

accuracy: build ## print the accuracy on every set beside the record; RECORD=1 writes the record, SETS='NAME...' chooses
	@.ci/accuracy $(DATELINE) $(if $(RECORD),--record) $(SETS)

gate: build ## fail if a figure of accuracy fell below the record
	@.ci/accuracy $(DATELINE) --gate

lint: ## check the format of the code
	@swift format lint --strict --recursive Package.swift Sources Tests

format: ## format the code
	@swift format format --in-place --recursive Package.swift Sources Tests

# The reports say where their database lies beside them, so these two places belong together.
REPORTS ?= Reports
example: build ## write Reports/Example anew, after a change that is meant
	@rm -rf '$(REPORTS)/Example' '$(REPORTS)/example.sqlite' && mkdir -p '$(REPORTS)/Example'
	@$(DATELINE) run Pipelines/example.yaml --database '$(REPORTS)/example.sqlite' --reports '$(REPORTS)/Example' || [ $$? = 3 ]

FOLDER ?= Pipelines/example
bench: build ## time every stage on the example archive, or on FOLDER=PATH
	@.build/release/dateline-bench $(FOLDER)

bench-peers: build ## accuracy and speed beside other programs, from PyPI
	@.ci/bench-cleaning-peers $(DATELINE)
	@.ci/bench-matching-peers

SIZES ?= 10000 100000
bench-scale: build ## what a document, a run with nothing new and one more document cost; SIZES='10000 1000000'
	@.ci/bench-scale $(DATELINE) $(SIZES)

# What is installed needs no Swift on the machine, and its tables of addresses are read-only from the start.
INSTALL := .build-install
INSTALLED := $(RELEASE) --scratch-path $(INSTALL) --static-swift-stdlib -Xlinker -z -Xlinker relro -Xlinker -z -Xlinker now
PREFIX ?= /usr/local
PLACE = $(DESTDIR)$(PREFIX)
SHARE = $(PLACE)/share
MANUAL := .build/plugins/GenerateManual/outputs/dateline
install: setup ## install to PREFIX (/usr/local): program, pipelines, dictionaries, man pages, shell completions
	swift build $(INSTALLED) --product dateline
	swift package $(RELEASE) generate-manual --multi-page >/dev/null
	install -D $(INSTALL)/release/dateline $(PLACE)/bin/dateline
	mkdir -p $(SHARE)/dateline $(SHARE)/man/man1
	cp -r Pipelines Dictionaries $(SHARE)/dateline/
	rm -rf $(SHARE)/dateline/Dictionaries/build
	install -m 644 $(MANUAL)/*.1 $(SHARE)/man/man1/
	mkdir -p $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	$(PLACE)/bin/dateline --generate-completion-script bash > $(SHARE)/bash-completion/completions/dateline
	$(PLACE)/bin/dateline --generate-completion-script zsh > $(SHARE)/zsh/site-functions/_dateline
	$(PLACE)/bin/dateline --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/dateline.fish

clean: ## remove what was built
	@rm -rf .build .build-*
