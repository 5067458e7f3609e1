# `make demo` and `make test` are all a newcomer needs; the rest is for those who build Stagecraft.
.PHONY: demo test build web api bench fuzz check fmt clean
.DEFAULT_GOAL := build

BIN := target/release/stagecraft
ARGS ?=

# Builds what is missing, loads the demo's data and serves the product.
demo: build
	@exec ./$(BIN) demo $(ARGS)

# The complete program, web application embedded.
build: web
	@cargo build --release --package stagecraft-cli

# The web application, built again only when a source of it changed.
WEB_SOURCES := $(shell find web/src web/public -type f 2>/dev/null) $(wildcard web/*.json web/*.ts web/index.html)
web: web/dist/index.html
web/node_modules/.package-lock.json: web/package-lock.json
	@echo "Installing what the web application is built with …"
	@cd web && npm ci --no-fund --no-audit --loglevel=error
	@touch $@
web/dist/index.html: web/node_modules/.package-lock.json $(WEB_SOURCES)
	@echo "Building the web application …"
	@cd web && npm run --silent build
	@touch $@

test:
	@scripts/test.sh

# The description of the API and the client generated from it, after a change of a route.
api:
	@cargo build --release --package stagecraft-cli
	@./$(BIN) schema api > web/openapi.json
	@cd web && npm run --silent api

bench: web
	@scripts/bench.sh

# Hostile files for every reader, FUZZ_SECONDS (60) each; needs the nightly toolchain.
fuzz:
	@scripts/fuzz.sh

# The quick checks, before a commit.
check:
	cargo fmt --check
	cargo clippy --workspace --all-targets --release -- -D warnings
	cd web && npm run lint && npm run typecheck

fmt:
	cargo fmt
	cd web && npm run format

clean:
	cargo clean
	rm -rf web/dist web/node_modules data out
