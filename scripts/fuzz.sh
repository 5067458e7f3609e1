#!/usr/bin/env bash
# Runs every fuzz target for a while, and ends with a failure if one of them found a file that makes a reader fail.
#   FUZZ_SECONDS  how long each runs (60)
#   FUZZ_TARGETS  names of some of them (all)
#   FUZZ_SEEDS    a folder with more files to begin with, in a folder a target
# Put what is found into the folder of its target in crates/import/tests/corpus, where a test reads it for ever; of the
# target sheet, the workbook that `FUZZ_KEEP=deals.xlsx cargo +nightly fuzz run sheet FOUND` writes.
set -euo pipefail
cd "$(dirname "$0")/.."
if ! cargo +nightly --version >/dev/null 2>&1; then
  echo "Fuzzing needs the nightly toolchain of Rust, which is not here. Get it, and start again:" >&2
  echo "  rustup toolchain install nightly --profile minimal" >&2
  exit 1
fi
if ! cargo +nightly fuzz --version >/dev/null 2>&1; then
  echo "Fuzzing needs cargo-fuzz, which is not here (looked for it in PATH). Get it, and start again:" >&2
  echo "  cargo install cargo-fuzz --locked" >&2
  exit 1
fi
: "${FUZZ_SECONDS:=60}"
: "${FUZZ_TARGETS:=$(cargo +nightly fuzz list | tr '\n' ' ')}"

# The folders with files to begin with; what is found goes into the first.
seeds() {
  local folder
  echo "fuzz/corpus/$1"
  for folder in "crates/import/tests/corpus/$1" "fuzz/seeds/$1" ${FUZZ_SEEDS:+"$FUZZ_SEEDS/$1"}; do
    [ ! -d "$folder" ] || echo "$folder"
  done
  [ "$1" != delimited ] || echo crates/import/tests/fixtures
  [ "$1" != parquet ] || echo crates/import/tests/data/parquet
}

logs=fuzz/logs summary="" failed=0
mkdir -p "$logs"
cargo +nightly fuzz build
for target in $FUZZ_TARGETS; do
  mkdir -p "fuzz/corpus/$target"
  echo "== $target, $FUZZ_SECONDS s"
  state="no failure"
  # shellcheck disable=SC2046 # folders without blanks
  cargo +nightly fuzz run "$target" $(seeds "$target") -- -max_total_time="$FUZZ_SECONDS" -rss_limit_mb=2048 \
    -timeout=20 -max_len=65536 -print_final_stats=1 >"$logs/$target" 2>&1 || { failed=1 state="FAILED"; }
  runs="$(sed -n 's/^stat::number_of_executed_units: *//p' "$logs/$target" | tail -n 1)"
  covered="$(grep -o 'cov: [0-9]*' "$logs/$target" | tail -n 1 || true)"
  if [ "$state" = FAILED ]; then
    grep -E '^(thread .* panicked|==[0-9]+== ?ERROR|SUMMARY)|^fuzz/artifacts|ALARM' -A 1 "$logs/$target" >&2 || tail -n 20 "$logs/$target" >&2
    state="FAILED: see $logs/$target and fuzz/artifacts/$target"
  fi
  line="$(printf '%-12s %10s runs   %-12s %s' "$target" "${runs:-?}" "${covered:-cov: ?}" "$state")"
  echo "$line"
  summary+="$line"$'\n'
done
printf '\n%s' "$summary"
exit "$failed"
