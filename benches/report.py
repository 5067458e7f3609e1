"""Writes benches/RESULTS.md from what scripts/bench.sh measured. Usage: report.py FOLDER DATABASE_KIB"""
import json
import os
import platform
import statistics
import sys
from pathlib import Path

work, size = Path(sys.argv[1]), int(sys.argv[2])
runs = [json.loads(line) for line in (work / "stagecraft.jsonl").read_text().splitlines()]
ours = sorted(runs, key=lambda r: r["seconds"]["total"])[len(runs) // 2]
peer = json.loads((work / "pm4py.json").read_text().strip().splitlines()[-1])
imported = float((work / "import.seconds").read_text())
maven = sorted(float(line) for line in (work / "maven.seconds").read_text().split())
rows = ours["rows"]

for ours_key, peer_key in [("events", "events"), ("distinct_edges", "distinct_edges"), ("edges", "edges"), ("variants", "variants")]:
    if ours[ours_key] != peer[peer_key]:
        sys.exit(f"{ours_key}: stagecraft found {ours[ours_key]}, pm4py {peer[peer_key]}; a time without the same result means nothing")
if abs(ours["duration_sum_s"] - peer["duration_sum_s"]) > 1e-6 * abs(peer["duration_sum_s"]):
    sys.exit("the case durations differ")

ratio = peer["seconds"]["total"] / ours["seconds"]["total"]
seconds, theirs = ours["seconds"], peer["seconds"]
print(f"""# Results

Written by `make bench` on {os.cpu_count()} cores ({platform.machine()}, {platform.system()}). Both programs read the same file
of {ours['deals']:,} deals and {rows:,} events, and found the same: {ours['distinct_edges']} different moves, {ours['edges']:,} moves in all,
{ours['variants']:,} variants, the same sum of case durations.

| File to figures | stagecraft | pm4py {peer['pm4py']} (pandas {peer['pandas']}) | Ratio |
|---|---|---|---|
| Load | {seconds['read'] + seconds['build_log']:.2f} s (read {seconds['read']:.2f}, event log {seconds['build_log']:.2f}) | {theirs['load']:.2f} s | {theirs['load'] / (seconds['read'] + seconds['build_log']):.1f} |
| Figures | {seconds['discover']:.2f} s (all of discovery.json) | {theirs['directly_follows'] + theirs['variants'] + theirs['case_durations']:.2f} s (directly-follows {theirs['directly_follows']:.2f}, variants {theirs['variants']:.2f}, case durations {theirs['case_durations']:.2f}) | {(theirs['directly_follows'] + theirs['variants'] + theirs['case_durations']) / seconds['discover']:.1f} |
| **All** | **{seconds['total']:.2f} s** ({rows / seconds['total']:,.0f} rows/s) | **{theirs['total']:.2f} s** ({rows / theirs['total']:,.0f} rows/s) | **{ratio:.1f}** |

| Without a peer | |
|---|---|
| Time in stage and conversion on the same log | {seconds['measure']:.2f} s |
| `stagecraft import` of the same file into SQLite, durable | {imported:.1f} s ({rows / imported:,.0f} rows/s, {size / 1024:,.0f} MiB on disk) |
| `stagecraft discover` on the demo's data to figures, process and manual | {statistics.median(maven):.2f} s (median of {len(maven)}; {maven[0]:.2f}–{maven[-1]:.2f}) |

Times are the middle one of three runs for stagecraft, one run for pm4py.""")
