#!/usr/bin/env bash
# Measures and writes benches/RESULTS.md: times as ratios against pm4py on the same file in the same run.
# STAGECRAFT_BENCH_DEALS (default 1000000) sets the size; each deal has 10 events.
set -euo pipefail
cd "$(dirname "$0")/.."

deals="${STAGECRAFT_BENCH_DEALS:-1000000}"
work=target/bench
mkdir -p "$work"
since() { awk -v now="$(date +%s.%N)" -v then="$1" 'BEGIN { printf "%.3f\n", now - then }'; }
say() { printf '\n\033[1m== %s\033[0m\n' "$*"; }

say "Programs"
cargo build --release --workspace --bins --examples
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check --requirement benches/requirements.txt

say "A file of $deals deals with 10 events each"
events="$work/events-$deals.csv"
[ -s "$events" ] || target/release/examples/synthesize "$deals" 10 > "$events"

say "stagecraft: file to figures, three runs"
for run in 1 2 3; do target/release/examples/time_discover "$events"; done | tee "$work/stagecraft.jsonl"

say "pm4py: the same file"
"$work/venv/bin/python" benches/peer_pm4py.py "$events" | tee "$work/pm4py.json"

say "stagecraft import: the same file into an embedded database"
rm -rf "$work/data"
started=$(date +%s.%N)
target/release/stagecraft import "$events" --data "$work/data" --json > "$work/import.json"
since "$started" > "$work/import.seconds"
size=$(du -sk "$work/data" | cut -f1)
rm -rf "$work/data"

say "stagecraft discover: the demo's data to figures, process and manual, nine runs"
: > "$work/maven.seconds"
for run in 1 2 3 4 5 6 7 8 9; do
  started=$(date +%s.%N)
  target/release/stagecraft discover demo/maven-crm/*.csv --out "$work/out" > /dev/null 2>&1
  since "$started" >> "$work/maven.seconds"
done

python3 benches/report.py "$work" "$size" > benches/RESULTS.md
cat benches/RESULTS.md
