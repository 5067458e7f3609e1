"""The named peer of the benchmark: pm4py on the same file. Prints one line of JSON.

Usage: peer_pm4py.py EVENTS.csv [usual]   (columns case_id, activity, timestamp)

With `usual`, the way its documentation shows, a frame of pandas (read by pyarrow, the quickest of its readers). Without,
the quickest of its ways that we know. Measured on 10 million events, seconds: pandas with its C reader 8.0 + 11.4 to format + 21.5 for the figures; pandas
reading by pyarrow 2.4 + 11.4 + 21.5; strings of pyarrow 20.6 + 12.5 + 21.6; categories no faster; a lazy frame of
polars, which pm4py takes as well, 11.8 + 14.9. Its figures are counts only: times between
activities would cost pm4py another pass, which is not asked of it here.
"""
import json
import resource
import sys
import time
from pathlib import Path

import pandas as pd
import pm4py
import polars as pl

sys.path.insert(0, str(Path(__file__).parent))
from figures import digest  # noqa: E402

started, cpu = time.perf_counter(), time.process_time()
usual = "usual" in sys.argv[2:]
if usual:
    frame = pd.read_csv(sys.argv[1], usecols=["case_id", "activity", "timestamp"], engine="pyarrow")
    frame["timestamp"] = pd.to_datetime(frame["timestamp"], utc=True, format="ISO8601")
else:
    frame = pl.scan_csv(sys.argv[1]).select(
        "case_id", "activity", pl.col("timestamp").str.to_datetime("%Y-%m-%dT%H:%M:%SZ", time_unit="us")
    )
log = pm4py.format_dataframe(frame, case_id="case_id", activity_key="activity", timestamp_key="timestamp")
loaded = time.perf_counter()
dfg, start, end = pm4py.discover_dfg(log)
mapped = time.perf_counter()
variants = pm4py.get_variants(log)
counted = time.perf_counter()
durations = pm4py.get_all_case_durations(log)
finished = time.perf_counter()

counts = [n if isinstance(n, int) else len(n) for n in variants.values()]
found = digest(
    events=sum(len(path) * n for path, n in zip(variants, counts)),
    moves=[(a, b, n, 0) for (a, b), n in dfg.items()],
    variants=counts,
    durations=[float(d) for d in durations],
    start=start,
    end=end,
)
found["moves"] = [move[:3] for move in found["moves"]]
print(json.dumps({
    "program": f"pm4py {pm4py.__version__}, {'pandas' if usual else 'frame of polars'}",
    "seconds": {
        "load": loaded - started,
        "directly_follows": mapped - loaded,
        "variants": counted - mapped,
        "case_durations": finished - counted,
        "figures": finished - loaded,
        "total": finished - started,
    },
    "cpu_seconds": time.process_time() - cpu,
    "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "figures": found,
}))
