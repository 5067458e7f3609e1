#!/usr/bin/env bash
# Measures and writes benches/RESULTS.md: this program beside pm4py and polars, each as one uses it first and as quick as
# we can make it, and the crate process_mining, on the same file in the same run, in turns. Their figures are compared; a difference is an error.
# STAGECRAFT_BENCH_DEALS (default 440000, 10 million events) sets the size; STAGECRAFT_BENCH_ROUNDS (default 3) the turns.
set -euo pipefail
cd "$(dirname "$0")/.."

deals="${STAGECRAFT_BENCH_DEALS:-440000}"
rounds="${STAGECRAFT_BENCH_ROUNDS:-3}"
work=target/bench
mkdir -p "$work"
since() { awk -v now="$(date +%s.%N)" -v then="$1" 'BEGIN { printf "%.3f\n", now - then }'; }
say() { printf '\n\033[1m== %s\033[0m\n' "$*"; }
# Runs a program that prints one line of JSON and keeps it with the load of the machine before.
turn() { # name program...
  local name="$1" load
  shift
  load=$(cut -d' ' -f1 /proc/loadavg 2> /dev/null || echo null)
  if ! "$@" 2> "$work/$name.log" | tail -n 1 | sed "s/^{/{\"load_average\": $load, /" >> "$work/$name.jsonl"; then
    cat "$work/$name.log" >&2
    return 1
  fi
  echo "$name: done (load $load before)"
}

say "Programs"
cargo build --release --workspace --bins --examples
cargo build --release --locked --manifest-path benches/peer_process_mining/Cargo.toml --target-dir "$work/peer"
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement benches/requirements.txt
ours=target/release/examples/time_discover
python="$work/venv/bin/python"

say "A file of $deals deals"
events="$work/events-$deals.csv"
[ -s "$events" ] || target/release/examples/synthesize "$deals" > "$events"

say "In turns: stagecraft and polars $rounds times, the others once"
rm -f "$work"/*.jsonl
for round in $(seq "$rounds"); do
  turn stagecraft "$ours" "$events" three
  turn stagecraft-all "$ours" "$events"
  turn polars "$python" benches/peer_polars.py "$events"
  turn polars-usual "$python" benches/peer_polars.py "$events" usual
  if [ "$round" = 1 ]; then
    turn pm4py-usual "$python" benches/peer_pm4py.py "$events" usual
    turn pm4py "$python" benches/peer_pm4py.py "$events"
    turn process_mining "$work/peer/release/peer_process_mining" "$events"
  fi
done

say "stagecraft: views of the log in memory"
owners="$work/deals-$deals.csv"
[ -s "$owners" ] || target/release/examples/synthesize "$deals" deals > "$owners"
turn views "$ours" "$events" "$owners" views

say "stagecraft: criteria against made-up deals with stages, sides, tags and roles"
turn criteria target/release/examples/time_criteria "$deals" "$work/criteria.csv"
turn criterion "$python" benches/peer_criterion.py "$work/criteria.csv"
rm -f "$work/criteria.csv"

say "Metrics by owner and region: stagecraft, DataFusion and PostgreSQL"
turn metrics target/release/examples/time_metrics "$deals" "$work/metrics.csv"
turn metric_peers "$python" benches/peer_metric.py "$work/metrics.csv" datafusion
turn metric_peers "$python" benches/peer_metric.py "$work/metrics.csv" "$(scripts/postgres.sh database)"
rm -f "$work/metrics.csv" "$work/deals.csv"

say "stagecraft: a process read, looked over, compared"
turn process target/release/examples/time_process

say "stagecraft: from ten thousand to ten million events"
for size in 440 4400 44000 440000; do
  [ -s "$work/events-$size.csv" ] || target/release/examples/synthesize "$size" > "$work/events-$size.csv"
  turn growth "$ours" "$work/events-$size.csv"
done

say "stagecraft import: a million events into an embedded database"
rm -rf "$work/data"
started=$(date +%s.%N)
target/release/stagecraft import "$work/events-44000.csv" --data "$work/data" --json > /dev/null
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

say "stagecraft under load: a million deals, 32 at once, on SQLite and PostgreSQL"
scripts/load.sh 2> "$work/load.log" > "$work/load.jsonl" || { cat "$work/load.log" >&2; exit 1; }

python3 benches/report.py "$work" "$size" > "$work/RESULTS.md"
mv "$work/RESULTS.md" benches/RESULTS.md
cat benches/RESULTS.md
