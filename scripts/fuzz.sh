#!/usr/bin/env bash
# Runs every fuzz target for a while: FUZZ_SECONDS (60) each; FUZZ_TARGETS names some of them.
# A file that makes one fail lies in fuzz/artifacts; put it into crates/import/tests/corpus, where a test reads it for ever.
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
: "${FUZZ_TARGETS:=delimited packed xes ocel workbook parquet mail}"
seeds=crates/import/tests/corpus
for target in $FUZZ_TARGETS; do
  echo "== $target, $FUZZ_SECONDS s"
  mkdir -p "fuzz/corpus/$target" "$seeds/$target"
  cargo +nightly fuzz run "$target" "fuzz/corpus/$target" "$seeds/$target" --release -- \
    -max_total_time="$FUZZ_SECONDS" -rss_limit_mb=2048 -timeout=20 -max_len=65536 -print_final_stats=1
done
