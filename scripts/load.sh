#!/usr/bin/env bash
# Measures the pages of daily work under load, on SQLite and PostgreSQL; prints one line of JSON for each. The databases stay
# in target/bench for the next time. STAGECRAFT_LOAD_DEALS (default 1000000) sets the size, STAGECRAFT_LOAD_SECONDS (default
# 20) the time of each round, STAGECRAFT_LOAD_ON (default "sqlite postgres") the databases.
set -euo pipefail
cd "$(dirname "$0")/.."

deals="${STAGECRAFT_LOAD_DEALS:-1000000}"
seconds="${STAGECRAFT_LOAD_SECONDS:-20}"
built="${CARGO_TARGET_DIR:-target}/release"
work=target/bench
mkdir -p "$work"

cargo build --release --quiet --package stagecraft-cli --package stagecraft-server --bin stagecraft --example load
for database in ${STAGECRAFT_LOAD_ON:-sqlite postgres}; do
  url=()
  if [ "$database" = postgres ]; then
    # a cluster of its own, which syncs every commit as one in use does
    export STAGECRAFT_TEST_POSTGRES="${STAGECRAFT_LOAD_POSTGRES:-${TMPDIR:-/tmp}/stagecraft-load-postgres}"
    export STAGECRAFT_POSTGRES_SETTINGS="-c shared_buffers=512MB -c max_wal_size=4GB"
    cluster="$(scripts/postgres.sh start)"
    psql=$(command -v psql || ls /usr/lib/postgresql/*/bin/psql | tail -n 1)
    "$psql" "$cluster" -qXtc "SELECT 1 FROM pg_database WHERE datname = 'load_$deals'" | grep -q 1 ||
      "$psql" "$cluster" -qXc "CREATE DATABASE load_$deals"
    url=("${cluster%/*}/load_$deals")
  fi
  "$built/examples/load" "$built/stagecraft" "$deals" "$seconds" "$work/load-$database-$deals" "${url[@]}"
done
