"""Writes the figures that the tests expect of event logs, as pm4py finds them.

Usage: expected_pm4py.py FOLDER_OF_DATA   (the folder that holds logs/ and sample-history/)

Writes crates/cli/tests/expected/*.json. Ties: rows of one case at the same instant keep the order of the file (a stable
sort, which is what pm4py is told here by sorting before it formats, so that its own sort finds nothing to do).
Times of a move are the differences in seconds between the two events, with mean and median over all its occurrences.
"""
import gzip
import json
import statistics
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import pandas as pd
import pm4py

CASE, ACTIVITY, TIME = "case:concept:name", "concept:name", "time:timestamp"
data = Path(sys.argv[1])
target = Path(__file__).parent.parent / "crates/cli/tests/expected"


def xes(path):
    """The log of a XES file, compressed or not."""
    if path.suffix != ".gz":
        return pm4py.read_xes(str(path))
    with tempfile.NamedTemporaryFile(suffix=".xes") as plain:
        plain.write(gzip.decompress(path.read_bytes()))
        plain.flush()
        return pm4py.read_xes(plain.name)


def table(path, separator, case, activity, time):
    frame = pd.read_csv(path, sep=separator, dtype=str)
    frame = frame.rename(columns={case: CASE, activity: ACTIVITY, time: TIME})
    frame[TIME] = pd.to_datetime(frame[TIME], utc=True, format="ISO8601")
    return frame


def figures(frame):
    frame = frame[[CASE, ACTIVITY, TIME]].copy()
    frame[TIME] = pd.to_datetime(frame[TIME], utc=True)
    frame = frame.sort_values([CASE, TIME], kind="stable").reset_index(drop=True)
    log = pm4py.format_dataframe(frame, case_id=CASE, activity_key=ACTIVITY, timestamp_key=TIME)
    dfg, start, end = pm4py.discover_dfg(log)
    variants = {tuple(path): n if isinstance(n, int) else len(n) for path, n in pm4py.get_variants(log).items()}
    durations = sorted(float(d) for d in pm4py.get_all_case_durations(log))
    performance, _, _ = pm4py.discover_performance_dfg(log)
    times = defaultdict(list)
    for _, rows in log.groupby(CASE, sort=False):
        steps = list(zip(rows[ACTIVITY], rows[TIME]))
        for (a, at), (b, after) in zip(steps, steps[1:]):
            times[a, b].append((after - at).total_seconds())
    for move, found in times.items():
        told = performance[move]
        # pm4py's own mean and median agree with the times of the events.
        assert len(found) == dfg[move], move
        assert abs(told["mean"] - statistics.fmean(found)) <= 1e-6 * max(1, told["mean"]), (move, told)
        assert abs(told["median"] - statistics.median(found)) <= 1e-6 * max(1, told["median"]), (move, told)
    listed = sorted(variants.items(), key=lambda v: (-v[1], v[0]))
    return {
        "pm4py": pm4py.__version__,
        "events": len(log),
        "cases": len(durations),
        "activities": dict(sorted(Counter(log[ACTIVITY]).items())),
        "start": dict(sorted(start.items())),
        "end": dict(sorted(end.items())),
        "moves": [
            {"from": a, "to": b, "count": n, "mean_s": statistics.fmean(times[a, b]), "median_s": statistics.median(times[a, b])}
            for (a, b), n in sorted(dfg.items())
        ],
        "variants": len(variants),
        "variant_counts": sorted(variants.values(), reverse=True),
        "top_variants": [{"path": list(path), "count": n} for path, n in listed[:20]],
        "case_seconds": {
            "sum": sum(durations), "median": statistics.median(durations), "min": durations[0], "max": durations[-1],
        },
    }


sample = data / "sample-history/events.csv"
made_up = target / "ties.csv"
logs = {
    "running_example": table(data / "logs/running_example.csv", ";", "case_id", "activity", "timestamp"),
    "running_example_xes": xes(data / "logs/running_example.xes"),
    "teleclaims": xes(data / "logs/02_teleclaims.xes.gz"),
    "repair": xes(data / "logs/03_repairExample.xes.gz"),
    "reviewing": xes(data / "logs/04_reviewing.xes.gz"),
    "sample_history": table(sample, ",", "deal_id", "activity", "timestamp"),
    "ties": table(made_up, ",", "case_id", "activity", "timestamp"),
}
target.mkdir(exist_ok=True)
for name, frame in logs.items():
    found = figures(frame)
    (target / f"{name}.json").write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n")
    print(f"{name}: {found['events']} events, {found['cases']} cases, {len(found['moves'])} moves, {found['variants']} variants")
