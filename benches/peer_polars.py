"""A peer of the benchmark: polars, lazily scanning the same file. Prints one line of JSON.

Usage: peer_polars.py EVENTS.csv [usual]   (columns case_id, activity, timestamp)

With `usual`, what somebody who knows polars writes first: categories, rows sorted by case and time, what came before by
`shift`, groups by names. Without, the quickest expressions we know: only three columns are read, names become numbers, two stable sorts by one key each
instead of one by two keys (0.9 s for 2.5), moves as one number, sequences as lists of numbers. Rows of one case at the
same time keep the order of the file.
"""
import json
import resource
import sys
import time
from pathlib import Path

import polars as pl

sys.path.insert(0, str(Path(__file__).parent))
from figures import digest  # noqa: E402

def usual(path):
    log = (
        pl.scan_csv(path, schema_overrides={"case_id": pl.Categorical, "activity": pl.Categorical})
        .select("case_id", "activity", pl.col("timestamp").str.to_datetime("%Y-%m-%dT%H:%M:%SZ"))
        .collect()
    )
    loaded = time.perf_counter()
    log = log.sort("case_id", "timestamp", maintain_order=True)
    follows = log.select(
        "activity",
        before=pl.col("activity").shift(1),
        wait=pl.col("timestamp").diff().dt.total_microseconds(),
        same=pl.col("case_id") == pl.col("case_id").shift(1),
    ).filter("same")
    moves = follows.group_by("before", "activity").agg(pl.len(), pl.col("wait").median())
    by_case = log.group_by("case_id").agg(
        path=pl.col("activity"),
        lasted=(pl.col("timestamp").last() - pl.col("timestamp").first()).dt.total_microseconds(),
        start=pl.col("activity").first(),
        end=pl.col("activity").last(),
    )
    variants = by_case.group_by("path").len()
    finished = time.perf_counter()
    return loaded, finished, dict(
        events=log.height,
        moves=[(a, b, n, w / 1e6) for a, b, n, w in moves.iter_rows()],
        variants=variants["len"].to_list(),
        durations=[micros / 1e6 for micros in by_case["lasted"].to_list()],
        start=dict(by_case["start"].value_counts().iter_rows()),
        end=dict(by_case["end"].value_counts().iter_rows()),
    )


def tuned(path):
    log = (
        pl.scan_csv(path, schema_overrides={"case_id": pl.String, "activity": pl.Categorical, "timestamp": pl.String})
        .select(
            "case_id",
            pl.col("activity"),
            pl.col("timestamp").str.to_datetime("%Y-%m-%dT%H:%M:%SZ", time_unit="us").to_physical().alias("t"),
        )
        .collect()
    )
    names = log.select(pl.col("activity").unique()).select(
        pl.col("activity").to_physical().cast(pl.UInt32).alias("a"), pl.col("activity").cast(pl.String).alias("name")
    )
    name = dict(names.iter_rows())
    cases = log.select(
        pl.col("case_id").cast(pl.Categorical).to_physical().alias("c"),
        pl.col("activity").to_physical().cast(pl.UInt16).alias("a"),
        "t",
    )
    events = log.height
    del log
    loaded = time.perf_counter()
    cases = cases.sort("t", maintain_order=True).sort("c", maintain_order=True)
    same = pl.col("c") == pl.col("c").shift(1)
    moves = cases.lazy().select(
        (pl.col("a").shift(1).cast(pl.UInt32) * 65536 + pl.col("a")).filter(same).alias("move"),
        pl.col("t").diff().filter(same).alias("wait"),
    ).group_by("move").agg(pl.len().alias("n"), pl.col("wait").median()).collect(engine="streaming")
    by_case = cases.lazy().group_by("c").agg(
        pl.col("a").alias("path"),
        (pl.col("t").last() - pl.col("t").first()).alias("lasted"),
        pl.col("a").first().alias("start"),
        pl.col("a").last().alias("end"),
    ).collect()
    variants = by_case.lazy().group_by("path").len().collect()
    finished = time.perf_counter()

    def by_name(column):
        return {name[a]: n for a, n in by_case[column].value_counts().iter_rows()}

    return loaded, finished, dict(
        events=events,
        moves=[(name[m >> 16], name[m & 65535], n, w / 1e6) for m, n, w in moves.iter_rows()],
        variants=variants["len"].to_list(),
        durations=[micros / 1e6 for micros in by_case["lasted"].to_list()],
        start=by_name("start"),
        end=by_name("end"),
    )


way = usual if "usual" in sys.argv[2:] else tuned
started, cpu = time.perf_counter(), time.process_time()
loaded, finished, found = way(sys.argv[1])
spent, peak = time.process_time() - cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({
    "program": f"polars {pl.__version__}, {'as one writes it first' if way is usual else 'tuned by us'}",
    "seconds": {"load": loaded - started, "figures": finished - loaded, "total": finished - started},
    "cpu_seconds": spent,
    "peak_mib": peak,
    "figures": digest(**found),
}))
