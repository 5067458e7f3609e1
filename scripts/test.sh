#!/usr/bin/env bash
# Installs what the tests need, then runs all of them: formatting, lints, types, unit, store on both
# databases, HTTP, browser. Ends with the closing line of the last runner.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '\n\033[1m== %s\033[0m\n' "$*"; }

# Installs Debian packages where the commands are missing and we may.
need_package() { # command package
  command -v "$1" >/dev/null 2>&1 && return
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "The tests need the command '$1' (Debian package '$2'); install it and run again." >&2
    exit 1
  fi
  [ -e /tmp/.stagecraft-apt-updated ] || { apt-get update -qq && touch /tmp/.stagecraft-apt-updated; }
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$2" >/dev/null
}

say "Tools"
cargo nextest --version >/dev/null 2>&1 || cargo install --locked cargo-nextest
need_package chromium chromium
PATH="$PATH:/usr/sbin" need_package dovecot dovecot-imapd
need_package openssl openssl
need_package jq jq
need_package curl curl
need_package aiosmtpd python3-aiosmtpd
export STAGECRAFT_CHROMIUM="${STAGECRAFT_CHROMIUM:-$(command -v chromium)}"

say "Web application: build, lint, types, unit tests"
make --no-print-directory web
(cd web && npm run --silent lint && npm run --silent typecheck && npm run --silent check:api && npm test --silent)

say "Rust: format, lints"
cargo fmt --all --check
cargo clippy --workspace --all-targets --release --quiet -- -D warnings

# The tests of the program need it built, so this leaves it at target/release/stagecraft.
say "Rust: the program and its tests"
cargo nextest run --workspace --release --no-run

say "Browser: the whole path in Chromium"
(cd web && npm run --silent e2e)

say "Rust: unit, store on SQLite and PostgreSQL, HTTP, command line"
stop_postgres() { scripts/postgres.sh stop >/dev/null 2>&1 || true; }
trap stop_postgres EXIT
cargo nextest run --workspace --release --no-fail-fast
