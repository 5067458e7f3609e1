"""Writes benches/RESULTS.md from what scripts/bench.sh measured. Usage: report.py FOLDER DATABASE_KIB

Ends with an error if two programs found different figures: a time without the same result means nothing.
"""
import json
import os
import platform
import statistics
import sys
from pathlib import Path

from metrics_table import table

work, database = Path(sys.argv[1]), int(sys.argv[2])


def runs(name):
    return [json.loads(line) for line in (work / f"{name}.jsonl").read_text().splitlines()]


def middle(name, what):
    found = runs(name)
    return sorted(found, key=lambda run: run["seconds"][what])[len(found) // 2]


def compare(ours, theirs, who):
    """Every figure the other program gives; a peer without medians has moves of three parts."""
    for name, expected in theirs.items():
        found = ours[name]
        if name == "moves":
            parts = len(expected[0])
            found = sorted(move[:parts] for move in found)
            same = [m[:3] for m in found] == [m[:3] for m in sorted(expected)]
            if parts == 4:
                same = same and all(near(a[3], b[3]) for a, b in zip(found, sorted(expected)))
        elif isinstance(expected, float):
            same = near(found, expected)
        else:
            same = found == expected
        if not same:
            sys.exit(f"{name}: stagecraft and {who} found different figures")


def near(a, b):
    return abs(a - b) <= 1e-6 * max(1.0, abs(b))


def mib(value):
    return "–" if value is None else f"{value:,.0f} MiB"


ours, again = middle("stagecraft", "total"), middle("stagecraft", "figures_again")
whole = middle("stagecraft-all", "total")
peers = [middle(name, "total") for name in ("polars-usual", "polars", "pm4py-usual", "pm4py")]
crate = middle("process_mining", "figures")
for peer in [whole, *peers, crate]:
    compare(ours["figures"], peer["figures"], peer["program"])
polars, pm4py = peers[:2], peers[2:]
found, seconds = ours["figures"], ours["seconds"]
in_memory = again["seconds"]["figures_again"]
views, criteria, growth = runs("views")[0]["views"], runs("criteria")[0], runs("growth")
process = runs("process")[0]
criterion = runs("criterion")[0]
if criterion["met"] != criteria["met"]:
    sys.exit(f"criterion: stagecraft found {criteria['met']}, {criterion['program']} {criterion['met']}")
peer = "toml_edit alone reads the text"
events = found["events"]
imported = float((work / "import.seconds").read_text())
import_rows = growth[2]["rows"]
maven = sorted(float(line) for line in (work / "maven.seconds").read_text().split())


def row(run, load, figures):
    total, cpu = run["seconds"]["total"], run.get("cpu_seconds")
    ratio = f"{total / seconds['total']:.1f}"
    return (f"| {run['program']} | {load:.2f} s | {figures:.2f} s | **{total:.2f} s** | {cpu:.1f} s | "
            f"{mib(run.get('peak_mib'))} | {run['load_average']} | {ratio} |")


lines = [row(run, run["seconds"]["load"], run["seconds"]["figures"]) for run in (ours, whole, *peers)]
shares = [f"{ours['peak_mib'] / peer['peak_mib']:.2f}" for peer in polars if ours.get("peak_mib")]
share = f"{' and '.join(shares)} of that of polars" if shares else "not known on this system"
per_event = f"{whole['resident_mib'] * 2**20 / events:.0f} bytes an event" if whole.get("resident_mib") else "not known"
print(f"""# Results

Written by `make bench` on {os.cpu_count()} cores ({platform.machine()}, {platform.system()}). All programs read the same file of
{found['cases']:,} deals and {events:,} events, in turns, and found the same: {len(found['moves'])} different moves with the same counts
(and, where a program has them, medians), {found['variants']:,} variants, starts, ends, and durations of deals.

| File to map, variants, durations | Load | Figures | All | Processor | Peak memory | Load average before | Times ours |
|---|---|---|---|---|---|---|---|
{chr(10).join(lines)}

Peak memory of stagecraft is {share}. Resident after loading, dictionaries included: {per_event}.
All read the deal, the activity and the time; the row of all columns also has the actor, the channel, and the account and value of
each deal, which the views below use.

| The three from the log in memory | Seconds | Times ours |
|---|---|---|
| stagecraft (middle of five in one run) | {in_memory:.3f} | 1 |
{chr(10).join(f"| {run['program']}, without its load | {run['seconds']['figures']:.2f} | {run['seconds']['figures'] / in_memory:.0f} |" for run in pm4py)}
| {crate['program']} (counts only, no times between steps) | {crate['seconds']['figures']:.2f} | {crate['seconds']['figures'] / in_memory:.1f} |

| A view of {events:,} events in memory | Milliseconds |
|---|---|""")
for name, value in views.items():
    print(f"| {name} | {value:.0f} |")
print(f"""
| Criteria, {criteria['events']:,} made-up events with stages, sides, tags and roles | Milliseconds |
|---|---|""")
for name, value in criteria["views"].items():
    print(f"| {name} | {value:.0f} |")
against = criteria["views"]["criterion against history"]
print(f"""
| A criterion against history, the same counts | Milliseconds | Times ours |
|---|---|---|
| stagecraft (with intervals, examples and open deals) | {against:.0f} | 1 |
| {criterion['program']} (the four counts) | {criterion['milliseconds']:.0f} | {criterion['milliseconds'] / against:.1f} |""")
print("\n".join(table(runs("metrics")[0], runs("metric_peers"))))
print(f"""
| A process of {process['stages']} stages and {process['items']} items, {process['bytes'] / 1024:.0f} KiB | Milliseconds | Times {peer} |
|---|---|---|""")
for name, value in sorted(process["views"].items(), key=lambda view: (view[0] != peer, view[0])):
    print(f"| {name} | {value:.2f} | {value / process['views'][peer]:.1f} |")
print("""
| Growth | Events | Load | Figures | All | Microseconds an event |
|---|---|---|---|---|---|""")
for run in growth:
    s = run["seconds"]
    print(f"| {run['figures']['cases']:,} deals | {run['rows']:,} | {s['load']:.3f} s | {s['figures']:.3f} s | {s['total']:.3f} s | {s['total'] * 1e6 / run['rows']:.2f} |")


def load_rows(round_):
    for route in round_["routes"]:
        yield (f"| {route['route']} | {route['requests']:,} | {route['p50']:.1f} | {route['p95']:.1f} | {route['p99']:.1f} | "
               f"{route['max']:.0f} | {route['errors']} | {route['requests_a_second']:,.0f} |")


for load in runs("load"):
    for round_ in load["rounds"]:
        print(f"""
| {load['database']}, {load['deals']:,} deals ({load['open']:,} open), {load['events']:,} events; {round_['at_once']} at once, {round_['name']} | Requests | p50 ms | p95 ms | p99 ms | max ms | Errors | Requests/s |
|---|---|---|---|---|---|---|---|
{chr(10).join(load_rows(round_))}""")
    board = next(route for route in load["rounds"][0]["routes"] if route["route"] == "GET /board")
    plain = load["plain_sql"]
    print(f"""
| {load['database']}: the board, {load['rounds'][0]['at_once']} at once | Requests | p50 ms | p99 ms | Times ours (p50) |
|---|---|---|---|---|
| stagecraft, in the mix above, by HTTP, 30 cards a stage, each with what is met and missing | {board['requests']:,} | {board['p50']:.1f} | {board['p99']:.1f} | 1 |
| plain SQL alone, a table and an index for this question: counts, sums, 50 cards a stage | {plain['requests']:,} | {plain['p50']:.1f} | {plain['p99']:.1f} | {plain['p50'] / board['p50']:.1f} |

{load['database']}: the log was ready {load['ready_seconds']:.1f} s after the start{'' if load.get('resident_mib') is None else f", and the program held {load['resident_mib']:,.0f} MiB"}.""")
print(f"""
| Without a peer | |
|---|---|
| `stagecraft import` of {import_rows:,} events into SQLite, durable | {imported:.1f} s ({import_rows / imported:,.0f} rows/s, {database / 1024:,.0f} MiB on disk) |
| `stagecraft discover` on the demo's data to figures, process and manual | {statistics.median(maven):.2f} s (median of {len(maven)}; {maven[0]:.2f}–{maven[-1]:.2f}) |

Times are the middle one of {len(runs('stagecraft'))} runs for stagecraft and polars, one run each for pm4py and process_mining (its figures: the middle of three).""")
