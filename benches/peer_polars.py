"""A peer of the benchmark: polars, lazily scanning the same file. Prints one line of JSON.

Usage: peer_polars.py EVENTS.csv   (columns case_id, activity, timestamp)

Only the three columns are read (projection is pushed into the scan). Rows of one case at the same time keep the order
of the file.
"""
import json
import resource
import sys
import time

import polars as pl

started, cpu = time.perf_counter(), time.process_time()
log = (
    pl.scan_csv(sys.argv[1], schema_overrides={"case_id": pl.String, "activity": pl.Categorical, "timestamp": pl.String})
    .select(
        pl.col("case_id"),
        pl.col("activity"),
        pl.col("timestamp").str.to_datetime("%Y-%m-%dT%H:%M:%SZ", time_unit="us", time_zone="UTC"),
    )
    .collect()
)
loaded = time.perf_counter()
cases = log.lazy().sort("case_id", "timestamp", maintain_order=True)
after = pl.col("case_id") == pl.col("case_id").shift(1)
moves = cases.select(
    pl.col("activity").shift(1).filter(after).alias("from"),
    pl.col("activity").filter(after).alias("to"),
    pl.col("timestamp").diff().filter(after).alias("wait"),
).group_by("from", "to").agg(pl.len().alias("count"), pl.col("wait").median().alias("median"))
by_case = cases.group_by("case_id").agg(
    pl.col("activity").to_physical().alias("path"),
    (pl.col("timestamp").last() - pl.col("timestamp").first()).alias("lasted"),
    pl.col("activity").first().alias("start"),
    pl.col("activity").last().alias("end"),
)
variants = by_case.group_by("path").agg(pl.len().alias("count"))
moves, by_case, variants = pl.collect_all([moves, by_case.select("lasted", "start", "end"), variants])
finished = time.perf_counter()

sys.path.insert(0, __file__.rsplit("/", 1)[0])
from figures import digest  # noqa: E402

print(json.dumps({
    "program": f"polars {pl.__version__}",
    "seconds": {"load": loaded - started, "figures": finished - loaded, "total": finished - started},
    "cpu_seconds": time.process_time() - cpu,
    "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "figures": digest(
        events=log.height,
        moves=[(a, b, n, m.total_seconds()) for a, b, n, m in moves.iter_rows()],
        variants=variants["count"].to_list(),
        durations=by_case["lasted"].dt.total_seconds().to_list(),
        start=dict(by_case["start"].value_counts().iter_rows()),
        end=dict(by_case["end"].value_counts().iter_rows()),
    ),
}))
