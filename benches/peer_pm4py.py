"""The named peer of our benchmark: pm4py (pandas) on the same file. Prints one line of JSON.

Usage: peer_pm4py.py EVENTS.csv   (columns case_id, activity, timestamp)
"""
import json
import sys
import time

import pandas as pd
import pm4py

started = time.perf_counter()
frame = pd.read_csv(sys.argv[1], dtype={"case_id": "string", "activity": "string"})
frame["timestamp"] = pd.to_datetime(frame["timestamp"], utc=True, format="ISO8601")
log = pm4py.format_dataframe(frame, case_id="case_id", activity_key="activity", timestamp_key="timestamp")
loaded = time.perf_counter()
dfg, start, end = pm4py.discover_dfg(log)
mapped = time.perf_counter()
variants = pm4py.get_variants(log)
counted = time.perf_counter()
durations = pm4py.get_all_case_durations(log)
finished = time.perf_counter()

print(json.dumps({
    "pm4py": pm4py.__version__,
    "pandas": pd.__version__,
    "seconds": {
        "load": loaded - started,
        "directly_follows": mapped - loaded,
        "variants": counted - mapped,
        "case_durations": finished - counted,
        "total": finished - started,
    },
    "events": len(log),
    "edges": sum(dfg.values()),
    "distinct_edges": len(dfg),
    "variants": len(variants),
    "duration_sum_s": float(sum(durations)),
}))
